"""What happened when, by all sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from reader.analysis.counted import ends_noun
from reader.analysis.dating import when_said
from reader.analysis.placing import Placed
from reader.comparison.dated import times
from reader.model import Analysis, Attribution, Event, Link, Moment, Passage
from reader.text.patterns import expression
from reader.text.words import stem, words

LONGEST = timedelta(days=400)
"""A time longer than this is no moment of a timeline, but for years that are named: "1991–1994", "the 1990s";"""

DECADE = timedelta(days=11 * 366)
"""and those are none that are longer than this."""

_NAMED = expression(r"\d{4}")

MONTH = timedelta(days=27)
"""Times at least this long are told by the month or the year, and not by the day."""

WEEK = timedelta(days=7)

_AS_THINGS_STAND = expression(r"(?i:\b(?:still|now|so far|currently|at present|to date|as yet|remains?)\b)")
"""What tells how things stand when the report is written: it has the day of its report, and borrows none."""

_TOLD = expression(r",?\s+that\b(?!\s+(?:day|week|weekend|month|year|night|morning|evening|time)\b)")
"""What follows the time at which something was said: "the owner was told in January that …"."""

NEAR = 12
"""Words before and after an expression of time that tell what it is the time of."""

COMPARING = frozenset("compared than up down prior previous surpassed again record".split())
"""Words of a sentence that sets one time against another."""

ALIKE = {"strong": 2, "likely": 4}
"""So many of them two passages must have in common to be taken to time the same, by the grade of their link."""


def timeline(analyses: Sequence[Analysis], links: Sequence[Link]) -> tuple[Event, ...]:
    """Days and spans of days in order of time, each with the passages that speak of them.

    A passage that names no time stands with the one time of a passage that it has a strong link with: two sources of
    one event need only one date. The day on which something was said is not lent, nor a day after that of the
    borrower's report; and how things stand ("still missing") is of no other report's day. Conflicts of dates are not
    decided here: linked passages that name different days stand under both.
    """
    found: dict[tuple[date, date], set[str]] = defaultdict(set)
    dated: dict[str, list[tuple[date, date]]] = defaultdict(list)
    said: set[str] = set()
    order = {p.id: (n, p.start) for n, a in enumerate(analyses) for p in a.passages}
    for analysis in analyses:
        placed, voices, text = Placed(analysis.moments), _voices(analysis), analysis.article.text
        for passage in analysis.passages:
            heard = voices.get(passage.id, ())
            for moment in times(analysis, placed, passage):
                if moment.earliest and moment.latest and _tells(text, moment):
                    days = moment.earliest, moment.latest
                    found[days].add(passage.id)
                    dated[passage.id].append(days)
                    if _TOLD.match(text, moment.end, passage.end) or when_said(text, moment, heard):
                        said.add(passage.id)
    borrowers = {
        p.id: analysis.article.published or date.max
        for analysis in analyses
        for p in analysis.passages
        if p.id not in dated and not _AS_THINGS_STAND.search(analysis.article.text, p.start, p.end)
    }
    for link in links:
        for one, other in ((link.a, link.b), (link.b, link.a)):
            if link.grade != "strong" or one not in borrowers or other in said or len(dated.get(other, ())) != 1:
                continue
            if dated[other][0][0] <= borrowers[one]:
                found[dated[other][0]].add(one)
    return tuple(
        Event(first, last, tuple(sorted(passages, key=order.__getitem__)))
        for (first, last), passages in sorted(found.items())
    )


def _voices(analysis: Analysis) -> dict[str, list[Attribution]]:
    """Who says what, by the passage."""
    said: dict[str, list[Attribution]] = defaultdict(list)
    for attribution in analysis.attributions:
        said[attribution.passage].append(attribution)
    return said


def _tells(text: str, moment: Moment) -> bool:
    """Whether a time is short enough to say when something happened."""
    if moment.earliest is None or moment.latest is None:
        return False
    length = moment.latest - moment.earliest
    return length <= LONGEST or (length <= DECADE and _NAMED.search(text, moment.start, moment.end) is not None)


def conflicts(analyses: Sequence[Analysis], links: Sequence[Link]) -> tuple[Link, ...]:
    """The links whose two passages name other days, or other months or years, for the same.

    Of a strong link it is enough that both name one day each, and not the same; the day on which something was said is
    none of them. Longer times differ where each passage names one, these do not meet, and the words around them are
    partly the same: a report also compares years.
    """
    named: dict[str, list[Moment]] = {}
    happened: dict[str, list[Moment]] = {}
    texts = {}
    for analysis in analyses:
        placed, said, text = Placed(analysis.moments), _voices(analysis), analysis.article.text
        for passage in analysis.passages:
            named[passage.id] = times(analysis, placed, passage)
            voices = said.get(passage.id, ())
            happened[passage.id] = [m for m in named[passage.id] if when_said(text, m, voices) is None]
            texts[passage.id] = text, passage
    return tuple(
        link
        for link in links
        if (link.grade == "strong" and _other_days(happened[link.a], happened[link.b]))
        or (link.grade in ALIKE and _other_times(named, texts, link))
    )


def _other_days(one: Sequence[Moment], two: Sequence[Moment]) -> bool:
    """Whether both name one day each, and not the same; "Monday" may be the last to one and the next to the other."""
    here, there = ({m.earliest for m in moments if m.earliest and m.earliest == m.latest} for moments in (one, two))
    if not len(here) == len(there) == 1:
        return False
    return abs(here.pop() - there.pop()) not in (timedelta(), WEEK)


def _other_times(named: Mapping[str, Sequence[Moment]], texts: Mapping[str, tuple[str, Passage]], link: Link) -> bool:
    """Whether both passages name one month or year each, not the same, with words in common around them."""
    ends = []
    for passage in (link.a, link.b):
        times = {(m.earliest, m.latest) for m in named[passage]}
        if len(times) != 1:
            return False
        first, last = times.pop()
        if first is None or last is None or not MONTH <= last - first <= LONGEST:
            return False
        around = _around(*texts[passage], named[passage][0])
        if not around.isdisjoint(COMPARING):
            return False
        ends.append((first, last, {stem(word) for word in around if not ends_noun(word) and not word.isdecimal()}))
    (a, b, one), (c, d, two) = ends
    return (b < c or d < a) and len(one & two) >= ALIKE[link.grade]


def _around(text: str, passage: Passage, moment: Moment) -> set[str]:
    """The words that stand near an expression of time, in small letters."""
    before = [word.group().lower() for word in words(text[passage.start : moment.start])][-NEAR:]
    return {*before, *[word.group().lower() for word in words(text[moment.end : passage.end])][:NEAR]}
