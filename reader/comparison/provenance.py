"""Where texts come from: shared wording with names masked, reprints and rewrites, credits, independent origins.

Truncated copy is containment, not resemblance: what share of one text's runs of words stands in the other. Nothing
here says which of two texts was first unless both are dated.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, NamedTuple

from reader.analysis.placing import Placed
from reader.model import Analysis, Phrase
from reader.text.words import words

RUN = 5
"""Words of a fingerprint."""

LEAST_RUN = 8
"""Shared runs shorter than this are how everybody writes."""

REPRINT = 0.7
REWRITE = 0.12
"""The least containment of the text that holds less in the other, for either."""

LEAST_SHARED = 30
"""Fingerprints that two texts must share to be more than neighbours in style."""

_NAME = "\N{BULLET}"

Copying = Literal["reprint", "shared wording"]


@dataclass(frozen=True, slots=True)
class SharedRun:
    """A run of ``length`` words that two articles have in common, names masked, as it stands in both."""

    a: Phrase
    b: Phrase
    length: int


@dataclass(frozen=True, slots=True)
class Descent:
    """Two articles (ids) with wording in common; ``containment``, 0 to 1, is the share of the one that holds less."""

    a: str
    b: str
    containment: float
    kind: Copying


@dataclass(frozen=True, slots=True)
class Credit:
    """What an article says of its own origin: agencies named, and the lines that say so."""

    article: str
    via: tuple[str, ...]
    lines: tuple[Phrase, ...]


class _Word(NamedTuple):
    start: int
    end: int
    form: str


def _masked(analysis: Analysis) -> list[_Word]:
    """The words of an article's passages, lower case, each name as one mask."""
    found: list[_Word] = []
    placed = Placed(analysis.mentions)
    for passage in analysis.passages:
        names = placed.within(passage)
        for word in words(passage.text):
            start, end = passage.start + word.start(), passage.start + word.end()
            name = next((m for m in names if m.start <= start < m.end), None)
            if name is None:
                found.append(_Word(start, end, word.group().lower().replace("’", "'")))
            elif not found or found[-1].start != name.start:
                found.append(_Word(name.start, max(name.end, end), _NAME))
    return found


def _prints(text: Sequence[_Word]) -> dict[tuple[str, ...], list[int]]:
    """Where each run of words begins; runs that are mostly names are no fingerprint."""
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(text) - RUN + 1):
        run = tuple(word.form for word in text[at : at + RUN])
        if run.count(_NAME) <= RUN // 2:
            found[run].append(at)
    return found


def shared_wording(analyses: Sequence[Analysis]) -> tuple[SharedRun, ...]:
    """The longest runs of words that two articles share, in order of the texts; no run stands inside another."""
    texts = [_masked(analysis) for analysis in analyses]
    prints = [_prints(text) for text in texts]
    found = []
    for one, two in combinations(range(len(analyses)), 2):
        reached: dict[int, int] = {}
        for run, places in prints[one].items():
            for at in places:
                for other in prints[two].get(run, ()):
                    if at >= reached.get(other - at, 0):
                        length = _length(texts[one], at, texts[two], other)
                        reached[other - at] = at + length
                        if length >= LEAST_RUN:
                            a = _phrase(analyses[one], texts[one][at : at + length])
                            b = _phrase(analyses[two], texts[two][other : other + length])
                            found.append(SharedRun(a, b, length))
    return tuple(found)


def _length(one: Sequence[_Word], at: int, two: Sequence[_Word], other: int) -> int:
    """For how many words two texts go on alike."""
    length = 0
    while at + length < len(one) and other + length < len(two) and one[at + length].form == two[other + length].form:
        length += 1
    return length


def _phrase(analysis: Analysis, run: Sequence[_Word]) -> Phrase:
    start, end = run[0].start, run[-1].end
    return Phrase(start, end, analysis.article.id, analysis.article.text[start:end])


def descents(analyses: Sequence[Analysis]) -> tuple[Descent, ...]:
    """The pairs of articles that are one text or share much of their wording, in the order given."""
    prints = [_prints(_masked(analysis)).keys() for analysis in analyses]
    found = []
    for one, two in combinations(range(len(analyses)), 2):
        shared = len(prints[one] & prints[two])
        least = min(len(prints[one]), len(prints[two]))
        if not least or shared < min(LEAST_SHARED, least):
            continue
        containment = shared / least
        if containment >= REWRITE:
            kind: Copying = "reprint" if containment >= REPRINT else "shared wording"
            names = analyses[one].article.id, analyses[two].article.id
            found.append(Descent(*names, round(containment, 3), kind))
    return tuple(found)


def credits(analyses: Sequence[Analysis]) -> tuple[Credit, ...]:
    """What each article says of its origin, one for each article."""
    return tuple(
        Credit(
            analysis.article.id,
            analysis.article.via,
            tuple(
                Phrase(line.start, line.end, analysis.article.id, line.of(analysis.article.text))
                for line in analysis.article.lines
                if line.role in ("credit", "source", "byline")
            ),
        )
        for analysis in analyses
    )


def origins(analyses: Sequence[Analysis]) -> tuple[tuple[str, ...], ...]:
    """The articles (ids) by origin: those with wording in common are one, so that no fact is counted twice."""
    root = {analysis.article.id: analysis.article.id for analysis in analyses}
    for descent in descents(analyses):
        one, two = root[descent.a], root[descent.b]
        for article, first in root.items():
            if first == two:
                root[article] = one
    groups: dict[str, list[str]] = defaultdict(list)
    for article, first in root.items():
        groups[first].append(article)
    return tuple(tuple(group) for group in groups.values())
