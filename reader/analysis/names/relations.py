"""Why two names may be one thing: a table of named relations, each with an example and a test that gives its reason.

A relation speaks of the words of two names alone. Whether a name found for a short one is the only such name, and
whether two articles may mean different things by it, is for its user to ask.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from reader.analysis.names.aliases import STORMS, nicknames
from reader.analysis.names.chains import body_key, contains, person_key, short_forms, written
from reader.analysis.names.lexicon import (
    common_word,
    demonyms,
    given_name,
    one_given_name,
    organisations,
    place,
    plural,
    roles,
)
from reader.analysis.names.spelling import fold, initials, letters_of, skeleton, spelled_alike
from reader.model import Kind
from reader.text.patterns import expression

_ISLAND = expression(r"^(?:Island|Isle|Islands) of | (?:Island|Islands|Isle|Isles)$")
_ARTICLES = frozenset(["al", "el", "ul", "ad", "ar", "as", "at", "az", "ash", "ed", "er", "es", "ez", "esh"])
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
    letters = fold(a).replace(".", "").replace(" ", "")
    if kind == "person" or place(fold(a)) or not (letters.isupper() and 1 < len(letters) < 9) or " " not in b:
        return ""
    with_article = letters[1:] if kind == "organisation" and letters[0] == "T" and len(letters) > 2 else letters
    return "acronym" if {letters, with_article} & initials(b) else ""


def _surname(a: str, b: str, kind: Kind) -> str:
    if kind != "person" or " " in a or " " not in b:
        return ""
    words = person_key(fold(b)).split()
    if fold(a).lower() == words[-1]:
        return f"surname of {b}"
    return f"first name of {b}" if fold(a).lower() == words[0] and given_name(fold(a)) else ""


def _surname_spelled(a: str, b: str, kind: Kind) -> str:
    """A surname in another spelling than in the full name."""
    if kind != "person" or " " in a or " " not in b or fold(a) in demonyms() or place(fold(a)) or given_name(fold(a)):
        return ""
    alike = spelled_alike(a, person_key(fold(b)).split()[-1], 6)
    return f"surname of {b}, spelled otherwise" if alike else ""


def _shorter(a: str, b: str, kind: Kind) -> str:
    if kind != "person" or " " not in a or len(a) >= len(b):
        return ""
    one, two = person_key(fold(a)), person_key(fold(b))
    return f"shorter form of {b}" if contains(two, one) or a in nicknames(b) else ""


def _turned(a: str, b: str, kind: Kind) -> str:
    """Surname first or last: the same words in another order."""
    one, two = person_key(fold(a)).split(), person_key(fold(b)).split()
    turned = kind == "person" and len(one) > 1 and one != two and sorted(one) == sorted(two)
    return "the same names in another order" if turned else ""


def _given(a: str, b: str, kind: Kind) -> str:
    """One surname, and first names of which one is short for the other."""
    one, two = person_key(fold(a)).split(), person_key(fold(b)).split()
    if kind != "person" or min(len(one), len(two)) != 2 or one[-1] != two[-1] or one[0] == two[0]:
        return ""
    if one_given_name(one[0], two[0]):
        return f"short first name: {a} ~ {b}"
    return f"spelling: {a} ~ {b}" if spelled_alike(one[0], two[0], 3) else ""


def _short_body(a: str, b: str, kind: Kind) -> str:
    if len(a) >= len(b) or not (kind == "organisation" or (kind in ("place", "event") and " " in a)):
        return ""
    return f"short for {b}" if fold(a).lower() in short_forms(fold(b).split()) else ""


def _inner(a: str, b: str, kind: Kind) -> str:
    """First or inner words left out, where the first word is the body's own and the last is what it is."""
    one, two = ([written(word) for word in fold(name).lower().split()] for name in (a, b))
    if kind not in ("organisation", "place") or not 1 < len(one) < len(two) or one[-1] != two[-1]:
        return ""
    if one[0] != two[0] and (len(one) < 3 or two[-len(one) :] != one):
        return ""
    first, rest = fold(a).split()[0], iter(two)
    heads = ("organisation heads", "place heads")
    own = not (common_word(one[0]) or place(first) or first in demonyms() or first in organisations())
    if not own or roles(one[-1]).isdisjoint(heads) or not all(word in rest for word in one):
        return ""
    return f"short for {b}"


def _storm(a: str, b: str, kind: Kind) -> str:
    head, _, rest = fold(b).partition(" ")
    return f"short for {b}" if kind == "event" and head.lower() in STORMS and rest == fold(a) else ""


def _compound(a: str, b: str, kind: Kind) -> str:
    """A region and its older double name: the last part alone, unless the first part is a direction or a place."""
    head, _, tail = fold(b).rpartition("-")
    if kind != "place" or not head or tail != fold(a):
        return ""
    if head.lower() in _COMPASS or place(head) is not None or "-" in head:
        return ""
    return f"short for {b}"


def _island(a: str, b: str, kind: Kind) -> str:
    """An island with and without the word for it, unless it is called after something larger."""
    core = _ISLAND.sub("", fold(b))
    if kind != "place" or core == fold(b) or core not in (fold(a), _ISLAND.sub("", fold(a))):
        return ""
    spot = place(core)
    return "" if spot and spot.scale != "town" else "with and without the word for an island"


def _without_articles(words: list[str]) -> list[str]:
    """The words without Arabic articles after the first: "Tarn ez-Zor", "Tarn al-Zour"."""
    return [word for n, word in enumerate(words) if n == 0 or word.lower() not in _ARTICLES]


def _spelling(a: str, b: str, kind: Kind) -> str:
    one, two = (_without_articles(fold(name).replace("-", " ").split()) for name in (a, b))
    if letters_of(a) == letters_of(b):
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
        if written(x.lower()) == written(y.lower()):
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
    Relation("order", "Bell Ann, Ann Bell", False, _turned),
    Relation("island", "Tarn, Island of Tarn", False, _island),
    Relation("acronym", "TTM, Tarn Trade Museum", True, _acronym),
    Relation("shorter", "Ann Bell, Ann Mary Bell", True, _shorter),
    Relation("first name", "Bob Bell, Robert Bell", True, _given),
    Relation("surname", "Bell, Ann Bell", True, _surname),
    Relation("surname spelled", "Garabov, Ann Karabow", True, _surname_spelled),
    Relation("short body", "Acme, Acme Inc", True, _short_body),
    Relation("words left out", "Tarnel Bank, Tarnel Trading Bank", True, _inner),
    Relation("storm", "Irma, Hurricane Irma", True, _storm),
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
    one, two = f" {fold(a)} ", f" {fold(b)} "
    return f"full form of {b}" if two in one else f"short for {b}" if one in two else ""
