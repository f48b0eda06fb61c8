"""Expressions of time in a text: where they stand, and the days they mean."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from reader.analysis.moments.coding import Coded, coded
from reader.analysis.moments.credible import credible
from reader.analysis.moments.days import Interval, weekday
from reader.analysis.moments.reading import Setting
from reader.analysis.moments.resolve import resolve
from reader.analysis.moments.tense import tense
from reader.analysis.moments.trying import Reading, around, openings, readings
from reader.analysis.numbers import lower
from reader.model import Article, Moment, Passage

_COMPLETE = frozenset(
    [
        "month day",
        "day month",
        "iso",
        "slashed",
        "dotted",
        "named slashed",
        "named reversed",
        "year",
        "month year",
        "spelled year",
        "part of a year",
    ]
)
_MUST_BE = frozenset(["month day", "day month", "iso", "slashed", "dotted", "weekday the nth"])
"""Without a day of the calendar, these are no expressions of time."""

_CLOCK_REACH = 24
"""Words, blanks and marks before a day in which its time of day is looked for."""


class _Found(NamedTuple):
    """A moment in the text, in its code (``first`` to ``stop``), the pattern that read it, and the days it means."""

    start: int
    end: int
    first: int
    stop: int
    name: str
    days: Interval | None


def moments(article: Article, passages: Sequence[Passage]) -> tuple[Moment, ...]:
    """The moments the article names; unresolved where they need a day of publication and none is known."""
    found: list[Moment] = []
    last: Interval | None = None
    for passage in passages:
        for moment in _of_passage(article, passage, last):
            last = moment.days or last
            place = passage.start + moment.start, passage.start + moment.end
            found.append(Moment(*place, *(moment.days or (None, None))))
    return tuple(found)


def _of_passage(article: Article, passage: Passage, last: Interval | None) -> list[_Found]:
    low = lower(passage.text)
    code = coded(low)
    found: list[_Found] = []
    at = 0
    for start in openings(code):
        if start < at:
            continue
        moment = _at(article, passage.text, low, code, start, last)
        if moment is None:
            continue
        at = moment.stop
        last = moment.days or last
        if found and (joined := _joined(code, found[-1], moment)):
            found[-1] = joined
        else:
            found.append(moment)
    free = 0
    for i, moment in enumerate(found):
        found[i] = _with_clock(code, moment, free, found[i + 1].first if i + 1 < len(found) else len(code.signs))
        free = found[i].stop
    return found


def _at(article: Article, text: str, low: str, code: Coded, start: int, last: Interval | None) -> _Found | None:
    """The moment that begins at a place of the code, if one does."""
    for reading in readings(low, code, start):
        if not credible(text, low, reading):
            continue
        name, groups = reading.name, reading.groups
        if name == "edge" and around("by").search(code.signs, max(0, start - 2), start):
            groups["by"] = "by"
        setting = Setting(article.published, last, _year_at_hand(last), partial(tense, low, reading.start, reading.end))
        days = resolve(name, groups, setting)
        if days is None and name in _MUST_BE and setting.published:
            continue
        return _Found(*_trimmed(code, reading), name, days)
    return None


def _trimmed(code: Coded, reading: Reading) -> tuple[int, int, int, int]:
    """The place of a reading without the comma or blank that it may end with."""
    stop = reading.stop
    while stop > reading.first and code.signs[stop - 1] in " ,":
        stop -= 1
    return reading.start, code.places[stop], reading.first, stop


def _year_at_hand(last: Interval | None) -> int | None:
    """The year of a date without one, where publication is unknown: that of the full date before it."""
    return last[0].year if last and last[0].year == last[1].year else None


def _joined(code: Coded, one: _Found, other: _Found) -> _Found | None:
    """Two ends as one range, where the first leaves something to the second ("August to October") or touches it."""
    signs = code.signs
    if not (one.days and other.days and around("joint").fullmatch(signs, one.stop, other.first)):
        return None
    tight = other.first - one.stop == 1
    if one.name in _COMPLETE and not tight and other.name != "today":
        return None
    opened = around("from").search(signs, max(0, one.first - 4), one.first)
    if around("and").search(signs, one.stop, other.first) and not opened:
        return None
    start, end = one.days[0], other.days[1]
    if other.name == "weekday" and end < start and (later := weekday(start, end.weekday(), True)):
        end = later
    year = around("year")
    if year.search(signs, other.first, other.stop) and not year.search(signs, one.first, one.stop) and start.day < 29:
        start = start.replace(year=end.year - ((start.month, start.day) > (end.month, end.day)))
    if start > end:
        return None
    first = opened.start() if opened else one.first
    return _Found(code.places[first], other.end, first, other.stop, "range", (start, end))


def _with_clock(code: Coded, moment: _Found, free: int, stop: int) -> _Found:
    """The moment with the time of day written to it, as far as the moments before and after leave room."""
    signs, first, last = code.signs, moment.first, moment.stop
    figure = around("figure")
    tail = around("time after").match(signs, last, stop)
    if tail and figure.search(signs, last, tail.end()):
        last = tail.end()
    begin = max(free, first - _CLOCK_REACH)
    if figure.search(signs, begin, first) and (head := around("time before").search(signs, begin, first)):
        first = head.start()
    return _Found(code.places[first], code.places[last], first, last, moment.name, moment.days)
