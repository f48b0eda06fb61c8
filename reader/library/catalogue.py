"""What is opened: every article listed at once from the index, its text read when it is asked for."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.library.arranging import arranged, by_story, keep
from reader.library.index import READ, Index
from reader.library.listing import Arrangement, Listing, Order

if TYPE_CHECKING:
    from reader.library.matching import Matches
    from reader.library.query import Query
    from reader.library.refreshing import Progress
    from reader.library.story_index import StoryIndex
    from reader.model import Article, Problem, Story

_COLUMNS = (
    "key, root, folder, name, id, title, opening, source, published, words, story, kind, invented, given, fingerprint,"
    " state"
)


class Catalogue:
    """The articles of files and folders. All but ``refresh`` and ``article`` answers within milliseconds."""

    def __init__(
        self, paths: Iterable[str | os.PathLike[str]], folder: str | Path | None = None, in_memory: bool = False
    ) -> None:
        """Open the index of the paths, in the cache folder unless another is given; or begin with an empty one."""
        self.paths = tuple(os.fspath(path) for path in paths)
        self._folder = folder
        self._in_memory = in_memory
        self._index = Index(self.paths, folder, in_memory)
        self._drops: tuple[list[tuple[int, int] | None], Mapping[str, frozenset[str]]] = [], {}

    # ---- the list

    def count(self) -> int:
        """How many articles there are."""
        found = self._index.ask("select count(*) from files where state < 2")
        return int(found[0][0]) if found else 0

    def read_all(self) -> bool:
        """Whether there are articles, and all that were found are read."""
        return self._index.ask("select min(state) from files where state < 2") == [(READ,)]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was wrong with the input when it was last read."""
        rows = self._index.ask(
            "select p.path, p.message, p.line, p.fatal, root, folder, name from problems p left join files using (key)"
            " order by key is not null, key"
        )
        if not rows:
            return ()
        from reader.model import Problem  # not before the first paint, where nothing is wrong

        told = []
        for path, message, line, fatal, *place in rows:
            where = os.fsdecode(path) if place[0] is None else self._index.path(*place)
            told.append(Problem(where, message, line, bool(fatal)))
        return tuple(told)

    def arranged(self, order: Order, words: str = "", stories: Sequence[Story] = ()) -> Arrangement:
        """The keys of all articles in an order, of those only that hold all of the words in title, source or date."""
        return by_story(self._index, words, stories) if order == "story" else arranged(self._index, order, words)

    def matching(self, query: Query, most: int) -> Matches:
        """The articles that answer the query as far as the index can tell, ``most`` of them if it has their words."""
        from reader.library.matching import matching

        index = self._index
        with contextlib.suppress(sqlite3.Error):
            index = index.another()  # for a thread of its own: of a hundred thousand texts it may take a second
        try:
            return matching(index, query, most)
        finally:
            if index is not self._index:
                index.close()

    # ---- one article

    def listing(self, key: int) -> Listing | None:
        """The article of that key; ``None`` where it is there no more."""
        rows = self._index.ask(f"select {_COLUMNS} from files where key = ?", key)
        return self._listing(rows[0]) if rows else None

    def key_of(self, article: str) -> int | None:
        """The key of the article of that id."""
        rows = self._index.ask("select key from files where id = ? and state < 2", article)
        return int(rows[0][0]) if rows else None

    def with_text(self, fingerprint: str) -> str | None:
        """The id of an article by the hash of its text (see ``key_of`` in ``marks``), wherever its file is now."""
        rows = self._index.ask("select id from files where fingerprint = ? and state = 1", bytes.fromhex(fingerprint))
        return str(rows[0][0]) if rows else None

    def listings(self, told: bool = False) -> list[Listing]:
        """All articles that were read, in the order of the paths; ``told``: only those that name their story."""
        # The sign keeps SQLite to the index of those that name their story.
        where = "story is not null and +state = 1" if told else "state = 1"
        rows = self._index.ask(f"select {_COLUMNS} from files where {where} order by key")
        return [self._listing(row) for row in rows]

    def article(self, listing: Listing) -> Article:
        """Read the article: its text without the furniture of its source (some milliseconds).

        Raises:
            LibraryError: the file cannot be used any more.

        """
        from reader.library.loading import read

        return self.cleared(replace(read(listing.path)[0], id=listing.id))

    def cleared(self, article: Article) -> Article:
        """The article, as it was read from its file, without the furniture of its source."""
        from reader.library.furniture import Furniture

        lines = self._index.ask("select line from furniture where outlet = ?", article.source or "")
        learned = {article.source or "": frozenset(line for (line,) in lines)}
        return Furniture(learned, self.dropped()).cleared(article)

    def dropped(self) -> Mapping[str, frozenset[str]]:
        """The lines that the reader drops from each source, read again when their files change."""
        from reader.library.opening import dropped_lines

        stand = [_stand(os.path.join(path, "sources.yaml")) for path in self.paths]
        if stand != self._drops[0]:
            self._drops = stand, dropped_lines(self.paths)[0]
        return self._drops[1]

    # ---- keeping it right

    @property
    def on_disk(self) -> bool:
        """Whether the index outlasts the program, and others may bring it up to date."""
        return self._index.place is not None

    def renew(self) -> None:
        """Look at the index that stands on disk now, if another program made it, or made it again."""
        if self._index.replaced or not (self.on_disk or self._in_memory):
            there = Index(self.paths, self._folder)
            # What is held in memory is all there is where nothing can be kept on disk.
            if there.place is None or not (there.ask("select 1 from files limit 1") or self.on_disk):
                return there.close()
            self._index.close()
            self._index = there

    def add(self, article: Article) -> Article:
        """List one more article at once, under an id of its own, wherever its file is.

        Where that fails, the next refresh finds it.
        """
        from reader.library.refreshing import add

        with contextlib.suppress(sqlite3.Error, OSError):
            return replace(article, id=add(self._index, article))
        return article

    def take(self, article: Article) -> None:
        """Note at once what an article was written to say, in the place of what was known of its id.

        Where that fails, the next refresh finds it.
        """
        from reader.library.refreshing import note

        with contextlib.suppress(sqlite3.Error, OSError):
            note(self._index, article)

    def close(self) -> None:
        """Let go of the index; nothing may be asked any more."""
        self._index.close()

    def refresh(self, progress: Progress = lambda done, total, changed: True) -> None:
        """Bring the index up to date with the files, and tell how far it is. Slow; for a thread of its own.

        An index that proves damaged is made again; one that cannot be written gives way to one in memory.
        """
        from reader.library.refreshing import refresh

        for last in (False, False, True):
            index = self._index
            try:
                twin = index.another()
                try:
                    refresh(twin, self.paths, progress)
                    if index.broken:
                        raise index.broken
                    keep(twin)
                finally:
                    if twin is not index:
                        twin.close()
                return
            except sqlite3.Error as error:
                if last:
                    raise
                damaged = not isinstance(error, sqlite3.OperationalError)
                if damaged:
                    index.remove()
                self._index = Index(self.paths, self._folder, in_memory=not damaged or index.place is None)

    @contextlib.contextmanager
    def story_index(self) -> Iterator[StoryIndex]:
        """What is kept of stories, over a connection of its own: for any thread."""
        from reader.library.story_index import StoryIndex

        index = self._index
        with contextlib.suppress(sqlite3.Error):
            index = index.another()
        try:
            yield StoryIndex(index)
        finally:
            if index is not self._index:
                index.close()

    def listings_of(self, source: str, most: int) -> list[Listing]:
        """The newest articles of a source, so many at most."""
        query = f"select {_COLUMNS} from files where outlet = ? and source = ? and state = 1 order by published desc"
        return [self._listing(row) for row in self._index.ask(f"{query} limit ?", source.casefold(), source, most)]

    def _listing(self, row: tuple[Any, ...]) -> Listing:
        key, *place, article, title, opening, source, day, words, story, kind, invented, given, mark, state = row
        return Listing(
            key=key,
            id=article,
            path=self._index.path(*place),
            title=title or None,
            opening=opening,
            source=source,
            published=date.fromisoformat(day) if day else None,
            words=words,
            story=story,
            kind=kind,
            invented=bool(invented),
            given=frozenset(given.split()),
            fingerprint=mark.hex() if mark else "",
            known=state == READ,
        )


def _stand(path: str) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size
