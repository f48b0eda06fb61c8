"""``parallax compare``: reports of one event against each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

import click

from reader.cli.input import Progress, open_articles, tell
from reader.cli.output import write_text, write_utf8

if TYPE_CHECKING:
    from reader.model import Comparison

Format = Literal["text", "json", "markdown", "html", "csv"]

FORMATS: tuple[Format, ...] = ("text", "json", "markdown", "html", "csv")


@click.command()
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.argument("paths", nargs=-1, type=click.Path(), required=True, metavar="PATH...")
def compare(paths: tuple[str, ...], form: Format) -> None:
    """Compare reports of one event, passage by passage.

    All articles in the given files and folders are taken as reports of one event; what was decided by hand in
    decisions.yaml and names.yaml of their library holds. markdown is a report to paste from, html one page that needs
    nothing else, csv the figures for a spreadsheet. Nothing is written to disk.
    """
    comparison, complete = compared(paths)
    if form == "json":
        from reader.export.json_ import comparison_document, dumps

        write_utf8(dumps(comparison_document(comparison)))
    elif form == "html":
        from reader.export.html_ import page

        write_utf8(page(comparison))
    elif form == "csv":
        from reader.export.csv_ import figures_csv

        write_utf8(figures_csv(comparison))
    elif form == "markdown":
        from reader.export.markdown import markdown

        write_text("\n".join(markdown(comparison)) + "\n")
    else:
        from reader.export.text import comparison_report

        write_text("\n".join(comparison_report(comparison)) + "\n")
    raise SystemExit(0 if complete else 1)


def compared(paths: Sequence[str]) -> tuple[Comparison, bool]:
    """The comparison of all articles in the paths, and whether all of the input could be used."""
    from reader.analysis import analyse
    from reader.comparison import compare as compare_all
    from reader.library.hand import read_hand
    from reader.library.settings import read_settings

    library = open_articles(paths)
    hand = read_hand(library.articles, [*paths, read_settings().library])
    for problem in hand.problems:
        tell(problem)
    analyses = []
    with Progress("analysing") as progress:
        for number, article in enumerate(library.articles, 1):
            analyses.append(analyse(article))
            progress.show(number, len(library.articles))
        return compare_all(analyses, decisions=hand.decisions, names=hand.names), library.complete
