"""Figures that only look alike: equal or close numbers of different things, or of one thing at different times."""

from __future__ import annotations

from collections.abc import Sequence

from reader.comparison.comparable import Count, counts, same_time, stated
from reader.comparison.figure_rows import linked
from reader.model import Analysis, FigureRow, Link, LookAlike

CLOSE = 10.0
"""Numbers of two events that are so many times apart at most could be taken for one."""

SMALL = 10
"""Equal numbers below this are too common to be confused."""


def look_alikes(
    analyses: Sequence[Analysis],
    rows: Sequence[FigureRow],
    links: Sequence[Link] = (),
    counted: Sequence[Count] | None = None,
) -> tuple[LookAlike, ...]:
    """Figures with equal or close numbers that count different things, or the same thing of different events.

    Those of one number, or of one thing at different times, come as one. Equal numbers in passages that surely report
    the same may well be of one thing under two names, if not of two fates. ``counted`` are the figures of the analyses
    as :func:`counts` gives them, where they are known.
    """
    counted = counts(analyses) if counted is None else counted
    reported = linked(links, {one.figure.passage for one in counted})
    together = {figure: n for n, row in enumerate(rows) for figure in row.figures}
    every = [one for one in counted if one.thing and one.figure.value is not None and stated(one) >= SMALL]
    found: dict[tuple[object, ...], tuple[str, dict[str, None]]] = {}
    alike: dict[tuple[object, ...], list[int]] = {}
    for n, one in enumerate(every):
        for kind in ((stated(one),), (one.thing, one.fate)):
            alike.setdefault(kind, []).append(n)
    for n, one in enumerate(every):
        near = {*alike[stated(one),], *(alike[one.thing, one.fate] if one.fate else ())}
        for two in (every[m] for m in sorted(near) if m > n):
            if one.article == two.article or one.base != two.base:
                continue
            row = together.get(one.figure.id)
            if row is not None and row == together.get(two.figure.id):
                continue
            same = stated(one) == stated(two) and not (one.fate != "" != two.fate != one.fate)
            if same and reported.get(one.figure.passage, {}).get(two.figure.passage):
                continue
            if why := confusable(one, two):
                ends = sorted((c.thing, c.fate if one.thing == two.thing else "") for c in (one, two))
                number = stated(one) if stated(one) == stated(two) else None
                _, figures = found.setdefault((number, *ends), (why, {}))
                figures.update({one.figure.id: None, two.figure.id: None})
    return tuple(LookAlike(tuple(figures), why) for why, figures in found.values())


def named(one: Count) -> str:
    """What a figure counts and its fate, in two words."""
    return " ".join(filter(None, (one.figure.counted or one.thing, one.fate)))


def confusable(one: Count, two: Count) -> str:
    """Why two figures that look alike are not one; empty: they do not look alike, or may well be one."""
    equal = stated(one) == stated(two)
    if equal and one.thing != two.thing and not one.also & two.also:
        return f"{named(one)}, not {named(two)}"
    if equal and one.fate and two.fate and one.fate != two.fate:
        return f"{one.fate}, not {two.fate}"
    small, large = sorted((stated(one), stated(two)))
    if one.thing == two.thing and one.fate == two.fate != "" and large <= CLOSE * small and not same_time(one, two):
        return f"{named(one)} at different times"
    return ""
