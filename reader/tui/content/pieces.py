"""Runs of text with roles, and how many cells they fill.

A role is a word ("person", "hit", "dim"); the palette knows its colour, the words themselves carry no markup.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rich.cells import cell_len, get_character_cell_size

from reader.text.sanitise import sanitise

Piece = tuple[str, str]
"""A run of text and its roles, separated by blanks; no role is plain text."""

Row = tuple[Piece, ...]
"""One row of the screen."""

BLANK: Row = ()

_SHORT = 24  # characters of a path that are worth their room in a line about what went wrong

_SPACES = str.maketrans({"\t": " ", "\n": " ", "\r": " ", "\v": " ", "\f": " ", "\x85": " "})


def shown(text: str) -> str:
    """The text as it may be shown: every control character replaced, line breaks and tabs blank; as long as before."""
    return sanitise(text.translate(_SPACES))


def reason(error: Exception) -> str:
    """What went wrong, in few words: a file far away by its name alone, an error of the system without its number."""
    if (problem := getattr(error, "problem", None)) is not None:
        return shown(f"{_name(problem.path)}: {problem.message}")
    if isinstance(error, OSError) and error.strerror:
        return shown(f"{_name(str(error.filename))}: {error.strerror}" if error.filename else error.strerror)
    return shown(str(error))


def _name(path: str) -> str:
    name = f"…/{os.path.basename(path.rstrip(os.sep))}"
    return path if len(path) <= max(len(name), _SHORT) else name


def row_width(row: Row) -> int:
    """The width of a row in cells."""
    return sum(cell_len(text) for text, _ in row)


def cut(text: str, width: int) -> str:
    """As much of the text as fills at most that many cells; never half of a wide character."""
    if cell_len(text) <= width:
        return text
    room = max(width, 0)
    for n, character in enumerate(text):
        room -= get_character_cell_size(character)
        if room < 0:
            return text[:n]
    return text


def clip(text: str, width: int) -> str:
    """The text in at most that many cells, with an ellipsis where something is left out."""
    if cell_len(text) <= width:
        return text
    return cut(text, width - 1).rstrip() + "…" if width > 0 else ""


def pad(text: str, width: int) -> str:
    """The text clipped or filled to exactly that many cells."""
    text = clip(text, width)
    return text + " " * (width - cell_len(text))


def fit(row: Iterable[Piece], width: int) -> Row:
    """The row clipped to that many cells."""
    found: list[Piece] = []
    room = width
    pieces = [piece for piece in row if piece[0]]
    for n, (text, roles) in enumerate(pieces):
        size = cell_len(text)
        last = n + 1 == len(pieces)
        if size < room or (size == room and last):
            found.append((text, roles))
            room -= size
            continue
        if size > room or not last:
            found.append((cut(text, room - 1) + "…" if room > 0 else "", roles))
            break
    return tuple(piece for piece in found if piece[0])


def ends(left: Sequence[Piece], right: Sequence[Piece], width: int) -> Row:
    """One row with something at either end; the left gives way where both do not fit."""
    tail = fit(right, width)
    room = width - row_width(tail)
    head = fit(left, room - 1 if tail else room)
    gap = room - row_width(head)
    return (*head, (" " * gap, ""), *tail) if gap > 0 else (*head, *tail)


def marked(text: str, start: int, end: int, marks: Iterable[tuple[int, int, str]], base: str = "") -> Row:
    """``text[start:end]`` cut where marks begin and end; the roles of overlapping marks add up."""
    inside = [(max(a, start), min(b, end), role) for a, b, role in marks if a < end and b > start]
    edges = sorted({start, end, *(a for a, _, _ in inside), *(b for _, b, _ in inside)})
    row: list[Piece] = []
    for a, b in pairwise(edges):
        roles = " ".join(dict.fromkeys([*base.split(), *(role for x, y, role in inside if x <= a and b <= y)]))
        if row and row[-1][1] == roles:
            row[-1] = (row[-1][0] + text[a:b], roles)
        else:
            row.append((text[a:b], roles))
    return tuple(row)


def wrap(text: str, width: int) -> tuple[tuple[int, int], ...]:
    """Where the rows of a paragraph start and end, blanks at their ends left out.

    A word too long for a row is broken after a hyphen in it, failing that where the row ends. ``width`` counts cells;
    at least one character stands in a row, however narrow.
    """
    if not text.strip(" "):
        return ()
    if text.isascii() and len(text) <= width:
        return ((0, len(text)),)
    rows: list[tuple[int, int]] = []
    start, at, room, gap, hyphen = 0, 0, width, -1, -1
    while at < len(text):
        character = text[at]
        size = 1 if character.isascii() else get_character_cell_size(character)
        if character == " ":
            gap = at
        elif size > room and at > start:
            end = gap if gap > start else hyphen if hyphen > start else at
            rows.append((start, end))
            start = end
            while start < len(text) and text[start] == " ":
                start += 1
            at, room, gap, hyphen = start, width, -1, -1
            continue
        room -= size
        at += 1
        if character == "-":
            hyphen = at
    if start < len(text):
        rows.append((start, len(text)))
    return tuple((a, a + len(text[a:b].rstrip(" "))) for a, b in rows)
