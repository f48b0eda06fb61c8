"""A text as lines, and the lines as rows: what cleaning weighs one by one.

A row is a line with something on it, or, in a text that was broken at a fixed width, the lines of one paragraph
together, so that the last words of a paragraph are not taken for a menu.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reader.intake.outline import outline
from reader.text.wrapping import joined, wrap_width

SHOWN = 2000
"""No more of a line is looked at than so many characters from its start, and its end: 50 MB cost what 2 kB do."""
_TAIL = 80

_BREAK = re.compile(r"\r\n|\r|\n")
_BLANKS = [chr(code) for code in range(0x3001) if chr(code).isspace() and chr(code) not in " \n"] + ["  "]
_ENDS = (b".", b"!", b"_", b"S")
_CLOSERS = b"\"')"


class Row(NamedTuple):
    """One unit of text: lines ``first`` to ``last`` (indexes from 0, both included).

    ``gap`` tells that a blank line, or nothing, stands before it. Rows of one text have one number ``like``: different
    texts are numbered from 0 in the order in which they appear. ``text`` is stripped and its blanks folded; of a line
    longer than ``SHOWN`` characters it is the start and the end. ``outline`` is its outline, ``words`` are its runs of
    letters and digits in small letters. ``tokens`` estimates the length of the whole row in words (two characters a
    word where a script writes no blanks). ``is_sentence`` tells that it ends as one does. (A tuple with names: rows
    are made by the ten thousand.)
    """

    first: int
    last: int
    gap: bool
    like: int
    text: str
    outline: bytes
    words: list[str]
    tokens: int
    is_sentence: bool


def split(text: str) -> list[tuple[int, int]]:
    r"""Where each line starts and ends, its break (``\r\n``, ``\r`` or ``\n``) left out; never empty."""
    bounds, start = [], 0
    if "\r" in text:
        for found in _BREAK.finditer(text):
            bounds.append((start, found.start()))
            start = found.end()
    else:
        for line in text.split("\n"):
            end = start + len(line)
            bounds.append((start, end))
            start = end + 1
        start = bounds.pop()[0]
    if start < len(text) or not bounds:
        bounds.append((start, len(text)))
    return bounds


def fold(text: str) -> str:
    """The words of a line with one blank between them: how a reader's kept or dropped line is addressed."""
    return " ".join(text.split())


def rows(text: str, bounds: Sequence[tuple[int, int]]) -> list[Row]:
    """The rows of a text in order; blank lines belong to none."""
    stripped = [text[start:end].strip() for start, end in bounds]
    longer: dict[str, int] = {}
    if len(text) > SHOWN:
        for index, line in enumerate(stripped):
            if len(line) > SHOWN:
                stripped[index] = f"{line[:SHOWN]} {line[-_TAIL:]}"
                longer[stripped[index]] = len(line)
    ends = _paragraph_ends(stripped)
    likes: dict[str, int] = {}
    places: list[tuple[int, int, bool, int]] = []
    gap, after = True, 0
    for index, line in enumerate(stripped):
        if index < after:
            continue
        if not line:
            gap = True
            continue
        last = ends.get(index, index)
        if last > index:
            line = " ".join(stripped[index : last + 1])
        places.append((index, last, gap, likes.setdefault(line, len(likes))))
        gap, after = False, last + 1
    looks = _looks(list(likes), longer)
    return [Row(first, last, gap, like, *looks[like]) for first, last, gap, like in places]


def distinct(rows: Sequence[Row]) -> list[Row]:
    """The first row of each text, by its number ``like``."""
    found = dict(zip([row.like for row in reversed(rows)], reversed(rows), strict=True))
    return [found[like] for like in range(len(found))]


def _paragraph_ends(stripped: Sequence[str]) -> dict[int, int]:
    """The last line of each paragraph by its first, where the text was wrapped to a width; else nothing."""
    blocks: list[range] = []
    start = None
    for index, line in enumerate([*stripped, ""]):
        if line and start is None:
            start = index
        elif not line and start is not None:
            blocks.append(range(start, index))
            start = None
    texts = [[stripped[index] for index in block] for block in blocks]
    width = wrap_width(texts)
    if width is None:
        return {}
    return {
        block[lines.start]: block[lines.stop - 1]
        for block, text in zip(blocks, texts, strict=True)
        for lines in joined(text, width)
    }


_Look = tuple[str, bytes, list[str], int, bool]


def _looks(texts: list[str], longer: Mapping[str, int]) -> list[_Look]:
    """What each text shows: the fields of ``Row`` from ``text`` on; ``longer`` has the true lengths of cut ones."""
    if not texts:
        return []
    page = "\n".join(texts)
    kinds, letters = outline(page)
    shown = [fold(text) for text in texts] if any(blank in page for blank in _BLANKS) else texts
    made: list[_Look] = []
    for text, own, line in zip(shown, kinds.split(b"\n"), letters.split("\n"), strict=True):
        words = line.split()
        tokens = len(words)
        if b"z" in own:
            tokens += own.count(b"z") // 2
        ending = own.rstrip(_CLOSERS)
        made.append((text, own, words, tokens, ending[-1:] in _ENDS))
    for n, text in enumerate(texts if longer else ()):
        if text in longer:
            look = made[n]
            made[n] = (*look[:3], look[3] * longer[text] // len(text), look[4])
    return made
