"""What a search of the whole library found: every sentence, by article and source, each a key away."""

from __future__ import annotations

import asyncio
from bisect import bisect_left
from collections.abc import Sequence
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from textual import events
from textual.widget import Widget

from reader.tui import keymap
from reader.tui.aside import aside
from reader.tui.content import Row
from reader.tui.content.pieces import Piece, shown
from reader.tui.content.results import article_row, nothing_found, place_row, results_title, source_row
from reader.tui.history import Place, Result
from reader.tui.screens.pinning import PinningScreen
from reader.tui.screens.reaching import ReachingScreen
from reader.tui.sought import Sought
from reader.tui.widgets.line import Line
from reader.tui.widgets.pager import Pager
from reader.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from reader.analysis.searching import Found
    from reader.export.quotation import Excerpt
    from reader.library.matching import Matches
    from reader.library.query import Query
    from reader.tui.app import ParallaxApp

PACE = 0.15
"""Seconds between two looks at what was found meanwhile."""


def search_library(app: ParallaxApp, query: Query) -> None:
    """Show what answers a query, as it is found."""
    app.push_screen(ResultsScreen(Sought(query)))


def show_result(app: ParallaxApp, result: Result) -> None:
    """Show a row of results: those that are open below, or else again."""
    if any(isinstance(screen, ResultsScreen) and screen.sought is result.sought for screen in app.screen_stack):
        while not (isinstance(app.screen, ResultsScreen) and app.screen.sought is result.sought):
            app.pop_screen()
        app.screen.stand(result)
    else:
        app.push_screen(ResultsScreen(result.sought, result))


class ResultsScreen(PinningScreen, ReachingScreen):
    """Rows are headings, articles and places; the cursor walks the stops: places, and articles that have none."""

    WHERE = keymap.FOUND
    BINDINGS = keymap.bindings(keymap.FOUND)

    def __init__(self, sought: Sought, opens_at: Result | None = None) -> None:
        super().__init__()
        self.sought = sought
        self._opens_at = opens_at
        self._abandoned = False
        self._failed = ""
        self._rows: list[tuple[str, int]] = []
        self._stop_rows: list[int] = []
        self._counted: dict[str, int] = {}
        self._laid = 0

    def view(self) -> Sequence[Widget]:
        """Title, rows, status, hints."""
        return Line(id="card"), Pager(id="rows"), Line(id="status"), Prompt(id="prompt"), Line(id="hints")

    @property
    def pager(self) -> Pager:
        """The rows."""
        return self.query_one("#rows", Pager)

    def on_mount(self) -> None:
        """Search, unless that was done."""
        super().on_mount()
        self.pager.nearest = self._nearest
        self._show()
        if self._opens_at is not None:
            self.stand(self._opens_at)
        if not self.sought.over:
            self.sought.clear()
            self.run_worker(self._search())

    def on_unmount(self) -> None:
        """Read no further."""
        self._abandoned = True

    def on_screen_resume(self) -> None:
        """Stand where the reader went meanwhile, by n and N in the text."""
        if self.is_mounted and self._rows:
            self._go(self.sought.at)

    def on_base_screen_compared(self) -> None:
        """The library is read further, or wholly."""
        self._tell()

    # ---- searching

    async def _search(self) -> None:
        from reader.analysis.searching import MOST
        from reader.library.query import spelled

        sought, catalogue = self.sought, self.desk.catalogue
        try:
            query = spelled(sought.query, await aside(self.desk.one_names))
            matches = await aside(partial(catalogue.matching, query, MOST))
            sought.total, sought.to_read, sought.by_words = matches.total, len(matches.keys), matches.by_words
            await self._read_all(query, matches)
        except Exception as error:  # a fault of ours on one text may not take the others away
            self._failed = f"the search ended early: {type(error).__name__}: {error}"
        if not self._abandoned:
            sought.over = True
            self._show()

    async def _read_all(self, query: Query, matches: Matches) -> None:
        """Take what is found now and then, so that the keys are left most of the time."""
        from reader.analysis.searching import search

        batch: list[Found] = []
        due = monotonic() + PACE
        loop = asyncio.get_running_loop()

        def told(done: int, total: int) -> bool:
            nonlocal batch, due
            if done == total or monotonic() >= due:
                loop.call_soon_threadsafe(self._take, batch, done)
                batch, due = [], monotonic() + PACE
            return not self._abandoned

        def work() -> None:
            for found in search(self.desk.catalogue, query, matches, told):
                batch.append(found)

        await aside(work)

    def _take(self, found: Sequence[Found], read: int) -> None:
        if not self._abandoned:  # else the same search may have begun again on another screen
            self.sought.add(found)
            self.sought.read = read
            self._show()

    # ---- rows

    def _lay(self) -> None:
        """Make the rows of what was found since the last time."""
        sought = self.sought
        for n in range(self._laid, len(sought.found)):
            found = sought.found[n]
            source = (found.listing.source or "").casefold()
            if source not in self._counted:
                self._rows.append(("source", n))
            self._counted[source] = self._counted.get(source, 0) + 1
            if found.places:
                self._rows.append(("article", n))
            for stop in range(len(self._stop_rows), len(sought.stops)):
                if sought.stops[stop].article != n:
                    break
                self._stop_rows.append(len(self._rows))
                self._rows.append(("stop", stop))
        self._laid = len(sought.found)

    def _row(self, n: int, here: bool, width: int) -> Row:
        if not self._rows:
            return nothing_found(self.sought, width)[n]
        kind, number = self._rows[n]
        if kind == "source":
            source = self.sought.found[number].listing.source
            return source_row(source, self._counted[(source or "").casefold()], width)
        found, place = (
            self.sought.of(self.sought.stops[number]) if kind == "stop" else (self.sought.found[number], None)
        )
        if place is not None:
            return place_row(place, here, width)
        return article_row(found, here, self.desk.is_read(found.listing), width)

    def _show(self) -> None:
        if not self.query("#rows"):  # being closed
            return
        self._lay()
        rows = len(self._rows) or len(nothing_found(self.sought, self.size.width))
        self.pager.show(rows, self._row, self._stop_rows[self.sought.at] if self._stop_rows else -1)
        self._tell()

    def _tell(self) -> None:
        self.query_one("#card", Line).tell(partial(results_title, self.sought))
        self.tell_status()

    def status(self) -> list[Piece]:
        """What the results may lack."""
        if self._failed:
            return [(shown(self._failed), "differs")]
        reading = self.parallax.reading
        if reading is not None and reading[1]:
            return [(f"the library is still being read: {reading[0]:,} of {reading[1]:,}", "differs")]
        if not self.sought.by_words:
            return [("no index of words here: every text is read", "quiet")]
        return []

    def place(self) -> str:
        """Which of the places found the cursor is on."""
        stops = len(self.sought.stops)
        return f"{self.sought.at + 1}/{stops}" if stops else ""

    # ---- moving

    @property
    def here(self) -> Result:
        """The row to come back to."""
        return Result(self.sought, self.sought.at, self.pager.top)

    def stand(self, result: Result) -> None:
        """Show a row as it stood."""
        self.pager.top = result.top
        self._go(result.stop)

    def _go(self, stop: int) -> None:
        if not self._stop_rows:
            return
        self.sought.at = max(0, min(stop, len(self._stop_rows) - 1))
        if self.sought.at == 0:
            self.pager.top = 0
        self.pager.go(self._stop_rows[self.sought.at])
        self.tell_status()

    def action_move(self, count: int) -> None:
        """Move by places found."""
        self._go(self.sought.at + count * self.count())

    def action_found(self, way: int) -> None:
        """The next place found, or the one before."""
        self.action_move(way)

    def action_paragraph(self, count: int) -> None:
        """Move by articles."""
        stops = self.sought.stops
        if not stops:
            return
        firsts = [n for n, stop in enumerate(stops) if stop.place <= 0]
        here = stops[self.sought.at].article
        steps = count * self.count()
        if count < 0 and self.sought.at > firsts[here]:
            steps += 1
        self._go(firsts[max(0, min(here + steps, len(firsts) - 1))])

    def action_page(self, pages: float) -> None:
        """Move by pages."""
        rows = int((self.pager.size.height - 1) * pages * self.count()) or (1 if pages > 0 else -1)
        wanted = self.pager.at + rows
        ahead = (n for n, row in enumerate(self._stop_rows) if row >= wanted)
        behind = (n for n, row in reversed(list(enumerate(self._stop_rows))) if row <= wanted)
        self._go(next(ahead, len(self._stop_rows) - 1) if rows > 0 else next(behind, 0))

    def action_end(self, last: bool) -> None:
        """The first or last place, or that of the number typed before."""
        if self._digits:
            return self._go(self.count() - 1)
        self._go(len(self._stop_rows) - 1 if last else 0)

    def on_pager_moved(self, message: Pager.Moved) -> None:
        """A click puts the cursor there; on the row at the cursor it opens it."""
        if message.again:
            return self.action_open()
        if message.row in self._stop_rows:
            self.sought.at = self._stop_rows.index(message.row)
            self.tell_status()

    def _nearest(self, row: int) -> int:
        """The row of a stop at that row or after it; of the last stop, where none comes after."""
        rows = self._stop_rows
        return rows[min(bisect_left(rows, row), len(rows) - 1)] if rows else row

    def on_resize(self, event: events.Resize) -> None:
        """The same row, whatever the new size."""
        if self.is_mounted:
            self._show()

    # ---- actions

    def quoted(self, count: int = 1) -> Excerpt | None:
        """The passage found at the cursor and those after it; of an article without places, those it begins with."""
        from reader.export.quotation import excerpt

        if not self.sought.stops:
            return None
        found, place = self.sought.of(self.sought.stops[self.sought.at])
        if (article := self.parallax.loaded(found.listing.id)) is None:
            return None
        passages = self.desk.analysis(article.id).passages
        at = self.passage_at(article, place.passage.start) if place else 0
        return excerpt(article, passages[at : at + count]) if passages else None

    def action_open(self) -> None:
        """Read the article at the place."""
        if not self.sought.stops:
            return
        found, place = self.sought.of(self.sought.stops[self.sought.at])
        if (article := self.parallax.loaded(found.listing.id)) is None:
            return
        self.parallax.history.leave(self.here)
        self._read(article.id, self.passage_at(article, place.passage.start) if place else None)

    def _read(self, article: str, passage: int | None, top: int | None = None) -> None:
        from reader.tui.screens.reading import ReadingScreen

        if (found := self.parallax.loaded(article)) is not None:
            self.app.push_screen(ReadingScreen(found, passage, top, self.sought))

    def action_search(self) -> None:
        """Ask for another search, beginning with this one."""
        self._ask_query(self.sought.query.text)

    def action_search_library(self) -> None:
        """Ask for another search, beginning with this one."""
        self.action_search()

    def action_back(self) -> None:
        """To where the search was asked for."""
        self.action_leave()

    def action_forward(self) -> None:
        """To the text that the reader came back from."""
        place = self.parallax.history.forward(self.here)
        if isinstance(place, Place):
            self._read(place.article, place.passage, place.top)
        else:
            self.say(("no jump ahead", "quiet"))

    def action_leave(self) -> None:
        """Close, and read no further."""
        self._abandoned = True
        self.dismiss()
