"""Expressions of time in a text: where they stand, and the days they mean."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from reader.analysis.moments.credible import credible
from reader.analysis.moments.days import Interval, weekday
from reader.analysis.moments.grammar import HINT, REACH, TOKEN
from reader.analysis.moments.reading import Setting
from reader.analysis.moments.resolve import resolve
from reader.analysis.moments.tense import tense
from reader.analysis.moments.trying import Pattern, opening
from reader.analysis.moments.vocabulary import CLOCK, OPENINGS, PART_OF_DAY
from reader.analysis.numbers import lower
from reader.model import Article, Moment, Passage
from reader.text.patterns import expression

_PART_OF_NUMBER = expression(r"\d[:,]$|[$€£] $")
_YEAR = expression(r"\b(?:19|20)\d\d\b")
_TAIL = expression(
    rf"(?: {PART_OF_DAY}(?![a-z]))?(?:(?:,| at| from| around| between| before| after){{0,2}} {CLOCK}"
    rf"(?: ?(?:-|–|to|and|until) ?{CLOCK})?)?"
)
_HEAD = expression(
    rf"(?:(?:from|between|at|by|around) )?{CLOCK}(?: ?(?:-|–|to|and|until|till) ?{CLOCK})?"
    rf"(?: \({CLOCK}\))?,? (?:on )?$"
)
_CLOCK_NEAR = expression(r"\d(?:[ap]\.?m?\b\.?|:\d\d| gmt\)| utc\)|\))?,? (?:on )?$")
_COMPLETE = frozenset(
    [
        "month day",
        "day month",
        "iso",
        "slashed",
        "named slashed",
        "named reversed",
        "year",
        "month year",
        "spelled year",
        "part of a year",
    ]
)
_MUST_BE = frozenset(
    ["month day", "day month", "month day range", "day range month", "iso", "slashed", "weekday the nth"]
)
_JOINT = expression(r" ?(?:-|–|—|to|until|till|through|and) ?(?:the )?")


_FROM = expression(r"\b(?:from|between) (?:the )?$")
_BY = expression(r"\b(?:by|until|till|before|to|through|and) $")


class _Found(NamedTuple):
    start: int
    end: int
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
    text, low = passage.text, lower(passage.text)
    found: list[_Found] = []
    if not HINT.search(low):
        return found
    at = 0
    for token in TOKEN.finditer(low):
        word = token.group()
        patterns = opening(word) if word in OPENINGS or word[0] < "a" else ()
        if not patterns or (start := token.start()) < at or not HINT.search(low, start, start + REACH):
            continue
        moment = _at(article, text, low, start, last, patterns)
        if moment is None:
            continue
        at = moment.end
        last = moment.days or last
        if found and (joined := _joined(low, found[-1], moment)):
            found[-1] = joined
        else:
            found.append(moment)
    free = 0
    for i, moment in enumerate(found):
        found[i] = _with_clock(low, moment, free, found[i + 1].start if i + 1 < len(found) else len(low))
        free = found[i].end
    return found


def _at(
    article: Article, text: str, low: str, start: int, last: Interval | None, patterns: tuple[Pattern, ...]
) -> _Found | None:
    """The moment that begins at a place, if one does."""
    before = low[start - 1 : start]
    if (
        before.isalnum()
        or before in ("$", "€", "£", "_", "#", "@", "/", ".")
        or _PART_OF_NUMBER.search(low, max(0, start - 3), start)
    ):
        return None
    for pattern in patterns:
        found, name = pattern.match(low, start), pattern.name
        if found is None or not credible(text, low, name, found):
            continue
        groups = {k: v for k, v in found.groupdict().items() if v is not None} | {"pattern": name}
        if name == "edge" and _BY.search(low, max(0, start - 8), start):
            groups["by"] = "by"
        end = found.end()
        setting = Setting(article.published, last, _year_at_hand(last), partial(tense, low, start, end))
        days = resolve(name, groups, setting)
        if (
            days is None
            and name in ("month day", "day month", "iso", "slashed", "weekday the nth")
            and setting.published
        ):
            continue
        while end > start and low[end - 1] in " ,":
            end -= 1
        return _Found(start, end, name, days)
    return None


def _year_at_hand(last: Interval | None) -> int | None:
    """The year of a date without one, where publication is unknown: that of the full date before it."""
    return last[0].year if last and last[0].year == last[1].year else None


def _joined(low: str, one: _Found, other: _Found) -> _Found | None:
    """Two ends as one range, where the first leaves something to the second ("August to October") or touches it."""
    between = low[one.end : other.start]
    if not _JOINT.fullmatch(between) or not (one.days and other.days):
        return None
    tight = len(between) == 1 and between in "-–"
    if one.name in _COMPLETE and not tight and other.name != "today":
        return None
    if "and" in between and not _FROM.search(low, max(0, one.start - 16), one.start):
        return None
    start, end = one.days[0], other.days[1]
    if other.name == "weekday" and end < start and (later := weekday(start, end.weekday(), True)):
        end = later
    if _YEAR.search(low, other.start, other.end) and not _YEAR.search(low, one.start, one.end) and start.day < 29:
        start = start.replace(year=end.year - ((start.month, start.day) > (end.month, end.day)))
    if start > end:
        return None
    begin = _FROM.search(low, max(0, one.start - 16), one.start)
    return _Found(begin.start() if begin else one.start, other.end, "range", (start, end))


def _with_clock(low: str, moment: _Found, first: int, last: int) -> _Found:
    """The moment with the time of day written to it, as far as the moments before and after leave room."""
    start, end = moment.start, moment.end
    if (tail := _TAIL.match(low, end, last)) and any(c.isdigit() for c in tail.group()):
        end = tail.end()
    if _CLOCK_NEAR.search(low, max(first, start - 16), start):
        head = _HEAD.search(low, max(first, start - 48), start)
        start = head.start() if head else start
    return _Found(start, end, moment.name, moment.days)
