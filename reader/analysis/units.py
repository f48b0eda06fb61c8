"""Units: the measure or money that stands beside a number, under one name each."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from reader.analysis.numbers import word_at
from reader.text.patterns import expression
from reader.text.wordlists import sections

LONGEST = 4
"""A unit has at most so many words."""

_WORD = expression(r"[a-z]+(?:\.[a-z]\.)?\.?")
_SYMBOL = expression(r"\{kg\}|[^\s\d,;:!?()\[\]\"]{1,5}(?:[23](?!\d))?")
_RATE = expression(r"\s?(?:/\s?|\s(?:per|an?|each|every)\s)(second|minute|hour|day|week|month|year|capita)\b")
_AGE = expression(r"[- ](?:old\b|of age\b)")
_MONEY = expression(
    r"(?:dollar|euro|pound sterling|yen|yuan|rupee|franc|rouble|lira|peso|cent|pence|krona|krone|crown)$"
)
_RATED = frozenset("mile kilometre metre litre gallon barrel tonne gram kilogram megabit gigabit".split())


class Unit(NamedTuple):
    """A unit of measure beside a number: its canonical name, and where its spelling ends."""

    name: str
    end: int


@cache
def _table(section: str) -> dict[str, str]:
    """Spelling → canonical name."""
    table: dict[str, str] = {}
    for line in sections(__package__, "units")[section]:
        name, _, others = line.partition(" = ")
        for spelling in [name, *others.split(" | ")]:
            if spelling and (section != "symbols" or spelling != name):
                table.setdefault(spelling, name)
    return table


@cache
def _words() -> dict[str, str]:
    table = _table("words")
    plurals = {f"{spelling}s": name for spelling, name in table.items() if not spelling.endswith("s")}
    plurals |= {f"degrees{spelling[6:]}": name for spelling, name in table.items() if spelling.startswith("degree ")}
    return plurals | table


@cache
def _first_words() -> frozenset[str]:
    """The letters that spellings begin with, up to a blank or a mark."""
    return frozenset(word_at(spelling, 0) for spelling in _words())


def after(text: str, low: str, at: int) -> Unit | None:
    """The unit that follows a number which ends at a place: "5 km", "44-day", "60 tonnes", "20 per cent"."""
    begin = at
    while begin < at + 2 and text[begin : begin + 1] in (" ", "-", "\u00a0", "‑", "–", "\u2009"):
        begin += 1
    if unit := _symbol(text, begin, begin == at):
        return unit
    if begin == at and not text.startswith("per", at):
        return None
    if word_at(low, begin) not in _first_words():
        return None
    words, end, best = "", begin, None
    for _ in range(LONGEST):
        found = _WORD.match(low, end)
        if found is None:
            break
        words += found.group()
        for spelling, cut in ((words, 0), (words.rstrip("."), words.endswith("."))):
            if name := _words().get(spelling):
                best = Unit(name, found.end() - cut)
        end = found.end()
        if low[end : end + 1] not in (" ", "-"):
            break
        words += " "
        end += 1
    return _extended(low, best) if best else None


def _symbol(text: str, at: int, attached: bool) -> Unit | None:
    found = _SYMBOL.match(text, at)
    if found is None:
        return None
    spelling = found.group()
    for end in range(len(spelling), 0, -1):
        name = _table("symbols").get(spelling[:end])
        rest = text[at + end : at + end + 1]
        whole = not (rest.isalnum() or rest == "'") or spelling[:end] in "$%€£¥°¢"
        if name and whole and (attached or len(spelling[:end]) > 1 or spelling[0] in "$%€£¥°¢mgtWVK₡"):
            return _extended(text, Unit(name, at + end))
    return None


def _extended(low: str, unit: Unit) -> Unit:
    """The unit with what may follow it: an age, a rate."""
    if unit.name in ("year", "month", "week", "day") and (old := _AGE.match(low, unit.end)):
        return Unit("year of age" if unit.name == "year" else unit.name, old.end())
    if unit.name in _RATED and (rate := _RATE.match(low, unit.end)):
        return Unit(f"{unit.name} per {rate[1]}", rate.end())
    return unit


def before(low: str, at: int) -> tuple[str, int] | None:
    """The money sign or code before a number that begins at a place: its unit, and where the sign begins."""
    end = at - (low[at - 1 : at] in (" ", "\u00a0"))
    for length in range(min(6, end), 0, -1):
        spelling = low[end - length : end]
        name = _table("before").get(spelling)
        around = low[end - length - 1 : end - length]
        if name and not (spelling[0].isalpha() and (around.isalpha() or around in ("'", "."))):
            return name, end - length
    return None


def is_code(words: str) -> bool:
    """Whether words are the code of a currency, an amount written to it or not: "USD", "EUR300"."""
    code = words.rstrip("0123456789.,")
    return code.isupper() and len(code) > 2 and (code in _table("symbols") or code.lower() in _table("before"))


def is_money(unit: str) -> bool:
    """Whether a canonical unit is a currency."""
    return _MONEY.search(unit) is not None
