"""How each source words the same actor, action or place: names of one thing, and nouns that outlets choose between."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reader.comparison.noun_phrases import NounPhrase, noun_phrases
from reader.model import Analysis, Entity, Link, Passage, Phrase, Span, Wording
from reader.text.wordlists import words_of

_CONTESTED = "modifiers of a contested place"


def wording(analyses: Sequence[Analysis], entities: Sequence[Entity], links: Sequence[Link]) -> tuple[Wording, ...]:
    """The things that the sources word differently, with every wording and its place, in order of the texts.

    A row holds what two articles or more name, in two ways or more that are neither inflections nor parts of each
    other. Rows of things with many wordings come first.
    """
    named: dict[str, list[Phrase]] = defaultdict(list)
    nouns: dict[str, list[Phrase]] = defaultdict(list)
    for analysis in analyses:
        article, text = analysis.article.id, analysis.article.text
        for mention in analysis.mentions:
            named[mention.entity].append(Phrase(mention.start, mention.end, article, mention.of(text)))
    kinds = {entity.id: entity.kind for entity in entities}
    spots: list[tuple[str | None, bool, Phrase]] = []
    for analysis in analyses:
        starts = [mention.start for mention in analysis.mentions]
        for passage, phrase in phrases_of(analysis):
            place = Phrase(passage.start + phrase.start, passage.start + phrase.end, analysis.article.id, "")
            told = Phrase(place.start, place.end, place.article, place.of(analysis.article.text))
            if phrase.label != "place":
                nouns[phrase.label].append(told)
            else:
                spots.append((place_of(analysis, starts, place, phrase, kinds), contested(phrase), told))
    described = Counter(entity for entity, _, _ in spots if entity).most_common(1)
    for entity, disputed, told in spots:
        if entity:
            named[entity].append(told)
        elif disputed and described:  # the place that is oftenest called a region, an enclave …
            named[described[0][0]].append(told)
    rows = [Wording(e.name, e.id, in_order(analyses, named[e.id])) for e in entities if differ(named[e.id])]
    rows += [Wording(label, None, in_order(analyses, found)) for label, found in nouns.items() if differ(found)]
    return tuple(sorted(rows, key=lambda row: (-len(wordings(row.phrases)), row.label)))


def phrases_of(analysis: Analysis) -> Iterator[tuple[Passage, NounPhrase]]:
    """The noun phrases of an article with their passages."""
    for passage in analysis.passages:
        for phrase in noun_phrases(passage.text):
            yield passage, phrase


def contested(phrase: NounPhrase) -> bool:
    """Whether a place is called what only a place in dispute is called."""
    words = words_of(__package__, "wordings", _CONTESTED)
    return any(word.lower() in words for word in phrase.modifiers)


def place_of(
    analysis: Analysis, starts: Sequence[int], place: Span, phrase: NounPhrase, kinds: Mapping[str, str]
) -> str | None:
    """The place that a phrase names itself, or that "of" after it names; ``starts`` are those of the mentions."""
    follower = bisect_left(starts, place.end)
    for mention in analysis.mentions[bisect_left(starts, place.start) : follower + 1]:
        if kinds.get(mention.entity) != "place":
            continue
        inside = mention in place and mention.end + 1 >= place.end - len(phrase.head)
        if inside or (contested(phrase) and _joined(analysis.article.text, place.end, mention.start)):
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
