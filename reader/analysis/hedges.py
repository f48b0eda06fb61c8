"""Hedges: the words beside a number that bound it or loosen it, and the interval they make of it."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from reader.text.patterns import expression
from reader.text.wordlists import sections, words_of

Effect = Literal["", "least", "most", "about", "below"]
"""What a hedge makes of a number: a bound below, a bound above, or nearness on either side or from below."""

LONGEST = 6
"""A hedge has at most so many words."""

WINDOW = 60
"""A hedge begins so many characters before its number at most."""

_WORD = expression(r"[^\s(\[\"]+")
_AFTER = expression(r"\s?(-?[a-z]+(?: [a-z]+){0,2}|\+)")


class Hedge(NamedTuple):
    """A hedge in the words of the text, lower case, what it does, and the span it stands at."""

    words: str
    effect: Effect
    start: int
    end: int


@cache
def _table(after: bool) -> dict[str, Effect]:
    table: dict[str, Effect] = {}
    effects: tuple[Effect, ...] = ("least", "most", "about", "below")
    for effect in effects:
        for phrase in sections(__package__, "hedges").get(f"{effect} after" if after else effect, ()):
            table[phrase] = effect
    return table


@cache
def _matters() -> frozenset[str]:
    """The words whose "about" tells of what: "complained about 12 doors"."""
    return words_of(__package__, "hedges", "about what")


@cache
def _through() -> frozenset[str]:
    return frozenset(sections(__package__, "hedges")["through"])


@cache
def _last_words() -> frozenset[str]:
    return frozenset(phrase.split()[-1] for phrase in [*_table(False), *_through()])


@cache
def _first_words_after() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in _table(True))


def before(low: str, at: int) -> Hedge | None:
    """The hedge of a number that begins at a place, looking through "a total of", "another" and the like."""
    begin = max(0, at - WINDOW)
    last = low[begin:at].rsplit(None, 1)[-1:]
    if not last or last[0].lstrip('(["') not in _last_words():
        return None
    words = [(begin + found.start(), found.group()) for found in _WORD.finditer(low, begin, at)]
    table, through = _table(False), _through()
    end = len(words)
    while end and words[end - 1][1] in _last_words():
        phrases = [" ".join(word for _, word in words[k:end]) for k in range(max(0, end - LONGEST), end)]
        first = end - len(phrases)
        if (k := next((k for k, phrase in enumerate(phrases) if phrase in table), None)) is not None:
            if phrases[k] == "about" and first + k and words[first + k - 1][1] in _matters():
                return None
            return Hedge(phrases[k], table[phrases[k]], words[first + k][0], at)
        k = next((k for k, phrase in enumerate(phrases) if phrase in through), -1)
        if k < 0:
            return None
        end = first + k
    return None


def after(low: str, at: int) -> Hedge | None:
    """The hedge behind a number that ends at a place: "or more", "-odd", "+"."""
    found = _AFTER.match(low, at)
    if found is None:
        return None
    words = found[1].split(" ")
    if words[0] not in _first_words_after():
        return None
    for length in range(len(words), 0, -1):
        phrase = " ".join(words[:length])
        if effect := _table(True).get(phrase):
            return Hedge(phrase, effect, found.start(1), found.start(1) + len(phrase))
    return None


def interval(effect: Effect, value: float) -> tuple[float | None, float | None]:
    """The bounds of a hedged number, ``None`` for open. A loosened number keeps both: its hedge says it is loose."""
    if effect == "least":
        return value, None
    if effect == "most":
        return None, value
    return value, value
