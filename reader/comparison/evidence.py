"""What speaks for and against two passages reporting the same thing, as numbers that can be weighed.

Beside the likeness of the words: whether the articles are about one event at all, whether the passage has a better
counterpart, whether it is like everything, and whether the days, figures and names of the two agree or clash.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from reader.comparison.similarity import Likeness, dot, likenesses
from reader.comparison.weighting import rarity, stems, weigh
from reader.model import Analysis, Entity, Figure, Moment, Passage


@dataclass(frozen=True, slots=True)
class Evidence:
    """One pair's evidence; all values lie in -1 … 1 and are higher where more speaks for the pair, but for ``generic``.

    ``words``, ``parts``, ``numbers`` are cosines; ``articles`` is the cosine of the whole articles; ``margin`` is the
    lead over the best rival of either passage; ``generic`` is how much the two are like any passage; ``around`` is
    the likeness of their neighbours; ``times``, ``figures`` and ``names`` are agreement less conflict.
    """

    words: float
    parts: float
    numbers: float
    articles: float
    margin: float
    lead: float
    generic: float
    around: float
    short: float
    times: float
    figures: float
    names: float

    def values(self) -> tuple[float, ...]:
        """The numbers in the order of ``NAMES``."""
        return tuple(getattr(self, name) for name in NAMES)


NAMES = tuple(field.name for field in fields(Evidence))


@dataclass(frozen=True, slots=True)
class Facts:
    """What a passage states besides words."""

    passage: Passage
    moments: tuple[Moment, ...]
    figures: tuple[Figure, ...]
    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages that may report the same thing."""

    a: Facts
    b: Facts
    likeness: Likeness
    evidence: Evidence


def facts_of(analysis: Analysis) -> list[Facts]:
    """The statements of an article with what they name, date and count; headings state nothing."""
    found = []
    for passage in analysis.passages:
        if passage.heading:
            continue
        found.append(
            Facts(
                passage,
                tuple(m for m in analysis.moments if m in passage),
                tuple(f for f in analysis.figures if f in passage),
                tuple(dict.fromkeys(m.entity for m in analysis.mentions if m in passage)),
            )
        )
    return found


def pairs(analyses: Sequence[Analysis], entities: Sequence[Entity]) -> list[Pair]:
    """All pairs of passages worth ranking, with the evidence."""
    several = {entity.id for entity in entities if len(entity.variants) > 1}
    facts, home = [], []
    for number, analysis in enumerate(analyses):
        mine = facts_of(analysis)
        facts += mine
        home += [number] * len(mine)
    names = [[f"={name}" for name in one.entities if name in several] for one in facts]
    texts = likenesses([one.passage.text for one in facts], home, names)
    events = article_likeness(analyses)
    total = {(pair.a, pair.b): pair.total for pair in texts.pairs}
    rivals = best_rivals(total, home)
    idf = rarity([one.entities for one in facts], background=0)
    found = []
    for pair in texts.pairs:
        a, b = pair.a, pair.b
        one, two = facts[a], facts[b]
        score = total[a, b]
        ahead = [
            min(1.0, max(-1.0, score - (second if score >= first else first)))
            for first, second in (rivals[a, home[b]], rivals[b, home[a]])
        ]
        around = max(
            (
                total.get((a + i, b + j), 0.0)
                for i in (-1, 0, 1)
                for j in (-1, 0, 1)
                if (i or j)
                and 0 <= a + i < len(home)
                and 0 <= b + j < len(home)
                and home[a + i] == home[a]
                and home[b + j] == home[b]
            ),
            default=0.0,
        )
        length = min(len(one.passage.text), len(two.passage.text))
        evidence = Evidence(
            words=pair.words,
            parts=pair.parts,
            numbers=pair.numbers,
            articles=events[home[a], home[b]],
            margin=min(ahead),
            lead=max(ahead),
            generic=texts.generic[a] + texts.generic[b],
            around=around,
            short=math.exp(-length / 60),
            times=times(one, two),
            figures=figures(one, two),
            names=shared_names(one, two, idf),
        )
        found.append(Pair(one, two, pair, evidence))
    return found


def article_likeness(analyses: Sequence[Analysis]) -> dict[tuple[int, int], float]:
    """The cosine of every two articles' words."""
    bags = []
    for analysis in analyses:
        bag: Counter[str] = Counter()
        for passage in analysis.passages:
            bag.update(stems(passage.text))
        bags.append(bag)
    idf = rarity(bags, length=400, background=50)
    vectors = [weigh(bag, idf) for bag in bags]
    return {(i, j): dot(vectors[i], vectors[j]) for i in range(len(vectors)) for j in range(len(vectors)) if i != j}


def best_rivals(
    total: Mapping[tuple[int, int], float], home: Sequence[int]
) -> dict[tuple[int, int], tuple[float, float]]:
    """For each passage and each other article the best and the second-best likeness."""
    scores: dict[tuple[int, int], list[float]] = defaultdict(list)
    for (a, b), score in total.items():
        scores[a, home[b]].append(score)
        scores[b, home[a]].append(score)
    found = {}
    for place, values in scores.items():
        values.sort(reverse=True)
        found[place] = values[0], values[1] if len(values) > 1 else 0.0
    return found


def times(one: Facts, two: Facts) -> float:
    """1 where both name the same days, less the less exact the overlap; below 0 where both name days and none meet."""
    mine = [m for m in one.moments if m.earliest and m.latest]
    theirs = [m for m in two.moments if m.earliest and m.latest]
    if not mine or not theirs:
        return 0.0
    best = max(overlap(m, t) for m in mine for t in theirs)
    return best if best else -1.0


def overlap(one: Moment, two: Moment) -> float:
    """The share of days that two resolved moments have in common, 0 to 1."""
    assert one.earliest and one.latest and two.earliest and two.latest
    common = (min(one.latest, two.latest) - max(one.earliest, two.earliest)).days + 1
    if common <= 0:
        return 0.0
    return common / ((max(one.latest, two.latest) - min(one.earliest, two.earliest)).days + 1)


def figures(one: Facts, two: Facts) -> float:
    """1 where a figure of the same thing is the same in both, below 0 where the same thing is counted otherwise."""
    score = 0.0
    for f in one.figures:
        for g in two.figures:
            same = f.unit == g.unit and bool(counted(f) & counted(g) or f.unit)
            if same and f.value is not None and f.value == g.value:
                return 1.0
            if same and f.value is not None and g.value is not None:
                score = -1.0
    return score


def counted(figure: Figure) -> frozenset[str]:
    """The stems of the thing counted and of what became of it."""
    return frozenset(stems(f"{figure.counted} {figure.happened}"))


def shared_names(one: Facts, two: Facts, idf: object) -> float:
    """The share of the names of the two that both have, weighed by rarity."""
    weight = {name: idf(name) for name in (*one.entities, *two.entities)}  # type: ignore[operator]
    whole = sum(weight.values())
    return sum(weight[name] for name in one.entities if name in two.entities) / whole if whole else 0.0
