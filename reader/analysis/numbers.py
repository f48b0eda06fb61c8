"""Numerals: numbers in digits, in words and in both, read at a place in a text.

"two hundred and six", "1,049", "half a million", "3 hundred and 21", "one in five", "tens of thousands".
"""

from __future__ import annotations

import re
from math import inf
from typing import Final, NamedTuple
from unicodedata import numeric

from reader.text.patterns import expression
from reader.text.wordlists import sections


def _values(section: str) -> dict[str, float]:
    """Word → value, from one section of the list of numerals."""
    lines = (line.split() for line in sections(__package__, "numerals")[section])
    return {word: float(value) for value, *words in lines for word in words}


NUMBERS: Final = _values("numbers")
"""Number words below a hundred."""

SCALES: Final = _values("scales")
"""Words that multiply the number before them."""

LETTERS: Final = _values("letters")
"""Letters that multiply the digits they are written to: "10k", "2.5bn"."""

DOZENS: Final = _values("dozens")

VAGUE: Final = _values("vague")
"""Vague numbers, with the least that they may mean."""

PARTS: Final = _values("parts")
"""Words for parts of a whole, with what the whole is divided by."""

VULGAR: Final = {sign: numeric(sign) for sign in "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"}
"""Fractions that are one character."""

_GROUPED = r"\d{1,3}(?:,\d{3}|, 000)+(?!\d)(?:\.\d{1,20})?|\d{1,3}(?:[ \u00a0]\d{3})+(?![\d,])(?:\.\d{1,20})?"
_PLAIN = r"(?<!\d,)\d{1,3},\d{1,2}(?![\d,]|\.\d)|\d{1,20}(?:\.\d{1,20})?|\.\d{1,20}"
_POWER = r"(?:e(?=[-+]|\d\d)|\ ?[x×]\ ?10\^?)(?P<power>[-+]?\d{1,2})(?!\w)"
_DIGITS = expression(rf"(?P<grouped>{_GROUPED})|(?P<plain>{_PLAIN})(?:{_POWER})?")
_FRACTION = expression(r"(\d{1,3})\s?[/⁄]\s?(\d{1,3})(?![\d/])")
_MIXED = expression(r"[ -]{1,2}(?=\d{1,2}\s?[/⁄]\s?\d)|\s?(?=[¼-¾⅐-⅞])")
_WORD = expression(r"[a-z]+")
_GAP = expression(r"\s?[-‐‑]\s?(?:and\s?[-‐‑]\s?)?|\s{1,3}(?:and\s{1,2})?")
_SHORTS = frozenset("bmtk")
_SHORT = expression(r"\s?(bn|bln|mn|mln|mil|mio|tn|trn|MM|[kKmMbBT])(?![\w/²³^])")
_PLURAL_NEXT = expression(r" (?:people|[a-z]+s)\b")
_PLURAL_OF = expression(r"(?:tens|dozens|hundreds|thousands) of (?=(?:hundred|thousand|million|billion)s\b)")
_PLURALS = frozenset(("tens", "dozens", "hundreds", "thousands"))
_FEWS = frozenset(("several", "few", "a", "many"))
_FEW = expression(r"(?:several|(?:a )?few|many|a couple(?: of)?) (?=(?:hundred|thousand|million|billion|dozen)s?\b)")
_OF_A = expression(r"(?: of)?[ -](?:an? )?(?=(?:hundred|thousand|million|billion|trillion|dozen)\b)")
_SHARE_OF = expression(r" (?:in(?: every)?|out of(?: every)?) ")
_SCALE_NEXT = expression(r"[ -](hundred|thousand|million|billion|trillion)\b")
_HALF_MORE = expression(r"[ -]and[ -](?=(?:an?|one|two|three)[ -](?:half|third|quarter|fifth)|(?:half|quarter)\b)")


_PART = expression(r" of\b| (?:more|less|fewer|larger|smaller|higher|lower)\b|[.,;:)!?]|\s*$")
_ROUND = frozenset([*range(2, 11), 12, 15, 20, 25, 50, 100, 500, 1000, 10_000, 100_000, 1_000_000])


class Numeral(NamedTuple):
    """A number at ``text[start:end]``.

    ``open`` tells a vague plural ("thousands"), whose ``value`` is the least it means; ``written`` is "digits" or
    "words"; ``share`` tells a part of a whole ("a third", "one in five"), as against a number of things.
    """

    start: int
    end: int
    value: float
    written: str = "words"
    open: bool = False
    share: bool = False


def lower(text: str) -> str:
    """The text in lower case with plain quotation marks and blanks, character for character, so that offsets hold."""
    low = text.lower()
    if low.isascii():
        return low
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').replace("\u202f", "\u00a0")


def word_at(low: str, at: int) -> str:
    """The ASCII word that begins at a place of the lower-case text, or an empty string."""
    found = _WORD.match(low, at)
    return found.group() if found else ""


def read(text: str, low: str, at: int) -> Numeral | None:
    """The longest numeral that begins at a place, if one does; ``low`` is ``lower(text)``."""
    first = low[at]
    if first.isdigit() or first == ".":
        return _in_digits(text, low, at)
    if first in VULGAR:
        return _scaled(low, Numeral(at, at + 1, VULGAR[first], share=True))
    word = word_at(low, at)
    end = at + len(word)
    pattern = _PLURAL_OF if word in _PLURALS else _FEW if word in _FEWS else None
    if pattern and (found := pattern.match(low, at)):
        return _vague(low, at, found.group(), found.end())
    if word in VAGUE:
        return Numeral(at, end, VAGUE[word], open=True)
    if word in ("half", "quarter"):
        return _scaled(low, Numeral(at, end, 1 / PARTS[word], share=True))
    if word in ("a", "an"):
        return _after_article(low, at, end)
    whole = _cardinal(low, at)
    return _with_fraction(low, whole) if whole else None


def _in_digits(text: str, low: str, at: int) -> Numeral | None:
    near = low[at : at + 9]
    fraction = _FRACTION.match(low, at) if "/" in near or "⁄" in near else None
    if fraction and 0 < int(fraction[1]) < int(fraction[2]):
        return Numeral(at, fraction.end(), int(fraction[1]) / int(fraction[2]), "digits", share=True)
    found = _digits(low, at)
    if found is None:
        return None
    number = Numeral(at, *found, "digits")
    if low[number.end : number.end + 2].lstrip()[:1] in _SHORTS and (short := _SHORT.match(text, number.end)):
        attached = short.end() - len(short[1]) == number.end
        if (attached or len(short[1]) > 1) and (short[1] not in "mT" or _is_million(low, at, short.end())):
            return number._replace(end=short.end(), value=number.value * LETTERS[short[1]])
    near = low[number.end : number.end + 6]
    mixed = _MIXED.match(low, number.end) if "/" in near or "⁄" in near or not VULGAR.keys().isdisjoint(near) else None
    if mixed and number.value.is_integer():
        rest = VULGAR.get(low[mixed.end()])
        part = _FRACTION.match(low, mixed.end())
        if rest is not None:
            number = number._replace(end=mixed.end() + 1, value=number.value + rest)
        elif part and 0 < int(part[1]) < int(part[2]):
            number = number._replace(end=part.end(), value=number.value + int(part[1]) / int(part[2]))
    return _with_fraction(low, _times_scales(low, number, limit=inf))


def _is_million(low: str, at: int, end: int) -> bool:
    """Whether "m" or "T" after digits is a scale and no metre or tonne: of money, or of things in the plural."""
    return low[at - 1 : at] in ("$", "€", "£", "¥") or bool(_PLURAL_NEXT.match(low, end))


def _digits(low: str, at: int) -> tuple[int, float] | None:
    found = _DIGITS.match(low, at)
    if found is None:
        return None
    if found["grouped"]:
        return found.end(), float(re.sub(r"[^\d.]", "", found["grouped"]))
    power = int(found["power"]) if found["power"] else 0
    return found.end(), float(found["plain"].replace(",", ".")) * 10.0**power


def _cardinal(low: str, at: int, limit: float = inf) -> Numeral | None:
    """A whole number in words below the limit, or digits followed by such."""
    word = word_at(low, at)
    end = at + len(word)
    if word in NUMBERS:
        value = NUMBERS[word]
        gap = _GAP.match(low, end) if value >= 20 else None
        unit = word_at(low, gap.end()) if gap and "and" not in gap.group() else ""
        if gap and 0 < NUMBERS.get(unit, 0) < 10:
            value, end = value + NUMBERS[unit], gap.end() + len(unit)
    elif word in SCALES or word == "dozen":
        value, end = 1.0, at
    elif not word and (found := _digits(low, at)):
        return _times_scales(low, Numeral(at, *found, "digits"), limit)
    else:
        return None
    number = _times_scales(low, Numeral(at, end, value), limit)
    return number if number.end > at and number.value < limit else None


def _times_scales(low: str, number: Numeral, limit: float) -> Numeral:
    """The number with the scale words that follow, and the smaller number after those: "3 hundred and 21"."""
    last = inf
    for _ in range(len(SCALES)):
        gap = _GAP.match(low, number.end) if number.end > number.start else None
        begin = gap.end() if gap else number.end
        if gap and "and" in gap.group():
            break
        word = word_at(low, begin)
        scale = SCALES.get(word) or DOZENS.get(word)
        if scale is None or scale * number.value >= limit or scale == last:
            break
        number = number._replace(end=begin + len(word), value=number.value * scale)
        last = scale
        gap = _GAP.match(low, number.end)
        rest = _cardinal(low, gap.end(), scale) if gap else None
        joined = gap is not None and "and" in gap.group()
        if rest is None or not 0 < rest.value < scale:
            continue
        if (beyond := _SCALE_NEXT.match(low, rest.end)) and (scale > 100 or beyond[1] == "hundred"):
            continue
        if rest.value < 1e3 if joined else rest.written == number.written:
            number = number._replace(end=rest.end, value=number.value + rest.value)
    return number


def _with_fraction(low: str, number: Numeral) -> Numeral:
    """The number with what may follow a whole one: decimals in words, a fraction, a denominator, a scale."""
    if low.startswith(" point ", number.end):
        number = _decimals(low, number)
    elif joined := _HALF_MORE.match(low, number.end) if low.startswith("and", number.end + 1) else None:
        part = read(low, low, joined.end())
        if part and part.share:
            unit = next((s for w, s in SCALES.items() if low.endswith(w, number.start, number.end)), 1.0)
            return number._replace(end=part.end, value=number.value + part.value * unit)
        scale = part and _scale_at_end(low, part)
        if part and scale and number.value < 1e3:
            return number._replace(end=part.end, value=number.value * scale + part.value)
        if part and scale and part.value < number.value:
            return number._replace(end=part.end, value=number.value + part.value)
    gap = _GAP.match(low, number.end)
    if gap and number.value < 100 and "and" not in gap.group():
        word = word_at(low, gap.end())
        below = PARTS.get(word)
        if below and (number.value == 1) != word.endswith(("s", "halves")) and number.value.is_integer():
            share = number._replace(end=gap.end() + len(word), value=number.value / below, share=True)
            return _scaled(low, share)
    shared = low.startswith((" in", " out"), number.end) and 0 < number.value < 100
    if shared and (share_of := _SHARE_OF.match(low, number.end)):
        whole = _in_digits(low, low, share_of.end()) if low[share_of.end() : share_of.end() + 1].isdigit() else None
        whole = whole or _cardinal(low, share_of.end())
        if whole and whole.value > number.value and whole.value in _ROUND:
            return number._replace(end=whole.end, value=number.value / whole.value, share=True)
    return number


def _scale_at_end(low: str, number: Numeral) -> float | None:
    word = _WORD.findall(low, number.start, number.end)[-1]
    return SCALES.get(word) or DOZENS.get(word)


def _decimals(low: str, number: Numeral) -> Numeral:
    """A number with its decimals in words: "nine point nought four"."""
    figures, end = "", number.end + len(" point")
    while low[end : end + 1] == " " and word_at(low, end + 1) in NUMBERS:
        part = _cardinal(low, end + 1, 100)
        if part is None:
            break
        figures += str(int(part.value))
        end = part.end
    if not figures:
        return number
    return _times_scales(low, number._replace(end=end, value=number.value + float("0." + figures)), inf)


def _after_article(low: str, at: int, end: int) -> Numeral | None:
    """What an article begins: "a hundred", "a half", "a third", "a dozen"."""
    if low[end : end + 1] != " ":
        return None
    word = word_at(low, end + 1)
    after = end + 1 + len(word)
    if word in PARTS and not word.endswith("s") and (word in ("half", "quarter") or _PART.match(low, after)):
        return _scaled(low, Numeral(at, after, 1 / PARTS[word], share=True))
    if word in SCALES or word == "dozen":
        whole = _cardinal(low, end + 1)
        return _with_fraction(low, whole)._replace(start=at) if whole else None
    return None


def _scaled(low: str, number: Numeral) -> Numeral:
    """A part with the scale it is a part of: "half a million", "two thirds of a million", "2½ billion"."""
    if found := _OF_A.match(low, number.end):
        word = word_at(low, found.end())
        scale = SCALES.get(word) or DOZENS[word]
        return number._replace(end=found.end() + len(word), value=number.value * scale, share=False)
    return number


def _vague(low: str, at: int, said: str, end: int) -> Numeral:
    """The least that is meant, open above: "tens of thousands", "several hundred"."""
    word = word_at(low, end)
    scale = VAGUE.get(word) or SCALES.get(word) or DOZENS[word]
    least = {"tens": 10.0, "dozens": 12.0, "hundreds": 1e2, "thousands": 1e3, "many": 1.0}.get(said.split()[0], 2.0)
    return Numeral(at, end + len(word), least * scale, open=True)
