"""Numerals: numbers in digits, in words and in both, read at a place in a text.

>>> read("two hundred and six people", 0)
Numeral(start=0, end=19, value=206.0, ...)
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from math import inf
from typing import Final

UNITS: Final = {
    word: value
    for value, words in enumerate(
        [
            "zero nought naught nil",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
    for word in words.split()
}
"""Number words below twenty."""

TENS: Final = {
    word: 10 * value
    for value, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
} | {"fourty": 40}

SCALES: Final = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
}
"""Words that multiply the number before them."""

SHORT_SCALES: Final = {
    "k": 1e3,
    "K": 1e3,
    "m": 1e6,
    "M": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "mil": 1e6,
    "mio": 1e6,
    "MM": 1e6,
    "b": 1e9,
    "B": 1e9,
    "G": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "T": 1e12,
    "trn": 1e12,
}
"""Letters that multiply the digits they are written to: "10k", "2.5bn"."""

DOZENS: Final = {"dozen": 12.0, "dozens": 12.0}

PLURAL_SCALES: Final = {
    "dozens": 12.0,
    "scores": 20.0,
    "hundreds": 1e2,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
}
"""Vague numbers, with the least that they may mean."""

DENOMINATORS: Final = {
    word: value
    for value, words in {
        2: "half halves",
        3: "third thirds",
        4: "quarter quarters fourth fourths",
        5: "fifth fifths",
        6: "sixth sixths",
        7: "seventh sevenths",
        8: "eighth eighths",
        9: "ninth ninths",
        10: "tenth tenths",
        12: "twelfth twelfths",
        20: "twentieth twentieths",
        30: "thirtieth thirtieths",
        100: "hundredth hundredths",
        1000: "thousandth thousandths",
    }.items()
    for word in words.split()
}

VULGAR = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5}
VULGAR |= {"⅘": 4 / 5, "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8}

_GROUPED = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d{1,20})?|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d,])(?:\.\d{1,20})?"
_PLAIN = r"\d{1,3},\d{1,2}(?![\d,]|\.\d)|\d{1,20}(?:\.\d{1,20})?|\.\d{1,20}"
_POWER = r"(?:e|\ ?[x×]\ ?10\^?)(?P<power>[-+]?\d{1,2})(?!\w)"
_DIGITS = re.compile(rf"(?P<grouped>{_GROUPED})|(?P<plain>{_PLAIN})(?:{_POWER})?")
_FRACTION = re.compile(r"(\d{1,3})\s?[/⁄]\s?(\d{1,3})(?![\d/])")
_MIXED = re.compile(r"[ -]{1,2}(?=\d{1,2}\s?[/⁄]\s?\d)|\s?(?=[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])")
_WORD = re.compile(r"[a-z]+")
_GAP = re.compile(r"\s{1,3}(?:and\s{1,2})?|\s?[-‐‑]\s?(?:and\s?[-‐‑]\s?)?")
_SHORT = re.compile(r"\s?(bn|bln|mn|mln|mil|mio|tn|trn|MM|[kKmMbBGT])(?![\w/²³^])")
_PLURAL_OF = re.compile(r"(?:tens|dozens|hundreds|thousands) of (?=(?:hundred|thousand|million|billion)s)")
_FEW = re.compile(r"(?:several|(?:a )?few|many|a couple(?: of)?) (?=(?:hundred|thousand|million|billion|dozen)s?\b)")
_OF_A = re.compile(r"(?: of)?[ -](?:an? )?(?=(?:hundred|thousand|million|billion|trillion|dozen)\b)")
_SHARE_OF = re.compile(r" (?:in(?: every)?|out of(?: every)?) ")
_SCALE_NEXT = re.compile(r"[ -](?:hundred|thousand|million|billion|trillion)\b")
_HALF_MORE = re.compile(r"[ -]and[ -](?=(?:an?|one|two|three)[ -](?:half|third|quarter|fifth)|(?:half|quarter)\b)")


_PART = re.compile(r" of\b| (?:more|less|fewer|larger|smaller|higher|lower)\b|[.,;:)!?]|\s*$")
_ROUND = frozenset([*range(2, 11), 12, 15, 20, 25, 50, 100, 500, 1000, 10_000, 100_000, 1_000_000])


@dataclass(frozen=True, slots=True)
class Numeral:
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
    """The text in lower case, character for character, so that offsets hold."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


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
    for pattern in (_PLURAL_OF, _FEW):
        if found := pattern.match(low, at):
            return _vague(low, at, found.group(), found.end())
    word = word_at(low, at)
    end = at + len(word)
    if word in PLURAL_SCALES:
        return Numeral(at, end, PLURAL_SCALES[word], open=True)
    if word in ("half", "quarter"):
        return _scaled(low, Numeral(at, end, 1 / DENOMINATORS[word], share=True))
    if word in ("a", "an"):
        return _after_article(low, at, end)
    whole = _cardinal(low, at)
    return _with_fraction(low, whole) if whole else None


def _in_digits(text: str, low: str, at: int) -> Numeral | None:
    fraction = _FRACTION.match(low, at)
    if fraction and 0 < int(fraction[1]) < int(fraction[2]):
        return Numeral(at, fraction.end(), int(fraction[1]) / int(fraction[2]), "digits", share=True)
    found = _digits(low, at)
    if found is None:
        return None
    number = Numeral(at, *found, "digits")
    if short := _SHORT.match(text, number.end):
        attached = short.end() - len(short[1]) == number.end
        if attached or len(short[1]) > 1:
            return replace(number, end=short.end(), value=number.value * SHORT_SCALES[short[1]])
    mixed = _MIXED.match(low, number.end)
    if mixed and number.value.is_integer():
        rest = VULGAR.get(low[mixed.end()])
        part = _FRACTION.match(low, mixed.end())
        if rest is not None:
            number = replace(number, end=mixed.end() + 1, value=number.value + rest)
        elif part and 0 < int(part[1]) < int(part[2]):
            number = replace(number, end=part.end(), value=number.value + int(part[1]) / int(part[2]))
    return _with_fraction(low, _times_scales(low, number, limit=inf))


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
    if word in TENS:
        value = float(TENS[word])
        gap = _GAP.match(low, end)
        unit = word_at(low, gap.end()) if gap and "and" not in gap.group() else ""
        if gap and 0 < UNITS.get(unit, 0) < 10:
            value, end = value + UNITS[unit], gap.end() + len(unit)
    elif word in UNITS:
        value = float(UNITS[word])
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
    while True:
        gap = _GAP.match(low, number.end) if number.end > number.start else None
        begin = gap.end() if gap else number.end
        if gap and "and" in gap.group():
            break
        word = word_at(low, begin)
        scale = SCALES.get(word) or DOZENS.get(word)
        if scale is None or scale * number.value >= limit or scale == last:
            break
        number = replace(number, end=begin + len(word), value=number.value * scale)
        last = scale
        gap = _GAP.match(low, number.end)
        rest = _cardinal(low, gap.end(), scale) if gap else None
        joined = gap is not None and "and" in gap.group()
        if rest is None or rest.value >= scale or _SCALE_NEXT.match(low, rest.end):
            continue
        if rest.value < 1e3 if joined else rest.written == number.written:
            number = replace(number, end=rest.end, value=number.value + rest.value)
    return number


def _with_fraction(low: str, number: Numeral) -> Numeral:
    """The number with what may follow a whole one: decimals in words, a fraction, a denominator, a scale."""
    if low.startswith(" point ", number.end):
        number = _decimals(low, number)
    elif joined := _HALF_MORE.match(low, number.end):
        part = read(low, low, joined.end())
        if part and part.share:
            unit = next((s for w, s in SCALES.items() if low.endswith(w, number.start, number.end)), 1.0)
            return replace(number, end=part.end, value=number.value + part.value * unit)
        if part and number.value < 1e3:
            word = _WORD.findall(low, part.start, part.end)[-1]
            scale = SCALES.get(word) or DOZENS[word]
            return replace(number, end=part.end, value=number.value * scale + part.value)
        if part and part.value < number.value:
            return replace(number, end=part.end, value=number.value + part.value)
    gap = _GAP.match(low, number.end)
    if gap and number.value < 100 and "and" not in gap.group():
        word = word_at(low, gap.end())
        below = DENOMINATORS.get(word)
        if below and (number.value == 1) != word.endswith(("s", "halves")) and number.value.is_integer():
            share = replace(number, end=gap.end() + len(word), value=number.value / below, share=True)
            return _scaled(low, share)
    if (share_of := _SHARE_OF.match(low, number.end)) and 0 < number.value < 100:
        whole = _in_digits(low, low, share_of.end()) if low[share_of.end() : share_of.end() + 1].isdigit() else None
        whole = whole or _cardinal(low, share_of.end())
        if whole and whole.value > number.value and whole.value in _ROUND:
            return replace(number, end=whole.end, value=number.value / whole.value, share=True)
    return number


def _decimals(low: str, number: Numeral) -> Numeral:
    """A number with its decimals in words: "nine point nought four"."""
    figures, end = "", number.end + len(" point")
    while low[end : end + 1] == " " and (word := word_at(low, end + 1)) and (word in UNITS or word in TENS):
        part = _cardinal(low, end + 1, 100)
        if part is None:
            break
        figures += str(int(part.value))
        end = part.end
    if not figures:
        return number
    return _times_scales(low, replace(number, end=end, value=number.value + float("0." + figures)), inf)


def _after_article(low: str, at: int, end: int) -> Numeral | None:
    """ "a hundred", "a half", "a third", "a couple of dozen": the numeral that an article begins."""
    if low[end : end + 1] != " ":
        return None
    word = word_at(low, end + 1)
    after = end + 1 + len(word)
    if word in DENOMINATORS and not word.endswith("s") and (word in ("half", "quarter") or _PART.match(low, after)):
        return _scaled(low, Numeral(at, after, 1 / DENOMINATORS[word], share=True))
    if word in SCALES or word == "dozen":
        whole = _cardinal(low, end + 1)
        return replace(_with_fraction(low, whole), start=at) if whole else None
    return None


def _scaled(low: str, number: Numeral) -> Numeral:
    """A part with the scale it is a part of: "half a million", "two thirds of a million", "2½ billion"."""
    if found := _OF_A.match(low, number.end):
        word = word_at(low, found.end())
        scale = SCALES.get(word) or DOZENS[word]
        return replace(number, end=found.end() + len(word), value=number.value * scale, share=False)
    return number


def _vague(low: str, at: int, said: str, end: int) -> Numeral:
    """ "tens of thousands", "several hundred": the least that is meant, open above."""
    word = word_at(low, end)
    scale = PLURAL_SCALES.get(word) or SCALES.get(word) or DOZENS[word]
    least = {"tens": 10.0, "dozens": 12.0, "hundreds": 1e2, "thousands": 1e3, "many": 1.0}.get(said.split()[0], 2.0)
    return Numeral(at, end + len(word), least * scale, open=True)
