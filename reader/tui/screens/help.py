"""The help, made from the table of keys."""

from __future__ import annotations

from reader.tui import keymap
from reader.tui.content import BLANK, Row
from reader.tui.content.heads import help_row, section_row
from reader.tui.screens.paging import PagingScreen
from reader.tui.widgets.line import Line


class HelpScreen(PagingScreen):
    """Every key there is, section by section; a search finds a word in it."""

    WHERE = keymap.PAGER
    BINDINGS = keymap.bindings(keymap.PAGER)

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[tuple[str, str] | str | None] = []
        for section, rows in keymap.told():
            self._lines += [section, *rows, None]

    def on_mount(self) -> None:
        """Show the keys."""
        super().on_mount()
        self.query_one("#card", Line).tell(lambda width: ((" Keys", "title"), (" · / searches here", "quiet")))
        self.show(0)

    def total(self) -> int:
        """How many rows there are."""
        return len(self._lines)

    def row(self, n: int, here: bool, width: int) -> Row:
        """A key, a heading or a gap."""
        told = self._lines[n]
        bar = ("▌" if here else " ", "bar")
        if told is None:
            return (bar,) if here else BLANK
        return (bar, *(section_row(told, width - 1) if isinstance(told, str) else help_row(*told, width - 1)))
