"""Tense: whether the words around an expression of time look forward or back."""

from __future__ import annotations

from functools import cache
from typing import Literal

from reader.text.patterns import expression
from reader.text.wordlists import words_of

Tense = Literal["past", "future", ""]

_BREAK = expression(r"[;:\"()\n]|\bthat\b|\bwhich\b|\bafter\b|\bwhile\b|\bwhen\b|, (?:and|but|with)\b")
_WORD = expression(r"[a-z]+(?:'ll)?")
_SETS = expression(
    r"\b(?:announced?|announces|announcing|declared?|declares|declaring|called?|calls|calling|fixed|postponed)\b"
    r"[^.;:,\"()\n]{1,60}\bfor $"
)
"""What is fixed for a day lies ahead: "declared a day of mourning for Friday"."""
_LASTS = expression(r"(?<!to )(?<!did )\b(?:stays?|remains?|keeps?)(?: [a-z]+){0,3} (?:until|till) $")
"""What goes on now ends later: "the school stays closed until Monday"."""
_BEFORE_TO = frozenset(["set", "is", "are", "due", "ready", "about", "likely"])
REACH = 120
"""A verb so many characters away still tells."""


@cache
def _cues() -> tuple[frozenset[str], frozenset[str]]:
    package = "reader.analysis"
    return words_of(package, "tense", "future"), words_of(package, "tense", "past")


def _of(word: str) -> Tense:
    future, past = _cues()
    if word in future or word.endswith("'ll"):
        return "future"
    if word in past or (len(word) > 4 and word.endswith("ed")):
        return "past"
    return ""


def tense(low: str, start: int, end: int) -> Tense:
    """The tense of the clause around a span: that of the nearest verb before it, else of the first after it."""
    before = low[max(0, start - REACH) : start]
    if before.endswith(" for ") and _SETS.search(before) and not low.startswith("'s", end):
        return "future"
    if before.endswith((" until ", " till ")) and _LASTS.search(before):
        return "future"
    breaks = list(_BREAK.finditer(before))
    words = _WORD.findall(before, breaks[-1].end() if breaks else 0)
    for i in range(len(words) - 1, -1, -1):
        found = _of(words[i])
        if found == "past" and i and (words[i - 1] == "be" or _of(words[i - 1]) == "future"):
            return "future"
        if found:
            return found
        if words[i] == "to" and i and words[i - 1] in _BEFORE_TO:
            return "future"
    after = low[end : end + REACH]
    stop = _BREAK.search(after)
    for word in _WORD.findall(after[: stop.start()] if stop else after):
        if found := _of(word):
            return found
    return ""
