"""What an expression of time means: an interval of days, against the day of publication and what was named before."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from reader.analysis.moments import days
from reader.analysis.moments.days import Interval
from reader.analysis.moments.grammar import MONTHS, NUMBERS, ORDINALS, WEEKDAYS
from reader.analysis.moments.tense import Tense

Groups = dict[str, str]

_PARTS = {"early": "early", "mid": "mid", "middle": "mid", "late": "late"}
_FEASTS = {
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "new year": (1, 1),
    "new years eve": (12, 31),
    "new year eve": (12, 31),
    "new years day": (1, 1),
    "new year day": (1, 1),
    "halloween": (10, 31),
    "valentines day": (2, 14),
    "boxing day": (12, 26),
    "may day": (5, 1),
    "independence day": (7, 4),
    "international workers day": (5, 1),
}
_SMALL = frozenset(["hour", "hr", "minute", "min", "second", "moment"])


@dataclass(frozen=True, slots=True)
class Setting:
    """What an expression is read against: publication, the last day named, the year at hand, and the tense around."""

    published: date | None
    last: Interval | None
    year: int | None
    tense: Callable[[], Tense]

    @property
    def ahead(self) -> bool:
        """Whether the clause looks forward."""
        return self.tense() == "future"


def resolve(name: str, groups: Groups, setting: Setting) -> Interval | None:
    """The days that the pattern of that name means with these groups; ``None`` where it cannot be told."""
    return _RULES[name](groups, setting)


def number(words: str) -> int | None:
    """A small number in digits or words; vague ones have none."""
    words = re.sub(r"^(?:the|a) (?=couple)| of$", "", words)
    return int(words) if words.isdigit() else NUMBERS.get(words)


def _ordinal(words: str) -> int:
    digits = re.match(r"\d+", words)
    return int(digits.group()) if digits else ORDINALS[words.replace("-", " ")]


def _month(words: str) -> int:
    return MONTHS[words.rstrip(".")]


def _weekday(words: str) -> int:
    return WEEKDAYS[words.rstrip(".")]


@cache
def _spelled(words: str) -> int:
    """The year in words: "nineteen ninety six"."""
    tens = {w: 10 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}  # noqa: SIM905
    values = [tens.get(w) or NUMBERS.get(w, 0) for w in re.findall(r"[a-z]+", words) if w not in ("and", "thousand")]
    head = 2000 if words.startswith("two thousand") else 100 * values[0]
    return head + sum(values[1:])


def _year_of(groups: Groups) -> int | None:
    for key in ("y", "y2"):
        if found := groups.get(key):
            year = int(found)
            return year if year > 99 or len(found) > 2 else year + (2000 if year < 30 else 1900)
    return _spelled(groups["sy"]) if groups.get("sy") else None


def _near(setting: Setting, make: Callable[[int], Interval | None]) -> Interval | None:
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


def _month_day(groups: Groups, setting: Setting) -> Interval | None:
    month, first = _month(groups["m"]), _ordinal(groups["d"])
    last = _ordinal(groups["d2"]) if groups.get("d2") else first

    def make(year: int) -> Interval | None:
        a, b = days.day(year, month, first), days.day(year, month, last)
        return (a[0], b[0]) if a and b and a <= b else None

    year = _year_of(groups)
    return make(year) if year else _near(setting, make)


def _iso(groups: Groups, setting: Setting) -> Interval | None:
    if "dn" in groups:
        return days.day(int(groups["y"]), int(groups["mn"]), int(groups["dn"]))
    return days.month(int(groups["y"]), int(groups["mn"]))


def _slashed(groups: Groups, setting: Setting) -> Interval | None:
    """Month first where slashes or dashes allow it, day first between dots."""
    a, b, year = int(groups["a"]), int(groups["b"]), _year_of(groups) or 0
    orders = [(b, a), (a, b)] if groups["sep"] == "." else [(a, b), (b, a)]
    return next((d for month, day in orders if (d := days.day(year, month, day))), None)


def _part(groups: Groups, whole: Interval | None) -> Interval | None:
    part = (groups.get("part") or "").removeprefix("very ").strip()
    return days.part(whole, _PARTS[part]) if part in _PARTS else whole


def _of_month(groups: Groups, setting: Setting) -> Interval | None:
    month, year = _month(groups["m"]), _year_of(groups)
    which = groups.get("w")
    if year:
        return _part(groups, days.month(year, month))
    if which and setting.published:
        here = setting.published
        step = _step(which)
        if groups.get("pattern") == "month of which year":
            return days.month(here.year + step, month)
        if step < 0:
            return days.month(here.year - (month >= here.month), month)
        if step > 0:
            return days.month(here.year + (month <= here.month), month)
        return days.month(here.year, month)
    return _part(groups, _near(setting, lambda y: days.month(y, month)))


def _of_year(groups: Groups, setting: Setting) -> Interval | None:
    year = _year_of(groups)
    return _part(groups, days.year(year)) if year else None


def _decade(groups: Groups, setting: Setting) -> Interval | None:
    figure = groups["decade"].lstrip("'’")
    first = int(figure) if len(figure) == 4 else 1900 + int(figure)
    part = {"early": (0, 3), "mid": (4, 6), "middle": (4, 6), "late": (7, 9)}.get(groups.get("part") or "", (0, 9))
    return days.years(first + part[0], first + part[1])


def _century(groups: Groups, setting: Setting) -> Interval | None:
    first = 100 * (_ordinal(groups["century"]) - 1)
    return days.years(max(1, first), first + 99) if first >= 0 else None


def _season(groups: Groups, setting: Setting) -> Interval | None:
    if year := _year_of(groups):
        return days.season(year, groups["season"])
    if setting.published is None:
        return None
    here, step = setting.published, _step(groups["w"])
    choices = [s for y in range(here.year - 2, here.year + 3) if (s := days.season(y, groups["season"]))]
    if step < 0:
        return max((s for s in choices if s[1] < here), default=None)
    if step > 0:
        return min((s for s in choices if s[0] > here), default=None)
    return min(choices, key=lambda s: min(abs((s[0] - here).days), abs((s[1] - here).days)), default=None)


def _quarter(groups: Groups, setting: Setting) -> Interval | None:
    make = days.half if groups["qu"].startswith("h") else days.quarter
    index = int(groups["q"]) if groups["q"].isdigit() else _ordinal(groups["q"])
    if index < 0:
        index = 2 if make is days.half else 4
    if year := _year_of(groups):
        return make(year, index)
    if setting.published is None:
        return None
    which = groups.get("w") or groups.get("w2")
    if which:
        return make(setting.published.year + _step(which.split()[0]), index)
    here = setting.published
    choices = [q for y in (here.year - 1, here.year, here.year + 1) if (q := make(y, index))]
    if setting.ahead:
        return next((q for q in choices if q[1] >= here), None)
    return next((q for q in reversed(choices) if q[0] <= here), None)


def _step(which: str) -> int:
    """Back, here or forth."""
    word = which.split()[-1]
    if word in ("last", "past", "previous", "preceding") or which.startswith("last"):
        return -1
    return 1 if word in ("next", "coming", "following", "upcoming") else 0


def _from_before(which: str) -> bool:
    """Whether "which" counts from the last day named, not from publication."""
    return which.split()[-1] in ("same", "that", "following", "previous", "preceding") and which != "previous"


def _which_period(groups: Groups, setting: Setting) -> Interval | None:
    which, unit = groups["w"].removeprefix("the "), groups["u"]
    unit = "century" if unit == "centurie" else unit
    here = setting.published
    if _from_before(which) and setting.last:
        here = setting.last[0] if _fits(setting.last, unit) else None
    if here is None:
        return None
    if unit == "quarter" or unit in ("month", "year", "decade", "century"):
        whole = days.period(days.shifted(here.replace(day=1), _step(which), unit), unit)
    else:
        whole = days.period(days.shifted(here, _step(which), unit), unit)
    part = groups.get("part") or ""
    if whole and unit == "weekend" and which == "this":
        return _past_weekend(whole, here, setting)
    if whole and part.startswith(("later", "the rest", "rest", "the remain", "remain")):
        return max(whole[0], here), whole[1]
    if whole and part == "earlier":
        return whole[0], min(whole[1], here)
    if whole and ("end of" in part or "start of" in part or "beginning" in part):
        return days.part(whole, "end" if "end of" in part else "start")
    return _part(groups, whole)


def _fits(interval: Interval, unit: str) -> bool:
    """Whether an interval is fine enough to say which day, week or month it lies in."""
    limit = {"day": 0, "night": 0, "week": 6, "weekend": 6, "month": 30, "quarter": 91}.get(unit, 365)
    return (interval[1] - interval[0]).days <= limit


def _today(groups: Groups, setting: Setting) -> Interval | None:
    if setting.published is None:
        return None
    step = {"yesterday": -1, "tomorrow": 1}.get(groups["today"], 0)
    return days.period(days.shifted(setting.published, step, "day"), "day")


def _beyond(groups: Groups, setting: Setting) -> Interval | None:
    step = -2 if groups["beyond"].startswith("before") else 2
    return days.period(days.shifted(setting.published, step, "day"), "day") if setting.published else None


def _part_of_day(groups: Groups, setting: Setting) -> Interval | None:
    which = groups["w"].removeprefix("the ")
    here = setting.published
    if which in ("that", "same", "previous", "next", "following"):
        here = setting.last[0] if setting.last and _fits(setting.last, "day") else None
    if here is None:
        return None
    step = {"yesterday": -1, "tomorrow": 1, "last": -1, "previous": -1, "next": 1, "following": 1}.get(which, 0)
    return days.period(days.shifted(here, step, "day"), "day")


def _bare_weekday(groups: Groups, setting: Setting) -> Interval | None:
    """The day of that name nearest on the side that the tense tells; the day of publication itself counts."""
    if setting.published is None:
        return None
    return days.period(days.weekday(setting.published, _weekday(groups["wd"]), setting.ahead), "day")


def _which_weekday(groups: Groups, setting: Setting) -> Interval | None:
    here, which = setting.published, groups["w"].removeprefix("the ")
    name = _weekday(groups["wd"])
    if which in ("following", "same", "that"):
        here = setting.last[0] if setting.last and _fits(setting.last, "week") else None
    if here is None:
        return None
    step = _step(which)
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


def _weekday_of_week(groups: Groups, setting: Setting) -> Interval | None:
    week = _which_period({"w": groups["w"], "u": "week"}, setting)
    return days.period(days.weekday(week[0], _weekday(groups["wd"]), True), "day") if week else None


def _weekday_nth(groups: Groups, setting: Setting) -> Interval | None:
    """The day of that name and number nearest to publication."""
    if setting.published is None:
        return None
    here = setting.published
    found = [
        d
        for step in range(-6, 7)
        if (m := days.month(here.year, here.month + step))
        and (d := days.day(m[0].year, m[0].month, _ordinal(groups["d"])))
        and d[0].weekday() == _weekday(groups["wd"])
    ]
    return min(found, key=lambda d: abs((d[0] - here).days), default=None)


def _anchor(words: str | None, setting: Setting) -> date | None:
    """The day that "from tomorrow" or "after Christmas" counts from."""
    here = setting.published
    if words is None or words in ("now", "today"):
        return here
    if words in ("tomorrow", "yesterday"):
        return days.shifted(here, 1 if words == "tomorrow" else -1, "day") if here else None
    if words in _FEASTS:
        found = _feast({"feast": words}, setting)
        return found[0] if found else None
    if words.rstrip(".") in WEEKDAYS:
        return days.weekday(here, _weekday(words), True) if here else None
    parts = re.match(r"([a-z]+)\.? ([\da-z -]+?)(?:,? (\d{4}))?$", words)
    if parts is None:
        return None
    found = _month_day({"m": parts[1], "d": parts[2], "y": parts[3] or ""}, setting)
    return found[0] if found else None


def _counted_from(groups: Groups, setting: Setting) -> Interval | None:
    """ "three weeks from tomorrow": counted exactly."""
    many = number(groups["n"])
    start = _anchor(groups.get("anchor"), setting)
    if start is None or many is None:
        return days.period(start, "day") if groups["u"] in _SMALL else None
    step = -many if groups["dir"] == "before" else many
    return days.period(days.shifted(start, step, groups["u"]), "day")


def _ago(groups: Groups, setting: Setting) -> Interval | None:
    """ "three years ago" is a year, "two weeks ago" a week: no finer than its unit."""
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


def _before_or_after(groups: Groups, setting: Setting) -> Interval | None:
    """ "two days later": counted from the last day named, from publication where none was."""
    many, unit = number(groups["n"]), groups["u"]
    if groups.get("anchor"):
        start = _anchor(groups["anchor"], setting)
    elif setting.last is None:
        start = setting.published
    else:
        start = setting.last[0] if _fits(setting.last, "day" if unit in _SMALL else unit) else None
    if start is None:
        return None
    if unit in _SMALL:
        return days.period(start, "day")
    if many is None:
        return None
    step = many if groups["dir"] in ("later", "after", "afterward", "afterwards") else -many
    return days.period(days.shifted(start, step, unit), "day" if unit == "week" else unit)


def _in(groups: Groups, setting: Setting) -> Interval | None:
    """ "in two years", looking forward, is a day; looking back it is a length of time and no moment."""
    return _counted_from(groups | {"anchor": "now", "dir": "from"}, setting)


def _so_long(groups: Groups, setting: Setting) -> Interval | None:
    """ "the last three months", "the next two decades": up to the day before publication, or from the day after."""
    here, unit = setting.published, groups["u"]
    if here is None:
        return None
    if unit in _SMALL:
        return here, here
    many = 2 if groups.get("n") == "couple" else number(groups.get("n") or "")
    forward = _step(groups["w"]) > 0
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


def _year_before(groups: Groups, setting: Setting) -> Interval | None:
    step = -1 if groups["dir"] == "before" else 1
    unit = "day" if groups["u"] == "night" else groups["u"]
    last = setting.last
    if groups.get("last"):
        last, step = None, 2 * step
    if last is not None and not _fits(last, unit):
        return None
    start = last[0] if last else setting.published
    return days.period(days.shifted(start, step, unit), unit) if start else None


def _this(groups: Groups, setting: Setting) -> Interval | None:
    """ "the weekend", "the rest of the week": the one about publication."""
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


def _edge(groups: Groups, setting: Setting) -> Interval | None:
    which = "end" if groups["edge"] in ("end", "close") else "start"
    if groups["edge"] == "middle":
        which = "mid"
    if groups.get("m"):
        whole = _of_month(groups | {"part": ""}, setting)
    elif year := _year_of(groups):
        whole = days.year(year)
    else:
        whole = _which_period({"w": groups.get("w") or "this", "u": groups["u"]}, setting)
    if which == "end" and whole and groups.get("by"):
        return whole[1], whole[1]
    return days.part(whole, which)


def _nth_week(groups: Groups, setting: Setting) -> Interval | None:
    """The n-th week of a month or year: weeks from Monday, the first being that of the first Thursday."""
    if groups.get("m"):
        whole = _of_month({"m": groups["m"], "y": groups.get("y") or ""}, setting)
    elif year := _year_of(groups):
        whole = days.year(year)
    else:
        whole = _which_period({"w": groups["w"], "u": groups["u2"]}, setting)
    if whole is None:
        return None
    n = _ordinal(groups["n"])
    thursday = days.weekday(whole[0], 3, True) if n > 0 else days.weekday(whole[1], 3, False)
    found = days.shifted(thursday, n - 1 if n > 0 else 0, "week") if thursday else None
    return days.period(found, groups["u"])


def _week_number(groups: Groups, setting: Setting) -> Interval | None:
    year = _year_of(groups) or (setting.published.year if setting.published else None)
    if year and groups.get("w"):
        year += _step(groups["w"])
    try:
        return days.period(date.fromisocalendar(year, int(groups["n"]), 1), "week") if year else None
    except ValueError:
        return None


def _last_of(groups: Groups, setting: Setting) -> Interval | None:
    if groups.get("m"):
        whole = _of_month({"m": groups["m"], "y": groups.get("y2") or ""}, setting)
    elif year := _year_of(groups):
        whole = days.year(year)
    else:
        whole = _which_period({"w": groups["w2"], "u": groups["u2"]}, setting)
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


def _feast(groups: Groups, setting: Setting) -> Interval | None:
    month, number_of = _FEASTS[re.sub(r"['’]", "", groups["feast"])]
    year = int(groups["y"]) if groups.get("y") else None
    if year:
        return days.day(year, month, number_of)
    return _near(setting, lambda y: days.day(y, month, number_of))


def _years(groups: Groups, setting: Setting) -> Interval | None:
    first, last = int(groups["y"]), groups["y2"]
    return days.years(first, int(last) if len(last) == 4 else first // 100 * 100 + int(last))


def _nth(groups: Groups, setting: Setting) -> Interval | None:
    """ "the 18th" of the month at hand, before or after by the tense."""
    here = setting.published
    if here is None:
        return None
    step = _step(groups["w"]) if groups.get("w") else 0
    found = [
        d
        for s in (-1, 0, 1)
        if (m := days.month(here.year, here.month + s))
        and (d := days.day(m[0].year, m[0].month, _ordinal(groups["d"])))
    ]
    if groups.get("w"):
        target = days.month(here.year, here.month + step)
        return days.day(target[0].year, target[0].month, _ordinal(groups["d"])) if target else None
    side = [d for d in found if (d[0] >= here) == setting.ahead or d[0] == here]
    return min(side or found, key=lambda d: abs((d[0] - here).days), default=None)


def _week_on(groups: Groups, setting: Setting) -> Interval | None:
    here, many = setting.published, number(groups["n"])
    first = days.weekday(here, _weekday(groups["wd"]), True) if here else None
    return days.period(days.shifted(first, many, "week"), "day") if first and many else None


def _weekday_ago(groups: Groups, setting: Setting) -> Interval | None:
    here, many = setting.published, number(groups["n"])
    if here is None or many is None:
        return None
    there = days.shifted(here, -many if groups["dir"] == "ago" else many, "week")
    week = days.period(there, "week")
    return days.period(days.weekday(week[0], _weekday(groups["wd"]), True), "day") if week else None


def _none(groups: Groups, setting: Setting) -> Interval | None:
    return None


_RULES: dict[str, Callable[[Groups, Setting], Interval | None]] = {
    "iso": _iso,
    "iso month": _iso,
    "slashed": _slashed,
    "named slashed": _month_day,
    "named reversed": _month_day,
    "month day range": _month_day,
    "day range month": _month_day,
    "month day": _month_day,
    "day month": _month_day,
    "part of a month": _of_month,
    "month year": _of_month,
    "year month": _of_month,
    "month of which year": _of_month,
    "which month": _of_month,
    "month": _of_month,
    "part of a year": _of_year,
    "part of a decade": _decade,
    "century": _century,
    "season year": _season,
    "which season": _season,
    "quarter year": _quarter,
    "year quarter": _quarter,
    "q1": _quarter,
    "1q": _quarter,
    "quarter": _quarter,
    "nth week of": _nth_week,
    "week number": _week_number,
    "last so many of": _last_of,
    "edge": _edge,
    "year-end": lambda g, s: days.part(_of_year(g, s) or _which_period({"w": "this", "u": "year"}, s), "end"),
    "weekday of week": _weekday_of_week,
    "week weekday": _weekday_of_week,
    "weekday the nth": _weekday_nth,
    "a week on weekday": _week_on,
    "which weekday": _which_weekday,
    "weekday ago": _weekday_ago,
    "weekday": _bare_weekday,
    "the day before yesterday": _beyond,
    "this date last year": _ago,
    "today": _today,
    "this morning": _part_of_day,
    "ago": _ago,
    "before or after": _before_or_after,
    "from": _counted_from,
    "in": _in,
    "so long": _so_long,
    "so long, turned": _so_long,
    "recent": _none,
    "which period": _which_period,
    "the year before": _year_before,
    "the weekend": _this,
    "the day": _this,
    "eve": _none,
    "feast": _feast,
    "years": _years,
    "the nth": _nth,
    "fiscal year": _of_year,
    "year": _of_year,
    "spelled year": _of_year,
}
