"""What a passage states, as far as it takes part in comparison: its words, and the things and days it names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from reader.analysis.placing import Placed
from reader.model import Analysis, Mention, Moment, Passage, Span
from reader.text.patterns import expression

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_TITLE = expression(r"(?:\b[A-Z][\w’'-]*\s+)+$")


class Day(NamedTuple):
    """A day that a passage names, and the terms it is compared by: its date, and its weekday, resolved or not."""

    moment: Moment
    terms: tuple[str, ...]


class Name(NamedTuple):
    """A name in a text. ``thing`` numbers what it names within the article: by the first mention of the same thing."""

    thing: int
    person: bool
    place: Span


class Facts(NamedTuple):
    """What a passage states: its words without names and days, the names, the days.

    ``things`` holds each thing named once, ``persons`` those that are persons, ``spells`` the first and last day of
    each time that is resolved.
    """

    passage: Passage
    words: str
    names: tuple[Name, ...]
    days: tuple[Day, ...]
    things: tuple[int, ...]
    persons: frozenset[int]
    spells: tuple[tuple[date, date], ...]

    @property
    def day_terms(self) -> list[str]:
        """The terms of all days the passage names, each once."""
        return list(dict.fromkeys(term for day in self.days for term in day.terms))

    @property
    def years(self) -> list[str]:
        """The years that the passage names or points to, each once: "three years ago" is one."""
        return list({str(first.year): None for first, last in self.spells if first.year == last.year and first < last})


def numbered(mentions: Sequence[Mention]) -> tuple[int, ...]:
    """For each mention the number of the first one of the same thing."""
    first: dict[str, int] = {}
    return tuple(first.setdefault(mention.entity, number) for number, mention in enumerate(mentions))


def facts_of(analysis: Analysis) -> list[Facts]:
    """The statements of an article with what they name and date; headings state nothing."""
    found = []
    placed = Placed(analysis.mentions)
    number = {(m.start, m.end): n for m, n in zip(analysis.mentions, numbered(analysis.mentions), strict=True)}
    dated = Placed(analysis.moments)
    for passage in analysis.passages:
        if passage.heading:
            continue
        moments = dated.within(passage)
        names = [Name(number[m.start, m.end], m.kind == "person", Span(m.start, m.end)) for m in placed.within(passage)]
        days = tuple(Day(m, terms) for m in moments if (terms := day_terms(m, m.of(analysis.article.text))))
        found.append(
            Facts(
                passage,
                bare(passage, names, days),
                tuple(names),
                days,
                things=tuple(dict.fromkeys(name.thing for name in names)),
                persons=frozenset(name.thing for name in names if name.person),
                spells=tuple((m.earliest, m.latest) for m in moments if m.earliest and m.latest),
            )
        )
    return found


def bare(passage: Passage, names: Sequence[Name], days: Sequence[Day]) -> str:
    """The passage with its names, the titles in front of persons' names, and the days it names blanked.

    "Prime Minister Ada Byron" is four words; counted one by one they would link whatever is said of one person.
    """
    text = list(passage.text)
    for name in names:
        start, end = name.place.start - passage.start, name.place.end - passage.start
        if name.person and (title := _TITLE.search(passage.text[:start])):
            start = title.start()
        text[start:end] = " " * (end - start)
    for day in days:
        start, end = day.moment.start - passage.start, day.moment.end - passage.start
        text[start:end] = " " * (end - start)
    return "".join(text)


def day_terms(moment: Moment, said: str) -> tuple[str, ...]:
    """A day as terms to be compared; an undated report's "Thursday" has but its weekday. No single day: no terms."""
    if moment.earliest is None:
        return tuple(weekday for weekday in _WEEKDAYS if weekday in said)[:1]
    if moment.earliest != moment.latest:
        return ()
    return moment.earliest.isoformat(), _WEEKDAYS[moment.earliest.weekday()]


def own_names(analysis: Analysis) -> dict[int, str]:
    """The name of each thing by its number: the article's fullest; of a person the last word of that."""
    fullest: dict[int, str] = {}
    persons = set()
    for mention, thing in zip(analysis.mentions, numbered(analysis.mentions), strict=True):
        form = " ".join(mention.of(analysis.article.text).split())
        if len(form) > len(fullest.get(thing, "")):
            fullest[thing] = form
        if mention.kind == "person":
            persons.add(thing)
    return {thing: form.rsplit(" ", 1)[-1] if thing in persons else form for thing, form in fullest.items()}
