"""The reader's notebook: passages pinned with notes, in the user's data folder, never in a shared library.

SQLite with a write-ahead log, as for read marks; but a note is work, not a convenience: it is on the disk before it is
said to be kept, and what cannot be kept is told. A pin holds the words themselves: they outlive the article.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path

from reader.library.errors import LibraryError, failed
from reader.library.marks import data_folder
from reader.model import Problem, Span
from reader.text.quoting import places
from reader.text.sanitise import one_line

FILE = "notebook.sqlite"

_SCHEMA = """
create table if not exists pins (
    id integer primary key autoincrement, made text not null, article text not null, path text not null,
    fingerprint text not null, sha256 text not null, source text not null, title text not null,
    published text not null, url text not null, start integer not null, "end" integer not null,
    words text not null, note text not null
)
"""
_WAIT = 5.0  # seconds for another program to finish its write


@dataclass(frozen=True, slots=True)
class Pin:
    """A passage kept with a note: ``words`` are those of ``text[start:end]``, blanks folded, when it was pinned.

    ``id`` is its number in the notebook, ``None`` while it is in none. ``made`` is the moment it was pinned, in ISO
    8601 with its zone. ``article`` is the article's id, ``path`` its file in full, ``fingerprint`` the hash of its
    text by which it is known wherever it is, and ``sha256`` that of its file. What is not known is empty.
    """

    id: int | None
    made: str
    article: str
    path: str
    fingerprint: str
    sha256: str
    source: str
    title: str
    published: str
    url: str
    start: int
    end: int
    words: str
    note: str = ""

    @property
    def told(self) -> str:
        """All that a search of the notebook sees, in lower case."""
        return " ".join((self.note, self.words, self.source, self.title, self.published)).casefold()


def find(pin: Pin, text: str) -> Span | None:
    """Where the pinned words stand in a text now, the place nearest to the old one; ``None`` where they do not."""
    if one_line(text[pin.start : pin.end]) == pin.words:
        return Span(pin.start, pin.end)
    found = min(places(pin.words, text), key=lambda place: abs(place[0] - pin.start), default=None)
    return Span(*found) if found else None


class Notebook:
    """All pins of this user. Everything here raises ``LibraryError`` where the file cannot be used."""

    def __init__(self, folder: str | Path | None = None) -> None:
        """The notebook in a folder, that of the user's data where none is given; nothing is opened yet."""
        self.path = str((Path(folder) if folder else data_folder()) / FILE)
        self._file: sqlite3.Connection | None = None

    def pins(self) -> tuple[Pin, ...]:
        """All pins, the newest first; none where there is no notebook yet."""
        if not os.path.exists(self.path):
            return ()
        with self._open() as file:
            rows = file.execute(f"select {_COLUMNS} from pins order by made desc, id desc").fetchall()
        return tuple(Pin(*row) for row in rows)

    def pins_in(self, article: str, fingerprint: str) -> tuple[Pin, ...]:
        """The pins of an article, by its text or by its id: its text may be another by now."""
        if not os.path.exists(self.path):
            return ()
        with self._open() as file:
            query = f"select {_COLUMNS} from pins where fingerprint = ? or article = ?"
            rows = file.execute(query, (fingerprint, article)).fetchall()
        return tuple(Pin(*row) for row in rows)

    def put(self, pin: Pin) -> Pin:
        """Keep a pin, in the place of that of its id, and return it with its id."""
        with self._open() as file:
            marks = ", ".join("?" * len(fields(Pin)))
            done = file.execute(f"insert or replace into pins ({_COLUMNS}) values ({marks})", astuple(pin))
        return replace(pin, id=pin.id if pin.id is not None else done.lastrowid)

    def remove(self, pin: Pin) -> None:
        """Take a pin out; ``put`` takes it back in."""
        with self._open() as file:
            file.execute("delete from pins where id = ?", (pin.id,))

    def close(self) -> None:
        """Close the file; it is opened again when it is next needed."""
        if self._file is not None:
            self._file.close()
            self._file = None

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            if self._file is None:
                os.makedirs(os.path.dirname(self.path), exist_ok=True)
                self._file = sqlite3.connect(self.path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
                self._file.execute("pragma journal_mode = wal").fetchone()
                self._file.execute("pragma synchronous = full")
                self._file.execute(_SCHEMA)
            yield self._file
        except OSError as error:
            raise failed(self.path, error, writing=True) from error
        except sqlite3.Error as error:
            self.close()  # what was wrong may be put right meanwhile
            raise LibraryError(Problem(self.path, f"cannot be used: {error}")) from error


_COLUMNS = ", ".join(f'"{field.name}"' for field in fields(Pin))
