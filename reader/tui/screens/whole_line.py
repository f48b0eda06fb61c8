"""One line of an original in full: a row of the original shows only how it begins."""

from __future__ import annotations

from textual import events

from reader.model import Article
from reader.model import Line as Original
from reader.tui import keymap
from reader.tui.content import Row, fit, wrap
from reader.tui.content.pieces import Piece, shown
from reader.tui.screens.paging import PagingScreen
from reader.tui.widgets.line import Line


class WholeLineScreen(PagingScreen):
    """Its words, broken into rows; above them what became of it, and why."""

    WHERE = keymap.PAGER
    BINDINGS = keymap.bindings(keymap.PAGER)

    def __init__(self, article: Article, line: Original) -> None:
        super().__init__()
        self.line = line
        self._text = shown(line.of(article.text))
        self._rows: tuple[tuple[int, int], ...] = ()

    def on_mount(self) -> None:
        """Show the line."""
        super().on_mount()
        told = " · ".join(filter(None, (self.line.state, shown(self.line.reason or ""))))
        title: tuple[Piece, ...] = ((f" Line {self.line.number}", "title"), (f" · {told}", "quiet"))
        self.query_one("#card", Line).tell(lambda width: fit(title, width))
        self._lay_out()

    def on_resize(self, event: events.Resize) -> None:
        """Break the line anew."""
        self._lay_out()

    def _lay_out(self) -> None:
        self._rows = wrap(self._text, max(min(self.app.size.width, self.parallax.measure) - 2, 10))
        self.show()

    def total(self) -> int:
        """How many rows it takes."""
        return len(self._rows)

    def row(self, n: int, here: bool, width: int) -> Row:
        """A row of it."""
        start, end = self._rows[n]
        return (("▌ " if here else "  ", "bar"), (self._text[start:end], ""))
