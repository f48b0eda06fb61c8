"""An article as far as stories are found by it: its most telling words, and when it was published.

How telling a word is depends on general English alone, not on the other articles at hand. So two articles are as alike
in a library of five as in one of five thousand, whatever comes later, and what was found once holds.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import islice
from operator import mul
from typing import NamedTuple
from zlib import crc32

from reader.comparison.weighting import GRAIN, rarity, stems, weigh
from reader.model import Article
from reader.text.sentences import sentences

KEPT = 128
"""Terms of a sketch at most: more tell nothing that these do not."""

STRONGEST = 24
"""Of these terms of each, at least ``SHARED`` are the same in two articles that are compared at all."""

SHARED = 2

OPENING = 3
"""Sentences that open an article. Their words, and those of the title, count for ``OPENING_WEIGHT`` more."""

OPENING_WEIGHT = 3

LENGTH = 400
"""Words of an article of general English."""

GENERAL = 800
"""Articles of general English by which words are weighed."""


class Sketch(NamedTuple):
    """The terms (checksums of stems) with their weights, the strongest first, in a vector of length one at most.

    ``day`` counts as ``date.toordinal`` does; 0 where it is not known.
    """

    terms: Mapping[int, int]
    day: int

    @property
    def strongest(self) -> list[int]:
        """The terms by which articles to compare are found."""
        return list(islice(self.terms, STRONGEST))

    def packed(self) -> bytes:
        """As bytes, without the day: half of a kilobyte or so. To be read again on the same machine."""
        return array("I", self.terms).tobytes() + array("H", self.terms.values()).tobytes()


def unpacked(data: bytes, day: int) -> Sketch:
    """The sketch that was packed."""
    terms, weights = array("I"), array("H")
    count = len(data) // (terms.itemsize + weights.itemsize)
    terms.frombytes(data[: count * terms.itemsize])
    weights.frombytes(data[count * terms.itemsize :])
    return Sketch(dict(zip(terms, weights, strict=True)), day)


def sketch(article: Article) -> Sketch:
    """What stories are found by, of an article."""
    title = article.title or ""
    bag = stems(f"{title}\n{body(article)}")
    for term, count in stems(f"{title}\n{beginning(article)}").items():
        bag[term] += OPENING_WEIGHT * count
    weights = {crc32(term.encode()): weight for term, weight in weigh(bag, _rarity()).items()}
    strongest = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:KEPT]
    return Sketch(dict(strongest), article.published.toordinal() if article.published else 0)


def shared(one: Sketch, two: Sketch) -> bool:
    """Whether two articles share enough of their strongest terms to be compared."""
    return len({*one.strongest}.intersection(two.strongest)) >= SHARED


def likeness(one: Sketch, two: Sketch) -> float:
    """How much two articles say the same words, 0 to 1."""
    both = one.terms.keys() & two.terms.keys()
    product: int = sum(map(mul, map(one.terms.__getitem__, both), map(two.terms.__getitem__, both)))
    return product / GRAIN**2


def mean_likeness(sketches: Sequence[Sketch]) -> float:
    """The mean likeness of every two of the articles, 0 to 1; 0 of fewer than two."""
    total: Counter[int] = Counter()
    own = 0
    for one in sketches:
        total.update(one.terms)
        own += sum(weight * weight for weight in one.terms.values())
    every = sum(weight * weight for weight in total.values())
    return (every - own) / (len(sketches) * (len(sketches) - 1)) / GRAIN**2 if len(sketches) > 1 else 0.0


def body(article: Article) -> str:
    """The lines that are read."""
    return "\n".join(line.of(article.text) for line in article.kept())


def beginning(article: Article) -> str:
    """The first sentences of the body."""
    lines = (line.of(article.text) for line in article.kept() if line.role == "body")
    return " ".join(islice((line[start:end] for line in lines for start, end in sentences(line)), OPENING))


@cache
def _rarity() -> Mapping[str, float]:
    return rarity((), length=LENGTH, background=GENERAL)
