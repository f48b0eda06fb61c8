"""Which names, figures and days stand in a passage."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Generic, TypeVar

from reader.model import Span

S = TypeVar("S", bound=Span)


class Placed(Generic[S]):
    """Spans in order of the text, looked up by halves: a passage of a long text costs as little as one of a short."""

    def __init__(self, spans: Sequence[S]) -> None:
        """Take the spans, each beginning no earlier than the one before."""
        self._spans = spans
        self._starts = [span.start for span in spans]

    def within(self, place: Span) -> list[S]:
        """Those that lie wholly in a place, in order."""
        first, last = bisect_left(self._starts, place.start), bisect_right(self._starts, place.end)
        return [span for span in self._spans[first:last] if span.end <= place.end]
