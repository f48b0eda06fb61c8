"""The jump list: where the reader came from, to the row."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """An article by id, the passage at the cursor (from 0), and the first row in sight."""

    article: str
    passage: int
    top: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell of the board that an article's story has: page, row, cell, place, first row in sight, folds open.

    ``speaker`` is the one whose quotations alone are shown.
    """

    article: str
    page: int
    row: int
    cell: int
    place: int
    top: int
    source: str
    open: frozenset[tuple[int, str]] = frozenset()
    speaker: str = ""


class History:
    """Back and forward as in a browser: a new jump forgets what was ahead."""

    LIMIT = 500

    def __init__(self) -> None:
        self._behind: list[Place | Spot] = []
        self._ahead: list[Place | Spot] = []

    def leave(self, place: Place | Spot) -> None:
        """Remember the place that a jump leaves."""
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
        del self._behind[: -self.LIMIT]
        self._ahead.clear()

    def back(self, here: Place | Spot) -> Place | Spot | None:
        """The place before, or ``None`` at the start of the list."""
        if not self._behind:
            return None
        self._ahead.append(here)
        return self._behind.pop()

    def forward(self, here: Place | Spot) -> Place | Spot | None:
        """The place that ``back`` left, or ``None`` at the end of the list."""
        if not self._ahead:
            return None
        self._behind.append(here)
        return self._ahead.pop()
