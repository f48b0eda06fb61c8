"""What came of earlier comparisons, by content: what has not changed is not worked out again.

A comparison comes out the same with a memory and without one; with one, an article that joins a story costs only its
own pairs. One thread at a time may use a memory.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from typing import NamedTuple, TypeVar

from reader.analysis import analyse
from reader.comparison.comparable import Count, counts_of
from reader.comparison.evidence import Met, meet
from reader.comparison.grading import Calibration, Worth
from reader.comparison.roles import Played, played
from reader.comparison.similarity import Joint, Search
from reader.comparison.standing import Beside
from reader.comparison.statements import Content, Statements, content_of, statements
from reader.comparison.wording import Found, phrases_of
from reader.model import Analysis, Article, Passage

KEPT = 2000
"""Pairs of articles that are remembered beside those of the last comparison, at most."""


Said = tuple[str, tuple[Passage, ...]]
"""The text of an article, and its passages."""

T = TypeVar("T")


class Terms(NamedTuple):
    """On what terms two articles meet: which pairs are looked at closely, and what evidence is worth."""

    search: Search
    measure: Calibration


class Memory:
    """What articles say and state, and what came of it where two of them met."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._analyses: dict[str, Analysis] = {}
        self._statements: dict[str, Statements] = {}
        self._counts: dict[str, tuple[Content, date | None, list[Count]]] = {}
        self._phrases: dict[str, tuple[Said, Found]] = {}
        self._played: dict[str, tuple[Said, Played]] = {}
        self.beside = Beside()
        """What is beside each passage in the comparison made last."""
        self._met: dict[tuple[str, str], tuple[Terms, Met[Worth]]] = {}

    def analysis(self, article: Article) -> Analysis:
        """What an article says."""
        known = self._analyses.get(article.id)
        if known is None or known.article != article:
            known = self._analyses[article.id] = analyse(article)
        return known

    def statements(self, analysis: Analysis) -> Statements:
        """The statements of an article."""
        known, content = self._statements.get(analysis.article.id), content_of(analysis)
        if known is None or known.content != content:
            known = self._statements[analysis.article.id] = statements(analysis, content)
        return known

    def counts(self, analysis: Analysis, reported: date | None) -> list[Count]:
        """The figures of an article, whose statements were asked for last, that can be compared."""
        name = analysis.article.id
        content = self._statements[name].content  # holds all of an analysis that figures are compared by
        known = self._counts.get(name)
        if known is None or known[0] is not content or known[1] != reported:
            known = self._counts[name] = content, reported, counts_of(analysis, reported)
        return known[2]

    def phrases(self, analysis: Analysis) -> Found:
        """The noun phrases of an article."""
        return _kept(self._phrases, analysis, phrases_of)

    def played(self, analysis: Analysis) -> Played:
        """What the nouns of an article do."""
        return _kept(self._played, analysis, played)

    def met(self, one: Statements, two: Statements, joint: Joint, terms: Terms) -> Met[Worth]:
        """What comes of it where two articles meet on these terms."""
        key = one.content.article.id, two.content.article.id
        before, met = self._met.pop(key, (None, None))
        if met is None or before != terms or met.one is not one or met.two is not two or met.joint != joint:
            met = meet(one, two, joint, terms.search, terms.measure.own)
        self._met[key] = terms, met
        return met

    def trim(self, last: Collection[str]) -> None:
        """Forget what was used longest ago; all of the articles compared last, given by their ids, is kept."""
        used = len(last) * (len(last) - 1) // 2
        for key in list(self._met)[: -max(KEPT, used)]:
            del self._met[key]
        articles = {article for key in self._met for article in key}.union(last)
        for kept in (self._statements, self._analyses, self._counts, self._phrases, self._played):
            for article in kept.keys() - articles:
                del kept[article]


def _kept(kept: dict[str, tuple[Said, T]], analysis: Analysis, make: Callable[[Analysis], T]) -> T:
    """What was made of the passages of an article; made, where they are others than before."""
    said = analysis.article.text, analysis.passages
    known = kept.get(analysis.article.id)
    if known is None or known[0] != said:
        known = kept[analysis.article.id] = said, make(analysis)
    return known[1]
