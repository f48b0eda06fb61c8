"""The app: it opens the articles, holds what all screens share, and compares in a thread of its own."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from functools import partial
from typing import ClassVar

from textual.app import App
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.driver import Driver

from reader.model import Article, Problem
from reader.tui import terminal
from reader.tui.adding import Adding, folder_for
from reader.tui.aside import aside
from reader.tui.content.listing import told_added
from reader.tui.desk import Desk
from reader.tui.history import History
from reader.tui.keymap import KEYS
from reader.tui.opening import Opened, Opening
from reader.tui.screens.base import BaseScreen
from reader.tui.screens.library import LibraryScreen
from reader.tui.themes import THEMES

WIDTHS = [(0, "-tiny"), (40, "-narrow"), (100, "-wide"), (120, "-wider"), (160, "-widest")]
SETTLES = 0.03
"""Seconds in which a new screen is laid out unseen; shown at once, it would be sent two to four times."""

HEIGHTS = [(0, "-flat"), (10, "-short"), (16, "-tall")]
"""The least columns and rows for each layout of the stylesheet."""


class ParallaxApp(App[None]):
    """Several outlets' reports of one event, side by side."""

    TITLE = "Parallax"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "leave", show=False, priority=True, id="app.leave"),
        Binding("ctrl+z", "suspend_process", show=False, priority=True, id="app.suspend"),
    ]

    def __init__(self, desk: Desk, theme: str | None = None, driver_class: type[Driver] | None = None) -> None:
        if theme is None or theme not in {own.name for own in THEMES} or "NO_COLOR" in os.environ:
            theme = terminal.theme_for(os.environ)
        # Told to the base class, which looks at NO_COLOR there: later, its filter draws ansi colours black on black.
        super().__init__(driver_class=driver_class, ansi_color=True if theme.startswith("terminal") else None)
        self.animation_level = "none"
        self.desk = desk
        self.history = History()
        self.failed = ""
        self.adding: Adding | None = None
        """Articles that are being added."""
        self.opening: Opening | None = None
        """Articles that are still being read when the first screen is drawn."""
        self._wanted: str | None = None
        self._busy = False
        for own in THEMES:
            self.register_theme(own)
        self._set_theme(theme)

    def _set_theme(self, name: str) -> None:
        self.ansi_color = True if name.startswith("terminal") else None
        self.theme = name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for the stylesheet is read before a theme of ours is chosen."""
        return dict(THEMES[0].variables)

    def on_mount(self) -> None:
        """Begin with the library; the engine waits for the first paint."""
        if os.name == "posix" and not self.is_headless:
            for asked in (signal.SIGTERM, signal.SIGHUP):  # a line dropped: the state is kept, the terminal restored
                asyncio.get_running_loop().add_signal_handler(asked, self.leave)
        self.push_screen(LibraryScreen())
        self.call_after_refresh(self._painted)

    def _painted(self) -> None:
        gc.freeze()
        gc.enable()
        if self.opening is not None:
            self.run_worker(self._open())
        elif self.desk.articles:
            self.prepare(next(iter(self.desk.articles)))

    async def _open(self) -> None:
        if self.opening is not None:
            opened = await aside(self.opening.result)
            self.opening = None
            self.take(opened)

    def take(self, opened: Opened) -> None:
        """Put what was opened on the desk, and follow the reader's settings."""
        lost = getattr(self.desk.marks, "problem", None)
        self.desk.take(opened.articles, (*opened.problems, *([lost] if lost else [])), opened.paths)
        self.desk.learned, self.desk.dropped = dict(opened.learned), dict(opened.dropped)
        if opened.theme and "NO_COLOR" not in os.environ:
            if opened.theme in {own.name for own in THEMES}:
                self._set_theme(opened.theme)
            else:
                names = ", ".join(own.name for own in THEMES)
                problem = Problem("configuration", f"no theme {opened.theme}; there are {names}", fatal=False)
                self.desk.problems += (problem,)
        unknown = set(opened.keys) - {key.id for key in KEYS}
        told = [f"keys: there is no action {name}" for name in sorted(unknown)]
        self.desk.problems += tuple(Problem("configuration", line, fatal=False) for line in told)
        self.set_keymap({name: keys for name, keys in opened.keys.items() if name not in unknown})
        if self.is_running:
            self._tell()
            if self.desk.articles:
                self.prepare(next(iter(self.desk.articles)))

    def handle_bindings_clash(self, clashed_bindings: set[Binding], node: DOMNode) -> None:
        """Tell which actions of the configuration want the same key."""
        names = ", ".join(sorted(binding.id or binding.action for binding in clashed_bindings))
        problem = Problem("configuration", f"keys: {names} are left without a key that another action has", fatal=False)
        if problem not in self.desk.problems:
            self.desk.problems += (problem,)

    def read(self, article: Article) -> None:
        """Open an article."""
        self.delay_update(SETTLES)
        from reader.tui.screens.reading import ReadingScreen  # not before the first paint

        self.push_screen(ReadingScreen(article))

    def pop_screen(self) -> AwaitComplete:
        """Go back to the screen below, in one frame."""
        self.delay_update(SETTLES)
        return super().pop_screen()

    def changed(self, article: Article) -> Article:
        """An article was written anew: everything made of the old one is made again."""
        article = self.desk.replace(article.id, article)
        self.prepare(article.id)
        return article

    def next_theme(self) -> str:
        """Change to the next theme and tell its name."""
        names = [theme.name for theme in THEMES]
        self._set_theme(names[(names.index(self.theme) + 1) % len(names)])
        return self.theme

    # ---- comparing, one story at a time, the one last asked for first

    def prepare(self, article: str) -> None:
        """Have the story of an article compared; the screens are told when it is done."""
        if self.desk.comparison(article) is not None and not self.desk.grown:
            return
        self._wanted = article
        if not self._busy:
            self._busy = True
            self.run_worker(self._compare())

    async def _compare(self) -> None:
        while (article := self._wanted) is not None:
            self._wanted = None
            try:
                await aside(partial(self.desk.prepare, article))
                self.failed = ""
            except Exception as error:  # the text is still read: a fault of the engine may not take it away
                self.failed = f"{type(error).__name__}: {error}"
            self._tell()
        self._busy = False

    def _tell(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, BaseScreen):
                screen.post_message(BaseScreen.Compared())

    # ---- adding, while reading goes on

    def add(self, source: str) -> None:
        """Add what an address or a path leads to; the screens tell how far it is."""
        self.adding = Adding(source, folder_for(self.desk.paths))
        self.run_worker(self._add(self.adding))

    async def _add(self, adding: Adding) -> None:
        loop = asyncio.get_running_loop()
        told = adding
        try:
            await aside(partial(adding.run, lambda: loop.call_soon_threadsafe(self._take_added, adding)))
        except Exception as error:  # reading goes on whatever goes wrong
            adding.problems.append(Problem(adding.source, f"could not be added: {type(error).__name__}: {error}"))
        self._take_added(adding)
        self.adding = None
        self.desk.problems += tuple(told.problems)
        if isinstance(self.screen, BaseScreen):
            self.screen.say(*told_added(adding))
        if self.desk.articles:
            self.prepare(getattr(self.screen, "article", next(reversed(self.desk.articles.values()))).id)

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

    def leave(self) -> None:
        """Quit; where the reader stands is kept."""
        for screen in self.screen_stack:
            if isinstance(screen, BaseScreen):
                screen.remember()
        self.exit()
