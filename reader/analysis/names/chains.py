"""Which names of an article are one thing: every mention gets the key of the fullest name it stands for.

Keys are made so that names which are one by their words alone get one key: a place its main name in the gazetteer, an
adjective its country, a body its words without order ("Ministry of Defence of Tarnia", "Tarnian Defence Ministry").
Then short names find the full ones of the article: a surname its person, letters their words, "the Herald" the "Tarn
Herald".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from reader.analysis.names.aliases import aliases
from reader.analysis.names.lexicon import common_word, demonyms, given_name, organisations, place, plural, roles
from reader.analysis.names.spelling import fold, initials
from reader.analysis.names.trimming import Found
from reader.model import Kind
from reader.text.patterns import expression

_SMALL = frozenset(["of", "the", "for", "and", "on", "in", "to", "a", "an", "&", "at", "de", "la", "del"])
_SPELLED = {
    "defense": "defence", "center": "centre", "labor": "labour", "organization": "organisation", "theater": "theatre",
    "harbor": "harbour", "program": "programme", "ministries": "ministry", "saint": "st", "co-operation": "cooperation",
}  # fmt: skip
_WRITTEN_OUT = {"Mt": "Mount", "St": "Saint", "Ft": "Fort"}
_HEADED = frozenset(("place", "event"))
"""Kinds whose names of several words may lose their town or owner: "Dorn General Hospital", "FIFA World Cup"."""
_OWNABLE = ("organisation heads", "event heads")
_NICKNAME = expression(r"""["“'(][^"”')]{1,40}["”')] """)
_ARTICLE = expression(r"(?<=\s)(?:al|el)[\s-]+(?=\w)|(?<!\w)(?:a[lnrstdz]|ash|e[lnrstdz]|esh|ul)-(?=\w)")
_ABBREVIATED = expression(r"^(Mt|St|Ft)\.? ")


# ---- keys


@lru_cache(maxsize=8192)
def key(name: str, kind: Kind, owner: str = "") -> str:
    """The key of a name by itself; ``owner`` is whose body it is ("Tarnia's Defence Ministry")."""
    plain = fold(name).removeprefix("the ").removeprefix("The ")
    if kind in ("place", "group") or plain in demonyms():
        return place_key(plain)
    if kind == "organisation":
        if plain in organisations():
            return organisations()[plain].lower()
        return body_key(plain, owner)
    return person_key(plain) if kind == "person" else plain.lower()


def person_key(plain: str) -> str:
    """A person's name without full stops, Arabic articles, and what tells father and son apart on paper only."""
    words = _ARTICLE.sub("", _NICKNAME.sub(" ", plain).lower().replace(".", " ").replace(",", " ")).split()
    while len(words) > 2 and words[-1] in ("jr", "sr", "md", "phd", "esq"):
        words.pop()
    return " ".join(words)


def place_key(plain: str) -> str:
    """The main name of a place or of the place an adjective belongs to; a people in the plural stays a people."""
    country = demonyms().get(plain)
    if country is not None:
        return plain.lower() if plural(plain) else country.lower() or plain.lower()
    spot = place(plain)
    if spot is None:
        plain = _ABBREVIATED.sub(lambda m: _WRITTEN_OUT[m.group(1)] + " ", plain)
        core = re.sub(r"^(?:Republic|Kingdom|State|City|Town|Islamic Republic) of (?:the )?", "", plain)
        spot = place(core) if core != plain else None
    return (spot.main if spot else plain.replace("-", " ") if " " in plain else plain).lower()


def written(word: str) -> str:
    """The word, lower case, in the one of its spellings that keys have: "center", "centre"."""
    return _SPELLED.get(word, word)


def body_key(plain: str, owner: str = "") -> str:
    """A body's words in order of the alphabet, its adjective turned to the country, its owner among them."""
    words = []
    peoples = demonyms()
    for word in (*owner.split(), *(plain.replace("-", " ") if " " in plain else plain).split()):
        lower = word.lower().replace(".", "")
        if lower in _SMALL:
            continue
        country = peoples.get(word)
        spot = place(word) if country is None and word[:1].isupper() and word.isupper() else None
        if " " in plain and lower.endswith("s") and not lower.endswith("ss") and len(lower) > 4:
            lower = lower[:-1]
        words.extend((country or (spot.main if spot else written(lower))).lower().split())
    return " ".join(sorted(dict.fromkeys(words)))


def generic(plain: str) -> bool:
    """Whether a body's name would fit that of any country: "Ministry of Defence", "Parliament"."""
    sections = ("portfolios", "organisation heads")
    return all(word in _SMALL or not roles(word).isdisjoint(sections) for word in fold(plain).lower().split())


# ---- short names within the article


def owner_of(item: Found) -> str:
    """Whose body it is: the name with a possessive ending that stands directly before, or ""."""
    if item.first == 0:
        return ""
    before, gap = item.sentence.tokens[item.first - 1], item.tokens[0].gap
    return fold(before.text) if before.owner and before.capital and gap == " " else ""


def people_meant(item: Found) -> bool:
    """Whether an adjective speaks of the people, not of their country: "ethnic Tarnian", "Tarnian refugees"."""
    tokens = item.sentence.tokens
    if item.first and tokens[item.first - 1].lower == "ethnic":
        return True
    return item.last < len(tokens) and "people" in tokens[item.last].roles


class People:
    """The full names of an article's persons, to be found by surname or first name."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._by_surname: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._by_given: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._fullest: dict[str, str] = {}

    def enter(self, full: str, start: int) -> None:
        """Take a full name (its key) in order of the text."""
        first, *_, last = full.split()
        self._by_surname[last].append((start, full))
        self._by_given[first].append((start, full))

    def short(self, word: str, start: int) -> str:
        """The key of the person meant by one word: who was last named in full before it, else who is named first."""
        people = self._by_surname.get(word) or self._by_given.get(word)
        if not people:
            return word
        before = bisect_left(people, (start, ""))
        return self.full(people[max(before - 1, 0)][1])

    def full(self, name: str) -> str:
        """The key of the fullest form of a full name: "A. Bell" is "Ann Mary Bell" where only one Bell fits."""
        if name not in self._fullest:
            others = list(dict.fromkeys(full for _, full in self._by_surname[name.split()[-1]][:BEARERS]))
            fuller = [other for other in others if len(other) > len(name) and contains(other, name)]
            longest = max(fuller, key=len, default=name)
            self._fullest[name] = longest if all(contains(longest, other) for other in fuller) else name
        return self._fullest[name]


BEARERS = 64
"""Mentions of one surname that are looked through for fuller forms of a name."""


class Chains:
    """The names of one article, to be asked for the key of each mention."""

    def __init__(self, found: Sequence[Found], names: Sequence[str], kinds: Mapping[str, Kind]) -> None:
        """Take the names in order of the text, each with its kind."""
        self._kinds = kinds
        self._people = People()
        self._letters: dict[str, set[str]] = defaultdict(set)
        self._bodies: dict[str, set[str]] = defaultdict(set)
        self._aliases: dict[str, str] = {}
        for name, item in zip(names, found, strict=True):
            self._enter(name, item)
        for alias, number in list(aliases(names, found, kinds)):
            self._aliases.setdefault(alias, self.key(names[number], found[number]))

    def _enter(self, name: str, item: Found) -> None:
        kind = self._kinds[name]
        words = fold(name).split()
        if kind == "person":
            full = key(name, kind)
            if " " in full:
                self._people.enter(full, item.start)
            return
        owner = owner_of(item)
        if len(words) > 2:
            for letters in initials(name):
                self._letters[letters].add(key(name, kind, owner))
        if (kind == "organisation" and (len(words) > 1 or owner)) or (kind in _HEADED and len(words) > 2):
            whole = key(name, kind, owner)
            for part in short_forms(words):
                if kind == "organisation" or " " in part:
                    self._bodies[part].add(whole)

    def key(self, name: str, item: Found) -> str:
        """The key of the thing this mention names."""
        if name in self._aliases:
            return self._aliases[name]
        kind = self._kinds[name]
        plain = fold(name)
        if kind == "person":
            own = key(name, kind)
            return self._people.full(own) if " " in own else self._people.short(own, item.start)
        if kind == "group" and plain in demonyms() and people_meant(item) and not plain.endswith("s"):
            return plain.lower() + "s"
        if kind == "place" and (" " not in plain or place(plain) is not None):
            return key(name, kind)
        letters = plain.replace(".", "")
        if " " not in plain and letters.isupper() and place(plain) is None and len(self._letters.get(letters, ())) == 1:
            return next(iter(self._letters[letters]))
        owner = owner_of(item)
        own = key(name, kind, owner)
        fuller = self._bodies.get(plain.lower(), set()) - {own}
        if not owner and len(fuller) == 1 and plain not in organisations():
            return next(iter(fuller))
        return own


def contains(longer: str, shorter: str) -> bool:
    """Whether a person's longer name holds the shorter: same surname, the first names in order or by their letter."""
    long, short = longer.split(), shorter.split()
    if long[-1] != short[-1]:
        return False
    at = 0
    for word in short[:-1]:
        while at < len(long) - 1 and not (long[at] == word or (len(word) == 1 and long[at][0] == word)):
            at += 1
        if at >= len(long) - 1:
            return False
        at += 1
    return True


def short_forms(words: Sequence[str]) -> set[str]:
    """What a body may be called for short: without its town, country or owner, without its company's ending."""
    found = set()
    for cut in range(1, len(words)):
        head = " ".join(words[:cut])
        if head in demonyms() or place(head) is not None or (head in organisations() and len(words) - cut > 1):
            found.add(" ".join(words[cut:]).lower())
        if cut > 1 and words[cut] == "of" and not roles(words[cut - 1].lower()).isdisjoint(_OWNABLE):
            found.add(head.lower())
    last = roles(words[-1].lower())
    if not last.isdisjoint(("organisation ends", "company heads")) or ("spare heads" in last and len(words) > 2):
        found.add(" ".join(words[:-1]).lower())
    if "schools" in last and len(words) == 2 and not common_word(words[0].lower()) and place(words[0]) is None:
        found.add(words[0].lower())
    first, ordinary = words[0], "organisation heads" in last and last.isdisjoint(("organisation ends", "company heads"))
    if not ordinary and (
        first not in organisations()
        and place(first) is None
        and first not in demonyms()
        and not given_name(first)
        and len(first) > 3
    ):
        found.add(first.lower())
    found.add(" ".join(words).lower())
    return found
