"""Which passages of different articles report the same thing.

A link is strong only between passages that are each other's best in the two articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from reader.comparison.comparable import equal_counts
from reader.comparison.evidence import J, Met
from reader.comparison.facts import numbered
from reader.comparison.grading import Calibration, Worth, answered, calibration
from reader.comparison.memory import Memory, Terms
from reader.comparison.reasons import Grounds, explain
from reader.comparison.similarity import Joint, Search
from reader.comparison.standing import Field
from reader.comparison.statements import Statements
from reader.model import Analysis, Entity, Grade, Link

OFFERED = 3
"""Counterparts of a passage in one other article, at most."""

FAR_BEHIND = 0.4
"""A pair that scores so much less than the best of either passage is not offered."""

ALL, BEST = Search(shortlist=6, alike=0.0, likely=0.002), Search(shortlist=2, alike=0.1, likely=0.3)
"""Which pairs are looked at closely: nearly all, and in large comparisons those that may be offered."""

LARGE = 750
"""Passages of articles compared; where there are more the comparison is large."""

Candidate = tuple[float, int, int, int, int]
"""How likely a pair is, negated; the numbers of its articles, and of the passages in them."""


def correspond(
    analyses: Sequence[Analysis], entities: Sequence[Entity], memory: Memory | None = None
) -> tuple[tuple[Link, ...], tuple[tuple[str, str, float], ...]]:
    """The links to offer, best first, and all pairs of passages worth ranking with their scores."""
    memory = memory or Memory()
    articles = [memory.statements(analysis) for analysis in analyses]
    measure = calibration(len(analyses))
    wanted = search(articles)
    terms = Terms(wanted, measure)
    met = meetings(analyses, articles, lambda one, two, joint: memory.met(one, two, joint, terms))
    memory.trim([analysis.article.id for analysis in analyses])
    ranked = rank(Field(articles, met, memory.beside), measure, wanted.likely)
    ids = [[one.passage.id for one in article.facts] for article in articles]
    candidates = tuple((ids[i][a], ids[j][b], -likely) for likely, i, j, a, b in ranked)
    names = names_of(analyses, entities)
    links = []

    def told(i: int, j: int, a: int, b: int) -> bool:
        return bool(grounds(met[i, j], a, b).shared_a)

    for given, likely, i, j, a, b in offered(ranked, measure, told):
        why = grounds(met[i, j], a, b)
        links.append(Link(ids[i][a], ids[j][b], likely, given, why.reasons(names[i]), why.shared_a, why.shared_b))
    return tuple(links), candidates


def offered(
    ranked: Iterable[Candidate], measure: Calibration, told: Callable[[int, int, int, int], bool]
) -> Iterator[tuple[Grade, float, int, int, int, int]]:
    """The pairs to be offered, best first, each with its grade and how likely it is.

    ``told``: whether a reason can be told for a pair; else it is not offered. Pairs too doubtful for a grade are weak
    links where they are the first for both their passages and a passage of a third article is linked to both.
    """
    best: dict[tuple[int, int, int], list[float]] = defaultdict(list)
    linked: dict[tuple[int, int], set[tuple[int, int]]] = defaultdict(set)
    for unlikely, i, j, a, b in ranked:
        likely = -unlikely
        if likely < measure.witnessed:
            return
        given = measure.grade(likely)
        rivals = best[i, a, j], best[j, b, i]
        before = any(rivals)
        if given is None and (before or linked[i, a].isdisjoint(linked[j, b])):
            continue
        if before and any(len(r) >= OFFERED or (r and likely < r[0] - FAR_BEHIND) for r in rivals):
            continue
        if not told(i, j, a, b):
            continue
        for rival in rivals:
            rival.append(likely)
        if given is not None:
            linked[i, a].add((j, b))
            linked[j, b].add((i, a))
        yield "likely" if before and given == "strong" else given or "weak", likely, i, j, a, b


def search(articles: Sequence[Statements]) -> Search:
    """Which pairs of passages are looked at closely."""
    return ALL if sum(len(article.facts) for article in articles) <= LARGE else BEST


def meetings(
    analyses: Sequence[Analysis],
    articles: Sequence[Statements],
    meet: Callable[[Statements, Statements, Joint], Met[J]],
) -> dict[tuple[int, int], Met[J]]:
    """What comes of it where two articles meet, by their numbers."""
    things = [dict(zip((m.entity for m in a.mentions), numbered(a.mentions), strict=True)) for a in analyses]
    found = {}
    for i, j in combinations(range(len(articles)), 2):
        joint = {number: things[j][entity] for entity, number in things[i].items() if entity in things[j]}
        found[i, j] = meet(articles[i], articles[j], joint)
    return found


def rank(field: Field[Worth], measure: Calibration, least: float) -> list[Candidate]:
    """All pairs of at least that score, best first; of equals, the first in the texts."""
    floor = measure.worth(least)
    found = []
    for (i, j), met in field.met.items():
        event, close = field.event(i, j)
        about = event * measure.standing("event", close) + close * measure.standing("close", close)
        witness, hub = max(0.0, measure.standing("bridge", close)), measure.standing("hub", close) / field.others
        mine, theirs, tops, others = field.wholes(i), field.wholes(j), field.tops(i), field.tops(j)
        bridge = field.bridges(i, j)
        pairs = []
        for a, b, _, ahead, (plain, closer) in met.near:
            worth = plain + close * closer + about + hub * (mine[a] + theirs[b] - ahead)
            if worth + witness * (tops[a] if tops[a] < others[b] else others[b]) < floor:
                continue  # as most are in a large comparison
            worth += witness * bridge(a, b)
            if worth >= floor:
                pairs.append((worth, a, b))
        for worth, (_, a, b) in zip(answered(pairs), pairs, strict=True):
            if (likely := measure.score(worth)) >= least:
                found.append((-likely, i, j, a, b))
    return sorted(found)


def names_of(analyses: Sequence[Analysis], entities: Sequence[Entity]) -> list[dict[int, str]]:
    """For each article the names of the things it names, by their numbers in it."""
    names = {entity.id: entity.name for entity in entities}
    return [
        {number: names.get(m.entity, m.entity) for m, number in zip(a.mentions, numbered(a.mentions), strict=True)}
        for a in analyses
    ]


def grounds(met: Met[Worth], a: int, b: int) -> Grounds:
    """Why two passages are linked; worked out once."""
    if (a, b) not in met.grounds:
        one, two = met.one, met.two
        equal = [(f.figure, g.figure) for f in one.counts[a] for g in two.counts[b] if equal_counts(f, g)]
        met.grounds[a, b] = explain(one.facts[a], two.facts[b], one.worded[a], two.worded[b], met.joint, equal)
    return met.grounds[a, b]
