"""A search in one text: its words, the places found, and which comes next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace


def along(found: Sequence[int], at: int, way: int = 1, steps: int = 1) -> tuple[int, bool]:
    """Of places in order, at least one, that so many after ``at`` (``way`` 1) or before (-1); whether past an end."""
    place = bisect_right(found, at) + steps - 1 if way > 0 else bisect_left(found, at) - steps
    return found[place % len(found)], not 0 <= place < len(found)


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage (from 0) to go to: it has the places ``number`` to ``last`` of ``total``, counted from 1.

    ``round`` tells whether the search went past an end, and which: 1 past the last place, -1 past the first, else 0.
    """

    passage: int
    number: int
    last: int
    total: int
    round: int = 0

    @property
    def told(self) -> str:
        """Which places of how many, and that the search came round."""
        which = f"{self.number}" if self.number == self.last else f"{self.number}–{self.last}"
        told = f"{which} of {self.total} match{'' if self.total == 1 else 'es'}"
        return told + {0: "", 1: " · from the top again", -1: " · from the end again"}[self.round]


@dataclass(frozen=True, slots=True)
class Search:
    """``passages`` holds, for each place found, the passage it stands in, in order of the text."""

    words: str = ""
    passages: Sequence[int] = ()

    def from_here(self, passage: int, way: int = 1) -> Hit | None:
        """The nearest passage with a place: that one, or one after it (``way`` 1) or before it (-1); round the ends.

        ``None`` if nothing was found at all.
        """
        at = bisect_left(self.passages, passage) if way > 0 else bisect_right(self.passages, passage) - 1
        return self._hit(at)

    def next(self, passage: int, way: int = 1, steps: int = 1) -> Hit | None:
        """The first place in a passage so many further on (1), or so many before it (-1), of those that have one."""
        hit, past = None, 0
        for _ in range(min(steps, len(self.passages))):
            at = bisect_right(self.passages, passage) if way > 0 else bisect_left(self.passages, passage) - 1
            if (hit := self._hit(at)) is not None:
                passage, past = hit.passage, hit.round or past
        return hit and replace(hit, round=past)

    def _hit(self, at: int) -> Hit | None:
        if not self.passages:
            return None
        past = 1 if at >= len(self.passages) else -1 if at < 0 else 0
        passage = self.passages[at % len(self.passages)]
        first, end = bisect_left(self.passages, passage), bisect_right(self.passages, passage)
        return Hit(passage, first + 1, end, len(self.passages), past)
