"""Expressions of time in a text: where they stand, and the days they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial

from reader.analysis import counted, units
from reader.analysis.moments.days import Interval, weekday
from reader.analysis.moments.grammar import TOKEN, Pattern, opening
from reader.analysis.moments.reading import Setting
from reader.analysis.moments.resolve import resolve
from reader.analysis.moments.tense import tense
from reader.analysis.moments.vocabulary import CLOCK, PART_OF_DAY
from reader.analysis.numbers import lower
from reader.model import Article, Moment, Passage
from reader.text.wordlists import words_of

_PART_OF_NUMBER = re.compile(r"\d[:,]$|[$€£] $")
_SUPERLATIVE = re.compile(
    r"\b(?:first|second|third|last|only|times?|record|once|ever|[a-z]+est|least|most|rise|fall|drop|loss)(?: [a-z]+)? $"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TAIL = re.compile(
    rf"(?: {PART_OF_DAY}(?![a-z]))?(?:(?:,| at| from| around| between| before| after){{0,2}} {CLOCK}"
    rf"(?: ?(?:-|–|to|and|until) ?{CLOCK})?)?"
)
_HEAD = re.compile(
    rf"(?:(?:from|between|at|by|around) )?{CLOCK}(?: ?(?:-|–|to|and|until|till) ?{CLOCK})?"
    rf"(?: \({CLOCK}\))?,? (?:on )?$"
)
_CLOCK_NEAR = re.compile(r"\d(?:[ap]\.?m?\b\.?|:\d\d| gmt\)| utc\)|\))?,? (?:on )?$")
_UNSURE_DAYS = frozenset(["sun", "sat", "mon", "wed", "fri", "tue", "thu", "thur", "tues", "thurs"])
_INTO = re.compile(
    r"(?:in|since|of|until|till|by|from|to|last|next|early|late|mid|this|through|during|for|before|after|on|and|between"
    r"|the)[ -]$"
)
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
_JOINT = re.compile(r" ?(?:-|–|—|to|until|till|through|and) ?(?:the )?")


_YEAR_PREFIX = re.compile(r"\b(?:post|pre|mid|late|early|\d{4})[-–]$")
_WORD_BEFORE = re.compile(r"([\w'’]+)\W{1,2}$")
_WORD_AFTER = re.compile(r"\s+([a-z]+)")
_FROM = re.compile(r"\b(?:from|between) (?:the )?$")
_BY = re.compile(r"\b(?:by|until|till|before|to|through|and) $")
_NAME = re.compile(r"[A-Z]\w+ $")


@cache
def _list(name: str) -> frozenset[str]:
    return words_of("reader.analysis", "calendar", name)


@dataclass(frozen=True, slots=True)
class _Found:
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
    at = 0
    for token in TOKEN.finditer(low):
        if token.start() < at or not (patterns := opening(token.group())):
            continue
        moment = _at(article, text, low, token.start(), last, patterns)
        if moment is None:
            continue
        at = moment.end
        last = moment.days or last
        if found and (joined := _joined(low, found[-1], moment)):
            found[-1] = joined
        else:
            found.append(moment)
    return [_with_clock(low, moment) for moment in found]


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
    for name, pattern in patterns:
        found = pattern.match(low, start)
        if found is None or not _credible(text, low, name, found):
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


def _credible(text: str, low: str, name: str, found: re.Match[str]) -> bool:
    """Whether what looks like a moment is one: "may", "march", "sat" and four digits are often not."""
    start, end = found.span()
    said = text[start:end]
    if name == "month":
        word = found["m"].rstrip(".")
        if not said[0].isupper():
            return len(word) > 3 and word != "march" and bool(_INTO.search(low, max(0, start - 10), start))
        return word not in ("may", "march", "mar", "jan", "jun") or bool(_INTO.search(low, max(0, start - 10), start))
    if name == "weekday":
        word = found["wd"].rstrip(".")
        return word not in _UNSURE_DAYS or (said[0].isupper() and bool(_INTO.search(low, max(0, start - 8), start)))
    if name in ("month day", "day month", "month year") and found["m"].rstrip(".") in ("may", "march"):
        return said[0].isupper() or said[0].isdigit() or "of" in said
    if name == "year":
        return _is_year(low, start, end, found["y"])
    if name == "spelled year":
        return bool(_INTO.search(low, max(0, start - 10), start)) and not counted.is_plural(_next(low, end))
    if name == "in":
        return tense(low, start, end) != "past" and not _SUPERLATIVE.search(low, max(0, start - 40), start)
    if name == "feast":
        return not _NAME.search(text, max(0, start - 20), start)
    return name != "which month" or found["m"] not in ("may", "march") or text[found.start("m")].isupper()


def _next(low: str, end: int) -> str:
    found = _WORD_AFTER.match(low, end)
    return found[1] if found else ""


def _is_year(low: str, start: int, end: int, year: str) -> bool:
    """Whether four digits are a year: most are from 1900 on; earlier ones, and those before a plural, need a word."""
    if low.startswith(("year ", "the year "), start):
        return True
    if low[start - 1 : start] in ("-", "–") and not _YEAR_PREFIX.search(low, max(0, start - 6), start):
        return False
    before = _WORD_BEFORE.search(low, max(0, start - 24), start)
    word = before[1] if before else ""
    after = _next(low, end)
    if word in _list("no year before") or after in _list("no year after") or units.after(low, low, end):
        return False
    if word == "to":
        return bool(_YEAR.search(low, max(0, start - 14), start))
    if 1900 <= int(year) < 2100:
        return not word or word in _list("before a year") or not counted.is_plural(after)
    return word in _list("before a year") and word not in ("of", "and", "the") and not counted.is_plural(after)


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


def _with_clock(low: str, moment: _Found) -> _Found:
    """The moment with the time of day written to it."""
    start, end = moment.start, moment.end
    if (tail := _TAIL.match(low, end)) and any(c.isdigit() for c in tail.group()):
        end = tail.end()
    if _CLOCK_NEAR.search(low, max(0, start - 16), start):
        window = low[max(0, start - 48) : start]
        found = _HEAD.search(window)
        if found:
            start = max(0, start - 48) + found.start()
    return _Found(start, end, moment.name, moment.days)
