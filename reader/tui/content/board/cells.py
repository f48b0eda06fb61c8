"""What the board is made of: rows of cells. A cell is a few words of one article, with the places where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import Literal

from rich.cells import cell_len

from reader.comparison.provenance import origins
from reader.model import Analysis, Article, Comparison, Link, Passage, Span
from reader.tui.content.pieces import Piece, clip, shown
from reader.tui.content.understood import published

Form = Literal["heading", "values", "phrases", "statement"]
"""How a row is laid out: heading or fold, values side by side, phrases source by source, a sentence and its sources."""

SHORT = 10
"""The longest short name of a source, in cells."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Some words that stand in an article.

    ``places`` are where they stand, the first foremost; a cell is drawn as ``text`` with ``after`` (who says so) behind
    it, and not at all where both are empty: then the row itself stands for it. ``told`` is what is known of it.
    ``changed`` are words to be marked in its sentence because others have them otherwise. ``figures`` are the ids of
    the figures it shows.
    """

    article: str
    text: str
    places: tuple[Span, ...]
    role: str = ""
    after: str = ""
    told: tuple[Piece, ...] = ()
    changed: tuple[Span, ...] = ()
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a page. With ``members`` it is a fold; a heading without them is passed over by the cursor."""

    form: Form
    label: str
    cells: tuple[Cell, ...] = ()
    sign: str = ""
    note: str = ""
    members: tuple[Entry, ...] = field(default=(), repr=False)

    @property
    def stops(self) -> bool:
        """Whether the cursor can stand here."""
        return bool(self.cells or self.members)


class Sources:
    """The articles of a comparison in their order, by id, with names short enough for a cell."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.analyses: Mapping[str, Analysis] = {a.article.id: a for a in comparison.analyses}
        self.order = {name: n for n, name in enumerate(self.analyses)}
        self.short = short_names([a.article for a in comparison.analyses])
        self.home = {p.id: a.article.id for a in comparison.analyses for p in a.passages}

    def __len__(self) -> int:
        return len(self.order)

    def article(self, name: str) -> Article:
        """The article of that id."""
        return self.analyses[name].article

    def named(self, name: str) -> str:
        """The outlet of an article, with its number and day where several articles are of that outlet."""
        article = self.article(name)
        outlet = shown(article.outlet)
        if sum(other.article.outlet == article.outlet for other in self.analyses.values()) < 2:
            return outlet
        number = self.short[name].rpartition("(")[2].rstrip(")")
        return f"{outlet} ({number}, {published(article) or 'no date'})"

    @cached_property
    def heads(self) -> dict[str, tuple[str, str]]:
        """For each article by id its outlet, with its number where others are of that outlet, and its day."""
        outlets = [analysis.article.outlet for analysis in self.analyses.values()]
        found = {}
        for name, analysis in self.analyses.items():
            article = analysis.article
            number = self.short[name].rpartition("(")[2].rstrip(")") if outlets.count(article.outlet) > 1 else ""
            told = f"{shown(article.outlet)} ({number})" if number else shown(article.outlet)
            found[name] = told, published(article) or "no date"
        return found

    @cached_property
    def _origin(self) -> dict[str, int]:
        groups = origins(self.comparison.analyses)
        return {article: n for n, group in enumerate(groups) for article in group}

    def origins_of(self, cells: Iterable[Cell]) -> int:
        """How many origins the articles of some cells have, by their wording."""
        return len({self._origin.get(cell.article, -1) for cell in cells})

    def origins_told(self, cells: Sequence[Cell]) -> str:
        """The number of origins in words, where it is less than that of the articles."""
        few = self.origins_of(cells)
        return plural(few, "origin") if few < len({cell.article for cell in cells}) else ""

    def in_order(self, cells: Iterable[Cell]) -> tuple[Cell, ...]:
        """Cells in the order of their articles and texts."""
        return tuple(sorted(cells, key=lambda c: (self.order[c.article], c.places[0].start)))

    def counted(self, articles: Iterable[str]) -> str:
        """How many sources, in words."""
        return plural(len(set(articles)), "source")


def plural(n: int, noun: str) -> str:
    """A number and what it counts."""
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def short_names(articles: Sequence[Article]) -> dict[str, str]:
    """A name of at most ``SHORT`` cells for each article by id, no two alike; articles of one outlet are numbered."""
    outlets: dict[str, list[str]] = {}
    for article in articles:
        name = abbreviated(shown(article.outlet), SHORT)
        outlets.setdefault(name if cell_len(name) else "?", []).append(article.id)
    found: dict[str, str] = {}
    taken = {name for name, ids in outlets.items() if len(ids) == 1}
    for name, ids in outlets.items():
        if len(ids) == 1:
            found[ids[0]] = name
            continue
        numbers = (f"{abbreviated(name, SHORT - len(str(n)) - 2)}({n})" for n in count(1))
        free = (number for number in numbers if number not in taken)
        found.update(zip(ids, free, strict=False))
        taken.update(found.values())
    return found


def abbreviated(name: str, width: int) -> str:
    """A name in at most that many cells: whole, its letters ("TRT"), or its last word after initials ("N.Wire")."""
    words = name.split()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    whole = " ".join(words)
    if cell_len(whole) <= width or len(words) < 2:
        return clip(whole, width)
    *before, last = words
    initials = "".join(word[0] + "." for word in before) + last
    if len(words[0]) > 2 and words[0].isupper():
        return clip(words[0], width)
    return initials if cell_len(initials) <= width and not last.isdigit() else clip(whole, width)


def passage_cell(sources: Sources, passage: Passage, told: tuple[Piece, ...] = (), named: bool = True) -> Cell:
    """A cell that stands for a whole passage, by the short name of its source."""
    article = sources.home[passage.id]
    text = sources.short[article] if named else ""
    return Cell(article, text, (Span(passage.start, passage.end),), "source", told=told)


def sure(links: Iterable[Link]) -> list[Link]:
    """The links that count: a weak one is offered to the reader, but nothing is built on it."""
    return [link for link in links if link.grade != "weak"]


def clusters(comparison: Comparison, passages: Iterable[str], *, strong: bool = False) -> list[list[str]]:
    """Passages (ids) that report the same thing together, in the order given; ``strong``: by strong links alone."""
    members = list(dict.fromkeys(passages))
    group = {passage: n for n, passage in enumerate(members)}
    for passage in members:
        for links in comparison.counterparts(passage).values():
            for link in sure(links):
                other = link.other(passage)
                if strong and link.grade != "strong":
                    continue
                if other in group and group[other] != group[passage]:
                    low, high = sorted((group[other], group[passage]))
                    group.update({p: low for p, n in group.items() if n == high})
    found: dict[int, list[str]] = {}
    for passage in members:
        found.setdefault(group[passage], []).append(passage)
    return list(found.values())
