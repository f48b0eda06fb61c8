"""What the configuration makes of keys and themes, and what of it cannot be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.tui.keymap import KEYS
from reader.tui.keys import Keys, in_force, named
from reader.tui.own_themes import read_theme, theme_files
from reader.tui.themes import THEMES

if TYPE_CHECKING:
    from textual.theme import Theme

    from reader.library.settings import Settings
    from reader.model import Problem


class Configured:
    """The keys in force and the themes there are. ``problems`` has what of the configuration was ignored, and why."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._folder = Path(settings.path).parent
        self.problems: list[Problem] = list(settings.problems)
        self.keys, wrong = configured_keys(settings)
        self.problems += wrong
        for option, names in (("theme", (settings.theme,) if settings.theme else ()), ("themes", settings.themes)):
            known = self.theme_names() if names else []
            for name in names:
                if name not in known:
                    from reader.library.options import nearest  # where the configuration is right, it is not needed

                    told = nearest(name, known) or f" ({', '.join(known)})"
                    self.problems.append(settings.problem(option, f"names {name}, which is no theme{told}; ignored"))

    def with_preset(self, name: str) -> Keys:
        """The keys of another preset, with the reader's choices."""
        return configured_keys(self.settings._replace(preset=name))[0]

    def theme_names(self) -> list[str]:
        """The names of all themes there are, the reader's own last."""
        ours = [theme.name for theme in THEMES]
        return [*ours, *(name for name in theme_files(self._folder) if name not in ours)]

    def cycle(self) -> list[str]:
        """The themes that are gone through, one after the other."""
        known = self.theme_names()
        return [name for name in self.settings.themes if name in known] or known

    def theme(self, name: str) -> tuple[Theme | None, list[Problem]]:
        """The theme of that name, read anew if it is the reader's own, and what is wrong in its file."""
        found = next((theme for theme in THEMES if theme.name == name), None)
        problems: list[Problem] = []
        if found is None and (path := theme_files(self._folder).get(name)) is not None:
            found = read_theme(path, problems)
        return found, problems


def configured_keys(settings: Settings) -> tuple[Keys, list[Problem]]:
    """The keys that the settings ask for, and which of them cannot be."""
    known = {key.id for key in KEYS} if settings.keys else set()
    problems, chosen = [], {}
    for name, written in settings.keys.items():
        if name not in known:
            from reader.library.options import nearest

            told = nearest(name, sorted(known)) or "; the help shows the ids"
            problems.append(settings.problem(f"keys.{name}", f"is no action{told}; ignored"))
            continue
        try:
            chosen[name] = named(written)
        except ValueError as error:
            problems.append(settings.problem(f"keys.{name}", f"has no such key: {error}; ignored"))
    keys, clashes = in_force(settings.preset, chosen)
    pairs: set[tuple[str, str, str]] = set()
    for clash in clashes:
        if (pair := (clash.key, clash.winner, clash.loser)) not in pairs:
            pairs.add(pair)
            problems.append(
                settings.problem(f"keys.{clash.loser if clash.chosen else clash.winner}", f"clashes: {clash}")
            )
    return keys, problems
