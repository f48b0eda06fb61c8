"""The board: what its keys and the mouse do; every cell leads to its sentence and back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.library.decisions import Word
from reader.tui import keymap
from reader.tui.content.board.figures import TAKEN
from reader.tui.content.board.sentence import passage_of
from reader.tui.history import Place, Result, Spot
from reader.tui.screens.pages import NAMES
from reader.tui.screens.posting import PostingScreen
from reader.tui.searching import along
from reader.tui.widgets.board_pane import BoardPane
from reader.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from reader.tui.app import ParallaxApp


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


class BoardScreen(PostingScreen):
    """Moves, jumps, decides. The jump list outlives the screen (the app has it)."""

    WHERE = keymap.BOARD
    BINDINGS = keymap.bindings(keymap.BOARD)

    def pick(self, number: int) -> None:
        """The page of that number."""
        if number > len(NAMES):
            return self.say((f"there are {len(NAMES)} pages", "quiet"))
        self.turn_to(number - 1)

    # ---- messages

    def on_board_pane_moved(self, message: BoardPane.Moved) -> None:
        """A click on a cell, or the wheel."""
        self.tell_status()

    def on_board_pane_opened(self, message: BoardPane.Opened) -> None:
        """A second click on a cell."""
        self.action_open()

    def prompt_typed(self, typed: str) -> None:
        """Search as it is typed."""
        self.searched = typed
        self.look(1, here=True)

    def prompt_closed(self, typed: str, entered: bool) -> None:
        """Stay there."""
        self.show_hints()

    # ---- actions

    def action_turn_to(self, way: int) -> None:
        """The next page, or the one before."""
        self.turn_to((self.page + way * self.count()) % len(NAMES))

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
        """The first or last row, or the one so far from the top."""
        number = self.count() if self.counted else 0
        self.pane.go(len(self.pane.entries) - 1 if last and not number else 0, -1 if last and not number else 1)
        self.pane.step(max(number - 1, 0))
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
        self.pane.go(along(rows, self.pane.row, steps=self.count())[0])
        self.tell_status()

    def action_next_place(self) -> None:
        """The next place of the cell's words."""
        if not self.pane.next_place():
            return self.say(("no other place", "quiet"))
        self.tell_status()

    def action_source(self, way: int) -> None:
        """Coverage of another source."""
        if self.sources is None:
            return
        ids = list(self.sources.analyses)
        self.source = ids[(ids.index(self.source) + way * self.count()) % len(ids)]
        self.kept[self.page] = self.here
        self.page = NAMES.index("Coverage")
        self.show()

    def action_decide(self, word: Word) -> None:
        """The figure at the cursor belongs in its row, or does not."""
        from reader.comparison.decided import on_figure

        cell, comparison = self.pane.at, self.comparison
        made = (
            [d for figure in cell.figures for d in on_figure(comparison, figure, word)] if cell and comparison else []
        )
        sign = self.pane.entries[self.pane.row].sign if self.pane.entries else ""
        if cell is None or not made or sign == "!":
            return self.say(("no figure in a row with another source here", "quiet"))
        if sign == TAKEN and word == "rejected":
            return self.say((f"out of its row already: {self.key('board.confirm')} puts it back", "quiet"))
        decide = partial(self.parallax.deciding.decide, self.desk.articles[cell.article], made)
        self.write(decide, (f"{word} in this row", "label"))

    def action_open(self) -> None:
        """Go to the sentence of the cell, or open or close a fold."""
        entries = self.pane.entries
        entry = entries[self.pane.row] if entries else None
        if entry is not None and entry.members:
            self.open ^= {(self.page, entry.label)}
            self.show(self.here)
        elif (cell := self.pane.at) is not None and self.sources is not None:
            span = cell.places[self.pane.place]
            analysis = self.sources.analyses[cell.article]
            passage = passage_of(analysis, span)
            if passage is None:
                from reader.tui.screens.cleaning import CleaningScreen

                self.app.push_screen(CleaningScreen(self.desk.articles[cell.article], span.start))
                return
            self.parallax.history.leave(self.here)
            self._read(cell.article, analysis.passages.index(passage))

    def show_passage(self, article: str, passage: int, top: int | None = None) -> None:
        """Read an article there; back leads to the cell."""
        self.parallax.history.leave(self.here)
        super().show_passage(article, passage, top)

    def _read(self, article: str, passage: int, top: int | None = None) -> None:
        from reader.tui.screens.reading import ReadingScreen

        self.app.push_screen(ReadingScreen(self.desk.articles[article], passage, top))

    def action_forward(self) -> None:
        """To the sentence that the reader came back from."""
        place = self.parallax.history.forward(self.here)
        if isinstance(place, Place):
            self._read(place.article, place.passage, place.top)
        elif isinstance(place, Result):
            from reader.tui.screens.results import show_result

            show_result(self.parallax, place)
        elif isinstance(place, Spot):
            self.stand(place)
        else:
            self.say(("no jump ahead", "quiet"))

    def action_back(self) -> None:
        """To where the reader opened the board."""
        self.dismiss()

    def action_search(self) -> None:
        """Search in the rows and their sentences."""
        self.show_hints(False)
        self.query_one("#prompt", Prompt).open()

    def action_found(self, way: int) -> None:
        """The next or previous row found."""
        if not self.searched:
            return self.say((f"nothing searched for yet: {self.key('search.open')} searches", "quiet"))
        self.look(way, steps=self.count())

    def action_leave(self) -> None:
        """Close the board."""
        self.dismiss()
