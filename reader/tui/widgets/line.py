"""One line of the screen: a title, a status, hints."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.tui.content import BLANK, Row
from reader.tui.widgets.rows import Rows


class Line(Rows):
    """A row made for whatever width there is."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._make: Callable[[int], Row] = lambda width: BLANK

    def tell(self, make: Callable[[int], Row]) -> None:
        """Show what ``make`` gives for a width."""
        self._make = make
        self.redraw()

    def rows(self, width: int, height: int) -> Sequence[Row]:
        """The one row."""
        return (self._make(width),)
