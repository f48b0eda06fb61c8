"""Numbers that count nothing: clock times, dates, years, scores, addresses, and those within a name."""

from __future__ import annotations

import re
from functools import cache

from reader.analysis import hedges, units
from reader.analysis.numbers import PARTS, SCALES, Numeral, read
from reader.text.patterns import expression
from reader.text.wordlists import words_of

NO_QUANTITY = {
    "clock": r"\d{1,2}: ?\d{2}(?!\d)(?::\d{2})?|\d{1,2}(?:\.\d\d)?\s?[ap]\.? ?m\b\.?",
    "clock in words": r"\d{4} (?:gmt|utc|hours\b)|\d{1,2} o'clock",
    "date": r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b",
    "ordinal": r"\d+(?:,\d{3})*(?:st|nd|rd|th)\b",
    "decade": r"\d{2,4}'?s\b",
    "telephone": r"\+?\d{1,4}[- ]\(?\d{2,4}\)?[- ]\d{3,4}[- ]\d{2,4}(?:[- ]\d+)*|\(?\d{3}\)?[- ]\d{3}-\d{4}",
    "season": r"(?:19|20)\d{2}(?:[-/]|–(?=\d))\d{2}(?!\d)",
    "address": r"\d+(?:\.\d+){2,}",
    "date or rating": r"(?!\d{1,3}/(?:[234568]|10|16|32|64)\b)\d{1,3}/\d{1,4}(?!\d)",
    "list mark": r"^\d{1,2}[.)]\s",
    "code": r"0\d+(?![\d.,]*\d)|\d{16,}",
}
"""Numbers that count nothing, by name."""
_NO_QUANTITY = expression("|".join(f"(?:{pattern})" for pattern in NO_QUANTITY.values()))
NO_PROSE = expression(
    r"(?:https?://|www\.)\S+|(?<!\S)\S{1,99}@\S+|(?<!\S)\S{1,99}\.(?:com|org|net|html?)(?:/\S*)?|\[\d[\d, –-]{0,40}\]"
)
"""Addresses on the network, and footnote marks."""
_CODE = expression(r"[\w.,-]*\w")
_WORD_BEFORE = expression(r"([\w']+)([^\w]{1,2})$")
_WORD_AFTER = expression(r"[\s-]([a-z]+)")
_DASHES = frozenset("-–—")
_SCORE = expression(r"\d{1,3} ?[-–—] ?\d{1,3}(?![\w.,]\d|[\w%])")
_SCORED = expression(
    r"(?:win|wins|won|winning|lose|lost|losing|beat|beating|draw|drew|drawn|lead|led|leading|ended|by|a)\s$"
)
_YEAR = expression(r"(?:1[5-9]|20)\d{2}(?![\d,.]\d|\d)")
_FIRST = expression(r"(?:^|[.!?:;\n\"'(-]\s*|[–—]\s*)$")


@cache
def _list(name: str) -> frozenset[str]:
    return words_of(__package__, "nouns", name)


def _code(low: str, at: int) -> int:
    """Where a row of letters and digits ends."""
    found = _CODE.match(low, at)
    return found.end() if found else at + 1


def skipped(text: str, low: str, at: int) -> int:
    """Where to go on when the number at a place counts nothing; 0: it may count."""
    before = _WORD_BEFORE.search(low, max(0, at - 24), at)
    word, gap = (before[1], before[2]) if before else ("", "")
    if word in _list("labels") and (
        gap in (" ", "\u00a0") or (gap == ". " and word in ("no", "nos", "nr", "vol", "art", "p", "pp"))
    ):
        number = read(text, low, at)
        return _code(low, at) if number and not units.after(text, low, number.end) else 0
    if low[at] == "." and low[at - 1 : at].strip() and low[at - 1] not in "($€£":
        return at + 2
    if not low[at].isdigit():
        return 0
    if found := _NO_QUANTITY.match(low, at):
        return found.end()
    previous = low[at - 1 : at]
    inside = previous.isalpha() or previous in ("_", "#") or (previous in "-–/." and low[at - 2 : at - 1].isalnum())
    if inside and previous:
        return 0 if units.before(low, at) else _code(low, at)
    if previous == "'" and low[at + 2 : at + 3] in ("", " ", ",", ".", "\n"):
        return at + 2
    if (
        low[at + 1 : at + 5].strip("0123456789 ")[:1] in _DASHES
        and (score := _SCORE.match(low, at))
        and _is_score(text, low, at, score.group())
    ):
        return score.end()
    if previous == " " and low[at : at + 3].rstrip(" ").endswith(")") and "(" not in low[max(0, at - 60) : at]:
        return at + 2
    if previous == "+" and low[at : at + 8].isdigit():
        return _code(low, at)
    year = _YEAR.match(low, at) if low[at + 3 : at + 4].isdigit() else None
    return year.end() if year and _is_year(low, at, year.end(), word) else 0


def _is_score(text: str, low: str, at: int, said: str) -> bool:
    """Whether two small numbers are a score: the larger first, in brackets, after "won" or a side's name."""
    first, second = (int(n) for n in re.findall(r"\d+", said))
    if low[at - 1 : at] == "(" or low[at + len(said) : at + len(said) + 1] == ")":
        return True
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
    if word in _list("before a year") or (low[at - 1 : at], low[end : end + 1]) == ("(", ")"):
        return True
    if low[end : end + 1] in ("-", "–"):
        return bool(_YEAR.match(low, end + 1))
    plural = following and following[1].endswith("s")
    return 1900 <= int(low[at:end]) < 2100 and not plural and not hedge


def counts(text: str, low: str, number: Numeral) -> bool:
    """Whether a numeral is a quantity at all: "one" and "half" often are not, nor is a number within a name."""
    after = low[number.end : number.end + 1]
    if number.written == "digits":
        return not after.isalpha() or units.after(text, low, number.end) is not None
    before = low[number.start - 1 : number.start]
    if before.isalnum() or before in ("_", "'") or after.isalnum() or after == "_":
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
        if after == "-" and units.after(text, low, number.end):
            return True  # a one-day strike
        return not (previous and previous[1] in _list("before one")) and bool(word) and word not in _list("after one")
    if said in ("half", "quarter"):
        return word in _list("after half") or bool(hedges.before(low, number.start))
    return not _capitalised(text, low, number)


def _capitalised(text: str, low: str, number: Numeral) -> bool:
    """Whether a number in words is part of a name: "Ford Five Hundred", "Group of Seven"."""
    if not text[number.start].isupper() or _FIRST.search(low, max(0, number.start - 3), number.start):
        return False
    words = re.findall(r"[^\W\d_]{4,}", text[max(0, number.start - 200) : number.end + 200])
    capitals = sum(word[0].isupper() for word in words)
    return number.start > 0 and 2 * capitals < len(words) + 2
