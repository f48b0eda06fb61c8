"""The reader's word on links and figures: written at once, followed by a new comparison, taken back in order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library.decisions import Decision
    from reader.library.entries import Change
    from reader.model import Article
    from reader.tui.desk import Desk


class Deciding:
    """What was decided since the program began, the last first to be undone."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._done: list[tuple[str, str, Change[Decision]]] = []

    def decide(self, article: Article, decisions: Sequence[Decision]) -> None:
        """Write decisions beside the article; the comparison of its story is out of date then.

        Raises:
            LibraryError: the file cannot be read or written; it is as it was.

        """
        from reader.library.decisions import decide
        from reader.library.hand import folder_for

        folder = folder_for(article, self._desk.roots)
        self._done.append((article.id, folder, decide(folder, decisions)))
        self._desk.outdate(article.id)

    def undo(self) -> str | None:
        """Take the last decision back; the id of the article it was made at, ``None`` where there is none.

        Raises:
            LibraryError: as ``decide``; the decision can be undone later.

        """
        from reader.library.decisions import undo

        if not self._done:
            return None
        article, folder, change = self._done[-1]
        undo(folder, change)
        self._done.pop()
        self._desk.outdate(article)
        return article
