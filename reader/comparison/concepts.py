"""Words that say the same of an event, counted as one: "dialogue" and "talks", "deaths" and "killed"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import prod
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
def classes() -> Mapping[str, frozenset[str]]:
    """The concepts whose nouns outlets choose between, by name ("armed groups", "talks"): the stems of the nouns."""
    found = {}
    for line in sections(__package__, "wordings")["classes"]:
        label, _, nouns = line.partition(" = ")
        found[label] = frozenset(stem(noun) for noun in nouns.split(" | ") if " " not in noun and noun not in _ASTRAY)
    return found


@cache
def concepts() -> Mapping[str, str]:
    """Stem → the term it counts as: nouns that outlets choose between, synonyms, what becomes of people and things.

    Classes that have a stem in common are one.
    """
    table = {noun: label for label, nouns in classes().items() for noun in nouns}
    for name, forms in (*synonyms(), *fates()):
        stems = [" ".join(map(stem, form.split("_"))) for form in forms]
        concept = next((table[form] for form in stems if form in table), name)
        for form in stems:
            table.setdefault(form, concept)
    return table


def synonyms() -> Iterator[tuple[str, Iterable[str]]]:
    """Words that reports choose between, each class with its first word as its name."""
    for lines in sections(__package__, "synonyms").values():
        for line in lines:
            same = line.split()
            yield same[0], same


def fates() -> Iterator[tuple[str, Iterable[str]]]:
    """What becomes of people and things: a participle, and the words for it."""
    forms = defaultdict(list)
    for form, name in happenings().items():
        if " " not in form:
            forms[name].append(form)
    yield from forms.items()


@cache
def chance(term: str) -> float:
    """The chance, 0 to 1, that a passage of general English holds a stem, or any word of a concept."""
    return 1 - prod(1 - expected(form) for form in _stems_of().get(term, (term,)))


@cache
def _stems_of() -> Mapping[str, Iterable[str]]:
    found = defaultdict(list)
    for form, concept in concepts().items():
        found[concept].append(form)
    return dict(found)


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
    for form, first, last in forms(text):
        term = known.get(form, form)
        place = Span(start + first, start + last)
        if term in found.places:
            found.places[term].append(place)
        else:
            found.places[term] = [place]
        if term not in found.telling:
            rare, word = expected(form), text[first:last]
            if rare < _COMMON and word.lower() not in _EMPTY and not (form.isdigit() and len(form) < 4):
                found.telling[term] = rare, word
    return found


def forms(text: str) -> list[tuple[str, int, int]]:
    """The stem of every word of the text with its place; of a verb and its particle, if they are a concept, both."""
    known, particles = concepts(), _particles()
    found: list[tuple[str, int, int]] = []
    for word in words(text):
        form = stem(word.group().replace("’", "'"))
        if form in particles and found and (phrase := f"{found[-1][0]} {form}") in known:
            found[-1] = phrase, found[-1][1], word.end()
        else:
            found.append((form, *word.span()))
    return found


@cache
def _particles() -> frozenset[str]:
    """The words that end a phrase among the concepts."""
    return frozenset(form.rpartition(" ")[2] for form in concepts() if " " in form)
