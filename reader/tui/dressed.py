"""The app as the reader has set it up: keys, theme, width, and the first steps of who is new."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App
from textual.driver import Driver
from textual.theme import Theme

from reader.library.settings import Settings
from reader.tui import terminal
from reader.tui.configured import Configured
from reader.tui.screens.base import BaseScreen
from reader.tui.themes import THEMES

if TYPE_CHECKING:
    from reader.model import Problem
    from reader.tui.welcome import Welcome

BESIDE_PROSE = 7
"""Columns of a text that are not prose: the gutter, and a blank at either side."""


class DressedApp(App[None]):
    """Has a theme from the start; what else the settings say, ``follow`` is told."""

    def __init__(self, theme: str | None = None, driver_class: type[Driver] | None = None) -> None:
        if theme is None or theme not in {own.name for own in THEMES} or "NO_COLOR" in os.environ:
            theme = terminal.theme_for(os.environ)
        self.configured = Configured(Settings(library=Path()))
        self.keys = self.configured.keys
        """What each key does."""
        # Told to the base class, which looks at NO_COLOR there: later, its filter draws ansi colours black on black.
        super().__init__(driver_class=driver_class, ansi_color=True if theme.startswith("terminal") else None)
        self.welcome: Welcome | None = None
        """The first steps of a new reader."""
        for own in THEMES:
            self.register_theme(own)
        self._put_on(next(own for own in THEMES if own.name == theme))

    def follow(self, settings: Settings) -> Sequence[Problem]:
        """Do as the reader's settings say; what is wrong with them is returned."""
        self.configured = Configured(settings)
        self.keys = self.configured.keys
        problems = list(self.configured.problems)
        if settings.theme and "NO_COLOR" not in os.environ:
            problems += self.wear(settings.theme)
        return problems

    def on_load(self) -> None:
        """Have the colours and the width that were chosen before anything is drawn with others."""
        self.stylesheet.set_variables(self.get_css_variables())

    def refresh_css(self, animate: bool = True) -> None:
        """As Textual does it; but the first screen looks at its styles in any case, and need not do so twice."""
        if self.screen_stack and self.screen.is_mounted:
            super().refresh_css(animate)

    # ---- theme and width

    def wear(self, name: str) -> Sequence[Problem]:
        """Change to the theme of that name, if there is one; what is wrong in its file is returned."""
        theme, problems = self.configured.theme(name)
        if theme is not None:
            self.register_theme(theme)
            self._put_on(theme)
        return problems

    def next_theme(self) -> Sequence[Problem]:
        """Change to the next theme; what is wrong in its file is returned."""
        names = self.configured.cycle()
        return self.wear(names[(names.index(self.theme) + 1) % len(names) if self.theme in names else 0])

    def _put_on(self, theme: Theme) -> None:
        self.ansi_color = True if theme.ansi else None
        if self.theme == theme.name:
            self.mutate_reactive(DressedApp.theme)  # its file may say something else now
        self.theme = theme.name

    @property
    def measure(self) -> int:
        """The columns in which prose is set, where there is room."""
        return self.configured.settings.width

    def get_css_variables(self) -> dict[str, str]:
        """Besides the colours, how wide a text is."""
        return {**super().get_css_variables(), "measure": str(self.measure + BESIDE_PROSE)}

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for the stylesheet is read before a theme of ours is chosen."""
        return dict(THEMES[0].variables)

    # ---- keys

    def use_preset(self, name: str) -> None:
        """Let all keys be those of a preset, what the settings say of single ones on top."""
        self.keys = self.configured.with_preset(name)
        for screen in self.screen_stack:
            if isinstance(screen, BaseScreen):
                screen.rebind()

    def took_step(self, name: str) -> None:
        """An action was done while first steps are shown; after the last of them no more is said."""
        if self.welcome is not None and self.welcome.took(name):
            if not self.welcome.left:
                self.welcome = None
            for screen in self.screen_stack:
                if isinstance(screen, BaseScreen):
                    screen.show_steps()
