"""``parallax compare``: reports of one event against each other."""

from __future__ import annotations

from typing import Literal

import click

from reader.cli.input import Progress, open_articles
from reader.cli.output import write_json, write_text


@click.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
def compare(paths: tuple[str, ...], form: Literal["text", "json"]) -> None:
    """Compare reports of one event, passage by passage.

    All articles in the given files and folders are taken as reports of one event. Nothing is written to disk.
    """
    from reader.analysis import analyse
    from reader.comparison import compare as compare_all

    library = open_articles(paths)
    analyses = []
    with Progress("analysing") as progress:
        for number, article in enumerate(library.articles, 1):
            analyses.append(analyse(article))
            progress.show(number, len(library.articles))
        comparison = compare_all(analyses)
    if form == "json":
        from reader.export.json_ import comparison_document, dumps

        write_json(dumps(comparison_document(comparison)))
    else:
        from reader.export.text import comparison_report

        write_text("\n".join(comparison_report(comparison)) + "\n")
    raise SystemExit(0 if library.complete else 1)
