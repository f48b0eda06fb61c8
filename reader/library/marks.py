"""What the reader has read and where each reading stopped: in the user's data folder, never in a shared library.

SQLite with a write-ahead log: several programs may read and write at once, and a program killed at any moment leaves
whole records behind. A log of our own would need locks and compaction to do as much. An article is known by the hash of
its text, so that marks survive a change of its metadata, its name or its folder.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.listing import Listing

if TYPE_CHECKING:
    from reader.model import Article, Problem

_SCHEMA = """
create table if not exists marks (
    text text primary key, read integer not null default 0, position integer, changed real not null
) without rowid
"""
_WAIT = 1.0  # seconds for another program to finish its write


class Marks:
    """Read marks and positions. Where they cannot be kept on disk they last as long as the program does.

    ``problem`` then says why; nothing here raises for it.
    """

    def __init__(self, folder: str | Path | None = None) -> None:
        """Open the marks in a folder, made if missing; in the user's data folder where none is given."""
        self.problem: Problem | None = None
        self._memory: dict[str, tuple[bool, int | None]] = {}
        self._file: sqlite3.Connection | None = None
        path = (Path(folder) if folder else data_folder()) / "marks.sqlite"
        self._path = str(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = sqlite3.connect(path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
            self._file.execute("pragma journal_mode = wal").fetchone()
            self._file.execute("pragma synchronous = normal")  # whole after a kill; no wait for the disk at each key
            self._file.execute(_SCHEMA)
        except (OSError, sqlite3.Error) as error:
            self._fail(error)

    def is_read(self, article: Article | Listing) -> bool:
        """Whether the article was marked as read."""
        return self._get(article)[0]

    def position(self, article: Article) -> int | None:
        """The offset in the text at which reading stopped; ``None`` if it never began."""
        position = self._get(article)[1]
        return None if position is None else min(position, len(article.text))

    def set_read(self, article: Article | Listing, read: bool = True) -> None:
        """Mark the article as read, or take the mark away."""
        self._set(article, read, self._get(article)[1])

    def set_position(self, article: Article, position: int) -> None:
        """Keep the offset in the text at which reading stopped."""
        self._set(article, self._get(article)[0], position)

    def close(self) -> None:
        """Close the file; marks set later last no longer than the program."""
        if self._file:
            self._file.close()
            self._file = None

    def _get(self, article: Article | Listing) -> tuple[bool, int | None]:
        key = key_of(article)
        if self._file:
            try:
                row = self._file.execute("select read, position from marks where text = ?", (key,)).fetchone()
                return (bool(row[0]), row[1]) if row else (False, None)
            except sqlite3.Error as error:
                self._fail(error)
        return self._memory.get(key, (False, None))

    def _set(self, article: Article | Listing, read: bool, position: int | None) -> None:
        key = key_of(article)
        self._memory[key] = read, position
        if self._file:
            try:
                self._file.execute("replace into marks values (?, ?, ?, ?)", (key, read, position, time.time()))
            except sqlite3.Error as error:
                self._fail(error)

    def _fail(self, error: Exception) -> None:
        """Go on in memory."""
        from reader.model import Problem

        said = error.strerror if isinstance(error, OSError) else str(error)
        self.problem = Problem(self._path, f"read marks are not kept: {said}", fatal=False)
        self.close()


def key_of(article: Article | Listing) -> str:
    """What an article is known by."""
    if isinstance(article, Listing):
        return article.fingerprint
    return hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()


def data_folder() -> Path:
    """The folder of what belongs to this user alone."""
    from platformdirs import user_data_path

    return user_data_path("parallax", appauthor=False)
