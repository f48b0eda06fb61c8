"""How alike the passages of two articles are in words, in parts of words and in numbers.

Words and exact numbers tell the sentences of one event apart better than sentence embeddings do, and parts of words
(runs of three to five letters) catch what a stemmer misses: names spelt otherwise, "disarm" and "disarmament".
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reader.comparison.statements import Statements
from reader.comparison.weighting import GRAIN, dot

LEAST = 0.02
"""Passages whose words have a smaller cosine are not looked at closely."""


class Search(NamedTuple):
    """Which pairs of passages are looked at closely: about so many for each passage, and at least so much alike.

    Pairs that are not at least so ``likely`` in the end are no candidates.
    """

    shortlist: int
    alike: float
    likely: float


Joint = Mapping[int, int]
"""The things that two articles both name: the number in the first by that in the second."""


class Likeness(NamedTuple):
    """Two passages (by number, ``a`` of the first article, ``b`` of the second), and their cosines, 0 to 1.

    ``total`` is the three in one, 0 to 1.
    """

    a: int
    b: int
    words: float
    parts: float
    numbers: float
    total: float


def likenesses(one: Statements, two: Statements, joint: Joint, search: Search) -> list[Likeness]:
    """The pairs of passages that are worth a closer look, in order."""
    rows = cosines(one, two, joint)
    found = []
    for a, b in closest(rows, search.shortlist):
        words = rows[a][b] / GRAIN**2
        parts = dot(one.parts[a], two.parts[b])
        mine, theirs = one.numbers[a], two.numbers[b]
        numbers = dot(mine, theirs) if mine and theirs else 0.0
        total = (words + 2 * parts + 0.3 * numbers) / 3.3
        if total >= search.alike:
            found.append(Likeness(a, b, words, parts, numbers, total))
    return found


def cosines(one: Statements, two: Statements, joint: Joint) -> list[dict[int, int]]:
    """For each passage of ``one`` its cosines with those of ``two`` that share terms, in parts of ``GRAIN`` squared."""
    posted, mentioned, terms = two.posted, two.mentioned, two.posted.keys()
    rows = []
    for words, named in zip(one.words, one.named, strict=True):
        row: dict[int, int] = defaultdict(int)
        for term in words.keys() & terms:
            weight = words[term]
            for b, other in posted[term]:
                row[b] += weight * other
        for thing, weight in named.items():
            for b, other in mentioned.get(joint.get(thing, -1), ()):
                row[b] += weight * other
        rows.append(row)
    return rows


def closest(rows: Sequence[Mapping[int, int]], keep: int) -> list[tuple[int, int]]:
    """The pairs that are among the best ``keep`` of either passage, in order."""
    least = LEAST * GRAIN**2
    there: dict[int, list[tuple[int, int]]] = defaultdict(list)
    found: set[tuple[int, int]] = set()
    for a, row in enumerate(rows):
        here = [(-score, b) for b, score in row.items() if score >= least]
        for score, b in here:
            there[b].append((score, a))
        if len(here) > keep:
            here = sorted(here)[:keep]
        found.update([(a, b) for _, b in here])
    for b, ranked in there.items():
        if len(ranked) > keep:
            ranked = sorted(ranked)[:keep]
        found.update([(a, b) for _, a in ranked])
    return sorted(found)


def rare(one: Statements, two: Statements, a: int, b: int, joint: Joint) -> float:
    """The logarithm of what it tells that two passages share words and things, on the average of the two articles."""
    both = one.words[a].keys() & two.words[b].keys()
    told = sum(map(one.telling.__getitem__, both)) + sum(map(two.telling.__getitem__, both))
    for thing in one.named[a]:
        if (other := joint.get(thing, -1)) in two.named[b]:
            told += max(0, one.naming[thing] - GRAIN) + max(0, two.naming[other] - GRAIN)
    return math.log1p(told / (2 * GRAIN))
