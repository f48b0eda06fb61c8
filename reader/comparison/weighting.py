"""How much a word tells: its rarity in the reports at hand, steadied by its rarity in general English.

Within five reports of one event the counts of words are too small to be trusted, so the background counts as many
passages as ``BACKGROUND`` says: five articles then rank as five thousand do.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from operator import mul
from pathlib import Path
from typing import TypeVar

from reader.text.words import stem, words

BACKGROUND = 200
"""How many passages of general English stand beside the passages compared."""

PASSAGE_LENGTH = 25
"""Words of a passage of general English."""

_UNKNOWN = 2.0 ** (-46 / 2)

GRAIN = 1 << 14
"""Weights are whole numbers of this part of one: their sums are exact, in whatever order they are made."""

T = TypeVar("T")

Vector = dict[T, int]
"""Terms with their weights, of length one."""


@cache
def general_english() -> dict[str, float]:
    """The share of all words that each stem has in general English; a stem that is missing is rarer than all here."""
    shares: dict[str, float] = {}
    table = Path(__file__).with_name("data").joinpath("general_english.txt").read_text("utf-8")
    for line in table.splitlines():
        if not line.startswith("#"):
            rarity, *stems = line.split(" ")
            shares.update(dict.fromkeys(stems, 2.0 ** (-int(rarity) / 2)))
    return shares


def expected(term: str, length: int = PASSAGE_LENGTH) -> float:
    """The chance, 0 to 1, that a text of that many words of general English holds the stem."""
    return 1 - math.exp(-length * general_english().get(term, _UNKNOWN))


def stems(text: str) -> Counter[str]:
    """The stems of a text, counted; typographic apostrophes are read as plain ones."""
    return Counter(stem(word.group().replace("’", "'")) for word in words(text))


def rarity(
    bags: Iterable[Iterable[str]], *, length: int = PASSAGE_LENGTH, background: float = BACKGROUND
) -> Mapping[str, float]:
    """The idf of terms over texts (each given as its distinct terms) of about ``length`` words."""
    found: Counter[str] = Counter()
    texts = 0
    for bag in bags:
        found.update(bag)
        texts += 1
    whole = 1 + texts + background

    class Idf(dict[str, float]):
        def __missing__(self, term: str) -> float:
            seen = 0.5 + found[term] + background * expected(term, length)
            self[term] = idf = max(0.0, math.log(whole / seen))
            return idf

    return Idf()


def weigh(bag: Mapping[T, int], idf: Mapping[T, float]) -> Vector[T]:
    """The tf-idf vector of a bag of terms, of length one; terms without weight are left out."""
    vector = {term: idf[term] if count == 1 else (1 + math.log(count)) * idf[term] for term, count in bag.items()}
    length = math.sqrt(math.fsum(weight * weight for weight in vector.values())) / GRAIN
    return {term: grains for term, weight in vector.items() if (grains := round(weight / length))} if length else {}


def dot(one: Vector[T], two: Vector[T]) -> float:
    """The product of two vectors, 0 to 1."""
    both = one.keys() & two.keys()
    return sum(map(mul, map(one.__getitem__, both), map(two.__getitem__, both))) / GRAIN**2 if both else 0.0
