"""The help, made from the tables of keys and of signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual import events

from reader.tui import keymap
from reader.tui.content import BLANK, Row
from reader.tui.content.heads import help_rows, section_row
from reader.tui.content.pieces import Piece
from reader.tui.keys import Told
from reader.tui.legend import LEGEND
from reader.tui.screens.paging import PagingScreen
from reader.tui.widgets.line import Line


class HelpScreen(PagingScreen):
    """Every key and sign there is, section by section; a search finds a word in it."""

    WHERE = keymap.PAGER
    BINDINGS = keymap.bindings(keymap.PAGER)

    def __init__(self, first: str = "", searched: str = "") -> None:
        """Show the help, the keys of one screen first, at the first line that has the words searched for."""
        super().__init__()
        self._first = first
        self._lines: list[Told | str | None] = []
        self._rows: list[tuple[int, Row]] = []
        self._searched = searched

    def on_mount(self) -> None:
        """Show the keys."""
        super().on_mount()
        for section, rows in self._sections():
            self._lines += [section, *rows, None]
        self.query_one("#card", Line).tell(
            lambda width: ((" Keys and signs", "title"), (f" · {self.key('search.open')} searches here", "quiet"))
        )
        self._lay(self.size.width)
        self.show(0)
        if self._searched:
            self.call_after_refresh(self._look, 1, True)

    def _sections(self) -> Iterator[tuple[str, Sequence[Told]]]:
        """Keys and signs of the screen, the keys of the others, the signs of the others."""
        keys, signs = self.parallax.keys.told(self._first), dict(LEGEND)
        yield next(keys)
        if self._first in signs:
            yield signs.pop(self._first)
        yield from keys
        yield from signs.values()

    def on_resize(self, event: events.Resize) -> None:
        """Break the lines anew, the cursor staying on its line."""
        if self._rows:
            line = self._rows[self.pager.at][0]
            self._lay(event.size.width)
            self.show(next(n for n, (whose, _) in enumerate(self._rows) if whose == line))

    def _lay(self, width: int) -> None:
        """Break the lines into rows of that width, without the column of the cursor."""
        self._rows = []
        for n, told in enumerate(self._lines):
            if isinstance(told, Told):
                self._rows += [(n, row) for row in help_rows(told, width - 1)]
            else:
                self._rows.append((n, section_row(told, width - 1) if told else BLANK))

    def total(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def row(self, n: int, here: bool, width: int) -> Row:
        """A row of a key, a heading or a gap."""
        row = self._rows[n][1]
        return (("▌" if here else " ", "bar"), *row) if row or here else BLANK

    def words(self, n: int) -> str:
        """What a search sees of a line, at its first row: keys, what they do, and the id."""
        line = self._rows[n][0]
        if n and self._rows[n - 1][0] == line:
            return ""
        told = self._lines[line]
        return f"{told.keys} {told.told} {told.id}" if isinstance(told, Told) else told or ""

    def status(self) -> list[Piece]:
        """By which id the key is changed."""
        told = self._lines[self._rows[self.pager.at][0]] if self._rows else None
        if not isinstance(told, Told) or not told.id:
            return []
        return [(told.id, "label"), ("  the id by which keys: in the configuration changes it", "quiet")]
