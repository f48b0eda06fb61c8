"""A search of the whole library: what was found so far, and which place comes next, across articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.analysis.searching import Found, Place
    from reader.library.query import Query


@dataclass(frozen=True, slots=True)
class Stop:
    """A place found: ``found[article].places[place]``; -1: the article as a whole."""

    article: int
    place: int = -1


@dataclass(eq=False, slots=True)
class Sought:
    """Grows while the articles are read. ``at`` is the stop that the reader went to last.

    ``total`` articles answer as far as the index knows, ``read`` of ``to_read`` were read, ``over`` once no more come.
    """

    query: Query
    total: int = 0
    read: int = 0
    to_read: int = 0
    by_words: bool = True
    over: bool = False
    found: list[Found] = field(default_factory=list)
    stops: list[Stop] = field(default_factory=list)
    at: int = 0
    _starts: dict[str, int] = field(default_factory=dict)

    @property
    def places(self) -> int:
        """How many passages were found."""
        return sum(len(one.places) for one in self.found)

    def add(self, found: Sequence[Found]) -> None:
        """Take what was found after the rest."""
        for one in found:
            self._starts[one.listing.id] = len(self.stops)
            number = len(self.found)
            self.found.append(one)
            self.stops += [Stop(number, n) for n in range(len(one.places))] or [Stop(number)]

    def clear(self) -> None:
        """Begin again: the reader closed the results before all was read."""
        self.found, self.stops, self.at, self.read, self._starts = [], [], 0, 0, {}

    def of(self, stop: Stop) -> tuple[Found, Place | None]:
        """What stands at a stop."""
        found = self.found[stop.article]
        return found, found.places[stop.place] if stop.place >= 0 else None

    def hits(self, article: str) -> list[tuple[int, int]]:
        """Where the words stand in an article, by its id."""
        if (first := self._starts.get(article)) is None:
            return []
        return [(hit.start, hit.end) for place in self._found(first).places for hit in place.hits]

    def _found(self, stop: int) -> Found:
        return self.found[self.stops[stop].article]

    def next(self, article: str, start: int, end: int, steps: int) -> tuple[int, bool] | None:
        """The stop so many after the passage ``start`` to ``end`` of an article, or before it (-); whether past an end.

        In an article where nothing was found it goes on from the last stop. ``None`` where nothing was found at all.
        """
        if not self.stops:
            return None
        if (first := self._starts.get(article)) is None:
            at = self.at + steps
        elif not (places := self._found(first).places):
            at = first + steps
        elif steps > 0:
            at = first + sum(place.passage.start < end for place in places) + steps - 1
        else:
            at = first + sum(place.passage.start < start for place in places) + steps
        return at % len(self.stops), not 0 <= at < len(self.stops)
