"""The notebook as the screens use it: passages pinned and let go, each step of it to be taken back."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

    from reader.export.quotation import Excerpt
    from reader.library.notebook import Notebook, Pin
    from reader.model import Article, Span
    from reader.tui.desk import Desk

LONGEST_NOTE = 1 << 20
"""Bytes of a note that are read back from an editor."""


class Notes:
    """What was done since the program began, the last first to be taken back. Raises as ``Notebook`` does."""

    def __init__(self) -> None:
        self._notebook: Notebook | None = None
        self._done: list[tuple[Pin | None, Pin | None]] = []

    @property
    def notebook(self) -> Notebook:
        """The notebook; its file is looked at only when it is needed."""
        if self._notebook is None:
            from reader.library.notebook import Notebook

            self._notebook = Notebook()
        return self._notebook

    def pins(self) -> tuple[Pin, ...]:
        """All pins, the newest first."""
        return self.notebook.pins()

    def pinned(self, article: Article) -> tuple[Span, ...]:
        """Where pinned words stand in an article now; nowhere where the notebook cannot be used."""
        from reader.library.errors import LibraryError
        from reader.library.marks import key_of
        from reader.library.notebook import find

        try:
            pins = self.notebook.pins_in(article.id, key_of(article))
        except LibraryError:
            return ()
        return tuple(span for pin in pins if (span := find(pin, article.text)) is not None)

    def pin_of(self, quoted: Excerpt) -> Pin:
        """The pin of passages that stand together, with its note if they are pinned already; else one not kept yet."""
        from reader.library.marks import key_of
        from reader.library.notebook import Pin
        from reader.model import Span
        from reader.text.sanitise import one_line

        article, place = quoted.article, Span(quoted.start, quoted.end)
        words, fingerprint = one_line(place.of(article.text)), key_of(article)
        for pin in self.pins():
            if (pin.fingerprint, pin.start, pin.words) == (fingerprint, place.start, words):
                return pin
        return Pin(
            id=None,
            made=datetime.now(UTC).isoformat(timespec="seconds"),
            article=article.id,
            path=os.path.abspath(article.path) if article.path else "",
            fingerprint=fingerprint,
            sha256=article.sha256,
            source=one_line(article.source or ""),
            title=one_line(article.title or ""),
            published=article.published.isoformat() if article.published else "",
            url=one_line(article.url or ""),
            start=place.start,
            end=place.end,
            words=words,
        )

    def keep(self, pin: Pin, note: str) -> Pin:
        """Keep a pin with a note; returns it as it is kept."""
        kept = self.notebook.put(replace(pin, note=note))
        self._done.append((pin if pin.id is not None else None, kept))
        return kept

    def remove(self, pin: Pin) -> None:
        """Take a pin out of the notebook."""
        self.notebook.remove(pin)
        self._done.append((pin, None))

    def undo(self) -> Pin | None:
        """Take the last step back; the pin it was about, ``None`` where there is none."""
        if not self._done:
            return None
        before, after = self._done[-1]
        if before is not None:
            self.notebook.put(before)
        elif after is not None:
            self.notebook.remove(after)
        self._done.pop()
        return before or after


def locate(pin: Pin, desk: Desk) -> tuple[Article | None, Span | None]:
    """The article of a pin among those that are open, and where its words stand in it now.

    It is known by its text, wherever it is and whatever its name; where that was changed, by its id, if it has
    the words or is the same file.
    """
    from reader.library.errors import LibraryError
    from reader.library.notebook import find

    article: Article | None = None
    for name in dict.fromkeys((desk.article_of(pin.fingerprint, pin.article), pin.article)):
        try:
            article = desk.articles[name or ""]
        except (KeyError, LibraryError):
            continue
        if (span := find(pin, article.text)) is not None:
            return article, span
    return (article if article is not None and os.path.abspath(article.path) == pin.path else None), None


def editor(environment: Mapping[str, str]) -> list[str]:
    """The command that edits a file, its name to follow; ``ValueError`` for one that cannot be understood."""
    return shlex.split(environment.get("VISUAL") or environment.get("EDITOR") or "vi")


def edited(app: App[None], note: str) -> str:
    """A note as it was written in the reader's editor, which has the terminal meanwhile.

    The file holds the note alone: an editor may obey lines of a text (vim's modelines), and an article is a stranger's.

    Raises:
        OSError, ValueError, SuspendNotSupported: it could not be edited; the note is as it was.

    """
    from tempfile import TemporaryDirectory

    from reader.text.sanitise import sanitise
    from reader.tui.piping import edit

    with TemporaryDirectory(prefix="parallax-") as folder:
        path = os.path.join(folder, "note.md")
        with open(path, "w", encoding="utf-8") as file:
            file.write(note + "\n" if note else "")
        argv = editor(os.environ)
        if status := edit(app, [*argv, path]):
            raise ValueError(f"{argv[0]} ended with {status}")
        with open(path, "rb") as file:
            return sanitise(file.read(LONGEST_NOTE).decode("utf-8", "replace")).strip()
