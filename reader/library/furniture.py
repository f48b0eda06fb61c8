"""What a reader's own library shows of each outlet: lines that stand in its reports whatever they report.

A menu or a notice that no rule knows repeats from article to article. A sentence repeats too, but only in versions and
reprints of one text; these count as one here. Learned anew at each opening; nothing is stored.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from reader.intake.lines import fold
from reader.model import Article, Line

LEAST = 3
"""Texts, none a version of another, in which a line has to stand before it counts as furniture."""

LEARNED = "stands in other reports of this source"
DROPPED = "always dropped from this source"

LONGEST = 400
"""Characters of a line that is compared; no menu is longer."""

_SENTENCE = 8  # words from which on a shared line tells of a shared text
_COMMON = 30  # articles from which on a shared long line tells nothing of that any more
_SHARED = 0.3  # of the longer lines of the shorter text, and more than one: beyond that two texts are versions of one


@dataclass(frozen=True, slots=True)
class Furniture:
    """Lines that are not read in an outlet's reports, by its name: ``learned`` from them, ``dropped`` by the reader."""

    learned: Mapping[str, frozenset[str]] = field(default_factory=dict)
    dropped: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def cleared(self, article: Article) -> Article:
        """The article without its outlet's furniture; lines that the reader keeps stay."""
        source = article.source or ""
        learned = self.learned.get(source, frozenset())
        dropped = self.dropped.get(source, frozenset())
        if not learned and not dropped:
            return article

        def judge(line: Line) -> Line:
            if line.state == "removed" or not 0 < line.end - line.start <= LONGEST:
                return line
            words = fold(line.of(article.text))
            if words in article.keep or words not in learned | dropped:
                return line
            reason = DROPPED if words in dropped else LEARNED
            return replace(line, state="removed", role="furniture", reason=reason)

        return replace(article, lines=tuple(map(judge, article.lines)))


def learn(articles: Iterable[Article]) -> dict[str, frozenset[str]]:
    """The furniture of each outlet by its name: lines with their blanks folded."""
    outlets: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.source:
            outlets[article.source].append(article)
    return {name: found for name, own in outlets.items() if len(own) >= LEAST and (found := _repeated(own))}


def _repeated(articles: Sequence[Article]) -> frozenset[str]:
    """The lines of one outlet that stand in enough texts of their own."""
    lines = [_lines(article) for article in articles]
    standing: dict[str, list[int]] = defaultdict(list)
    for n, own in enumerate(lines):
        for line in own:
            standing[line].append(n)
    text_of = _texts(lines, standing)
    return frozenset(line for line, places in standing.items() if len({text_of[n] for n in places}) >= LEAST)


def _lines(article: Article) -> frozenset[str]:
    """The different lines of an article, but for its title."""
    found = {fold(line.of(article.text)) for line in article.lines if 0 < line.end - line.start <= LONGEST}
    return frozenset(found) - {"", fold(article.title or "")}


def _texts(lines: Sequence[frozenset[str]], standing: dict[str, list[int]]) -> list[int]:
    """A number for each article, the same for versions of one text."""
    longer = [sum(_is_long(line) for line in own) for own in lines]
    shared: Counter[tuple[int, int]] = Counter()
    for line, places in standing.items():
        if 1 < len(places) <= _COMMON and _is_long(line):
            shared.update(combinations(places, 2))
    text_of = list(range(len(lines)))
    for (one, two), count in sorted(shared.items()):
        if count > max(1, _SHARED * min(longer[one], longer[two])):
            old, new = text_of[two], text_of[one]
            text_of = [new if number == old else number for number in text_of]
    return text_of


def _is_long(line: str) -> bool:
    return line.count(" ") + 1 >= _SENTENCE
