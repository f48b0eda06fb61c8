"""What goes together: the cut, and the groups that are more alike by themselves than to each other."""

from __future__ import annotations

from itertools import combinations

from reader.comparison.linkage import Alike, linkage
from reader.comparison.weighting import GRAIN


def pairs(groups: list[range], within: float, between: float, days: float = 1.0) -> dict[tuple[int, int], Alike]:
    """Things alike in groups and between them; ``days`` takes from the nearness of things of two groups."""
    group_of = {thing: n for n, group in enumerate(groups) for thing in group}
    found = {}
    for a, b in combinations(sorted(group_of), 2):
        same = group_of[a] == group_of[b]
        words = within if same else between
        found[a, b] = Alike(round(words * GRAIN), round(words * (1.0 if same else days) * GRAIN))
    return found


def test_things_alike_are_one_group_and_things_unlike_are_not() -> None:
    assert linkage(range(4), pairs([range(2), range(2, 4)], 0.4, 0.1)) == [[0, 1], [2, 3]]
    assert linkage(range(4), pairs([range(4)], 0.4, 0)) == [[0, 1, 2, 3]]
    assert linkage([7, 3], {}) == [[3], [7]]


def test_sister_events_stay_apart_though_they_are_alike_enough() -> None:
    halves = [range(3), range(3, 6)]
    assert linkage(range(6), pairs(halves, 0.5, 0.3)) == [[0, 1, 2], [3, 4, 5]]
    assert linkage(range(6), pairs(halves, 0.5, 0.4)) == [[0, 1, 2, 3, 4, 5]]
    assert linkage(range(6), pairs(halves, 0.4, 0.3)) == [[0, 1, 2, 3, 4, 5]]


def test_a_single_article_of_a_sister_event_stays_apart_but_a_loose_report_does_not() -> None:
    assert linkage(range(5), pairs([range(4), range(4, 5)], 0.5, 0.2)) == [[0, 1, 2, 3], [4]]
    assert linkage(range(5), pairs([range(4), range(4, 5)], 0.5, 0.3)) == [[0, 1, 2, 3, 4]]


def test_days_between_tell_whether_groups_are_near_and_not_whether_they_are_sisters() -> None:
    halves = [range(3), range(3, 6)]
    assert len(linkage(range(6), pairs(halves, 0.4, 0.35, days=0.6))) == 1
    assert len(linkage(range(6), pairs(halves, 0.4, 0.35, days=0.3))) == 2
