"""Comparable figures of several sources in rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence

from reader.analysis.spells import FATE as IN_A_ROW
from reader.comparison.comparable import Count, between, counts, near, same_thing, same_time, stated, telling, verdict
from reader.comparison.measured import label
from reader.model import Analysis, Comparison, FigureRow, Link

MOST = 20
"""Rows shown at most: those with differences, then those of most sources, first."""

LIST = 4
"""So many rows of the same passages that agree are a list that sources share: it comes after all other rows."""

FAR = 30.0
"""Figures that are so many times apart are not taken to count the same."""

NEAR = 2.0
"""So many times apart may be those of which no fate is told: games of a season, and of a career."""

SAME_AGE = 2
"""Ages of one person differ by so many years at most."""

_AGE = "year of age"
_ORDER = {"differ": 0, "compatible": 1, "agree": 2}


def figure_rows(
    analyses: Sequence[Analysis], links: Sequence[Link], counted: Sequence[Count] | None = None
) -> tuple[FigureRow, ...]:
    """Rows of figures that count the same thing of the same event, differences first.

    ``counted`` are the figures of the analyses as :func:`counts` gives them, where they are known.
    """
    counted = counts(analyses) if counted is None else counted
    rows: list[_Row] = []
    standing = _Standing(linked(links, {one.figure.passage for one in counted}))
    for one in counted:
        beside = standing.beside(one)
        fit = [number for number in standing.near(one) if rows[number].takes(one, beside)]
        if fit:
            number = max(fit, key=lambda number: rows[number].fates(one.fate))
        else:
            number = len(rows)
            rows.append(_Row())
        rows[number].put(one)
        standing.put(one, number)
    order = {a.article.id: n for n, a in enumerate(analyses)}
    shared = [row.counts for row in rows if len({one.article for one in row.counts}) > 1]
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


LinkedTo = Mapping[str, bool]
"""The passages that are linked to one, each with whether it is by more than a weak link."""


def linked(links: Iterable[Link], passages: Container[str]) -> dict[str, dict[str, bool]]:
    """The links between some passages (ids), by either end."""
    found: dict[str, dict[str, bool]] = {}
    for link in links:
        a, b = link.a, link.b
        if a in passages and b in passages:
            sure = link.grade != "weak" or found.get(a, {}).get(b, False)
            found.setdefault(a, {})[b] = found.setdefault(b, {})[a] = sure
    return found


class _Standing:
    """In which rows figures stand by now, found by what they count and by what reports the same as their passage."""

    def __init__(self, linked: Mapping[str, LinkedTo]) -> None:
        self._linked = linked
        self._things: dict[tuple[str, str], set[int]] = {}
        self._passages: dict[str, set[int]] = {}

    def beside(self, one: Count) -> LinkedTo:
        """The passages that report the same as the figure's."""
        return self._linked.get(one.figure.passage, {})

    def near(self, one: Count) -> list[int]:
        """The numbers of the rows that the figure may belong to, in order."""
        found = set(self._things.get((one.base, one.thing), ())) if tells(one) else set()
        for passage in self.beside(one):
            found |= self._passages.get(passage, set())
        return sorted(found)

    def put(self, one: Count, row: int) -> None:
        """Take note of the row that the figure stands in."""
        self._things.setdefault((one.base, one.thing), set()).add(row)
        self._passages.setdefault(one.figure.passage, set()).add(row)


class _Row:
    """Figures that stand together, with what tells soonest whether one more may stand among them.

    All have one unit, one fate if any, and passages of their own: what does not is never taken.
    """

    def __init__(self) -> None:
        self.counts: list[Count] = []
        self._fates: Counter[str] = Counter()
        self._fate = ""
        self._at: dict[str, Count] = {}
        self._things: dict[str, list[Count]] = {}
        self._past: list[Count] = []

    def put(self, one: Count) -> None:
        """Have the figure stand in the row."""
        self.counts.append(one)
        self._fates[one.fate] += 1
        self._fate = self._fate or one.fate
        self._at[one.figure.passage] = one
        self._things.setdefault(one.thing, []).append(one)
        if one.past is not None:
            self._past.append(one)

    def fates(self, fate: str) -> int:
        """How many figures have that fate."""
        return self._fates[fate]

    def takes(self, one: Count, beside: LinkedTo) -> bool:
        """Whether the figure, whose passage is linked to those beside it, belongs in the row."""
        return not self._clashes(one) and self._belongs(one, beside) and (bool(one.fate) or self._at_home(one, beside))

    def _clashes(self, one: Count) -> bool:
        """Whether a figure cannot stand there: another unit, fate or time than any there, or a neighbour of one."""
        return (
            one.figure.passage in self._at
            or one.base != self.counts[0].base
            or (one.fate != "" != self._fate != one.fate)
            or not all(same_time(one, two) for two in (self._past if one.past is None else self.counts))
        )

    def _belongs(self, one: Count, beside: LinkedTo) -> bool:
        """Whether it belongs to one of the figures there: one that is linked, or one that counts the same thing."""
        linked = (self._at[passage] for passage in beside if passage in self._at)
        if any(belongs(one, two, beside[two.figure.passage]) for two in linked):
            return True
        others = self._things.get(one.thing, ()) if tells(one) else ()
        return any(two.figure.passage not in beside and belongs(one, two) for two in others)

    def _at_home(self, one: Count, beside: LinkedTo) -> bool:
        """Whether it may stand without a fate among figures of one: most of their articles report it too."""
        if not self._fate:
            return True
        fated = [other for other in self.counts if other.fate and other.article != one.article]
        there = {other.article for other in fated if other.figure.passage in beside}
        return 2 * len(there) >= len({other.article for other in fated})


def _stand(row: Sequence[Count]) -> tuple[str, ...]:
    """The passages in which the figures of a row stand."""
    return tuple(one.figure.passage for one in row)


def tells(one: Count) -> bool:
    """Whether a figure tells enough of what it counts to be put beside another without a link of their passages."""
    return bool(one.thing and (one.fate or one.past or one.base or telling(one)))


def belongs(one: Count, two: Count, surely: bool | None = None) -> bool:
    """Whether two figures share a row; ``surely`` tells of their passages' link, ``None``: there is none.

    A weak link joins only what counts one thing, and is told to be of one fate, of one number or in one unit.
    """
    told = one.fate != "" or near(one, two) or (one.base != "" and not (one.among or two.among))
    alike = (one.thing == two.thing != "" and told) or one.fate == two.fate == IN_A_ROW
    if not same_thing(one, two, linked=bool(surely) or (surely is not None and alike)):
        return False
    if one.base == _AGE and abs(one.level - two.level) > SAME_AGE:
        return False
    if one.figure.value is None and two.figure.value is None and not surely:
        return False  # "billions" here and "billions" there
    if one.article == two.article:
        return bool(one.fate and one.fate == two.fate) and same_size(one, two)
    if not (one.thing and two.thing) and not (one.fate and two.fate):
        return near(one, two)  # of a bare measure nobody knows what it measures: 20 minutes of one thing, 25 of another
    return same_size(one, two) or one.figure.value is None or two.figure.value is None


def same_size(one: Count, two: Count) -> bool:
    """Whether two numbers are near enough to count the same; nearer where no fate is told that holds them together."""
    small, large = sorted((stated(one), stated(two)))
    return large <= (FAR if one.fate and two.fate else NEAR) * max(small, 1.0)


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


def differing_passages(comparison: Comparison, analysis: Analysis) -> frozenset[str]:
    """The passages (ids) of an article that have a figure given otherwise elsewhere, by a link or in a row."""
    ends = {end for link in comparison.links if link.differs for end in (link.a, link.b)}
    against = contradictions(comparison)
    inside = {figure.passage for figure in analysis.figures if figure.id in against}
    return frozenset(passage.id for passage in analysis.passages if passage.id in ends or passage.id in inside)
