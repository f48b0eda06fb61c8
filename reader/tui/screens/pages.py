"""The pages of the board: what is drawn of them, where the cursor is on each, and search in their rows."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import partial

from textual.widget import Widget

from reader.export.quotation import Excerpt
from reader.model import Article, Comparison, Mention
from reader.tui.content.board import PAGES, Entry, Sources
from reader.tui.content.board.quotes import only
from reader.tui.content.board.sentence import head_row, passage_of, title_row, told
from reader.tui.content.pieces import Piece
from reader.tui.history import Spot
from reader.tui.screens.naming import NamingScreen
from reader.tui.screens.pinning import PinningScreen
from reader.tui.screens.reaching import ReachingScreen
from reader.tui.searching import along
from reader.tui.widgets.board_pane import BoardPane
from reader.tui.widgets.line import Line
from reader.tui.widgets.prompt import Prompt

NAMES = list(PAGES)

_ACTION = re.compile(r"\[([a-z_.]+)\]")


class PagesScreen(PinningScreen, NamingScreen, ReachingScreen):
    """Draws one page at a time, made when it is first shown; what the keys do is for ``BoardScreen`` to say."""

    def __init__(self, article: str, spot: Spot | None = None) -> None:
        super().__init__()
        self.article = article
        self.source = spot.source if spot else article
        self.page = spot.page if spot else 0
        self.open: set[tuple[int, str]] = set(spot.open) if spot else set()
        self.speaker = spot.speaker if spot else ""
        self.kept: dict[int, Spot] = {spot.page: spot} if spot else {}
        self._made: dict[tuple[int, str], tuple[Entry, ...]] = {}
        self.comparison: Comparison | None = None
        self.sources: Sources | None = None
        self.searched = ""

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
        self.pane.folded = lambda entry: (self.page, entry.label) not in self.open
        self.parallax.prepare(self.article)
        self.show(self.kept.get(self.page))

    def on_base_screen_compared(self) -> None:
        """The story was compared: make the page of the new comparison."""
        if self.desk.comparison(self.article) is not self.comparison:
            self.show(self.here)

    def tell_hints(self, without: Collection[str] = ()) -> None:
        """Show the hints; figures alone are said to be wrong."""
        super().tell_hints(without if NAMES[self.page] == "Figures" else {*without, "board.reject"})

    # ---- pages

    @property
    def here(self) -> Spot:
        """The cell at the cursor."""
        pane, folds = self.pane, frozenset(self.open)
        at = pane.row, pane.cell, pane.place, pane.top
        return Spot(self.article, self.page, *at, self.source, folds, self.speaker)

    def stand(self, spot: Spot) -> None:
        """Show a cell."""
        self.kept[self.page] = self.here
        self.page, self.source, self.open, self.speaker = spot.page, spot.source, set(spot.open), spot.speaker
        self.show(spot)

    def _entries(self) -> tuple[Entry, ...]:
        """The rows of the page in front, the folds as they are."""
        if self.sources is None:
            return ()
        key = self.page, self.source
        if key not in self._made:
            self._made[key] = PAGES[NAMES[self.page]][0](self.sources, self.source)
        if NAMES[self.page] == "Quotes" and self.speaker and (rows := only(self._made[key], self.speaker)):
            return rows
        found: list[Entry] = []
        for entry in self._made[key]:
            found.append(entry)
            if entry.members and (self.page, entry.label) in self.open:
                found += entry.members
        return tuple(found)

    def show(self, spot: Spot | None = None) -> None:
        """Bring the page in front up to date, the cursor at a cell or at the top."""
        comparison = self.desk.comparison(self.article)
        if comparison is not self.comparison:
            self.comparison, self._made = comparison, {}
            self.sources = Sources(comparison) if comparison is not None else None
        name = NAMES[self.page]
        self.tell_hints()
        self.query_one("#card", Line).tell(partial(title_row, NAMES, self.page))
        _, shows, empty = PAGES[name]
        shows = _ACTION.sub(lambda found: self.key(found[1]), shows)
        if name == "Quotes" and self.speaker:
            shows = f"only {self.speaker} · {self.key('board.speaker')} shows all"
        if comparison is None:
            empty = f"could not compare: {self.parallax.failed}" if self.parallax.failed else "comparing …"
        elif len(comparison.analyses) < 2:
            empty = "no other source of this story here"
        entries = self._entries() if comparison is not None and len(comparison.analyses) > 1 else ()
        sources = len(comparison.analyses) if comparison else len(self.desk.family(self.article))
        self.pane.put(self.sources, entries, partial(head_row, shows, self._title(), sources), empty)
        if spot is not None:
            self.pane.stand(spot.row, spot.cell, spot.place, spot.top)
        else:
            self.pane.stand(0, top=0)
        self.tell_status()

    def _title(self) -> str:
        """The name that the reader gave the story, or the title of one of its articles."""
        family = self.desk.family(self.article)
        given = {self.desk.articles[name].story for name in family} - {None}
        titles = (story.name for story in self.desk.stories or () if story.articles == family)
        return (given.pop() if len(given) == 1 else next(titles, "")) or ""

    def status(self) -> list[Piece]:
        """What is known of the cell at the cursor."""
        cell, sources = self.pane.at, self.sources
        return told(sources, cell, self.pane.place) if cell is not None and sources is not None else []

    @property
    def story(self) -> str:
        """The article that the reader came from stands for its story."""
        return self.article

    def named(self) -> tuple[Article, Mention] | None:
        """The first name in the words of the cell at the cursor."""
        cell, sources = self.pane.at, self.sources
        if cell is None or sources is None:
            return None
        analysis, span = sources.analyses[cell.article], cell.places[self.pane.place]
        return next(((analysis.article, m) for m in analysis.mentions if m in span), None)

    def quoted(self, count: int = 1) -> Excerpt | None:
        """The sentence of the cell at the cursor, or the line it stands in where cleaning made no passage of it."""
        cell, sources = self.pane.at, self.sources
        if cell is None or sources is None:
            return None
        analysis, span = sources.analyses[cell.article], cell.places[self.pane.place]
        lines = (line for line in analysis.article.lines if line.start <= span.start <= line.end)
        return Excerpt(analysis.article, (passage_of(analysis, span) or next(lines, span),))

    def place(self) -> str:
        """How far the cursor is."""
        stops = [n for n, entry in enumerate(self.pane.entries) if entry.stops]
        at = sum(n <= self.pane.row for n in stops)
        return f"{at}/{len(stops)}" if stops else ""

    def turn_to(self, page: int) -> None:
        """Show a page, the cursor where it was."""
        if page != self.page:
            self.kept[self.page] = self.here
            self.page = page
            self.show(self.kept.get(page))

    # ---- search

    def look(self, way: int, here: bool = False, steps: int = 1) -> None:
        """Go so many rows on, or back, of those that have the words searched for."""
        wanted = self.searched.casefold()
        found = self._found(wanted)
        if wanted and not found and self._unfold(wanted):
            found = self._found(wanted)
        self.query_one("#prompt", Prompt).say(f"{len(found)} found" if wanted else "")
        if found:
            target, _ = along(found, self.pane.row - here, way, steps)
            self.pane.go(target)
            self.say((f"/{self.searched}", "label"), (f"  {found.index(target) + 1} of {len(found)}", "quiet"))
        elif wanted:
            self.say((f"not found: {self.searched}", "differs"))

    def _found(self, wanted: str) -> list[int]:
        entries = enumerate(self.pane.entries)
        return [n for n, entry in entries if wanted and entry.stops and wanted in self._words(entry)]

    def _unfold(self, wanted: str) -> bool:
        """Open the folds that have the words; whether there are such."""
        folds = [
            (self.page, entry.label)
            for entry in self.pane.entries
            if any(wanted in self._words(member) for member in entry.members)
        ]
        if not (closed := set(folds) - self.open):
            return False
        self.open |= closed
        self.show(self.here)
        return True

    def _words(self, entry: Entry) -> str:
        """What a search sees of a row: its label and the sentences of its cells."""
        told = [entry.label, entry.note]
        for cell in entry.cells:
            told += [cell.text, cell.after]
            if self.sources is not None:
                analysis = self.sources.analyses[cell.article]
                passage = passage_of(analysis, cell.places[0])
                told += [analysis.article.outlet, passage.text if passage else ""]
        return " ".join(told).casefold()
