"""What could not be read, or was read with a guess."""

from __future__ import annotations

from reader.tui import keymap
from reader.tui.content import Row
from reader.tui.content.heads import problem_row
from reader.tui.content.pieces import fit
from reader.tui.screens.paging import PagingScreen
from reader.tui.widgets.line import Line


class ProblemsScreen(PagingScreen):
    """One row a problem, the file first."""

    WHERE = keymap.PAGER
    BINDINGS = keymap.bindings(keymap.PAGER)

    def on_mount(self) -> None:
        """Show the problems."""
        super().on_mount()
        told = f" · {len(self.desk.problems)} · ! left out, · read all the same"
        self.query_one("#card", Line).tell(lambda width: ((" Problems", "title"), (told, "quiet")))
        self.show(0)

    def total(self) -> int:
        """How many rows there are: one where there is nothing to tell, which says so."""
        return len(self.desk.problems) or 1

    def row(self, n: int, here: bool, width: int) -> Row:
        """A problem."""
        if not self.desk.problems:
            return fit((("   everything could be read", "quiet"),), width)
        return problem_row(self.desk.problems[n], here, width)
