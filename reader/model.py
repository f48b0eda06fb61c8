"""What the program knows about texts, as frozen data: no input, no output, no policy.

Every offset counts Unicode code points of ``Article.text``. An ``Article`` is one text as it came, with what is
known of it; an ``Analysis`` is what that text says; a ``Comparison`` is several of them against each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

State = Literal["kept", "doubtful", "removed"]
"""What cleaning made of a line; a doubtful line is shown dimmed and read as kept."""

Kind = Literal["person", "place", "organisation", "group", "event", "other"]
"""What a name names; a group is a nationality, a people or a religion."""

Grade = Literal["strong", "likely", "weak"]
"""How far a link may be trusted."""

Verdict = Literal["agree", "compatible", "differ"]
"""What the intervals of comparable figures say of each other."""

GRADES: tuple[Grade, ...] = ("strong", "likely", "weak")

_OPENING = 5  # words


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the input that could not be used, or was used with a guess.

    ``fatal`` tells whether the input was left out (True) or read all the same (False).
    """

    path: str
    message: str
    line: int | None = None
    fatal: bool = True

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.message}"


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text: ``text[start:end]``, ``0 <= start <= end <= len(text)``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


# ---- one text as it came, and the view that cleaning takes of it


@dataclass(frozen=True, slots=True)
class Line(Span):
    """One line of the original, without its line break.

    ``number`` counts from 1. ``role`` is what the line is: ``body``, ``subhead``, ``title``, ``date``, ``byline``,
    ``source``, ``credit``, ``caption``, ``furniture`` or ``blank``. ``reason`` says in words why a line is doubtful
    or removed; it is empty for a line that is simply kept.
    """

    number: int
    state: State = "kept"
    role: str = "body"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What stands in a text besides its body, and which lines are body. Nothing found is ``None`` or empty.

    ``lines`` tile the text: every character belongs to one line or to the break after it.
    """

    lines: tuple[Line, ...]
    title: str | None = None
    published: date | None = None
    source: str | None = None
    byline: str | None = None
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One report: its text, untouched but for control characters, and what is known of it.

    ``id`` is unique among articles compared with each other. ``path`` is the file as given, ``sha256`` the hash of its
    bytes. ``text`` begins after the front matter; each control character in it stands as U+FFFD, so that no
    offset moves and nothing reaches a terminal. ``given`` names the fields that the reader set (in the front
    matter), as against those found in the text. ``keep`` and ``drop`` are the reader's own lines: their
    words, blanks folded.
    """

    id: str
    text: str
    lines: tuple[Line, ...]
    path: str = ""
    source: str | None = None
    title: str | None = None
    published: date | None = None
    byline: str | None = None
    via: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None
    story: str | None = None
    kind: str | None = None
    invented: bool = False
    sha256: str = ""
    given: frozenset[str] = frozenset()
    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()

    @property
    def outlet(self) -> str:
        """The source as shown: its name; where none is known, the first words of the article in quotation marks."""
        return self.source or f"“{self.opening}”"

    @property
    def opening(self) -> str:
        """The first words of the title, or of the text where there is none; an ellipsis where they go on."""
        first = (line.of(self.text) for line in self.kept() if line.role == "body")
        words = (self.title or next(first, self.id)).split()
        return " ".join(words[:_OPENING]) + ("…" if len(words) > _OPENING else "")

    def kept(self) -> Iterator[Line]:
        """The lines that are read: neither removed nor blank."""
        return (line for line in self.lines if line.state != "removed" and line.role != "blank")

    @property
    def words(self) -> int:
        """The length of the body in words."""
        return sum(len(line.of(self.text).split()) for line in self.kept() if line.role in ("body", "subhead"))


# ---- what one text says


@dataclass(frozen=True, slots=True)
class Passage(Span):
    """One sentence; ``paragraph`` counts from 0 and ``id`` is ``<article id>:p<number from 1>``.

    ``heading`` marks a subhead or a list's heading: shown, but no statement to be linked.
    """

    id: str
    paragraph: int
    text: str
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """A name in the text; ``entity`` is one id per thing, within the article or, in a comparison, across articles."""

    kind: Kind
    entity: str


@dataclass(frozen=True, slots=True)
class Figure(Span):
    """A quantity. ``low``/``high`` bound it (``None``: open), ``value`` is the number as stated, if one is.

    ``hedge`` is in the words of the text, lower case ("at least", "nearly"; empty: none). ``unit`` is a singular
    word or an SI symbol, empty for a count. ``counted`` is the thing counted ("peacekeepers"), ``happened`` what
    became of it ("killed"), ``speaker`` who says so, ``passage`` the id of its sentence. ``as_of`` bounds the
    time it holds for.
    """

    id: str
    low: float | None
    high: float | None
    value: float | None
    hedge: str = ""
    unit: str = ""
    counted: str = ""
    happened: str = ""
    speaker: str | None = None
    passage: str = ""
    as_of: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class Moment(Span):
    """An expression of time as an interval of days, both ends included; ``None``: unresolved, or open on that side."""

    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class Quotation(Span):
    """Words in quotation marks, the marks included; ``voice`` is where the speaker stands in the text.

    A ``fragment`` is shorter than a statement (fewer than four words): words picked out of what somebody said where
    it has a speaker, a term held at a distance where it has none.
    """

    speaker: str | None = None
    voice: Span | None = None
    fragment: bool = False


@dataclass(frozen=True, slots=True)
class Attribution(Span):
    """Who is said to say what a passage says; the span is the wording ("told Reuters", "according to the ministry").

    ``source`` is the speaker or institution, ``verb`` the verb or phrase, ``via`` to whom or through whom it was said.
    """

    passage: str
    source: str
    verb: str
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """What one article says, layer by layer, each in order of the text. Any layer but the passages may be empty."""

    article: Article
    passages: tuple[Passage, ...]
    mentions: tuple[Mention, ...] = ()
    figures: tuple[Figure, ...] = ()
    moments: tuple[Moment, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()


# ---- several texts against each other


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
    """Articles about one event (ids of ``Article``); ``title`` is that of one of them."""

    id: str
    title: str
    articles: tuple[str, ...]


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

    def counterparts(self, passage_id: str) -> dict[str, tuple[Link, ...]]:
        """The passage's links by the id of the other article, best first within each."""
        found: dict[str, list[Link]] = {}
        for link in self._links.get(passage_id, ()):
            found.setdefault(self._passages[link.other(passage_id)][0].article.id, []).append(link)
        return {article: tuple(links) for article, links in found.items()}
