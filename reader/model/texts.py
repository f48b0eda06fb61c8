"""One text as it came, and what is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

State = Literal["kept", "doubtful", "removed"]
"""What cleaning made of a line; a doubtful line is shown dimmed and read as kept."""

_OPENING = 5  # words


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the input that could not be used, or was used with a guess.

    ``fatal`` tells whether the input was left out (True) or read all the same (False). ``line`` and ``column`` count
    from 1.
    """

    path: str
    message: str
    line: int | None = None
    fatal: bool = True
    column: int | None = None

    def __str__(self) -> str:
        return (
            ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
            + f": {self.message}"
        )


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
