"""Adding from an address or a path, in a thread of its own, while reading goes on."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from queue import SimpleQueue

from reader.model import Article, Problem

PACE = 0.25
"""Seconds between two words on how far it is: each is sent down the line."""


def folder_for(paths: Sequence[str]) -> str:
    """Where to add: the folder that is open, if it is the reader's one and own, else the reader's library.

    The sample comes with the program and is not the reader's.
    """
    from reader.library.settings import own_library, sample_library

    if len(paths) == 1 and os.path.isdir(paths[0]) and not os.path.samefile(paths[0], sample_library()):
        return paths[0]
    return str(own_library())


class Adding:
    """One run. ``articles`` are those that came since they were last taken out; ``told`` sums up at the end."""

    def __init__(self, source: str, folder: str) -> None:
        self.source = source
        self.folder = folder
        self.articles: SimpleQueue[Article] = SimpleQueue()
        self.problems: list[Problem] = []
        self.stopped = False
        self.done = 0
        self.total = 1
        self.told = ""

    def stop(self) -> None:
        """End after what is under way; what was added stays."""
        self.stopped = True

    def run(self, tell: Callable[[], object]) -> None:
        """Add everything; ``tell`` is called now and then, from this thread."""
        from reader.intake.fetching import Limits
        from reader.library import LibraryError, load
        from reader.library.adding import Added, Shelf
        from reader.library.gathering import LIMITS, Gatherer, is_address
        from reader.library.settings import read_settings
        from reader.library.taking_in import Tally, take_in

        source = self.source if is_address(self.source) else os.path.expanduser(self.source)
        tally, due = Tally(), 0.0
        try:
            gatherer = Gatherer(Limits(LIMITS.seconds, LIMITS.size, LIMITS.redirects, read_settings().networks))
            outcomes = take_in(Shelf.open(self.folder), gatherer, [source])
            while not self.stopped and (outcome := next(outcomes, None)) is not None:
                tally.count(outcome)
                if isinstance(outcome, Added) and outcome.outcome != "known":
                    self.articles.put(load(outcome.path))
                self.done, self.total = tally.done, max(gatherer.total, tally.done)
                if time.monotonic() >= due:
                    tell()
                    due = time.monotonic() + PACE
            outcomes.close()
        except LibraryError as error:
            tally.problems.append(error.problem)
        self.problems = tally.problems
        self.told = tally.summary() if tally.done != len(tally.problems) or not tally.problems else "nothing added"
