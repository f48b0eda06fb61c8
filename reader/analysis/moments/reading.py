"""What the groups of a pattern say, and the setting that they are read against."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from reader.analysis.moments import days
from reader.analysis.moments.days import Interval
from reader.analysis.moments.tense import Tense
from reader.analysis.moments.vocabulary import COUNTS, MONTHS, ORDINALS, WEEKDAYS

Groups = dict[str, str]
"""What a pattern's named groups hold."""

_PARTS = {"early": "early", "mid": "mid", "middle": "mid", "late": "late"}


class Setting(NamedTuple):
    """What an expression is read against: publication, the last day named, the year at hand, and the tense around."""

    published: date | None
    last: Interval | None
    year: int | None
    tense: Callable[[], Tense]

    @property
    def ahead(self) -> bool:
        """Whether the clause looks forward."""
        return self.tense() == "future"


def number(words: str) -> int | None:
    """A small number in digits or words; vague ones have none."""
    words = re.sub(r"^(?:the|a) (?=couple)| of$", "", words)
    return int(words) if words.isdigit() else COUNTS.get(words)


def ordinal(words: str) -> int:
    """The number of an ordinal, or of the digits in one."""
    digits = re.match(r"\d+", words)
    return int(digits.group()) if digits else ORDINALS[words.replace("-", " ")]


def month_of(words: str) -> int:
    """The number of a month by name."""
    return MONTHS[words.rstrip(".")]


def weekday_of(words: str) -> int:
    """The number of a weekday by name, Monday being 0."""
    return WEEKDAYS[words.rstrip(".")]


def spelled(words: str) -> int:
    """The year in words: "nineteen ninety six", "two thousand and five"."""
    values = [COUNTS.get(word, 0) for word in re.findall(r"[a-z]+", words) if word not in ("and", "thousand")]
    return (2000 if words.startswith("two thousand") else 100 * values[0]) + sum(values[1:])


def year_of(groups: Groups) -> int | None:
    """The year that the groups name, if they do; two digits lie within 1930 to 2029."""
    for key in ("y", "y2"):
        if found := groups.get(key):
            year = int(found)
            return year if year > 99 or len(found) > 2 else year + (2000 if year < 30 else 1900)
    return spelled(groups["sy"]) if groups.get("sy") else None


def near(setting: Setting, make: Callable[[int], Interval | None]) -> Interval | None:
    """What ``make`` gives for the year that lies nearest to publication, or on the side the tense tells."""
    if setting.published is None:
        return make(setting.year) if setting.year else None
    there = setting.published
    choices = [c for c in map(make, (there.year - 1, there.year, there.year + 1)) if c]
    if not choices:
        leap = [c for c in map(make, range(there.year - 4, there.year + 5)) if c]
        choices = leap
    tense = setting.tense()
    if tense == "future":
        choices = [c for c in choices if c[1] >= there] or choices
    elif tense == "past":
        choices = [c for c in choices if c[0] <= there] or choices
    return min(choices, key=lambda c: (abs((c[0] - there).days), c[0]), default=None)


def part_of(groups: Groups, whole: Interval | None) -> Interval | None:
    """The part of an interval that the groups ask for, if they do."""
    part = (groups.get("part") or "").removeprefix("very ").strip()
    return days.part(whole, _PARTS[part]) if part in _PARTS else whole


def step_of(which: str) -> int:
    """Back, here or forth."""
    word = which.split()[-1]
    if word in ("last", "past", "previous", "preceding") or which.startswith("last"):
        return -1
    return 1 if word in ("next", "coming", "following", "upcoming") else 0
