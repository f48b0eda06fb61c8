"""Intervals of days: months, weeks, quarters, seasons and parts of them. Off the calendar is ``None``."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TypeAlias

Interval: TypeAlias = tuple[date, date]
"""First and last day, both included."""


def day(year: int, month: int, number: int) -> Interval | None:
    """One day, if the calendar has it."""
    try:
        found = date(year, month, number)
    except ValueError:
        return None
    return found, found


def month(year: int, number: int) -> Interval | None:
    """A month; numbers below 1 or over 12 lie in the years around."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    if not 1 <= year <= 9999:
        return None
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


def year(number: int) -> Interval | None:
    """A year."""
    return years(number, number)


def years(first: int, last: int) -> Interval | None:
    """The years from one to another."""
    if not 1 <= first <= last <= 9999:
        return None
    return date(first, 1, 1), date(last, 12, 31)


def months(first_year: int, first: int, count: int) -> Interval | None:
    """So many months from one on."""
    a, b = month(first_year, first), month(first_year, first + count - 1)
    return (a[0], b[1]) if a and b else None


def quarter(of_year: int, number: int) -> Interval | None:
    """A quarter; numbers below 1 or over 4 lie in the years around."""
    return months(of_year, 3 * number - 2, 3)


def half(of_year: int, number: int) -> Interval | None:
    """The first or the second half of a year."""
    return months(of_year, 6 * number - 5, 6)


def season(of_year: int, name: str) -> Interval | None:
    """A season of the north by whole months; winter begins in December of the year named."""
    return months(of_year, {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[name], 3)


def shifted(start: date, number: float, unit: str) -> date | None:
    """The day so many units after another (before it, where negative); a day that a month lacks is its last."""
    try:
        if unit in ("month", "year", "quarter", "decade", "century"):
            whole = round(number * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit])
            target = month(start.year, start.month + whole)
            return target and target[0].replace(day=min(start.day, target[1].day))
        spans = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7, "workweek": 7}
        return start + timedelta(days=round(number * spans.get(unit, 0)))
    except OverflowError:
        return None


def period(of: date | None, unit: str) -> Interval | None:
    """The unit of the calendar that a day lies in: its week from Monday to Sunday, its month, its decade."""
    if of is None:
        return None
    if unit in ("week", "fortnight", "weekend", "workweek"):
        try:
            monday = of - timedelta(days=of.weekday())
            first, length = {"weekend": (5, 1), "fortnight": (0, 13), "workweek": (0, 4)}.get(unit, (0, 6))
            return monday + timedelta(days=first), monday + timedelta(days=first + length)
        except OverflowError:
            return None
    if unit == "month":
        return month(of.year, of.month)
    if unit == "quarter":
        return quarter(of.year, (of.month + 2) // 3)
    if unit == "year":
        return year(of.year)
    if unit == "decade":
        return years(max(1, of.year // 10 * 10), of.year // 10 * 10 + 9)
    if unit == "century":
        return years(max(1, of.year // 100 * 100), of.year // 100 * 100 + 99)
    return of, of


def part(of: Interval | None, which: str) -> Interval | None:
    """A part of an interval: its early, mid or late third, or the days about its beginning or end.

    The end of a year is its last month, of a quarter or month its last ten days, of a week its last two.
    """
    if of is None:
        return None
    first, last = of
    length = (last - first).days + 1
    if which in ("end", "start"):
        near = 31 if length > 100 else 10 if length > 20 else 2 if length > 2 else 1
        if length > 400:
            near = length // 3
        edge = timedelta(days=near - 1)
        return (last - edge, last) if which == "end" else (first, first + edge)
    if 360 < length < 370:
        from_month, count = {"early": (1, 4), "mid": (5, 4), "late": (9, 4)}[which]
        return months(first.year, from_month, count)
    third = length // 3
    if which == "early":
        return first, first + timedelta(days=max(0, third - 1))
    if which == "late":
        return last - timedelta(days=max(0, third - 1)), last
    return first + timedelta(days=third), last - timedelta(days=third)


def weekday(near: date, number: int, ahead: bool) -> date | None:
    """The day of that name (Monday is 0) on or after a day (``ahead``), or on or before it."""
    step = (number - near.weekday()) % 7 if ahead else -((near.weekday() - number) % 7)
    try:
        return near + timedelta(days=step)
    except OverflowError:
        return None


def nth_weekday(of_year: int, of_month: int, number: int, n: int) -> date | None:
    """The n-th day of that name in a month, counted from its end where ``n`` is negative."""
    whole = month(of_year, of_month)
    if whole is None:
        return None
    near = weekday(whole[0], number, True) if n > 0 else weekday(whole[1], number, False)
    return near and shifted(near, n - 1 if n > 0 else n + 1, "week")


def easter(of_year: int) -> date | None:
    """Easter Sunday of the western churches (the anonymous Gregorian computus, Meeus 1991)."""
    if not 1583 <= of_year <= 9999:
        return None
    a, b, c = of_year % 19, of_year // 100, of_year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month_of, day_of = divmod(h + k - 7 * m + 114, 31)
    return date(of_year, month_of, day_of + 1)
