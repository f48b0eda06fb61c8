"""What speaks for and against two passages reporting the same thing, as numbers that can be weighed.

Beside the likeness of the words: whether the articles are about one event at all, whether the passage has a better
counterpart, whether it is like everything, and whether the days, figures and names of the two agree or clash.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from reader.analysis.placing import Placed
from reader.comparison.comparable import Count, counts, same_thing
from reader.comparison.similarity import Likeness, dot, likenesses
from reader.comparison.weighting import rarity, stems, weigh
from reader.model import Analysis, Entity, Mention, Moment, Passage
from reader.text.patterns import expression


class Evidence(NamedTuple):
    """One pair's evidence; where nothing else is said 0 to 1, and higher where more speaks for the pair.

    ``words``, ``parts``, ``numbers`` are cosines, ``rare`` is the logarithm of what the shared words tell (0 to 5) and
    ``clash`` 1 where both hold numbers, share none and count nothing in common. ``event`` is how far the whole
    articles are about one event. ``bridge`` is the likeness of both to a passage of a third article, ``hub`` (0 to 2)
    how well the best other passages of all articles match them: a passage that resembles everything corresponds to
    nothing. ``times`` (-1 to 1) is agreement on days less conflict, ``figures`` that both count the same thing and
    ``names`` the share of names in common. ``crowd`` (0 or more) is the logarithm of how many times longer the
    articles are than those the weights were fitted to: the more passages, the more of them are alike by chance.
    """

    words: float
    parts: float
    numbers: float
    rare: float
    clash: float
    event: float
    bridge: float
    hub: float
    times: float
    figures: float
    names: float
    crowd: float


SAME_EVENT = 0.15
"""Articles whose words have this cosine or more are taken to be about one event."""

USUAL_LENGTH = 12
"""Passages of an article of those that the weights were fitted to."""

WEAKEST_BRIDGE = 0.08
"""Passages less alike than this are no bridge."""

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_TITLE = expression(r"(?:\b[A-Z][\w’'-]*\s+)+$")

NAMES = Evidence._fields


class Day(NamedTuple):
    """A day that a passage names, and the terms it is compared by: its date, and its weekday, resolved or not."""

    moment: Moment
    terms: tuple[str, ...]


class Facts(NamedTuple):
    """What a passage states: its words without names and days, each thing and day it names once, its figures."""

    passage: Passage
    words: str
    names: tuple[str, ...]
    days: tuple[Day, ...]
    mentions: tuple[Mention, ...]
    moments: tuple[Moment, ...]
    entities: tuple[str, ...]


class Pair(NamedTuple):
    """Two passages that may report the same thing."""

    a: Facts
    b: Facts
    likeness: Likeness
    evidence: Evidence


def facts_of(analysis: Analysis, entities: Mapping[str, Entity]) -> list[Facts]:
    """The statements of an article with what they name, date and count; headings state nothing."""
    found = []
    named, dated = Placed(analysis.mentions), Placed(analysis.moments)
    for passage in analysis.passages:
        if passage.heading:
            continue
        mentions, moments = named.within(passage), dated.within(passage)
        days = tuple(Day(m, terms) for m in moments if (terms := day_terms(m, m.of(analysis.article.text))))
        found.append(
            Facts(
                passage,
                bare(passage, mentions, days),
                tuple(dict.fromkeys(short_name(m, analysis.article.text, entities) for m in mentions)),
                days,
                tuple(mentions),
                tuple(moments),
                tuple(dict.fromkeys(m.entity for m in mentions)),
            )
        )
    return found


def bare(passage: Passage, mentions: Sequence[Mention], days: Sequence[Day]) -> str:
    """The passage with its names, the titles in front of persons' names, and the days it names blanked.

    "Prime Minister Ada Byron" is four words; counted one by one they would link whatever is said of one person.
    """
    text = list(passage.text)
    for mention in mentions:
        start, end = mention.start - passage.start, mention.end - passage.start
        if mention.kind == "person" and (title := _TITLE.search(passage.text[:start])):
            start = title.start()
        text[start:end] = " " * (end - start)
    for day in days:
        start, end = day.moment.start - passage.start, day.moment.end - passage.start
        text[start:end] = " " * (end - start)
    return "".join(text)


def named_days(facts: Facts) -> list[str]:
    """The terms of all days a passage names, each once."""
    return list(dict.fromkeys(term for day in facts.days for term in day.terms))


def day_terms(moment: Moment, said: str) -> tuple[str, ...]:
    """A day as terms to be compared; an undated report's "Thursday" has but its weekday. No single day: no terms."""
    if moment.earliest is None:
        return tuple(weekday for weekday in _WEEKDAYS if weekday in said)[:1]
    if moment.earliest != moment.latest:
        return ()
    return moment.earliest.isoformat(), _WEEKDAYS[moment.earliest.weekday()]


def short_name(mention: Mention, text: str, entities: Mapping[str, Entity]) -> str:
    """One word or phrase for a thing however it is spelt: a person's last name, and the name of anything else."""
    name = entities[mention.entity].name if mention.entity in entities else mention.of(text)
    return name.split()[-1] if mention.kind == "person" and name.split() else name


def pairs(analyses: Sequence[Analysis], entities: Sequence[Entity]) -> list[Pair]:
    """All pairs of passages worth ranking, with the evidence."""
    known = {entity.id: entity for entity in entities}
    facts, home = [], []
    for number, analysis in enumerate(analyses):
        mine = facts_of(analysis, known)
        facts += mine
        home += [number] * len(mine)
    near = likenesses(
        [one.words for one in facts], [one.names for one in facts], [named_days(one) for one in facts], home
    )
    events = article_likeness(analyses)
    matches = best_matches(near, home)
    wholes = [sum(first for first, _ in found.values()) for found in matches]
    bridges = bridged(near, len(home))
    passages = Counter(home)
    counted: dict[str, list[Count]] = defaultdict(list)
    for figure in counts(analyses):
        counted[figure.figure.passage].append(figure)
    naming = rarity([one.entities for one in facts], background=0)
    found = []
    for pair, bridge in zip(near, bridges, strict=True):
        one, two = facts[pair.a], facts[pair.b]
        same = figures(counted[one.passage.id], counted[two.passage.id])
        evidence = Evidence(
            words=pair.words,
            parts=pair.parts,
            numbers=pair.numbers,
            rare=pair.rare,
            clash=float(pair.clash and not same),
            event=min(1.0, events[home[pair.a], home[pair.b]] / SAME_EVENT),
            bridge=bridge,
            hub=rivalry(pair.a, home[pair.b], pair.total, matches, wholes)
            + rivalry(pair.b, home[pair.a], pair.total, matches, wholes),
            times=times(one, two),
            figures=same,
            names=shared_names(one, two, naming),
            crowd=max(0.0, math.log(math.sqrt(passages[home[pair.a]] * passages[home[pair.b]]) / USUAL_LENGTH)),
        )
        found.append(Pair(one, two, pair, evidence))
    return found


def best_matches(near: Sequence[Likeness], home: Sequence[int]) -> list[dict[int, tuple[float, float]]]:
    """For each passage, by the number of another article, its likeness to the best and second-best passage there."""
    best: list[dict[int, tuple[float, float]]] = [{} for _ in home]
    for pair in near:
        score = pair.total
        for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
            first, second = best[one].get(home[other], (0.0, 0.0))
            best[one][home[other]] = max(first, score), max(second, min(first, score))
    return best


def rivalry(
    passage: int,
    article: int,
    score: float,
    matches: Sequence[Mapping[int, tuple[float, float]]],
    wholes: Sequence[float],
) -> float:
    """How well passages other than the one with this score match a passage, on the average of all other articles."""
    found = matches[passage]
    first, second = found[article]
    rest = wholes[passage] - first + (second if score >= first else first)
    return rest / len(found)


def bridged(near: Sequence[Likeness], passages: int) -> list[float]:
    """For each pair the best likeness, of the weaker side, to a passage of a third article."""
    beside: list[dict[int, float]] = [{} for _ in range(passages)]
    for pair in near:
        score = pair.total
        if score >= WEAKEST_BRIDGE:
            beside[pair.a][pair.b] = beside[pair.b][pair.a] = score
    found = []
    for pair in near:
        one, two = beside[pair.a], beside[pair.b]
        both = one.keys() & two.keys()
        found.append(max(map(min, map(one.__getitem__, both), map(two.__getitem__, both)), default=0.0))
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


def times(one: Facts, two: Facts) -> float:
    """1 where both name the same days, less the less exact the overlap; below 0 where both name days and none meet."""
    if not one.moments or not two.moments:
        return 0.0
    mine = [m for m in one.moments if m.earliest and m.latest]
    theirs = [m for m in two.moments if m.earliest and m.latest]
    if not mine or not theirs:
        return 0.0
    best = max(overlap(m, t) for m in mine for t in theirs)
    return best if best else -1.0


def overlap(one: Moment, two: Moment) -> float:
    """The share of days that two resolved moments have in common, 0 to 1."""
    if not (one.earliest and one.latest and two.earliest and two.latest):
        return 0.0
    common = (min(one.latest, two.latest) - max(one.earliest, two.earliest)).days + 1
    if common <= 0:
        return 0.0
    return common / ((max(one.latest, two.latest) - min(one.earliest, two.earliest)).days + 1)


def figures(one: Sequence[Count], two: Sequence[Count]) -> float:
    """1 where both count the same thing to the same number, less where the numbers differ; 0 where they count others.

    That sources differ on a number is no sign that they speak of something else: it is what a reader looks for.
    """
    same = [(f, g) for f in one for g in two if same_thing(f, g, linked=False)]
    if not same:
        return 0.0
    return 1.0 if any(f.meets(g) for f, g in same) else 0.7


def shared_names(one: Facts, two: Facts, idf: Callable[[str], float]) -> float:
    """The share of the names of the two that both have, weighed by rarity."""
    both = [name for name in one.entities if name in two.entities]
    if not both:
        return 0.0
    weight = {name: idf(name) for name in (*one.entities, *two.entities)}
    whole = sum(weight.values())
    return sum(weight[name] for name in both) / whole if whole else 0.0
