"""The base of every pane: rows drawn one by one, and only those that changed."""

from __future__ import annotations

from collections.abc import Sequence

from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.content import BLANK, Row
from reader.tui.palette import Palette


class Rows(Widget):
    """A pane that says what stands in its rows; ``redraw`` sends those that differ from what is on the screen.

    Textual repaints whatever region it is told to, changed or not. Comparing rows first keeps a moved cursor at
    a few hundred bytes (a whole pane is two thousand).
    """

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._drawn: tuple[Row, ...] = ()
        self._drawn_size = Size(0, 0)
        self._palette: Palette | None = None

    def rows(self, width: int, height: int) -> Sequence[Row]:
        """What to draw, from the top; fewer rows than ``height`` leave the rest blank."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Bring the screen up to date, row by row."""
        if not self.is_attached:
            return
        size = self.size
        if size.area == 0:  # hidden: what is drawn now would not stand when it is shown
            self._drawn_size = Size(0, 0)
            self.refresh()
            return
        if size != self._drawn_size:
            self._draw()
            self.refresh()
            return
        before = self._drawn
        self._draw()
        changed = [y for y, (old, new) in enumerate(zip(before, self._drawn, strict=True)) if old != new]
        if changed:
            self.refresh(*(Region(0, y, size.width, 1) for y in changed))

    def _draw(self) -> None:
        width, height = self._drawn_size = self.size
        rows = [tuple(row) for row in self.rows(width, height)][:height]
        self._drawn = (*rows, *[BLANK] * (height - len(rows)))

    def notify_style_update(self) -> None:
        """Forget the styles: the theme may be another."""
        super().notify_style_update()
        self._palette = None

    def render_line(self, y: int) -> Strip:
        """One row of the pane, as Textual asks for it."""
        if (size := self.outer_size) != self._drawn_size:  # all of it is rows, and this is known without looking it up
            self._draw()
        if self._palette is None:
            self._palette = Palette(self.app.theme_variables, self.app.native_ansi_color)
        row = self._drawn[y] if y < len(self._drawn) else BLANK
        return self._palette.strip(row, size.width)
