"""The library opened by a process of its own, while this one is busy importing what draws the screen.

Half the time to the first screen is Textual's import, the other half cleaning the articles: side by side they take the
longer of the two. Nothing but plain data comes back. Where a process cannot fork, or its child fails, the library is
opened here.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import select
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reader.model import Article, Problem


@dataclass(frozen=True, slots=True)
class Opened:
    """What the paths hold, and how the reader wants it shown."""

    paths: tuple[str, ...]
    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]
    theme: str | None = None
    mouse: bool = True
    keys: Mapping[str, str] = field(default_factory=dict)
    learned: Mapping[str, frozenset[str]] = field(default_factory=dict)
    dropped: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The furniture of each source, as plain data: its own module would load cleaning before the first screen."""


def open_paths(paths: Sequence[str]) -> Opened:
    """The articles in the files and folders, or in the library of the settings where none are given."""
    from reader.library import open_library
    from reader.library.settings import read_settings

    settings = read_settings()
    paths = tuple(paths) or (str(settings.library),)
    library = open_library(paths)
    problems = (*settings.problems, *library.problems)
    look = settings.theme, settings.mouse, dict(settings.keys)
    return Opened(paths, library.articles, problems, *look, library.furniture.learned, library.furniture.dropped)


class Opening:
    """Begins to open when it is made; ``result`` waits for it."""

    def __init__(self, paths: Sequence[str]) -> None:
        self._paths = paths
        self._pipe: int | None = None
        if hasattr(os, "fork"):
            with contextlib.suppress(OSError):
                self._pipe = self._start()

    def _start(self) -> int:
        here, there = os.pipe()
        self._child = os.fork()
        if self._child:
            os.close(there)
            return here
        try:  # the child: it may neither return nor touch the terminal
            os.close(here)
            with open(there, "wb") as pipe:
                pickle.dump(open_paths(self._paths), pipe, pickle.HIGHEST_PROTOCOL)
        finally:
            os._exit(0)

    def ready(self, seconds: float) -> bool:
        """Whether ``result`` would answer at once, after so many seconds at most."""
        return self._pipe is None or bool(select.select([self._pipe], [], [], seconds)[0])

    def result(self) -> Opened:
        """What was opened. To be called once."""
        if self._pipe is not None:
            with open(self._pipe, "rb") as pipe:
                data = pipe.read()
            os.waitpid(self._child, 0)
            with contextlib.suppress(pickle.UnpicklingError, EOFError):
                opened = pickle.loads(data)
                if isinstance(opened, Opened):
                    return opened
        return open_paths(self._paths)
