"""Several texts against each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from reader.model.said import Analysis, Kind, Passage
from reader.model.texts import Span

Grade = Literal["strong", "likely", "weak"]
"""How far a link may be trusted."""

Verdict = Literal["agree", "compatible", "differ"]
"""What the intervals of comparable figures say of each other."""

GRADES: tuple[Grade, ...] = ("strong", "likely", "weak")


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing under all its names. ``reasons`` say, one for each variant, why it is the same thing."""

    id: str
    name: str
    kind: Kind
    variants: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Two passages that report the same thing; ``a`` stands in the article that was given first.

    ``score`` is 0 to 1 and ranks links of one comparison. ``shared_a`` and ``shared_b`` are the words both have, as
    spans of either text, for marking. ``differs`` tells that a figure of the two passages differs.
    """

    a: str
    b: str
    score: float
    grade: Grade
    reasons: tuple[str, ...] = ()
    shared_a: tuple[Span, ...] = ()
    shared_b: tuple[Span, ...] = ()
    differs: bool = False

    def other(self, passage: str) -> str:
        """The passage at the far end."""
        return self.b if passage == self.a else self.a

    def shared(self, passage: str) -> tuple[Span, ...]:
        """The shared words as they stand in that passage's text."""
        return self.shared_a if passage == self.a else self.shared_b


@dataclass(frozen=True, slots=True)
class FigureRow:
    """Figures of several sources that count the same thing (ids of ``Figure``)."""

    label: str
    verdict: Verdict
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TakenOut:
    """A figure (an id) that the reader took out of a row: what the row is of, and the figures it stood with there."""

    figure: str
    label: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Figures with equal or close numbers that count different things, and why they are not one."""

    figures: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Phrase(Span):
    """Some words of an article."""

    article: str
    text: str


@dataclass(frozen=True, slots=True)
class Wording:
    """How each source words one thing: an entity, or a thing without a name (``entity`` is then ``None``)."""

    label: str
    entity: str | None
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """What happened in an interval of days: the passages that say so, in all sources."""

    earliest: date
    latest: date
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one event (ids of ``Article``); ``title`` is that of one of them.

    ``id`` is what the reader calls the story, or else "s" and a number.
    """

    id: str
    title: str
    articles: tuple[str, ...]

    @property
    def name(self) -> str:
        """What the reader calls it, or else its title."""
        numbered = self.id[:1] == "s" and self.id[1:].isdecimal()
        return self.title if numbered or not self.id else self.id


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several analyses against each other; mentions carry entity ids that hold across the articles.

    ``coverage`` tells for each passage which other articles have it (ids, in the order given). ``links`` are in
    order of score, best first, and hold only what a reader would be offered; ``candidates`` are all pairs worth
    ranking, with their scores.
    """

    analyses: tuple[Analysis, ...]
    entities: tuple[Entity, ...] = ()
    links: tuple[Link, ...] = ()
    candidates: tuple[tuple[str, str, float], ...] = ()
    figure_rows: tuple[FigureRow, ...] = ()
    look_alikes: tuple[LookAlike, ...] = ()
    coverage: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    wording: tuple[Wording, ...] = ()
    timeline: tuple[Event, ...] = ()
    taken_out: tuple[TakenOut, ...] = ()
    _passages: dict[str, tuple[Analysis, Passage]] = field(init=False, repr=False, compare=False)
    _links: dict[str, tuple[Link, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        places = {p.id: (analysis, p) for analysis in self.analyses for p in analysis.passages}
        ends: dict[str, list[Link]] = {}
        for link in self.links:
            ends.setdefault(link.a, []).append(link)
            ends.setdefault(link.b, []).append(link)
        object.__setattr__(self, "_passages", places)
        object.__setattr__(self, "_links", {passage: tuple(links) for passage, links in ends.items()})

    def passage(self, passage_id: str) -> Passage:
        """The passage of that id; ``KeyError`` where there is none."""
        return self._passages[passage_id][1]

    def analysis_of(self, passage_id: str) -> Analysis:
        """The analysis that holds the passage; ``KeyError`` where there is none."""
        return self._passages[passage_id][0]

    def linked(self, passage_id: str) -> bool:
        """Whether any link, even a weak one, leads on from the passage; where none does, one source alone has it."""
        return bool(self._links.get(passage_id))

    def counterparts(self, passage_id: str) -> dict[str, tuple[Link, ...]]:
        """The passage's links by the id of the other article, best first within each."""
        found: dict[str, list[Link]] = {}
        for link in self._links.get(passage_id, ()):
            found.setdefault(self._passages[link.other(passage_id)][0].article.id, []).append(link)
        return {article: tuple(links) for article, links in found.items()}
