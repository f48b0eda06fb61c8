"""The screen of reading, kept when it is left: the next article comes into its place.

Composing a screen, and working out its styles and layout, takes ten times as long as filling one that stands.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.tui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from textual.timer import Timer

    from reader.model import Article
    from reader.tui.app import ParallaxApp

RESTS = 0.08
"""Seconds without a move after which what may be read next is laid out."""

_NAME = "reading"


class Spare:
    """Opens articles on top of whatever is in front, on the screen that was opened last where that still fits."""

    def __init__(self, app: ParallaxApp) -> None:
        self._app = app
        self._screen: ReadingScreen | None = None
        self._made_for: tuple[object, ...] = ()
        self._waiting: Timer | None = None

    def read(self, article: Article) -> None:
        """Put the article in front."""
        app, screen = self._app, self._screen
        if screen is not None and screen in app.screen_stack:  # a board or a search leads to an article from its top
            app.delay_update(app.SETTLES)
            app.push_screen(ReadingScreen(article))
        elif screen is not None and screen.is_running and self._made_for == self._asked() and screen.plain:
            app.push_screen(screen)
            screen.read_next(article)
        else:
            if screen is not None:
                app.uninstall_screen(screen)
                screen.remove()
            self._screen, self._made_for = ReadingScreen(article), self._asked()
            app.install_screen(self._screen, _NAME)
            app.delay_update(app.SETTLES)
            app.push_screen(self._screen)

    def expect(self, article: str) -> None:
        """Lay out an article that was compared, once the reader rests on it."""
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self._app.set_timer(RESTS, partial(self._lay_out, article))

    def _lay_out(self, article: str) -> None:
        screen, comparison = self._screen, self._app.desk.comparison(article)
        if screen is not None and screen.is_running and comparison is not None:
            found = next(a.article for a in comparison.analyses if a.article.id == article)
            page = screen.page_of(found)
            for row in page.rows(screen.text.column)[: screen.size.height]:
                page.text_row(row, 0)

    def _asked(self) -> tuple[object, ...]:
        """All that a screen is composed for."""
        app = self._app
        return app.size, app.current_theme, app.keys, app.measure, app.welcome is None
