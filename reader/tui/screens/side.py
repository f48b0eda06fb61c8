"""Two to four sources side by side, the counterpart of the passage at the cursor kept level with it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual import events
from textual.containers import Container
from textual.widget import Widget

from reader.export.quotation import Excerpt, excerpt
from reader.model import Analysis, Comparison, Passage
from reader.tui import keymap
from reader.tui.content.counterparts import Counterpart, graded, sources
from reader.tui.content.heads import column_title
from reader.tui.content.page import Page
from reader.tui.content.pieces import Piece
from reader.tui.content.understood import understood
from reader.tui.history import Place
from reader.tui.screens.pinning import PinningScreen
from reader.tui.screens.reaching import ReachingScreen
from reader.tui.searching import along
from reader.tui.widgets.line import Line
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.text_pane import TextPane

WIDTHS = ((180, 4), (140, 3), (0, 2))
"""The least columns of the screen for so many sources."""

MOST = 4


class SideScreen(PinningScreen, ReachingScreen):
    """One source is active: its title is marked, the keys move in it, the others follow.

    The first of the articles is that which was read, its cursor on ``passage`` at that row. Once it is left, ``chosen``
    is the place to go on reading at; ``None``: where it was opened.
    """

    WHERE = keymap.SIDE
    BINDINGS = keymap.bindings(keymap.SIDE)

    def __init__(self, comparison: Comparison, articles: Sequence[str], passage: int, row: int) -> None:
        super().__init__()
        self.comparison = comparison
        self._analyses: dict[str, Analysis] = {a.article.id: a for a in comparison.analyses}
        self.articles = list(articles)
        self.active = 0
        self.chosen: Place | None = None
        self._opens_at = passage, row

    def view(self) -> Sequence[Widget]:
        """A title over each text; status, hints."""
        columns = [Container(Line(), TextPane(), classes="column") for _ in range(MOST)]
        return Container(*columns, id="columns"), Line(id="status"), Prompt(id="prompt"), Line(id="hints")

    def on_mount(self) -> None:
        """Show every source, the first as it was read."""
        super().on_mount()
        for n in range(min(len(self.articles), MOST)):
            self._put(n)
        passage, row = self._opens_at
        self.pane.go(passage)
        self._arrange()
        self.call_after_refresh(self.follow, row)

    def _put(self, n: int) -> None:
        pane = list(self.query(TextPane))[n]
        pane.put(Page(self._analyses[self.articles[n]], self.comparison), 0)
        pane.hidden = self.parallax.hidden
        self.mark_pins(pane)

    def on_resize(self, event: events.Resize) -> None:
        """As many sources as there is room for."""
        self._arrange()
        self.call_after_refresh(self.follow)

    def _arrange(self) -> None:
        shown = len(self.panes)
        self.active = min(self.active, shown - 1)
        for n, column in enumerate(self.query(".column")):
            column.display = n < shown

    @property
    def panes(self) -> list[TextPane]:
        """The texts in sight, from the left."""
        room = next(count for width, count in WIDTHS if self.app.size.width >= width)
        return list(self.query(TextPane))[: min(room, len(self.articles))]

    @property
    def pane(self) -> TextPane:
        """The text that the keys move in."""
        return self.panes[self.active]

    @property
    def here(self) -> Place:
        """The passage at the cursor of the active source."""
        return Place(self.articles[self.active], self.pane.cursor, self.pane.top)

    # ---- keeping level

    def follow(self, row: int | None = None) -> None:
        """Draw the active text, and the others with the counterpart of its passage at the same row."""
        self.pane.stand(row)
        passage = self._passage
        article = self._analyses[self.articles[self.active]].article
        found = {c.article.id: c for c in sources(self.comparison, passage, article)} if passage else {}
        for n, pane in enumerate(self.panes):
            other = found.get(self.articles[n])
            if n != self.active:
                self._level(pane, other)
            title = partial(column_title, self._analyses[self.articles[n]].article, n == self.active)
            self.query(".column")[n].query_one(Line).tell(partial(title, graded(other) if other else None))
        self.tell_status()

    def _level(self, pane: TextPane, other: Counterpart | None) -> None:
        passage = self._passage
        if other is None or not other.leads or passage is None or pane.page is None:
            pane.stand_aside()
            return
        there = other.there(self.comparison, passage)
        pane.go(pane.page.passages.index(there))
        pane.stand(self.pane.cursor_row)

    @property
    def _passage(self) -> Passage | None:
        page = self.pane.page
        return page.passages[self.pane.cursor] if page and page.passages else None

    def quoted(self, count: int = 1) -> Excerpt | None:
        """The passage at the cursor of the active source, and those after it."""
        at, page = self.pane.cursor, self.pane.page
        return excerpt(page.analysis.article, page.passages[at : at + count]) if page and page.passages else None

    def status(self) -> list[Piece]:
        """What was understood of the passage at the cursor."""
        passage = self._passage
        return understood(self._analyses[self.articles[self.active]], passage) if passage else []

    def place(self) -> str:
        """How far the cursor is."""
        page = self.pane.page
        return f"{self.pane.cursor + 1}/{len(page.passages)}" if page and page.passages else ""

    # ---- messages and actions

    def show_passage(self, article: str, passage: int, top: int | None = None) -> None:
        """Read an article there; back leads here."""
        self.parallax.history.leave(self.here)
        super().show_passage(article, passage, top)

    def on_text_pane_moved(self, message: TextPane.Moved) -> None:
        """A click in a text makes it the active one; the wheel moves in it."""
        panes = self.panes
        if message.pane in panes:
            self.active = panes.index(message.pane)
            self.pane.go(message.cursor)
            self.follow()

    def pick(self, number: int) -> None:
        """The source of that number: made active, or put in the place of the last one."""
        ids = [a.article.id for a in self.comparison.analyses]
        if number > len(ids):
            return self.say((f"no source {number} in this story", "quiet"))
        shown = len(self.panes)
        if ids[number - 1] in self.articles[:shown]:
            return self._activate(self.articles.index(ids[number - 1]))
        at = shown - 1 if self.active != shown - 1 else 0
        other = self.articles.index(ids[number - 1]) if ids[number - 1] in self.articles else None
        if other is not None:
            self.articles[other] = self.articles[at]
        self.articles[at] = ids[number - 1]
        for n in (at, other):
            if n is not None and n < MOST:
                self._put(n)
        self.follow()

    def _activate(self, n: int) -> None:
        self.active = n % len(self.panes)
        self.follow()

    def action_side(self, way: int) -> None:
        """Make the next source active, or the one before."""
        self._activate(self.active + way * self.count())

    def action_move(self, count: int) -> None:
        """Move by passages."""
        self.pane.step(count * self.count())
        self.follow()

    def action_paragraph(self, count: int) -> None:
        """Move by paragraphs."""
        self.pane.step_paragraph(count * self.count())
        self.follow()

    def action_page(self, pages: float) -> None:
        """Move by pages."""
        self.pane.turn(pages * self.count())
        self.follow()

    def action_end(self, last: bool) -> None:
        """The first or last passage, or that of the number typed before."""
        page = self.pane.page
        number = self.count() if self.counted else 0
        self.pane.go(number - 1 if number else len(page.passages) - 1 if last and page else 0)
        self.follow()

    def action_difference(self) -> None:
        """The next passage with a figure that another source gives otherwise."""
        found = sorted(self.pane.page.differing) if self.pane.page else []
        if not found:
            return self.say(("no passage with a difference in this article", "quiet"))
        self.pane.go(along(found, self.pane.cursor, steps=self.count())[0])
        self.follow()

    def action_open(self) -> None:
        """Go on reading the active source, from here."""
        self.chosen = self.here
        self.dismiss()

    def action_leave(self) -> None:
        """Back to where it was opened."""
        self.dismiss()
