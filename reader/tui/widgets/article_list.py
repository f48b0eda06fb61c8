"""The list of articles: a virtual list, as fast with a hundred thousand as with five."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.message import Message

from reader.library.listing import Order
from reader.tui.content import Row
from reader.tui.content.listing import Entries, Listed, entry_row
from reader.tui.widgets.rows import Rows


class ArticleList(Rows):
    """Rows are made when they come into sight; the cursor walks articles and skips headings."""

    class Opened(Message):
        """An article is to be read."""

        def __init__(self, article: Listed) -> None:
            super().__init__()
            self.article = article

    class Moved(Message):
        """The cursor stands on another article."""

        def __init__(self, article: Listed) -> None:
            super().__init__()
            self.article = article

    WHEEL = 3
    LOOKED = 2000
    """The most rows that are looked at for an article not read yet: a tenth of a second."""

    def __init__(self, read: Callable[[Listed], bool], size: Callable[[Listed], int], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._read = read
        self._story_size = size
        self._nothing: Callable[[int], Sequence[Row]] = lambda width: ()
        self.entries = Entries()
        self.order: Order = "source"
        self.at = 0
        self.top = 0
        self.touched = False
        """Whether the reader moved the cursor: until then it stays on the first article, whichever that is."""

    @property
    def article(self) -> Listed | None:
        """The article at the cursor."""
        return self.entries[self.at].article if self.at < len(self.entries) else None

    def show(self, entries: Entries, order: Order, article: str | None = None) -> None:
        """Show another list, the cursor on that article (by id) if it is there, else on the first."""
        self.entries, self.order = entries, order
        place = entries.place(article) if article is not None else None
        self.at = place if place is not None else min(1, len(entries))
        self.top = min(self.top, max(len(entries) - self.size.height, 0))
        self._keep_in_sight()
        self.redraw()

    def tell(self, nothing: Callable[[int], Sequence[Row]]) -> None:
        """What to show where there is no article."""
        self._nothing = nothing
        self.redraw()

    def rows(self, width: int, height: int) -> Sequence[Row]:
        """The entries in sight."""
        if not self.entries:
            return self._nothing(width)
        return [
            entry_row(self.entries[n], width, n == self.at, self.order, self._read, self._story_size)
            for n in range(self.top, min(self.top + height, len(self.entries)))
        ]

    def step(self, count: int) -> None:
        """Move by articles."""
        at, way = self.at, 1 if count > 0 else -1
        for _ in range(abs(count)):
            found = at + way
            while 0 <= found < len(self.entries) and self.entries.is_heading(found):
                found += way
            if not 0 <= found < len(self.entries):
                break
            at = found
        self._go(at)

    def step_heading(self, count: int) -> None:
        """Move to the first article under the next heading, or back."""
        starts = [n + 1 for n in self.entries.headings]
        if not starts:
            return
        here = max((n for n, start in enumerate(starts) if start <= self.at), default=0)
        if count < 0 and self.at > starts[here]:
            count += 1
        self._go(starts[max(0, min(here + count, len(starts) - 1))])

    def step_unread(self, count: int) -> bool:
        """Move so many articles not read yet on, or back, round the ends; whether one is among the next ``LOOKED``."""
        at, way, left = self.at, 1 if count > 0 else -1, abs(count)
        found = -1
        for _ in range(min(len(self.entries), self.LOOKED)):
            at = (at + way) % len(self.entries)
            article = self.entries[at].article
            if not left:
                break
            if article is not None and not self._read(article):
                found, left = at, left - 1
        if found >= 0:
            self._go(found)
        return found >= 0

    def turn(self, pages: float) -> None:
        """Move by pages."""
        rows = int((self.size.height - 1) * pages) or (1 if pages > 0 else -1)
        self.top = max(0, min(self.top + rows, len(self.entries) - self.size.height))
        target = max(0, min(self.at + rows, len(self.entries) - 1))
        self._go(self._nearest(target, 1 if rows > 0 else -1))

    def go_end(self, last: bool) -> None:
        """The first or the last article."""
        self._go(self._nearest(len(self.entries) - 1 if last else 0, -1 if last else 1))

    def go_number(self, number: int) -> None:
        """The article of that number in the list, from 1, or the last."""
        if self.entries.articles:
            self._go(self.entries.row_of(max(0, min(number, self.entries.articles) - 1)))

    def _nearest(self, at: int, way: int) -> int:
        """The article at that row or the nearest one, looked for that way first."""
        if not self.entries:
            return 0
        for found in (*range(at, len(self.entries) if way > 0 else -1, way), *range(at, -1 if way > 0 else at, -way)):
            if not self.entries.is_heading(found):
                return int(found)
        return self.at

    def _go(self, at: int) -> None:
        moved = at != self.at
        self.at = at
        self.touched = self.touched or moved  # at once: the list may be shown anew before the message is read
        self._keep_in_sight()
        self.redraw()
        if moved and (article := self.article) is not None:
            self.post_message(self.Moved(article))

    def _keep_in_sight(self) -> None:
        height = self.size.height
        if not height:
            return
        first = self.at - 1 if self.at and self.entries.is_heading(self.at - 1) else self.at
        if first < self.top:
            self.top = first
        elif self.at >= self.top + height:
            self.top = self.at - height + 1

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor in sight whatever the new size."""
        top = self.top
        self._keep_in_sight()
        if self.top != top or self.size != self._drawn_size:
            self.redraw()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor there; an article already under it is opened."""
        at = self.top + event.y
        if at < len(self.entries) and (article := self.entries[at].article) is not None:
            if at == self.at:
                self.post_message(self.Opened(article))
            else:
                self._go(at)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll on."""
        event.stop()
        self._scroll(self.WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll back."""
        event.stop()
        self._scroll(-self.WHEEL)

    def _scroll(self, rows: int) -> None:
        self.top = max(0, min(self.top + rows, len(self.entries) - self.size.height))
        target = max(self.top, min(self.at, self.top + self.size.height - 1, len(self.entries) - 1))
        self._go(self._nearest(target, 1 if rows > 0 else -1))
