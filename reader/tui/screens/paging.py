"""Screens that are one pager between a title and the hints, with search in its rows."""

from __future__ import annotations

from collections.abc import Sequence

from textual.widget import Widget

from reader.tui.content import Row
from reader.tui.screens.base import BaseScreen
from reader.tui.searching import along
from reader.tui.widgets.line import Line
from reader.tui.widgets.pager import Pager
from reader.tui.widgets.prompt import Prompt


class PagingScreen(BaseScreen):
    """Moves and searches; what the rows are is for each screen to say."""

    def __init__(self) -> None:
        super().__init__()
        self._searched = ""

    def view(self) -> Sequence[Widget]:
        """Title, rows, status, hints."""
        return Line(id="card"), Pager(id="rows"), Line(id="status"), Prompt(id="prompt"), Line(id="hints")

    @property
    def pager(self) -> Pager:
        """The rows."""
        return self.query_one("#rows", Pager)

    def total(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def row(self, n: int, here: bool, width: int) -> Row:
        """One row."""
        raise NotImplementedError

    def words(self, n: int) -> str:
        """What a search sees of a row."""
        return "".join(text for text, _ in self.row(n, False, 1000))

    def show(self, at: int | None = None) -> None:
        """Bring the rows up to date."""
        self.pager.show(self.total(), self.row, self.pager.at if at is None else at)

    def prompt_typed(self, typed: str) -> None:
        """Search as it is typed."""
        self._searched = typed
        self._look(1, here=True)

    def prompt_closed(self, typed: str, entered: bool) -> None:
        """Stay there."""
        self.show_hints()

    def _look(self, way: int, here: bool = False, steps: int = 1) -> None:
        wanted = self._searched.casefold()
        found = [n for n in range(self.total()) if wanted and wanted in self.words(n).casefold()]
        self.query_one("#prompt", Prompt).say(f"{len(found)} found" if wanted else "")
        if found:
            target, _ = along(found, self.pager.at - here, way, steps)
            self.pager.go(target)
            self.say((f"/{self._searched}", "label"), (f"  {found.index(target) + 1} of {len(found)}", "quiet"))
        elif wanted:
            self.say((f"not found: {self._searched}", "differs"))

    def action_search(self) -> None:
        """Search in the rows."""
        self.show_hints(False)
        self.query_one("#prompt", Prompt).open()

    def action_found(self, way: int) -> None:
        """The next or previous row found."""
        self._look(way, steps=self.count())

    def action_move(self, count: int) -> None:
        """Move by rows."""
        self.pager.go(self.pager.at + count * self.count())
        self.tell_status()

    def action_page(self, pages: float) -> None:
        """Move by pages."""
        self.pager.turn(pages * self.count())
        self.tell_status()

    def action_end(self, last: bool) -> None:
        """The first or last row, or that of the number typed before."""
        self.pager.go(self.count() - 1 if self.counted else self.total() - 1 if last else 0)
        self.tell_status()

    def action_leave(self) -> None:
        """Close."""
        self.dismiss()
