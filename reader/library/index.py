"""The index of a library: what its list needs, kept in the user's cache folder so that no text is read at start.

One SQLite file for each set of paths that is opened together, named by those paths and by the engine that made it: an
index of another engine is another file. It is derived and may be deleted at any time. With a write-ahead log several
programs read and write it at once. Where it is damaged it is made again; where it cannot be kept (a read-only disk, a
lock that stays) everything works the same in memory, for as long as the program runs.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import threading
import time
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

FOUND, READ, USELESS = 0, 1, 2
"""States of a file: not read yet, an article, or nothing that could be read as one."""

UNKNOWN = "\U0010ffff"
"""Stands for an article's source in the order of sources where it has none: after all others."""

_KEPT = 24  # files of the cache folder; older ones are of libraries no longer opened
_WAIT = 0.25  # seconds for which a lock may keep a reader waiting, who is about to see the first screen
_PATIENT = 5.0  # seconds for another program to finish its write

_SCHEMA = """
create table files (
    key integer primary key,
    root integer not null, folder blob not null, name blob not null,
    size integer not null, mtime integer not null, inode integer not null,
    state integer not null, original text,
    id text not null unique,
    title text not null default '', opening text not null default '', source text,
    published text not null default '', words integer not null default 0, story text, kind text,
    invented integer not null default 0, given text not null default '', fingerprint blob,
    outlet text not null, terms text not null, document integer
);
create unique index by_place on files (root, folder, name);
create index by_source on files (outlet, published desc, title) where state < 2;
create index by_date on files (published desc, title) where state < 2;
create index by_document on files (document);
create index by_state on files (state);
create index by_story on files (key) where story is not null;
create table problems (key integer, path blob not null, line integer, message text not null, fatal integer not null);
create index problems_of on problems (key);
create table furniture (outlet text not null, line text not null, primary key (outlet, line)) without rowid;
create table orders (name text primary key, groups text not null, keys blob not null) without rowid;
create table notes (name text primary key, value text not null) without rowid;
create table ungrouped (key integer primary key, sketched integer not null);
create table sketches (key integer primary key, day integer not null, sketch blob not null);
create table strongest (term integer, day integer, key integer, primary key (term, day, key)) without rowid;
create table grouped (key integer primary key, story integer not null);
create index by_group on grouped (story);
"""

_CHANGES = {
    "insert": "after insert on files when new.state = 1",
    "update": "after update on files when new.state is not old.state or new.fingerprint is not old.fingerprint"
    " or new.title is not old.title or new.published is not old.published or new.words is not old.words",
    "delete": "after delete on files",
}
"""Changes of a file after which its story has to be found anew, whoever makes them."""

_SEARCH = "create virtual table texts using fts5 (title, source, body, content = '')"
"""Without the words themselves, which the files have. A changed article gets a new document; the old one stays behind,
unreachable, until the index is made again."""


class Index:
    """One connection to the index of some paths. Reading never raises: it finds nothing, and ``broken`` says why."""

    def __init__(self, paths: Sequence[str], folder: str | Path | None = None, in_memory: bool = False) -> None:
        """Open the index of the paths in a folder (the cache folder if none is given); make it if there is none."""
        self.broken: sqlite3.Error | None = None
        self.place: Path | None = None
        self._inode = 0
        self._turn = threading.Lock()  # in memory all threads share the one connection
        # What the places of files are below: a folder itself, or the folder of a file given by name.
        self._bases = [os.path.join(path if os.path.isdir(path) else os.path.dirname(path), "") for path in paths]
        try:
            if not in_memory:
                self.place = (Path(folder) if folder else cache_folder()) / _name(paths)
                self._db = _on_disk(self.place)
                self._inode = _inode(self.place)
                return
        except (OSError, sqlite3.Error):
            self.place = None
        self._db = _prepared(_connect(":memory:"))

    @property
    def searchable(self) -> bool:
        """Whether words can be searched for: SQLite may lack its full-text search."""
        return bool(self.ask("select 1 from sqlite_master where name = 'texts'"))

    @property
    def replaced(self) -> bool:
        """Whether another file, or none, stands where this one stood when it was opened."""
        return self.place is not None and _inode(self.place) != self._inode

    def another(self) -> Index:
        """A connection for another thread; in memory, where there is but one, the same."""
        if self.place is None:
            return self
        twin = Index.__new__(Index)
        twin.broken, twin.place, twin._inode, twin._bases = None, self.place, self._inode, self._bases
        twin._turn, twin._db = threading.Lock(), _connect(self.place, _PATIENT)
        return twin

    def place_of(self, path: str) -> tuple[int, bytes, bytes]:
        """The columns of the place of a file; outside the library its root is -1, and a refresh forgets it."""
        whole = os.path.abspath(path)
        folder, name = os.path.split(whole)
        for root, base in enumerate(self._bases):
            above = os.path.join(os.path.abspath(base), "")
            if whole.startswith(above):
                return root, os.fsencode(os.path.join(folder, "")[len(above) :]), os.fsencode(name)
        return -1, os.fsencode(os.path.join(folder, "")), os.fsencode(name)

    def path(self, root: int, folder: bytes, name: bytes) -> str:
        """The path of a file, by the columns of its place."""
        return (self._bases[root] if root >= 0 else "") + os.fsdecode(folder) + os.fsdecode(name)

    def ask(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """All rows that answer the query."""
        try:
            return self._db.execute(query, values).fetchall()
        except sqlite3.Error as error:
            self.broken = error
            return []

    @contextlib.contextmanager
    def writing(self, lists: bool = True) -> Iterator[sqlite3.Connection]:
        """A transaction, whole or not at all; if ``lists`` change, the orders that were kept of them are forgotten.

        Raises:
            sqlite3.Error: it could not be written.

        """
        with self._turn:
            self._db.execute("begin immediate")
            try:
                if lists:
                    self._db.execute("delete from orders")
                yield self._db
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    self._db.execute("rollback")
                raise
            self._db.execute("commit")

    def remove(self) -> None:
        """Delete the file; whoever has it open goes on with what he has."""
        if self.place is not None:
            _remove(self.place)

    def close(self) -> None:
        """Close the connection."""
        with contextlib.suppress(sqlite3.Error):
            self._db.close()


def cache_folder() -> Path:
    """Where indexes are kept."""
    from platformdirs import user_cache_path

    return user_cache_path("parallax", appauthor=False) / "libraries"


def index_file(paths: Sequence[str]) -> Path:
    """Where the index of these paths is kept, whether there is one or not."""
    return cache_folder() / _name(paths)


def engine(*layers: str) -> int:
    """A number for what these layers of the program do: another one where any of it changed."""
    package = Path(__file__).resolve().parents[1]
    told = [
        f"{file} {found.st_size} {found.st_mtime_ns}"
        for layer in layers
        for file, found in _files_below(str(package / layer))
    ]
    return zlib.crc32("\n".join(sorted(told)).encode())


def forget_others(place: Path) -> None:
    """Delete the indexes of libraries that were not opened for the longest time, above a fair number."""
    with contextlib.suppress(OSError):
        found = sorted(place.parent.glob("*.sqlite"), key=lambda path: path.stat().st_mtime, reverse=True)
        for old in found[_KEPT:]:
            if old != place:
                _remove(old)


def _files_below(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(("__pycache__", ".")):
                continue
            if entry.is_dir():
                yield from _files_below(entry.path)
            else:
                yield entry.path, entry.stat()


def _name(paths: Sequence[str]) -> str:
    library = "\0".join(map(os.path.abspath, paths)).encode("utf-8", "surrogateescape")
    return f"{hashlib.sha256(library).hexdigest()[:20]}-{engine('intake', 'library', 'text'):08x}.sqlite"


def _on_disk(place: Path) -> sqlite3.Connection:
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        return _patiently(place)
    except sqlite3.OperationalError:
        raise  # locked, read-only, full: the file may be sound
    except sqlite3.DatabaseError:
        _remove(place)
        return _prepared(_connect(place))


def _patiently(place: Path) -> sqlite3.Connection:
    """The index, though another program may be making it at this moment: that locks out others without any wait."""
    due = time.monotonic() + _WAIT
    while True:
        try:
            return _prepared(_connect(place))
        except sqlite3.OperationalError:
            if time.monotonic() > due or not place.exists():
                raise
            time.sleep(0.02)


def _connect(place: Path | str, wait: float = _WAIT) -> sqlite3.Connection:
    # Each thread has a connection of its own but in memory, where SQLite takes turns by itself.
    db = sqlite3.connect(place, timeout=wait, isolation_level=None, check_same_thread=False)
    db.execute("pragma journal_mode = wal").fetchone()
    db.execute("pragma synchronous = normal")
    return db


def _prepared(db: sqlite3.Connection) -> sqlite3.Connection:
    """The connection, its tables made if they are not there; several programs may do so at once."""
    if db.execute("pragma user_version").fetchone() != (1,):
        db.execute("begin immediate")
        if db.execute("pragma user_version").fetchone() != (1,):
            for statement in filter(str.strip, _SCHEMA.split(";")):
                db.execute(statement)
            for change, when in _CHANGES.items():
                key = "old.key" if change == "delete" else "new.key"
                queued = f"begin insert or replace into ungrouped values ({key}, 0); end"
                db.execute(f"create trigger story_after_{change} {when} {queued}")
            with contextlib.suppress(sqlite3.OperationalError):  # a SQLite without full-text search
                db.execute(_SEARCH)
            db.execute("pragma user_version = 1")
        db.execute("commit")
    return db


def _inode(place: Path) -> int:
    try:
        return place.stat().st_ino
    except OSError:
        return 0


def _remove(place: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        with contextlib.suppress(OSError):
            os.unlink(f"{place}{ending}")
