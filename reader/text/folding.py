"""Words as full-text search sees them: without case and without the marks of letters.

The same words as SQLite's tokenizer ``unicode61`` makes, so that what the index finds is found again in the text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.text.patterns import expression

_TOKEN = expression(r"(?:[^\W_][\u0300-\u036f]*)+")


class Token(NamedTuple):
    """A word folded, and where it stands: ``text[start:end]``."""

    word: str
    start: int
    end: int


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """The word in small letters without their marks."""
    word = word.lower()
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of ``text[start:end]``; apostrophes and hyphens part them."""
    found = _TOKEN.finditer(text, start, len(text) if end is None else end)
    return [Token(folded(one.group()), one.start(), one.end()) for one in found]


def sequences(words: Sequence[Token], wanted: Sequence[str], begins: bool = False) -> Iterator[tuple[int, int]]:
    """Where the wanted words follow each other; with ``begins`` the last of them may go on. From start to end."""
    if not wanted:
        return
    first, size = wanted[0], len(wanted)
    for n in range(len(words) - size + 1):
        if size > 1 and words[n].word != first:
            continue
        if any(words[n + i].word != word for i, word in enumerate(wanted[:-1])):
            continue
        last = words[n + size - 1].word
        if last == wanted[-1] or (begins and last.startswith(wanted[-1])):
            yield words[n].start, words[n + size - 1].end
