"""What kind of thing a name names: the sum of what its form and its surroundings tell.

Each cue is a named test with an example and the weight it adds to one or more kinds. Forms are weighed once, mentions
each time they occur, and the document adds them up, so that one clear mention decides the unclear ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from typing import NamedTuple

from reader.analysis.names.lexicon import common_word, demonyms, given_name, organisations, place, roles
from reader.analysis.names.spelling import fold
from reader.analysis.names.tokens import Token
from reader.analysis.names.trimming import Found
from reader.model import Kind

Weights = Mapping[Kind, float]


@dataclass(frozen=True, slots=True)
class Context:
    """A mention's neighbours and the characters between; ``owner``: a possessive ending follows."""

    before: Token
    before2: Token
    after: Token
    after2: Token
    gap: str
    close: str
    titled: bool
    owner: bool


class Cue(NamedTuple):
    """A test of a mention's surroundings, with an example (the name in brackets) and what it weighs."""

    name: str
    example: str
    test: Callable[[Context], bool]
    weights: Weights


_IN = frozenset(["in", "at", "near", "across", "outside", "inside", "throughout", "around", "toward", "towards"])
_ABOUT = frozenset(
    ["from", "to", "into", "between", "leave", "left", "visit", "visited", "visiting", "reach", "reached"]
)
_HEADS_OF = frozenset(
    [
        "president",
        "people",
        "capital",
        "citizens",
        "government",
        "north",
        "south",
        "east",
        "west",
        "part",
        "parts",
        "territory",
    ]
)
_MEMBERS_OF = frozenset(
    ["chairman", "chairwoman", "ceo", "chief", "founder", "director", "member", "members", "shares", "head", "board"]
)
_ARTICLES = frozenset(["a", "an", "the", "former", "his", "her"])


def _next(c: Context, section: str) -> bool:
    return c.close == " " and section in c.after.roles


def _previous(c: Context, section: str) -> bool:
    return c.gap == " " and section in c.before.roles


CUES: tuple[Cue, ...] = (
    Cue("title", "President [Ann Bell]", lambda c: c.titled, {"person": 5}),
    Cue("in", "in [Tarn]", lambda c: c.before.lower in _IN and c.gap == " ", {"place": 2.2}),
    Cue("to", "flew to [Tarn]", lambda c: c.before.lower in _ABOUT and c.gap == " ", {"place": 0.8}),
    Cue(
        "the",
        "the [Herald]",
        lambda c: c.before.lower == "the" and c.gap == " ",
        {"organisation": 1, "other": 0.5, "person": -3},
    ),
    Cue(
        "a",
        "a [Cadillac]",
        lambda c: c.before.lower in ("a", "an") and c.gap == " ",
        {"other": 1, "person": -1, "place": -1},
    ),
    Cue("says", "[Bell] said", lambda c: _next(c, "saying"), {"person": 1.5, "organisation": 0.7}),
    Cue("said by", "said [Bell]", lambda c: c.before.lower in ("said", "says") and c.gap == " ", {"person": 2}),
    Cue("told", "told [Reuters]", lambda c: c.before.lower == "told", {"organisation": 1.5, "person": 0.5}),
    Cue("acts", "[Bell] resigned", lambda c: _next(c, "person verbs"), {"person": 1.5}),
    Cue("firm acts", "[Acme] unveiled", lambda c: _next(c, "firm actions"), {"organisation": 1.2}),
    Cue("who", "[Bell], who", lambda c: c.after.lower in ("who", "whose"), {"person": 3}),
    Cue("where", "[Tarn], where", lambda c: c.after.lower == "where", {"place": 3}),
    Cue("age", "[Bell], 41,", lambda c: c.close == ", " and _is_age(c.after.lower), {"person": 3}),
    Cue(
        "apposition",
        "[Bell], a teacher",
        lambda c: (
            c.close == ", " and c.after.lower in _ARTICLES and not c.after2.roles.isdisjoint(("role words", "titles"))
        ),
        {"person": 2.5},
    ),
    Cue("role", "[Bell], spokesman for", lambda c: c.close == ", " and "titles" in c.after.roles, {"person": 2}),
    Cue("kin", "her husband [Tom]", lambda c: _previous(c, "role words"), {"person": 2}),
    Cue("people of", "[Acme] executives", lambda c: _next(c, "organisation words"), {"organisation": 1.5}),
    Cue("officer", "[Acme] CEO Bell", lambda c: _next(c, "firm officers"), {"organisation": 1.5}),
    Cue("state officer", "[Tarn] mayor Bell", lambda c: _next(c, "state officers"), {"place": 1.2}),
    Cue("body of", "the agency [Acme]", lambda c: _previous(c, "organisation words"), {"organisation": 1.2}),
    Cue("region", "[Tarn] province", lambda c: _next(c, "place words"), {"place": 2.5}),
    Cue(
        "city of",
        "the city of [Tarn]",
        lambda c: c.before.lower == "of" and "place words" in c.before2.roles,
        {"place": 4},
    ),
    Cue("owner of a seat", "[Tarn]'s capital", lambda c: c.owner and "seats" in c.after.roles, {"place": 2}),
    Cue("owner of kin", "[Bell]'s wife", lambda c: c.owner and "role words" in c.after.roles, {"person": 1.5}),
    Cue(
        "owner of an office",
        "[Tarn]'s president",
        lambda c: c.owner and "titles" in c.after.roles,
        {"place": 0.7, "organisation": 0.7},
    ),
    Cue(
        "president of",
        "people of [Tarn]",
        lambda c: c.before.lower == "of" and c.before2.lower in _HEADS_OF,
        {"place": 2},
    ),
    Cue(
        "chief of",
        "chairman of [Acme]",
        lambda c: c.before.lower == "of" and c.before2.lower in _MEMBERS_OF,
        {"organisation": 1.2, "place": 0.4},
    ),
    Cue("peoples", "ethnic [Tarnians]", lambda c: c.before.lower == "ethnic", {"group": 4}),
)


def _is_age(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) < 4 and 4 < int(word) < 110


def _context(found: Found) -> Context:
    sentence, first, last = found.sentence, found.first, found.last
    ending, follower = sentence.tokens[last - 1], sentence.token(last)
    return Context(
        before=sentence.token(first - 1),
        before2=sentence.token(first - 2),
        after=follower,
        after2=sentence.token(last + 1),
        gap=sentence.tokens[first].gap,
        close=follower.gap,
        titled=found.titled,
        owner=ending.owner,
    )


def of_context(found: Found) -> list[tuple[Kind, float]]:
    """What the surroundings of one mention tell."""
    here = _context(found)
    return [pair for cue in CUES if cue.test(here) for pair in cue.weights.items()]


@lru_cache(maxsize=8192)
def of_form(name: str) -> Weights:
    """What the name itself tells, from the lists and from its own words."""
    plain = fold(name)
    words = plain.split()
    told: Counter[Kind] = Counter()
    for kind, weight in (*_by_lists(plain, words), *_by_words(words)):
        told[kind] += weight  # type: ignore[assignment]
    return told


def _by_lists(plain: str, words: list[str]) -> Iterator[tuple[Kind, float]]:
    """What the lists know of the whole name."""
    yield "other", 0.3
    if plain in demonyms():
        yield "group", 8
    if plain in organisations():
        yield "organisation", 5
    spot = place(plain)
    if spot:
        ordinary = len(words) == 1 and common_word(plain.lower())
        doubtful = ordinary or (len(words) == 1 and given_name(plain))
        yield "place", {"country": 6.0, "region": 3.5, "town": 3.0}[spot.scale] * (0.4 if doubtful else 1)
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
    if words[0][0].islower() and any(c.isupper() for c in words[0][1:2]):
        yield "other", 3
    if "organisation ends" in last and len(words) > 1:
        yield "organisation", 6
    if len(words) == 1:
        if "team ends" in last and "place heads" not in last:
            yield "organisation", 1
        if "event heads" in last:
            yield "event", 2
        return
    of = next((n for n in range(1, len(lower)) if lower[n] in ("of", "for", "on")), len(lower))
    head = roles(lower[of - 1])
    body, spot, event = ("organisation heads" in head, "place heads" in head, "event heads" in head)
    if event:
        yield "event", 1 if body else 5
    if body:
        yield "organisation", 3 if spot else 5
    elif "organisation heads" in roles(lower[0]):
        yield "organisation", 2
    elif any("organisation heads" in roles(word) for word in lower):
        yield "organisation", 1.5
    if spot:
        yield "place", 3.5
    elif lower[0] in _PLACE_STARTS:
        yield "place", 1.5
    if "team ends" in last and place(" ".join(words[:-1])):
        yield "organisation", 5
    if "&" in words or ("and" in lower and not event):
        yield "organisation", 1.5
    if words[0] in demonyms():
        yield "organisation", 1
    if not body and not event and not spot and len(words) < 5:
        yield from _as_person(words, lower)
    if all(common_word(word) for word in lower):
        yield "organisation", 0.5
        yield "other", 0.7


_PLACE_STARTS = frozenset(
    [
        "mount",
        "lake",
        "cape",
        "fort",
        "port",
        "saint",
        "san",
        "santa",
        "new",
        "north",
        "south",
        "east",
        "west",
        "upper",
        "lower",
    ]
)


def _as_person(words: list[str], lower: list[str]) -> Iterator[tuple[Kind, float]]:
    """How much a name looks like that of a person."""
    if given_name(words[0]):
        yield "person", 1.8 if common_word(lower[0]) else 3
    elif any(len(word.rstrip(".")) == 1 for word in words[:2]):
        yield "person", 3
    elif any(word in ("bin", "al", "ibn", "van", "de", "von") or word.startswith(("al-", "Al-")) for word in words[1:]):
        yield "person", 2
    elif not any(common_word(word) for word in lower):
        yield "person", 1.5


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
    _share(told)
    return {
        name: "group" if fold(name) in demonyms() and weights["person"] < 4 else _best(weights)
        for name, weights in told.items()
    }


def _share(told: dict[str, Counter[Kind]]) -> None:
    """Let full names speak for the short forms of them: a person's for its last and first word."""
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
