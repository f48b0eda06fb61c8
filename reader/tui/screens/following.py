"""A name followed: from mention to mention, through all articles of its story; its passages alone stay bright."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from reader.model import Article, Entity
from reader.tui.content.page import Bright
from reader.tui.content.pieces import Piece, clip, shown
from reader.tui.screens.seeking import SeekingScreen

_LONGEST = 24  # cells of a name in the status line


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A passage that has the name: the number of its article among those walked, and its own, both from 0."""

    article: int
    passage: int


class FollowingScreen(SeekingScreen):
    """``followed`` is the thing (see ``ArticleScreen``); ``following`` whether it is the only one that counts."""

    following = False

    def follow(self, row: int | None = None, top: int | None = None) -> None:
        """Draw the text, all but the passages with the name dimmed while it is followed."""
        page = self.text.page
        self.following = self.following and bool(self.followed)
        self.text.bright = None
        if self.following and page is not None:
            mentions = [m for m in page.analysis.mentions if m.entity == self.followed]
            self.text.bright = Bright(frozenset(page.at(m.start) for m in mentions), tuple(mentions))
        super().follow(row, top)

    def status(self) -> list[Piece]:
        """Where in the mentions of the name the cursor is; else what the passage was understood to say."""
        if not self.following:
            return super().status()
        walked, places = self._places()
        here = Mentioned(walked.index(self.article), self.text.cursor)
        which = f"{places.index(here) + 1} of {len(places)}" if here in places else f"{len(places)}"
        articles = len({place.article for place in places})
        told = f"  {which} passage{'' if len(places) == 1 else 's'}"
        within = f" · {articles} article{'' if articles == 1 else 's'}"
        keys = f" · {self.key('read.next_mention')} {self.key('read.previous_mention')} walk"
        name, *others = self._called()
        return [("> ", "bar"), name, (told, ""), (f"{keys} · {self.key('read.follow')} ends{within}", "quiet"), *others]

    def _called(self) -> list[Piece]:
        """The name followed, and what else it is called."""
        entity = self._entity
        page = self.text.page
        if entity is None:
            mention = next((m for m in page.analysis.mentions if m.entity == self.followed), None) if page else None
            words = " ".join(mention.of(self.article.text).split()) if mention else ""
            return [(clip(shown(words), _LONGEST), "label")]
        others = ", ".join(shown(variant) for variant in entity.variants if variant != entity.name)
        name: Piece = (clip(shown(entity.name), _LONGEST), "label")
        return [name, (clip(f" = {others}", _LONGEST), "quiet")] if others else [name]

    @property
    def _entity(self) -> Entity | None:
        entities = self.comparison.entities if self.comparison is not None else ()
        return next((e for e in entities if e.id == self.followed), None)

    def _places(self) -> tuple[list[Article], list[Mentioned]]:
        """The articles to walk, and in their order every passage of them that has the name.

        Of one article alone while the name is not followed, and until the story is compared.
        """
        comparison = self.comparison if self.following else None
        analyses = comparison.analyses if comparison is not None else (self.desk.analysis(self.article.id),)
        places: list[Mentioned] = []
        for n, analysis in enumerate(analyses):
            starts = [passage.start for passage in analysis.passages]
            own = {max(bisect_right(starts, m.start) - 1, 0) for m in analysis.mentions if m.entity == self.followed}
            places += [Mentioned(n, passage) for passage in sorted(own)]
        return [analysis.article for analysis in analyses], places

    # ---- actions

    def action_follow(self) -> None:
        """Follow the name at the cursor, or no name any more."""
        if self.drop_name():
            return
        if (found := self.named()) is None:
            return self.say(("no name in this passage", "quiet"))
        self.followed, self.name_at, self.following = found[1].entity, found[1].start, True
        self.follow()

    def drop_name(self) -> bool:
        """Follow no name any more; whether one was followed."""
        if not self.following:
            return False
        self.following = False
        self.follow()
        return True

    def action_mention(self, way: int) -> None:
        """The next passage that has the name followed, or else the name at the cursor; or the passage before."""
        steps = way * self.count()
        if not self.following:
            if (found := self.named()) is None:
                return self.say(("no name in this passage", "quiet"))
            self.followed = found[1].entity
        self.name_at = -1
        walked, places = self._places()
        keys = [(place.article, place.passage) for place in places]
        ids = [article.id for article in walked]
        here = (ids.index(self.article.id), self.text.cursor)
        if not keys or keys == [here]:
            self.follow()
            return self.say(("no other mention of ", "quiet"), *self._called())
        at = bisect_right(keys, here) + steps - 1 if steps > 0 else bisect_left(keys, here) + steps
        there = places[at % len(places)]
        if there.article != here[0]:
            self.parallax.history.leave(self.here)
            self.go_to(ids[there.article], there.passage)
        else:
            self.text.go(there.passage)
            self.follow()
        if not 0 <= at < len(places):
            self.say((f"the {'first' if steps > 0 else 'last'} mention again of ", "quiet"), *self._called())
