"""``parallax clean``: which lines of a text are the article, and why the others are not."""

from __future__ import annotations

from typing import Literal

import click

from reader.cli.input import open_articles
from reader.cli.output import write_text, write_utf8


@click.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.argument("paths", nargs=-1, type=click.Path(), required=True, metavar="PATH...")
def clean(paths: tuple[str, ...], form: Literal["text", "json"]) -> None:
    """Show which lines are the article, and why others are not.

    Each line is kept, doubtful (?) or removed (-).
    """
    library = open_articles(paths)
    if form == "json":
        from reader.export.json_ import cleaned_document, dumps

        write_utf8(dumps(cleaned_document(library.articles)))
    else:
        from reader.export.text import cleaning_report

        write_text("\n\n".join("\n".join(cleaning_report(article)) for article in library.articles) + "\n")
    raise SystemExit(0 if library.complete else 1)
