"""The words of speech: verbs of saying in all their forms, and nouns for those who can speak."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple, get_args

from reader.text.wordlists import sections, words_of

_PACKAGE = "reader.analysis"
PERSONS = words_of(_PACKAGE, "speakers", "persons")
BODIES = words_of(_PACKAGE, "speakers", "bodies")
READERS = words_of(_PACKAGE, "speakers", "readers")
PRONOUNS = frozenset(("he", "she", "they", "it", "we", "i"))
OUT = words_of(_PACKAGE, "saying", "before out")
"""Forms that are verbs of saying before "out": "pointed out"."""
CITES = frozenset(("according", "citing", "quoting"))
"""What opens a source without a verb of its own."""

Strength = Literal["states", "states that", "quotes", "characterises"]
"""How a verb attributes: anything, only a clause, only a quotation beside it, only one in its clause."""


def is_speaker(noun: str) -> bool:
    """Whether the noun, in lower case, is one for persons or bodies that speak; also in the plural."""
    return any(form in PERSONS or form in BODIES for form in (noun, noun.removesuffix("s"), noun.removesuffix("es")))


class Verb(NamedTuple):
    """A form of a verb of saying; ``plain`` ones take any subject, as "say" does."""

    strength: Strength
    participle: bool
    plain: bool = False
    base: bool = False
    """The plain form, of the plural and the first person: elsewhere it is a noun ("the report", "a state")."""

    @property
    def quotes(self) -> bool:
        """Whether it attributes nothing without a quotation."""
        return self.strength in ("quotes", "characterises")


@cache
def verbs() -> dict[str, Verb]:
    """The forms of the verbs of saying."""
    found: dict[str, Verb] = {}
    for strength in get_args(Strength):
        for line in sections(_PACKAGE, "saying")[strength]:
            forms = line.split()
            for form in forms:
                base = form == forms[0] and not form.endswith("s")
                found.setdefault(form, Verb(strength, form.endswith("ing"), forms[0] in ("say", "tell"), base))
    return found


@cache
def triggers() -> frozenset[str]:
    """The words without which a sentence attributes nothing."""
    return frozenset(verbs()) | CITES | OUT
