"""The app: it opens the articles, holds what all screens share, and compares in a thread of its own."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.geometry import Size
from textual.screen import Screen

from reader.tui.aside import aside
from reader.tui.content.listing import told_added
from reader.tui.content.pieces import shown
from reader.tui.deciding import Deciding
from reader.tui.desk import Desk
from reader.tui.kept_up import KeptUpApp
from reader.tui.pace import Pace
from reader.tui.screens.base import BaseScreen
from reader.tui.screens.library import LibraryScreen

if TYPE_CHECKING:
    from reader.library.settings import Settings
    from reader.model import Article, Problem
    from reader.tui.adding import Adding
    from reader.tui.content.listing import Listed
    from reader.tui.history import History
    from reader.tui.spare import Spare
    from reader.tui.taking import Taken

WIDTHS = [(0, "-tiny"), (40, "-narrow"), (100, "-wide"), (120, "-wider"), (160, "-widest")]
HEIGHTS = [(0, "-flat"), (10, "-short"), (16, "-tall")]
"""The least columns and rows for each layout of the stylesheet."""


class ParallaxApp(KeptUpApp):
    """Several outlets' reports of one event, side by side."""

    TITLE = "Parallax"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    SETTLES: ClassVar[float] = 0.03
    """Seconds in which a new screen is laid out unseen; shown at once, it would be sent two to four times."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "leave", show=False, priority=True, id="app.leave"),
        Binding("ctrl+z", "suspend_process", show=False, priority=True, id="app.suspend"),
    ]

    def __init__(self, desk: Desk, theme: str | None = None, driver_class: type[Driver] | None = None) -> None:
        super().__init__(desk, theme, driver_class)
        self.animation_level = "none"
        self.deciding = Deciding(desk)
        self.hidden: frozenset[str] = frozenset()
        """Roles of marks that the reader switched off."""
        self.failed = ""
        self.adding: Adding | None = None
        """Articles that are being added."""
        self.pace = Pace("off", {})
        """How patient the screens are with the line."""
        self._wanted: str | None = None
        self._busy = False

    @cached_property
    def history(self) -> History:
        """The jumps made so far."""
        from reader.tui.history import History  # not before the first paint

        return History()

    @cached_property
    def spare(self) -> Spare:
        """The screen on which articles are read."""
        from reader.tui.spare import Spare  # not before the first paint

        return Spare(self)

    @cached_property
    def taken(self) -> Taken:
        """What was taken from the texts."""
        from reader.tui.taking import Taken  # not before the first paint

        return Taken()

    def get_default_screen(self) -> Screen[Any]:
        """The library; an empty screen below it would be laid out and drawn first."""
        return LibraryScreen()

    def layout_for(self, size: Size) -> tuple[str, str]:
        """The classes of the stylesheet for a window of that size."""
        across = max(each for each in WIDTHS if each[0] <= size.width)
        down = max(each for each in HEIGHTS if each[0] <= size.height)
        return across[1], down[1]

    def on_mount(self) -> None:
        """Wait with all else until the library is drawn."""
        if os.name == "posix" and not self.is_headless:
            for asked in (signal.SIGTERM, signal.SIGHUP):  # a line dropped: the state is kept, the terminal restored
                asyncio.get_running_loop().add_signal_handler(asked, self.leave)
        self.call_after_refresh(self._painted)

    def _painted(self) -> None:
        self.pace.measure(self)
        gc.freeze()
        gc.enable()
        self.hear_of_library()

    def begin_comparing(self) -> None:
        """Compare the story that was asked for, or else that of the article on top."""
        first = self.desk.arranged("source").keys[:1]
        if self._wanted is not None:
            self.prepare(self._wanted)
        elif first and (row := self.desk.row(first[0])) is not None:
            self.prepare(row.id)

    def follow(self, settings: Settings) -> Sequence[Problem]:
        """Do as the reader's settings say; what is wrong with them is told."""
        problems = super().follow(settings)
        self.pace = Pace(settings.slow_link, os.environ)
        self.desk.told += tuple(problems)
        return problems

    # ---- articles

    def loaded(self, article: str) -> Article | None:
        """The article of that id; where its file cannot be read any more, that is told."""
        from reader.library.errors import LibraryError

        try:
            return self.desk.articles[article]
        except KeyError:
            told = "this article is there no more"
        except LibraryError as error:
            told = f"{os.path.basename(error.problem.path)} {error.problem.message}"
        if isinstance(self.screen, BaseScreen):
            self.screen.say((shown(told), "differs"))
        return None

    def read(self, listed: Listed) -> None:
        """Open an article."""
        if (article := self.loaded(listed.id)) is None:
            return
        self.spare.read(article)

    def look_ahead(self, listed: Listed) -> None:
        """Prepare for an article that may be opened next."""
        self.prepare(listed.id)
        if "spare" in self.__dict__:
            self.spare.expect(listed.id)

    def pop_screen(self) -> AwaitComplete:
        """Go back to the screen below, in one frame."""
        self.delay_update(self.SETTLES)
        return super().pop_screen()

    def changed(self, article: Article) -> Article:
        """An article was written anew: everything made of the old one is made again."""
        article = self.desk.replace(article.id, article)
        self.prepare(article.id)
        return article

    # ---- comparing, one story at a time, the one last asked for first

    def prepare(self, article: str) -> None:
        """Have the story of an article compared; the screens are told when it is done."""
        if self.desk.settled(article):
            return
        self._wanted = article
        if not self._busy:
            self._busy = True
            self.run_worker(self._compare())

    async def _compare(self) -> None:
        while (article := self._wanted) is not None:
            known = self.reading is None or await aside(self.desk.group_known)
            if not known and self.reading is not None:  # the last article may have been read meanwhile
                break  # the stories are told when all articles are read
            self._wanted = None
            try:
                if await aside(partial(self.desk.begin, article)):
                    self.tell_screens()
                await aside(partial(self.desk.prepare, article))
                self.failed = ""
            except Exception as error:  # the text is still read: a fault of the engine may not take it away
                self.failed = f"{type(error).__name__}: {error}"
            self.tell_screens()
            with suppress(Exception):  # what cannot be kept is made again
                await aside(self.desk.keep)
        self._busy = False

    # ---- adding, while reading goes on

    def add(self, source: str) -> None:
        """Add what an address or a path leads to; the screens tell how far it is."""
        from reader.tui.adding import Adding, folder_for  # not before the first paint

        self.adding = Adding(source, folder_for(self.desk.paths))
        self.run_worker(self._add(self.adding))

    async def _add(self, adding: Adding) -> None:
        loop = asyncio.get_running_loop()
        try:
            await aside(partial(adding.run, lambda: loop.call_soon_threadsafe(self._take_added, adding)))
        except Exception as error:  # reading goes on whatever goes wrong
            from reader.model import Problem

            adding.problems.append(Problem(adding.source, f"could not be added: {type(error).__name__}: {error}"))
        self._take_added(adding)
        self.adding = None
        self.desk.told += tuple(adding.problems)
        if isinstance(self.screen, BaseScreen):
            self.screen.say(*told_added(adding))
        if (open_article := getattr(self.screen, "article", None)) is not None:
            self.prepare(open_article.id)
        else:
            self.begin_comparing()

    def _take_added(self, adding: Adding) -> None:
        while not adding.articles.empty():
            self.desk.add(adding.articles.get())
        if isinstance(self.screen, BaseScreen):
            self.screen.post_message(BaseScreen.Added())

    # ---- leaving

    def action_leave(self) -> None:
        """Stop adding; else quit, from anywhere."""
        if self.adding is not None:
            self.adding.stop()
        else:
            self.leave()

    async def action_quit(self) -> None:
        """Quit, as Textual has it on ctrl+q."""
        self.leave()

    def leave(self) -> None:
        """Quit; where the reader stands is kept."""
        for screen in self.screen_stack:
            if isinstance(screen, BaseScreen):
                screen.remember()
        self.stop_upkeep()
        self.exit()
