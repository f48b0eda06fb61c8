"""Noun phrases around chosen head nouns: the head with what stands before it, found without a parser.

A word belongs to the phrase before its head if it is capitalised, joined by a hyphen, on the list of modifiers or
built like an adjective ("armed Tarnian rebels", "two-day anti-smuggling operation").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reader.analysis.counted import ends_noun
from reader.model import Span
from reader.text.patterns import expression
from reader.text.wordlists import sections, words_of
from reader.text.words import words

_PACKAGE = __package__
LONGEST = 5
"""Words of a phrase at most."""

PERSONS = ("armed groups", "protesters", "migrants", "workers", "lawmakers")
"""Classes of persons: in the singular such a noun stands before another one, or for one of them."""

_ARMY = frozenset({"armed"})
_QUOTES = " \"“”‘’'"
_POSSESSIVE = expression(r"['’]s$")
_HELD = expression(r"\w+-(?:majority|held|controlled|populated|dominated|occupied|run)$")
_ADJECTIVE = expression(r".{3,}(?:al|ic|ist|ary|ous|ian|ive|ese|ish|less|ful)$")
_NOT = frozenset(
    "a an the this his her their its our the that what during general special president official several".split()
)


@cache
def _pasts() -> frozenset[str]:
    return words_of("reader.analysis", "tense", "past")


@cache
def _listed(section: str) -> frozenset[str]:
    """The words of a section of the list."""
    return words_of(_PACKAGE, "wordings", section)


@dataclass(frozen=True, slots=True)
class NounPhrase(Span):
    """A phrase by its place in a passage; ``label`` is the class of its head, ``modifiers`` the words before it.

    Without ``sure`` nothing in the phrase says that its general noun ("units", "groups") is one of the class.
    """

    label: str
    head: str
    modifiers: tuple[str, ...]
    sure: bool = True

    @property
    def names(self) -> frozenset[str]:
        """The names among its modifiers, in small letters: whose it is."""
        return frozenset(word.lower() for word in self.modifiers if word[0].isupper())

    @property
    def armed(self) -> bool:
        """Whether it is said to be of an army."""
        return not _listed("modifiers of an army").isdisjoint(w.lower() for w in self.modifiers)

    @property
    def contested(self) -> bool:
        """Whether a place is called what only a place in dispute is called."""
        known = _listed("modifiers of a contested place")
        return any(word.lower() in known or _HELD.match(word.lower()) for word in self.modifiers)


def _classes() -> tuple[str, ...]:
    """The lines of the list that name a class and its nouns."""
    found = sections(_PACKAGE, "wordings")
    return (*found["classes"], *found["classes of wording alone"])


@cache
def loose() -> frozenset[str]:
    """The classes whose nouns also stand before another noun, and then tell of that: "a fire chief", "election day"."""
    return frozenset(line.partition(" = ")[0] for line in sections(_PACKAGE, "wordings")["classes of wording alone"])


@cache
def heads() -> dict[str, tuple[str, bool]]:
    """Head noun, singular and plural → its class, and whether it needs a modifier that says which."""
    table: dict[str, tuple[str, bool]] = {}
    for line in _classes():
        label, _, nouns = line.partition(" = ")
        for noun in nouns.split(" | "):
            word, _, star = noun.partition(" ")
            for form in forms(word):
                table[form] = label, bool(star)
    for word in words_of(_PACKAGE, "wordings", "places"):
        for form in forms(word):
            table.setdefault(form, ("place", False))
    return table


@cache
def singular() -> frozenset[str]:
    """The nouns on the list, in the singular."""
    lines = [line.partition(" = ")[2] for line in _classes()]
    return frozenset(noun.partition(" ")[0] for line in lines for noun in line.split(" | "))


@cache
def modifiers() -> frozenset[str]:
    """The words that may stand before a head, of every kind."""
    return frozenset().union(
        *(words_of(_PACKAGE, "wordings", name) for name in sections(_PACKAGE, "wordings") if "modifiers" in name)
    )


def forms(noun: str) -> tuple[str, str]:
    """A noun in the singular and in the plural."""
    if noun.endswith("man"):
        return noun, noun[:-2] + "en"
    return noun, noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"


def noun_phrases(text: str) -> Iterator[NounPhrase]:
    """The phrases of a passage whose head is on the list, in order."""
    tokens = [(m.start(), m.end()) for m in re.finditer(r"[^\W_]+(?:[-'’][^\W_]+)*", text)]
    for at, (start, end) in enumerate(tokens):
        end = start + len(_POSSESSIVE.sub("", text[start:end]))
        found = heads().get(text[start:end].lower())
        if not found:
            continue
        first = at
        while first and at - first < LONGEST - 1 and modifies(text, tokens[first - 1], tokens[first][0]):
            first -= 1
        before = tuple(text[s:e] for s, e in tokens[first:at])
        label, needs = found
        if label in PERSONS and text[start:end].lower() in singular():
            continue
        if label in loose() and _before_noun(text, tokens[at + 1] if at + 1 < len(tokens) else None, end):
            continue
        sure = not needs or says_which(label, text[start:end].lower(), before)
        yield NounPhrase(_opened(text, tokens[first][0], end), end, label, text[start:end].lower(), before, sure)


def _before_noun(text: str, following: tuple[int, int] | None, end: int) -> bool:
    """Whether a noun that ends at a place stands before another one, as far as that can be told without a parser."""
    if text[end : end + 1] in ("'", "’"):
        return True
    if following is None or text[end : following[0]] != " ":
        return False
    word = text[slice(*following)].lower()
    return not (ends_noun(word) or word.endswith(("ed", "ing", "ly")) or word in _pasts())


def modifies(text: str, token: tuple[int, int], onward: int) -> bool:
    """Whether a word belongs to the phrase that goes on at a place: nothing but a blank or a quotation mark between."""
    if text[token[1] : onward].strip(_QUOTES):
        return False
    word = text[slice(*token)]
    low = word.lower()
    if low.endswith(("'s", "’s")) or low in _NOT:
        return False
    if word[0].isupper() and token[0] and not text[: token[0]].rstrip(_QUOTES).endswith((".", "!", "?")):
        return True
    return is_adjective(word)


def is_adjective(word: str) -> bool:
    """Whether a word is built like an adjective, or is one of those that may stand before a noun of the list."""
    low = word.lower()
    return "-" in word or low in modifiers() or bool(_ADJECTIVE.match(low))


def says_which(label: str, head: str, before: tuple[str, ...]) -> bool:
    """Whether the words before a general noun make it one of its class; any state has armed forces."""
    section = "modifiers that mark a side" if label == "armed groups" else "modifiers that mark an operation"
    parts = {part.group().lower() for word in before for part in words(word)}
    marks = _listed(section) - (_ARMY if head.startswith("force") else frozenset())
    return not parts.isdisjoint(marks) or label == "talks"


def _opened(text: str, start: int, end: int) -> int:
    """Where a phrase begins: at the quotation mark that it closes, if there is one before it."""
    return start - any(f"{b}" in text[start:end] and text[:start].endswith(a) for a, b in ("“”", "‘’", '""'))
