"""Search with an article in front: in its text, and on through everything that a search of the library found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.bookmarks import Bookmark
from reader.library.marks import key_of
from reader.model import Article
from reader.tui.content.pieces import Piece, clip, shown
from reader.tui.content.results import letters_told
from reader.tui.screens.article import ArticleScreen
from reader.tui.screens.reaching import ReachingScreen, is_letter
from reader.tui.searching import Hit
from reader.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from reader.tui.history import Place
    from reader.tui.sought import Sought

_LONGEST = 30  # cells of what was searched for, in the status line
_MARKED = 200  # characters of a passage by which a mark finds it again
_SIGNS = {1: "/", -1: "\\"}


class SeekingScreen(ArticleScreen, ReachingScreen):
    """``sought`` is the search of the library that led here; its places are marked until the text is searched."""

    def __init__(
        self, article: Article, passage: int | None = None, top: int | None = None, sought: Sought | None = None
    ) -> None:
        super().__init__(article, passage, top)
        self.sought = sought
        self._way = 1
        self._search_from: Place | None = None

    # ---- in the text

    def look_for(self, words: str) -> None:
        """Search for words in the article, or mark what the library was searched for; nothing is drawn."""
        super().look_for(words)
        if not words and self.sought is not None:
            self.text.hits = self.sought.hits(self.article.id)

    def action_search(self, way: int = 1) -> None:
        """Search in the text, on (1) or back (-1) from the cursor."""
        self._way, self._search_from = way, self.here
        self.show_hints(False)
        self.query_one("#prompt", Prompt).open("", _SIGNS[way], earlier=self.desk.bookmarks.searches("text"))

    def prompt_typed(self, typed: str) -> None:
        """Search as it is typed, from where the search began."""
        self.look_for(typed)
        if self._search_from is not None:
            self._show_hit(self.found.from_here(self._search_from.passage, self._way))
        count = len(self.found.passages)
        told = f"{count} match{'' if count == 1 else 'es'}" if typed else ""
        self.query_one("#prompt", Prompt).say(told)

    def prompt_closed(self, typed: str, entered: bool) -> None:
        """Stay where the search led, or go back; nothing typed is the last search again."""
        self.show_hints()
        if not entered:
            self.look_for("")
            self._return()
            return self.say()
        words = typed or next(iter(self.desk.bookmarks.searches("text")), "")
        if not typed and words:
            self.look_for(words)
            self._show_hit(self.found.next(self.text.cursor, self._way))
        if words:
            self.desk.bookmarks.searched("text", words)
        if self.found.passages:
            self.parallax.history.before = self._search_from

    def _return(self) -> None:
        """Stand where the search began."""
        if self._search_from is not None:
            self.text.go(self._search_from.passage)
            self.follow(top=self._search_from.top)

    def _show_hit(self, hit: Hit | None) -> None:
        words = clip(shown(self.found.words), _LONGEST)
        if hit is not None:
            self.text.go(hit.passage)
            self.follow()
            self.say((f"{_SIGNS[self._way]}{words}", "label"), (f"  {hit.told}", "quiet"))
        elif self.found.words:
            self._return()
            self.say((f"not found: {words}", "differs"))
        else:
            self._return()

    def action_found(self, way: int) -> None:
        """The next or previous place found: in the direction of the search, or against it."""
        steps = self.count()
        if self.found.words:
            self._search_from = self.here
            return self._show_hit(self.found.next(self.text.cursor, way * self._way, steps))
        if self.sought is not None:
            return self._walk(self.sought, way * steps)
        self.say((f"nothing searched for yet: {self.key('search.open')} searches", "quiet"))

    def drop_search(self) -> bool:
        """Forget what was searched for in the text; whether there was something."""
        if not self.found.words:
            return False
        self.look_for("")
        self.text.redraw()
        self.say()
        return True

    # ---- through the library

    def _walk(self, sought: Sought, steps: int) -> None:
        """Go on to the next place of the library's search, in whichever article it stands."""
        passage = self.passage
        start, end = (passage.start, passage.end) if passage else (0, 0)
        if (found := sought.next(self.article.id, start, end, steps)) is None:
            return self.say(("nothing was found", "quiet"))
        sought.at, past = found
        stop = sought.stops[sought.at]
        one, place = sought.of(stop)
        if (article := self.parallax.loaded(one.listing.id)) is None:
            return
        at = self.passage_at(article, place.passage.start) if place is not None else 0
        if article.id != self.article.id:
            self.parallax.history.leave(self.here)
            self.go_to(article.id, at)
        else:
            self.text.go(at)
            self.follow()
        told = f"  {sought.at + 1:,} of {len(sought.stops):,} · article {stop.article + 1:,} of {len(sought.found):,}"
        again = f" · from the {'top' if steps > 0 else 'end'} again" if past else ""
        self.say((clip(shown(sought.query.text), _LONGEST), "label"), (told + again, "quiet"))

    # ---- letters

    def show_passage(self, article: str, passage: int, top: int | None = None) -> None:
        """Go there in place of the article in front."""
        self.parallax.history.leave(self.here)
        if article != self.article.id:
            return self.go_to(article, passage, top=top)
        self.text.go(passage)
        self.follow(top=top)

    def action_set_mark(self) -> None:
        """Ask for a letter, and have it stand for the passage at the cursor."""
        if self.passage is not None:
            self.await_key(letters_told("mark as", self._letters, [("-", "removes one")]), self._set_mark)

    @property
    def _letters(self) -> list[str]:
        return [mark.letter for mark in self.desk.bookmarks.all()]

    def _set_mark(self, letter: str) -> None:
        if letter == "-":
            return self.await_key(letters_told("remove mark", self._letters, ()), self._remove_mark)
        if self.passage is None or not is_letter(letter):
            return self.say(("a mark is a letter from a to z", "quiet"))
        article, passage = self.article, self.passage
        words = passage.text[:_MARKED]
        marks = self.desk.bookmarks
        marks.set(Bookmark(letter, key_of(article), article.id, passage.start, words, article.outlet))
        told: list[Piece] = [(f"mark {letter} set", "label"), (f"  {self.key('mark.go')} {letter} comes back", "quiet")]
        if marks.problem:
            told = [(f"mark {letter} set until the program ends: {shown(marks.problem)}", "differs")]
        self.say(*told)

    def _remove_mark(self, letter: str) -> None:
        there = letter in self._letters
        self.desk.bookmarks.remove(letter)
        self.say((f"mark {letter} removed" if there else f"there is no mark {shown(letter)}", "quiet"))
