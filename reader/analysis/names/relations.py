"""Why two names may be one thing: a table of named relations, each with an example and a test that gives its reason.

A relation speaks of the words of two names alone. Whether a name found for a short one is the only such name, and
whether two articles may mean different things by it, is for its user to ask.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from reader.analysis.names.chains import body_key, contains, person_key, short_forms
from reader.analysis.names.lexicon import common_word, demonyms, given_name, organisations, place, plural
from reader.analysis.names.spelling import fold, initials, skeleton, spelled_alike
from reader.model import Kind
from reader.text.patterns import expression

_ISLAND = expression(r"^(?:Island|Isle|Islands) of | (?:Island|Islands|Isle|Isles)$")
_COMPASS = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "new",
        "old",
        "upper",
        "lower",
        "central",
    ]
)


class Relation(NamedTuple):
    """A way of being one thing; ``test`` gives the reason, in words to be shown, or "" for no.

    ``short`` tells that the first name is a short form of the second, which then has to be the only candidate.
    """

    name: str
    example: str
    short: bool
    test: Callable[[str, str, Kind], str]


def _gazetteer(a: str, b: str, kind: Kind) -> str:
    one, two = place(fold(a)), place(fold(b))
    if one and two and one.main == two.main:
        return "alternate name in the gazetteer"
    known, other = organisations().get(fold(a)), organisations().get(fold(b))
    return "alternate name in the list of organisations" if known and known == other else ""


def _adjective(a: str, b: str, kind: Kind) -> str:
    adjective = fold(a)
    country = demonyms().get(adjective)
    if plural(fold(b)) and fold(b)[:-1] == adjective:
        return f"adjective of the {fold(b)}"
    if country and not plural(adjective) and country == place_key_main(b):
        return f"adjective of {country}"
    return ""


def place_key_main(name: str) -> str:
    """The main name of the place, with its capitals, or the name itself."""
    spot = place(fold(name))
    return spot.main if spot else fold(name)


def _inversion(a: str, b: str, kind: Kind) -> str:
    if kind in ("person", "place") or body_key(fold(a)) != body_key(fold(b)):
        return ""
    return "of-inversion, same owner" if " of " in f" {a} {b} " and " " in a else "the same words"


def _acronym(a: str, b: str, kind: Kind) -> str:
    letters = fold(a).replace(".", "")
    if kind == "person" or place(fold(a)) or not (letters.isupper() and 1 < len(letters) < 9) or " " not in b:
        return ""
    return "acronym" if letters in initials(b) else ""


def _surname(a: str, b: str, kind: Kind) -> str:
    if kind != "person" or " " in a or " " not in b:
        return ""
    words = person_key(fold(b)).split()
    if fold(a).lower() == words[-1]:
        return f"surname of {b}"
    return f"first name of {b}" if fold(a).lower() == words[0] and given_name(fold(a)) else ""


def _shorter(a: str, b: str, kind: Kind) -> str:
    if kind != "person" or " " not in a or len(a) >= len(b):
        return ""
    one, two = person_key(fold(a)), person_key(fold(b))
    return f"shorter form of {b}" if contains(two, one) else ""


def _short_body(a: str, b: str, kind: Kind) -> str:
    if kind != "organisation" or len(a) >= len(b):
        return ""
    return f"short for {b}" if fold(a).lower() in short_forms(fold(b).split()) else ""


def _compound(a: str, b: str, kind: Kind) -> str:
    """A region and its older double name: the last part alone, unless the first part is a direction or a place."""
    head, _, tail = fold(b).rpartition("-")
    if kind != "place" or not head or tail != fold(a):
        return ""
    if head.lower() in _COMPASS or place(head) is not None or "-" in head:
        return ""
    return f"short for {b}"


def _island(a: str, b: str, kind: Kind) -> str:
    """An island with and without the word for it."""
    core = _ISLAND.sub("", fold(b))
    if kind != "place" or core == fold(b) or core not in (fold(a), _ISLAND.sub("", fold(a))):
        return ""
    spot = place(core)
    return "" if spot and spot.scale == "country" else f"short for {b}"


def _spelling(a: str, b: str, kind: Kind) -> str:
    one, two = fold(a).replace("-", " ").split(), fold(b).replace("-", " ").split()
    if [word.lower() for word in one] == [word.lower() for word in two]:
        return "spelling"
    if len(one) != len(two):
        return ""
    spots = place(fold(a)), place(fold(b))
    if spots[0] and spots[1] and spots[0].main != spots[1].main:
        return ""
    peoples = demonyms()
    if fold(a) in peoples or fold(b) in peoples:
        return ""
    differing = 0
    for x, y in zip(one, two, strict=True):
        if x.lower() == y.lower():
            continue
        if (common_word(x.lower()) and common_word(y.lower())) or not spelled_alike(x, y, 3 if len(one) > 1 else 5):
            return ""
        if given_name(x) and given_name(y) and skeleton(x) != skeleton(y):
            return ""
        differing += 1
    return f"spelling: {a} ~ {b}" if differing else "spelling"


RELATIONS: tuple[Relation, ...] = (
    Relation("gazetteer", "Bombay, Mumbai", False, _gazetteer),
    Relation("adjective", "Tarnian, Tarnia", False, _adjective),
    Relation("inversion", "Tarnian Trade Ministry, Ministry of Trade of Tarnia", False, _inversion),
    Relation("spelling", "Garabagh, Karabakh", False, _spelling),
    Relation("acronym", "TTM, Tarn Trade Museum", True, _acronym),
    Relation("shorter", "Ann Bell, Ann Mary Bell", True, _shorter),
    Relation("surname", "Bell, Ann Bell", True, _surname),
    Relation("short body", "Acme, Acme Inc", True, _short_body),
    Relation("island", "Tarn, Island of Tarn", True, _island),
    Relation("compound", "Tarn, Ober-Tarn", True, _compound),
)


def reason(a: str, b: str, kind: Kind) -> str:
    """Why the two names may be one thing, the best of the table; "" where nothing speaks for it."""
    for relation in RELATIONS:
        found = relation.test(a, b, kind)
        if found:
            return found
        if relation.short and relation.test(b, a, kind):
            return f"full form of {b}"
    return f"full form of {b}" if fold(b) in fold(a) else ""
