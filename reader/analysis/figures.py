"""Figures: quantities as intervals, with their hedge, unit, the thing counted and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.analysis import counted, scope, units
from reader.analysis.dating import as_of
from reader.analysis.numbers import lower
from reader.analysis.quantities import Quantity, quantities
from reader.analysis.rounding import rounding
from reader.analysis.spells import FATE, spells
from reader.analysis.subjects import subject
from reader.analysis.totals import total
from reader.model import Article, Attribution, Figure, Mention, Moment, Passage, Quotation, Span
from reader.text.patterns import expression

_LISTED = expression(r"\s*(?:,|;|,?\s*\band\b|,?\s*\bincluding\b|,?\s*\bamong them\b|\bor\b)?\s*")
_OF_ALL = expression(r"(?:^|[,;:] )of (?:(?:the|those|these|its|their) )?(?:\w+ )?$")
"""Before a number that those after it are parts of: "Of the 27 sailors, 16 were home"."""
_OF_MORE = expression(r" of (?:(?:the|its|their|all|a total of) )?")
"""Between a number and those it is a part of: "82 of the 175 seats"."""
_ACTED = expression(r"\s+(?:\w+ly\s+)?(?:[a-z]+ed|were|are|have|had|fled|took|came|left|went|lost|stood|sought)\b")
"""What people do of whom only a vague number is told: "thousands marched"."""
_OF_THEM = (" of them", " of these", " of those", " of whom")
_PARENTS = ("mother of ", "father of ", " mum of ", " mom of ", " dad of ")
LISTED = 30
"""Figures that so many characters at most, and no more than a joint, keep apart stand in one list."""
SHARED = 60
"""So far on, a number without a noun still counts the one named before it."""


class _Row(NamedTuple):
    """A quantity, what it counts, where that noun ends, and what became of it."""

    quantity: Quantity
    noun: str
    end: int
    fate: str

    @property
    def bare(self) -> bool:
        """Whether nothing beside the number tells what it counts."""
        return not self.noun and not self.quantity.unit


def figures(
    article: Article,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    moments: Sequence[Moment],
    attributions: Sequence[Attribution],
    quotations: Sequence[Quotation] = (),
) -> tuple[Figure, ...]:
    """The figures of the article; years, days, clock times and numbers in names are none.

    A figure's span covers the number and its unit. Of a number that a hedge only loosens ("about", "nearly") both
    bounds are the number itself; a vague one ("thousands") has its least meaning as ``low``, and no value.
    """
    found: list[Figure] = []
    taken = _Places(
        [(m.start, m.end) for m in moments]
        + [(m.start + 1, m.end) for m in mentions if not units.is_code(m.of(article.text))]
    )
    times = _Places([(m.start, m.end) for m in moments])
    said: dict[str, list[Attribution]] = {}
    for attribution in attributions:
        said.setdefault(attribution.passage, []).append(attribution)
    quoted = _Places([(q.start, q.end) for q in quotations])
    for passage in passages:
        closed = [(a - passage.start, b - passage.start) for a, b in taken.within(passage)]
        heard = [quotations[i] for i in quoted.numbers(passage)]
        rows = _shared(passage.text, sorted(_rows(passage.text, closed), key=lambda row: row.quantity.start))
        if not rows:
            continue
        named = [moments[i] for i in times.numbers(passage)]
        for row in rows:
            q = row.quantity
            place = Span(passage.start + q.start, passage.start + q.end)
            voices = said.get(passage.id, ())
            name = f"{article.id}:f{len(found) + 1}"
            found.append(
                Figure(
                    place.start,
                    place.end,
                    name,
                    _plain(q.low),
                    _plain(q.high),
                    _plain(q.value),
                    q.hedge,
                    q.unit,
                    row.noun,
                    row.fate,
                    scope.speaker(article.text, passage, place, voices, heard),
                    passage.id,
                    as_of(article.text, passage, place, named, voices) if named else None,
                    scope.denied(article.text, passage, place, voices),
                    rounding(passage.text[q.start : q.end].lower(), q.value, q.unit),
                )
            )
    return tuple(found)


def _plain(value: float | None) -> float | None:
    """A number without what floating point adds to it: 4.1 times a million is 4,100,000."""
    return value if value is None or value.is_integer() else float(f"{value:.12g}")


class _Places:
    """Spans in order of the text, looked up passage by passage."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._spans = sorted((a, b, i) for i, (a, b) in enumerate(spans))
        self._at = 0

    def numbers(self, passage: Passage) -> list[int]:
        """The spans that touch the passage, by their place in what was given; passages must come in order."""
        return [i for _, _, i in self._touching(passage)]

    def within(self, passage: Passage) -> list[tuple[int, int]]:
        """The spans that touch the passage; passages must come in order."""
        return [(a, b) for a, b, _ in self._touching(passage)]

    def _touching(self, passage: Passage) -> list[tuple[int, int, int]]:
        while self._at < len(self._spans) and self._spans[self._at][1] <= passage.start:
            self._at += 1
        found = []
        for i in range(self._at, len(self._spans)):
            if self._spans[i][0] >= passage.end:
                break
            if self._spans[i][1] > passage.start:
                found.append(self._spans[i])
        return found


def _rows(text: str, closed: Sequence[tuple[int, int]]) -> Iterator[_Row]:
    """Each quantity of a sentence with the noun and the verb beside it."""
    low = lower(text)
    named = 0
    for quantity in quantities(text, low, closed):
        if quantity.name and quantity.start < named:
            continue  # in the name of what is counted: "six Type 40 rifles"
        noun, end = counted.noun(text, low, quantity)
        named = end
        fate = counted.happened(low, (quantity.begin, quantity.end), end)
        if not noun and not quantity.unit and low.endswith(_PARENTS, 0, quantity.begin):
            noun, fate = "children", ""
        elif not noun and not quantity.unit:
            noun, told = total(low, quantity.begin)
            fate = fate or told
            vague = quantity.value is None and quantity.high is None
            if vague and not noun and not fate and _ACTED.match(low, quantity.after):
                noun = "people"
        elif not noun:
            noun, told = subject(text, low, quantity.begin)
            fate = fate or told
        if not (quantity.name and not noun and not fate):
            yield _Row(quantity, noun, end, fate)
    for spell in spells(low):
        if not any(a < spell.end and spell.start < b for a, b in closed):
            yield _Row(spell, "", spell.end, FATE)


def _shared(text: str, rows: list[_Row]) -> list[_Row]:
    """The rows of a sentence, each with what it shares with its neighbours in a list: the verb, or the noun.

    "four tanks and 12 mortars were seized" says seized of both; "32 people were killed and 20 injured" counts people
    twice.
    """
    low = lower(text) if len(rows) > 1 else ""
    for i in range(1, len(rows)):
        one, row = rows[i - 1], rows[i]
        between = low[one.end : row.quantity.begin]
        if not row.fate and one.fate and len(between) < LISTED and _LISTED.fullmatch(between):
            row = row._replace(fate=one.fate)
        near = row.fate and not one.quantity.unit and len(between) < SHARED
        if row.bare and (near or _OF_ALL.search(low, max(0, one.quantity.begin - 30), one.quantity.begin)):
            row = row._replace(noun=one.noun)
        if low.startswith(_OF_THEM, row.quantity.after) and not row.quantity.unit:
            row = row._replace(noun=row.noun or one.noun, fate=row.fate or one.fate)
        rows[i] = row
    for i in range(len(rows) - 2, -1, -1):
        row, after = rows[i], rows[i + 1]
        whole = row.bare or (row.quantity.unit == "percent" and not row.noun)
        if whole and after.noun and _OF_MORE.fullmatch(low, row.quantity.after, after.quantity.begin):
            row = rows[i] = row._replace(noun=after.noun)
        part = low.startswith(_OF_THEM, after.quantity.after)
        if not part and not row.fate and after.fate and _LISTED.fullmatch(low, row.end, after.quantity.begin):
            rows[i] = row._replace(fate=after.fate)
    return [_of_people(row) for row in rows]


def _of_people(row: _Row) -> _Row:
    """The row of a number without a noun, of which something is told that befalls people: "107 killed"."""
    whole = not row.quantity.single or row.quantity.value == 1
    told = (row.bare and whole) or row.noun == "others"
    return row._replace(noun="people") if told and row.fate in counted.befalling() else row
