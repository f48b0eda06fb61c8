"""The places that have letters, listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui import keymap
from reader.tui.content import BLANK, Row
from reader.tui.content.pieces import Piece, fit
from reader.tui.content.results import bookmark_row
from reader.tui.screens.paging import PagingScreen
from reader.tui.widgets.line import Line

if TYPE_CHECKING:
    from reader.library.bookmarks import Bookmark


class MarkedScreen(PagingScreen):
    """Once it is left, ``chosen`` is the place to go to, or ``None``."""

    WHERE = keymap.MARKED
    BINDINGS = keymap.bindings(keymap.MARKED)

    def __init__(self) -> None:
        super().__init__()
        self.chosen: Bookmark | None = None
        self._marks: list[Bookmark] = []

    def on_mount(self) -> None:
        """Show the letters of this library."""
        super().on_mount()
        self.query_one("#card", Line).tell(
            lambda width: fit(((" Marks", "title"), (" of this library", "quiet")), width)
        )
        self._read()

    def _read(self) -> None:
        self._marks = self.desk.bookmarks.all()
        self.show()
        self.tell_status()

    def total(self) -> int:
        """How many there are."""
        return len(self._marks)

    def row(self, n: int, here: bool, width: int) -> Row:
        """A letter and its passage."""
        return bookmark_row(self._marks[n], here, width) if n < len(self._marks) else BLANK

    def status(self) -> list[Piece]:
        """That there are none, or that they are not kept."""
        if problem := self.desk.bookmarks.problem:
            return [(f"kept only until the program ends: {problem}", "differs")]
        return [] if self._marks else [("no marks: in a text, m and a letter set one", "quiet")]

    def action_open(self) -> None:
        """Go to the place."""
        if self._marks:
            self.chosen = self._marks[self.pager.at]
            self.dismiss()

    def action_remove(self) -> None:
        """Take the letter away."""
        if self._marks:
            mark = self._marks[self.pager.at]
            self.desk.bookmarks.remove(mark.letter)
            self._read()
            self.say((f"mark {mark.letter} removed", "quiet"))
