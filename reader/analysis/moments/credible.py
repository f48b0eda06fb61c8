"""Whether what looks like a time is one: "may", "march", "sat" and four digits often are not."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from reader.analysis import counted, units
from reader.analysis.moments.tense import tense
from reader.analysis.moments.trying import Reading
from reader.text.patterns import expression
from reader.text.wordlists import words_of

_SINCE = frozenset("in since until till last next early late mid between by from to and".split())
_INTO = _SINCE | frozenset("of this through during for before after on the".split())
_DURING = frozenset("in since of until till by from to before after during year early late mid".split())
_UNSURE_DAYS = frozenset(["sun", "sat", "mon", "wed", "fri", "tue", "thu", "thur", "tues", "thurs"])
_UNSURE_MONTHS = frozenset(["may", "march", "mar", "jan", "jun"])
_RECKONED = expression(
    r"\b(?:first|second|third|fourth|fifth|last|only|times?|once|twice|record|ever|[a-z]+est|least|most|rise|fall|drop"
    r"|loss)\b"
)
_END = expression(r"\b(?:until|till|up to|(?:from|between) [\w ,]{3,30} (?:to|and|until)) $")
_YEAR = expression(r"\b(?:19|20)\d\d\b")
_YEAR_PREFIX = expression(r"\b(?:post|pre|mid|late|early|\d{4})[-–]$")
_LAST_WORD = expression(r"[a-z]+$")
_WORD_BEFORE = expression(r"([\w']+)\W{1,2}$")
_WORD_AFTER = expression(r"\s+([a-z]+)")
_NAME = expression(r"[A-Z]\w+ $")


def credible(text: str, low: str, found: Reading) -> bool:
    """Whether what a pattern reads is an expression of time where it stands."""
    check = _CHECKS.get(found.name)
    return check is None or check(text, low, found)


@cache
def _list(section: str) -> frozenset[str]:
    return words_of("reader.analysis", "calendar", section)


def _before(low: str, start: int) -> str:
    """The word before a place, if but a blank or a hyphen parts them."""
    if low[start - 1 : start] not in (" ", "-", "\n"):
        return ""
    found = _LAST_WORD.search(low, max(0, start - 10), start - 1)
    return found.group() if found else ""


def _next(low: str, end: int) -> str:
    found = _WORD_AFTER.match(low, end)
    return found[1] if found else ""


def _month(text: str, low: str, found: Reading) -> bool:
    """Names that are words too need a capital and a preposition; abbreviations a capital; the rest one of the two."""
    word = found.groups["m"].rstrip(".")
    if not text[found.start].isupper():
        return len(word) > 3 and word != "march" and _before(low, found.start) in _SINCE
    return word not in _UNSURE_MONTHS or _before(low, found.start) in _INTO


def _dated_month(text: str, low: str, found: Reading) -> bool:
    """Beside a day or a year, "may" and "march" still need a capital, but for "4th of may"."""
    if found.groups["m"].rstrip(".") not in ("may", "march"):
        return True
    return text[found.starts["m"]].isupper() or text[found.start].isdigit() or " of " in low[found.start : found.end]


def _which_month(text: str, low: str, found: Reading) -> bool:
    return found.groups["m"] not in ("may", "march", "august") or text[found.starts["m"]].isupper()


def _weekday(text: str, low: str, found: Reading) -> bool:
    word = found.groups["wd"].rstrip(".")
    return word not in _UNSURE_DAYS or (text[found.start].isupper() and _before(low, found.start) in _INTO)


def _year(text: str, low: str, found: Reading) -> bool:
    """Whether four digits are a year: most are from 1900 on; earlier ones, and those before a plural, need a word."""
    start, end = found.start, found.end
    if low.startswith(("year ", "the year "), start):
        return True
    if low[start - 1 : start] in ("-", "–") and not _YEAR_PREFIX.search(low, max(0, start - 6), start):
        return False
    before = _WORD_BEFORE.search(low, max(0, start - 24), start)
    word, after = before[1] if before else "", _next(low, end)
    if word in _list("no year before") or after in _list("no year after") or units.after(low, low, end):
        return False
    if word == "to":
        return bool(_YEAR.search(low, max(0, start - 14), start))
    if (low[start - 1 : start], low[end : end + 1]) == ("(", ")"):
        return True
    if int(found.groups["y"]) >= 1900:
        return not word or word in _list("before a year") or not counted.is_plural(after)
    return word in _list("before a year") and word not in ("of", "and", "the") and not counted.is_plural(after)


def _spelled_year(text: str, low: str, found: Reading) -> bool:
    return _before(low, found.start) in _DURING and not counted.is_plural(_next(low, found.end))


def _in_so_long(text: str, low: str, found: Reading) -> bool:
    """The words "in two years" look forward; in the past, and after "the first", they are a length of time."""
    if tense(low, found.start, found.end) == "past":
        return False
    return not _RECKONED.search(low, max(0, found.start - 40), found.start)


def _today(text: str, low: str, found: Reading) -> bool:
    """The word "now" is a day only as the end of a time: "until now", "between 2019 and now"."""
    return found.groups["today"] != "now" or bool(_END.search(low, max(0, found.start - 40), found.start))


def _feast(text: str, low: str, found: Reading) -> bool:
    """The word "Christmas" is no day in a person's name, and none before a noun ("a Christmas tree")."""
    after = _next(low, found.end)
    bare = after == "" or counted.ends_noun(after)
    return bare and not _NAME.search(text, max(0, found.start - 20), found.start)


def _edge(text: str, low: str, found: Reading) -> bool:
    return found.groups.get("u") != "day" or low[found.end : found.end + 1] != ","


def _iso_month(text: str, low: str, found: Reading) -> bool:
    """Digits as in "2008-09" are a season that two years share, and those of "2015-12" a month."""
    year, number = int(found.groups["y"]), int(found.groups["mn"])
    return 1900 <= year < 2100 and 1 <= number <= 12 and (year + 1) % 100 != number


def _decade(text: str, low: str, found: Reading) -> bool:
    """The figure of "the 1990s" ends with a nought; that of "1995's" does not."""
    figure = found.groups["decade"]
    return figure.endswith("0") and (len(figure) < 4 or 1500 <= int(figure) < 2100)


def _week_number(text: str, low: str, found: Reading) -> bool:
    """A "Week 8" within a sentence is a week of some season, not of the year."""
    return bool(found.groups.keys() & {"y", "w"}) or not (text[found.start].isupper() and found.start)


_CHECKS: dict[str, Callable[[str, str, Reading], bool]] = {
    "month": _month,
    "month day": _dated_month,
    "day month": _dated_month,
    "month year": _dated_month,
    "which month": _which_month,
    "weekday": _weekday,
    "year": _year,
    "spelled year": _spelled_year,
    "in": _in_so_long,
    "today": _today,
    "part of a decade": _decade,
    "feast": _feast,
    "edge": _edge,
    "iso month": _iso_month,
    "week number": _week_number,
}
