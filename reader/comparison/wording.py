"""How each source words the same actor, action or place: names of one thing, and nouns that outlets choose between."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from reader.comparison.described import described
from reader.comparison.noun_phrases import NounPhrase, heads, noun_phrases
from reader.comparison.roles import Played, one_thing, played
from reader.model import Analysis, Entity, Link, Passage, Phrase, Span, Wording
from reader.text.wordlists import words_of

_THE = "the "
_DISPUTED = "?"
"""Stands for the place in dispute until it is known which that is."""


def wording(
    analyses: Sequence[Analysis],
    entities: Sequence[Entity],
    links: Sequence[Link],
    find: Callable[[Analysis], Found] | None = None,
    play: Callable[[Analysis], Played] = played,
) -> tuple[Wording, ...]:
    """The things that the sources word differently, with every wording and its place, in order of the texts.

    A row holds what two articles or more name, in two ways or more that are neither inflections nor parts of each
    other. Rows of things with many wordings come first. ``find`` may remember what :func:`phrases_of`
    gives, and ``play`` what :func:`played` does.
    """
    named: dict[str, list[Phrase]] = defaultdict(list)
    for analysis in analyses:
        article, text = analysis.article.id, analysis.article.text
        for mention in analysis.mentions:
            named[mention.entity].append(Phrase(mention.start, mention.end, article, mention.of(text)))
        for person, phrase in described(analysis):
            named[person].append(phrase)
    kinds = {entity.id: entity.kind for entity in entities}
    told = [(analysis, (find or phrases_of)(analysis)) for analysis in analyses]
    places = places_called(told, kinds)
    taken_up: dict[str, list[Phrase]] = defaultdict(list)
    for spot in places:
        (taken_up if spot.again else named)[spot.entity].append(spot.phrase)
    rows = [
        Wording(entity.name, entity.id, in_order(analyses, [*named[entity.id], *taken_up[entity.id]]))
        for entity in entities
        if differ(named[entity.id])
    ]
    nouns = nouns_called(told)
    for label, alike in one_thing(analyses, links, play).items():
        nouns.setdefault(_class_of(alike) or label, []).extend(alike)
    rows += [Wording(label, None, in_order(analyses, found)) for label, found in nouns.items() if differ(found)]
    return tuple(sorted(rows, key=lambda row: (-len(wordings(row.phrases)), row.label)))


def _class_of(phrases: Sequence[Phrase]) -> str | None:
    """The one class of nouns that phrases belong to; a general noun ("force") belongs to none by itself."""
    known = (heads().get(phrase.text.lower().split()[-1], ("", True)) for phrase in phrases)
    labels = {label for label, needs in known if not needs}
    return labels.pop() if len(labels) == 1 else None


Found = Sequence[tuple[Passage, NounPhrase]]
"""The noun phrases of an article with their passages."""

Told = Sequence[tuple[Analysis, Found]]
"""The articles with their noun phrases."""


def nouns_called(told: Told) -> dict[str, list[Phrase]]:
    """The phrases of each class of nouns.

    A general noun ("units") belongs to its class where its phrase says so itself, or where it is of an army and of the
    owner of another phrase that does, or of nothing but that owner: "Tarnian army units", "Tarnian forces" beside
    "Tarnian rebels".
    """
    owners: dict[str, set[str]] = defaultdict(set)
    for _, found in told:
        for _, phrase in found:
            if phrase.sure:
                owners[phrase.label] |= phrase.names
    nouns: dict[str, list[Phrase]] = defaultdict(list)
    for analysis, found in told:
        for passage, phrase in found:
            owned = phrase.names & owners[phrase.label]
            bare = phrase.names == owned and len(phrase.modifiers) == len(owned)  # "Tarnian forces"
            if phrase.label != "place" and (phrase.sure or (owned and (phrase.armed or bare))):
                nouns[phrase.label].append(_placed(analysis, passage, phrase))
    return nouns


class Spot(NamedTuple):
    """A phrase for a place, the thing (an id) that it stands for, and whether it only takes that up again."""

    entity: str
    phrase: Phrase
    again: bool


def places_called(told: Told, kinds: Mapping[str, str]) -> list[Spot]:
    """The phrases for places.

    "The region" takes up what was last called a region in its article; "the disputed region", and an enclave that is
    not named, are the place that is oftenest called a region, a territory …
    """
    spots: list[Spot] = []
    for analysis, found in told:
        starts = [mention.start for mention in analysis.mentions]
        last: dict[str, str] = dict.fromkeys(words_of(__package__, "wordings", "places in dispute"), _DISPUTED)
        for passage, phrase in found:
            if phrase.label != "place":
                continue
            place = _placed(analysis, passage, phrase)
            entity = place_of(analysis, starts, place, phrase, kinds) or (_DISPUTED if phrase.contested else "")
            head = phrase.head
            if entity or phrase.modifiers:
                last[head] = entity
                spots.append(Spot(entity, place, False))
            elif last.get(head) and place.start >= len(_THE):
                text = analysis.article.text[place.start - len(_THE) : place.end]
                if text.lower().startswith(_THE):
                    spots.append(
                        Spot(last[head], Phrase(place.start - len(_THE), place.end, place.article, text), True)
                    )
    common = Counter(s.entity for s in spots if not s.again and s.entity not in ("", _DISPUTED)).most_common(1)
    described = common[0][0] if common else ""
    spots = [spot._replace(entity=described) if spot.entity == _DISPUTED else spot for spot in spots]
    return [spot for spot in spots if spot.entity]


def _placed(analysis: Analysis, passage: Passage, phrase: NounPhrase) -> Phrase:
    """A phrase of a passage as it stands in the article."""
    start, end = passage.start + phrase.start, passage.start + phrase.end
    return Phrase(start, end, analysis.article.id, analysis.article.text[start:end])


def phrases_of(analysis: Analysis) -> Found:
    """The noun phrases of an article with their passages."""
    return [(passage, phrase) for passage in analysis.passages for phrase in noun_phrases(passage.text)]


def place_of(
    analysis: Analysis, starts: Sequence[int], place: Span, phrase: NounPhrase, kinds: Mapping[str, str]
) -> str | None:
    """The place that a phrase names itself, or that "of" after it names; ``starts`` are those of the mentions."""
    follower = bisect_left(starts, place.end)
    for mention in analysis.mentions[bisect_left(starts, place.start) : follower + 1]:
        if kinds.get(mention.entity) != "place":
            continue
        inside = mention in place and mention.end + 1 >= place.end - len(phrase.head)
        if inside or (phrase.contested and _joined(analysis.article.text, place.end, mention.start)):
            return mention.entity
    return None


def _joined(text: str, end: int, start: int) -> bool:
    return end <= start and text[end:start].split() in (["of"], ["of", "the"])


def differ(phrases: Sequence[Phrase]) -> bool:
    """Whether two articles or more use two wordings or more."""
    return len({p.article for p in phrases}) > 1 and len(wordings(phrases)) > 1


def wordings(phrases: Sequence[Phrase]) -> list[str]:
    """The wordings that are not an inflection or a part of another one."""
    found: list[str] = []
    for text in sorted({plain(p.text) for p in phrases}, key=lambda t: (-len(t), t)):
        if not any(text in other or text[: max(4, len(text) - 3)] == other[: max(4, len(text) - 3)] for other in found):
            found.append(text)
    return found


def plain(text: str) -> str:
    """A wording to be compared: small letters, no possessive."""
    return text.lower().replace("’", "'").removesuffix("'s").removesuffix("'")


def in_order(analyses: Sequence[Analysis], phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """The phrases article by article, in order of the text; of two that overlap the longer."""
    order = {a.article.id: n for n, a in enumerate(analyses)}
    kept: list[Phrase] = []
    for phrase in sorted(phrases, key=lambda p: (order[p.article], p.start, -p.end)):
        if not kept or kept[-1].article != phrase.article or phrase.start >= kept[-1].end:
            kept.append(phrase)
    return tuple(kept)
