"""A library grouped into stories: articles that tell of one event, by their words and their days."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from reader.comparison.by_hand import placed
from reader.comparison.linkage import Alike, Pair, linkage
from reader.comparison.sketches import SHARED, Sketch, beginning, likeness, mean_likeness, sketch
from reader.comparison.weighting import GRAIN
from reader.library.story_index import Row
from reader.model import Article, Story

FADE = 7.0
"""Days between two dated articles that divide their nearness by e."""

WINDOW = 14
"""Days between two dated articles that are no longer compared."""

MOST_ALIKE = 0.6
"""Articles count for no more alike than this: copies of one text tell nothing of how others report an event."""

LEVELS = (0.03, 0.06, 0.09, 0.12, 0.15)
"""How alike any two articles are that have nothing to do with each other: in a mixed library, and in those of a theme,
where every article names the same country or war. Likeness counts from there."""

HELD_BACK = 100
"""Articles of a mixed library that stand beside those grouped: five reports of one event are no theme."""

SAMPLE = 500
"""Articles by which the level of a library is told."""

TOLD = 10
"""Words of an article that has no title, in place of one."""


def group(articles: Sequence[Article]) -> list[Story]:
    """Put articles about one event together; an article the reader gave a story belongs to that one.

    Stories are in the order of their first article, and so are the articles in each. An id is the reader's name of
    the story or else ``s`` and the number of the story.
    """
    sketches = [sketch(article) for article in articles]
    sample = sketches[:: max(1, len(sketches) // SAMPLE)]
    clusters = linkage(range(len(articles)), alike(sketches, level(sample, len(sketches))))
    return named(clusters, [Row(a.id, a.title or "", beginning(a), a.story) for a in articles])


def named(clusters: Iterable[Sequence[int]], rows: Sequence[Row]) -> list[Story]:
    """The stories of clusters of articles by number, after the reader's word."""
    given = {number: row.given for number, row in enumerate(rows) if row.given}
    groups = placed(clusters, given, lambda number: _told(rows[number]))
    return [
        Story(name or f"s{number}", _title(rows, members), tuple([rows[i].id for i in members]))
        for number, (name, members) in enumerate(groups, 1)
    ]


def level(sample: Sequence[Sketch], count: int) -> float:
    """How alike any two articles of a library are, one of ``LEVELS``, told by a sample of its ``count`` articles."""
    share = (count / (count + HELD_BACK)) ** 2
    mean = share * mean_likeness(sample) + (1 - share) * LEVELS[0]
    return min(LEVELS, key=lambda step: abs(step - mean))


def alike(sketches: Sequence[Sketch], base: float) -> dict[Pair, Alike]:
    """How alike articles are above the base, by number; pairs that share too little are left out."""
    found = ((a, b, compared(sketches[a], sketches[b], base)) for a, b in _sharing(sketches))
    return {(a, b): alike for a, b, alike in found if alike is not None}


def compared(one: Sketch, two: Sketch, base: float) -> Alike | None:
    """How alike two articles are above the base; ``None`` where they are not, or far from each other in time."""
    days = abs(one.day - two.day) if one.day and two.day else 0
    if days > WINDOW or (words := (likeness(one, two) - base) / (1 - base)) <= 0:
        return None
    words = min(words, MOST_ALIKE)
    return Alike(round(words * GRAIN), round(words * math.exp(-days / FADE) * GRAIN))


def _title(rows: Sequence[Row], members: Sequence[int]) -> str:
    """The title of the first article that has one, or else the first words of the first article."""
    for i in members:
        if found := rows[i].title:
            return found
    return _told(rows[members[0]])


def _told(row: Row) -> str:
    """The title, or else the first words."""
    return row.title or " ".join(row.opening.split()[:TOLD])


def _sharing(sketches: Sequence[Sketch]) -> Iterable[Pair]:
    """The pairs that share enough of their strongest terms."""
    posted: dict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(sketches):
        shared = Counter(other for term in one.strongest for other in posted[term])
        yield from ((other, number) for other, count in shared.items() if count >= SHARED)
        for term in one.strongest:
            posted[term].append(number)
