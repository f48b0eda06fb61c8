"""``parallax [PATH]…``: the reader itself."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from reader.cli.input import UNUSABLE, open_catalogue, tell

if TYPE_CHECKING:
    from reader.library.listing import Listing

LONGEST = 4096
"""Bytes of a line that is typed."""


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--mouse/--no-mouse", default=None, help="Listen to the mouse, or leave it to the terminal.")
@click.option("--plain", is_flag=True, help="Line by line, for screen readers, dumb terminals and pipes.")
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]...")
def read(paths: tuple[str, ...], mouse: bool | None, plain: bool) -> None:
    """Open files and folders, or the library; --plain: line by line."""
    if plain:
        raise SystemExit(_read_plain(paths))
    if paths and not any(map(os.path.lexists, paths)):
        for path in paths:
            tell(f"{path}: is not there" + ("; `parallax add -` takes a text from a pipe" if path == "-" else ""))
        raise SystemExit(UNUSABLE)
    from reader.tui import run

    raise SystemExit(run(paths, mouse=mouse))


def _read_plain(names: Sequence[str]) -> int:
    """Read files and folders, or articles of the library by id or title; the exit status.

    What is typed comes from standard input until that ends.
    """
    from reader.cli.output import write_text
    from reader.cli.plain import PlainReader
    from reader.library.marks import Marks
    from reader.tui.desk import Desk

    by_path = bool(names) and all(os.path.lexists(name) or os.sep in name for name in names)
    catalogue = open_catalogue(names if by_path else ())
    listings, folder = catalogue.listings(), catalogue.paths[0]
    found = listings if by_path or not names else [one for name in names for one in _named(name, listings, folder)]
    if not found:
        return UNUSABLE
    desk = Desk(catalogue, Marks(), kept=True)
    reading = PlainReader(desk, list(dict.fromkeys(listing.id for listing in found)), write_text)
    going = True
    while going:
        if sys.stdin.isatty():
            write_text("> ")
        typed = sys.stdin.buffer.readline(LONGEST)
        going = bool(typed) and reading.do(typed.decode("utf-8", "replace"))
    reading.remember()
    desk.keep()
    return 1 if any(problem.fatal for problem in catalogue.problems) else 0


def _named(name: str, listings: Sequence[Listing], folder: str) -> list[Listing]:
    """The articles of the library that a name may mean."""
    from reader.cli.show import named

    found = named(name, listings)
    if not found:
        tell(f"{name}: is neither a file nor an article of {folder}")
    return found
