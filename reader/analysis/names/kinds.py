"""What kind of thing a name names: the sum of what its form and its surroundings tell.

Each cue is a named test with an example and the weight it adds to one or more kinds. Forms are weighed once, mentions
each time they occur, and the document adds them up, so that one clear mention decides the unclear ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from reader.analysis.names.finding import Found
from reader.analysis.names.lexicon import common_words, cue, demonyms, given_names, organisations, place
from reader.analysis.names.spelling import fold
from reader.model import Kind

Weights = Mapping[Kind, float]


@dataclass(frozen=True, slots=True)
class Context:
    """A mention's neighbours in lower case ("" where there is none) and the characters between."""

    before: str
    before2: str
    after: str
    after2: str
    gap: str
    close: str
    titled: bool
    owner: bool
    single: bool


class Cue(NamedTuple):
    """A test of a mention's surroundings, with an example (the name in brackets) and what it weighs."""

    name: str
    example: str
    test: Callable[[Context], bool]
    weights: Weights


_IN = frozenset("in at near across outside inside throughout around toward towards".split())
_ABOUT = frozenset("from to into between leave left visit visited visiting reach reached".split())
_SEEN = frozenset("mr mrs ms miss dr".split())


CUES: tuple[Cue, ...] = (
    Cue("title", "President [Ann Bell]", lambda c: c.titled, {"person": 5}),
    Cue("in", "in [Tarn]", lambda c: c.before in _IN and c.gap == " ", {"place": 2.2}),
    Cue("to", "flew to [Tarn]", lambda c: c.before in _ABOUT and c.gap == " ", {"place": 0.8}),
    Cue("the", "the [Herald]", lambda c: c.before == "the" and c.gap == " ", {"organisation": 1, "other": 0.4, "person": -3}),
    Cue("says", "[Bell] said", lambda c: c.after in cue("saying") and c.close == " ", {"person": 1.5, "organisation": 0.5}),
    Cue("said by", "said [Bell]", lambda c: c.before in ("said", "says", "added") and c.gap == " ", {"person": 2}),
    Cue("told", "told [Reuters]", lambda c: c.before == "told" and c.gap == " ", {"organisation": 1, "person": 0.5}),
    Cue("acts", "[Bell] resigned", lambda c: c.after in cue("person verbs") and c.close == " ", {"person": 1.5}),
    Cue("who", "[Bell], who", lambda c: c.after in ("who", "whose"), {"person": 3}),
    Cue("where", "[Tarn], where", lambda c: c.after == "where", {"place": 3}),
    Cue("age", "[Bell], 41,", lambda c: c.close == ", " and c.after.isdigit() and 4 < int(c.after[:6]) < 110, {"person": 3}),
    Cue("apposition", "[Bell], a teacher", lambda c: c.close == ", " and c.after in ("a", "an", "the", "former", "his", "her")
        and (c.after2 in cue("role words") or c.after2 in cue("titles")), {"person": 2.5}),
    Cue("role", "[Bell], spokesman for", lambda c: c.close == ", " and (c.after in cue("titles")), {"person": 2}),
    Cue("kin", "her husband [Tom]", lambda c: c.before in cue("role words") and c.gap == " ", {"person": 2}),
    Cue("people of", "[Acme] executives", lambda c: c.close == " " and c.after in cue("organisation words"), {"organisation": 1.5}),
    Cue("body of", "the agency [Acme]", lambda c: c.gap == " " and c.before in cue("organisation words"), {"organisation": 1.2}),
    Cue("region", "[Tarn] province", lambda c: c.close == " " and c.after in cue("place words"), {"place": 2.5}),
    Cue("city of", "the city of [Tarn]", lambda c: c.before == "of" and c.before2 in cue("place words"), {"place": 4}),
    Cue("owner of a role", "[Tarn]'s president", lambda c: c.owner and c.after in cue("titles"), {"place": 0.7, "organisation": 0.7}),
    Cue("owner of a seat", "[Tarn]'s capital", lambda c: c.owner and c.after in ("capital", "government", "army", "parliament",
        "border", "president", "population", "airport"), {"place": 2.5}),
    Cue("owner of kin", "[Bell]'s wife", lambda c: c.owner and c.after in cue("role words"), {"person": 1.5}),
    Cue("president of", "president of [Tarn]", lambda c: c.before == "of" and c.before2 in ("president", "people", "capital",
        "citizens", "government", "north", "south", "east", "west", "region", "part", "parts", "territory"), {"place": 2}),
    Cue("chief of", "chairman of [Acme]", lambda c: c.before == "of" and c.before2 in ("chairman", "ceo", "chief", "founder",
        "director", "member", "members", "shares"), {"organisation": 1.2, "place": 0.4}),
    Cue("peoples", "ethnic [Tarnians]", lambda c: c.before == "ethnic", {"group": 4}),
)  # fmt: skip


def context(found: Found) -> Context:
    """The neighbours of the mention within its sentence."""
    tokens, first, last = found.sentence.tokens, found.first, found.last
    follower = tokens[last] if last < len(tokens) else None
    return Context(
        before=tokens[first - 1].lower if first else "",
        before2=tokens[first - 2].lower if first > 1 else "",
        after=follower.lower if follower else "",
        after2=tokens[last + 1].lower if last + 1 < len(tokens) else "",
        gap=tokens[first].gap,
        close=(" " if tokens[last - 1].owner else follower.gap) if follower else "",
        titled=found.titled,
        owner=tokens[last - 1].owner,
        single=last - first == 1,
    )


def of_context(found: Found) -> Counter[Kind]:
    """What the surroundings of one mention tell."""
    here, told = context(found), Counter[Kind]()
    for item in CUES:
        if item.test(here):
            for kind, weight in item.weights.items():
                told[kind] += weight  # type: ignore[assignment]
    return told


@lru_cache(maxsize=8192)
def of_form(name: str) -> tuple[tuple[Kind, float], ...]:
    """What the name itself tells, from the lists and from its own words."""
    plain = fold(name)
    words = plain.split()
    lower = [w.lower() for w in words]
    told: Counter[Kind] = Counter()

    def add(kind: Kind, weight: float) -> None:
        told[kind] += weight  # type: ignore[assignment]

    peoples = demonyms().places
    if plain in peoples:
        add("group", 8)
    if plain in organisations():
        add("organisation", 5)
    spot = place(plain)
    if spot:
        weight = {"country": 6.0, "region": 3.5, "town": 3.0}[spot.scale]
        doubtful = len(words) == 1 and (plain in given_names() or lower[0] in common_words())
        add("place", weight / 2 if doubtful and spot.scale == "town" else weight)
    _by_words(words, lower, add)
    if len(words) == 1:
        if plain in given_names():
            add("person", 1.2)
        if plain.isupper() and 1 < len(plain) < 7 and not spot:
            add("organisation", 2)
    add("other", 0.3)
    return tuple(told.items())


def _by_words(words: list[str], lower: list[str], add: Callable[[Kind, float], None]) -> None:
    """What the words of a longer name tell: its head, its ending, a first name in front."""
    last, many = lower[-1], len(words) > 1
    head = next((lower[i - 1] for i in range(1, len(lower)) if lower[i] in ("of", "for")), last)
    if last in cue("organisation ends"):
        add("organisation", 6)
    if many and (head in cue("event heads")):
        add("event", 5 if head not in cue("organisation heads") else 1)
    if many and head in cue("organisation heads"):
        add("organisation", 5 if head not in cue("place heads") else 3)
    elif many and lower[0] in cue("organisation heads"):
        add("organisation", 2)
    if many and (head in cue("place heads") or lower[0] in ("mount", "lake", "cape", "fort", "port", "saint", "san", "new", "north", "south", "east", "west")):
        add("place", 3.5 if head in cue("place heads") else 1.5)
    if many and last in cue("team ends") and place(" ".join(words[:-1])):
        add("organisation", 5)
    if not many:
        if last in cue("team ends") and last not in cue("place heads"):
            add("organisation", 1)
        if last in cue("event heads"):
            add("event", 2)
        return
    if any(word in demonyms().places for word in words[:-1]) and words[0] in demonyms().places:
        add("organisation", 1)
    if lower[-1] not in cue("organisation heads") and 1 < len(words) < 5:
        if words[0] in given_names():
            add("person", 3.0 if lower[0] not in common_words() else 1.8)
        elif len(words[0].rstrip(".")) == 1 or (len(words) > 2 and len(words[1].rstrip(".")) == 1):
            add("person", 3)
        elif not any(w in common_words() for w in lower):
            add("person", 1.2)
    if "and" in lower or "&" in words:
        add("organisation", 1.5)
    if all(w in common_words() for w in lower):
        add("organisation", 0.5)
        add("other", 0.7)
