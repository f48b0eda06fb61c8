"""Articles that stand in no file, listed as if they did."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reader.library.catalogue import Catalogue
from reader.library.listing import Listing

if TYPE_CHECKING:
    from reader.library.refreshing import Progress
    from reader.model import Article, Problem


class Held(Catalogue):
    """A catalogue of articles that were read already; they last as long as it does."""

    def __init__(
        self, articles: Iterable[Article], problems: Sequence[Problem] = (), paths: Sequence[str] = ()
    ) -> None:
        """List the articles, whose ids have to be unique; ``paths`` is where they are said to be from."""
        super().__init__(paths, in_memory=True)
        from reader.library.refreshing import hold

        self._problems = tuple(problems)
        self._articles = {article.id: article for article in articles}
        hold(self._index, self._articles.values())

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was wrong with them."""
        return self._problems

    def article(self, listing: Listing) -> Article:
        """The article."""
        return self._articles[listing.id]

    def refresh(self, progress: Progress = lambda done, total, changed: True) -> None:
        """Nothing to do."""

    def add(self, article: Article) -> Article:
        """List one more article, under an id of its own."""
        from reader.library.loading import unique

        article = replace(article, id=unique(article.id, self._articles))
        self.take(article)
        return article

    def take(self, article: Article) -> None:
        """Put the article in the place of the one of its id."""
        from reader.library.refreshing import hold

        self._articles[article.id] = article
        hold(self._index, [article])

    def _listing(self, row: tuple[Any, ...]) -> Listing:
        listing = super()._listing(row)
        return listing._replace(path=self._articles[listing.id].path)
