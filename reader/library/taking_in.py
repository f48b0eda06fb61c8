"""One run of adding: what is gathered goes on the shelf, one outcome after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Sequence
from typing import Any, BinaryIO

from reader.library.adding import Added, Shelf
from reader.library.drafts import Draft
from reader.library.errors import LibraryError
from reader.library.feed_state import read_validators, write_validators
from reader.library.gathering import Gatherer, Known
from reader.model import Problem

Outcome = Added | Known | Problem
"""What became of one text: put on the shelf or there already; not asked for again; not to be used."""


def take_in(
    shelf: Shelf,
    gatherer: Gatherer,
    sources: Sequence[str],
    *,
    pipe: BinaryIO | None = None,
    again: bool = False,
    keep_page: bool = False,
    **fields: Any,
) -> Generator[Outcome, None, None]:
    """Gather files, folders, addresses and feeds, and put on the shelf what they hold; ``fields`` are given to all.

    Whoever stops asking ends the run: what was added is whole and stays, and the feeds are asked in full next time.
    ``again``: pages of feeds that are there already are asked for changed versions.
    """
    if not again:
        gatherer.validators = read_validators()
        gatherer.known = shelf.has
    for found in gatherer.gather(sources, pipe):
        if not isinstance(found, Draft):
            yield found
            continue
        try:
            outcome: Outcome = shelf.put(found.given(**fields), keep_page)
        except LibraryError as error:
            outcome = error.problem
        yield outcome
    write_validators(read_validators() | gatherer.answered)


class Tally:
    """What became of everything so far: counts, problems, and the file last written or known."""

    def __init__(self) -> None:
        self.outcomes: Counter[str] = Counter()
        self.problems: list[Problem] = []
        self.path = ""

    def count(self, outcome: Outcome) -> None:
        """Take one more outcome into account."""
        if isinstance(outcome, Problem):
            self.problems.append(outcome)
        elif isinstance(outcome, Added):
            self.outcomes[outcome.outcome] += 1
            self.path = outcome.path
        else:
            self.outcomes["known"] += 1

    @property
    def done(self) -> int:
        """How many there were."""
        return self.outcomes.total() + len(self.problems)

    def summary(self) -> str:
        """What became of everything, in one line; of a single article, its file."""
        if self.outcomes.total() == 1 and not self.problems and self.path:
            said = {"added": "added", "new version": "added as a new version:", "known": "is there already:"}
            return f"{said[next(iter(self.outcomes))]} {self.path}"
        counts = [
            (self.outcomes["added"], "added"),
            (self.outcomes["new version"], "as a new version"),
            (self.outcomes["known"], "there already"),
            (len(self.problems), "failed"),
        ]
        return ", ".join(f"{n} {what}" for n, what in counts if n or what == "added")
