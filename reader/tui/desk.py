"""What is open: the articles, their stories, the comparisons made so far, and what the reader did with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from reader.model import Analysis, Article, Comparison, Problem, Story

GROUPED = 2000
"""The most articles that are grouped into stories at once; above it only those that name their story."""


class Marks(Protocol):
    """The reader's own marks, kept between sessions."""

    def is_read(self, article: Article) -> bool:
        """Whether the article was marked as read."""

    def set_read(self, article: Article, read: bool) -> None:
        """Mark the article as read, or take the mark away."""

    def position(self, article: Article) -> int | None:
        """The offset in the text where reading stopped."""

    def set_position(self, article: Article, position: int) -> None:
        """Keep the offset in the text where reading stopped."""


class Desk:
    """Shared by all screens. ``prepare`` is slow and runs in a thread; everything else answers at once."""

    def __init__(
        self, articles: Sequence[Article], problems: Sequence[Problem], marks: Marks, paths: Sequence[str]
    ) -> None:
        self.marks = marks
        self.take(articles, problems, paths)
        self.learned: dict[str, frozenset[str]] = {}
        self.dropped: dict[str, frozenset[str]] = {}
        self.grown = False
        """Whether articles came since the library was grouped."""
        self.stories: tuple[Story, ...] | None = None
        self._story_of: dict[str, Story] = {}
        self._comparisons: dict[tuple[str, ...], Comparison] = {}
        self._analyses: dict[str, Analysis] = {}
        self._read: dict[str, bool] = {}

    def take(self, articles: Sequence[Article], problems: Sequence[Problem], paths: Sequence[str]) -> None:
        """Put the articles on the desk; their ids are unique, as a library makes them."""
        self.articles: dict[str, Article] = {article.id: article for article in articles}
        self.problems: tuple[Problem, ...] = tuple(problems)
        self.paths: tuple[str, ...] = tuple(paths)

    def is_read(self, article: Article) -> bool:
        """Whether the article was marked as read; asked of the disk once."""
        if article.id not in self._read:
            self._read[article.id] = self.marks.is_read(article)
        return self._read[article.id]

    def set_read(self, article: Article, read: bool = True) -> None:
        """Mark the article as read, or take the mark away."""
        if self.is_read(article) != read:
            self._read[article.id] = read
            self.marks.set_read(article, read)

    def family(self, article: str) -> tuple[str, ...]:
        """The ids of the articles of that article's story, itself among them."""
        story = self._story_of.get(article)
        return story.articles if story else (article,)

    def story_size(self, article: Article) -> int:
        """How many articles the story has; 0 while it is not known."""
        return len(self.family(article.id)) if self.stories is not None else 0

    def comparison(self, article: str) -> Comparison | None:
        """The comparison of that article's story, once it was made."""
        return self._comparisons.get(self.family(article)) if self.stories is not None else None

    def analysis(self, article: str) -> Analysis:
        """What the article says: from its comparison, or read now (some milliseconds)."""
        if (comparison := self.comparison(article)) is not None:
            return next(a for a in comparison.analyses if a.article.id == article)
        if article not in self._analyses:
            from reader.analysis import analyse

            self._analyses[article] = analyse(self.articles[article])
        return self._analyses[article]

    def prepare(self, article: str) -> Comparison:
        """Group the library if that was not done, and compare the article's story. Slow."""
        self.group()
        family = self.family(article)
        if (found := self._comparisons.get(family)) is not None:
            return found
        from reader.comparison import compare

        known = [self._analyses.get(name) or self.articles[name] for name in family]
        comparison = compare(known)
        if all(a.article is self.articles[a.article.id] for a in comparison.analyses):
            self._comparisons[family] = comparison
        return comparison

    def group(self) -> tuple[Story, ...]:
        """The stories of the library. Slow the first time."""
        if self.stories is None or self.grown:
            from reader.comparison import group

            self.grown = False

            articles = list(self.articles.values())
            if len(articles) > GROUPED:
                articles = [a for a in articles if a.story]
            stories = tuple(group(articles))
            self._story_of = {name: story for story in stories for name in story.articles}
            self.stories = stories
        return self.stories

    def cleared(self, article: Article) -> Article:
        """The article, read anew from its file, without the furniture of its source."""
        from reader.library.furniture import Furniture

        return Furniture(self.learned, self.dropped).cleared(article)

    def drop(self, source: str, words: str, dropped: bool) -> list[Article]:
        """Drop a line (blanks folded) from all open reports of a source, or no longer; the articles it changes."""
        from reader.library import LibraryError, load

        lines = self.dropped.get(source, frozenset())
        self.dropped[source] = lines | {words} if dropped else lines - {words}
        changed = []
        for old in [article for article in self.articles.values() if article.source == source]:
            try:
                article = self.cleared(replace(old if dropped else load(old.path), id=old.id))
            except LibraryError:  # its file is there no more: it stays as it was read
                continue
            if article.lines != old.lines:
                changed.append(self.replace(old.id, article))
        return changed

    def add(self, article: Article) -> Article:
        """Take one more article; it finds its story when the library is next grouped."""
        from reader.library.loading import unique

        article = self.cleared(replace(article, id=unique(article.id, self.articles)))
        self.articles[article.id] = article
        self.grown = True
        return article

    def replace(self, old: str, article: Article) -> Article:
        """Take an article as it was read anew; what was made of the old one is forgotten, its stories stay."""
        article = self.cleared(replace(article, id=old))
        family = self.family(old)
        self.articles[old] = article
        self._analyses.pop(old, None)
        self._comparisons.pop(family, None)
        return article
