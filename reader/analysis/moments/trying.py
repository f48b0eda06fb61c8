"""Which patterns of the grammar are tried where: by the word at hand, and by a word that they cannot do without."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from reader.analysis.moments.grammar import PATTERNS, REACH
from reader.analysis.moments.vocabulary import MONTHS, OPENINGS
from reader.text.patterns import expression

_UNITS = ("day", "week", "fortnight", "month", "quarter", "year", "decade", "centur")
_SHORT = (*_UNITS, "hour", "hr", "min", "second", "moment")
_SEASONS = ("spring", "summer", "autumn", "fall", "winter")
_MONTHS = tuple({name[:3] for name in MONTHS})

NEEDED: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "named slashed": (("/", "-"), _MONTHS),
    "named reversed": (("/", "-"), _MONTHS),
    "month day range": (_MONTHS,),
    "day range month": (_MONTHS,),
    "month day": (_MONTHS,),
    "day month": (_MONTHS,),
    "part of a month": (("early", "mid", "late"), _MONTHS),
    "month year": (_MONTHS,),
    "year month": (_MONTHS,),
    "month of which year": ((" year",), _MONTHS),
    "which month": (_MONTHS,),
    "century": (("century",),),
    "season year": (_SEASONS,),
    "which season": (_SEASONS,),
    "part of a year": (("early", "mid", "late"),),
    "quarter year": ((" quarter", "-quarter", " half", "-half"),),
    "year quarter": ((" quarter", " half"),),
    "quarter": (("quarter",),),
    "nth week of": (("week of", "week in", "weekend of", "weekend in"),),
    "week number": (("week",),),
    "last so many of": (
        tuple(f"{unit} of" for unit in (*_UNITS[:-1], *(f"{unit}s" for unit in _UNITS[:-1]), "century", "centuries")),
    ),
    "edge": ((" of",),),
    "weekday of week": ((" week",),),
    "week weekday": (("this week", "last week", "next week"),),
    "a week on weekday": (("week from", "week on", "week after", "weeks from", "weeks on", "weeks after"),),
    "weekday ago": (("week ago", "weeks ago", "week from", "weeks from"),),
    "the day before yesterday": (("before yesterday", "after tomorrow"),),
    "this date last year": ((" ago ",), _UNITS),
    "this morning": (("morning", "afternoon", "evening", "night", "noon", "midday"),),
    "ago": ((" ago", " back"), _SHORT),
    "before or after": (("earlier", "later", "beforehand", "previously", "after", "before"), _UNITS),
    "from": ((" from ", " after ", " before "), _SHORT),
    "in": (_SHORT,),
    "so long": (_SHORT,),
    "so long, turned": ((" last ", " past ", " next ", " coming ", " previous ", " upcoming "), _SHORT),
    "recent": (("recent", "past", "last", "coming"), _UNITS),
    "which period": (_UNITS,),
    "the year before": ((" before", " after"),),
    "the weekend": (("weekend",),),
    "the day": (("rest", "remain"),),
    "eve": (("eve of",),),
    "fiscal year": (("fiscal", "financial"),),
    "years": (("-", "–"),),
    "spelled year": (("teen", "two thousand"),),
}
"""What stands near wherever a pattern matches: of each group of pieces one, as long as that spares compiling it.

"which period" may have a weekend or a workweek for its unit, which hold "week".
"""


class Pattern:
    """A row of the table, tried where what it needs stands near, compiled when first tried."""

    __slots__ = ("_expression", "_needed", "name")

    def __init__(self, name: str, source: str) -> None:
        """Take the row's name and expression."""
        self.name = name
        self._needed = NEEDED.get(name, ())
        self._expression = expression(source)

    def match(self, low: str, at: int) -> re.Match[str] | None:
        """The match that begins at a place of the lower-case text, if there is one."""
        for pieces in self._needed:
            for piece in pieces:
                if low.find(piece, at, at + 2 * REACH) >= 0:
                    break
            else:
                return None
        self._needed = ()  # once it is compiled, trying costs less than looking
        return self._expression.match(low, at)


_ALL = tuple((Pattern(name, source), set(kinds)) for name, _, kinds, source in PATTERNS)


@cache
def _of_kinds(kinds: str) -> tuple[Pattern, ...]:
    return tuple(pattern for pattern, opened in _ALL if not opened.isdisjoint(kinds))


def opening(token: str) -> tuple[Pattern, ...]:
    """The patterns that may begin with this word, number or mark, in the order of the table."""
    kinds = OPENINGS.get(token) if token[0].isalpha() else "D" if token[0].isdigit() else "'"
    return _of_kinds(kinds) if kinds else ()
