"""The reader in the terminal. Importing this package imports nothing that draws."""

from __future__ import annotations

from collections.abc import Sequence

PATIENCE = 1.0
"""Seconds in which the first screen waits for the articles; a library that takes longer comes in behind it."""


def run(paths: Sequence[str], *, mouse: bool | None = None) -> int:
    """Open files and folders (none: the library of the settings) and let the reader read.

    ``mouse`` is as the settings have it where it is ``None``. The exit status is 0, or 2 where the terminal cannot
    show the reader; what is wrong with the input is told inside.
    """
    import gc
    import os
    import sys

    from reader.tui import terminal
    from reader.tui.opening import Opening

    if (told := terminal.refusal(os.environ, sys.stdin, sys.stdout, sys.stderr)) is not None:
        print(told, file=sys.stderr)
        return 2
    gc.disable()  # until the first paint: most of what is made before it stays
    opening = Opening([str(path) for path in paths])
    terminal.write_as_utf8()
    from reader.library.marks import Marks
    from reader.tui.app import ParallaxApp
    from reader.tui.desk import Desk

    desk = Desk((), (), Marks(), paths)
    app = ParallaxApp(desk, driver_class=terminal.driver_class())
    if opening.ready(PATIENCE):
        app.take(opened := opening.result())
        mouse = opened.mouse if mouse is None else mouse
    else:
        app.opening = opening
    app.run(mouse=mouse is not False)
    return app.return_code or 0
