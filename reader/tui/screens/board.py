"""The board: pages that set the sources of a story against each other; every cell leads to its sentence and back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.widget import Widget

from reader.model import Comparison
from reader.tui import keymap
from reader.tui.content.board import PAGES, Entry
from reader.tui.content.board.cells import Sources
from reader.tui.content.board.sentence import head_row, passage_of, title_row, told
from reader.tui.content.pieces import Piece
from reader.tui.history import Place, Spot
from reader.tui.screens.base import BaseScreen
from reader.tui.widgets.board_pane import BoardPane
from reader.tui.widgets.line import Line
from reader.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from reader.tui.app import ParallaxApp

NAMES = list(PAGES)


def show_board(app: ParallaxApp, article: str, spot: Spot | None = None) -> None:
    """Show the board of an article's story, at a cell if one is given; one that is open below is come back to."""
    below = next((screen for screen in app.screen_stack if isinstance(screen, BoardScreen)), None)
    if below is None or below.desk.family(below.article) != app.desk.family(article):
        app.push_screen(BoardScreen(article, spot))
        return
    while app.screen is not below and len(app.screen_stack) > 2:
        app.pop_screen()
    if spot is not None:
        below.stand(spot)


class BoardScreen(BaseScreen):
    """One page at a time, made when it is first shown; where the cursor was on each is kept."""

    WHERE = keymap.BOARD
    BINDINGS = keymap.bindings(keymap.BOARD)

    def __init__(self, article: str, spot: Spot | None = None) -> None:
        super().__init__()
        self.article = article
        self.source = spot.source if spot else article
        self.page = spot.page if spot else 0
        self._open: set[tuple[int, str]] = set(spot.open) if spot else set()
        self._kept: dict[int, Spot] = {spot.page: spot} if spot else {}
        self._made: dict[tuple[int, str], tuple[Entry, ...]] = {}
        self._comparison: Comparison | None = None
        self._sources: Sources | None = None
        self._searched = ""

    def view(self) -> Sequence[Widget]:
        """The pages' names; the page; status, hints."""
        return Line(id="card"), BoardPane(id="pane"), Line(id="status"), Prompt(id="prompt"), Line(id="hints")

    @property
    def pane(self) -> BoardPane:
        """The page."""
        return self.query_one("#pane", BoardPane)

    def on_mount(self) -> None:
        """Show the page that is asked for."""
        super().on_mount()
        self.pane.folded = lambda entry: (self.page, entry.label) not in self._open
        self.parallax.prepare(self.article)
        self._show(self._kept.get(self.page))

    def on_base_screen_compared(self) -> None:
        """The story was compared: make the page of the new comparison."""
        if self.desk.comparison(self.article) is not self._comparison:
            self._show(self.here)

    # ---- pages

    @property
    def here(self) -> Spot:
        """The cell at the cursor."""
        pane = self.pane
        return Spot(
            self.article, self.page, pane.row, pane.cell, pane.place, pane.top, self.source, frozenset(self._open)
        )

    def stand(self, spot: Spot) -> None:
        """Show a cell."""
        self._kept[self.page] = self.here
        self.page, self.source, self._open = spot.page, spot.source, set(spot.open)
        self._show(spot)

    def _entries(self) -> tuple[Entry, ...]:
        """The rows of the page in front, the folds as they are."""
        if self._sources is None:
            return ()
        key = self.page, self.source
        if key not in self._made:
            self._made[key] = PAGES[NAMES[self.page]][0](self._sources, self.source)
        found: list[Entry] = []
        for entry in self._made[key]:
            found.append(entry)
            if entry.members and (self.page, entry.label) in self._open:
                found += entry.members
        return tuple(found)

    def _show(self, spot: Spot | None = None) -> None:
        comparison = self.desk.comparison(self.article)
        if comparison is not self._comparison:
            self._comparison, self._made = comparison, {}
            self._sources = Sources(comparison) if comparison is not None else None
        name = NAMES[self.page]
        self.query_one("#card", Line).tell(partial(title_row, NAMES, self.page))
        _, shows, empty = PAGES[name]
        if comparison is None:
            empty = f"could not compare: {self.parallax.failed}" if self.parallax.failed else "comparing …"
        elif len(comparison.analyses) < 2:
            empty = "no other source of this story here"
        entries = self._entries() if comparison is not None and len(comparison.analyses) > 1 else ()
        sources = len(comparison.analyses) if comparison else len(self.desk.family(self.article))
        self.pane.put(self._sources, entries, partial(head_row, shows, self._title(), sources), empty)
        if spot is not None:
            self.pane.stand(spot.row, spot.cell, spot.place, spot.top)
        else:
            self.pane.stand(0, top=0)
        self.tell_status()

    def _title(self) -> str:
        """The name that the reader gave the story, or the title of one of its articles."""
        family = self.desk.family(self.article)
        given = {self.desk.articles[name].story for name in family} - {None}
        titles = (story.title for story in self.desk.stories or () if story.articles == family)
        return (given.pop() if len(given) == 1 else next(titles, "")) or ""

    def status(self) -> list[Piece]:
        """What is known of the cell at the cursor."""
        cell, sources = self.pane.at, self._sources
        return told(sources, cell, self.pane.place) if cell is not None and sources is not None else []

    def place(self) -> str:
        """How far the cursor is."""
        stops = [n for n, entry in enumerate(self.pane.entries) if entry.stops]
        at = sum(n <= self.pane.row for n in stops)
        return f"{at}/{len(stops)}" if stops else ""

    def _turn(self, page: int) -> None:
        if page != self.page:
            self._kept[self.page] = self.here
            self.page = page
            self._show(self._kept.get(page))

    def pick(self, number: int) -> None:
        """The page of that number."""
        if number > len(NAMES):
            return self.say((f"there are {len(NAMES)} pages", "quiet"))
        self._turn(number - 1)

    # ---- messages

    def on_board_pane_moved(self, message: BoardPane.Moved) -> None:
        """A click on a cell, or the wheel."""
        self.tell_status()

    def on_board_pane_opened(self, message: BoardPane.Opened) -> None:
        """A second click on a cell."""
        self.action_open()

    def on_prompt_changed(self, message: Prompt.Changed) -> None:
        """Search as it is typed."""
        self._searched = message.value
        self._look(1, here=True)

    def on_prompt_closed(self, message: Prompt.Closed) -> None:
        """Stay there."""
        self.query_one("#hints").display = True

    def _look(self, way: int, here: bool = False) -> None:
        wanted = self._searched.casefold()
        entries = self.pane.entries
        found = [n for n, entry in enumerate(entries) if wanted and entry.stops and wanted in self._words(entry)]
        at = self.pane.row
        ahead = [n for n in found if (n >= at if here else (n - at) * way > 0)]
        self.query_one("#prompt", Prompt).say(f"{len(found)} found" if wanted else "")
        if found:
            target = (ahead or found)[0 if way > 0 else -1]
            self.pane.go(target)
            self.say((f"/{self._searched}", "label"), (f"  {found.index(target) + 1} of {len(found)}", "quiet"))
        elif wanted:
            self.say((f"not found: {self._searched}", "differs"))

    def _words(self, entry: Entry) -> str:
        """What a search sees of a row: its label and the sentences of its cells."""
        told = [entry.label, entry.note]
        for cell in entry.cells:
            told += [cell.text, cell.after]
            if self._sources is not None:
                analysis = self._sources.analyses[cell.article]
                passage = passage_of(analysis, cell.places[0])
                told += [analysis.article.outlet, passage.text if passage else ""]
        return " ".join(told).casefold()

    # ---- actions

    def action_turn_to(self, way: int) -> None:
        """The next page, or the one before."""
        self._turn((self.page + way * self.count()) % len(NAMES))

    def action_move(self, count: int) -> None:
        """Move by rows."""
        self.pane.step(count * self.count())
        self.tell_status()

    def action_side(self, count: int) -> None:
        """Move by cells."""
        self.pane.side(count * self.count())
        self.tell_status()

    def action_page(self, pages: float) -> None:
        """Move by pages of the screen."""
        self.pane.turn(pages * self.count())
        self.tell_status()

    def action_end(self, last: bool) -> None:
        """The first or last row."""
        self.pane.go(len(self.pane.entries) - 1 if last else 0, -1 if last else 1)
        self.tell_status()

    def action_paragraph(self, count: int) -> None:
        """The first row below the next heading, or the one before."""
        entries = self.pane.entries
        starts = [n for n, e in enumerate(entries) if e.stops and (n == 0 or entries[n - 1].form == "heading")]
        starts = sorted({*starts, *(n for n, e in enumerate(entries) if e.members)})
        ahead = [n for n in starts if (n - self.pane.row) * count > 0]
        if ahead:
            steps = min(self.count(), len(ahead))
            self.pane.go(ahead[steps - 1] if count > 0 else ahead[-steps])
        else:
            self.action_end(count > 0)
        self.tell_status()

    def action_difference(self) -> None:
        """The next row whose sources differ."""
        rows = [n for n, entry in enumerate(self.pane.entries) if entry.sign == "≠"]
        if not rows:
            return self.say(("no row with a difference on this page", "quiet"))
        self.pane.go(next((n for n in rows if n > self.pane.row), rows[0]))
        self.tell_status()

    def action_next_place(self) -> None:
        """The next place of the cell's words."""
        if not self.pane.next_place():
            return self.say(("no other place", "quiet"))
        self.tell_status()

    def action_source(self, way: int) -> None:
        """Coverage of another source."""
        if self._sources is None:
            return
        ids = list(self._sources.analyses)
        self.source = ids[(ids.index(self.source) + way * self.count()) % len(ids)]
        self._kept[self.page] = self.here
        self.page = NAMES.index("Coverage")
        self._show()

    def action_open(self) -> None:
        """Go to the sentence of the cell, or open or close a fold."""
        entries = self.pane.entries
        entry = entries[self.pane.row] if entries else None
        if entry is not None and entry.members:
            self._open ^= {(self.page, entry.label)}
            self._show(self.here)
        elif (cell := self.pane.at) is not None and self._sources is not None:
            span = cell.places[self.pane.place]
            analysis = self._sources.analyses[cell.article]
            passage = passage_of(analysis, span)
            if passage is None:
                from reader.tui.screens.cleaning import CleaningScreen

                self.app.push_screen(CleaningScreen(self.desk.articles[cell.article], span.start))
                return
            self.parallax.history.leave(self.here)
            self._read(cell.article, analysis.passages.index(passage))

    def _read(self, article: str, passage: int, top: int | None = None) -> None:
        from reader.tui.screens.reading import ReadingScreen

        self.app.push_screen(ReadingScreen(self.desk.articles[article], passage, top))

    def action_forward(self) -> None:
        """To the sentence that the reader came back from."""
        place = self.parallax.history.forward(self.here)
        if isinstance(place, Place):
            self._read(place.article, place.passage, place.top)
        elif place is not None:
            self.stand(place)
        else:
            self.say(("no jump ahead", "quiet"))

    def action_back(self) -> None:
        """To where the reader opened the board."""
        self.dismiss()

    def action_search(self) -> None:
        """Search in the rows and their sentences."""
        self.query_one("#hints").display = False
        self.query_one("#prompt", Prompt).open()

    def action_found(self, way: int) -> None:
        """The next or previous row found."""
        if not self._searched:
            return self.say(("nothing searched for yet: / searches", "quiet"))
        self._look(way)

    def action_leave(self) -> None:
        """Close the board."""
        self.dismiss()
