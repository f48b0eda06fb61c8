"""Comparisons found again: in this run by what changed since, and from one run to the next on disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.comparison.comparing import compare
from reader.comparison.memory import Memory
from reader.library import compared
from reader.library.hand import Hand
from reader.model import Analysis, Article, Comparison


class Recalling:
    """Compares articles as :func:`compare` does, and no more than it takes. One thread at a time may use it."""

    def __init__(self, on_disk: bool) -> None:
        """Remember nothing yet; ``on_disk``: look in the cache folder, and keep there what is made."""
        self._on_disk = on_disk
        self._memory = Memory()
        self._made: list[tuple[Comparison, Hand]] = []

    def compare(self, articles: Sequence[Article], hand: Hand, known: Mapping[str, Analysis]) -> Comparison:
        """The comparison of articles by the reader's word; an analysis that is ``known``, by id, is not made again."""
        if self._on_disk and (found := compared.find(articles, hand)) is not None:
            return found
        analyses = [known.get(article.id) or article for article in articles]
        found = compare(analyses, decisions=hand.decisions, names=hand.names, memory=self._memory)
        if self._on_disk:
            self._made.append((found, hand))
        return found

    def keep(self) -> None:
        """Keep on disk what was made since; takes a tenth of the time of making it."""
        while self._made:
            compared.keep(*self._made.pop())
