"""``decisions.yaml`` beside the articles: links and figures that the reader confirmed or rejected.

One decision a line, sorted, each about two places; a place is an article, by the name of its file without folder and
ending, and quoted words of it::

    - {link: rejected, a: [harbour-log, "The market burned."], b: [sarn-courier, "A fire broke out."]}
    - {figure: rejected, a: [harbour-log, "12", "At least 12 were hurt."], b: [sarn-courier, "14 engines", "…"]}

A figure decision says whether the figure ``a`` stands in the row of the figure ``b``. Words are compared with blanks
folded, so that a decision outlives edits elsewhere in the file, a change of its folder, and a new analysis.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, cast

from reader.library import entries
from reader.library.entries import Change, quoted
from reader.model import Article, Problem
from reader.text.sanitise import one_line

FILE = "decisions.yaml"

TITLE = "Links and figures that were confirmed or rejected by hand: one decision a line, sorted."

About = Literal["figure", "link"]
Word = Literal["confirmed", "rejected"]

_ABOUT: tuple[About, ...] = ("figure", "link")


@dataclass(frozen=True, slots=True)
class Place:
    """Words of an article, blanks folded: a sentence, and the words of a figure in it (empty: the whole sentence)."""

    article: str
    sentence: str
    figure: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """The place as it is written: article, figure if one is meant, sentence."""
        return tuple(filter(None, (self.article, self.figure, self.sentence)))


@dataclass(frozen=True, slots=True)
class Decision:
    """The reader's word on two places; the ends of a link stand in order."""

    about: About
    a: Place
    b: Place
    word: Word

    @property
    def subject(self) -> tuple[str, ...]:
        """What is decided."""
        return (self.about, *self.a.parts, *self.b.parts)

    @property
    def line(self) -> str:
        """The decision as a line of the file."""
        a, b = (", ".join(map(quoted, place.parts)) for place in (self.a, self.b))
        return f"- {{{self.about}: {self.word}, a: [{a}], b: [{b}]}}"


def link_decision(one: Place, two: Place, word: Word) -> Decision:
    """A decision on a link, the same from either end."""
    a, b = sorted((one, two), key=lambda place: place.parts)
    return Decision("link", a, b, word)


def name_of(article: Article) -> str:
    """What an article is called in the file: its file's name, which does not depend on what else is open."""
    from reader.library.loading import stem_id

    return stem_id(article.path) if article.path else article.id


def read(folder: str | os.PathLike[str]) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
    """The decisions in a folder, each once, and what of the file could not be used, with its line.

    Where two readers decided otherwise on one thing, and both lines stand, neither holds.
    """
    path = os.path.join(folder, FILE)
    written, problems = entries.read_entries(path, _understand)
    words: dict[tuple[str, ...], Decision] = {}
    against: dict[tuple[str, ...], int] = {}
    for one in written:
        first = words.setdefault(one.entry.subject, one.entry)
        if first != one.entry:
            against[one.entry.subject] = one.first
    told = tuple(
        Problem(path, "says the opposite of an earlier line; neither holds", line, fatal=False)
        for line in against.values()
    )
    return tuple(one for subject, one in words.items() if subject not in against), problems + told


def decide(folder: str | os.PathLike[str], decisions: Iterable[Decision]) -> Change[Decision]:
    """Write decisions into the file of a folder; each takes the place of an earlier one on the same thing.

    Returns what changed, for ``undo``.

    Raises:
        LibraryError: the file cannot be read, written or changed; it is as it was.

    """
    return _apply(folder, Change(put=tuple(decisions)))


def withdraw(folder: str | os.PathLike[str], decisions: Iterable[Decision]) -> Change[Decision]:
    """Take decisions out of the file again; returns and raises as ``decide``."""
    return _apply(folder, Change(taken=tuple(decisions)))


def undo(folder: str | os.PathLike[str], change: Change[Decision]) -> Change[Decision]:
    """Take back what ``decide``, ``withdraw`` or ``undo`` returned; what others wrote meanwhile stays."""
    return _apply(folder, change.undone)


def _apply(folder: str | os.PathLike[str], change: Change[Decision]) -> Change[Decision]:
    return entries.apply(os.path.join(folder, FILE), change, _understand, TITLE)


def _understand(keys: Mapping[str, object]) -> Decision:
    """The decision of a line; ``ValueError`` says what is wrong with it."""
    named = [about for about in _ABOUT if about in keys]
    if len(named) != 1 or set(keys) != {named[0], "a", "b"}:
        raise ValueError("is no decision: it needs link or figure, a and b")
    about = named[0]
    if keys[about] not in ("confirmed", "rejected"):
        raise ValueError(f"{about} is neither confirmed nor rejected")
    a, b = (_place(about, end, keys[end]) for end in ("a", "b"))
    word = cast(Word, keys[about])
    return link_decision(a, b, word) if about == "link" else Decision(about, a, b, word)


def _place(about: About, end: str, value: object) -> Place:
    parts = [one_line(part) if isinstance(part, str) else "" for part in value] if isinstance(value, list) else []
    if about == "link" and len(parts) == 2 and all(parts):
        return Place(*parts)
    if about == "figure" and len(parts) == 3 and all(parts):
        return Place(parts[0], parts[2], parts[1])
    said = "article and sentence" if about == "link" else "article, figure and sentence"
    raise ValueError(f"{end} is not {said}")
