"""Dates of the calendar: days, months, years, quarters, seasons."""

from __future__ import annotations

from datetime import date

from reader.analysis.moments import days
from reader.analysis.moments.days import Interval
from reader.analysis.moments.reading import Groups, Setting, month_of, near, ordinal, part_of, step_of, year_of
from reader.analysis.moments.vocabulary import FEASTS


def month_day(groups: Groups, setting: Setting) -> Interval | None:
    """Days such as "September 21", "19-20 November 2015": one day, or some of one month."""
    month, first = month_of(groups["m"]), ordinal(groups["d"])
    last = ordinal(groups["d2"]) if groups.get("d2") else first

    def make(year: int) -> Interval | None:
        a, b = days.day(year, month, first), days.day(year, month, last)
        return (a[0], b[0]) if a and b and a <= b else None

    year = year_of(groups)
    return make(year) if year else near(setting, make)


def iso(groups: Groups, setting: Setting) -> Interval | None:
    """Days such as "2020-07-01", "2015-12"."""
    if "dn" in groups:
        return days.day(int(groups["y"]), int(groups["mn"]), int(groups["dn"]))
    return days.month(int(groups["y"]), int(groups["mn"]))


def slashed(groups: Groups, setting: Setting) -> Interval | None:
    """Days such as "08/23/2039": month first where that is on the calendar."""
    a, b, year = int(groups["a"]), int(groups["b"]), year_of(groups) or 0
    return days.day(year, a, b) or days.day(year, b, a)


def dotted(groups: Groups, setting: Setting) -> Interval | None:
    """Days such as "23.08.2039": day first where that is on the calendar."""
    a, b, y = groups["dotted"].split(".")
    year = year_of({"y": y}) or 0
    return days.day(year, int(b), int(a)) or days.day(year, int(a), int(b))


def of_month(groups: Groups, setting: Setting) -> Interval | None:
    """Days such as "July 2003", "last September", "late March": a month or its part."""
    month, year = month_of(groups["m"]), year_of(groups)
    which = groups.get("w")
    if year:
        return part_of(groups, days.month(year, month))
    if which and setting.published:
        here = setting.published
        step = step_of(which)
        if groups.get("pattern") == "month of which year":
            return days.month(here.year + step, month)
        if step < 0:
            return days.month(here.year - (month >= here.month), month)
        if step > 0:
            return days.month(here.year + (month <= here.month), month)
        return days.month(here.year, month)
    return part_of(groups, near(setting, lambda y: days.month(y, month)))


def of_year(groups: Groups, setting: Setting) -> Interval | None:
    """Days such as "2008", "late 2020": a year or its part."""
    year = year_of(groups)
    return part_of(groups, days.year(year)) if year else None


def decade(groups: Groups, setting: Setting) -> Interval | None:
    """Days such as "the 1990s", "the early 1990s"."""
    figure = groups["decade"].lstrip("'")
    first = int(figure) if len(figure) == 4 else 1900 + int(figure)
    part = {"early": (0, 3), "mid": (4, 6), "middle": (4, 6), "late": (7, 9)}.get(groups.get("part") or "", (0, 9))
    return days.years(first + part[0], first + part[1])


def century(groups: Groups, setting: Setting) -> Interval | None:
    """Days such as "the 21st century"."""
    first = 100 * (ordinal(groups["century"]) - 1)
    return days.years(max(1, first), first + 99) if first >= 0 else None


def season(groups: Groups, setting: Setting) -> Interval | None:
    """Days such as "the fall of 2020", "last summer"."""
    if year := year_of(groups):
        return days.season(year, groups["season"])
    if setting.published is None:
        return None
    here, step = setting.published, step_of(groups["w"])
    choices = [s for y in range(here.year - 2, here.year + 3) if (s := days.season(y, groups["season"]))]
    if step < 0:
        return max((s for s in choices if s[1] < here), default=None)
    if step > 0:
        return min((s for s in choices if s[0] > here), default=None)
    return min(choices, key=lambda s: min(abs((s[0] - here).days), abs((s[1] - here).days)), default=None)


def quarter(groups: Groups, setting: Setting) -> Interval | None:
    """Such as "Q1 2019", "the first half"; without a year, the last that has begun, or, looking forward, the next."""
    make = days.half if groups["qu"].startswith("h") else days.quarter
    index = int(groups["q"]) if groups["q"].isdigit() else ordinal(groups["q"])
    if index < 0:
        index = 2 if make is days.half else 4
    if year := year_of(groups):
        return make(year, index)
    if setting.published is None:
        return None
    which = groups.get("w") or groups.get("w2")
    if which:
        return make(setting.published.year + step_of(which.split()[0]), index)
    here = setting.published
    choices = [q for y in (here.year - 1, here.year, here.year + 1) if (q := make(y, index))]
    if setting.ahead:
        return next((q for q in choices if q[1] >= here), None)
    return next((q for q in reversed(choices) if q[0] <= here), None)


def feast(groups: Groups, setting: Setting) -> Interval | None:
    """Days such as "Christmas Eve" and "Good Friday", in the year named or the nearest."""
    name = groups["feast"].replace("'", "")

    def make(year: int) -> Interval | None:
        if name in FEASTS:
            return days.day(year, *FEASTS[name])
        return days.period(_movable(name.split()[0], year, "monday" in name), "day")

    year = year_of(groups)
    return make(year) if year else near(setting, make)


def _movable(name: str, year: int, monday: bool) -> date | None:
    """The feasts without a date of their own: around Easter, and those of American law."""
    if name in ("good", "easter"):
        sunday = days.easter(year)
        return sunday and days.shifted(sunday, -2 if name == "good" else int(monday), "day")
    if name in ("labor", "memorial"):
        return days.nth_weekday(year, 9, 0, 1) if name == "labor" else days.nth_weekday(year, 5, 0, -1)
    thursday = days.nth_weekday(year, 11, 3, 4)
    return thursday and days.shifted(thursday, int(name == "black"), "day")


def years(groups: Groups, setting: Setting) -> Interval | None:
    """Days such as "1991-1994", "2013-14"."""
    first, last = int(groups["y"]), groups["y2"]
    return days.years(first, int(last) if len(last) == 4 else first // 100 * 100 + int(last))
