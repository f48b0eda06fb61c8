"""Why two passages are linked, in words and as places to mark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reader.comparison.evidence import Facts, Pair
from reader.comparison.weighting import expected
from reader.model import Moment, Span
from reader.text.words import stem, words

_TOLD = 4
"""Shared words told in the reasons; all are marked."""

_COMMON = 0.07


@dataclass(frozen=True, slots=True)
class Why:
    """The grounds of a link."""

    reasons: tuple[str, ...]
    shared_a: tuple[Span, ...]
    shared_b: tuple[Span, ...]
    differs: bool


def explain(pair: Pair, names: Mapping[str, str]) -> Why:
    """The grounds of a pair: shared names, days, figures, then the rarest shared words."""
    a, b = pair.a, pair.b
    both = telling(a).keys() & telling(b).keys()
    common = [names.get(entity, entity) for entity in a.entities if entity in b.entities]
    told = [*common, *(day(m) for m in a.moments if any(same_days(m, n) for n in b.moments))]
    in_names = {stem(w.group()) for name in common for w in words(name)}
    rest = sorted(both - in_names, key=lambda term: (expected(term), term))
    shown = telling(a)
    told += [shown[term] for term in rest[:_TOLD]]
    reasons = ("both: " + " · ".join(dict.fromkeys(told)),) if told else ()
    return Why(reasons, places(a, both), places(b, both), False)


def telling(facts: Facts) -> dict[str, str]:
    """The words of a passage worth marking, by stem."""
    found: dict[str, str] = {}
    for word in words(facts.passage.text):
        term = stem(word.group().replace("’", "'"))
        if expected(term) < _COMMON:
            found.setdefault(term, word.group())
    return found


def places(facts: Facts, terms: frozenset[str] | set[str]) -> tuple[Span, ...]:
    """Where words of those stems stand."""
    start = facts.passage.start
    return tuple(
        Span(start + w.start(), start + w.end())
        for w in words(facts.passage.text)
        if stem(w.group().replace("’", "'")) in terms
    )


def same_days(one: Moment, two: Moment) -> bool:
    """Whether both are resolved, and to the same days."""
    return one.earliest is not None and (one.earliest, one.latest) == (two.earliest, two.latest)


def day(moment: Moment) -> str:
    """A moment in words: "Thu 21 Sep 2023", or its two ends."""
    first, last = moment.earliest, moment.latest
    assert first is not None
    if last is None or first == last:
        return f"{first:%a} {first.day} {first:%b %Y}"
    return f"{first.day} {first:%b %Y} – {last.day} {last:%b %Y}"
