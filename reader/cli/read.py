"""``parallax [PATH]…``: the reader itself."""

from __future__ import annotations

import os
import sys

import click

from reader.cli.input import UNUSABLE, tell


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--mouse/--no-mouse", default=None, help="Listen to the mouse, or leave it to the terminal.")
@click.option("--plain", is_flag=True, help="Line by line, for screen readers, dumb terminals and pipes.")
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]...")
def read(paths: tuple[str, ...], mouse: bool | None, plain: bool) -> None:
    """Open the articles in the files and folders, or the library."""
    if plain:
        from reader.cli.plain import read_plain

        raise SystemExit(read_plain(paths))
    if os.environ.get("TERM") in ("dumb", "unknown") or not (sys.stdin.isatty() and sys.stdout.isatty()):
        what = paths[0] if paths else "ARTICLE"
        tell(
            f"the reader needs a terminal that can place its cursor; `parallax read --plain {what}` reads line by line,"
            f" `parallax show {what}` prints an article"
        )
        raise SystemExit(UNUSABLE)
    if paths and not any(map(os.path.lexists, paths)):
        for path in paths:
            tell(f"{path}: is not there")
        raise SystemExit(UNUSABLE)
    from reader.tui import run

    raise SystemExit(run(paths, mouse=mouse))
