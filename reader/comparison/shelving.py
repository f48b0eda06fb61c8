"""The stories of a catalogue, found once and kept until an article changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.comparison.stories import group
from reader.library.errors import LibraryError

if TYPE_CHECKING:
    from reader.library.catalogue import Catalogue
    from reader.model import Article, Story


def stories_of(catalogue: Catalogue) -> tuple[Story, ...]:
    """The stories: as they are known, else found now, which is slow, and kept."""
    found = catalogue.known_stories()
    if found is not None:
        return found
    stamp = catalogue.stamp()
    articles: list[Article] = []
    for listing in catalogue.listings():
        try:
            articles.append(catalogue.article(listing))
        except LibraryError:  # gone since it was listed
            continue
    stories = tuple(group(articles))
    catalogue.keep_stories(stamp, stories)
    return stories
