"""How alike two passages are in words, in parts of words and in numbers.

Words and exact numbers tell the sentences of one event apart better than sentence embeddings do, and parts of words
(runs of three to five letters) catch what a stemmer misses: names spelt otherwise, "disarm" and "disarmament".
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain
from operator import mul
from typing import NamedTuple

from reader.comparison.concepts import terms
from reader.comparison.weighting import expected, rarity, stems, weigh
from reader.text.patterns import expression
from reader.text.words import stem, words

SHORTLIST = 6
"""How many passages of another article are looked at closely for one passage, at most."""

BUDGET = 130_000
"""How many pairs are looked at closely, about: large comparisons have shorter lists."""

LEAST = 0.02
"""Passages whose words have a smaller cosine are not looked at closely."""

_NUMBER = expression(r"\d+(?:[.,:]\d+)*")
_COMMON = 0.08
"""Words that so large a share of passages of general English hold are no clue in parts."""


class Likeness(NamedTuple):
    """Two passages (by index, ``a`` before ``b``) and their cosines, 0 to 1.

    ``rare`` is the logarithm of what the shared words tell; ``clash``: both hold numbers, and none in common.
    """

    a: int
    b: int
    words: float
    parts: float
    numbers: float
    rare: float
    clash: bool

    @property
    def total(self) -> float:
        """The three cosines in one, 0 to 1."""
        return (self.words + 2 * self.parts + 0.3 * self.numbers) / 3.3


def parts(text: str) -> Counter[str]:
    """The runs of three to five letters in the words of the text, word ends included; common words left out."""
    return Counter(chain.from_iterable([_parts_of(word.group()) for word in words(text.lower())]))


@lru_cache(maxsize=8192)
def _parts_of(word: str) -> tuple[str, ...]:
    if expected(stem(word)) >= _COMMON:
        return ()
    edged = f" {word} "
    return tuple(edged[i : i + n] for n in (3, 4, 5) for i in range(max(1, len(edged) - n + 1)))


def numbers(text: str) -> Counter[str]:
    """The numbers of the text as written, without commas."""
    return Counter(n.group().replace(",", "") for n in _NUMBER.finditer(text))


def likenesses(
    passages: Sequence[str], names: Sequence[Sequence[str]], days: Sequence[Sequence[str]], home: Sequence[int]
) -> list[Likeness]:
    """The pairs of passages of different articles that are worth a closer look, in order.

    The passages come without their names and days; ``names`` holds for each passage the names of the things it names,
    one for each, which then count as one word, and ``days`` its days. ``home`` is the number of each passage's article.
    """
    bags = [terms(text) for text in passages]
    for bag, named, dated in zip(bags, names, days, strict=True):
        bag.update(" ".join(stems(name)) for name in (*named, *dated))
    idf = rarity(bags)
    rows = cosines([weigh(bag, idf) for bag in bags], home)
    asked = len(home) * (len(set(home)) - 1)
    close = closest(rows, home, max(2, min(SHORTLIST, BUDGET // max(1, asked))))
    fine = part_vectors([" ".join((text, *named)) for text, named in zip(passages, names, strict=True)])
    figures = [numbers(text) for text in passages]
    telling = {term: max(0.0, idf(term) - 1) for bag in bags for term in bag}
    scarce = rarity(figures, background=0)
    weighed = [weigh(bag, scarce) for bag in figures]
    return [
        Likeness(
            a,
            b,
            words=rows[a][b],
            parts=dot(fine[a], fine[b]),
            numbers=dot(weighed[a], weighed[b]) if weighed[a] and weighed[b] else 0.0,
            rare=math.log1p(math.fsum(map(telling.__getitem__, bags[a].keys() & bags[b].keys()))),
            clash=bool(figures[a]) and bool(figures[b]) and figures[a].keys().isdisjoint(figures[b]),
        )
        for a, b in close
    ]


def cosines(vectors: Sequence[Mapping[str, float]], home: Sequence[int]) -> list[dict[int, float]]:
    """For each passage the cosine with every later passage of another article that shares a term with it."""
    posted: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for i, vector in enumerate(vectors):
        for term, weight in vector.items():
            posted[term].append((i, weight))
    rows: list[dict[int, float]] = [defaultdict(float) for _ in vectors]
    for posting in posted.values():
        for at, (a, weight) in enumerate(posting):
            row, here = rows[a], home[a]
            for b, other in posting[at + 1 :]:
                if home[b] != here:
                    row[b] += weight * other
    return rows


def closest(rows: Sequence[Mapping[int, float]], home: Sequence[int], keep: int) -> list[tuple[int, int]]:
    """The pairs that are among the best ``keep`` of either passage in the other's article, in order."""
    best: dict[tuple[int, int], list[tuple[float, int, int]]] = defaultdict(list)
    for a, row in enumerate(rows):
        for b, score in row.items():
            if score >= LEAST:
                best[a, home[b]].append((-score, a, b))
                best[b, home[a]].append((-score, a, b))
    found: set[tuple[int, int]] = set()
    for ranked in best.values():
        ranked.sort()
        found.update((a, b) for _, a, b in ranked[:keep])
    return sorted(found)


def part_vectors(passages: Sequence[str]) -> list[dict[str, float]]:
    """The passages as vectors of parts of words."""
    bags = [parts(text) for text in passages]
    texts = len(bags)
    idf = {
        part: math.log((1 + texts) / (1 + holding)) + 1 for part, holding in Counter(chain.from_iterable(bags)).items()
    }
    return [weigh(bag, idf.__getitem__) for bag in bags]


def dot(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    """The product of two vectors; summed exactly, so that it is the same whatever the order of the terms."""
    both = one.keys() & two.keys()
    return math.fsum(map(mul, map(one.__getitem__, both), map(two.__getitem__, both))) if both else 0.0
