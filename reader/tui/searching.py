"""A search in one text: its words, the places found, and which comes next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage (from 0) to go to: the ``number``-th place of ``total``; ``round`` if the search went past an end."""

    passage: int
    number: int
    total: int
    round: bool = False


@dataclass(frozen=True, slots=True)
class Search:
    """``passages`` holds, for each place found, the passage it stands in, in order of the text."""

    words: str = ""
    passages: Sequence[int] = ()

    def from_here(self, passage: int) -> Hit | None:
        """The first place in that passage or after it; ``None`` if nothing was found at all."""
        return self._hit(bisect_left(self.passages, passage))

    def after(self, passage: int) -> Hit | None:
        """The first place in a passage further on."""
        return self._hit(bisect_right(self.passages, passage))

    def before(self, passage: int) -> Hit | None:
        """The first place of the nearest passage before it that has one."""
        at = bisect_left(self.passages, passage) - 1
        target = self.passages[at] if self.passages else 0
        return self._hit(bisect_left(self.passages, target), at < 0)

    def _hit(self, at: int, past: bool = False) -> Hit | None:
        if not self.passages:
            return None
        past = past or at >= len(self.passages)
        at %= len(self.passages)
        return Hit(self.passages[at], at + 1, len(self.passages), past)
