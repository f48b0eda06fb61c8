"""Times told from another: from publication, or from the last day that the text named."""

from __future__ import annotations

import re
from datetime import date, timedelta

from reader.analysis.moments import days
from reader.analysis.moments.absolute import feast, month_day
from reader.analysis.moments.days import Interval
from reader.analysis.moments.reading import Groups, Setting, number, ordinal, part_of, step_of, weekday_of
from reader.analysis.moments.vocabulary import FEASTS, WEEKDAYS

_SMALL = frozenset(["hour", "hr", "minute", "min", "second", "moment"])


def _from_before(which: str) -> bool:
    """Whether "which" counts from the last day named, not from publication."""
    return which.split()[-1] in ("same", "that", "following", "previous", "preceding") and which != "previous"


def which_period(groups: Groups, setting: Setting) -> Interval | None:
    """Days such as "last week", "earlier this year", "the following month"."""
    which, unit = groups["w"].removeprefix("the "), groups["u"]
    here = setting.published
    if _from_before(which) and setting.last:
        here = setting.last[0] if fits(setting.last, unit) else None
    if here is None:
        return None
    if unit == "quarter" or unit in ("month", "year", "decade", "century"):
        whole = days.period(days.shifted(here.replace(day=1), step_of(which), unit), unit)
    else:
        whole = days.period(days.shifted(here, step_of(which), unit), unit)
    part = groups.get("part") or ""
    if whole and unit == "weekend" and which == "this":
        return _past_weekend(whole, here, setting)
    if whole and part.startswith(("later", "the rest", "rest", "the remain", "remain")):
        return max(whole[0], here), whole[1]
    if whole and part == "earlier":
        return whole[0], min(whole[1], here)
    if whole and ("end of" in part or "start of" in part or "beginning" in part):
        return days.part(whole, "end" if "end of" in part else "start")
    return part_of(groups, whole)


def fits(interval: Interval, unit: str) -> bool:
    """Whether an interval is fine enough to say which day, week or month it lies in."""
    limit = {"day": 0, "night": 0, "week": 6, "weekend": 6, "month": 30, "quarter": 91}.get(unit, 365)
    return (interval[1] - interval[0]).days <= limit


def today(groups: Groups, setting: Setting) -> Interval | None:
    """Days such as "yesterday", "tonight"."""
    if setting.published is None:
        return None
    step = {"yesterday": -1, "tomorrow": 1}.get(groups["today"], 0)
    return days.period(days.shifted(setting.published, step, "day"), "day")


def beyond(groups: Groups, setting: Setting) -> Interval | None:
    """Days such as "the day before yesterday"."""
    step = -2 if groups["beyond"].startswith("before") else 2
    return days.period(days.shifted(setting.published, step, "day"), "day") if setting.published else None


def part_of_day(groups: Groups, setting: Setting) -> Interval | None:
    """Days such as "this morning", "last night", "the same evening": the day alone."""
    which = groups["w"].removeprefix("the ")
    here = setting.published
    if which in ("that", "same", "previous", "next", "following"):
        here = setting.last[0] if setting.last and fits(setting.last, "day") else None
    if here is None:
        return None
    step = {"yesterday": -1, "tomorrow": 1, "last": -1, "previous": -1, "next": 1, "following": 1}.get(which, 0)
    return days.period(days.shifted(here, step, "day"), "day")


def bare_weekday(groups: Groups, setting: Setting) -> Interval | None:
    """The day of that name nearest on the side that the tense tells; the day of publication itself counts."""
    if setting.published is None:
        return None
    return days.period(days.weekday(setting.published, weekday_of(groups["wd"]), setting.ahead), "day")


def which_weekday(groups: Groups, setting: Setting) -> Interval | None:
    """Days such as "last Monday", "next Friday", "this Tuesday"."""
    here, which = setting.published, groups["w"].removeprefix("the ")
    name = weekday_of(groups["wd"])
    if which in ("following", "same", "that"):
        here = setting.last[0] if setting.last and fits(setting.last, "week") else None
    if here is None:
        return None
    step = step_of(which)
    if which == "this":
        week = days.period(here, "week")
        there = days.weekday(week[0], name, True) if week else None
        if there and there != here and (there > here) != setting.ahead and setting.tense():
            there = days.shifted(there, 1 if setting.ahead else -1, "week")
        return days.period(there, "day")
    if which == "previous":
        week = days.period(days.shifted(here, -1, "week"), "week")
        return days.period(days.weekday(week[0], name, True), "day") if week else None
    start = days.shifted(here, step, "day") if step else here
    ahead = step > 0 or (not step and setting.ahead)
    return days.period(days.weekday(start, name, ahead), "day") if start else None


def weekday_of_week(groups: Groups, setting: Setting) -> Interval | None:
    """Days such as "Tuesday of last week"."""
    week = which_period({"w": groups["w"], "u": "week"}, setting)
    return days.period(days.weekday(week[0], weekday_of(groups["wd"]), True), "day") if week else None


def weekday_nth(groups: Groups, setting: Setting) -> Interval | None:
    """The day of that name and number nearest to publication."""
    if setting.published is None:
        return None
    here = setting.published
    found = [
        d
        for step in range(-6, 7)
        if (m := days.month(here.year, here.month + step))
        and (d := days.day(m[0].year, m[0].month, ordinal(groups["d"])))
        and d[0].weekday() == weekday_of(groups["wd"])
    ]
    return min(found, key=lambda d: abs((d[0] - here).days), default=None)


def _anchor(words: str | None, setting: Setting) -> date | None:
    """The day that "from tomorrow" or "after Christmas" counts from."""
    here = setting.published
    if words is None or words in ("now", "today"):
        return here
    if words in ("tomorrow", "yesterday"):
        return days.shifted(here, 1 if words == "tomorrow" else -1, "day") if here else None
    if words in FEASTS:
        found = feast({"feast": words}, setting)
        return found[0] if found else None
    if words.rstrip(".") in WEEKDAYS:
        return days.weekday(here, weekday_of(words), True) if here else None
    parts = re.match(r"([a-z]+)\.? ([\da-z -]+?)(?:,? (\d{4}))?$", words)
    if parts is None:
        return None
    found = month_day({"m": parts[1], "d": parts[2], "y": parts[3] or ""}, setting)
    return found[0] if found else None


def counted_from(groups: Groups, setting: Setting) -> Interval | None:
    """Such as "three weeks from tomorrow": counted exactly."""
    many = number(groups["n"])
    start = _anchor(groups.get("anchor"), setting)
    if start is None or many is None:
        return days.period(start, "day") if groups["u"] in _SMALL else None
    step = -many if groups["dir"] == "before" else many
    return days.period(days.shifted(start, step, groups["u"]), "day")


def ago(groups: Groups, setting: Setting) -> Interval | None:
    """Such as "three years ago" is a year, "two weeks ago" a week: no finer than its unit."""
    if setting.published is None:
        return None
    if groups["u"] in _SMALL:
        return days.period(setting.published, "day")
    many = number(groups["n"])
    if many is None:
        return None
    there = days.shifted(setting.published, -many, groups["u"])
    unit = groups["u"]
    if there and groups.get("u2"):
        unit = groups["u2"]
        there = days.shifted(there, -(number(groups["n2"]) or 0), unit)
    if groups.get("today"):
        unit = {"today": "day", "this week": "week", "this month": "month"}[groups["today"]]
    return days.period(there, unit)


def before_or_after(groups: Groups, setting: Setting) -> Interval | None:
    """Such as "two days later": counted from the last day named, from publication where none was."""
    many, unit = number(groups["n"]), groups["u"]
    if groups.get("anchor"):
        start = _anchor(groups["anchor"], setting)
    elif setting.last is None:
        start = setting.published
    else:
        start = setting.last[0] if fits(setting.last, "day" if unit in _SMALL else unit) else None
    if start is None:
        return None
    if unit in _SMALL:
        return days.period(start, "day")
    if many is None:
        return None
    which = groups.get("dir") or groups["side"]
    step = many if which in ("later", "after", "afterward", "afterwards") else -many
    return days.period(days.shifted(start, step, unit), "day" if unit == "week" else unit)


def in_so_long(groups: Groups, setting: Setting) -> Interval | None:
    """Such as "in two years", looking forward, is a day; looking back it is a length of time and no moment."""
    return counted_from(groups | {"anchor": "now", "dir": "from"}, setting)


def so_long(groups: Groups, setting: Setting) -> Interval | None:
    """The "last three months" end the day before publication, "the next two decades" begin after it."""
    here, unit = setting.published, groups["u"]
    if here is None:
        return None
    if unit in _SMALL:
        return here, here
    many = 2 if groups.get("n") == "couple" else number(groups.get("n") or "")
    forward = step_of(groups["w"]) > 0
    if many is None:
        return None
    if unit in ("quarter", "decade", "century"):
        now = days.period(here, unit)
        if now is None:
            return None
        if forward:
            first = now[1] + timedelta(days=1)
            edge = days.shifted(first, many, unit)
            return (first, edge - timedelta(days=1)) if edge else None
        edge = days.shifted(now[0], -many, unit)
        return (edge, now[0] - timedelta(days=1)) if edge else None
    edge = days.shifted(here, many if forward else -many, unit)
    if edge is None:
        return None
    return (here + timedelta(days=1), edge) if forward else (edge, here - timedelta(days=1))


def year_before(groups: Groups, setting: Setting) -> Interval | None:
    """Such as "the year before", "the day after": counted from the last time named, if that is fine enough."""
    step = -1 if groups["dir"] == "before" else 1
    unit = "day" if groups["u"] == "night" else groups["u"]
    last = setting.last
    if groups.get("last"):
        last, step = None, 2 * step
    if last is not None and not fits(last, unit):
        return None
    start = last[0] if last else setting.published
    return days.period(days.shifted(start, step, unit), unit) if start else None


def this(groups: Groups, setting: Setting) -> Interval | None:
    """Such as "the weekend", "the rest of the week": those about publication."""
    here = setting.published
    if here is None:
        return None
    whole = days.period(here, groups["u"])
    if whole and groups["u"] == "weekend":
        return _past_weekend(whole, here, setting)
    return (here, whole[1]) if whole and "rest" in groups else whole


def _past_weekend(whole: Interval, here: date, setting: Setting) -> Interval | None:
    """The weekend of this week, or the one before where the clause looks back and it is still to come."""
    if whole[0] > here and setting.tense() == "past":
        return days.period(days.shifted(here, -1, "week"), "weekend")
    return whole


def nth(groups: Groups, setting: Setting) -> Interval | None:
    """Such as "the 18th" of the month at hand, before or after by the tense."""
    here = setting.published
    if here is None:
        return None
    step = step_of(groups["w"]) if groups.get("w") else 0
    found = [
        d
        for s in (-1, 0, 1)
        if (m := days.month(here.year, here.month + s)) and (d := days.day(m[0].year, m[0].month, ordinal(groups["d"])))
    ]
    if groups.get("w"):
        target = days.month(here.year, here.month + step)
        return days.day(target[0].year, target[0].month, ordinal(groups["d"])) if target else None
    side = [d for d in found if (d[0] >= here) == setting.ahead or d[0] == here]
    return min(side or found, key=lambda d: abs((d[0] - here).days), default=None)


def week_on(groups: Groups, setting: Setting) -> Interval | None:
    """Days such as "a week on Thursday"."""
    here, many = setting.published, number(groups["n"])
    first = days.weekday(here, weekday_of(groups["wd"]), True) if here else None
    return days.period(days.shifted(first, many, "week"), "day") if first and many else None


def weekday_ago(groups: Groups, setting: Setting) -> Interval | None:
    """Days such as "Monday two weeks ago"."""
    here, many = setting.published, number(groups["n"])
    if here is None or many is None:
        return None
    there = days.shifted(here, -many if groups["dir"] == "ago" else many, "week")
    week = days.period(there, "week")
    return days.period(days.weekday(week[0], weekday_of(groups["wd"]), True), "day") if week else None


def unknown(groups: Groups, setting: Setting) -> Interval | None:
    """Vague times have no days: "recent weeks", "the eve of the talks"."""
    return None
