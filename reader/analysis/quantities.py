"""Quantities in a sentence: numbers with their unit, range and hedge, and the numbers that count nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reader.analysis import hedges, units
from reader.analysis.numbers import NUMBERS, PARTS, SCALES, VAGUE, VULGAR, Numeral, read
from reader.text.wordlists import words_of

_TOKEN = re.compile(rf"[a-z]+|\d|\.(?=\d)|[{''.join(VULGAR)}]")
_OPENING = frozenset([*NUMBERS, *VAGUE, *SCALES, "half", "quarter", "a", "an", "several", "few", "many", "tens"])
HUGE = 1e30
"""Longer rows of digits are codes."""

NO_QUANTITY = {
    "clock": r"\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}(?:\.\d\d)?\s?[ap]\.?m\b\.?",
    "clock in words": r"\d{4} (?:gmt|utc|hours\b)|\d{1,2} o['’]clock",
    "date": r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b",
    "ordinal": r"\d+(?:,\d{3})*(?:st|nd|rd|th)\b",
    "decade": r"\d{2,4}['’]?s\b",
    "telephone": r"\+?\d{1,4}[- ]\(?\d{2,4}\)?[- ]\d{3,4}[- ]\d{2,4}(?:[- ]\d+)*|\(?\d{3}\)?[- ]\d{3}-\d{4}",
    "season": r"(?:19|20)\d{2}[-–/]\d{2}(?!\d)",
    "address": r"\d+(?:\.\d+){2,}",
    "date or rating": r"(?!\d{1,3}/(?:[234568]|10|16|32|64)\b)\d{1,3}/\d{1,4}(?!\d)",
    "list mark": r"^\d{1,2}[.)]\s",
}
"""Numbers that count nothing, by name."""

_NO_QUANTITY = re.compile("|".join(f"(?:{pattern})" for pattern in NO_QUANTITY.values()))
_URL = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|\S+\.(?:com|org|net|html?)(?:/\S*)?")
_CODE = re.compile(r"[\w.,-]*\w")
_WORD_BEFORE = re.compile(r"([\w'’]+)([^\w]{1,2})$")
_WORD_AFTER = re.compile(r"[\s-]([a-z]+)")
_SCORE = re.compile(r"\d{1,2} ?[-–—] ?\d{1,2}(?![\w.,]\d|[\w%])")
_SCORED = re.compile(
    r"(?:win|wins|won|winning|lose|lost|losing|beat|beating|draw|drew|drawn|lead|led|leading|ended|by|a)\s$"
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d{2}(?![\d,.]\d|\d)")
_HALF_UNIT = re.compile(r" an? (?=\w)")
_FIRST = re.compile(r"(?:^|[.!?:;\n“\"‘'(–—-]\s*)$")
_NAME = re.compile(r"[^.!?:;\n“\"] [A-Z&][\w’'&.]*[ \u00a0]$")
_APPOSED = re.compile(r"[A-Z][\w’'-]+(?:, | \()$")
_STRONG = re.compile(r"-strong\b")
_JOINT = re.compile(r"\s?[-–—~]\s?|\s+to\s+|\s+through\s+|-to-|\s+or\s+|\s+and\s+")
_CHANGE = re.compile(
    r"\b(?:rose|rises?|risen|fell|falls?|fallen|grew|grown|up|down|increased?|decreased?|dropp?e?d?|cut|raised?|"
    r"reduced?|climbed|jumped|slipped|declined|lowered|went|gone|expand(?:ed)?)\b[^.;]{0,60}$"
)
_BETWEEN = re.compile(r"\bbetween\s+(?:an? |an estimated |about )?(?:[a-z]{0,3}[$€£¥]\s?)?$")
_FROM = re.compile(r"\b(?:between|from)\s+$")
_MONEY = re.compile(r"[a-z]{0,4}[$€£¥] ?")
_SIGN = re.compile(r"(?:^|[\s(])([-−]|(?:minus|negative) )$")
_AND = re.compile(r"[\s,]+(?:and\s+)?")
_SMALLER = {"dollar": ("cent", 100), "euro": ("cent", 100), "foot": ("inch", 12), "pound": ("ounce", 16)}
_LAST_WORD = re.compile(r"[a-z]+$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit and hedge, before anything is known of what it counts.

    The span covers number and unit; a hedge before it begins at ``begin``, one behind it ends at ``after``. ``single``
    tells that its noun may stand in the singular (after one, a measure, a share), ``name`` that it may well belong to
    the name before it ("FTSE 100").
    """

    start: int
    end: int
    begin: int
    after: int
    low: float | None
    high: float | None
    value: float | None
    hedge: str = ""
    unit: str = ""
    single: bool = False
    name: bool = False


def quantities(text: str, low: str, taken: Sequence[tuple[int, int]] = ()) -> Iterator[Quantity]:
    """The quantities of a sentence, but for those that touch a taken span; ``low`` is the sentence in lower case."""
    closed = [*taken]
    if "." in low or "@" in low:
        closed += [found.span() for found in _URL.finditer(low)]
    closed.sort()
    at = passed = 0
    for token in _TOKEN.finditer(low):
        word = token.group()
        if (word not in _OPENING and word[0].isalpha()) or (start := token.start()) < at:
            continue
        while passed < len(closed) and closed[passed][1] <= start:
            passed += 1
        if passed < len(closed) and closed[passed][0] <= start:
            at = closed[passed][1]
            continue
        if skip := _skipped(text, low, start):
            at = skip
            continue
        number = read(text, low, start)
        if number is None or not _counts(text, low, number) or number.value > HUGE:
            continue
        quantity = _quantity(text, low, number)
        at = quantity.after
        if passed == len(closed) or closed[passed][0] >= quantity.end:
            yield quantity


@cache
def _list(name: str) -> frozenset[str]:
    return words_of(__package__, "nouns", name)


def _skipped(text: str, low: str, at: int) -> int:
    """Where to go on when the number at a place counts nothing; 0: it may count."""
    before = _WORD_BEFORE.search(low, max(0, at - 24), at)
    word, gap = (before[1], before[2]) if before else ("", "")
    if word in _list("labels") and (
        gap in (" ", "\u00a0") or (gap == ". " and word in ("no", "nos", "nr", "vol", "art"))
    ):
        number = read(text, low, at)
        return _CODE.match(low, at).end() if number and not units.after(text, low, number.end) else 0  # type: ignore[union-attr]
    if not low[at].isdigit():
        return 0
    if found := _NO_QUANTITY.match(low, at):
        return found.end()
    previous = low[at - 1 : at]
    inside = previous.isalpha() or previous in ("_", "#") or (previous in "-–/." and low[at - 2 : at - 1].isalnum())
    if inside and previous:
        return 0 if units.before(low, at) else _CODE.match(low, at).end()  # type: ignore[union-attr]
    if previous in ("'", "’") and low[at + 2 : at + 3] in ("", " ", ",", ".", "\n"):
        return at + 2
    if (score := _SCORE.match(low, at)) and _is_score(text, low, at, score.group()):
        return score.end()
    year = _YEAR.match(low, at)
    return year.end() if year and _is_year(low, at, year.end(), word) else 0


def _is_score(text: str, low: str, at: int, said: str) -> bool:
    """Whether two small numbers are the score of a match: the larger first, or after a verb or a name of a side."""
    first, second = (int(n) for n in re.findall(r"\d+", said))
    side = re.search(r"(?<=[^.!?\n] )[A-Z]\w+ $", text[max(0, at - 24) : at])
    return first >= second or bool(_SCORED.search(low, max(0, at - 10), at)) or bool(side)


def _is_year(low: str, at: int, end: int, word: str) -> bool:
    """Whether four digits after a word are a year and no count."""
    hedge = hedges.before(low, at)
    if hedge and hedge.words not in ("about", "around", "beyond", "over", "some", "circa"):
        return False
    following = _WORD_AFTER.match(low, end)
    if following and (following[1] in ("people", "men", "women", "children") or units.after(low, low, end)):
        return False
    if units.before(low, at):
        return False
    if word in _list("before a year"):
        return True
    if low[end : end + 1] in ("-", "–"):
        return bool(_YEAR.match(low, end + 1))
    plural = following and following[1].endswith("s")
    return 1900 <= int(low[at:end]) < 2100 and not plural and not hedge


def _counts(text: str, low: str, number: Numeral) -> bool:
    """Whether a numeral is a quantity at all: "one" and "half" often are not, nor is a number within a name."""
    after = low[number.end : number.end + 1]
    if number.written == "digits":
        return not after.isalpha() or units.after(text, low, number.end) is not None
    before = low[number.start - 1 : number.start]
    if before.isalnum() or before in ("_", "’", "'") or after.isalnum() or after == "_":
        return False
    if before == "-" and low[number.start - 2 : number.start - 1].isalpha():
        return False
    said = low[number.start : number.end]
    if said in SCALES or (said in PARTS and said not in ("half", "quarter")):
        return False
    if said == "scores":
        return low.startswith(" of", number.end)
    following = _WORD_AFTER.match(low, number.end)
    word = following[1] if following else ""
    previous = _WORD_BEFORE.search(low, max(0, number.start - 16), number.start)
    if said == "one":
        if previous and previous[1] in ("minus", "negative"):
            return True
        return not (previous and previous[1] in _list("before one")) and bool(word) and word not in _list("after one")
    if said in ("half", "quarter"):
        return word in _list("after half") or bool(hedges.before(low, number.start))
    return not _capitalised(text, number)


def _capitalised(text: str, number: Numeral) -> bool:
    """Whether a number in words is part of a name: "Ford Five Hundred", "Group of Seven"."""
    if not text[number.start].isupper() or _FIRST.search(text, max(0, number.start - 3), number.start):
        return False
    words = re.findall(r"[^\W\d_]{4,}", text[max(0, number.start - 200) : number.end + 200])
    capitals = sum(word[0].isupper() for word in words)
    return number.start > 0 and 2 * capitals < len(words) + 2


def _quantity(text: str, low: str, number: Numeral) -> Quantity:
    """The quantity that a number begins: sign, unit, range and hedge taken in."""
    at, end = number.start, number.end
    money = units.before(low, at) if number.written == "digits" else None
    unit, start = money or ("", at)
    if sign := _SIGN.search(low, max(0, start - 10), start):
        start = sign.start(1)
        number = replace(number, value=-number.value)
    if found := units.after(text, low, end):
        if not money or units.is_money(found.name):
            unit, end = found.name, found.end
    elif half := _HALF_UNIT.match(low, end) if number.share else None:
        if found := units.after(text, low, half.end() - 1):
            unit, end = found.name, found.end
    elif strong := _STRONG.match(low, end):
        end = strong.end()
    elif number.written == "digits" and 0 < number.value < 120 and _is_age(text, low, start, end):
        unit = "year of age"
    number, end = _with_smaller_unit(text, low, number, unit, end)
    if upper := _upper(text, low, start, number, unit, end):
        return _range(low, start, number, unit, upper)
    hedge = hedges.before(low, start)
    behind = hedges.after(low, number.end) or hedges.after(low, end)
    if behind and (hedge is None or hedge.effect == "about"):
        hedge = replace(behind, start=hedge.start if hedge else start)
    bottom, top = hedges.interval(hedge.effect if hedge else "", number.value)
    value: float | None = number.value
    if number.open:
        bottom, top, value = number.value, None, None
    begin = min(hedge.start, start) if hedge else start
    single = bool(unit) or number.share or end > number.end or value == 1
    name = (
        not hedge and not single and number.written == "digits" and bool(_NAME.search(text, max(0, start - 24), start))
    )
    after = max(end, behind.end) if behind else end
    return Quantity(start, end, begin, after, bottom, top, value, hedge.words if hedge else "", unit, single, name)


def _is_age(text: str, low: str, start: int, end: int) -> bool:
    """Whether a bare number is an age: "aged 55", or between commas after a person's name."""
    if low.endswith(("aged ", "age of "), 0, start):
        return True
    return low[end : end + 1] in (",", ")") and bool(_APPOSED.search(text, max(0, start - 24), start))


def _range(low: str, start: int, number: Numeral, unit: str, upper: tuple[Numeral, str, int]) -> Quantity:
    other, its_unit, end = upper
    first, last = number.value, other.value
    word = _LAST_WORD.search(low, other.start, other.end)
    scale = SCALES.get(word.group()) if word else None
    if scale and number.written == "digits" and first * scale < last:
        first *= scale
    begin = found.start() if (found := _FROM.search(low, max(0, start - 16), start)) else start
    hedge = hedges.before(low, begin)
    words, begin = (hedge.words, hedge.start) if hedge else ("", begin)
    return Quantity(
        start, end, begin, end, first, last, None, words, unit or its_unit, bool(unit or its_unit) or number.share
    )


def _with_smaller_unit(text: str, low: str, number: Numeral, unit: str, end: int) -> tuple[Numeral, int]:
    """The number in the larger unit, where a smaller one follows: "five feet two inches", "3 dollars 50 cents"."""
    if unit not in _SMALLER or (gap := _AND.match(low, end)) is None or gap.end() >= len(low):
        return number, end
    part = read(text, low, gap.end())
    if part is None:
        return number, end
    name, many = _SMALLER[unit]
    found = units.after(text, low, part.end)
    its_end = found.end if found and found.name == name else 0
    if not its_end and name == "inch" and low.startswith(" in", part.end):
        its_end = part.end + 3
    if not its_end or part.value >= many:
        return number, end
    return replace(number, value=number.value + part.value / many), its_end


def _upper(text: str, low: str, start: int, number: Numeral, unit: str, end: int) -> tuple[Numeral, str, int] | None:
    """The upper end of a range whose lower end is read: "10-15", "between 3 and 5 million", "two or three"."""
    joint = _JOINT.match(low, end)
    if joint is None or number.open:
        return None
    word = joint.group().strip()
    if word == "and" and not _BETWEEN.search(low, max(0, start - 40), start):
        return None
    if word in ("to", "-to-") and _CHANGE.search(low, max(0, start - 80), start):
        return None
    place = joint.end()
    sign = _MONEY.match(low, place)
    money = units.before(low, sign.end()) if sign and low[sign.end() : sign.end() + 1].isdigit() else None
    place = sign.end() if sign and money else place
    other = read(text, low, place) if place < len(low) else None
    if other is None or other.open or other.value <= number.value or other.value > HUGE:
        return None
    if word == "or" and (other.value != number.value + 1 or number.written != other.written):
        return None
    found = units.after(text, low, other.end)
    its_unit = money[0] if money else found.name if found else ""
    if unit and its_unit != unit and (its_unit or word not in ("and", "-", "–", "—", "~")):
        return None
    if low[other.end : other.end + 1].isalpha() and not found:
        return None
    return other, its_unit, found.end if found else other.end
