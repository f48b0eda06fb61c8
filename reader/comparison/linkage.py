"""Average linkage that keeps sister events apart.

Two groups are one where their articles' mean likeness is high enough, the likest first. Reports of a sister event (the
next match of a champion, a quake in the same place three years later) are alike enough too; but each of the two groups
is more alike by itself than the two are to each other. So groups large enough to tell are joined only where the one
holds up to the other: a cut that the groups set themselves.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reader.comparison.weighting import GRAIN

CUT = 0.17
"""The least mean nearness at which two groups are one."""

TELLING = 3
"""Articles from which on a group tells how alike the reports of its event are."""

EVEN = 0.73
"""The least mean likeness between two telling groups, as a part of that within the looser of them."""

LONE = 0.5
"""The same between a telling group and one that is not."""


class Alike(NamedTuple):
    """How alike two articles are, in parts of ``GRAIN``: by their words, and with the days between them."""

    words: int
    near: int


Pair = tuple[int, int]


def linkage(things: Sequence[int], alike: Mapping[Pair, Alike]) -> list[list[int]]:
    """The groups of things, each sorted, in the order of their first; pairs (lesser first) that are missing are 0."""
    links: dict[int, dict[int, list[int]]] = {thing: {} for thing in things}
    for (a, b), (words, near) in alike.items():
        links[a][b] = links[b][a] = [words, near]
    members = {thing: [thing] for thing in things}
    within = dict.fromkeys(things, 0)

    def nearness(a: int, b: int) -> float:
        return links[a][b][1] / (len(members[a]) * len(members[b]))

    def by_itself(a: int) -> float:
        count = len(members[a])
        return 2 * within[a] / (count * (count - 1))

    def sisters(a: int, b: int) -> bool:
        telling = [by_itself(group) for group in (a, b) if len(members[group]) >= TELLING]
        between = links[a][b][0] / (len(members[a]) * len(members[b]))
        return bool(telling) and between < (EVEN if len(telling) > 1 else LONE) * min(telling)

    def join(a: int, b: int) -> None:
        within[a] += within.pop(b) + links[a].pop(b)[0]
        del links[b][a]
        for other, (words, near) in links.pop(b).items():
            both = links[a].setdefault(other, [0, 0])
            both[0] += words
            both[1] += near
            links[other][a] = both
            del links[other][b]
        members[a] += members.pop(b)

    queue = [(-nearness(a, b), a, b) for a in things for b in links[a] if a < b]
    heapq.heapify(queue)
    while queue and -queue[0][0] >= CUT * GRAIN:
        score, a, b = heapq.heappop(queue)
        if a not in members or b not in links[a] or nearness(a, b) != -score or sisters(a, b):
            continue
        join(a, b)
        for other in links[a]:
            one, two = sorted((a, other))
            heapq.heappush(queue, (-nearness(one, two), one, two))
    return sorted(sorted(group) for group in members.values())
