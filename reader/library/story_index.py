"""What the index keeps of stories: articles that wait for theirs, what each is found by, and which go together.

What a sketch holds and which articles are alike is said above this layer; here they are bytes and numbers.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.library.index import Index

UNDATED = 0
"""Stands for the day of an article that has none."""


class Row(NamedTuple):
    """An article as far as its story is named by it; ``given`` is the reader's name of the story."""

    id: str
    title: str
    opening: str
    given: str | None


class Sketched(NamedTuple):
    """What an article is found by: its sketch (``None`` where it is there no more), its day and its strongest terms.

    ``before`` are the strongest terms that it had.
    """

    key: int
    packed: bytes | None
    day: int
    strongest: Sequence[int]
    before: Sequence[int]


class Grouping:
    """A transaction in which articles are put into groups."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def group(self, keys: Sequence[int]) -> None:
        """Let articles be one group, under the number of the first of them."""
        self._db.executemany("replace into grouped values (?, ?)", [(key, min(keys)) for key in keys])

    def ungroup(self, key: int) -> None:
        """Let an article be in no group."""
        self._db.execute("delete from grouped where key = ?", (key,))

    def done(self, key: int) -> None:
        """Let an article wait no longer."""
        self._db.execute("delete from ungrouped where key = ?", (key,))


class StoryIndex:
    """The tables of stories, over a connection of their own. What is asked is as it was last written."""

    def __init__(self, index: Index) -> None:
        self._index = index

    # ---- who waits

    def settled(self, engine: str) -> bool:
        """Whether every article has its story, found by that engine."""
        return self._note("engine") == engine and not self._index.ask("select 1 from ungrouped limit 1")

    def begin(self, engine: str) -> None:
        """Forget what another engine found.

        Raises:
            sqlite3.Error: it cannot be written; so for everything that writes here.

        """
        if self._note("engine") == engine:
            return
        with self._index.writing(lists=False) as db:
            for table in ("ungrouped", "sketches", "strongest", "grouped"):
                db.execute(f"delete from {table}")
            db.execute("insert into ungrouped select key, 0 from files where state = 1")
            db.execute("delete from notes where name = 'stories level'")
            db.execute("replace into notes values ('stories engine', ?)", (engine,))

    def waiting(self) -> int:
        """How many articles wait for their story."""
        return int(self._index.ask("select count(*) from ungrouped")[0][0])

    def unsketched(self, most: int) -> list[int]:
        """Articles that wait and have no sketch yet."""
        return [key for (key,) in self._index.ask("select key from ungrouped where not sketched limit ?", most)]

    def sketched(self) -> list[int]:
        """Articles that wait and have their sketch, or are there no more."""
        return [key for (key,) in self._index.ask("select key from ungrouped where sketched order by key")]

    def wait_all(self) -> None:
        """Have every article wait for its story again."""
        with self._index.writing(lists=False) as db:
            db.execute("insert or ignore into ungrouped select key, 1 from sketches")

    # ---- what they are found by

    def sketch(self, key: int) -> tuple[bytes, int] | None:
        """The sketch of an article, and its day."""
        rows = self._index.ask("select sketch, day from sketches where key = ?", key)
        return rows[0] if rows else None

    def sample(self, most: int) -> list[tuple[bytes, int]]:
        """So many sketches at most, evenly among all."""
        count, last = self.count(), self._index.ask("select max(key) from sketches")
        if count <= most:
            return self._index.ask("select sketch, day from sketches order by key")
        found = {}
        for number in range(most):
            query = "select key, sketch, day from sketches where key >= ? order by key limit 1"
            found.update({key: tuple(row) for key, *row in self._index.ask(query, last[0][0] * number // most)})
        return list(found.values())

    def count(self) -> int:
        """How many sketches there are."""
        return int(self._index.ask("select count(*) from sketches")[0][0])

    def put(self, found: Sequence[Sketched]) -> None:
        """Keep what articles are found by, in the place of what they were found by before."""
        with self._index.writing(lists=False) as db:
            for key, packed, day, strongest, before in found:
                for (known,) in db.execute("select day from sketches where key = ?", (key,)).fetchall():
                    rows = ((term, known, key) for term in before)
                    db.executemany("delete from strongest where (term, day, key) = (?, ?, ?)", rows)
                db.execute("delete from sketches where key = ?", (key,))
                if packed is not None:
                    db.execute("insert into sketches values (?, ?, ?)", (key, day, packed))
                    rows = ((term, day, key) for term in strongest)
                    db.executemany("insert or ignore into strongest values (?, ?, ?)", rows)
                db.execute("update ungrouped set sketched = 1 where key = ?", (key,))

    def sharing(self, terms: Sequence[int], day: int, window: int, rare: int) -> Counter[int]:
        """How many of the terms each article has among its strongest, of those undated or within so many days.

        Terms that more than ``rare`` of these articles have say nothing.
        """
        ranges = [(UNDATED, UNDATED), (day - window, day + window)] if day != UNDATED else [(UNDATED, 1 << 40)]
        query = "select key from strongest where term = ? and day between ? and ? limit ?"
        found: Counter[int] = Counter()
        for term in terms:
            keys = [key for first, last in ranges for (key,) in self._index.ask(query, term, first, last, rare + 1)]
            if len(keys) <= rare:
                found.update(keys)
        return found

    # ---- which go together

    def story(self, key: int) -> int | None:
        """The number of the group of an article."""
        rows = self._index.ask("select story from grouped where key = ?", key)
        return rows[0][0] if rows else None

    def members(self, story: int) -> list[int]:
        """The articles of a group."""
        return [key for (key,) in self._index.ask("select key from grouped where story = ?", story)]

    @contextlib.contextmanager
    def grouping(self) -> Iterator[Grouping]:
        """A transaction in which what is asked stays as it is."""
        with self._index.writing(lists=False) as db:
            yield Grouping(db)

    def rows(self) -> tuple[list[Row], list[list[int]]]:
        """All articles that were read, in the order of the paths, and the groups of them by their places in the list.

        An article that waits may be in no group yet; it is one by itself.
        """
        found = self._index.ask(
            "select f.id, f.title, f.opening, f.story, coalesce(g.story, -f.key)"
            " from files f left join grouped g on g.key = f.key where f.state = 1 order by f.key"
        )
        groups: dict[int, list[int]] = {}
        for number, (*_, story) in enumerate(found):
            if story in groups:
                groups[story].append(number)
            else:
                groups[story] = [number]
        return [Row(*row[:4]) for row in found], list(groups.values())

    # ---- notes

    @property
    def level(self) -> tuple[float, int] | None:
        """The level of likeness by which they were grouped, and how many articles there were when it was told."""
        told = self._note("level").split()
        return (float(told[0]), int(told[1])) if told else None

    def keep_level(self, level: float, count: int) -> None:
        """Keep it."""
        with self._index.writing(lists=False) as db:
            db.execute("replace into notes values ('stories level', ?)", (f"{level} {count}",))

    def _note(self, name: str) -> str:
        rows = self._index.ask("select value from notes where name = ?", f"stories {name}")
        return str(rows[0][0]) if rows else ""
