"""The words of time: what they mean, the kinds they fall into, and the pieces that patterns are made of."""

from __future__ import annotations

from typing import Final

from reader.analysis import numbers
from reader.text.patterns import expression
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

UNITS: Final = {f"{unit}s": unit for unit in ("day", "week", "fortnight", "month", "quarter", "year", "decade")} | {
    "centuries": "century"
}
"""Unit in the plural → in the singular."""

SMALL_UNITS: Final = {f"{unit}s": unit for unit in ("hour", "hr", "minute", "min", "second", "moment")}

SINGULAR: Final = UNITS | SMALL_UNITS

_FULL = frozenset(["may", "june", "july", *(name for name in (*MONTHS, *WEEKDAYS) if len(name) > 5), "march", "april"])

KINDS: Final[dict[str, frozenset[str]]] = {
    "FULLMONTH": frozenset(MONTHS) & _FULL,
    "SHORTMONTH": frozenset(MONTHS) - _FULL,
    "FULLDAY": frozenset(WEEKDAYS) & _FULL,
    "SHORTDAY": frozenset(WEEKDAYS) - _FULL,
    "NTH": frozenset(ORDINALS) - {"last", "final"},
    "NUMERAL": frozenset(COUNTS) - {"couple"},
    "ONES": frozenset(word for word, value in COUNTS.items() if 0 < value < 10) - {"a", "an", "couple"},
    "TEENS": frozenset(word for word, value in COUNTS.items() if 10 <= value < 20),
    "TENS": frozenset(word for word, value in COUNTS.items() if value >= 20),
    "HUNDREDS": frozenset(["seventeen", "eighteen", "nineteen"]),
    "PLURALUNIT": frozenset(UNITS),
    "UNIT": frozenset(UNITS) | frozenset(UNITS.values()),
    "PLURALSMALL": frozenset(SMALL_UNITS),
    "SMALL": frozenset(SMALL_UNITS) | frozenset(SMALL_UNITS.values()),
    "DAYTIME": frozenset(["morning", "afternoon", "evening", "night", "noon", "midday"]),
    "SEASON": frozenset(["spring", "summer", "autumn", "fall", "winter"]),
    "VAGUE": frozenset(["few", "several", "many", "recent", "coming", "some"]),
    "TONIGHT": frozenset(["tonight", "tonite"]),
    "LATER": frozenset(["beforehand", "previously", "afterward", "afterwards"]),
    "LOOSE": frozenset(["about", "nearly", "almost", "just", "roughly"]),
    "REST": frozenset(["rest", "remainder", "remaining"]),
    "MIDDLE": frozenset(["mid", "middle"]),
    "START": frozenset(["start", "beginning"]),
    "UNTIL": frozenset(["until", "till"]),
    "WEEKEND": frozenset(["weekend", "workweek"]),
    "LARGE": frozenset(["hundred", "million"]),
    "CLOSE": frozenset(["close", "turn"]),
    "FISCAL": frozenset(["fiscal", "financial"]),
    "POSSESSIVE": frozenset(["its", "his", "her", "their"]),
    "MERIDIEM": frozenset(["am", "pm", "a.m", "p.m", "a.m.", "p.m."]),
    "ZONE": frozenset(["gmt", "utc", "est", "edt", "cet", "bst"]),
}
"""Kinds of words. Words that are of the same kinds and stand in no pattern by themselves are one to the grammar."""

NUMBERS: Final[dict[str, str]] = {
    "Q": "q",
    "QTH": "Q",
    "FEWTH": "QD",
    "FIGURETH": "QDMN",
    "DAY": "qdmQDM",
    "DD": "0qdmt",
    "YY": "mt",
    "NNN": "0qdmth",
    "YEAR": "y",
    "CLOCKFIGURE": "c",
    "DOTTED": "p",
    "FIGURE": "0qdmthynQDMNcp",
}
"""Kinds of numbers by their shapes: of one digit (0, to 4, to 9), of two (a day of the month or not), of three, of
four (a year from 1000 to 2199); capitals are ordinals of these ("4th"); a clock, a date with dots, and the rest."""

_CLOCK = expression(r"\d{1,2}[:.]\d\d(?::\d\d)?")
_DOTTED = expression(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)")


def shape(figure: str) -> str:
    """Which of the shapes in ``NUMBERS`` a number in digits has: "21", "4th", "13:00", "1,049"."""
    if not figure.isdecimal():
        if figure[-1].isalpha():
            whole = shape(figure[:-2]).upper()
            return whole if whole in ("Q", "D", "M") else "N"
        return "c" if _CLOCK.fullmatch(figure) else "p" if _DOTTED.fullmatch(figure) else "n"
    if len(figure) > 4:
        return "n"
    value = int(figure)
    if len(figure) == 1:
        return "0" if value == 0 else "q" if value <= 4 else "d"
    if len(figure) == 2:
        return "m" if 1 <= value <= 31 else "t"
    return "h" if len(figure) == 3 else "y" if 1000 <= value < 2200 else "n"


PIECES: Final[dict[str, str]] = {
    "MONTH": r"(?:FULLMONTH|SHORTMONTH\.?)",
    "WEEKDAY": r"(?:FULLDAY|SHORTDAY\.?)",
    "SPELLEDYEAR": (
        r"(?:two thousand(?:(?: and)? (?:TEENS|TENS(?:[ -]ONES)?|ONES))?"
        r"|HUNDREDS[ -]TENS(?:[ -]ONES)?)(?! (?:LARGE|thousand))"
    ),
    "COUNT": r"(?:NNN|(?:a |the )?couple(?: of)?|NUMERAL)",
    "WHICH": (
        r"(?:(?:this|the) (?:past|coming)|the (?:same|following|previous|next|last|current)|that same|this|last|next"
        r"|past|previous|coming|following|current|upcoming|preceding|that)"
    ),
    "PART": r"(?:(?:very )?early|MIDDLE|late|later|earlier)",
    "EDGE": r"(?:the )?(?:very )?(?P<edge>START|MIDDLE|end|CLOSE)(?: part)? of(?: the)?",
    "FEAST": (
        r"(?:christmas eve|christmas(?: day)?|new (?:year|years|year's|years') eve|new (?:year|years|year's|years') day"
        r"|halloween|valentine's day|boxing day|may day|(?:international )?women's day|international workers'? day"
        r"|fourth of july|armistice day|remembrance day|veterans day|good friday|easter(?: sunday| monday)?|labor day"
        r"|memorial day|thanksgiving(?: day)?|black friday)"
    ),
    "ANCHOR": r"(?:today|tomorrow|yesterday|christmas|new year|WEEKDAY|MONTH DAY(?:,? YEAR)?)",
    "TO": r" ?(?:DASH|to|UNTIL|through|and) ?(?:the )?",
    "CLOCK": r"(?:CLOCKFIGURE(?: ?MERIDIEM)?|DD ?MERIDIEM|noon|midnight)(?: ?ZONE| local time)?",
}
"""Parts of patterns with a name: ANCHOR is a day that others may be counted from, TO joins the ends of a range."""
