"""A text as lines, and the lines as rows: what cleaning weighs one by one.

A row is a line with something on it, or, in a text that was broken at a fixed width, the lines of one paragraph
together, so that the last words of a paragraph are not taken for a menu.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.text.wrapping import joined, wrap_width

SHOWN = 2000
"""No row is looked at beyond this many characters from its start: a 50 MB line costs what a paragraph costs."""

_BREAK = re.compile(r"\r\n|\r|\n")
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_ENDS = tuple(".!?…。！？।؟۔።")
_CLOSERS = "'\"”’»«)]」』"


_Look = tuple[str, str, tuple[str, ...], tuple[str, ...], int, bool]


class Row(NamedTuple):
    """One unit of text: lines ``first`` to ``last`` (indexes from 0, both included).

    ``text`` is stripped, its blanks folded, cut at ``SHOWN`` characters; ``tail`` is its end. ``words`` are the words
    of ``text``, ``folded`` the same in small letters. ``tokens`` estimates the length of the whole row in words (about
    two characters a word where a script writes none). ``is_sentence`` tells that it ends as one does, ``gap`` that a
    blank line, or nothing, stands before it. (A tuple with names: rows are made by the ten thousand.)
    """

    first: int
    last: int
    text: str
    tail: str
    words: tuple[str, ...]
    folded: tuple[str, ...]
    tokens: int
    is_sentence: bool
    gap: bool


def split(text: str) -> list[tuple[int, int]]:
    r"""Where each line starts and ends, its break (``\r\n``, ``\r`` or ``\n``) left out; never empty."""
    bounds, start = [], 0
    for found in _BREAK.finditer(text):
        bounds.append((start, found.start()))
        start = found.end()
    if start < len(text) or not bounds:
        bounds.append((start, len(text)))
    return bounds


def fold(text: str) -> str:
    """The words of a line with one blank between them: how a reader's kept or dropped line is addressed."""
    return " ".join(text.split())


def count_tokens(text: str, words: Sequence[str]) -> int:
    """The length in words, whatever the script; scripts without blanks count two characters a word."""
    if text.isascii():
        return len(words)
    unspaced = len(_UNSPACED.findall(text))
    return len(words) + unspaced // 2 if unspaced else len(words)


def rows(text: str, bounds: Sequence[tuple[int, int]]) -> list[Row]:
    """The rows of a text in order; blank lines belong to none."""
    stripped = [text[start : min(end, start + SHOWN)].strip() for start, end in bounds]
    ends = _paragraph_ends(stripped)
    made: list[Row] = []
    known: dict[str, _Look] = {}
    gap, index, count = True, 0, len(bounds)
    while index < count:
        content = stripped[index]
        if not content:
            start, end = bounds[index]
            if end - start <= SHOWN or not text[start:end].strip():
                gap, index = True, index + 1
                continue
        last = ends.get(index, index)
        if last > index:
            content = " ".join(stripped[index : last + 1])
        looks = known.get(content)
        if looks is None or len(content) >= SHOWN:
            looks = known[content] = _look(content, text, bounds[index][0], bounds[last][1])
        made.append(Row(index, last, *looks, gap))
        gap, index = False, last + 1
    return made


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


def _look(content: str, text: str, start: int, end: int) -> _Look:
    """What a row shows: the fields of ``Row`` from ``text`` to ``is_sentence``."""
    shown = fold(content[:SHOWN])
    words = tuple(_WORD.findall(shown))
    tokens = count_tokens(shown, words)
    if end - start > SHOWN:
        tokens = max(tokens, tokens * (end - start) // SHOWN)
        tail = text[end - 200 : end].rstrip()[-80:] or shown[-80:]
    else:
        tail = shown[-80:]
    return shown, tail, words, tuple(map(str.casefold, words)), tokens, tail.rstrip(_CLOSERS).endswith(_ENDS)
