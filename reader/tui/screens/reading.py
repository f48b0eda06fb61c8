"""Reading: one article as a page, with what the other sources have of the passage at the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual import events
from textual.containers import Container
from textual.widget import Widget

from reader.model import Article, Comparison, Passage
from reader.tui import keymap
from reader.tui.content.elsewhere import Counterpart, column, sources, strip, waiting
from reader.tui.content.heads import card
from reader.tui.content.listing import entries
from reader.tui.content.page import Page
from reader.tui.content.pieces import Piece
from reader.tui.content.understood import understood
from reader.tui.history import Place
from reader.tui.screens.base import BaseScreen
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.elsewhere_pane import ElsewherePane, Lines
from reader.tui.widgets.line import Line
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.text_pane import TextPane

BESIDE = 100
"""The columns from which Elsewhere stands beside the text and not below it."""


class ReadingScreen(BaseScreen):
    """Wires the text to Elsewhere and to the jump list, which outlives it (the app has it)."""

    WHERE = keymap.READ
    BINDINGS = keymap.bindings(keymap.READ)

    def __init__(self, article: Article) -> None:
        super().__init__()
        self.article = article
        self._searched = ""
        self._search_from = 0

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

    def on_mount(self) -> None:
        """Open the article where it was left."""
        super().on_mount()
        self.enter(self.article)

    def on_resize(self, event: events.Resize) -> None:
        """Elsewhere goes beside the text where there is room for both."""
        self.follow()

    # ---- going from article to article

    def enter(
        self, article: Article, passage: int | None = None, row: int | None = None, top: int | None = None
    ) -> None:
        """Show an article: at a passage, its first row at that row of the pane; or where it was left."""
        self.article = article
        page = Page(self.desk.analysis(article.id), self.comparison)
        if passage is None:
            passage = page.at(self.desk.marks.position(article) or 0)
            row = min(self.text.room // 3, page.place(passage, self.text.column)[0])
        self.text.hits = page.find(self._searched)
        self.text.put(page, passage)
        self.desk.set_read(article)
        self.parallax.prepare(article.id)
        shelf = self.query_one("#shelf", ArticleList)
        family = [self.desk.articles[name] for name in self.desk.family(article.id)]
        shelf.show(entries(family, "source"), "source", article.id)
        self._tell_card()
        self.follow(row, top)

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
        self.article = self.desk.articles[self.article.id]
        page = Page(self.desk.analysis(self.article.id), comparison)
        self.text.put(page, page.at(offset))
        self._tell_card()
        self.follow()

    def follow(self, row: int | None = None, top: int | None = None) -> None:
        """Draw the text where it is to stand; Elsewhere and the status line say what the cursor's passage asks for."""
        beside = self.size.width >= BESIDE and not self.text.full_width
        make = self._lines(beside)
        self.text.tell_below(None if beside else make)
        if beside:
            self.elsewhere.tell(make)
        self.text.stand(row, top)
        self.tell_status()

    def _lines(self, beside: bool) -> Lines:
        passage, comparison = self.passage, self.comparison
        if passage is None:
            return partial(waiting, "nothing to read in this article; c shows the original", beside)
        if comparison is None:
            failed = self.parallax.failed
            return partial(waiting, f"could not compare: {failed}" if failed else "comparing …", beside)
        if len(comparison.analyses) < 2:
            return partial(waiting, "no other source of this story here", beside)
        return partial(column if beside else strip, comparison, passage, self.article)

    def status(self) -> list[Piece]:
        """What was understood of the passage at the cursor."""
        passage, page = self.passage, self.text.page
        return understood(page.analysis, passage) if page and passage else []

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
        if self.passage is not None:
            self.desk.marks.set_position(self.article, self.passage.start)

    def _jump(self, article: str, passage: int, row: int | None = None, top: int | None = None) -> None:
        self.remember()
        self.enter(self.desk.articles[article], passage, row, top)

    def jump_to(self, counterpart: Counterpart) -> None:
        """Put the other article there, its counterpart where the eye is."""
        comparison, passage = self.comparison, self.passage
        if comparison is None or passage is None or not counterpart.links:
            return
        there = comparison.passage(counterpart.links[0].other(passage.id))
        analysis = comparison.analysis_of(there.id)
        self.parallax.history.leave(self.here)
        self._jump(counterpart.article.id, analysis.passages.index(there), max(self.text.cursor_row, 0))

    def _sources(self) -> list[Counterpart]:
        if self.comparison is None or self.passage is None:
            return []
        return sources(self.comparison, self.passage, self.article)

    # ---- messages

    def on_text_pane_moved(self, message: TextPane.Moved) -> None:
        """A click in the text, or the wheel."""
        self._go(message.cursor)

    def _go(self, passage: int) -> None:
        self.text.go(passage)
        self.follow()

    def on_elsewhere_pane_chosen(self, message: ElsewherePane.Chosen) -> None:
        """A click on a counterpart."""
        self.jump_to(message.counterpart)

    def on_article_list_moved(self, message: ArticleList.Moved) -> None:
        """A click in the library beside the text."""
        if message.article.id != self.article.id:
            self.parallax.history.leave(self.here)
            self.remember()
            self.enter(message.article)

    def on_prompt_changed(self, message: Prompt.Changed) -> None:
        """Search as it is typed, from where the search began."""
        self._look_for(message.value)
        self._show_hit(1, self._search_from, here=True)
        self.query_one("#prompt", Prompt).say(f"{len(self.text.hits)} found" if message.value else "")

    def on_prompt_closed(self, message: Prompt.Closed) -> None:
        """Stay where the search led, or go back."""
        self.query_one("#hints").display = True
        if not message.entered:
            self._look_for("")
            self.text.go(self._search_from)
        self.follow()

    def _look_for(self, words: str) -> None:
        self._searched = words
        self.text.hits = self.text.page.find(words) if self.text.page else ()
        self.text.redraw()

    def _show_hit(self, way: int, start: int, here: bool = False) -> None:
        page = self.text.page
        if page is None or not self._searched:
            return
        places = [page.at(a) for a, _ in self.text.hits]
        ahead = [p for p in places if (p >= start if here else (p - start) * way > 0)]
        target = ahead[0 if way > 0 else -1] if ahead else places[0 if way > 0 else -1] if places else None
        if target is None:
            self.say((f"not found: {self._searched}", "differs"))
            return
        self._go(target)
        first = places.index(target) + 1
        around = "" if ahead else " · round the end" if way > 0 else " · round the top"
        self.say((f"/{self._searched}", "label"), (f"  {first} of {len(places)}{around}", "quiet"))

    # ---- actions

    def pick(self, number: int) -> None:
        """The counterpart in the source of that number."""
        if (found := next((c for c in self._sources() if c.number == number), None)) is None:
            self.say((f"no other source {number} in this story", "quiet"))
        elif not found.links:
            self.say((f"no counterpart in {found.article.outlet}", "quiet"))
        else:
            self.jump_to(found)

    def action_jump(self) -> None:
        """The best counterpart."""
        found = [c for c in self._sources() if c.links]
        if found:
            self.jump_to(found[0])
        else:
            self.say(("comparing …" if self.comparison is None else "no counterpart to go to", "quiet"))

    def action_cycle(self, way: int) -> None:
        """The next source, in the order of the story, that has the passage."""
        have = sorted((c for c in self._sources() if c.links), key=lambda c: c.number)
        if self.comparison is None or not have:
            return self.action_jump()
        ids = [a.article.id for a in self.comparison.analyses]
        own = ids.index(self.article.id) + 1
        after = [c for c in have if (c.number - own) * way > 0]
        self.jump_to((after or have)[0 if way > 0 else -1])

    def action_back(self) -> None:
        """Back along the jumps."""
        if (place := self.parallax.history.back(self.here)) is not None:
            self._jump(place.article, place.passage, top=place.top)
        else:
            self.say(("no jump to take back", "quiet"))

    def action_forward(self) -> None:
        """Forward along the jumps."""
        if (place := self.parallax.history.forward(self.here)) is not None:
            self._jump(place.article, place.passage, top=place.top)
        else:
            self.say(("no jump ahead", "quiet"))

    def action_move(self, count: int) -> None:
        """Move by passages."""
        self.text.step(count * self.count())
        self.follow()

    def action_paragraph(self, count: int) -> None:
        """Move by paragraphs."""
        self.text.step_paragraph(count * self.count())
        self.follow()

    def action_page(self, pages: float) -> None:
        """Move by pages."""
        self.text.turn(pages * self.count())
        self.follow()

    def action_end(self, last: bool) -> None:
        """The first or last passage."""
        page = self.text.page
        self._go(len(page.passages) - 1 if last and page else 0)

    def _next(self, wanted: Sequence[int], what: str) -> None:
        after = [n for n in wanted if n > self.text.cursor]
        if not wanted or list(wanted) == [self.text.cursor]:
            return self.say((f"no other {what}" if wanted else f"no {what} in this article", "quiet"))
        self._go((after or list(wanted))[0])
        if not after:
            self.say((f"the first {what} again", "quiet"))

    def action_difference(self) -> None:
        """The next passage with a figure that another source gives otherwise."""
        page = self.text.page
        self._next(sorted(page.differing) if page else [], "passage with a difference")

    def action_figure(self) -> None:
        """The next passage with a figure."""
        page = self.text.page
        found = [n for n, p in enumerate(page.passages) if any(f in p for f in page.analysis.figures)] if page else []
        self._next(found, "figure")

    def action_mention(self) -> None:
        """The next passage that names the same thing as this one does first."""
        page, passage = self.text.page, self.passage
        if page is None or passage is None:
            return
        name = next((m for m in page.analysis.mentions if m in passage), None)
        if name is None:
            return self.say(("no name in this passage", "quiet"))
        same = [m for m in page.analysis.mentions if m.entity == name.entity]
        found = [n for n, p in enumerate(page.passages) if any(m in p for m in same)]
        self._next(found, f"mention of {name.of(page.analysis.article.text)}")

    def action_search(self) -> None:
        """Search in the text."""
        self._search_from = self.text.cursor
        self.query_one("#hints").display = False
        self.query_one("#prompt", Prompt).open()

    def action_found(self, way: int) -> None:
        """The next or previous place found."""
        if self._searched:
            self._show_hit(way, self.text.cursor)
        else:
            self.say(("nothing searched for yet: / searches", "quiet"))

    def action_full_width(self) -> None:
        """Use the whole width, or the column."""
        self.text.full_width = not self.text.full_width
        self.set_class(self.text.full_width, "-stretched")
        self.follow(self.text.cursor_row)

    def action_original(self) -> None:
        """The original of this article."""
        from reader.tui.screens.cleaning import CleaningScreen

        self.remember()
        at = self.passage.start if self.passage else 0
        self.app.push_screen(CleaningScreen(self.article, at), self._cleaned)

    def _cleaned(self, changed: object) -> None:
        """Show the text as it now is, at the same words."""
        offset = self.passage.start if self.passage else 0
        self.article = self.desk.articles[self.article.id]
        page = Page(self.desk.analysis(self.article.id), self.comparison)
        self.text.put(page, page.at(offset))
        self.parallax.prepare(self.article.id)
        self.follow()

    def action_leave(self) -> None:
        """Back to the library; or, after a search, back to plain text."""
        if self._searched:
            self._look_for("")
            return self.say()
        self.remember()
        self.dismiss()
