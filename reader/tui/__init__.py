"""The reader in the terminal. Importing this package imports nothing that draws."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library.catalogue import Catalogue
    from reader.library.upkeep import Upkeep

PATIENCE = 0.3
"""Seconds in which the first screen waits for the articles of a library that was never opened before, if it is small.

They were being read while Textual was imported; the rest of them come in behind the screen.
"""

SMALL = 50
"""Articles of a library that is worth waiting for."""


def run(paths: Sequence[str], *, mouse: bool | None = None) -> int:
    """Open files and folders (none: the library of the settings) and let the reader read.

    ``mouse`` is as the settings have it where it is ``None``. The exit status is 0, or 2 where the terminal cannot
    show the reader; what is wrong with the input is told inside.
    """
    import gc
    import os
    import sys

    from reader.tui import terminal

    if (told := terminal.refusal(os.environ, sys.stdin, sys.stdout, *paths[:1])) is not None:
        from reader.text.sanitise import one_line

        print(f"parallax: {one_line(told)}", file=sys.stderr)
        return 2
    if not os.environ.get("NO_COLOR"):  # empty it asks for nothing (no-color.org), but Textual would obey it
        os.environ.pop("NO_COLOR", None)
    gc.disable()  # until the first paint: most of what is made before it stays
    from reader.library.settings import read_settings

    settings = read_settings()
    paths = [str(path) for path in paths] or [str(settings.library)]
    upkeep = _kept_up(paths)  # reads what changed while Textual is imported
    from reader.library.marks import Marks, data_folder
    from reader.tui.app import ParallaxApp
    from reader.tui.desk import Desk
    from reader.tui.keys import in_words
    from reader.tui.repertoire import drawn
    from reader.tui.welcome import Welcome, first_start

    if (draws := drawn(os.environ)) is not None:
        in_words(draws)
    new = first_start(data_folder())
    marks = Marks()
    desk = Desk(_listed(paths, upkeep), marks, ((marks.problem,) if marks.problem else ()), kept=True)
    app = ParallaxApp(desk, driver_class=terminal.driver_class(settings.slow_link, draws))
    app.follow(settings)
    app.welcome = Welcome() if new else None
    app.keep_up(upkeep)
    app.run(mouse=settings.mouse if mouse is None else mouse)
    return app.return_code or 0


def _kept_up(paths: Sequence[str]) -> Upkeep | None:
    """A process that brings the index up to date and finds the stories; ``None`` where there can be none."""
    from reader.library.upkeep import Upkeep

    def stories(catalogue: Catalogue, tell: Callable[[int, int], object]) -> bool:
        from reader.comparison.shelving import settle

        return settle(catalogue, tell)

    try:
        return Upkeep(paths, then=stories)
    except OSError:
        return None


def _listed(paths: Sequence[str], upkeep: Upkeep | None) -> Catalogue:
    """What the index lists, after a moment for the process to list something where there is no index yet."""
    import time

    from reader.library.catalogue import Catalogue

    catalogue = Catalogue(paths)
    due = time.monotonic() + PATIENCE
    while upkeep and not catalogue.read_all() and catalogue.count() <= SMALL and time.monotonic() < due:
        time.sleep(0.01)
    return catalogue
