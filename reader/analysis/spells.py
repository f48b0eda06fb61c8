"""Spells of time told by an ordinal: "for a third day", "the second night in a row", "a fifth consecutive month"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reader.analysis.moments.vocabulary import ORDINALS
from reader.analysis.quantities import Quantity
from reader.text.patterns import expression

FATE: Final = "in a row"
"""What becomes of the days of a spell."""

_NUMBER = r"(?P<word>(?:twenty |thirty )?(?:second|third|[a-z]{2,9}th))|(?P<digits>\d{1,3})(?:nd|rd|th)"
_ROW = r"(?: straight| consecutive| successive)"
_UNIT = r"(?P<unit>day|night|week|month|year)\b"

GRAMMAR: Final = {
    "for a third day": rf"\bfor (?:an?|its|their|the) (?P<span>(?:{_NUMBER}){_ROW}? {_UNIT})",
    "the second night in a row": rf"\b(?P<span>(?:{_NUMBER}) {_UNIT}) (?:in a row|running|in succession)\b",
    "a fifth consecutive month": rf"\b(?P<span>(?:{_NUMBER}){_ROW} {_UNIT})",
}
"""The ways to tell a spell, by an example of each."""

_READ = tuple(expression(pattern) for pattern in GRAMMAR.values())
_NEEDED: Final = (("for ",), ("in a row", "running", "in succession"), ("straight", "consecutive", "successive"))
"""Words of which each needs one."""

_UNITS = {"night": "day"}


def spells(low: str) -> Iterator[Quantity]:
    """The spells of a lower-case sentence, in order; each begins and ends at the ordinal and its unit."""
    if not _holds(low, ("day", "night", "week", "month", "year")):
        return
    found: dict[int, Quantity] = {}
    for pattern, needed in zip(_READ, _NEEDED, strict=True):
        if not _holds(low, needed):
            continue
        for told in pattern.finditer(low):
            number = told["digits"] or ORDINALS.get(told["word"])
            if number is None:
                continue
            value = float(number)
            start, end = told.span("span")
            unit = _UNITS.get(told["unit"], told["unit"])
            found.setdefault(start, Quantity(start, end, start, end, value, value, value, unit=unit))
    yield from (found[start] for start in sorted(found))


def _holds(low: str, pieces: Sequence[str]) -> bool:
    """Whether one of the pieces stands in the text; in a third of the time that ``any`` takes."""
    for piece in pieces:  # noqa: SIM110
        if piece in low:
            return True
    return False
