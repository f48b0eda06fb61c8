"""``parallax show``: an article as text, where no full screen can be had."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

import click

from reader.cli.input import UNUSABLE, tell
from reader.cli.output import write_text

if TYPE_CHECKING:
    from reader.export.prose import Styles
    from reader.library.listing import Listing
    from reader.model import Article

Listed = TypeVar("Listed", "Article", "Listing")
"""An article, its text read or not."""

_COLUMNS = 72  # prose is read best at 65 to 75


@click.command()
@click.option("--width", type=click.IntRange(min=0), help="Columns at most; 0 prints a paragraph a line.")
@click.argument("articles", nargs=-1, type=click.Path(), required=True, metavar="ARTICLE...")
def show(articles: tuple[str, ...], width: int | None) -> None:
    """Print articles, cleaned; in a terminal they are marked.

    Marked are names, figures and dates.

    ARTICLE is a file, a folder, or the id or title of an article of the library.
    """
    from reader.analysis import analyse
    from reader.export.prose import page

    found, complete = _find(articles)
    if width is None:
        width = min(_COLUMNS, shutil.get_terminal_size().columns)
    pages = ("\n".join(page(analyse(article), width, _styles())) for article in found)
    for number, text in enumerate(pages):
        write_text(("\n\n" if number else "") + text + "\n")
    raise SystemExit(0 if complete else 1)


def _find(wanted: tuple[str, ...]) -> tuple[list[Article], bool]:
    """Paths opened, other words looked up in the library; and whether all that was wanted was found."""
    from reader.library import open_library
    from reader.library.settings import read_settings

    found: dict[str, Article] = {}
    complete = True
    for name in wanted:
        if os.path.lexists(name) or os.sep in name:
            opened = open_library([name])
            for problem in opened.problems:
                tell(problem)
            complete &= opened.complete
            hits = list(opened.articles)
        else:
            folder = read_settings().library
            hits = named(name, open_library([folder]).articles)
            if not hits:
                tell(f"{name}: is neither a file nor an article of {folder}")
            elif len(hits) > 1:
                tell(f"{name}: may be any of {', '.join(article.id for article in hits)}")
            if len(hits) != 1:
                hits, complete = [], False
        found |= {article.path: article for article in hits}
    if not found:
        raise SystemExit(UNUSABLE)
    return list(found.values()), complete


def named(name: str, articles: Iterable[Listed]) -> list[Listed]:
    """The articles of that id or title; failing that, those whose id or title begins with it, or has it within."""
    wanted = name.casefold()
    tests: tuple[Callable[[str], bool], ...] = (
        lambda text: text == wanted,
        lambda text: text.startswith(wanted),
        lambda text: wanted in text,
    )
    among = list(articles)
    for test in tests:
        if hits := [a for a in among if test(a.id.casefold()) or test((a.title or "").casefold())]:
            return hits
    return []


def _styles() -> Styles:
    """Plain for a pipe and a dumb terminal, without colour where none is wanted (no-color.org)."""
    from reader.export import prose

    if not sys.stdout.isatty() or os.environ.get("TERM", "dumb") in ("dumb", "unknown"):
        return prose.PLAIN
    return prose.MONOCHROME if os.environ.get("NO_COLOR") else prose.COLOURED
