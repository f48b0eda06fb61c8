"""Words and stems: what sentences are compared by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import snowballstemmer

from reader.text.patterns import expression

WORD = expression(r"[^\W_]+(?:['’][^\W_]+)*")

_english = snowballstemmer.stemmer("english")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of an English word, lower case ("dissolved" and "dissolving" have one)."""
    return str(_english.stemWord(word.lower()))


def words(text: str) -> Iterator[re.Match[str]]:
    """The words of the text with their places; a word may hold an apostrophe."""
    return WORD.finditer(text)
