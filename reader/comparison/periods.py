"""The time before the event reported that a figure belongs to: the dead of an earlier war are not those of this one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from reader.analysis.dating import aside, compared, leads_to
from reader.analysis.placing import Placed
from reader.model import Analysis, Moment, Passage, Span
from reader.text.patterns import expression

Period = tuple[date, date]
"""A first and a last day."""

NEWS = timedelta(days=60)
"""What ended so long before the report is another event."""

YEAR = timedelta(days=400)
"""Periods no longer than this are one if they meet at all: "2020" and "the autumn of 2020"."""

COMMON = 0.25
"""The share of two longer periods together that both must have to be one: 1991 to 1994 and 1988 to 1994."""

_APART = expression(r"[;:,—–]|\bwhile\b|\bwhereas\b|\bbut\b|\band (?:the|another|a) ")
"""What parts the clauses of a sentence; no more is asked than that a time is not read over into the next clause."""


def day_of_report(analysis: Analysis, latest: date | None) -> date | None:
    """The day of publication; of an undated report the latest of those beside it, or else the last day it names."""
    named = [m.latest for m in analysis.moments if m.latest]
    return analysis.article.published or latest or max(named, default=None)


def moments_of(figure: Span, passages: Sequence[Passage], at: int, dated: Placed[Moment], text: str) -> list[Moment]:
    """The times that hold for a figure of a passage (by its number).

    Those of its own clause, or else of its sentence but for what is told in passing, or else of the sentence before it
    in the paragraph that has any.
    """
    for number in range(at, -1, -1):
        if passages[number].paragraph != passages[at].paragraph:
            break
        found = [m for m in dated.within(passages[number]) if m.earliest and m.latest]
        if found:
            near = [m for m in found if _near(figure, m, text)] if number == at else []
            return near or [m for m in found if not (aside(text, m) or compared(text, passages[at], m))]
    return []


def _near(figure: Span, moment: Moment, text: str) -> bool:
    return leads_to(text, moment, figure) or not _APART.search(_between(figure, moment, text))


def _between(one: Span, two: Span, text: str) -> str:
    first, second = sorted((one, two), key=lambda span: span.start)
    return text[first.end : second.start].lower()


def past(moments: Sequence[Moment], reported: date | None) -> Period | None:
    """The time that the moments span, if it ended long before the report."""
    if reported is None or not moments:
        return None
    first = min(m.earliest for m in moments if m.earliest)
    last = max(m.latest for m in moments if m.latest)
    return (first, last) if last < reported - NEWS else None


def one_period(one: Period, two: Period) -> bool:
    """Whether two times may be that of one event: they meet, and neither is much the longer."""
    both = min(one[1], two[1]) - max(one[0], two[0])
    whole = max(one[1], two[1]) - min(one[0], two[0])
    return both >= timedelta() and (whole <= YEAR or both >= COMMON * whole)
