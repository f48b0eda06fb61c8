"""The stories of a catalogue, found once and kept until an article changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.library.errors import LibraryError
from reader.model import Story

if TYPE_CHECKING:
    from reader.library.catalogue import Catalogue
    from reader.library.listing import Listing
    from reader.model import Article

GROUPED = 2000
"""The most articles that are grouped by what they say; above it only those that name their story."""


def stories_of(catalogue: Catalogue) -> tuple[Story, ...]:
    """The stories: as they were kept, else found now, which is slow, and kept."""
    told = catalogue.count() > GROUPED
    stamp = catalogue.stamp(told)
    found = catalogue.kept_stories(stamp)
    if found is None:
        listings = catalogue.listings(told)
        found = tuple(_told(listings) if told else _found(catalogue, listings))
        catalogue.keep_stories(stamp, found)
    return found


def known_stories(catalogue: Catalogue) -> tuple[Story, ...] | None:
    """The stories, where nothing has to be read for them; else ``None``."""
    told = catalogue.count() > GROUPED
    return stories_of(catalogue) if told else catalogue.kept_stories(catalogue.stamp())


def _told(listings: Sequence[Listing]) -> Iterator[Story]:
    """The stories that articles name."""
    named: dict[str, list[Listing]] = {}
    for listing in listings:
        if listing.story:
            named.setdefault(listing.story, []).append(listing)
    for name, own in named.items():
        yield Story(name, own[0].title or name, tuple(listing.id for listing in own))


def _found(catalogue: Catalogue, listings: Sequence[Listing]) -> Sequence[Story]:
    """The stories that the articles' words tell."""
    from reader.comparison.stories import group

    articles: list[Article] = []
    for listing in listings:
        try:
            articles.append(catalogue.article(listing))
        except LibraryError:  # gone since it was listed
            continue
    return group(articles)
