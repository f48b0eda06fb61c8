"""Elsewhere beside the text, at full height; below the text it is drawn by the pane of the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from reader.tui.content import Row
from reader.tui.content.counterparts import Counterpart
from reader.tui.content.elsewhere import Line
from reader.tui.widgets.rows import Rows

Lines = Callable[[int, int], Sequence[Line]]
"""What makes the rows of Elsewhere for a width and the most rows it may take."""


class ElsewherePane(Rows):
    """What the other sources have of the passage at the cursor."""

    @dataclass
    class Chosen(Message):
        """A counterpart was clicked."""

        counterpart: Counterpart

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._make: Lines = lambda width, height: ()
        self._lines: Sequence[Line] = ()

    def tell(self, make: Lines) -> None:
        """Show other counterparts."""
        self._make = make
        self.redraw()

    def rows(self, width: int, height: int) -> Sequence[Row]:
        """The counterparts in full, as many as there is room for."""
        self._lines = self._make(width, height)
        return [line.row for line in self._lines]

    def on_click(self, event: events.Click) -> None:
        """Go to the counterpart under the pointer."""
        if 0 <= event.y < len(self._lines) and (target := self._lines[event.y].target) is not None:
            self.post_message(self.Chosen(target))
