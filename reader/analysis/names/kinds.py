"""What kind of thing a name names: the sum of what its form and its surroundings tell.

Forms are weighed here, surroundings by the table in :mod:`reader.analysis.names.cues`, and the document adds them up,
so that one clear mention decides the unclear ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import sqrt

from reader.analysis.names.aliases import STORMS
from reader.analysis.names.cues import of_context
from reader.analysis.names.lexicon import common_word, demonyms, given_name, organisations, place, regions, roles
from reader.analysis.names.spelling import fold, initials
from reader.analysis.names.trimming import Found
from reader.model import Kind
from reader.text.patterns import expression


@lru_cache(maxsize=8192)
def of_form(name: str) -> Mapping[Kind, float]:
    """What the name itself tells, from the lists and from its own words."""
    plain = fold(name)
    words = plain.split()
    told: Counter[Kind] = Counter()
    listed = plain in regions() or plain in organisations() or plain in demonyms()
    for kind, weight in (*_by_lists(plain, words), *(() if listed else _by_words(words))):
        told[kind] += weight
    return told


_SCALES = {"country": 6.0, "region": 3.5, "city": 4.5, "town": 3.0}


def _by_lists(plain: str, words: list[str]) -> Iterator[tuple[Kind, float]]:
    """What the lists know of the whole name."""
    yield "other", 0.3
    if plain in demonyms():
        yield "group", 8
    if plain in organisations():
        yield "organisation", 6
    spot = None if plain in organisations() else place(plain)
    if spot:
        ordinary = len(words) == 1 and common_word(plain.lower())
        doubtful = ordinary or (len(words) == 1 and given_name(plain))
        weight = 7 if plain in regions() else _SCALES[spot.scale]
        less = 0.75 if spot.scale == "city" and not ordinary else 0.4
        yield "place", weight * (less if doubtful and plain not in regions() else 1)
        if ordinary:
            yield "organisation", 0.6
    if len(words) == 1:
        if given_name(plain) and not (spot and spot.scale == "country"):
            yield "person", 1.5
        if plain.isupper() and 1 < len(plain) < 7 and not spot:
            yield "organisation", 2
        elif not spot and not given_name(plain):
            yield ("other", 0.3) if plain[0].islower() else ("organisation", 0.4)


def _by_words(words: list[str]) -> Iterator[tuple[Kind, float]]:
    """What the words of a name tell: its head, its ending, a first name in front."""
    lower = [word.lower() for word in words]
    last = roles(lower[-1])
    if any(c.isdigit() for c in words[-1]) and len(words) > 1:
        yield "other", 4
    if len(words) > 1 and len(words[-1]) == 1:
        yield "other", 3
    if (
        len(words) > 1
        and any(len(word) > 1 and word.isupper() for word in words)
        and not all(w.isupper() for w in words)
    ):
        yield "person", -1.5
    if words[0][0].islower() and any(c.isupper() for c in words[0][1:2]):
        yield "other", 3
    if "organisation ends" in last and len(words) > 1:
        yield "organisation", 6
    if len(words) == 1:
        if "team ends" in last and "place heads" not in last:
            yield "organisation", 1
        if "event heads" in last:
            yield "event", 3
        return
    of = next((n for n in range(1, len(lower)) if lower[n] in ("of", "for", "on")), len(lower))
    head = roles(lower[of - 1])
    body, spot, event = ("organisation heads" in head, "place heads" in head, "event heads" in head)
    if event:
        yield "event", 1 if body else 5
    elif lower[0] in STORMS or lower[0] == "operation":
        yield "event", 5
    if body:
        yield "organisation", 3 if spot else 5
    elif "organisation heads" in roles(lower[0]):
        yield "organisation", 2
    elif any("organisation heads" in roles(word) for word in lower):
        yield "organisation", 1.5
    if spot:
        yield "place", 3.5
    elif lower[0] in _PLACE_STARTS:
        yield "place", 4
    elif lower[0] in _DIRECTIONS:
        yield "place", 1.5
    if "team ends" in last and place(" ".join(words[:-1])):
        yield "organisation", 5
    if "&" in words or ("and" in lower and not event):
        yield "organisation", 1.5
    if words[0] in demonyms() and not given_name(words[0]):
        yield "organisation", 2
    if not body and not event and not spot and lower[0] not in _PLACE_STARTS and len(words) < 5:
        yield from _as_person(words, lower)
    if all(common_word(word) for word in lower):
        yield "organisation", 0.5
        yield "other", 0.7


_TWO_SYLLABLES = expression("[A-Z][a-z]{1,5}-[A-Za-z][a-z]{1,5}")
"""A Korean or Chinese first name after the surname: "Kim Shin-wook"."""
_INITIALS = expression(r"(?:[A-Z]\.)+")
_PLACE_STARTS = frozenset(("mount", "mt", "mt.", "lake", "cape", "fort", "port"))
_DIRECTIONS = frozenset(["saint", "san", "santa", "new", "north", "south", "east", "west", "upper", "lower"])


def _as_person(words: list[str], lower: list[str]) -> Iterator[tuple[Kind, float]]:
    """How much a name looks like that of a person."""
    if given_name(words[0]):
        yield "person", 1.8 if common_word(lower[0]) else 3
    elif len(words) == 2 and len(words[1]) < 12 and _TWO_SYLLABLES.fullmatch(words[1]):
        yield "person", 2.5
    elif any(_INITIALS.fullmatch(word) for word in words[:2]):
        yield "person", 3
    elif any(word in ("bin", "al", "ibn", "van", "de", "von") or word.startswith(("al-", "Al-")) for word in words[1:]):
        yield "person", 2
    elif not any(common_word(word) for word in lower):
        yield "person", 1.5
    elif not common_word(lower[0]) and place(words[0]) is None and len(words) == 2:
        yield "person", 1


# ---- the document's verdict


def kinds_of(names: Sequence[str], found: Sequence[Found]) -> dict[str, Kind]:
    """The kind of each name: its form and all its mentions weighed; a full name also speaks for its last word.

    Mentions count with the root of their number: ten times the same weak cue is not ten times as sure.
    """
    told: dict[str, Counter[Kind]] = {}
    number: Counter[str] = Counter(names)
    for name, item in zip(names, found, strict=True):
        weights = told.setdefault(name, Counter())
        for kind, weight in of_context(item):
            weights[kind] += weight / sqrt(number[name])  # type: ignore[assignment]
    for name, weights in told.items():
        for kind, weight in of_form(name).items():
            weights[kind] += weight  # type: ignore[assignment]
    _neighbours(names, found, told)
    _share(told)
    return {
        name: "group" if fold(name) in demonyms() and weights["person"] < 4 else _best(weights)
        for name, weights in told.items()
    }


def _neighbours(names: Sequence[str], found: Sequence[Found], told: dict[str, Counter[Kind]]) -> None:
    """Let names in a list speak for each other, and a region or a country for the place before it: "Tarn, Peru"."""
    for (one, item), (two, follower) in pairwise(zip(names, found, strict=True)):
        if item.sentence is not follower.sentence or follower.first - item.last > 1:
            continue
        joint = follower.tokens[0].gap
        linked = follower.first > item.last and item.sentence.tokens[item.last].lower in ("and", "or")
        if (follower.first == item.last and joint in (", ", " / ", "/")) or (linked and joint == " "):
            for name, other in ((one, two), (two, one)):
                known = of_form(other)
                kind = max(known, key=lambda k: known[k])
                if known[kind] >= 2.5 and kind != "group":
                    told[name][kind] += 1.2  # type: ignore[assignment]


def _share(told: dict[str, Counter[Kind]]) -> None:
    """Let full names speak for the short forms of them.

    A person's full name speaks for its last and first word, words for their letters, "Hurricane Irma" for "Irma".
    """
    for name in tuple(told):
        head, _, rest = name.partition(" ")
        if head.lower() in STORMS and rest in told:
            told[rest]["event"] += 6
    letters: dict[str, Kind] = {}
    for name, weights in told.items():
        if " " in name and (kind := _best(weights)) not in ("person", "group"):
            letters.update(dict.fromkeys(initials(name), kind))
    for name, weights in told.items():
        if name.isupper() and name in letters:
            weights[letters[name]] += 3
    full: dict[str, float] = {}
    for name, weights in told.items():
        words = fold(name).split()
        if len(words) > 1 and _best(weights) == "person":
            full[words[-1]] = weights["person"]
            full.setdefault(words[0], weights["person"])
    for name, weights in told.items():
        if full.get(fold(name)):
            weights["person"] += min(full[fold(name)], 6)  # type: ignore[assignment]


def _best(weights: Counter[Kind]) -> Kind:
    return max(weights, key=lambda kind: weights[kind])
