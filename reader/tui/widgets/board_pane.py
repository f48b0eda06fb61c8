"""The rows of one page of the board, and the sentence of the cell at the cursor below them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from reader.tui.content import BLANK, Row
from reader.tui.content.board.cells import Cell, Entry, Sources
from reader.tui.content.board.layout import Layout, cell_at, draw
from reader.tui.content.board.sentence import sentence
from reader.tui.content.board.wall import TALL, WIDE, height_below, wall
from reader.tui.widgets.rows import Rows


class BoardPane(Rows):
    """A cursor on a row and on a cell of it; a cell may have several places, of which one is in front."""

    @dataclass
    class Opened(Message):
        """The cell at the cursor was clicked once more."""

    @dataclass
    class Moved(Message):
        """The mouse put the cursor elsewhere."""

    WHEEL = 3

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.entries: Sequence[Entry] = ()
        self.row = 0
        self.cell = 0
        self.place = 0
        self.top = 0
        self.folded: Callable[[Entry], bool] = lambda entry: True
        self._sources: Sources | None = None
        self._head: Callable[[int], Row] = lambda width: BLANK
        self._empty = ""
        self._wanted: str | None = None
        self._layout: Layout | None = None

    # ---- what is drawn

    def put(self, sources: Sources | None, entries: Sequence[Entry], head: Callable[[int], Row], empty: str) -> None:
        """Take other rows; ``stand`` puts the cursor on one and draws."""
        self._sources, self.entries, self._head, self._empty = sources, entries, head, empty
        self._layout = None

    def stand(self, row: int, cell: int = 0, place: int = 0, top: int | None = None) -> None:
        """Put the cursor on a row that can be stood on, or the nearest one, with the page scrolled to ``top``."""
        self.row = self._nearest(row)
        cells = self.entries[self.row].cells if self.entries else ()
        self.cell = max(0, min(cell, len(cells) - 1))
        self.place = max(0, min(place, len(cells[self.cell].places) - 1)) if cells else 0
        self._wanted = cells[self.cell].article if cells else self._wanted
        if top is not None:
            self.top = top
        self._keep_in_sight()
        self.redraw()

    @property
    def at(self) -> Cell | None:
        """The cell at the cursor; ``None`` on a fold and on an empty page."""
        cells = self.entries[self.row].cells if self.entries else ()
        return cells[self.cell] if cells else None

    def _layout_for(self, width: int) -> Layout | None:
        if self._sources is None:
            return None
        at = self.at
        old = self._layout
        if old is None or old.width != width:
            old = Layout(self.entries, self._sources.short, width, old.first if old else 0, self._sources.heads)
        if at is not None and (first := old.first_for(at.article)) != old.first:
            old = Layout(self.entries, self._sources.short, width, first, self._sources.heads)
        self._layout = old
        return old

    def _below(self) -> int:
        """The rows that go to the sentence."""
        return height_below(self.size.width, self.size.height)

    def _room(self) -> int:
        header = len(self._layout.header()) if self._layout is not None else 0
        return max(self.size.height - 1 - header - self._below(), 1)

    def rows(self, width: int, height: int) -> Sequence[Row]:
        """The head of the page, its lines in sight, and the sentence."""
        layout = self._layout_for(width)
        head = [self._head(width)]
        if layout is None or not self.entries:
            return [*head, BLANK, ((f"   {self._empty}", "quiet"),)]
        head += layout.header()
        room = self._room()
        lines = [self._drawn_line(layout, n, width) for n in range(self.top, min(self.top + room, len(layout.lines)))]
        lines += [BLANK] * (room - len(lines))
        below = self._below()
        return [*head, *lines, *(self._told(width, below) if below else ())]

    def _told(self, width: int, height: int) -> list[Row]:
        """What stands below the rows: all sentences of the row where there is room, else that of the cell."""
        assert self._sources is not None
        if self.at is not None and width >= WIDE and self.size.height >= TALL:
            found = wall(self._sources, self.entries[self.row], self.at, self.place, width, height)
            if found is not None:
                return found
        return sentence(self._sources, self.at, self.place, width, height)

    def _drawn_line(self, layout: Layout, n: int, width: int) -> Row:
        line = layout.lines[n]
        entry = self.entries[line.entry] if line.entry >= 0 else None
        fold = ("▸" if self.folded(entry) else "▾") if entry is not None and entry.members else ""
        return draw(line, line.entry == self.row, self.cell, width, fold)

    # ---- moving

    def _nearest(self, row: int, way: int = 1) -> int:
        """The row that can be stood on nearest to that one, first looked for in the direction of ``way``."""
        if not self.entries:
            return 0
        row = max(0, min(row, len(self.entries) - 1))
        ahead = range(row, len(self.entries)) if way > 0 else range(row, -1, -1)
        behind = range(row, -1, -1) if way > 0 else range(row, len(self.entries))
        return next((n for n in (*ahead, *behind) if self.entries[n].stops), row)

    def step(self, count: int) -> None:
        """Move by rows that can be stood on, in the column of the source where the cursor was."""
        stops = [n for n, entry in enumerate(self.entries) if entry.stops]
        if not stops:
            return
        at = stops.index(self.row) if self.row in stops else 0
        self.go(stops[max(0, min(at + count, len(stops) - 1))])

    def go(self, row: int, way: int = 1) -> None:
        """Put the cursor on a row, on the cell of the source where it was."""
        row = self._nearest(row, way)
        wanted = self._wanted
        cells = self.entries[row].cells if self.entries else ()
        order = self._sources.order if self._sources else {}
        at = order.get(wanted or "", 0)
        near = min(range(len(cells)), key=lambda n: abs(order[cells[n].article] - at)) if cells else 0
        self.stand(row, near)
        self._wanted = wanted if wanted is not None else self._wanted

    def side(self, count: int) -> None:
        """Move by cells within the row."""
        if self.entries:
            self.stand(self.row, self.cell + count)

    def next_place(self) -> bool:
        """The next place where the words of the cell stand; whether there is another."""
        if self.at is None or len(self.at.places) < 2:
            return False
        self.place = (self.place + 1) % len(self.at.places)
        self.redraw()
        return True

    def turn(self, pages: float) -> None:
        """Move by pages."""
        layout = self._layout_for(self.size.width)
        if layout is None or not self.entries:
            return
        room = self._room()
        rows = int((room - 1) * pages) or (1 if pages > 0 else -1)
        line = layout.places[self.row][0] + rows
        self.top = max(0, min(self.top + rows, len(layout.lines) - room))
        target = next((n for n, (_, end) in enumerate(layout.places) if end > line), len(self.entries) - 1)
        self.go(target if line >= 0 else 0, 1 if pages > 0 else -1)

    def _keep_in_sight(self) -> None:
        layout = self._layout_for(self.size.width) if self.size.width else None
        if layout is None or not self.entries:
            return
        room = self._room()
        first, end = layout.places[self.row]
        if self.row == self._nearest(0):
            first = 0
        elif not self.entries[self.row - 1].stops:
            first = layout.places[self.row - 1][0]
        if end - first > room:  # taller than the pane: the cell at the cursor stays in sight
            first, end = layout.lines_of(self.row, self.cell)
        if first < self.top:
            self.top = first
        elif end > self.top + room:
            self.top = end - room
        self.top = max(0, min(self.top, len(layout.lines) - 1))

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor in sight whatever the new size."""
        self._keep_in_sight()
        self.redraw()

    # ---- mouse

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the cell under the pointer; on the one at the cursor, open it."""
        layout = self._layout
        if layout is None:
            return
        y = event.y - 1 - len(layout.header())
        if not 0 <= y < self._room() or self.top + y >= len(layout.lines):
            return
        line = layout.lines[self.top + y]
        if line.entry < 0 or not self.entries[line.entry].stops:
            return
        cell = cell_at(line, event.x)
        if line.entry == self.row and cell in (-1, self.cell):
            self.post_message(self.Opened())
        else:
            self.stand(line.entry, max(cell, 0))
            self.post_message(self.Moved())

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll on."""
        event.stop()
        self._scroll(self.WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll back."""
        event.stop()
        self._scroll(-self.WHEEL)

    def _scroll(self, rows: int) -> None:
        """Scroll, the cursor staying on its row as long as that is in sight."""
        layout = self._layout
        if layout is None:
            return
        room = self._room()
        self.top = max(0, min(self.top + rows, len(layout.lines) - room))
        first, _ = layout.places[self.row]
        if not self.top <= first < self.top + room:
            line = self.top if rows > 0 else self.top + room - 1
            top = self.top
            self.go(next((n for n, (a, _) in enumerate(layout.places) if a >= line), self.row), 1 if rows > 0 else -1)
            self.top = top
        self.redraw()
        self.post_message(self.Moved())
