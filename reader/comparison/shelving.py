"""The stories of a catalogue, kept in its index and brought up to date article by article.

An article more is compared with those that share its strongest words within some days, a few dozen in a library of any
size. The stories of those it is near to are linked anew together with it, from single articles on; all other stories
stay as they are. So what grew article by article is what linkage finds in all of them at once, but for stories that are
near to each other only by way of a third.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from reader.comparison.linkage import CUT, Alike, linkage
from reader.comparison.sketches import SHARED, Sketch, shared, sketch, unpacked
from reader.comparison.stories import SAMPLE, WINDOW, compared, level, named
from reader.comparison.weighting import GRAIN
from reader.library.errors import LibraryError
from reader.library.index import engine
from reader.library.story_index import Grouping, Sketched, StoryIndex

if TYPE_CHECKING:
    from reader.library.catalogue import Catalogue
    from reader.model import Story

RARE = 400
"""Articles of those days that share a term, above which it is not looked at."""

NEIGHBOURS = 100
"""Articles that one article is compared with at most, those that share the most terms with it."""

REGION = 60
"""Articles that are linked anew for one article at most, those of the stories nearest to it. A story of more is joined
as it stands."""

FEW = 2000
"""So many articles that wait are grouped before anything is told; of more, what is known is told meanwhile."""

GROWN = 1.1
"""Growth of a library after which its level is told anew."""

_CACHED = 5000  # sketches held in memory, 10 kB each
_PAIRS = 200_000  # pairs held in memory, 200 bytes each
_TOGETHER = 20  # articles that are read between two transactions
_AT_ONCE = 0.03  # seconds of one transaction
_TURN = 0.005  # seconds between two, in which other programs have their turn
_TRIES = 3  # times that a lock is waited for, which another program's grouping may keep for seconds
_PACE = 0.25  # seconds between two words on how far it is

Tell = Callable[[int, int], object]
"""Told how many articles of those that waited have their story, and of how many."""


def stories_of(catalogue: Catalogue) -> tuple[Story, ...]:
    """The stories, after every article that waits was given its own.

    Where the index cannot be written for the moment, what waits is left waiting.
    """
    with contextlib.suppress(sqlite3.Error):
        settle(catalogue)
    with catalogue.story_index() as stories:
        return _named(stories)


def settle(catalogue: Catalogue, tell: Tell = lambda *_: None) -> bool:
    """Give every article that waits its story, and say whether there were any; ``tell`` is called now and then.

    Raises:
        sqlite3.Error: the index cannot be written; what was written so far holds.

    """
    with catalogue.story_index() as stories:
        for attempt in range(_TRIES):
            if stories.settled(_engine()):
                return attempt > 0
            try:
                _Shelving(catalogue, stories, tell).settle()
                return True
            except sqlite3.OperationalError:
                if attempt == _TRIES - 1:
                    raise
        return True


def settled(catalogue: Catalogue) -> bool:
    """Whether no article waits for its story."""
    with catalogue.story_index() as stories:
        return stories.settled(_engine())


def known_stories(catalogue: Catalogue) -> tuple[Story, ...] | None:
    """The stories as far as they are known, without reading anything; ``None`` where they will be known soon."""
    with catalogue.story_index() as stories:
        if not stories.settled(_engine()) and (catalogue.count() <= FEW or not stories.count()):
            return None
        return _named(stories)


def _engine() -> str:
    return str(engine("comparison"))


def _named(stories: StoryIndex) -> tuple[Story, ...]:
    rows, groups = stories.rows()
    return tuple(named(groups, rows))


class _Shelving:
    """One run over the articles that wait."""

    def __init__(self, catalogue: Catalogue, stories: StoryIndex, tell: Tell) -> None:
        self._catalogue = catalogue
        self._stories = stories
        self._tell = tell
        self._due = time.monotonic() + _PACE
        self._total = 0
        self._sketches: dict[int, Sketch] = {}
        self._pairs: dict[tuple[int, int], Alike | None] = {}
        self._base = 0.0

    def settle(self) -> None:
        """As ``settle``."""
        self._stories.begin(_engine())
        self._total = self._stories.waiting()
        done = 0
        while waiting := self._stories.unsketched(_TOGETHER):
            self._stories.put([self._sketch(key) for key in waiting])
            done += len(waiting)
            self._tell_now_and_then(done)
        self._base = self._level()
        waiting = self._stories.sketched()[::-1]
        while waiting:
            with self._stories.grouping() as grouping:
                due = time.monotonic() + _AT_ONCE
                while waiting and time.monotonic() < due:
                    self._place(waiting.pop(), grouping)
            self._tell_now_and_then(2 * self._total - len(waiting))
            if waiting:
                time.sleep(_TURN)

    def _tell_now_and_then(self, done: int) -> None:
        """Half of the work is to read an article, the other half to find its story."""
        if time.monotonic() >= self._due:
            self._tell(min(done // 2, self._total), self._total)
            self._due = time.monotonic() + _PACE

    def _sketch(self, key: int) -> Sketched:
        """Read the article, and tell what it is found by now and was found by before."""
        old = self._sketched(key)
        self._sketches.pop(key, None)
        listing = self._catalogue.listing(key)
        try:
            article = self._catalogue.article(listing) if listing and listing.known else None
        except LibraryError:  # gone since it was listed
            article = None
        before = old.strongest if old else ()
        if article is None:
            return Sketched(key, None, 0, (), before)
        found = sketch(article)
        return Sketched(key, found.packed(), found.day, found.strongest, before)

    def _sketched(self, key: int) -> Sketch | None:
        if key not in self._sketches and (kept := self._stories.sketch(key)) is not None:
            if len(self._sketches) >= _CACHED:
                self._sketches.clear()
            self._sketches[key] = unpacked(*kept)
        return self._sketches.get(key)

    def _level(self) -> float:
        """The level of the library; where it has become another one, all articles are grouped anew."""
        count, known = self._stories.count(), self._stories.level
        if known is not None and known[1] / GROWN < count < known[1] * GROWN:
            return known[0]
        found = level([unpacked(*kept) for kept in self._stories.sample(SAMPLE)], count)
        if known is not None and known[0] != found:
            self._stories.wait_all()
        self._stories.keep_level(found, count)
        return found

    def _place(self, key: int, grouping: Grouping) -> None:
        """Link the article anew with the stories it is near to and the one it was in."""
        story = self._stories.story(key)
        grouping.ungroup(key)
        left = set(self._stories.members(story)) if story is not None else set()
        region = left if len(left) < REGION else set()
        own = self._sketched(key)
        large: set[int] = set()
        for members in self._around(key, own) if own else ():
            if len(region | members) < REGION:
                region = region | members
            elif self._belongs(key, members):
                large = members
                break
        self._link(sorted(region | {key} if own and not large else region), grouping)
        if large:
            grouping.group([key, *large])
        grouping.done(key)

    def _around(self, key: int, own: Sketch) -> Iterator[set[int]]:
        """The stories that have an article near to this one, the nearest first."""
        sharing = self._stories.sharing(own.strongest, own.day, WINDOW, RARE)
        del sharing[key]
        likely = [other for other, count in sharing.most_common(NEIGHBOURS) if count >= SHARED]
        near = [(-found.near, other) for other in likely if (found := self._alike(key, other))]
        stories = (self._stories.story(other) for nearness, other in sorted(near) if -nearness >= CUT * GRAIN)
        return (set(self._stories.members(story)) for story in dict.fromkeys(stories) if story is not None)

    def _belongs(self, key: int, members: Collection[int]) -> bool:
        """Whether linkage would put the article to a story that is too large to be linked anew."""
        sample = sorted(members)[:: max(1, len(members) // REGION)]
        nearness = sum(found.near for other in sample if (found := self._alike(key, other)))
        return nearness >= CUT * GRAIN * len(sample)

    def _link(self, keys: Sequence[int], grouping: Grouping) -> None:
        """Find the stories of articles, of these alone."""
        pairs = ((pair, self._alike(*pair)) for pair in combinations(keys, 2))
        for cluster in linkage(keys, {pair: found for pair, found in pairs if found}):
            grouping.group(cluster)

    def _alike(self, one: int, two: int) -> Alike | None:
        """How alike two articles are; ``None`` where they share too little."""
        pair = (one, two) if one < two else (two, one)
        if pair not in self._pairs:
            if len(self._pairs) >= _PAIRS:
                self._pairs.clear()
            a, b = self._sketched(one), self._sketched(two)
            self._pairs[pair] = compared(a, b, self._base) if a and b and shared(a, b) else None
        return self._pairs[pair]
