"""What an expression of time means: the rule of each pattern."""

from __future__ import annotations

from collections.abc import Callable

from reader.analysis.moments import absolute, parts, relative
from reader.analysis.moments.days import Interval
from reader.analysis.moments.reading import Groups, Setting


def resolve(name: str, groups: Groups, setting: Setting) -> Interval | None:
    """The days that the pattern of that name means with these groups; ``None`` where it cannot be told."""
    try:
        found = _RULES[name](groups, setting)
    except (OverflowError, ValueError):  # off the calendar: a year 0, a day after 9999-12-31
        return None
    return found if found and found[0] <= found[1] else None


_RULES: dict[str, Callable[[Groups, Setting], Interval | None]] = {
    "iso": absolute.iso,
    "iso month": absolute.iso,
    "slashed": absolute.slashed,
    "dotted": absolute.dotted,
    "named slashed": absolute.month_day,
    "named reversed": absolute.month_day,
    "month day range": absolute.month_day,
    "day range month": absolute.month_day,
    "month day": absolute.month_day,
    "day month": absolute.month_day,
    "part of a month": absolute.of_month,
    "month year": absolute.of_month,
    "year month": absolute.of_month,
    "month of which year": absolute.of_month,
    "which month": absolute.of_month,
    "month": absolute.of_month,
    "part of a year": absolute.of_year,
    "part of a decade": absolute.decade,
    "century": absolute.century,
    "season year": absolute.season,
    "which season": absolute.season,
    "quarter year": absolute.quarter,
    "year quarter": absolute.quarter,
    "q1": absolute.quarter,
    "1q": absolute.quarter,
    "quarter": absolute.quarter,
    "nth week of": parts.nth_week,
    "week number": parts.week_number,
    "last so many of": parts.last_of,
    "edge": parts.edge,
    "year-end": parts.year_end,
    "weekday of week": relative.weekday_of_week,
    "week weekday": relative.weekday_of_week,
    "weekday the nth": relative.weekday_nth,
    "a week on weekday": relative.week_on,
    "which weekday": relative.which_weekday,
    "weekday ago": relative.weekday_ago,
    "weekday": relative.bare_weekday,
    "the day before yesterday": relative.beyond,
    "this date last year": relative.ago,
    "today": relative.today,
    "this morning": relative.part_of_day,
    "ago": relative.ago,
    "before or after": relative.before_or_after,
    "from": relative.counted_from,
    "in": relative.in_so_long,
    "so long": relative.so_long,
    "so long, turned": relative.so_long,
    "recent": relative.unknown,
    "which period": relative.which_period,
    "the year before": relative.year_before,
    "the weekend": relative.this,
    "the day": relative.this,
    "eve": relative.unknown,
    "feast": absolute.feast,
    "years": absolute.years,
    "the nth": relative.nth,
    "fiscal year": absolute.of_year,
    "year": absolute.of_year,
    "spelled year": absolute.of_year,
}
