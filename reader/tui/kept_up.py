"""The app as it follows its library on disk: articles are read, and their stories found, beside the screens."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import suppress
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from textual.driver import Driver

from reader.tui.aside import aside
from reader.tui.desk import Desk
from reader.tui.dressed import DressedApp
from reader.tui.screens.base import BaseScreen

if TYPE_CHECKING:
    from reader.library.upkeep import Upkeep

RESTS = 8
"""Times as long as it took to show what changed in the library passes before that is done again."""


class KeptUpApp(DressedApp):
    """Brings what is on the desk up to date with the files; a process of its own does the work where there can be one.

    ``begin_comparing`` is called when all is read.
    """

    def __init__(self, desk: Desk, theme: str | None = None, driver_class: type[Driver] | None = None) -> None:
        super().__init__(theme, driver_class)
        self.desk = desk
        self.upkeep: Upkeep | None = None
        self.reading: tuple[int, int] | None = None
        """How many articles were read of how many to be read; ``None`` where the library is up to date."""
        self.grouping = False
        """Whether they are all read, and what is told is how many of them have their stories."""
        self._changed = False
        self._due = 0.0

    def keep_up(self, upkeep: Upkeep | None) -> None:
        """Follow the process that brings the library up to date; do its work beside the screen where there is none."""
        self.upkeep = upkeep
        self.reading = 0, 0

    def hear_of_library(self) -> None:
        """Begin to listen to the process, or to do its work; to be called when the first screen was sent."""
        if self.upkeep is not None:
            asyncio.get_running_loop().add_reader(self.upkeep.fileno(), self._hear)
        elif self.reading is not None:
            self.run_worker(self._refresh())
        else:
            self.begin_comparing()

    def begin_comparing(self) -> None:
        """Go on to what takes a library that is up to date."""

    def tell_screens(self) -> None:
        """Have the screens show what is on the desk now."""
        for screen in self.screen_stack:
            if isinstance(screen, BaseScreen):
                screen.post_message(BaseScreen.Compared())

    def stop_upkeep(self) -> None:
        """Let the process end."""
        if self.upkeep is not None:
            self.upkeep.close()
            self.upkeep = None

    def _hear(self) -> None:
        """What the process has to tell."""
        if self.upkeep is None:
            return
        news = self.upkeep.news()
        self.grouping = news is not None and news.then
        if news is None or news.over:
            asyncio.get_running_loop().remove_reader(self.upkeep.fileno())
            self.stop_upkeep()
            if news is None:  # it failed
                self.run_worker(self._refresh())
            else:
                self._refreshed(news.changed or not self.desk.catalogue.on_disk, None)
        else:
            self._refreshed(news.changed, (news.done, news.total))

    async def _refresh(self) -> None:
        """Do what the process would."""
        loop = asyncio.get_running_loop()

        def tell(done: int, total: int, changed: bool) -> bool:
            loop.call_soon_threadsafe(self._refreshed, changed, (done, total))
            return self.is_running

        with suppress(sqlite3.Error):
            await aside(partial(self.desk.catalogue.refresh, tell))
        self._refreshed(True, None)

    def _refreshed(self, changed: bool, reading: tuple[int, int] | None) -> None:
        """Show what changed; where the list is long, seldom enough to leave the keys most of the time."""
        self.reading = reading
        self._changed = self._changed or changed
        began = monotonic()
        if reading is None or began >= self._due:
            if self._changed:
                self.desk.refreshed()
            self._changed = False
            self.tell_screens()
            self.call_after_refresh(self._rest, began)
        if reading is None:
            self.begin_comparing()

    def _rest(self, began: float) -> None:
        self._due = monotonic() + RESTS * (monotonic() - began)
