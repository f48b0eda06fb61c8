"""Plain rows to look through: the original's lines, the help, the list of problems."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from reader.tui.content import Row
from reader.tui.widgets.rows import Rows


class Pager(Rows):
    """A cursor on one of many rows, each made when it comes into sight."""

    @dataclass
    class Moved(Message):
        """The mouse put the cursor on a row; ``again``: on the row where it was."""

        row: int
        again: bool

    WHEEL = 3

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.nearest: Callable[[int], int] = lambda at: at
        """The row where the cursor may stand, nearest to a row."""
        self.at = 0
        self.top = 0
        self.total = 0
        self._row: Callable[[int, bool, int], Row] = lambda n, here, width: ()

    def show(self, total: int, row: Callable[[int, bool, int], Row], at: int = 0) -> None:
        """Show that many rows; ``row`` makes one from its number, whether the cursor is on it, and a width."""
        self.total, self._row, self.at = total, row, max(0, min(at, total - 1))
        self._keep_in_sight()
        self.redraw()

    def rows(self, width: int, height: int) -> Sequence[Row]:
        """The rows in sight."""
        return [self._row(n, n == self.at, width) for n in range(self.top, min(self.top + height, self.total))]

    def go(self, at: int) -> None:
        """Put the cursor on that row, or the nearest there is."""
        self.at = self.nearest(max(0, min(at, self.total - 1)))
        self._keep_in_sight()
        self.redraw()

    def turn(self, pages: float) -> None:
        """Move by pages."""
        rows = int((self.size.height - 1) * pages) or (1 if pages > 0 else -1)
        self.top = max(0, min(self.top + rows, self.total - self.size.height))
        self.go(self.at + rows)

    def _keep_in_sight(self) -> None:
        height = self.size.height
        if height and not self.top <= self.at < self.top + height:
            self.top = max(0, min(self.at - height // 3, self.total - height))
            self.top = min(self.top, self.at)

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor in sight whatever the new size."""
        self._keep_in_sight()
        self.redraw()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor there."""
        if self.top + event.y < self.total:
            before = self.at
            self.go(self.top + event.y)
            self.post_message(self.Moved(self.at, self.at == before))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll on."""
        event.stop()
        self._scroll(self.WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll back."""
        event.stop()
        self._scroll(-self.WHEEL)

    def _scroll(self, rows: int) -> None:
        self.top = max(0, min(self.top + rows, self.total - self.size.height))
        self.go(max(self.top, min(self.at, self.top + self.size.height - 1)))
        self.post_message(self.Moved(self.at, again=False))
