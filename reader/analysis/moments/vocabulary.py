"""The words of time and the pieces that its patterns are made of, over lower-case text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from reader.analysis import numbers
from reader.text.wordlists import sections

_PACKAGE = "reader.analysis"


def _values(section: str) -> dict[str, int]:
    lines = (line.split() for line in sections(_PACKAGE, "calendar")[section])
    return {word: int(value) for value, *words in lines for word in words}


MONTHS: Final = _values("months")
"""Name or abbreviation → number of the month."""

WEEKDAYS: Final = _values("weekdays")
"""Name or abbreviation → number of the day, Monday being 0."""

_SIMPLE = _values("ordinals")
ORDINALS: Final = (
    _SIMPLE
    | {f"twenty {word}": 20 + value for word, value in _SIMPLE.items() if value < 10}
    | {"thirty first": 31, "last": -1, "final": -1}
)
"""Ordinal in words → number; the last is -1."""

COUNTS: Final = {word: int(value) for word, value in numbers.NUMBERS.items()} | {"a": 1, "an": 1, "couple": 2}
"""Number in words → number, articles taken for one."""

FEASTS: Final = {
    name: (int(month), int(day))
    for month, day, names in (line.split(" ", 2) for line in sections(_PACKAGE, "calendar")["feasts"])
    for name in names.split("|")
}
"""Day with a name, without apostrophes → month and day."""


def _openings() -> dict[str, str]:
    listed = [(line[0], line.split()[1:]) for line in sections(_PACKAGE, "calendar")["openings"]]
    found: dict[str, str] = {}
    for kind, words in [("M", MONTHS), ("W", WEEKDAYS), ("O", ORDINALS), ("N", COUNTS), *listed]:
        for word in {word.split()[0] for word in words}:
            found[word] = found.get(word, "") + kind
    return found


OPENINGS: Final = _openings()
"""Word → the kinds of opening it is: M month, W weekday, O ordinal, N number, and those of the list."""


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _names(words: Iterable[str], shortest: int) -> str:
    """Full names, and abbreviations with their dot."""
    words = list(words)
    full = [word for word in words if len(word) >= shortest or word in ("may", "june", "july")]
    return rf"(?:(?:{_any(full)})(?![a-z])|(?:{_any(set(words) - set(full))})(?![a-z])\.?)"


MONTH: Final = _names(MONTHS, 5)
WEEKDAY: Final = _names(WEEKDAYS, 6)
_BELOW_TEN = _any(word for word, value in _SIMPLE.items() if value < 10)
ORDINAL: Final = rf"(?:twenty[ -](?:{_BELOW_TEN})|thirty[ -]first|{_any(_SIMPLE)})(?![a-z])"
DAY: Final = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:]|[.,]\d)"
YEAR: Final = r"(?:1[0-9]\d\d|20\d\d|21\d\d)(?![\d:]|,\d\d\d|\.\d)"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
SPELLED_YEAR: Final = (
    rf"(?:two thousand(?:(?: and)? (?:{_TEENS}|(?:{_TENS})(?:[ -](?:{_ONES}))?|{_ONES}))?"
    rf"|(?:seventeen|eighteen|nineteen)[ -](?:{_TENS})(?:[ -](?:{_ONES}))?)(?![a-z])(?! (?:hundred|thousand|million))"
)
COUNT: Final = rf"(?:\d{{1,3}}|(?:a |the )?couple(?: of)?|(?:{_any(w for w in COUNTS if w != 'couple')})(?![a-z]))"
VAGUE: Final = r"(?:few|several|many|recent|coming|some)"
UNIT: Final = r"(?:day|week|fortnight|month|quarter|year|decade|century|centurie)"
SMALL: Final = r"(?:hour|hr|minute|min|second|moment)"
WHICH: Final = (
    r"(?:(?:this|the) (?:past|coming)|the (?:same|following|previous|next|last|current)|that same|this|last|next|past"
    r"|previous|coming|following|current|upcoming|preceding|that)"
)
PART_OF_DAY: Final = r"(?:morning|afternoon|evening|night|noon|midday)"
SEASON: Final = r"(?:spring|summer|autumn|fall|winter)"
PART: Final = r"(?:(?:very )?early|mid|middle|late|later|earlier)"
EDGE: Final = r"(?:the )?(?:very )?(?P<edge>beginning|start|middle|end|close|turn)(?: part)? of(?: the)?"
FEAST: Final = (
    r"christmas eve|christmas(?: day)?|new year['’]?s? eve|new year['’]?s? day|halloween|valentine['’]s day"
    r"|boxing day|may day|(?:international )?women['’]s day|international workers['’]? day|fourth of july|armistice day"
    r"|remembrance day|veterans day|good friday|easter(?: sunday| monday)?|labor day|memorial day"
    r"|thanksgiving(?: day)?|black friday"
)
ANCHOR: Final = rf"(?:today|tomorrow|yesterday|christmas|new year|{WEEKDAY}|{MONTH} {DAY}(?:,? {YEAR})?)"
"""A day that others may be counted from."""

TO: Final = r" ?(?:-|–|—|to|until|till|through|and) ?(?:the )?"
"""What joins the ends of a range."""

CLOCK: Final = (
    r"(?:\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m?\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?|\d{1,2}[ap]\b|noon|midnight)"
    r"(?:\s?(?:gmt|utc|local time|est|edt|cet|bst))?"
)
