"""The help, made from the table of keys."""

from __future__ import annotations

from reader.tui import keymap
from reader.tui.content import BLANK, Row
from reader.tui.content.heads import help_row, section_row
from reader.tui.content.pieces import Piece
from reader.tui.keys import Told
from reader.tui.screens.paging import PagingScreen
from reader.tui.widgets.line import Line


class HelpScreen(PagingScreen):
    """Every key there is, section by section; a search finds a word in it."""

    WHERE = keymap.PAGER
    BINDINGS = keymap.bindings(keymap.PAGER)

    def __init__(self, searched: str = "") -> None:
        """Show the help, at the first line that has the words searched for."""
        super().__init__()
        self._lines: list[Told | str | None] = []
        self._searched = searched

    def on_mount(self) -> None:
        """Show the keys."""
        super().on_mount()
        for section, rows in self.parallax.keys.told():
            self._lines += [section, *rows, None]
        self.query_one("#card", Line).tell(
            lambda width: ((" Keys", "title"), (f" · {self.key('search.open')} searches here", "quiet"))
        )
        self.show(0)
        if self._searched:
            self.call_after_refresh(self._look, 1, True)

    def total(self) -> int:
        """How many rows there are."""
        return len(self._lines)

    def row(self, n: int, here: bool, width: int) -> Row:
        """A key, a heading or a gap."""
        told = self._lines[n]
        bar = ("▌" if here else " ", "bar")
        if told is None:
            return (bar,) if here else BLANK
        return (bar, *(section_row(told, width - 1) if isinstance(told, str) else help_row(told, width - 1)))

    def words(self, n: int) -> str:
        """What a search sees of a row: keys, what they do, and the id."""
        told = self._lines[n]
        return f"{told.keys} {told.told} {told.id}" if isinstance(told, Told) else told or ""

    def status(self) -> list[Piece]:
        """By which id the key is changed."""
        told = self._lines[self.pager.at] if self._lines else None
        if not isinstance(told, Told) or not told.id:
            return []
        return [(told.id, "label"), ("  the id by which keys: in the configuration changes it", "quiet")]
