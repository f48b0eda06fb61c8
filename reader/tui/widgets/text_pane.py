"""The text: a page of prose with a cursor on one passage."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events
from textual.message import Message

from reader.tui.content import BLANK, Row
from reader.tui.content.elsewhere import Line
from reader.tui.content.page import GUTTER, MEASURE, Bright, Page
from reader.tui.widgets.elsewhere_pane import ElsewherePane, Lines
from reader.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from reader.model import Span


class TextPane(Rows):
    """Draws a ``Page`` from row ``top`` on.

    ``top`` may be negative or past the end after a jump, so that a counterpart can stand at any row of the screen; it
    is brought back in range when the text is scrolled.

    Below the text stands what ``tell_below`` was given: one widget draws both, so that rows go from one to the other
    in one frame and without a new layout (which would send the whole screen four times).
    """

    @dataclass
    class Moved(Message):
        """The mouse put the cursor on another passage."""

        cursor: int
        pane: TextPane

    WHEEL = 3
    BELOW = 9
    """The most rows that go to what stands below the text; never more than one in three."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.page: Page | None = None
        self.cursor = 0
        self.top = 0
        self.full_width = False
        self.aside = False
        self.hits: Sequence[tuple[int, int]] = ()
        self.walked: Span | None = None
        """The name that is walked to, marked like a place found."""
        self.hidden: frozenset[str] = frozenset()
        """Roles of marks that are switched off."""
        self.bright: Bright | None = None
        """The name that is followed: all other passages are dimmed."""
        self.pinned: Collection[int] = ()
        """The passages that are in the notebook."""
        self._make_below: Lines | None = None
        self._below: Sequence[Line] = ()

    # ---- what is drawn

    @property
    def column(self) -> int:
        """The width of the prose in cells."""
        room = max(self.size.width - GUTTER - 1, 10)
        return room if self.full_width else min(room, getattr(self.app, "measure", MEASURE))

    @property
    def room(self) -> int:
        """The rows that are left to the text."""
        return max(self.size.height - len(self._below), 0)

    def rows(self, width: int, height: int) -> Sequence[Row]:
        """The part of the page that is in sight, and what stands below it."""
        if self.page is None:
            return ()
        laid = self.page.rows(self.column)
        hits = self.hits if self.walked is None else [*self.hits, (self.walked.start, self.walked.end)]
        text = [
            self.page.text_row(laid[n], -1 if self.aside else self.cursor, hits, self.hidden, self.bright, self.pinned)
            if 0 <= n < len(laid)
            else BLANK
            for n in range(self.top, self.top + self.room)
        ]
        return [*text, *(line.row for line in self._below)]

    def put(self, page: Page, cursor: int) -> None:
        """Take another page, the cursor on that passage; ``stand`` says where."""
        self.page = page
        self.cursor = max(0, min(cursor, len(page.passages) - 1))

    def tell_below(self, make: Lines | None) -> None:
        """Have something stand below the text, or nothing; drawn with the next ``stand``."""
        self._make_below = make
        self._lay_below()

    def _lay_below(self) -> None:
        most = max(1, min(self.BELOW, self.size.height // 3))
        self._below = self._make_below(self.size.width, most) if self._make_below and self.size.area else ()

    def stand(self, row: int | None = None, top: int | None = None) -> None:
        """Draw with the cursor's passage at that row, or the page from ``top``, or scrolled as little as needed."""
        self.aside = False
        if self.page is None:
            return
        if top is not None:
            self.top = top
        elif row is not None:
            self.top = self.page.place(self.cursor, self.column)[0] - row
        self._keep_in_sight()
        self.redraw()

    def stand_aside(self) -> None:
        """Draw the page where it stood, without a cursor, until it is to ``stand`` again."""
        self.aside = True
        self.redraw()

    @property
    def cursor_row(self) -> int:
        """The row of the pane where the cursor's passage begins."""
        if self.page is None:
            return 0
        return self.page.place(self.cursor, self.column)[0] - self.top

    def on_resize(self, event: events.Resize) -> None:
        """Keep the passage at the cursor in sight whatever the new size."""
        self._lay_below()
        if not self.aside:
            self.stand()

    # ---- moving

    def go(self, passage: int) -> None:
        """Put the cursor on that passage, or the nearest there is; nothing is drawn before ``stand``."""
        if self.page is not None:
            self.cursor = max(0, min(passage, len(self.page.passages) - 1))

    def step(self, count: int) -> None:
        """Move by passages; a passage taller than the pane is scrolled through first."""
        if self.page is None:
            return
        first, end = self.page.place(self.cursor, self.column)
        height = self.room
        if end - first > height and abs(count) == 1:
            if count > 0 and end > self.top + height:
                self.top = min(self.top + height - 1, end - height)
                return
            if count < 0 and first < self.top:
                self.top = max(self.top - height + 1, first)
                return
        self.go(self.cursor + count)

    def step_paragraph(self, count: int) -> None:
        """Move to the first passage of a paragraph further on, or back."""
        if self.page is None or not self.page.blocks:
            return
        starts = [block.first for block in self.page.blocks]
        here = max(n for n, start in enumerate(starts) if start <= self.cursor)
        if count < 0 and self.cursor > starts[here]:
            count += 1
        self.go(starts[max(0, min(here + count, len(starts) - 1))])

    def turn(self, pages: float) -> None:
        """Scroll by pages, one row kept for the eye, and take the cursor along; not before there is room."""
        if not self._below:
            self._lay_below()  # on a new screen keys may come before it hears of its size
        if not self.room:
            return
        rows = int((self.room - 1) * pages) or (1 if pages > 0 else -1)
        before = self.top
        self.scroll_rows(rows)
        if self.page is not None and self.top == before:
            self.go(len(self.page.passages) - 1 if pages > 0 else 0)

    def scroll_rows(self, rows: int) -> None:
        """Scroll, the cursor staying on its passage as long as that is in sight."""
        if self.page is None or not self.page.passages:
            return
        laid = self.page.rows(self.column)
        height = self.room
        target = max(0, min(self.top + rows, len(laid) - height))
        if (rows > 0) == (target > self.top):
            self.top = target
        visible = [p for row in laid[max(self.top, 0) : self.top + height] for p in row.passages]
        whole = [p for p in visible if self.page.place(p, self.column)[0] >= self.top] or visible
        if whole and self.cursor not in visible:
            self.cursor = whole[0] if rows > 0 else whole[-1]
        elif whole and rows > 0 and self.page.place(self.cursor, self.column)[0] < self.top:
            self.cursor = whole[0]

    def _keep_in_sight(self) -> None:
        height = self.room
        if self.page is None or not height:
            return
        first, end = self.page.place(self.cursor, self.column)
        if end - first > height:  # taller than the pane: some of it stands there, wherever it was scrolled to
            self.top = max(first, min(self.top, end - height))
        elif first < self.top:
            self.top = first
        elif end > self.top + height:
            self.top = end - height

    # ---- mouse

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the passage under the pointer, or go to the counterpart under it."""
        if event.y >= self.room:
            below = self._below[event.y - self.room : event.y - self.room + 1]
            if below and (target := below[0].target) is not None:
                self.post_message(ElsewherePane.Chosen(target))
        elif (passage := self.passage_at(event.x, event.y)) is not None:
            self.post_message(self.Moved(passage, self))

    def passage_at(self, x: int, y: int) -> int | None:
        """The passage drawn at that cell of the pane."""
        if self.page is None:
            return None
        laid = self.page.rows(self.column)
        if not 0 <= self.top + y < len(laid) or not laid[self.top + y].passages:
            return None
        row = laid[self.top + y]
        block = self.page.blocks[row.block]
        at = row.start
        while at < row.end and cell_len(block.text[row.start : at + 1]) <= x - GUTTER:
            at += 1
        return max((p for p in row.passages if block.bases[p - block.first] <= at), default=row.passages[0])

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll on."""
        event.stop()
        self.scroll_rows(self.WHEEL)
        self.post_message(self.Moved(self.cursor, self))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll back."""
        event.stop()
        self.scroll_rows(-self.WHEEL)
        self.post_message(self.Moved(self.cursor, self))
