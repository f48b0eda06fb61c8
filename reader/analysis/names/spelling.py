"""Spellings of one name: letters without their marks, and names that differ by transliteration alone."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from reader.text.patterns import expression

_PLAIN = str.maketrans(
    {"ı": "i", "İ": "I", "ə": "a", "Ə": "A", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss",
     "æ": "ae", "Æ": "Ae", "œ": "oe", "þ": "th", "ð": "d", "ħ": "h", "’": "'", "‘": "'", "ʻ": "", "ʼ": "", "‐": "-",
     "‑": "-"}
)  # fmt: skip

_SOUNDS: tuple[tuple[str, str], ...] = (
    ("tch|sch|tsh|dzh|tz|ts|dj|zh|sh|ch|c(?=[eiy])|[sjz]", "s"),
    ("kh|gh|ck|qu|[kgqxc]", "k"),
    ("ph|[fvw]", "f"),
    ("th|dh|[dt]", "t"),
    ("[bp]", "p"),
    ("[^skftplmnr]", ""),
    (r"(.)\1+", r"\1"),
)
"""Consonants that scripts and languages write for one another, each class under one letter; vowels fall away."""

_COMPILED = tuple((expression(pattern), letter) for pattern, letter in _SOUNDS)
_INFLECTIONS = ("s", "a", "n", "an", "ian", "ia", "i", "ese", "aya", "ism", "ist", "er", "es")


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """The name in plain letters: no accents, one kind of apostrophe and hyphen, blanks folded."""
    if name.isascii():
        return " ".join(name.split())
    marked = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    return " ".join("".join(c for c in marked if not unicodedata.combining(c)).split())


@lru_cache(maxsize=8192)
def letters_of(name: str) -> str:
    """The name's letters alone, lower case: what hyphens, blanks, stops, accents and capitals cannot change."""
    return "".join(c for c in fold(name).lower().removeprefix("the ") if c.isalnum())


@lru_cache(maxsize=8192)
def initials(name: str) -> frozenset[str]:
    """The letters a name may be shortened to."""
    words = re.split(r"[\s-]+", fold(name))
    large = "".join(w[0] for w in words if w[:1].isupper()).upper()
    every = "".join(w[0] for w in words if w[:1].isalpha()).upper()
    return frozenset(letters for letters in (large, every) if len(letters) > 1)


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """The consonants of a word by class of sound: "Garabagh" and "Karabakh" have one skeleton."""
    letters = fold(word).lower()
    for pattern, letter in _COMPILED:
        letters = pattern.sub(letter, letters)
    return letters


def distance(one: str, two: str, limit: int) -> int:
    """Edits between two words, a swap of neighbours counting one; ``limit + 1`` where there are more than ``limit``."""
    if abs(len(one) - len(two)) > limit:
        return limit + 1
    older: list[int] = []
    old = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(two, 1):
            cost = min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (a != b))
            if i > 1 and j > 1 and a == two[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
        older, old = old, row
    return min(old[-1], limit + 1)


def _consonants(word: str) -> str:
    """The word without vowels, double letters once."""
    return re.sub(r"(.)\1+", r"\1", re.sub("[aeiouy]", "", word))


def spelled_alike(one: str, two: str, least: int = 5) -> bool:
    """Whether two words are likely spellings of one name: one skeleton and few edits, or a slip of the pen.

    An ending that makes another name is no spelling ("Aliyev", "Aliyeva"; "Serb", "Serbia"). Words shorter than
    ``least`` letters have no room for a second spelling.
    """
    a, b = sorted((fold(one).lower()[:40], fold(two).lower()[:40]), key=len)
    if a == b:
        return True
    if len(a) < least or any(a + ending == b for ending in _INFLECTIONS):
        return False
    bones = skeleton(a)
    if bones == skeleton(b) and len(bones) >= 2:
        allowed = 1 if len(b) < 6 or len(bones) == 2 else (3 * len(b)) // 10
        if distance(a, b, allowed) <= allowed:
            return True
    if len(a) > 6 and a[0] == b[0] and len(bare := _consonants(a)) > 3 and bare == _consonants(b):
        return True  # "Mohamed", "Muhammad"
    allowed = 0 if len(a) < 7 else 1 if len(a) < 10 else 2
    return a[0] == b[0] and a[-1] == b[-1] and distance(a, b, allowed) <= allowed
