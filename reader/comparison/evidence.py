"""What speaks for and against two passages reporting the same thing, as numbers that can be weighed.

Most of it depends on the two articles alone (:func:`meet`), and is worked out once for each pair of them. The rest is
how the pair stands among all articles compared (:mod:`reader.comparison.standing`): whether the two articles are about
one event at all, whether a third article bears witness, whether the passages are like everything.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from reader.comparison.comparable import Count, same_thing, same_time
from reader.comparison.reasons import Grounds
from reader.comparison.similarity import Joint, Likeness, Search, likenesses, rare
from reader.comparison.statements import Statements


class Evidence(NamedTuple):
    """One pair's evidence; where nothing else is said 0 to 1, and higher where more speaks for the pair.

    ``words``, ``parts``, ``numbers`` are cosines, ``rare`` is the logarithm of what the shared words tell (0 to 5) and
    ``clash`` 1 where both hold numbers, share none and count nothing in common. ``times`` (-1 to 1) is agreement on
    days less conflict, ``figures`` (-1 to 1) that both count the same thing, less of different times, ``names`` the
    share of names in common, ``actors`` 1 where both name persons, and none in common. ``crowd`` (0 or more) is the
    logarithm of how many times longer the articles are than those the weights were fitted to: the more passages, the
    more of them are alike by chance. ``event`` and ``close`` are how far the whole articles are about one event, and
    about it alone. ``bridge`` is the likeness of both to a passage of a third article, ``hub`` (0 to 2) how well the
    best other passages of all articles match them: a passage that resembles everything corresponds to nothing.
    """

    words: float
    parts: float
    numbers: float
    rare: float
    clash: float
    times: float
    figures: float
    names: float
    actors: float
    crowd: float
    event: float
    close: float
    bridge: float
    hub: float


NAMES = Evidence._fields

USUAL_LENGTH = 12
"""Passages of an article of those that the weights were fitted to."""

NONE = 0.0, 0.0
"""The likeness to the best passages of an article that has none like it."""

Spell = tuple[date, date]
"""A first and a last day."""

Own = tuple[float, ...]
"""The first fields of the evidence: what depends on the two articles alone."""

J = TypeVar("J")
"""What the own evidence of a pair is judged to be worth, or the evidence itself."""


class Near(NamedTuple, Generic[J]):
    """Two passages of two articles, by their numbers there, that may report the same thing; their likeness, 0 to 1.

    ``ahead`` is how much the likeness of either is ahead of that of the next passage it is like, if this is the best
    for it, the two added up.
    """

    a: int
    b: int
    likeness: float
    ahead: float
    own: J


@dataclass(frozen=True, slots=True)
class Met(Generic[J]):
    """Two articles compared with each other alone.

    ``best_one`` and ``best_two`` tell for the passages of either the likeness to the best and to the second-best
    passage of the other. ``grounds`` is where the grounds of links are kept once they were worked out.
    """

    one: Statements
    two: Statements
    joint: Joint
    near: tuple[Near[J], ...]
    best_one: Mapping[int, tuple[float, float]]
    best_two: Mapping[int, tuple[float, float]]
    grounds: dict[tuple[int, int], Grounds] = field(default_factory=dict, compare=False)


def meet(one: Statements, two: Statements, joint: Joint, search: Search, judge: Callable[[Own], J]) -> Met[J]:
    """Compare two articles with each other alone."""
    crowd = max(0.0, math.log(max(1, len(one.facts) * len(two.facts))) / 2 - math.log(USUAL_LENGTH))
    found: list[tuple[int, int, float, J]] = []
    best_one: dict[int, tuple[float, float]] = {}
    best_two: dict[int, tuple[float, float]] = {}
    for pair in likenesses(one, two, joint, search):
        a, b, _, _, _, score = pair
        found.append((a, b, score, judge(own(one, two, pair, joint, crowd))))
        first, second = best_one.get(a, NONE)
        best_one[a] = (score, first) if score > first else (first, max(second, score))
        first, second = best_two.get(b, NONE)
        best_two[b] = (score, first) if score > first else (first, max(second, score))
    near = (Near(a, b, s, lead(best_one[a], s) + lead(best_two[b], s), worth) for a, b, s, worth in found)
    return Met(one, two, joint, tuple(near), best_one, best_two)


def lead(best: tuple[float, float], likeness: float) -> float:
    """How much the passage of that likeness is ahead of the next, if it is the best."""
    return best[0] - best[1] if likeness >= best[0] else 0.0


def own(one: Statements, two: Statements, pair: Likeness, joint: Joint, crowd: float) -> Own:
    """The evidence that depends on the two articles alone."""
    a, b, words, parts, numbers, _ = pair
    mine, theirs = one.facts[a], two.facts[b]
    same = figures(one.counts[a], two.counts[b])
    if numbers and same <= 0 and look_alike(one.counts[a], two.counts[b]):
        numbers = 0.0
    return (
        words,
        parts,
        numbers,
        rare(one, two, a, b, joint),
        float(same <= 0 and not numbers and bool(one.numbers[a]) and bool(two.numbers[b])),
        times(mine.spells, theirs.spells),
        same,
        names(one.naming, two.naming, mine.things, theirs.things, joint),
        actors(mine.persons, theirs.persons, joint),
        crowd,
    )


def times(one: Sequence[Spell], two: Sequence[Spell]) -> float:
    """1 where both name the same days, less the less exact the overlap; below 0 where both name days and none meet."""
    return max(overlap(mine, theirs) for mine in one for theirs in two) or -1.0 if one and two else 0.0


def overlap(one: Spell, two: Spell) -> float:
    """The share of days that two spells, both ends included, have in common, 0 to 1."""
    common = (min(one[1], two[1]) - max(one[0], two[0])).days + 1
    return common / ((max(one[1], two[1]) - min(one[0], two[0])).days + 1) if common > 0 else 0.0


def figures(one: Sequence[Count], two: Sequence[Count]) -> float:
    """1 where both count the same thing to the same number, less where the numbers differ; 0 where they count others.

    That sources differ on a number is no sign that they speak of something else: it is what a reader looks for. Below
    0 where they count the same of different times: the dead of two wars.
    """
    if not one or not two:
        return 0.0
    same = [f.meets(g) for f in one for g in two if same_thing(f, g, linked=False)]
    if same:
        return 1.0 if any(same) else 0.7
    return -float(
        any(f.thing == g.thing != "" and f.fate == g.fate != "" and not same_time(f, g) for f in one for g in two)
    )


def look_alike(one: Sequence[Count], two: Sequence[Count]) -> bool:
    """Whether equal numbers count different things: 2,000 people evacuated, 2,000 soldiers."""
    return any(
        f.thing != "" != g.thing != f.thing and f.figure.value == g.figure.value and f.also.isdisjoint(g.also)
        for f in one
        for g in two
    )


def names(
    mine: Mapping[int, int], theirs: Mapping[int, int], one: Sequence[int], two: Sequence[int], joint: Joint
) -> float:
    """The share of the names of two passages that both have, weighed by rarity in their articles."""
    if not one or not two:
        return 0.0
    both = sum(mine[n] + theirs[joint[n]] for n in one if joint.get(n, -1) in two) / 2
    return both / (sum(map(mine.__getitem__, one)) + sum(map(theirs.__getitem__, two)) - both) if both else 0.0


def actors(one: Collection[int], two: Collection[int], joint: Joint) -> float:
    """1 where both name persons, and none in common."""
    return float(bool(one) and bool(two) and not any(joint.get(person, -1) in two for person in one))
