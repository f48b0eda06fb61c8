"""Articles for a command: read with progress, problems told on standard error, the exit status decided."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library.catalogue import Catalogue
    from reader.model import Problem

UNUSABLE = 2
"""Exit status: nothing could be used, or wrong usage."""

INTERRUPTED = 130
"""Exit status after ctrl+c, as shells have it."""

_PATIENCE = 1.0  # seconds before a bar is worth its distraction
_PACE = 0.1  # seconds between two drawings of it
_WIDTH = 24


def open_articles(paths: Sequence[str]) -> Library:
    """The articles of the paths; problems are told, and nothing to read ends the program."""
    from reader.library import open_library

    with Progress("reading") as progress:
        library = open_library(paths, progress.show)
    for problem in library.problems:
        tell(problem)
    if not library.articles:
        raise SystemExit(UNUSABLE)
    return library


def open_catalogue(paths: Sequence[str]) -> Catalogue:
    """What there is of the paths (none: the reader's library), the index up to date; problems are told."""
    from reader.library.catalogue import Catalogue
    from reader.library.settings import read_settings

    catalogue = Catalogue(paths or [str(read_settings().library)])
    with Progress("reading") as progress:

        def show(done: int, total: int, changed: bool) -> bool:
            progress.show(done, total)
            return True

        catalogue.refresh(show)
    for problem in catalogue.problems:
        tell(problem)
    return catalogue


def tell(problem: Problem | str) -> None:
    """One line on standard error, without anything a terminal would obey."""
    from reader.text.sanitise import one_line

    click.echo(f"parallax: {one_line(str(problem))}", err=True)


class Progress:
    """A bar on standard error, when that is a terminal and the work lasts over a second."""

    def __init__(self, doing: str) -> None:
        self._doing = doing
        self._due = time.monotonic() + _PATIENCE if sys.stderr.isatty() else float("inf")
        self._shown = False

    def __enter__(self) -> Progress:
        return self

    def show(self, done: int, total: int) -> None:
        """So much is done, of so much."""
        now = time.monotonic()
        if now < self._due:
            return
        self._due, self._shown = now + _PACE, True
        filled = _WIDTH * done // max(total, 1)
        bar = "#" * filled + "." * (_WIDTH - filled)
        click.echo(f"\r{self._doing} [{bar}] {done} of {total}", err=True, nl=False)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            click.echo("\r\x1b[K", err=True, nl=False)
