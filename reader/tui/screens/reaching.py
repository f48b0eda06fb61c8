"""Screens from which the whole library is in reach: searched, and gone to by the letters of places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import events

from reader.tui.content.pieces import Piece, shown
from reader.tui.content.results import letters_told
from reader.tui.screens.base import BaseScreen
from reader.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from reader.library.bookmarks import Bookmark
    from reader.model import Article


class ReachingScreen(BaseScreen):
    """Asks for what to search, and for letters."""

    def __init__(self) -> None:
        super().__init__()
        self._awaited: Callable[[str], None] | None = None

    # ---- one more key

    def await_key(self, told: Sequence[Piece], answer: Callable[[str], None]) -> None:
        """Tell what the next key is for, and do that with its character; Esc does nothing."""
        self._awaited = answer
        self.say(*told)

    async def on_key(self, event: events.Key) -> None:
        """Take the key that was waited for."""
        if (answer := self._awaited) is None:
            return
        self._awaited = None
        event.stop()
        event.prevent_default()
        self.say()
        if event.key != "escape":
            answer(event.character or "")

    # ---- search of the library

    def action_search_library(self) -> None:
        """Ask what to search the library for."""
        self._ask_query("")

    def _ask_query(self, typed: str) -> None:
        self.show_hints(False)
        earlier = self.desk.bookmarks.searches("library")
        self.query_one("#prompt", Prompt).open(typed, "search all: ", self._search_library, earlier=earlier)

    def _search_library(self, typed: str) -> None:
        from reader.library.query import QueryError, parse
        from reader.tui.screens.results import search_library

        self.show_hints()
        if not typed:
            return self.say()
        try:
            query = parse(typed)
        except QueryError as error:
            self._ask_query(typed)
            return self.say((shown(str(error)), "differs"))
        self.say()
        self.desk.bookmarks.searched("library", typed)
        search_library(self.parallax, query)

    # ---- letters

    def action_go_mark(self) -> None:
        """Ask for the letter of a place, and go there."""
        letters = [mark.letter for mark in self.desk.bookmarks.all()]
        more = [("'", "where you were"), ("?", "lists them")]
        told = letters_told("go to mark", letters, more, f"(none yet: {self.parallax.keys.first('mark.set')} sets one)")
        self.await_key(told, self._go_mark)

    def _go_mark(self, letter: str) -> None:
        if letter in ("'", "`"):
            if (before := self.parallax.history.before) is None:
                return self.say(("no jump yet to come back from", "quiet"))
            return self.show_passage(before.article, before.passage, before.top)
        if letter == "?":
            from reader.tui.screens.marked import MarkedScreen

            screen = MarkedScreen()
            self.app.push_screen(screen, lambda _: self.go_to_bookmark(screen.chosen) if screen.chosen else None)
            return
        if not is_letter(letter):
            return self.say(("a mark is a letter from a to z", "quiet"))
        if (mark := self.desk.bookmarks.get(letter)) is None:
            return self.say(
                (f"there is no mark {letter}: ", "quiet"),
                (self.parallax.keys.first("mark.set"), "key"),
                (" in a text sets one", "quiet"),
            )
        self.go_to_bookmark(mark)

    def go_to_bookmark(self, mark: Bookmark) -> None:
        """Go to the place of a letter, wherever its article is now."""
        article = self.desk.article_of(mark.text, mark.article)
        if article is None or (found := self.parallax.loaded(article)) is None:
            return self.say((f"mark {mark.letter} is in an article that is there no more", "differs"))
        self.show_passage(article, self.passage_at(found, position_of(mark, found)))

    def passage_at(self, article: Article, offset: int) -> int:
        """The number (from 0) of the passage of an article that holds an offset, or the last one before it."""
        starts = [passage.start for passage in self.desk.analysis(article.id).passages]
        return max(sum(start <= offset for start in starts) - 1, 0)

    def show_passage(self, article: str, passage: int, top: int | None = None) -> None:
        """Read an article there; the place that is left can be come back to."""
        from reader.tui.screens.reading import ReadingScreen

        if (found := self.parallax.loaded(article)) is not None:
            self.app.push_screen(ReadingScreen(found, passage, top))


def is_letter(letter: str) -> bool:
    """Whether a place can have it."""
    from reader.library.bookmarks import LETTERS

    return len(letter) == 1 and letter in LETTERS


def position_of(mark: Bookmark, article: Article) -> int:
    """Where the mark stands in its article; known by its words where the text is another than when it was set."""
    if article.text.startswith(mark.words, mark.position):
        return mark.position
    at = article.text.find(mark.words)
    return at if at >= 0 else min(mark.position, len(article.text))
