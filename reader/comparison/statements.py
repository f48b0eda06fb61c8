"""One article made ready to be compared with any other: its statements as vectors, looked up by their terms.

Nothing here depends on the other articles, so that one more article in a story leaves the others as they are. What
is common within an event is what its reports repeat themselves: terms are weighed by their rarity in general English
and in the article at hand.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TypeVar

from reader.comparison.comparable import Count, counts
from reader.comparison.concepts import Worded, chance, worded
from reader.comparison.facts import Facts, facts_of, numbered, own_names
from reader.comparison.weighting import BACKGROUND, GRAIN, Vector, expected, stems, weigh
from reader.model import Analysis, Article, Figure, Moment, Passage
from reader.text.patterns import expression
from reader.text.words import stem, words

OWN = 1.0
"""How much a passage of the article counts beside one of general English, from the second that holds a term."""

TELLING = 1.0
"""Words of a smaller idf, which most passages hold, are left out."""

OTHERS = 30
"""How many passages of other texts, without any of its numbers and things, stand beside the article's."""

_COMMON = 0.08
"""Words that so large a share of passages of general English hold are no clue in parts."""

_NUMBER = expression(r"\d+(?:[.,:]\d+)*")

Posting = Sequence[tuple[int, int]]
"""The passages that hold a term, by their numbers, with its weight in each."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Content:
    """All that statements are made of: equal contents have equal statements."""

    article: Article
    passages: tuple[Passage, ...]
    figures: tuple[Figure, ...]
    moments: tuple[Moment, ...]
    names: tuple[tuple[int, int, int, bool, bool], ...]
    """Where each name stands, the number of what it names, whether that is a person, whether it is people counted."""


@dataclass(frozen=True, slots=True)
class Statements:
    """The statements of an article, each sequence in order of the text.

    ``words`` and ``named`` weigh words (days are among them) and the things named, which are one vector; ``parts``
    parts of words, ``numbers`` numbers as written. ``posted`` and ``mentioned`` lead from words and things to the
    passages that hold them, ``telling`` and ``naming`` tell how much it tells to share them (0 or more, in parts of
    ``GRAIN``). ``bag`` holds the stems of the whole article.
    """

    content: Content
    facts: tuple[Facts, ...]
    worded: tuple[Worded, ...]
    words: tuple[Vector[str], ...]
    named: tuple[Vector[int], ...]
    parts: tuple[Vector[str], ...]
    numbers: tuple[Vector[str], ...]
    counts: tuple[tuple[Count, ...], ...]
    posted: Mapping[str, Posting]
    mentioned: Mapping[int, Posting]
    telling: Mapping[str, int]
    naming: Mapping[int, int]
    bag: Counter[str]


def content_of(analysis: Analysis) -> Content:
    """What the statements of an article are made of; the ids of things, which may change, are left out."""
    counted, text = {figure.counted.lower() for figure in analysis.figures}, analysis.article.text
    names = tuple(
        (m.start, m.end, n, m.kind == "person", m.kind in ("group", "place") and m.of(text).lower() in counted)
        for m, n in zip(analysis.mentions, numbered(analysis.mentions), strict=True)
    )
    return Content(analysis.article, analysis.passages, analysis.figures, analysis.moments, names)


def statements(analysis: Analysis, content: Content | None = None) -> Statements:
    """The statements of an article, whose content may be known; headings state nothing."""
    facts = facts_of(analysis)
    forms = own_names(analysis)
    phrases = {thing: " ".join(stems(form)) for thing, form in forms.items()}
    told = [worded(one.words, one.passage.start) for one in facts]
    bags: list[Counter[str | int]] = []
    for one, said in zip(facts, told, strict=True):
        bag: Counter[str | int] = Counter({term: len(places) for term, places in said.places.items()})
        bag.update(" ".join(stems(day)) for day in one.day_terms)
        bag.update(one.things)
        for year in one.years:
            bag.setdefault(year, 1)
        bags.append(bag)
    idf = rarity_within(bags, BACKGROUND, lambda term: chance(phrases[term] if isinstance(term, int) else term))
    idf = {term: value if value >= TELLING else 0.0 for term, value in idf.items()}
    vectors = [weigh(bag, idf) for bag in bags]
    words = [{term: weight for term, weight in vector.items() if isinstance(term, str)} for vector in vectors]
    named = [{term: weight for term, weight in vector.items() if isinstance(term, int)} for vector in vectors]
    pieces = [parts(" ".join((one.words, *map(forms.__getitem__, one.things)))) for one in facts]
    piece = rarity_within(pieces, 2 * OTHERS)
    figures = [numbers(one.words) for one in facts]
    number = rarity_within(figures, OTHERS)
    naming = rarity_within([one.things for one in facts], OTHERS)
    counted: dict[str, list[Count]] = defaultdict(list)
    for count in counts([analysis]):
        counted[count.figure.passage].append(count)
    whole: Counter[str] = Counter()
    for passage in analysis.passages:
        whole.update(stems(passage.text))
    return Statements(
        content or content_of(analysis),
        tuple(facts),
        tuple(told),
        words=tuple(words),
        named=tuple(named),
        parts=tuple(weigh(bag, {part: 1 + piece[part] for part in bag}) for bag in pieces),
        numbers=tuple(weigh(bag, number) for bag in figures),
        counts=tuple(tuple(counted[one.passage.id]) for one in facts),
        posted=posted(words),
        mentioned=posted(named),
        telling={
            term: max(0, round(GRAIN * (value - TELLING))) for term, value in idf.items() if isinstance(term, str)
        },
        naming={thing: round(GRAIN * value) for thing, value in naming.items()},
        bag=whole,
    )


def posted(vectors: Sequence[Vector[T]]) -> dict[T, list[tuple[int, int]]]:
    """For each term the passages that hold it."""
    found: dict[T, list[tuple[int, int]]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for term, weight in vector.items():
            found[term].append((number, weight))
    return dict(found)


def parts(text: str) -> Counter[str]:
    """The runs of four letters in the words of the text, word ends included; common words left out."""
    return Counter(chain.from_iterable([_parts_of(word.group()) for word in words(text.lower())]))


@lru_cache(maxsize=8192)
def _parts_of(word: str) -> tuple[str, ...]:
    if expected(stem(word)) >= _COMMON:
        return ()
    edged = f" {word} "
    return tuple(edged[i : i + 4] for i in range(max(1, len(edged) - 3)))


def numbers(text: str) -> Counter[str]:
    """The numbers of the text as written, without commas."""
    return Counter(n.group().replace(",", "") for n in _NUMBER.finditer(text))


def rarity_within(
    bags: Sequence[Iterable[T]], background: float, expect: Callable[[T], float] = lambda term: 0.0
) -> dict[T, float]:
    """The idf of every term of the passages, each given as its distinct terms, 0 or more.

    ``expect`` is the share of the background's passages that hold a term.
    """
    found = Counter(chain.from_iterable(bags))
    whole = 1 + OWN * len(bags) + background
    return {
        term: max(0.0, math.log(whole / (1.5 + OWN * (count - 1) + background * expect(term))))
        for term, count in found.items()
    }
