"""An article in front: the page, its source card, Elsewhere and the status line, and how they are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.containers import Container
from textual.timer import Timer
from textual.widget import Widget

from reader.model import Article, Comparison, Mention, Passage
from reader.tui.content.counterparts import Counterpart, sources
from reader.tui.content.elsewhere import column, head_of, steady, strip, waiting
from reader.tui.content.heads import card
from reader.tui.content.listing import of_one_story
from reader.tui.content.page import Page
from reader.tui.content.pieces import Piece
from reader.tui.content.understood import name_told, understood
from reader.tui.history import Place
from reader.tui.pace import REST
from reader.tui.screens.naming import NamingScreen
from reader.tui.screens.pinning import PinningScreen
from reader.tui.searching import Search
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.elsewhere_pane import ElsewherePane, Lines
from reader.tui.widgets.line import Line
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.text_pane import TextPane

if TYPE_CHECKING:
    from reader.export.quotation import Excerpt

BESIDE = 100
"""The columns from which Elsewhere stands beside the text and not below it."""

_KEPT = 32
"""Pages that are kept laid out."""


class ArticleScreen(PinningScreen, NamingScreen):
    """Draws one article of a story after the other; what the keys do is for ``ReadingScreen`` to say."""

    SAVED_AFTER: ClassVar[float] = 1.5
    """Seconds after a move until the place is kept, so that a program killed loses no more."""

    def __init__(self, article: Article, passage: int | None = None, top: int | None = None) -> None:
        super().__init__()
        self.article = article
        self._opens_at = passage, top
        self.found = Search()
        self.followed = ""
        """The thing whose mentions are walked, by its id."""
        self.name_at = -1
        """Where the name begins that was walked to."""
        self._saving: Timer | None = None
        self._pages: dict[str, Page] = {}
        self._resting: Timer | None = None
        self._rested: tuple[str, int, bool] | None = None
        """Where the cursor was when it rested last."""

    def view(self) -> Sequence[Widget]:
        """Source card; library, text, Elsewhere; status, hints."""
        shelf = ArticleList(self.desk.is_read, lambda article: 0, id="shelf")
        return (
            Line(id="card"),
            Container(shelf, TextPane(id="text"), ElsewherePane(id="elsewhere"), id="body"),
            Line(id="status"),
            Prompt(id="prompt"),
            Line(id="hints"),
        )

    @property
    def text(self) -> TextPane:
        """The page."""
        return self.query_one("#text", TextPane)

    @property
    def elsewhere(self) -> ElsewherePane:
        """The counterparts."""
        return self.query_one("#elsewhere", ElsewherePane)

    @property
    def comparison(self) -> Comparison | None:
        """The comparison of the article's story, once it was made."""
        return self.desk.comparison(self.article.id)

    @property
    def passage(self) -> Passage | None:
        """The passage at the cursor."""
        page = self.text.page
        return page.passages[self.text.cursor] if page and page.passages else None

    @property
    def story(self) -> str:
        """The article in front stands for its story."""
        return self.article.id

    def named(self) -> tuple[Article, Mention] | None:
        """The thing followed where the passage names it, or else its first name."""
        page = self.text.page
        name = page.name_in(self.text.cursor, self.followed, self.name_at) if page else None
        return (self.article, name) if name is not None else None

    def quoted(self, count: int = 1) -> Excerpt | None:
        """The passage at the cursor and those after it."""
        from reader.export.quotation import excerpt

        at, page = self.text.cursor, self.text.page
        return excerpt(self.article, page.passages[at : at + count]) if page and page.passages else None

    def on_mount(self) -> None:
        """Open the article where it was left, or at the passage asked for."""
        super().on_mount()
        passage, top = self._opens_at
        self.enter(self.article, passage, top=top)

    def on_resize(self, event: events.Resize) -> None:
        """Elsewhere goes beside the text where there is room for both."""
        self.follow()

    # ---- going from article to article

    def enter(
        self, article: Article, passage: int | None = None, row: int | None = None, top: int | None = None
    ) -> None:
        """Show an article: at a passage, its first row at that row of the pane; or where it was left."""
        self.article, self.name_at = article, -1
        page = self.page_of(article)
        if passage is None:
            passage = page.at(self.desk.marks.position(article) or 0)
        if row is None and top is None:
            row = min(self.text.room // 3, page.place(passage, self.text.column)[0])
        self.text.hidden = self.parallax.hidden
        self.text.put(page, passage)
        self.mark_pins(self.text)
        self.look_for(self.found.words)
        self.desk.set_read(article)
        self.parallax.prepare(article.id)
        shelf = self.query_one("#shelf", ArticleList)
        shelf.show(of_one_story(self.desk.members(article.id)), "source", article.id)
        self._tell_card()
        self.follow(row, top)

    def page_of(self, article: Article) -> Page:
        """The article as a page, laid out once however often it comes to the front."""
        analysis, comparison = self.desk.analysis(article.id), self.desk.comparison(article.id)
        page = self._pages.get(article.id)
        if page is None or page.analysis is not analysis or page.comparison is not comparison:
            if len(self._pages) >= _KEPT:
                self._pages.clear()
            page = self._pages[article.id] = Page(analysis, comparison)
        return page

    def _tell_card(self) -> None:
        family = self.desk.family(self.article.id)
        place = f"{family.index(self.article.id) + 1} of {len(family)}" if len(family) > 1 else ""
        self.query_one("#card", Line).tell(lambda width: card(self.article, place, width))

    def on_base_screen_compared(self) -> None:
        """The story was compared: the same page, now with its gutter."""
        comparison = self.comparison
        page = self.text.page
        if comparison is None or page is None or page.comparison is comparison:
            return self.follow()
        offset = self.passage.start if self.passage else 0
        followed = self.name_at if page.entity_at(self.name_at) == self.followed else page.first_of(self.followed)
        self.article = self.desk.articles[self.article.id]
        page = self.page_of(self.article)
        self.followed = page.entity_at(followed)  # the comparison gives other ids
        self.text.put(page, page.at(offset))
        self.mark_pins(self.text)
        self._tell_card()
        self.follow()

    def follow(self, row: int | None = None, top: int | None = None) -> None:
        """Draw the text where it is to stand; Elsewhere and the status line say what the cursor's passage asks for."""
        beside = self.size.width >= BESIDE and not self.text.full_width
        make = self._at_pace(self._lines(beside), beside)
        self.text.tell_below(None if beside else make)
        if beside:
            self.elsewhere.tell(make)
        name = self.named()
        self.text.walked = name[1] if name is not None and name[1].entity == self.followed else None
        self.text.stand(row, top)
        self.tell_status()
        if self._saving is None:
            self._saving = self.set_timer(self.SAVED_AFTER, self.remember)

    def _at_pace(self, make: Lines, beside: bool) -> Lines:
        """On a slow line the headline comes at once, the excerpts when the cursor rests, the text stays where it is."""
        if not self.parallax.pace.patient:
            self._rested = None
            return make
        if self._resting is not None:
            self._resting.stop()
            self._resting = None
        if self._rested != (here := (self.article.id, self.text.cursor, self.comparison is None)):
            self._resting = self.set_timer(REST, partial(self._rest, here))
            return lambda width, height: head_of(make(width, height), beside, height)
        return make if beside else lambda width, height: steady(make(width, height), height)

    def _rest(self, here: tuple[str, int, bool]) -> None:
        """The cursor rests: what the line was spared is drawn now."""
        self._rested, self._resting = here, None
        self.follow()

    def _lines(self, beside: bool) -> Lines:
        passage, comparison = self.passage, self.comparison
        if passage is None:
            return partial(
                waiting, f"nothing to read in this article; {self.key('read.original')} shows the original", beside
            )
        if comparison is None:
            failed = self.parallax.failed
            return partial(waiting, f"could not compare: {failed}" if failed else "comparing …", beside)
        if len(comparison.analyses) < 2:
            return partial(waiting, "no other source of this story here", beside)
        return partial(column if beside else strip, comparison, passage, self.article)

    def status(self) -> list[Piece]:
        """What was understood of the passage at the cursor."""
        passage, page = self.passage, self.text.page
        if page is None or passage is None or self._resting is not None:
            return []
        told = understood(page.analysis, passage)
        name = page.name_in(self.text.cursor, self.followed, self.name_at)
        if name is None or (told and name.entity != self.followed):
            return told
        named = name_told(name, page.analysis, self.comparison)
        return [*named, (" · ", "quiet"), *told] if told else named

    def place(self) -> str:
        """How far the cursor is."""
        page = self.text.page
        return f"{self.text.cursor + 1}/{len(page.passages)}" if page and page.passages else ""

    @property
    def here(self) -> Place:
        """The place to come back to."""
        return Place(self.article.id, self.text.cursor, self.text.top)

    def remember(self) -> None:
        """Keep where the reader stands."""
        if self._saving is not None:
            self._saving.stop()
            self._saving = None
        if self.passage is not None:
            self.desk.marks.set_position(self.article, self.passage.start)

    def go_to(self, article: str, passage: int, row: int | None = None, top: int | None = None) -> None:
        """Show a passage of an article, this place being kept."""
        self.remember()
        if (there := self.parallax.loaded(article)) is not None:
            self.enter(there, passage, row, top)

    def jump_to(self, counterpart: Counterpart) -> None:
        """Put the other article there, its counterpart where the eye is."""
        comparison, passage = self.comparison, self.passage
        if comparison is None or passage is None or not counterpart.leads:
            return
        there = counterpart.there(comparison, passage)
        analysis = comparison.analysis_of(there.id)
        self.parallax.history.leave(self.here)
        self.go_to(counterpart.article.id, analysis.passages.index(there), max(self.text.cursor_row, 0))

    def sources(self) -> list[Counterpart]:
        """The other sources of the story, those that have the passage at the cursor first, best first."""
        if self.comparison is None or self.passage is None:
            return []
        return sources(self.comparison, self.passage, self.article)

    def look_for(self, words: str) -> None:
        """Search for words in the article; nothing is drawn."""
        page = self.text.page
        self.text.hits = page.find(words) if page else ()
        self.found = Search(words, [page.at(start) for start, _ in self.text.hits] if page else ())
