"""As of when a figure holds: the time of its clause, of its sentence as a whole, or of when it was said.

===========  ======================================================  ==========================
the time     example                                                 holds
===========  ======================================================  ==========================
is near      12 boats sank on Monday, and 40 sailors are missing     for the boats
opens        On Monday, 12 boats sank, and 40 sailors were saved     for both
of saying    12 boats sank, the harbour office said on Monday        as of Monday
of a thing   The ferry, built in 1983, had 170 people on board       for no figure
begins       It was the worst loss since 2009, with 12 boats sunk    for no figure
is recalled  the worst loss since 2009, when 12 boats sank           for the boats
is compared  67 percent, up from 58 percent four years ago           for the 58 percent
===========  ======================================================  ==========================
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from reader.analysis.scope import covers
from reader.model import Attribution, Moment, Passage, Span
from reader.text.patterns import expression

_APART = expression(r"[;:—–(]|,(?!\d)|\b(?:while|whereas|but)\b")
"""What parts a time from a figure; a comma within a number does not."""

_OPENS = expression(r"\W*(?:[^\W\d]+\s+){0,4}")
"""The few words that may stand before the time with which a sentence opens."""

_BOUNDS = frozenset(("since", "by", "until", "before"))
_OF_A_THING = expression(r",\s+(?:first\s+|newly\s+)?(?:\w+(?:ed|own)|built|born|set up|sunk|made|won)\s+(?:in|on)\s+$")
_WHEN = expression(r",?\s+(?:when|(?:in|at|during) which)\b")
_SAID = expression(r"(?:\s+(?:late|early|again))?(?:\s+(?:on|in|at))?\s*")
"""What stands between a verb of saying and its day."""
_ON = r"(?:[^,.;:]|[.,](?=\d))*$"
_COMPARED = expression(
    r"\b(?:(?:up|down|rise|fall|rose|fell|climbed|dropped) (?:sharply |slightly )?from|than|compared (?:with|to)"
    rf"|as (?:much|many|high|low|large) as)\b{_ON}"
    rf"|\b(?:\w{{2,}}est|worst|best|most|first|record)\b{_ON[:-1]}\bsince (?:the )?$"
)
"""The words before a time that another is set against."""
_SETTING = (" from", "than", "compared", "as ", "since")
"""One of which they hold."""
_FAR = 60
_REACH = 30
"""Characters before a time that are looked at."""


def aside(text: str, moment: Span) -> bool:
    """Whether a time only tells since when or by when, or dates a thing in passing: ", built in 1983,"."""
    before = text[max(0, moment.start - _REACH) : moment.start]
    last = before.lower().removesuffix("the ").split()[-1:]
    if last and last[0] in _BOUNDS:
        return True
    return last in (["in"], ["on"]) and "," in before and _OF_A_THING.search(before) is not None


def compared(text: str, passage: Span, moment: Span) -> bool:
    """Whether a time is one that another is set against: "67 percent, up from 58 percent four years ago".

    What is told of such a time makes it one like any other: "the worst loss since 2009, when 17 died".
    """
    before = text[max(passage.start, moment.start - _FAR) : moment.start]
    if not any(word in before for word in _SETTING):
        return False
    return _COMPARED.search(before) is not None and _WHEN.match(text, moment.end) is None


def leads_to(text: str, moment: Span, place: Span) -> bool:
    """Whether what follows a time tells what happened then: "in 2009, when 17 miners died"."""
    return place.start > moment.end and _WHEN.match(text, moment.end) is not None


def when_said(text: str, moment: Span, said: Sequence[Attribution]) -> Attribution | None:
    """The saying whose day or hour a time is: "the office announced on Monday that …"; ``None``: of none."""
    return next((one for one in said if one.end <= moment.start and _SAID.fullmatch(text, one.end, moment.start)), None)


def as_of(
    text: str, passage: Passage, place: Span, moments: Sequence[Moment], said: Sequence[Attribution]
) -> tuple[date, date] | None:
    """The time that holds for a figure at a place of the passage, if it is told of but one."""
    times = {(m.earliest, m.latest) for m in moments if _holds(text, passage, place, m, said)}
    if len(times) != 1:
        return None
    earliest, latest = times.pop()
    return (earliest, latest) if earliest and latest else None


def _holds(text: str, passage: Passage, place: Span, moment: Moment, said: Sequence[Attribution]) -> bool:
    if leads_to(text, moment, place):
        return True
    if aside(text, moment):
        return False
    if compared(text, passage, moment):
        return not _APART.search(text, min(place.end, moment.end), max(place.start, moment.start))
    if _OPENS.fullmatch(text, passage.start, moment.start) and place.start >= moment.end:
        return True
    first, second = (moment, place) if moment.start < place.start else (place, moment)
    if not _APART.search(text, first.end, second.start):
        return True
    saying = when_said(text, moment, said)
    return saying is not None and covers(text, passage, saying, place)
