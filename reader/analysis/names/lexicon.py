"""What the names layer knows before it reads: places, organisations, given names, cue words. Loaded when first asked.

The lists are plain text in ``reader/analysis/data``, each with its origin at the top. Names are looked up folded
(see :func:`reader.analysis.names.spelling.fold`), cue words in lower case.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from reader.analysis.names.spelling import fold

_DATA = Path(__file__).parent.parent / "data"


def _lines(file: str) -> list[str]:
    lines = (_DATA / file).read_text("utf-8").split("\n")
    return [line for line in lines if line and line[0] != "#"]


@cache
def _sorted(file: str) -> list[str]:
    """All lines of a long list in order, to be searched by halves: a set of them takes four times as long to make."""
    return (_DATA / file).read_text("utf-8").rstrip("\n").split("\n")


def _listed(word: str, file: str) -> bool:
    rows = _sorted(file)
    at = bisect_left(rows, word)
    return at < len(rows) and rows[at] == word


# ---- places


class Place(NamedTuple):
    """A place of the gazetteer: its main name and its scale.

    That is ``country``, ``region``, ``city`` (from a million people) or ``town``.
    """

    main: str
    scale: str


@lru_cache(maxsize=8192)
def place(name: str) -> Place | None:
    """The place of that name, by any name the gazetteer has for it; a name in capitals is read as a title."""
    region = regions().get(name)
    if region:
        return Place(region, "country" if region in _countries() else "region")
    rows = _sorted("places.txt")
    at = bisect_left(rows, name + "\t")
    found, *more = rows[at].split("\t") if at < len(rows) else ("",)
    if found == name and more:
        main = more[1] if len(more) > 1 else name
        return Place(regions().get(main, main), more[0])
    return place(name.title()) if len(name) > 3 and name.isupper() and not name.title().isupper() else None


def _aliases(file: str) -> dict[str, str]:
    """Every name in the file with the main name it stands for."""
    found: dict[str, str] = {}
    for line in _lines(file):
        main, _, others = line.partition(" = ")
        for name in (main, *filter(None, others.split(", "))):
            found.setdefault(fold(name), fold(main))
    return found


@cache
def regions() -> dict[str, str]:
    """Parts of the world and other names of countries."""
    return _aliases("regions.txt")


@cache
def organisations() -> dict[str, str]:
    """Organisations known everywhere, by each of their names."""
    return _aliases("organisations.txt")


# ---- peoples


@cache
def demonyms() -> dict[str, str]:
    """Adjectives and words for people, in the singular and in -s, and the place of each ("": none of its own)."""
    places: dict[str, str] = {}
    for line in _lines("demonyms.txt"):
        place_name, _, forms = line.partition(": ")
        for form in forms.split(", "):
            places.setdefault(form, place_name.strip(": "))
            if not form.endswith(("s", "sh", "ch", "ese", "men")):
                places.setdefault(form + "s", place_name.strip(": "))
    return places | {form.upper(): place_name for form, place_name in places.items() if len(form) > 3}


@cache
def _countries() -> frozenset[str]:
    return frozenset(demonyms().values()) - {""}


def plural(people: str) -> bool:
    """Whether the word names a people, not what is theirs: "Peruvians", but not "Peruvian" or "Swiss"."""
    return people.endswith(("s", "S")) and people[:-1] in demonyms()


# ---- words


NO_ROLES: frozenset[str] = frozenset()


@cache
def all_roles() -> dict[str, frozenset[str]]:
    """Every cue word, lower case, with the sections of ``name_cues.txt`` that hold it."""
    sections: dict[str, set[str]] = {}
    section = ""
    for line in _lines("name_cues.txt"):
        if line[0] == "[":
            section = line[1:-1]
        else:
            for word in line.split():
                sections.setdefault(word, set()).add(section)
    return {word: frozenset(found) for word, found in sections.items()}


def section(name: str) -> list[str]:
    """The words of a section of ``name_cues.txt``; ``LookupError`` where there is none."""
    found = [word for word, sections in all_roles().items() if name in sections]
    if not found:
        raise LookupError(name)
    return found


def roles(word: str) -> frozenset[str]:
    """The sections of ``name_cues.txt`` that hold the word, given in lower case."""
    return all_roles().get(word, NO_ROLES)


@lru_cache(maxsize=8192)
def given_name(name: str) -> bool:
    """Whether the folded word is a first name."""
    return _listed(name, "given_names.txt")


@cache
def _short_given() -> dict[str, frozenset[str]]:
    """For each short first name the names it may stand for."""
    found: dict[str, set[str]] = {}
    for line in _lines("short_given_names.txt"):
        full, _, shorts = line.partition(": ")
        for short in shorts.split():
            found.setdefault(short.lower(), set()).add(full.lower())
    return {short: frozenset(names) for short, names in found.items()}


def one_given_name(a: str, b: str) -> bool:
    """Whether two first names, lower case, may be one: "bob", "robert"; "dan", "daniel"."""
    short, full = sorted((a, b), key=len)
    stands = _short_given()
    if full in stands.get(short, ()) or short in stands.get(full, ()):
        return True
    if stands.get(a, frozenset()) & stands.get(b, frozenset()):
        return True
    return len(short) > 2 and full.startswith(short) and given_name(full.title()) and full != short + "a"


_ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""), ("ers", ""),
    ("er", ""), ("er", "e"), ("ers", "e"), ("isation", "ization"), ("ise", "ize"), ("our", "or"), ("ours", "or"),
    ("ist", ""),
)  # fmt: skip


@lru_cache(maxsize=16384)
def common_word(word: str) -> bool:
    """Whether the lower-case word is one of the commonest of English, by itself, inflected, or made of two."""
    return _inflected(word) or _compound(word)


def _inflected(word: str) -> bool:
    if _listed(word, "words.txt"):
        return True
    return any(word.endswith(end) and _listed(word[: -len(end)] + head, "words.txt") for end, head in _ENDINGS)


def _compound(word: str) -> bool:
    """Whether the word is two common ones: "firefighters", "pre-order"."""
    if "-" in word:
        return all(_listed(part, "words.txt") or _inflected(part) for part in word.split("-"))
    cuts = range(4, min(len(word), 24) - 3)
    return any(_listed(word[:cut], "words.txt") and _inflected(word[cut:]) for cut in cuts)


@lru_cache(maxsize=16384)
def known(word: str) -> bool:
    """Whether the folded word by itself is a place, an organisation, a people or a first name."""
    return word in demonyms() or word in organisations() or given_name(word) or place(word) is not None


@lru_cache(maxsize=16384)
def surely_known(word: str) -> bool:
    """Whether the folded word is a name even where capitals tell nothing, as in a headline."""
    return word in demonyms() or word in organisations() or (known(word) and not common_word(word.lower()))
