"""Which patterns of the grammar are tried where: by the word at hand, and by a word that they cannot do without."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from reader.analysis.moments.grammar import PATTERNS, REACH
from reader.analysis.moments.vocabulary import OPENINGS
from reader.text.patterns import expression

NEEDED: Final[dict[str, tuple[str, ...]]] = {
    "part of a month": ("early", "mid", "late"),
    "century": ("century",),
    "season year": ("spring", "summer", "autumn", "fall", "winter"),
    "which season": ("spring", "summer", "autumn", "fall", "winter"),
    "month of which year": (" year",),
    "part of a year": ("early", "mid", "late"),
    "quarter year": ("quarter", "half"),
    "year quarter": ("quarter", "half"),
    "quarter": ("quarter",),
    "nth week of": ("week",),
    "week number": ("week",),
    "last so many of": (" of ",),
    "edge": (" of",),
    "weekday of week": ("week",),
    "week weekday": ("week",),
    "a week on weekday": ("week",),
    "weekday ago": ("week",),
    "the day before yesterday": ("before yesterday", "after tomorrow"),
    "this date last year": (" ago ",),
    "this morning": ("morning", "afternoon", "evening", "night", "noon", "midday"),
    "ago": ("ago", "back"),
    "before or after": ("earlier", "later", "beforehand", "previously", "after", "before"),
    "from": ("from", "after", "before"),
    "so long, turned": ("last", "past", "next", "coming", "previous"),
    "recent": ("recent", "past", "last", "coming"),
    "the year before": ("before", "after"),
    "the weekend": ("weekend",),
    "the day": ("rest", "remain"),
    "eve": ("eve of",),
    "fiscal year": ("fiscal", "financial"),
    "years": ("-", "–"),
    "spelled year": ("teen", "two thousand"),
}
"""Pieces of text of which a pattern's match holds one, where that spares trying the pattern, or compiling it."""


class Pattern:
    """A row of the table, tried where what it needs stands near, compiled when first tried."""

    __slots__ = ("_expression", "_needed", "name")

    def __init__(self, name: str, source: str) -> None:
        """Take the row's name and expression."""
        self.name = name
        self._needed = NEEDED.get(name, ("",))
        self._expression = expression(source)

    def match(self, low: str, at: int) -> re.Match[str] | None:
        """The match that begins at a place of the lower-case text, if there is one."""
        for piece in self._needed:
            if low.find(piece, at, at + 2 * REACH) >= 0:
                return self._expression.match(low, at)
        return None


_ALL = tuple((Pattern(name, source), set(kinds)) for name, _, kinds, source in PATTERNS)


@cache
def _of_kinds(kinds: str) -> tuple[Pattern, ...]:
    return tuple(pattern for pattern, opened in _ALL if not opened.isdisjoint(kinds))


def opening(token: str) -> tuple[Pattern, ...]:
    """The patterns that may begin with this word, number or mark, in the order of the table."""
    kinds = OPENINGS.get(token) if token[0].isalpha() else "D" if token[0].isdigit() else "'"
    return _of_kinds(kinds) if kinds else ()
