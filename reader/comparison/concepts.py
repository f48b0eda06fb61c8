"""Words that say the same of an event, counted as one: "dialogue" and "talks", "deaths" and "killed"."""

from __future__ import annotations

from collections import Counter
from functools import cache

from reader.analysis.counted import happenings
from reader.comparison.weighting import stems
from reader.text.wordlists import sections
from reader.text.words import stem


@cache
def concepts() -> dict[str, str]:
    """Stem → the term it counts as: nouns that outlets choose between, and what becomes of people and things."""
    table: dict[str, str] = {}
    for line in sections(__package__, "wordings")["classes"]:
        label, _, nouns = line.partition(" = ")
        for noun in nouns.split(" | "):
            if " " not in noun:
                table[stem(noun)] = label
    for form, name in happenings().items():
        if " " not in form:
            table.setdefault(stem(form), name)
    return table


def terms(text: str) -> Counter[str]:
    """The stems of a text, counted, those of one concept together."""
    known = concepts()
    found: Counter[str] = Counter()
    for term, count in stems(text).items():
        found[known.get(term, term)] += count
    return found
