"""A screen of rows: what changed in them goes to the terminal at once, and nothing is composed for it.

Textual hands a change from pane to screen to timer, then composes every widget that the changed rows cross. That is
right for whatever a widget may be, and takes longer than all the rest of a key. Panes of rows overlap nothing and know
their rows, so that they can be written as they are. Where something else stands on the screen, Textual draws it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget

from reader.tui.widgets.rows import Rows

Result = TypeVar("Result")
Places = list[list[tuple[Rows, Region]]]
"""For each row of the screen the panes that stand in it, and where they stand."""


class PaintingScreen(Screen[Result]):
    """Sends the rows that changed."""

    _panes_placed: tuple[object, Places | None] = (None, None)

    def paint(self) -> None:
        """Send what changed now, unless more is to change: other keys wait, or panes are to have other places."""
        if self.app._batch_count or not self.is_current or not self._message_queue.empty() or self._unsettled():
            return
        changed: set[Widget] = {pane for pane in self._panes() if pane._repaint_required}
        for pane in changed:
            pane._repaint_required = False
        if changed:
            self._compositor.update_widgets(changed)
            self._compositor_refresh()

    def paint_whole(self) -> None:
        """Draw all of it now: it came to the front, laid out as before."""
        for pane in self._panes():
            pane._repaint_required = False
        self._compositor._dirty_regions = {self.size.region}
        self._compositor_refresh()

    def _panes(self) -> Iterable[Rows]:
        return [widget for widget in self._compositor.visible_widgets if isinstance(widget, Rows)]

    def _unsettled(self) -> bool:
        """Whether styles or places are about to change."""
        waiting = self._layout_required or self._repaint_required or self._recompose_required
        return waiting or any(
            widget._layout_required or widget._refresh_styles_required
            for widget in self.walk_children(Widget, with_self=True)
        )

    def _compositor_refresh(self) -> None:
        """Write the rows that are not as they should be; leave to Textual what is no row."""
        app, driver = self.app, self.app._driver
        places = None if driver is None or app.is_headless or app.is_inline else self._pane_places()
        if driver is None or places is None or self is not app.screen:
            return super()._compositor_refresh()
        if app._batch_count or not app._running:
            return
        regions = self._compositor._dirty_regions
        if not regions:
            return
        whole = self.size.region in regions
        drawn = "".join(self._rows_written([self.size.region] if whole else list(regions), places))
        regions.clear()
        self._dirty_widgets.clear()
        app._begin_update()
        driver.write(drawn)
        app._end_update()
        driver.flush()
        app.post_display_hook()
        app._update_mouse_over(self)

    def _rows_written(self, regions: Iterable[Region], places: Places) -> Iterable[str]:
        """The rows of the panes in some parts of the screen."""
        console, filters, ground = self.app.console, self.app.get_line_filters(), self.background_colors[1]
        done: set[tuple[int, int]] = set()
        for part in regions:
            for y in part.line_range:
                for pane, region in places[y] if y < len(places) else ():
                    if region.x >= part.right or region.right <= part.x or (y, region.x) in done:
                        continue
                    done.add((y, region.x))
                    strip = pane.render_line(y - region.y)
                    for each in filters:
                        strip = strip.apply_filter(each, ground)
                    yield f"\x1b[{y + 1};{region.x + 1}H{strip.render(console)}"

    def _pane_places(self) -> Places | None:
        """Where the panes stand; ``None`` where something else is seen, or not every cell belongs to one of them."""
        visible = self._compositor.visible_widgets
        if self._panes_placed[0] is not visible:
            self._panes_placed = visible, self._found_pane_places()
        return self._panes_placed[1]

    def _found_pane_places(self) -> Places | None:
        width, height = self.size
        places: Places = [[] for _ in range(height)]
        for widget, (region, clip) in self._compositor.visible_widgets.items():
            if isinstance(widget, Rows):
                if not clip.contains_region(region) or region.size != widget.size:
                    return None
                for y in region.line_range:
                    places[y].append((widget, region))
            elif not widget.is_container and widget is not self:
                return None
        for row in places:
            at = 0
            for _, region in sorted(row, key=lambda place: place[1].x):
                if region.x != at:
                    return None
                at = region.right
            if at != width:
                return None
        return places
