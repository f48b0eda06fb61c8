"""``parallax figures``, ``coverage``, ``wording`` and ``timeline``: one page of a comparison each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from reader.cli.compare import compared
from reader.cli.output import write_text, write_utf8

if TYPE_CHECKING:
    from reader.export.sections import Page

Format = Literal["text", "json", "markdown", "csv"]

FORMATS: tuple[Format, ...] = ("text", "json", "markdown", "csv")


def _command(page: Page, told: str) -> click.Command:
    @click.command(page, help=told)
    @click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
    @click.argument("paths", nargs=-1, type=click.Path(), required=True, metavar="PATH...")
    def command(paths: tuple[str, ...], form: Format) -> None:
        comparison, complete = compared(paths)
        if form == "json":
            from reader.export.json_ import dumps, page_document

            write_utf8(dumps(page_document(comparison, page)))
        elif form == "csv":
            from reader.export.csv_ import page_csv

            write_utf8(page_csv(comparison, page))
        elif form == "markdown":
            from reader.export.markdown import markdown

            write_text("\n".join(markdown(comparison, [page])) + "\n")
        else:
            from reader.export.text import comparison_report

            write_text("\n".join(comparison_report(comparison, [page])) + "\n")
        raise SystemExit(0 if complete else 1)

    return command


figures = _command("figures", "Put figures of several reports side by side.")
coverage = _command("coverage", "Show who has each passage, and what stands in one report only.")
wording = _command("wording", "Show how each report words the same things.")
timeline = _command("timeline", "Show what happened when, by all reports.")
