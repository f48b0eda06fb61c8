"""Expressions of time in a text: where they stand, and the days they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.analysis import counted
from reader.analysis.moments.days import Interval, weekday
from reader.analysis.moments.grammar import CLOCK, MONTHS, PART_OF_DAY, TOKEN, Pattern, opening
from reader.analysis.moments.resolve import Setting, resolve
from reader.analysis.moments.tense import tense
from reader.analysis.numbers import lower
from reader.model import Article, Moment, Passage

_PART_OF_NUMBER = re.compile(r"\d[:,]$|[$€£] $")
_SUPERLATIVE = re.compile(
    r"\b(?:first|second|third|last|only|time|times|record|once|ever|[a-z]+est|least|most|[a-z]+ (?:rise|fall|drop|loss))(?: [a-z]+)? $"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TAIL = re.compile(
    rf"(?: {PART_OF_DAY}(?![a-z]))?(?:(?:,| at| from| around| between| before| after){{0,2}} {CLOCK}"
    rf"(?: ?(?:-|–|to|and|until) ?{CLOCK})?)?"
)
_HEAD = re.compile(
    rf"(?:(?:from|between|at|by|around) )?{CLOCK}(?: ?(?:-|–|to|and|until|till) ?{CLOCK})?(?: \({CLOCK}\))?,? (?:on )?$"
)
_CLOCK_NEAR = re.compile(r"\d(?:[ap]\.?m?\b\.?|:\d\d| gmt\)| utc\)|\))?,? (?:on )?$")
_UNSURE_DAYS = frozenset(["sun", "sat", "mon", "wed", "fri", "tue", "thu", "thur", "tues", "thurs"])
_INTO = re.compile(
    r"(?:in|since|of|until|till|by|from|to|last|next|early|late|mid|this|through|during|for|before|after|on|and|between|the)[ -]$"
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
        if name == "edge" and re.search(r"\b(?:by|until|till|before|to|through|and) $", low[max(0, start - 8) : start]):
            groups["by"] = "by"
        end = found.end()
        setting = Setting(article.published, last, _year_at_hand(article, last), lambda: tense(low, start, end))
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


def _year_at_hand(article: Article, last: Interval | None) -> int | None:
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
    if name == "in":
        return tense(low, start, end) != "past" and not _SUPERLATIVE.search(low, max(0, start - 40), start)
    if name == "feast":
        return not re.search(r"[A-Z]\w+ $", text[max(0, start - 20) : start])
    return name != "which month" or found["m"] not in ("may", "march") or text[found.start("m")].isupper()


def _is_year(low: str, start: int, end: int, year: str) -> bool:
    if low.startswith(("year ", "the year "), start):
        return True
    words = re.findall(r"[\w'’]+", low[max(0, start - 24) : start])
    word = words[-1] if words else ""
    if word in ("than", "least", "nearly", "almost", "some", "about", "approximately", "roughly", "to", "page", "room"):
        if word != "to" or not _YEAR.search(low, max(0, start - 14), start):
            return False
    following = re.match(r"\s+([a-z]+)", low[end : end + 20])
    nxt = following[1] if following else ""
    if nxt in (
        "people",
        "men",
        "women",
        "children",
        "percent",
        "per",
        "dollars",
        "euros",
        "km",
        "kilometres",
        "miles",
        "gmt",
        "hours",
        "utc",
    ):
        return False
    prepositions = (
        "in",
        "since",
        "from",
        "until",
        "till",
        "by",
        "before",
        "after",
        "during",
        "of",
        "early",
        "late",
        "mid",
        "and",
        "between",
        "through",
        *MONTHS,
    )
    if 1900 <= int(year) < 2100:
        return word in prepositions or not counted.is_plural(nxt) or word in ("the",) or words[-1:] == []
    return word in ("in", "since", "from", "until", "by", "before", "after", "year") and not counted.is_plural(nxt)


def _joined(low: str, one: _Found, other: _Found) -> _Found | None:
    """Two ends as one range, where the first leaves something to the second ("August to October") or touches it."""
    between = low[one.end : other.start]
    if not _JOINT.fullmatch(between) or not (one.days and other.days):
        return None
    tight = len(between) == 1 and between in "-–"
    if one.name in _COMPLETE and not tight and other.name != "today":
        return None
    if "and" in between and not re.search(r"\bbetween (?:the )?$", low[: one.start]):
        return None
    start, end = one.days[0], other.days[1]
    if other.name == "weekday" and end < start and (later := weekday(start, end.weekday(), True)):
        end = later
    if _YEAR.search(low, other.start, other.end) and not _YEAR.search(low, one.start, one.end) and start.day < 29:
        start = start.replace(year=end.year - ((start.month, start.day) > (end.month, end.day)))
    if start > end:
        return None
    begin = re.search(r"\b(?:from|between) (?:the )?$", low[: one.start])
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
