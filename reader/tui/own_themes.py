"""The reader's own themes: files ``themes/NAME.yaml`` beside the configuration, each on one of ours as its base."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from textual.theme import Theme

from reader.tui.themes import DARK, LIGHT, TERMINAL_DARK, TERMINAL_LIGHT, VARIABLES, make_theme

if TYPE_CHECKING:
    from reader.model import Problem

BASES = {"dark": DARK, "light": LIGHT, "terminal-dark": TERMINAL_DARK, "terminal-light": TERMINAL_LIGHT}

COLOURS = ("page", *VARIABLES)
"""What a theme may colour."""

_TERMINAL = "default black red green yellow blue magenta cyan white".split()
"""The colours of a terminal, never its bright ones: bright black is the background of some palettes."""


def theme_files(folder: Path) -> dict[str, Path]:
    """The theme files of a configuration folder by the names of their themes, in order."""
    try:
        names = sorted(os.listdir(folder / "themes"))
    except OSError:
        return {}
    return {name.removesuffix(".yaml"): folder / "themes" / name for name in names if name.endswith(".yaml")}


def read_theme(path: Path, problems: list[Problem]) -> Theme:
    """The theme that a file describes; what is wrong in it is added to ``problems`` and stays as in its base."""
    from reader.library.options import nearest
    from reader.library.settings import entries_of
    from reader.model import Problem
    from reader.text.sanitise import one_line

    def tell(message: str, place: tuple[int, int]) -> None:
        problems.append(Problem(str(path), f"{one_line(message)}; ignored", place[0], False, place[1]))

    entries = entries_of(path, problems)
    base = DARK
    if (given := entries.pop("base", None)) is not None:
        if isinstance(given.value, str) and given.value in BASES:
            base = BASES[given.value]
        else:
            tell(f"base is none of {', '.join(BASES)}", given.place)
    colours = {name: base.variables[name] for name in COLOURS}
    for name, entry in entries.items():
        if name not in COLOURS:
            tell(f"{name} is nothing that a theme colours{nearest(name, COLOURS)}", (entry.line, entry.column))
            continue
        try:
            colours[name] = _colour(entry.value, base.ansi)
        except ValueError as error:
            tell(f"{name} {error}", entry.place)
    for name, line in entries.repeated:
        tell(f"{name} is given before", (line, 1))
    return make_theme(path.stem, base.dark, colours.pop("page"), colours, base.ansi)


def _colour(value: object, ansi: bool) -> str:
    from textual.color import Color, ColorParseError

    if value is None:
        raise ValueError("has no colour (one that begins with # stands in quotation marks)")
    if ansi:
        if value not in _TERMINAL:
            raise ValueError(f"is none of the terminal's colours ({', '.join(_TERMINAL)})")
        return f"ansi_{value}"
    try:
        colour = Color.parse(str(value)) if isinstance(value, str) and not value.startswith("ansi") else None
    except ColorParseError:
        colour = None
    if colour is None:
        raise ValueError("is no colour (as '#e3bd82' or teal)")
    if colour.a != 1 or colour.auto:
        raise ValueError("is a colour that one sees through, which a terminal has not")
    return colour.hex6.lower()


_TOLD = {
    "page": "behind the text", "ink": "the text", "quiet": "what stands back: hints, dates, counts",
    "person": "names of people", "place": "names of places", "organisation": "names of organisations",
    "group": "names of peoples and groups", "event": "names of events", "figure": "figures in the text",
    "moment": "dates in the text", "differs": "figures that others contradict, and errors",
    "alone": "the gutter, where only this source has a passage", "count": "the gutter, how many others have it",
    "bar": "the cursor", "key": "keys in the hints", "label": "what leads a line", "title": "titles",
    "source": "sources in the list", "rule": "the rule above Elsewhere", "strong": "a strong counterpart",
    "likely": "a likely one", "weak": "a weak one", "shared": "words that two passages share",
    "hit": "behind places found", "hit-ink": "places found", "removed": "lines that cleaning removed",
    "doubtful": "lines in doubt", "reason": "why a line was removed", "unread": "articles not read yet",
    "section": "headings", "aside": "what the program adds to a text",
}  # fmt: skip


def theme_sample(base: str) -> str:
    """A theme file that sets everything as its base (``dark`` or ``light``) has it, with a word on each colour."""
    variables = BASES[base].variables
    rows = [f'{name}: "{variables[name]}"'.ljust(26) + f"# {_TOLD[name]}\n" for name in COLOURS]
    return (
        "# A theme of your own: change what you like, leave out the rest. Its name is the name of the file.\n"
        "# Colours are written '#rrggbb' or by their names. The key T and `:theme NAME` read the file again.\n"
        f"base: {base:<20}# what is left out is as in this one: {', '.join(BASES)}\n\n" + "".join(rows)
    )
