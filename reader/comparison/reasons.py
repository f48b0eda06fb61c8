"""Why two passages are linked, in words and as places to mark."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from itertools import islice
from typing import NamedTuple

from reader.comparison.concepts import Worded, classes
from reader.comparison.facts import Day, Facts
from reader.model import Moment, Span
from reader.text.words import stem

_TOLD = 3
"""Shared words told in the reasons, beside names and days; all are marked."""


class Grounds(NamedTuple):
    """What two passages share: things by their numbers in the first article, words; and where it stands in either."""

    things: tuple[int, ...]
    told: tuple[str, ...]
    shared_a: tuple[Span, ...]
    shared_b: tuple[Span, ...]

    def reasons(self, names: Mapping[int, str]) -> tuple[str, ...]:
        """The grounds in words; ``names`` are those of the things of the first article."""
        told = dict.fromkeys((*map(names.__getitem__, self.things), *self.told))
        return ("both: " + " · ".join(told),) if told else ()


def explain(
    a: Facts, b: Facts, here: Worded, there: Worded, joint: Mapping[int, int], equal: Sequence[tuple[Span, Span]] = ()
) -> Grounds:
    """The grounds of a pair: shared names, days and numbers, then the rarest shared words.

    ``joint`` leads from the things of the first article to those of the second, ``equal`` are the figures that are one
    number of one thing.
    """
    things = [thing for thing in a.things if joint.get(thing, -1) in b.things]
    days = {*a.day_terms}.intersection(b.day_terms)
    both = sorted(here.telling.keys() & there.telling.keys(), key=lambda term: (here.telling[term][0], term))
    told = [told_day(d, days) for d in a.days if days.intersection(d.terms)]
    told += (numbers := [_words(a, figure) for figure, _ in equal])
    counted = {word for number in numbers for word in number.split()}
    words = (alike(term, here.telling[term][1], there.telling[term][1]) for term in both)
    told += islice((word for word in words if word not in counted), _TOLD)
    return Grounds(
        tuple(things),
        tuple(dict.fromkeys(told)),
        places(a, things, days, both, here, [figure for figure, _ in equal]),
        places(b, [joint[thing] for thing in things], days, both, there, [figure for _, figure in equal]),
    )


def _words(facts: Facts, figure: Span) -> str:
    """A figure of a passage as it stands there."""
    start = facts.passage.start
    return facts.passage.text[figure.start - start : figure.end - start].lower()


def alike(concept: str, one: str, two: str) -> str:
    """Two words of one concept: one of them where they are forms of one word, else both, after what both are about."""
    if stem(one) == stem(two):
        return one.lower()
    both = {stem(one), stem(two)}
    about = f"{concept}: " if both <= classes().get(concept, frozenset()) and stem(concept) not in both else ""
    return f"{about}{one.lower()} / {two.lower()}"


def places(
    facts: Facts,
    things: Collection[int],
    days: Set[str],
    shared: Collection[str],
    words: Worded,
    figures: Iterable[Span] = (),
) -> tuple[Span, ...]:
    """Where the shared names, days, figures and words stand, in order."""
    found = [name.place for name in facts.names if name.thing in things]
    found += [Span(d.moment.start, d.moment.end) for d in facts.days if not days.isdisjoint(d.terms)]
    found += [Span(figure.start, figure.end) for figure in figures]
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
