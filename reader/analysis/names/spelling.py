"""Spellings of one name: letters without their marks, and names that differ by transliteration alone."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans(
    {"ı": "i", "İ": "I", "ə": "a", "Ə": "A", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss",
     "æ": "ae", "Æ": "Ae", "œ": "oe", "þ": "th", "ð": "d", "ħ": "h", "’": "'", "‘": "'", "ʻ": "", "ʼ": "", "‐": "-",
     "‑": "-"}
)  # fmt: skip


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """The name in plain letters: no accents, one kind of apostrophe and hyphen, blanks folded."""
    if name.isascii():
        return " ".join(name.split())
    marked = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    return " ".join("".join(c for c in marked if not unicodedata.combining(c)).split())
