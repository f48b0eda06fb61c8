"""The pin at the cursor of the notebook, in full."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.tui.content import Row
from reader.tui.content.notes import pin_rows
from reader.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from reader.library.notebook import Pin


class PinPane(Rows):
    """Its source, its words, its note."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._pin: Pin | None = None
        self._gone = False

    def tell(self, pin: Pin | None, gone: bool) -> None:
        """Show a pin; ``gone`` says that its article has its words no more."""
        self._pin, self._gone = pin, gone
        self.redraw()

    def rows(self, width: int, height: int) -> Sequence[Row]:
        """The pin."""
        return pin_rows(self._pin, self._gone, width, height)
