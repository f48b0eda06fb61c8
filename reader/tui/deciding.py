"""The reader's word on links, figures, names and stories: written at once, compared anew, taken back in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.library.decisions import Decision
    from reader.model import Article
    from reader.tui.desk import Desk


class Done(NamedTuple):
    """Something decided: how it is told, how its file is put back, how the comparisons it holds for are outdated."""

    told: str
    take_back: Callable[[], object]
    outdate: Callable[[], None]


class Deciding:
    """What was decided since the program began, the last first to be undone."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._done: list[Done] = []

    def decide(self, article: Article, decisions: Sequence[Decision]) -> None:
        """Write decisions beside the article; the comparison of its story is out of date then.

        Raises:
            LibraryError: the file cannot be read or written; it is as it was.
            ValueError: the article is no file.

        """
        from reader.library.decisions import decide, undo

        folder = self._folder(article)
        change = decide(folder, decisions)
        told = " and ".join(dict.fromkeys(f"{one.about} {one.word}" for one in decisions))
        self._keep(Done(told, partial(undo, folder, change), partial(self._desk.outdate, article.id)))

    def join(self, article: Article, one: str, two: str) -> None:
        """Have two names be one, in all that the article's folder holds; raises as ``decide``."""
        from reader.library.names import join, undo

        folder = self._folder(article)
        change = join(folder, one, two)
        self._keep(Done(f"{one} is {two}", partial(undo, folder, change), self._desk.outdate_all))

    def split(self, article: Article, one: str, two: str) -> None:
        """Have one name not be the other, in all that the article's folder holds; raises as ``decide``."""
        from reader.library.names import split, undo

        folder = self._folder(article)
        change = split(folder, one, two)
        self._keep(Done(f"{one} is not {two}", partial(undo, folder, change), self._desk.outdate_all))

    def move(self, article: Article, story: str) -> Article:
        """Put an article into the story of that name; it as it now stands. Stories are found anew when next needed.

        Raises:
            LibraryError: its file cannot be written; it is as it was.
            ValueError: there can be no such name.

        """
        from reader.library import describe
        from reader.library.editing import restore

        now = self._desk.replace(article.id, describe(article, story=story))

        def take_back() -> None:
            self._desk.replace(article.id, restore(now, article))

        self._keep(Done(f"moved to {story}", take_back, self._desk.regroup))
        return now

    def undo(self) -> str | None:
        """Take the last decision back; what it was, ``None`` where there is none.

        Raises:
            LibraryError: as ``decide``; the decision can be undone later.

        """
        if not self._done:
            return None
        last = self._done[-1]
        last.take_back()
        self._done.pop()
        last.outdate()
        return last.told

    def _folder(self, article: Article) -> str:
        from reader.library.hand import folder_for

        return folder_for(article, self._desk.roots)

    def _keep(self, done: Done) -> None:
        self._done.append(done)
        done.outdate()
