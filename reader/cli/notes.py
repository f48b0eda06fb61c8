"""``parallax notes``: the notebook, for a pipe, a file or a backup."""

from __future__ import annotations

from typing import Literal

import click

from reader.cli.input import UNUSABLE, tell
from reader.cli.output import write_text, write_utf8


@click.command()
@click.option("--format", "form", type=click.Choice(["markdown", "json"]), default="markdown", show_default=True)
@click.argument("words", nargs=-1, metavar="[WORD]...")
def notes(words: tuple[str, ...], form: Literal["markdown", "json"]) -> None:
    """Print the notebook: passages, their sources, your notes.

    The newest come first.

    With words: those that have all of them, in the passage, the note, the source, the title or the date.
    """
    from reader.export.notes import notes_json, notes_markdown
    from reader.library import LibraryError
    from reader.library.notebook import Notebook

    try:
        pins = Notebook().pins()
    except LibraryError as error:
        tell(error.problem)
        raise SystemExit(UNUSABLE) from None
    wanted = [word.casefold() for word in words]
    pins = tuple(pin for pin in pins if all(word in pin.told for word in wanted))
    if form == "json":
        write_utf8(notes_json(pins))
    else:
        write_text("\n".join(notes_markdown(pins)) + "\n")
