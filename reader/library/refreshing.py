"""Bringing an index up to date: the folders are walked, and the files that changed are read.

Slow; meant for a thread of its own. Every step is written in short transactions, so that other programs with the same
library open are never kept waiting and a program that is killed loses a quarter of a second of work.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from reader.library.folders import Found, original_of, walk
from reader.library.index import FOUND, READ, UNKNOWN, Index, forget_others
from reader.model import Problem

if TYPE_CHECKING:
    from reader.library.describing import Described
    from reader.model import Article

Progress = Callable[[int, int, bool], bool]
"""Told how many files were read, of how many, and whether the list changed; answers whether to go on."""

_AT_ONCE = 500  # found files written in one transaction
_PACE = 0.25  # seconds of reading between two transactions
_SAMPLE = 200  # newest articles of a source from which its furniture is learned

_Row = tuple[int, int, int, int, int, str | None]  # key, size, mtime, inode, state, original
_New = tuple[Found, _Row | None, str | None]  # a file to be read, as it was known, what it was made of


def refresh(index: Index, paths: Sequence[str], progress: Progress = lambda done, total, changed: True) -> None:
    """Make the index tell what the files of the paths hold now.

    Raises:
        sqlite3.Error: the index cannot be written, or is damaged.

    """
    waiting = _look(index, paths, progress)
    if waiting:
        sources = _read_all(index, waiting, progress)
        _learn(index, sources)
    if index.place:
        forget_others(index.place)
    if index.broken:
        raise index.broken
    progress(len(waiting), len(waiting), bool(waiting))


# ---- which files there are


_AT = "select key from files where root = ? and folder = ? and name = ?"
_INSERT = (
    "insert into files (root, folder, name, size, mtime, inode, state, original, id, opening, outlet, terms)"
    " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning key"
)


class _Known:
    """What the index knows of files, folder by folder as the walk goes."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._here: tuple[int, str] | None = None
        self._rows: dict[str, _Row] = {}
        self.originals: dict[str, str | None] = {}

    def row(self, found: Found) -> _Row | None:
        """The file as it was known, changed or not."""
        if self._here != (found.root, found.folder):
            self._here = found.root, found.folder
            self.originals.clear()
            query = "select name, key, size, mtime, inode, state, original from files where root = ? and folder = ?"
            rows = self._index.ask(query, found.root, os.fsencode(found.folder))
            self._rows = {os.fsdecode(name): row for name, *row in rows}  # type: ignore[misc]
        return self._rows.get(found.name)

    def original(self, found: Found) -> str | None:
        """As ``original_of``, read again only where the file changed."""
        row = self.row(found)
        if row and row[4] == READ and _same(row, found):
            return row[5]
        self.originals[found.name] = original_of(found.path)
        return self.originals[found.name]


def _same(row: _Row, found: Found) -> bool:
    return (row[1], row[2], row[3]) == (found.size, found.mtime, found.inode)


def _look(index: Index, paths: Sequence[str], progress: Progress) -> list[int]:
    """Write down what files there are; the keys of those to be read."""
    known = _Known(index)
    highest = index.ask("select max(key) from files")
    still = bytearray((highest[0][0] or 0) + 1 if highest else 1)
    waiting: list[int] = []
    news: list[_New] = []
    problems: list[Problem] = []
    for found in walk(paths, known.original):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        row = known.row(found)
        if row and row[0] < len(still):
            still[row[0]] = 1
        if row and row[4] == READ and _same(row, found):
            continue
        news.append((found, row, known.originals.get(found.name)))
        if len(news) == _AT_ONCE:
            waiting += _note(index, news)
            news = []
            if not progress(0, len(waiting), True):
                return []
    waiting += _note(index, news)
    gone = [(key,) for (key,) in index.ask("select key from files") if key < len(still) and not still[key]]
    with index.writing() as db:
        db.executemany("delete from files where key = ?", gone)
        db.executemany("delete from problems where key = ?", gone)
        db.execute("delete from problems where key is null")
        db.executemany("insert into problems values (null, ?, ?, ?, ?)", map(_told, problems))
    return waiting if progress(0, len(waiting), bool(waiting or gone)) else []


def _note(index: Index, news: Sequence[_New]) -> list[int]:
    """Write down files that are new or changed; their keys."""
    from reader.library.loading import stem_id
    from reader.text.sanitise import one_line

    keys: list[int] = []
    if not news:
        return keys
    with index.writing() as db:
        for found, row, original in news:
            place = found.root, os.fsencode(found.folder), os.fsencode(found.name)
            # Asked again, for another program may have found it meanwhile.
            if row or (row := db.execute(_AT, place).fetchone()):
                keys.append(row[0])  # listed as it was until it is read
                db.execute("update files set original = ? where key = ?", (original, row[0]))
                continue
            name = one_line(found.name)
            stands = found.size, found.mtime, found.inode, FOUND, original, _free(db, stem_id(found.path))
            new = db.execute(_INSERT, (*place, *stands, name, UNKNOWN, name.casefold()))
            keys.append(new.fetchone()[0])
    return keys


def _free(db: sqlite3.Connection, name: str) -> str:
    """The name, numbered from 2 where an article has it."""
    number, numbered = 1, name
    while db.execute("select 1 from files where id = ?", (numbered,)).fetchone():
        number += 1
        numbered = f"{name}-{number}"
    return numbered


# ---- what is in them


def _read_all(index: Index, waiting: Sequence[int], progress: Progress) -> set[str]:
    """Read the files and write down what they hold; the sources of those that were read."""
    from reader.library.describing import describe_file

    searchable = index.searchable and index.place is not None
    sources: set[str] = set()
    batch: list[tuple[int, Described]] = []
    due = time.monotonic() + _PACE / 4
    for done, key in enumerate(waiting, 1):
        for *place, source in index.ask("select root, folder, name, source from files where key = ?", key):
            described = describe_file(index.path(*place))
            sources |= {source, described.row["source"]} - {None}
            batch.append((key, described))
        if time.monotonic() >= due or done == len(waiting):
            _write(index, batch, searchable)
            batch, due = [], time.monotonic() + _PACE
            if not progress(done, len(waiting), True):
                break
    return sources


def note(index: Index, article: Article) -> None:
    """Write down an article that this program wrote anew, under its id, though its file may be another than before.

    Raises:
        sqlite3.Error: the index cannot be written.

    """
    from reader.library.describing import describe_article

    rows = index.ask("select key, root, folder from files where id = ?", article.id)
    for key, root, folder in rows:
        name = os.fsencode(os.path.basename(article.path))
        with index.writing() as db:
            db.execute(
                "delete from files where (root, folder, name) = (?, ?, ?) and key != ?", (root, folder, name, key)
            )
            db.execute("update files set name = ?, original = ? where key = ?", (name, original_of(article.path), key))
        _write(index, [(key, describe_article(article, os.stat(article.path)))], index.searchable)


def add(index: Index, article: Article) -> str:
    """Write down an article whose file is new, though it may lie outside the library; its id, which no other has.

    Raises:
        sqlite3.Error: the index cannot be written.
        OSError: the file is not there any more.

    """
    from reader.library.describing import describe_article

    seen = os.stat(article.path)
    place = index.place_of(article.path)
    with index.writing() as db:
        found = db.execute(_AT, place).fetchone()
        stands = seen.st_size, seen.st_mtime_ns, seen.st_ino, FOUND, original_of(article.path)
        row = (*place, *stands, _free(db, article.id), "", UNKNOWN, "")
        key = (found or db.execute(_INSERT, row).fetchone())[0]
    _write(index, [(key, describe_article(article, seen))], index.searchable)
    return str(index.ask("select id from files where key = ?", key)[0][0])


def hold(index: Index, articles: Iterable[Article]) -> None:
    """Write down articles that have no file, each under its id."""
    from reader.library.describing import describe_article

    here = os.stat(".")
    batch = []
    with index.writing() as db:
        for article in articles:
            place = 0, b"", article.id.encode("utf-8", "surrogatepass")
            known = db.execute(_AT, place).fetchone()
            row = (*place, 0, 0, 0, FOUND, None, article.id, "", UNKNOWN, "")
            key = (known or db.execute(_INSERT, row).fetchone())[0]
            batch.append((key, describe_article(article, here)))
    _write(index, batch, searchable=False)


def _write(index: Index, batch: Sequence[tuple[int, Described]], searchable: bool) -> None:
    with index.writing() as db:
        for key, told in batch:
            row = told.row
            if searchable and row["state"] == READ:
                words = (row["title"], row["source"], told.body)
                row["document"] = db.execute(
                    "insert into texts (title, source, body) values (?, ?, ?)", words
                ).lastrowid
            names = ", ".join(f"{name} = ?" for name in row)
            db.execute(f"update files set {names} where key = ?", (*row.values(), key))
            db.execute("delete from problems where key = ?", (key,))
            rows = ((key, *_told(problem)) for problem in told.problems)
            db.executemany("insert into problems values (?, ?, ?, ?, ?)", rows)


def _told(problem: Problem) -> tuple[bytes, int | None, str, bool]:
    return os.fsencode(problem.path), problem.line, problem.message, problem.fatal


# ---- what they tell of each other


def _learn(index: Index, sources: set[str]) -> None:
    """Learn anew the furniture of sources of which articles changed."""
    from reader.library.describing import unjudged
    from reader.library.furniture import LEAST, learn

    newest = "select root, folder, name, title from files where outlet = ? and source = ? and state = 1"
    newest += f" order by published desc limit {_SAMPLE}"
    for source in sorted(sources):
        rows = index.ask(newest, source.casefold(), source)
        articles = (unjudged(index.path(*place), source, title) for *place, title in rows)
        learned = learn(filter(None, articles)).get(source, frozenset()) if len(rows) >= LEAST else frozenset()
        known = {line for (line,) in index.ask("select line from furniture where outlet = ?", source)}
        if learned != known:
            with index.writing() as db:
                db.execute("delete from furniture where outlet = ?", (source,))
                db.executemany("insert into furniture values (?, ?)", ((source, line) for line in sorted(learned)))
