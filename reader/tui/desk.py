"""What is open: the articles, their stories, the comparisons made so far, and what the reader did with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from reader.library.listing import Arrangement, Listing, Order
from reader.library.loaded import Loaded
from reader.text.sanitise import one_line

if TYPE_CHECKING:
    from reader.comparison.recalling import Recalling
    from reader.library.bookmarks import Bookmarks
    from reader.library.catalogue import Catalogue
    from reader.model import Analysis, Article, Comparison, Problem, Story

DROPPED_AT_ONCE = 100
"""Articles of a source that are read again when a line is dropped from all of them."""

LONG = 12
"""Articles of a story that is compared as a whole without a first part."""

FIRST = 4
"""Articles of the first part: neighbours in the story."""

LISTS = 50
"""Lists that are kept as long as nothing changes: one for each order, and for each filter while it is typed."""


class Marks(Protocol):
    """The reader's own marks, kept between sessions."""

    def is_read(self, article: Article | Listing) -> bool:
        """Whether the article was marked as read."""

    def set_read(self, article: Article | Listing, read: bool) -> None:
        """Mark the article as read, or take the mark away."""

    def position(self, article: Article) -> int | None:
        """The offset in the text where reading stopped."""

    def set_position(self, article: Article, position: int) -> None:
        """Keep the offset in the text where reading stopped."""


class Desk:
    """Shared by all screens. ``prepare`` is slow and runs in a thread; everything else answers at once."""

    def __init__(
        self,
        catalogue: Catalogue,
        marks: Marks,
        told: Sequence[Problem] = (),
        kept: bool = False,
    ) -> None:
        """A library on the desk; ``told`` are problems with something else than its articles.

        Places that are marked, and comparisons, last as long as the desk, or are ``kept`` in the user's folders.
        """
        self.marks = marks
        self._kept = kept
        self.told = tuple(told)
        self.grown = False
        """Whether articles came since the library was grouped, or were put into other stories."""
        self.catalogue = catalogue
        self.articles = Loaded(catalogue)
        self.paths = catalogue.paths
        self.stories: tuple[Story, ...] | None = None
        self._story_of: dict[str, Story] = {}
        self._comparisons: dict[tuple[str, ...], Comparison] = {}
        self._first: dict[str, Comparison] = {}
        self._recalling: Recalling | None = None
        self._outdated: set[tuple[str, ...]] = set()
        self._analyses: dict[str, Analysis] = {}
        self._read: dict[str, bool] = {}
        self._lists: dict[tuple[Order, str], Arrangement] = {}

    @cached_property
    def bookmarks(self) -> Bookmarks:
        """The places that the reader marked with letters, and what was searched for."""
        from reader.library.bookmarks import Bookmarks  # when first asked for

        return Bookmarks(self.paths, in_memory=not self._kept)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was wrong with the input."""
        return self.told + self.catalogue.problems

    def arranged(self, order: Order, words: str = "") -> Arrangement:
        """The list in an order, of articles that hold the words in title, source or date."""
        if (found := self._lists.get((order, words))) is None:
            if len(self._lists) >= LISTS:
                self._lists.clear()
            found = self._lists[order, words] = self.catalogue.arranged(order, words, self.stories or ())
        return found

    def row(self, key: int) -> Listing | None:
        """The article of that key in a list."""
        return self.catalogue.listing(key)

    def members(self, article: str) -> list[Listing]:
        """The articles of that article's story as a list shows them."""
        keys = filter(None, map(self.catalogue.key_of, self.family(article)))
        return [row for row in map(self.row, keys) if row is not None]

    def refreshed(self) -> None:
        """Take note that articles changed on disk: what was made of them is forgotten."""
        self.catalogue.renew()
        self._lists.clear()
        self.grown = True
        for article in self.articles.changed():
            self._forget(article)

    def is_read(self, article: Article | Listing) -> bool:
        """Whether the article was marked as read; asked of the disk once."""
        if article.id not in self._read:
            self._read[article.id] = self.marks.is_read(article)
        return self._read[article.id]

    def set_read(self, article: Article | Listing, read: bool = True) -> None:
        """Mark the article as read, or take the mark away."""
        if self.is_read(article) != read:
            self._read[article.id] = read
            self.marks.set_read(article, read)

    def family(self, article: str) -> tuple[str, ...]:
        """The ids of the articles of that article's story, itself among them."""
        story = self._story_of.get(article)
        return story.articles if story else (article,)

    def story_size(self, article: Article | Listing) -> int:
        """How many articles the story has; 0 while it is not known."""
        return len(self.family(article.id)) if self.stories is not None else 0

    @property
    def roots(self) -> tuple[str, ...]:
        """The folders as far up as which the reader's decisions hold: those opened, and the reader's library."""
        from reader.library.settings import read_settings

        return (*self.paths, str(read_settings().library))

    def outdate(self, article: str) -> None:
        """Have the comparison of the article's story made anew; the old one stands until then."""
        self._outdated.add(self.family(article))

    def outdate_all(self) -> None:
        """Have every comparison made anew when it is next asked for."""
        self._outdated.update(self._comparisons)

    def regroup(self) -> None:
        """Have the stories found anew when they are next needed: the reader put an article into another one."""
        self.grown = True

    def settled(self, article: str) -> bool:
        """Whether there is nothing to prepare for the article."""
        family = self.family(article)
        known = self.stories is not None and family in self._comparisons
        return not self.grown and known and family not in self._outdated

    def comparison(self, article: str) -> Comparison | None:
        """The comparison of that article's story, once it was made; until then, where it was made, the first part."""
        if self.stories is None:
            return None
        return self._comparisons.get(self.family(article)) or self._first.get(article)

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
        if (found := self._comparisons.get(family)) is not None and family not in self._outdated:
            return found
        self._outdated.discard(family)
        comparison = self._compare(family)
        if all(a.article is self.articles[a.article.id] for a in comparison.analyses):
            self._comparisons[family] = comparison
            self._first.clear()
        return comparison

    def begin(self, article: str) -> bool:
        """Compare the article with a few others of a long story, so that the reader need not wait for all of it.

        Returns whether that was of use: a short story is compared as fast, and one that was compared stands.
        """
        self.group()
        family = self.family(article)
        if len(family) <= LONG or self.comparison(article) is not None:
            return False
        at = family.index(article)
        start = max(0, min(at - FIRST // 2, len(family) - FIRST))
        self._first[article] = self._compare(family[start : start + FIRST])
        return True

    def _compare(self, articles: Sequence[str]) -> Comparison:
        from reader.comparison.recalling import Recalling
        from reader.library.hand import read_hand

        self._recalling = self._recalling or Recalling(on_disk=self._kept)
        read = [self.articles[name] for name in articles]
        hand = read_hand(read, self.roots)
        self.told += tuple(problem for problem in hand.problems if problem not in self.told)
        return self._recalling.compare(read, hand, self._analyses)

    def keep(self) -> None:
        """Keep the comparisons that were made for the next time the library is opened. Slow."""
        if self._recalling is not None:
            self._recalling.keep()

    def group(self) -> tuple[Story, ...]:
        """The stories of the library. Slow the first time."""
        if self.stories is None or self.grown:
            from reader.comparison.shelving import settled, stories_of

            self.grown = False
            self._group(stories_of(self.catalogue))
            self.grown = self.grown or not settled(self.catalogue)
        return self.stories or ()

    def group_known(self) -> bool:
        """Whether the stories are known without reading anything; some milliseconds."""
        if self.stories is None or self.grown:
            from reader.comparison.shelving import known_stories

            if (found := known_stories(self.catalogue)) is not None:
                self.grown = False
                self._group(found)
        return self.stories is not None

    def _group(self, stories: tuple[Story, ...]) -> None:
        self._story_of = {name: story for story in stories for name in story.articles}
        self._lists = {}
        self.stories = stories

    def one_names(self) -> list[tuple[str, ...]]:
        """Names that are one: by the reader's word, and by the comparisons made so far. Reads files."""
        from reader.library.names import read

        by_hand = [group for path in self.paths for group in read(path)[0].joined]
        return by_hand + [e.variants for one in list(self._comparisons.values()) for e in one.entities]

    def article_of(self, fingerprint: str, article: str) -> str | None:
        """The id of the article that has a text, by its hash; failing that, the one that had that id."""
        found = self.catalogue.with_text(fingerprint)
        return found if found is not None else article if self.catalogue.key_of(article) is not None else None

    @property
    def dropped(self) -> Mapping[str, frozenset[str]]:
        """The lines that the reader always drops from each source."""
        return self.catalogue.dropped()

    def drop(self, source: str, words: str, dropped: bool) -> list[Article]:
        """Take note that a line is always dropped from a source, or no longer; the articles it changes.

        Of a source with more articles than ``DROPPED_AT_ONCE`` only the newest are looked at now; the others have the
        line or not when they are read.
        """
        from reader.library import LibraryError

        changed = []
        for listing in self.catalogue.listings_of(source, DROPPED_AT_ONCE):
            try:
                old, article = self.articles[listing.id], self.catalogue.article(listing)
            except LibraryError:  # its file is there no more: it stays as it was read
                continue
            holds = any(one_line(line.of(article.text)) == words for line in article.lines)
            if article.lines != old.lines or holds:
                changed.append(self.replace(old.id, article))
        return changed

    def add(self, article: Article) -> Article:
        """Take one more article; it finds its story when the library is next grouped."""
        article = self.catalogue.add(self.catalogue.cleared(article))
        self._lists.clear()
        self.articles.take(article)
        self.grown = True
        return article

    def replace(self, old: str, article: Article) -> Article:
        """Take an article as it was read anew; what was made of the old one is forgotten, its stories stay."""
        article = self.catalogue.cleared(replace(article, id=old))
        self.catalogue.take(article)
        self._lists.clear()
        self.articles.take(article)
        self._forget(old)
        return article

    def _forget(self, article: str) -> None:
        self._analyses.pop(article, None)
        self._comparisons.pop(self.family(article), None)
        self._first.clear()
        self._read.pop(article, None)
