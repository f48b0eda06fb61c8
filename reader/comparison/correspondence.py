"""Which passages of different articles report the same thing.

A link is strong only between passages that are each other's best in the two articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from reader.comparison.evidence import Pair, pairs
from reader.comparison.grading import calibration
from reader.comparison.reasons import Worded, explain
from reader.model import Analysis, Entity, Link

OFFERED = 3
"""Counterparts of a passage in one other article, at most."""

FAR_BEHIND = 0.4
"""A pair that scores so much less than the best of either passage is not offered."""

WORTH_RANKING = 0.002
"""Pairs less likely than this are no candidates."""


def correspond(
    analyses: Sequence[Analysis], entities: Sequence[Entity]
) -> tuple[tuple[Link, ...], tuple[tuple[str, str, float], ...]]:
    """The links to offer, best first, and all pairs of passages worth ranking with their scores."""
    measure = calibration(len(analyses))
    ranked = sorted(((measure.score(pair.evidence), pair) for pair in pairs(analyses, entities)), key=order)
    candidates = tuple((p.a.passage.id, p.b.passage.id, s) for s, p in ranked if s >= WORTH_RANKING)
    names = {entity.id: entity.name for entity in entities}
    home = {p.id: number for number, analysis in enumerate(analyses) for p in analysis.passages}
    best: dict[tuple[str, int], list[float]] = defaultdict(list)
    known: dict[str, Worded] = {}
    links = []
    for likely, pair in ranked:
        given = measure.grade(likely)
        if given is None:
            break
        a, b = pair.a.passage.id, pair.b.passage.id
        rivals = best[a, home[b]], best[b, home[a]]
        if any(len(r) >= OFFERED or (r and likely < r[0] - FAR_BEHIND) for r in rivals):
            continue
        if given == "strong" and any(rivals):
            given = "likely"
        for rival in rivals:
            rival.append(likely)
        why = explain(pair, names, known)
        links.append(Link(a, b, likely, given, why.reasons, why.shared_a, why.shared_b))
    return tuple(links), candidates


def order(scored: tuple[float, Pair]) -> tuple[float, int, int]:
    """Best first; of equals, the first in the texts."""
    likely, pair = scored
    return -likely, pair.likeness.a, pair.likeness.b
