"""Quantities in a sentence: numbers with their unit, range and hedge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.analysis import hedges, units
from reader.analysis.ages import OLDEST, is_age
from reader.analysis.numbers import NUMBERS, PARTS, SCALES, VAGUE, Numeral, read, word_at
from reader.analysis.uncounted import NO_PROSE, counts, skipped
from reader.text.patterns import expression

_TOKEN = expression(r"[a-z]+|(\d|\.(?=\d)|[¼-¾⅐-⅞])")
_OPENING = frozenset([*NUMBERS, *VAGUE, *SCALES, "half", "quarter", "a", "an", "several", "few", "many", "tens"])
_AFTER_ARTICLE = frozenset([*SCALES, *PARTS, "dozen", "couple", "few"])
_ADDRESSED = ("://", "www.", "@", "[", ".com", ".org", ".net", ".htm")
HUGE = 1e30
"""Longer rows of digits are codes."""
_HALF_UNIT = expression(r" an? (?=\w)")
_NAME = expression(r"[^.!?:;\n\"] [A-Z&](?:[\w'&.]|’\w)*[ \u00a0]$")
_SCALE = expression(r" (million|billion|trillion)\b")
_SCALE_IN_PLURAL = expression(r" (million|billion|trillion)s(?: of)?(?= [a-z])")
"""A scale after digits as translations have it; before a currency it is no vague plural: "340 millions of euros"."""
_JOINT = expression(r"\s?(?:[-~]\s?|[–—]\s?)|\s+to\s+|\s+through\s+|-to-|\s+or\s+|\s+and\s+")
_JOINTS = ("-", "–", "—", "~", " -", " –", " —", " ~", " to ", " through ", " or ", " and ", "  ", "\n", "\t", "\u00a0")
"""What begins a joint, or may."""
_CHANGE = expression(
    r"\b(?:rose|rises?|risen|fell|falls?|fallen|grew|grown|up|down|increased?|decreased?|dropp?e?d?|cut|raised?|"
    r"reduced?|climbed|jumped|slipped|declined|lowered|went|gone|expand(?:ed)?)\b[^.;]{0,60}$"
)
_BETWEEN = expression(r"\bbetween\s+(?:an? |an estimated |about )?(?:[a-z]{0,3}[$€£¥]\s?)?$")
_FROM = expression(r"\b(?:between|from)\s+$")
_MONEY = expression(r"[a-z]{0,4}[$€£¥] ?")
_SIGNS = ("-", "−", "minus ", "negative ")
_SIGN = expression(r"(?:^|[\s(])([-−]|(?:minus|negative) )$")
_AND = expression(r"[\s,]+(?:and\s+)?")
_SMALLER = {"dollar": ("cent", 100), "euro": ("cent", 100), "foot": ("inch", 12), "pound": ("ounce", 16)}
_INCHES = expression(r"-(\d|1[01])\b")
_LAST_WORD = expression(r"[a-z]+$")


class Quantity(NamedTuple):
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
    if ("." in low[:-1] or "@" in low or "[" in low) and any(sign in low for sign in _ADDRESSED):
        closed += [found.span() for found in NO_PROSE.finditer(low)]
    closed.sort()
    at = passed = 0
    for token in [token for token in _TOKEN.finditer(low) if token.group() in _OPENING or token.lastindex]:
        word, start = token.group(), token.start()
        if start < at:
            continue
        if word in ("a", "an") and word_at(low, token.end() + 1) not in _AFTER_ARTICLE:
            continue
        while passed < len(closed) and closed[passed][1] <= start:
            passed += 1
        if passed < len(closed) and closed[passed][0] <= start:
            at = closed[passed][1]
            continue
        if skip := skipped(text, low, start):
            at = skip
            continue
        number = read(text, low, start)
        if number is None or not counts(text, low, number) or number.value > HUGE:
            continue
        quantity = _quantity(text, low, number, at)
        at = quantity.after
        if passed == len(closed) or closed[passed][0] >= quantity.end:
            yield quantity


def _quantity(text: str, low: str, number: Numeral, free: int) -> Quantity:
    """The quantity that a number begins: sign, unit, range and hedge taken in, but nothing that is not ``free``."""
    at, end = number.start, number.end
    money = units.before(low, at) if number.written == "digits" else None
    if money and money[1] < free:
        money = None
    unit, start = money or ("", at)
    if low.endswith(_SIGNS, 0, start) and (sign := _SIGN.search(low, max(free, start - 10), start)):
        start = sign.start(1)
        number = number._replace(value=-number.value)
    plural = _SCALE_IN_PLURAL.match(low, end) if number.written == "digits" else None
    if plural and (paid := units.after(text, low, plural.end())) and units.is_money(paid.name):
        end = plural.end()
        number = number._replace(end=end, value=number.value * SCALES[plural[1]])
    if found := units.after(text, low, end):
        if not money or units.is_money(found.name):
            unit, end = found.name, found.end
            if units.is_money(unit) and (scale := _SCALE.match(low, end)):  # "75 euros million"
                number, end = number._replace(value=number.value * SCALES[scale[1]]), scale.end()
    elif half := _HALF_UNIT.match(low, end) if number.share else None:
        if found := units.after(text, low, half.end() - 1):
            unit, end = found.name, found.end
    elif low.startswith("-strong", end) and not low[end + 7 : end + 8].isalnum():
        end += len("-strong")
    elif number.written == "digits" and 0 < number.value < OLDEST and is_age(text, low, start, end):
        unit = "year of age"
    number, end = _with_smaller_unit(text, low, number, unit, end)
    if upper := _upper(text, low, start, number, unit, end):
        return _range(low, start, number, unit, upper)
    unit = unit or _lent(text, low, end)
    hedge = hedges.before(low, start)
    behind = hedges.after(low, number.end) or hedges.after(low, end)
    if behind and (hedge is None or hedge.effect == "about"):
        hedge = behind._replace(start=hedge.start if hedge else start)
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


def _lent(text: str, low: str, end: int) -> str:
    """The unit that a bare number borrows from the one it is joined to: "from 10 to 20 km", "5 and 7 percent"."""
    joint = _JOINT.match(low, end) if low.startswith(_JOINTS, end) else None
    other = read(text, low, joint.end()) if joint and joint.end() < len(low) else None
    found = units.after(text, low, other.end) if other else None
    sure = found and joint and (found.name == "percent" or joint.group().strip() in ("to", "or"))
    return found.name if found and sure else ""


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
    if unit not in _SMALLER:
        return number, end
    if unit == "foot" and (inches := _INCHES.match(low, end)):
        return number._replace(value=number.value + int(inches[1]) / 12), inches.end()
    if (gap := _AND.match(low, end)) is None or gap.end() >= len(low):
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
    return number._replace(value=number.value + part.value / many), its_end


def _upper(text: str, low: str, start: int, number: Numeral, unit: str, end: int) -> tuple[Numeral, str, int] | None:
    """The upper end of a range whose lower end is read: "10-15", "between 3 and 5 million", "two or three"."""
    joint = _JOINT.match(low, end) if low.startswith(_JOINTS, end) else None
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
