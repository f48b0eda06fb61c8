"""What a command wrote."""

from __future__ import annotations

from textual import events

from reader.tui import keymap
from reader.tui.content import Row, fit, wrap
from reader.tui.content.pieces import shown
from reader.tui.piping import Outcome
from reader.tui.screens.paging import PagingScreen
from reader.tui.widgets.line import Line


class OutputScreen(PagingScreen):
    """The lines of a command's output, broken where they are too long."""

    WHERE = keymap.PAGER
    BINDINGS = keymap.bindings(keymap.PAGER)

    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self.outcome = outcome
        self._rows: list[str] = []

    def on_mount(self) -> None:
        """Show the lines."""
        super().on_mount()
        told = " · ".join(filter(None, (self.outcome.ended, f"{len(self.outcome.lines)} lines")))
        pieces = ((f" {shown(self.outcome.command)}", "title"), (f" · {told}", "quiet"))
        self.query_one("#card", Line).tell(lambda width: fit(pieces, width))
        self._lay_out()

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines anew."""
        self._lay_out()

    def _lay_out(self) -> None:
        width = max(self.app.size.width - 2, 10)
        self._rows = []
        for line in map(shown, self.outcome.lines):
            self._rows += [line[start:end] for start, end in wrap(line, width)] or [""]
        self.show()

    def total(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def row(self, n: int, here: bool, width: int) -> Row:
        """One of them."""
        return fit((("▌" if here else " ", "bar"), (self._rows[n], "")), width)
