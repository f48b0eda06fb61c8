"""The jump list: where the reader came from, to the row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from reader.tui.sought import Sought


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


@dataclass(frozen=True, slots=True)
class Leaf:
    """A pin of the notebook, by its id."""

    pin: int


@dataclass(frozen=True, slots=True)
class Result:
    """A row of what a search of the library found: the number of its stop, and the first row in sight."""

    sought: Sought
    stop: int
    top: int


Left: TypeAlias = "Place | Spot | Leaf | Result"
"""Where a jump may start from."""


class History:
    """Back and forward as in a browser: a new jump forgets what was ahead."""

    LIMIT = 500

    def __init__(self) -> None:
        self._behind: list[Left] = []
        self._ahead: list[Left] = []
        self.before: Place | None = None
        """Where the reader was in a text before the last jump, or the last search in it."""

    def leave(self, place: Left) -> None:
        """Remember the place that a jump leaves."""
        if isinstance(place, Place):
            self.before = place
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
        del self._behind[: -self.LIMIT]
        self._ahead.clear()

    def back(self, here: Left, steps: int = 1) -> Left | None:
        """The place before, or so many places before; ``None`` at the start of the list."""
        return _along(self._behind, self._ahead, here, steps)

    def forward(self, here: Left, steps: int = 1) -> Left | None:
        """The place that ``back`` left, or ``None`` at the end of the list."""
        return _along(self._ahead, self._behind, here, steps)


def _along(ahead: list[Left], behind: list[Left], here: Left, steps: int) -> Left | None:
    """The place so many steps on, or the last there is; what is passed stands behind."""
    place = None
    while ahead and steps > 0:
        behind.append(here if place is None else place)
        place = ahead.pop()
        steps -= 1
    return place
