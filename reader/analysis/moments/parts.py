"""Parts of a time: the end of the year, the second week of May, the last three months of 2019."""

from __future__ import annotations

from datetime import date, timedelta

from reader.analysis.moments import days
from reader.analysis.moments.absolute import of_month
from reader.analysis.moments.days import Interval
from reader.analysis.moments.reading import Groups, Setting, number, ordinal, step_of, year_of
from reader.analysis.moments.relative import which_period


def year_end(groups: Groups, setting: Setting) -> Interval | None:
    """The end of a year, that of publication where none is named."""
    year = year_of(groups)
    return days.part(days.year(year) if year else which_period({"w": "this", "u": "year"}, setting), "end")


def edge(groups: Groups, setting: Setting) -> Interval | None:
    """Days such as "the end of the year": its last days, or the last alone after "by" and "until"."""
    which = "end" if groups["edge"] in ("end", "close") else "start"
    if groups["edge"] == "middle":
        which = "mid"
    if groups.get("m"):
        whole = of_month(groups | {"part": ""}, setting)
    elif year := year_of(groups):
        whole = days.year(year)
    else:
        whole = which_period({"w": groups.get("w") or "this", "u": groups["u"]}, setting)
    if which == "end" and whole and groups.get("by"):
        return whole[1], whole[1]
    return days.part(whole, which)


def nth_week(groups: Groups, setting: Setting) -> Interval | None:
    """The n-th week of a month or year: weeks from Monday, the first being that of the first Thursday."""
    if groups.get("m"):
        whole = of_month({"m": groups["m"], "y": groups.get("y") or ""}, setting)
    elif year := year_of(groups):
        whole = days.year(year)
    else:
        whole = which_period({"w": groups["w"], "u": groups["u2"]}, setting)
    if whole is None:
        return None
    n = ordinal(groups["n"])
    thursday = days.weekday(whole[0], 3, True) if n > 0 else days.weekday(whole[1], 3, False)
    found = days.shifted(thursday, n - 1 if n > 0 else 0, "week") if thursday else None
    return days.period(found, groups["u"])


def week_number(groups: Groups, setting: Setting) -> Interval | None:
    """Days such as "week 3 of 2027", as ISO 8601 counts weeks."""
    year = year_of(groups) or (setting.published.year if setting.published else None)
    if year and groups.get("w"):
        year += step_of(groups["w"])
    try:
        return days.period(date.fromisocalendar(year, int(groups["n"]), 1), "week") if year else None
    except ValueError:
        return None


def last_of(groups: Groups, setting: Setting) -> Interval | None:
    """Days such as "the last four months of 2021"."""
    if groups.get("m"):
        whole = of_month({"m": groups["m"], "y": groups.get("y2") or ""}, setting)
    elif year := year_of(groups):
        whole = days.year(year)
    else:
        whole = which_period({"w": groups["w2"], "u": groups["u2"]}, setting)
    many = number(groups["n"])
    if whole is None or many is None:
        return None
    if groups["w"] == "first":
        edge = days.shifted(whole[0], many, groups["u"])
        return (whole[0], edge - timedelta(days=1)) if edge else None
    if groups["u"] == "week":
        thursday = days.weekday(whole[1], 3, False)
        week = days.period(thursday, "week")
        first = days.shifted(week[0], 1 - many, "week") if week else None
        return (first, week[1]) if week and first else None
    edge = days.shifted(whole[1] + timedelta(days=1), -many, groups["u"])
    return (edge, whole[1]) if edge else None
