"""What the names layer knows before it reads: places, organisations, given names, cue words. Loaded when first asked.

The lists are plain text in ``reader/analysis/data``, each with its origin at the top. Names are looked up folded
(see :func:`reader.analysis.names.spelling.fold`), cue words in lower case.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from reader.analysis.names.spelling import fold


def _lines(file: str) -> list[str]:
    text = (files("reader.analysis") / "data" / file).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer: its main name and whether it is a country, a region or a town."""

    main: str
    scale: str


@cache
def _towns() -> list[str]:
    return _lines("places.txt")


@lru_cache(maxsize=8192)
def place(name: str) -> Place | None:
    """The place of that name, by any name the gazetteer has for it."""
    region = regions().get(name)
    if region:
        return Place(region, "country" if region in demonyms().adjectives else "region")
    rows = _towns()
    at = bisect_left(rows, name + "\t")
    row = rows[at].split("\t") if at < len(rows) else [""]
    if row[0] != name:
        return None
    return Place(regions().get(row[-1], row[-1]) if len(row) == 3 else name, row[1])


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


@dataclass(frozen=True, slots=True)
class Demonyms:
    """Adjectives and words for people, with the place each belongs to ("": a people or religion without one)."""

    places: dict[str, str]
    adjectives: frozenset[str]


@cache
def demonyms() -> Demonyms:
    """Adjectives and peoples, in the singular and in -s, and the places that have one."""
    places: dict[str, str] = {}
    for line in _lines("demonyms.txt"):
        place_name, _, forms = line.partition(": ")
        for form in forms.split(", "):
            places.setdefault(form, place_name.strip(": "))
            if not form.endswith(("s", "sh", "ch", "ese", "men")):
                places.setdefault(form + "s", place_name.strip(": "))
    return Demonyms(places, frozenset(places.values()) - {""})


@cache
def _cues() -> dict[str, frozenset[str]]:
    sections: dict[str, set[str]] = {}
    section: set[str] = set()
    for line in _lines("name_cues.txt"):
        if line.startswith("["):
            section = sections.setdefault(line.strip("[]"), set())
        else:
            section.update(line.split())
    return {name: frozenset(words) for name, words in sections.items()}


def cue(section: str) -> frozenset[str]:
    """The words of a section of ``name_cues.txt``; ``KeyError`` where there is none."""
    return _cues()[section]


@cache
def given_names() -> frozenset[str]:
    """First names, capitalised."""
    return frozenset(_lines("given_names.txt"))


@cache
def common_words() -> frozenset[str]:
    """The commonest words of English, lower case."""
    return frozenset(_lines("words.txt"))
