"""Places that the reader marked with letters, and what was searched for: in the file of the reader's other marks.

SQLite, as there: several programs may set and read at once. The file is opened when the first letter is set or asked
for, which is never before the first screen. A letter belongs to the library it was set in.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from reader.library.marks import data_folder

LETTERS = "abcdefghijklmnopqrstuvwxyz"

MOST_SEARCHES = 100
"""Searches that are remembered, of each kind."""

_SCHEMA = (
    "create table if not exists places (library text, letter text, text text not null, article text not null,"
    " position integer not null, words text not null, outlet text not null, changed real not null,"
    " primary key (library, letter)) without rowid",
    "create table if not exists searches (kind text, words text, changed real not null, primary key (kind, words))"
    " without rowid",
)
_WAIT = 1.0  # seconds for another program to finish its write


class Bookmark(NamedTuple):
    """A place under a letter: an offset in an article, known by the hash of its text and by its id.

    ``words`` are those of the passage that was marked, by which the place is found where the text has changed;
    ``outlet`` is who they are from, as shown.
    """

    letter: str
    text: str
    article: str
    position: int
    words: str
    outlet: str


class Bookmarks:
    """The letters of one library. Where they cannot be kept on disk they last as long as the program does.

    ``problem`` then says why in a few words; nothing here raises for it.
    """

    def __init__(self, paths: Sequence[str] = (), folder: str | Path | None = None, in_memory: bool = False) -> None:
        """The letters set where these paths are opened together; in the user's data folder where none is given."""
        self.problem = ""
        self._library = hashlib.sha256(
            "\0".join(map(os.path.abspath, paths)).encode("utf-8", "surrogateescape")
        ).hexdigest()[:20]
        self._folder = folder
        self._in_memory = in_memory
        self._db: sqlite3.Connection | None = None

    def set(self, bookmark: Bookmark) -> None:
        """Put the letter there, wherever it was before."""
        self._ask("replace into places values (?, ?, ?, ?, ?, ?, ?, ?)", self._library, *bookmark, time.time())

    def get(self, letter: str) -> Bookmark | None:
        """The place of the letter, if it has one."""
        return next((one for one in self.all() if one.letter == letter), None)

    def all(self) -> list[Bookmark]:
        """Every place, in the order of their letters."""
        columns = ", ".join(Bookmark._fields)
        query = f"select {columns} from places where library = ? order by letter"
        return [Bookmark(*row) for row in self._ask(query, self._library)]

    def remove(self, letter: str) -> None:
        """Take the letter away."""
        self._ask("delete from places where (library, letter) = (?, ?)", self._library, letter)

    def searches(self, kind: str) -> list[str]:
        """What was searched for, the last first."""
        query = "select words from searches where kind = ? order by changed desc limit ?"
        return [words for (words,) in self._ask(query, kind, MOST_SEARCHES)]

    def searched(self, kind: str, words: str) -> None:
        """Remember a search."""
        words = words.encode("utf-8", "replace").decode()
        self._ask("replace into searches values (?, ?, ?)", kind, words, time.time())
        last = "select words from searches where kind = ? order by changed desc limit ?"
        self._ask(f"delete from searches where kind = ? and words not in ({last})", kind, kind, MOST_SEARCHES)

    def close(self) -> None:
        """Close the file; it is opened again when it is needed."""
        if self._db is not None:
            self._db.close()
            self._db = None

    def _ask(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            if self._db is None:
                self._db = self._opened()
            return self._db.execute(statement, values).fetchall()
        except (OSError, sqlite3.Error) as error:
            self.problem = (error.strerror or "") if isinstance(error, OSError) else str(error)
            self._in_memory = True
            self._db = self._opened()
            return self._db.execute(statement, values).fetchall()

    def _opened(self) -> sqlite3.Connection:
        if self._in_memory:
            db = sqlite3.connect(":memory:", isolation_level=None)
        else:
            path = (Path(self._folder) if self._folder else data_folder()) / "marks.sqlite"
            path.parent.mkdir(parents=True, exist_ok=True)
            db = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
            db.execute("pragma journal_mode = wal").fetchone()
            db.execute("pragma synchronous = normal")
        for statement in _SCHEMA:
            db.execute(statement)
        return db
