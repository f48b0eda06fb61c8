"""Comparable figures of several sources in rows, and figures that only look alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.analysis.spells import FATE as IN_A_ROW
from reader.comparison.comparable import Count, between, counts, near, same_thing, same_time, stated, verdict
from reader.comparison.measured import label
from reader.model import Analysis, Comparison, FigureRow, Link, LookAlike

MOST = 20
"""Rows shown at most: those with differences, then those of most sources, first."""

LIST = 4
"""So many rows of the same passages that agree are a list that sources share: it comes after all other rows."""

FAR = 30.0
"""Figures that are so many times apart are not taken to count the same."""

CLOSE = 10.0
"""Numbers of two events that are so many times apart at most could be taken for one."""

SMALL = 10
"""Equal numbers below this are too common to be confused."""

SAME_AGE = 2
"""Ages of one person differ by so many years at most."""

_AGE = "year of age"
_ORDER = {"differ": 0, "compatible": 1, "agree": 2}


def figure_rows(analyses: Sequence[Analysis], links: Sequence[Link]) -> tuple[FigureRow, ...]:
    """Rows of figures that count the same thing of the same event, differences first."""
    linked, surely = passages_linked(links), passages_linked(link for link in links if link.grade != "weak")
    rows: list[list[Count]] = []
    standing = _Standing(linked)
    for one in counts(analyses):
        fit = [
            number
            for number in standing.near(one)
            if not clashes(one, rows[number])
            and any(belongs(one, other, linked, surely) for other in rows[number])
            and (one.fate or at_home(one, rows[number], linked))
        ]
        if fit:
            number = max(fit, key=lambda number: sum(one.fate == other.fate for other in rows[number]))
            rows[number].append(one)
        else:
            number = len(rows)
            rows.append([one])
        standing.put(one, number)
    order = {a.article.id: n for n, a in enumerate(analyses)}
    shared = [row for row in rows if len({one.article for one in row}) > 1]
    made = [(verdict(row), row) for row in shared]
    lists = Counter(_stand(row) for given, row in made if given == "agree")
    made.sort(
        key=lambda vr: (
            lists[_stand(vr[1])] >= LIST and vr[0] == "agree",
            _ORDER[vr[0]],
            -len({c.article for c in vr[1]}),
            order[vr[1][0].article],
        )
    )
    by_id = {a.article.id: a for a in analyses}
    return tuple(FigureRow(label(row, by_id), given, tuple(one.figure.id for one in row)) for given, row in made[:MOST])


class _Standing:
    """In which rows figures stand by now, found by what they count and by what reports the same as their passage."""

    def __init__(self, linked: frozenset[tuple[str, str]]) -> None:
        self._beside: dict[str, list[str]] = {}
        for a, b in linked:
            self._beside.setdefault(a, []).append(b)
        self._things: dict[tuple[str, str], set[int]] = {}
        self._passages: dict[str, set[int]] = {}

    def near(self, one: Count) -> list[int]:
        """The numbers of the rows that the figure may belong to, in order."""
        found = set(self._things.get((one.base, one.thing), ()))
        for passage in self._beside.get(one.figure.passage, ()):
            found |= self._passages.get(passage, set())
        return sorted(found)

    def put(self, one: Count, row: int) -> None:
        """Take note of the row that the figure stands in."""
        self._things.setdefault((one.base, one.thing), set()).add(row)
        self._passages.setdefault(one.figure.passage, set()).add(row)


def _stand(row: Sequence[Count]) -> tuple[str, ...]:
    """The passages in which the figures of a row stand."""
    return tuple(one.figure.passage for one in row)


def passages_linked(links: Iterable[Link]) -> frozenset[tuple[str, str]]:
    """Pairs of passages that report the same, either way round."""
    return frozenset(pair for link in links for pair in ((link.a, link.b), (link.b, link.a)))


def belongs(one: Count, two: Count, linked: frozenset[tuple[str, str]], surely: frozenset[tuple[str, str]]) -> bool:
    """Whether two figures share a row. A weak link joins only what counts one thing."""
    pair = one.figure.passage, two.figure.passage
    alike = one.thing == two.thing != "" or one.fate == two.fate == IN_A_ROW
    together = pair in surely or (pair in linked and alike)
    if not same_thing(one, two, together):
        return False
    if one.base == _AGE and abs(one.level - two.level) > SAME_AGE:
        return False
    if one.figure.value is None and two.figure.value is None and pair not in surely:
        return False  # "billions" here and "billions" there
    if one.article == two.article:
        return bool(one.fate and one.fate == two.fate)
    if not (one.thing and two.thing) and not (one.fate and two.fate):
        return near(one, two)  # of a bare measure nobody knows what it measures: 20 minutes of one thing, 25 of another
    small, large = sorted((stated(one), stated(two)))
    return large <= FAR * max(small, 1.0) or one.figure.value is None or two.figure.value is None


def at_home(one: Count, row: Sequence[Count], linked: frozenset[tuple[str, str]]) -> bool:
    """Whether a figure of which no fate is told may stand among those of one: most of their articles report it too."""
    fated = [other for other in row if other.fate and other.article != one.article]
    there = {other.article for other in fated if (one.figure.passage, other.figure.passage) in linked}
    return 2 * len(there) >= len({other.article for other in fated})


def clashes(one: Count, row: Sequence[Count]) -> bool:
    """Whether a figure cannot stand in a row: another unit, fate or time than any there, or a neighbour of one."""
    return any(
        (one.fate and two.fate and one.fate != two.fate)
        or not same_time(one, two)
        or one.base != two.base
        or one.figure.passage == two.figure.passage
        for two in row
    )


def look_alikes(analyses: Sequence[Analysis], rows: Sequence[FigureRow]) -> tuple[LookAlike, ...]:
    """Figures with equal or close numbers that count different things, or the same thing of different events.

    Those of one number, or of one thing at different times, come as one.
    """
    together = {figure: n for n, row in enumerate(rows) for figure in row.figures}
    every = [one for one in counts(analyses) if one.thing and one.figure.value is not None and stated(one) >= SMALL]
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


def contradictions(comparison: Comparison) -> dict[str, tuple[str, ...]]:
    """The figures (ids) that a figure of another article in their row excludes, each with those that do, by rows."""
    known = {f.id: (a.article.id, f) for a in comparison.analyses for f in a.figures}
    found: dict[str, tuple[str, ...]] = {}
    for row in comparison.figure_rows:
        if row.verdict == "differ":
            here = [(i, *known[i]) for i in row.figures if i in known]
            for one, home, figure in here:
                against = (i for i, other, rival in here if other != home and between(figure, rival) == "differ")
                if ids := tuple(against):
                    found[one] = ids
    return found


def marked(analyses: Sequence[Analysis], links: Sequence[Link]) -> tuple[Link, ...]:
    """The links, each telling whether figures of its two passages that count the same thing differ."""
    here: dict[str, list[Count]] = {}
    for one in counts(analyses):
        here.setdefault(one.figure.passage, []).append(one)
    return tuple(
        replace(link, differs=True) if _differ(here.get(link.a, ()), here.get(link.b, ())) else link for link in links
    )


def _differ(these: Sequence[Count], those: Sequence[Count]) -> bool:
    """Whether figures of two linked passages count one thing and exclude each other.

    A figure that agrees with one of the other passage is answered: "two lifeboats" and "two of the six lifeboats". A
    difference is told only of the same thing with the same fate, and of numbers of one size.
    """
    pairs = [(one, two) for one in these for two in those if same_thing(one, two, linked=True)]
    answered = {count.figure.id for one, two in pairs if one.meets(two) for count in (one, two)}
    return any(
        one.thing != "" != two.thing
        and one.fate == two.fate
        and stated(two) <= FAR * stated(one) <= FAR**2 * stated(two)
        for one, two in pairs
        if one.figure.id not in answered and two.figure.id not in answered
    )
