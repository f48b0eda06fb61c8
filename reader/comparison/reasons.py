"""Why two passages are linked, in words and as places to mark."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Set
from typing import NamedTuple

from reader.comparison.concepts import concepts
from reader.comparison.evidence import Day, Facts, Pair, named_days
from reader.comparison.weighting import expected
from reader.model import Moment, Span
from reader.text.words import stem, words

_TOLD = 3
"""Shared words told in the reasons, beside names and days; all are marked."""

_COMMON = 0.03
"""A word that so large a share of passages of general English hold is no reason."""


class Why(NamedTuple):
    """The grounds of a link, and where they stand in either text."""

    reasons: tuple[str, ...]
    shared_a: tuple[Span, ...]
    shared_b: tuple[Span, ...]


class Worded(NamedTuple):
    """The words of a passage by the concept they count as: one that is worth marking, and where each stands."""

    telling: dict[str, str]
    places: dict[str, list[Span]]


def explain(pair: Pair, names: Mapping[str, str], known: dict[str, Worded]) -> Why:
    """The grounds of a pair: shared names, days, then the rarest shared words.

    ``names`` are the names of entities; ``known`` keeps what has been worked out of a passage for its other links.
    """
    a, b = pair.a, pair.b
    entities = [entity for entity in a.entities if entity in b.entities]
    days = set(named_days(a)).intersection(named_days(b))
    for facts in (a, b):
        if facts.passage.id not in known:
            known[facts.passage.id] = worded(facts)
    here, there = known[a.passage.id], known[b.passage.id]
    mine, theirs = here.telling, there.telling
    both = sorted(mine.keys() & theirs.keys(), key=lambda term: (expected(stem(mine[term])), term))
    told = [names.get(entity, entity) for entity in entities]
    told += [told_day(d, days) for d in a.days if days.intersection(d.terms)]
    told += [alike(mine[term], theirs[term]) for term in both[:_TOLD]]
    reasons = ("both: " + " · ".join(dict.fromkeys(told)),) if told else ()
    return Why(reasons, places(a, entities, days, both, here), places(b, entities, days, both, there))


def worded(facts: Facts) -> Worded:
    """The words of a passage by concept. Short numbers tell nothing: equal ones may count different things."""
    found = Worded({}, defaultdict(list))
    start, known = facts.passage.start, concepts()
    for word in words(facts.words):
        term = stem(word.group().replace("’", "'"))
        concept = known.get(term, term)
        found.places[concept].append(Span(start + word.start(), start + word.end()))
        if expected(term) < _COMMON and not (term.isdigit() and len(term) < 4):
            found.telling.setdefault(concept, word.group())
    return found


def alike(one: str, two: str) -> str:
    """Two words of one concept: one of them where they are forms of one word, else both."""
    return one.lower() if stem(one) == stem(two) else f"{one.lower()} / {two.lower()}"


def places(
    facts: Facts, entities: Collection[str], days: Set[str], shared: Collection[str], words: Worded
) -> tuple[Span, ...]:
    """Where the shared names, days and words stand, in order."""
    found = [Span(m.start, m.end) for m in facts.mentions if m.entity in entities]
    found += [Span(d.moment.start, d.moment.end) for d in facts.days if not days.isdisjoint(d.terms)]
    found += [span for concept in shared for span in words.places.get(concept, ())]
    return tuple(sorted(set(found), key=lambda span: (span.start, span.end)))


def told_day(named: Day, shared: Collection[str]) -> str:
    """A shared day in words: its date where both have it, else the weekday both name."""
    return day(named.moment) if named.terms[0] in shared and named.moment.earliest else named.terms[-1]


def day(moment: Moment) -> str:
    """A resolved moment in words: "Thu 21 Sep 2023", or its two ends."""
    first, last = moment.earliest, moment.latest
    if first is None:
        return ""
    if last is None or first == last:
        return f"{first:%a} {first.day} {first:%b %Y}"
    return f"{first.day} {first:%b %Y} – {last.day} {last:%b %Y}"
