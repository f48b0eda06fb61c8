"""What one text says, layer by layer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from reader.model.texts import Article, Span

Kind = Literal["person", "place", "organisation", "group", "event", "other"]
"""What a name names; a group is a nationality, a people or a religion."""


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
    time it holds for; ``denied`` tells that somebody is said to deny it. ``rounding``
    is by how much the number may be off as written, in its unit: 0 where each digit is meant.
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
    denied: bool = False
    rounding: float = 0.0


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
