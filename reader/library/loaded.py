"""The articles of a catalogue that were read since it was opened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library.catalogue import Catalogue
    from reader.library.listing import Listing
    from reader.model import Article


class Loaded(Mapping[str, "Article"]):
    """The articles of a catalogue by id, each read when it is first asked for.

    Raises:
        LibraryError: by asking for one whose file cannot be used any more.

    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._read: dict[str, tuple[Listing, Article]] = {}

    def __getitem__(self, name: str) -> Article:
        if name not in self._read:
            key = self._catalogue.key_of(name)
            listing = None if key is None else self._catalogue.listing(key)
            if listing is None:
                raise KeyError(name)
            self._read[name] = listing, self._catalogue.article(listing)
        return self._read[name][1]

    def __iter__(self) -> Iterator[str]:
        return (listing.id for listing in self._catalogue.listings())

    def __len__(self) -> int:
        return self._catalogue.count()

    def take(self, article: Article) -> None:
        """Put the article in the place of the one of its id."""
        key = self._catalogue.key_of(article.id)
        listing = None if key is None else self._catalogue.listing(key)
        if listing is not None:
            self._read[article.id] = listing, article

    def changed(self) -> list[str]:
        """The articles that are no longer what they were when they were read; they are forgotten."""
        found = []
        for name, (listing, _) in list(self._read.items()):
            now = self._catalogue.listing(listing.key)
            if now is None or (now.known and now != listing):
                found.append(name)
                del self._read[name]
        return found
