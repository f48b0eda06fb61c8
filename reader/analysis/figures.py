"""Figures: quantities as intervals, with their hedge, unit, the thing counted and what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reader.analysis import counted, hedges, units
from reader.analysis.numbers import DENOMINATORS, PLURAL_SCALES, SCALES, TENS, UNITS, VULGAR, Numeral, lower, read
from reader.model import Article, Attribution, Figure, Mention, Moment, Passage
from reader.text.wordlists import words_of

_TOKEN = re.compile(rf"[a-z]+|\d|\.(?=\d)|[{''.join(VULGAR)}]")
_WORDS = frozenset(
    [*UNITS, *TENS, *PLURAL_SCALES, *SCALES, "half", "quarter", "a", "an", "several", "few", "many", "tens"]
)

NO_FIGURE = {
    "clock": r"\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}(?:\.\d\d)?\s?[ap]\.?m\b\.?|\d{4} (?:gmt|utc|hours\b)|\d{1,2} o['’]clock",
    "date": r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b",
    "ordinal": r"\d+(?:,\d{3})*(?:st|nd|rd|th)\b",
    "decade": r"\d{2,4}['’]?s\b",
    "telephone": r"\+?\d{1,4}[- ]\(?\d{2,4}\)?[- ]\d{3,4}[- /]\d{2,4}(?:[- ]\d+)*|\(?\d{3}\)?[- ]\d{3}-\d{4}",
    "season": r"(?:19|20)\d{2}[-–/]\d{2}(?!\d)",
    "address": r"\d+(?:\.\d+){2,}",
    "date or rating": r"(?!\d{1,3}/(?:[234568]|10|16|32|64)\b)\d{1,3}/\d{1,4}(?!\d)",
    "list mark": r"^\d{1,2}[.)]\s",
}
"""Numbers that count nothing, by name."""

_NO_FIGURE = re.compile("|".join(f"(?:{pattern})" for pattern in NO_FIGURE.values()))
_URL = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|\S+\.(?:com|org|net|html?)(?:/\S*)?")
_YEAR = re.compile(r"(?:1[5-9]|20)\d{2}(?![\d,.]\d|\d)")
_RANGE = re.compile(r"\s?[-–—~]\s?|\s+to\s+|\s+through\s+|-to-|\s+or\s+|\s+and\s+")
_CHANGE = re.compile(
    r"\b(?:rose|rise|risen|fell|fall|fallen|grew|grown|up|down|increased?|decreased?|dropp?e?d?|cut|raised?|"
    r"reduced?|climbed|jumped|slipped|declined|lowered|went|gone|expand(?:ed)?)\b[^.;]{0,60}$"
)
_BETWEEN = re.compile(r"\bbetween\s+(?:an? |an estimated |about )?\S?$")
_MORE_UNIT = {"dollar": ("cent", 100), "euro": ("cent", 100), "foot": ("inch", 12), "pound": ("ounce", 16)}
_AND = re.compile(r"[\s,]+(?:and\s+)?")
_JOINED = re.compile(r"\s*(?:,|;|,?\s*\band\b|,?\s*\bincluding\b|,?\s*\bamong them\b|\bor\b)?\s*")
_STRONG = re.compile(r"-strong\b")
_ONE_BEFORE = frozenset("this that the no any every each which some another last next first only".split())  # noqa: SIM905
_ONE_AFTER = frozenset(
    [
        "of",
        "another",
        "is",
        "was",
        "who",
        "that",
        "can",
        "could",
        "would",
        "will",
        "has",
        "had",
        "day",
        "thing",
        "and",
        "or",
        "by",
        "in",
        "at",
        "to",
        "more",
        "too",
        "which",
        "where",
        "side",
        "hand",
        "way",
        "time",
        "point",
        "as",
        "from",
        "for",
        "on",
        "with",
        "are",
        "the",
        "than",
        "after",
        "but",
    ]
)
_YEAR_BEFORE = frozenset(
    [
        "in",
        "since",
        "from",
        "until",
        "till",
        "by",
        "before",
        "after",
        "during",
        "early",
        "late",
        "mid",
        "of",
        "year",
        "the",
        "and",
        "post",
        "pre",
        "circa",
        "to",
        "for",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
        "mid-",
    ]
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and hedge, before anything is known of what it counts."""

    start: int
    end: int
    number: tuple[int, int]
    low: float | None
    high: float | None
    value: float | None
    hedge: str
    begin: int
    unit: str = ""
    share: bool = False
    strong: bool = False


def figures(
    article: Article,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    moments: Sequence[Moment],
    attributions: Sequence[Attribution],
) -> tuple[Figure, ...]:
    """The figures of the article; years, days, clock times and numbers in names are none.

    A figure's span covers the number and its unit. Of a number that a hedge only loosens ("about", "nearly"), both
    bounds are the number itself; a vague number ("thousands") has its least meaning as ``low`` and no value.
    """
    found: list[Figure] = []
    taken = [(m.start, m.end) for m in moments] + [(m.start + 1, m.end) for m in mentions]
    by_passage: dict[str, list[Attribution]] = {}
    for attribution in attributions:
        by_passage.setdefault(attribution.passage, []).append(attribution)
    for passage in passages:
        here = [(a - passage.start, b - passage.start) for a, b in taken if a < passage.end and b > passage.start]
        made = list(_of_passage(passage.text, here))
        if not made:
            continue
        speaker = _speaker(by_passage.get(passage.id, []))
        times = {(m.earliest, m.latest) for m in moments if passage.start <= m.start < passage.end}
        as_of = None
        if len(times) == 1:
            earliest, latest = next(iter(times))
            as_of = (earliest, latest) if earliest and latest else None
        for quantity, thing, fate in made:
            found.append(
                Figure(
                    passage.start + quantity.start,
                    passage.start + quantity.end,
                    f"{article.id}:f{len(found) + 1}",
                    quantity.low,
                    quantity.high,
                    quantity.value,
                    quantity.hedge,
                    quantity.unit,
                    thing,
                    fate,
                    speaker,
                    passage.id,
                    as_of,
                )
            )
    return tuple(found)


def _speaker(said: Sequence[Attribution]) -> str | None:
    return said[0].source if said else None


def _of_passage(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[Quantity, str, str]]:
    """Each quantity of a sentence with what it counts and what became of that."""
    low = lower(text)
    rows: list[tuple[Quantity, str, int, str]] = []
    for quantity in quantities(text, low, taken):
        single = bool(quantity.unit) or quantity.share or quantity.strong or quantity.value == 1
        thing, end = counted.noun(text, low, quantity.end, single)
        rows.append((quantity, thing, end, counted.happened(low, (quantity.begin, quantity.end), end)))
    for i, (quantity, thing, end, fate) in enumerate(rows):
        if i:
            before, its_thing, its_end, its_fate = rows[i - 1]
            between = low[its_end : quantity.begin]
            if not fate and its_fate and len(between) < 30 and _JOINED.fullmatch(between):
                fate = its_fate
            if not thing and fate and not quantity.unit and not before.unit and len(between) < 60:
                thing = its_thing
        rows[i] = quantity, thing, end, fate
    for i in range(len(rows) - 1, 0, -1):
        quantity, thing, end, fate = rows[i - 1]
        if not fate and rows[i][3] and _JOINED.fullmatch(low[end : rows[i][0].begin]):
            rows[i - 1] = quantity, thing, end, rows[i][3]
    return ((quantity, thing, fate) for quantity, thing, _, fate in rows)


def quantities(text: str, low: str, taken: Sequence[tuple[int, int]] = ()) -> Iterator[Quantity]:
    """The quantities of a sentence, but for those that touch a taken span."""
    closed = [m.span() for m in _URL.finditer(low)] if "." in low or "@" in low else []
    at = 0
    while token := _TOKEN.search(low, at):
        at = token.end()
        if token.group() not in _WORDS and token.group()[0].isalpha():
            continue
        start = token.start()
        if inside := next((b for a, b in [*closed, *taken] if a <= start < b), None):
            at = max(at, inside)
            continue
        if skip := _skipped(text, low, start):
            at = max(at, skip)
            continue
        quantity = _quantity(text, low, start)
        if quantity is None:
            continue
        at = quantity.end
        if any(a < quantity.number[1] and quantity.number[0] < b for a, b in [*closed, *taken]):
            continue
        yield quantity


@cache
def _labels() -> frozenset[str]:
    return words_of(__package__, "nouns", "labels")


def _skipped(text: str, low: str, at: int) -> int:
    """Where to go on when the number at a place counts nothing; 0: it may count."""
    if not low[at].isdigit():
        return 0
    if found := _NO_FIGURE.match(low, at):
        return found.end()
    previous = low[at - 1 : at]
    if previous.isalpha() or previous in ("_", "#"):
        return 0 if units.before(low, at) else _alphanumeric(low, at)
    if previous in ("-", "–", "/", ".") and low[at - 2 : at - 1].isalnum():
        return _alphanumeric(low, at)
    words = re.findall(r"[\w'’]+|[^\w\s]", low[max(0, at - 30) : at])
    word = words[-1] if words and previous.isspace() else ""
    if word in _labels() and low[at - 1] in " \u00a0":
        return _alphanumeric(low, at)
    if word == "." and len(words) > 1 and words[-2] in ("no", "nos", "vol", "art"):
        return _alphanumeric(low, at)
    year = _YEAR.match(low, at)
    if year and _is_year(low, at, year.end(), word):
        return year.end()
    return 0


def _alphanumeric(low: str, at: int) -> int:
    found = re.compile(r"[\w.,-]*\w").match(low, at)
    return found.end() if found else at + 1


def _is_year(low: str, at: int, end: int, word: str) -> bool:
    """Whether four digits after a word are a year and no count."""
    hedge = hedges.before(low, at)
    if hedge and hedge.words not in ("about", "around", "beyond", "over", "some", "circa"):
        return False
    following = re.compile(r"\s+([a-z]+)").match(low, end)
    if units.before(low, at):
        return False
    if following and (following[1] in ("people", "men", "women", "children") or units.after(low, low, end)):
        return False
    if word in _YEAR_BEFORE:
        return True
    if low[end : end + 1] in ("-", "–"):
        return bool(_YEAR.match(low, end + 1))
    if 1900 <= int(low[at:end]) < 2100:
        return not (following and counted.is_plural(following[1])) and not hedge
    return False


def _quantity(text: str, low: str, at: int) -> Quantity | None:
    """The quantity whose number begins at a place: unit, range and hedge taken in."""
    number = read(text, low, at)
    if number is None or not _counts(text, low, number):
        return None
    money = units.before(low, at) if number.written == "digits" else None
    start = money[1] if money else at
    sign = -1.0 if low[start - 1 : start] in ("-", "−") and low[start - 2 : start - 1] in ("", " ", "(") else 1.0
    if low.endswith(("minus ", "negative "), 0, start):
        sign = -1.0
        start = low.rindex(" ", 0, start - 1) + 1 if " " in low[: start - 1] else 0
    number = replace(number, value=sign * number.value)
    unit, end = (money[0], number.end) if money else ("", number.end)
    strong = False
    if found := (None if money else units.after(text, low, number.end)):
        unit, end = found.name, found.end
    elif found := _STRONG.match(low, number.end):
        end, strong = found.end(), True
    if money and (again := units.after(text, low, number.end)) and units.is_money(again.name):
        unit, end = again.name, again.end
    number, end = _smaller_unit(text, low, number, unit, end)
    if upper := _range(text, low, start, number, unit, end):
        other, its_unit, its_end = upper
        first, last = number.value, other.value
        if (scale := _scale(low, other)) and number.written == "digits" and first * scale < last:
            first *= scale
        unit = unit or its_unit
        begin = start
        if low.endswith(("between ", "from "), 0, start):
            begin = low.rindex(" ", 0, start - 1) + 1 if " " in low[: start - 1] else 0
        hedge = hedges.before(low, begin)
        words, place = (hedge.words, hedge.start) if hedge else ("", begin)
        return Quantity(start, its_end, (at, its_end), first, last, None, words, place, unit, number.share)
    hedge = hedges.before(low, start)
    behind = hedges.after(low, number.end) or hedges.after(low, end)
    if behind and (hedge is None or hedge.effect == "about"):
        hedge = behind if hedge is None else hedges.Hedge(behind.words, behind.effect, hedge.start, behind.end)
    bottom, top = hedges.interval(hedge.effect if hedge else "", number.value)
    value: float | None = number.value
    if number.open:
        bottom, top, value = number.value, None, None
    begin = min(hedge.start, start) if hedge else start
    words = hedge.words if hedge else ""
    return Quantity(start, end, (at, number.end), bottom, top, value, words, begin, unit, number.share, strong)


def _scale(low: str, number: Numeral) -> float | None:
    word = re.findall(r"[a-z]+", low[number.start : number.end])
    return SCALES.get(word[-1]) if word else None


def _smaller_unit(text: str, low: str, number: Numeral, unit: str, end: int) -> tuple[Numeral, int]:
    """ "five feet two inches", "3 dollars 50 cents": the number in the larger unit."""
    if unit not in _MORE_UNIT or (gap := _AND.match(low, end)) is None or gap.end() >= len(low):
        return number, end
    part = read(text, low, gap.end())
    if part is None:
        return number, end
    name, many = _MORE_UNIT[unit]
    found = units.after(text, low, part.end)
    if found and found.name == name and part.value < many:
        return replace(number, value=number.value + part.value / many), found.end
    return number, end


def _range(text: str, low: str, start: int, number: Numeral, unit: str, end: int) -> tuple[Numeral, str, int] | None:
    """The upper end of a range whose lower end is read: "10-15", "between 3 and 5 million", "two or three"."""
    joint = _RANGE.match(low, end)
    if joint is None or number.open:
        return None
    word = joint.group().strip()
    begin = joint.end()
    if word == "and" and not _BETWEEN.search(low, 0, start):
        return None
    if word in ("to", "-to-") and _CHANGE.search(low, max(0, start - 80), start):
        return None
    place = begin
    while place < begin + 4 and low[place : place + 1] in "$€£¥ ucahknsd" and not low[place : place + 1].isdigit():
        if low[place : place + 1].isdigit() or not low[place : place + 1]:
            break
        place += 1
    money = None
    if place != begin:
        money = units.before(low, place) if low[place : place + 1].isdigit() else None
        if not money:
            place = begin
    if place >= len(low):
        return None
    other = read(text, low, place)
    if other is None or other.value <= number.value or other.open:
        return None
    if word == "or" and (other.value != number.value + 1 or number.written != other.written):
        return None
    found = units.after(text, low, other.end)
    its_unit = money[0] if money else found.name if found else ""
    if unit and its_unit and its_unit != unit:
        return None
    if unit and not its_unit and word not in ("and", "-", "–", "—", "~"):
        return None
    return other, its_unit or unit, found.end if found else other.end


def _counts(text: str, low: str, number: Numeral) -> bool:
    """Whether a numeral in words, or one that letters follow, is a quantity at all."""
    after = low[number.end : number.end + 1]
    if number.written == "digits":
        if not after.isalpha():
            return True
        return units.after(text, low, number.end) is not None
    before = low[number.start - 1 : number.start]
    if before.isalnum() or before in ("_", "’", "'") or after.isalnum() or after == "_":
        return False
    said = low[number.start : number.end]
    if said in SCALES or (said == "scores" and not low.startswith(" of", number.end)):
        return False
    words = re.findall(r"[\w'’]+", low[max(0, number.start - 20) : number.start])
    previous = words[-1] if words else ""
    following = re.compile(r"[\s-]([a-z]+)").match(low, number.end)
    nxt = following[1] if following else ""
    if said == "one":
        return previous not in _ONE_BEFORE and bool(nxt) and nxt not in _ONE_AFTER
    if said in ("half", "quarter"):
        return nxt in ("of", "the", "a", "an", "its", "their", "his", "her", "all", "people") or bool(
            hedges.before(low, number.start)
        )
    if said in DENOMINATORS:
        return False
    return True
