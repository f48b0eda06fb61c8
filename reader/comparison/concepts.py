"""Words that say the same of an event, counted as one: "dialogue" and "talks", "deaths" and "killed"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from reader.analysis.counted import happenings
from reader.comparison.weighting import expected
from reader.model import Span
from reader.text.wordlists import sections, words_of
from reader.text.words import stem, words

_COMMON = 0.03
"""A word that so large a share of passages of general English hold is no reason."""

_EMPTY = words_of(__package__, "wordings", "never a reason")
_ASTRAY = words_of(__package__, "wordings", "nouns whose stem is another word")


@cache
def classes() -> frozenset[str]:
    """The names of the concepts whose nouns outlets choose between: "armed groups", "talks"."""
    return frozenset(line.partition(" = ")[0] for line in sections(__package__, "wordings")["classes"])


@cache
def concepts() -> dict[str, str]:
    """Stem → the term it counts as: nouns that outlets choose between, and what becomes of people and things."""
    table: dict[str, str] = {}
    for line in sections(__package__, "wordings")["classes"]:
        label, _, nouns = line.partition(" = ")
        for noun in nouns.split(" | "):
            if " " not in noun and noun not in _ASTRAY:
                table[stem(noun)] = label
    for form, name in happenings().items():
        if " " not in form:
            table.setdefault(stem(form), name)
    return table


class Worded(NamedTuple):
    """The words of a text by the term they count as.

    ``places`` tells where each stands; ``telling`` holds the terms worth telling, each with its chance in a passage of
    general English and its first word.
    """

    places: dict[str, list[Span]]
    telling: dict[str, tuple[float, str]]


def worded(text: str, start: int) -> Worded:
    """The words of a text that begins at an offset; those of one concept count as one term.

    Short numbers are not worth telling: equal ones may count different things.
    """
    known = concepts()
    found = Worded({}, {})
    for word in words(text):
        form = stem(word.group().replace("’", "'"))
        term = known.get(form, form)
        place = Span(start + word.start(), start + word.end())
        if term in found.places:
            found.places[term].append(place)
        else:
            found.places[term] = [place]
        if term not in found.telling:
            chance = expected(form)
            if chance < _COMMON and word.group().lower() not in _EMPTY and not (form.isdigit() and len(form) < 4):
                found.telling[term] = chance, word.group()
    return found
