"""What the screens on which the reader decides have in common: names joined and split, the last decision undone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from reader.library import LibraryError
from reader.tui.content.pieces import Piece, clip, shown
from reader.tui.screens.base import BaseScreen

if TYPE_CHECKING:
    from reader.model import Article, Comparison, Entity, Mention
    from reader.tui.screens.choosing import Choice, ChoosingScreen

_LONGEST = 24  # cells of a name in the status line


class NamingScreen(BaseScreen):
    """The reader's word on a name of an article; the story is compared anew behind it."""

    @property
    def story(self) -> str:
        """An article (its id) of the story in front."""
        raise NotImplementedError

    def named(self) -> tuple[Article, Mention] | None:
        """The name at the cursor and the article it stands in."""
        raise NotImplementedError

    def write(self, decision: Callable[[], object], *told: Piece) -> None:
        """Write a decision, have the story compared anew and tell it; or tell why it could not be written."""
        try:
            decision()
        except (LibraryError, OSError, ValueError) as error:
            return self.fail("not written", error)
        self.parallax.prepare(self.story)
        self.say(*told, (f"  {self.key('read.undo')} undoes", "quiet"))

    def action_undo(self) -> None:
        """Take the last decision back."""
        try:
            told = self.parallax.deciding.undo()
        except (LibraryError, OSError) as error:
            return self.fail("not undone", error)
        if told is None:
            return self.say(("nothing to undo", "quiet"))
        self.parallax.prepare(self.story)
        self.say(("undone: ", "quiet"), (shown(told), "label"))

    # ---- names

    def _thing(self) -> tuple[Article, str, Entity, Comparison] | None:
        """The name at the cursor, its words, and what it names; that there is none is told."""
        comparison, found = self.desk.comparison(self.story), self.named()
        if comparison is None:
            self.say(("comparing …", "quiet"))
            return None
        entity = next((e for e in comparison.entities if found and e.id == found[1].entity), None)
        if found is None or entity is None:
            self.say(("no name here", "quiet"))
            return None
        article, mention = found
        return article, " ".join(mention.of(article.text).split()), entity, comparison

    def action_join(self) -> None:
        """Ask which other name of the story is this one, and have them be one."""
        from reader.comparison.alike import others
        from reader.tui.screens.choosing import Choice, ChoosingScreen

        if (found := self._thing()) is None:
            return
        article, _, entity, comparison = found
        choices = [Choice(shown(o.name), o.kind, _told(o), form) for o, form in others(entity, comparison.entities)]
        if not choices:
            return self.say(("no other name in this story", "quiet"))
        asked = ChoosingScreen([*_is(entity), (" is also called …", "")], "also called: ", choices)

        def join(chosen: Choice) -> None:
            self.write(
                partial(self.parallax.deciding.join, article, entity.name, chosen.value),
                (clip(shown(entity.name), _LONGEST), "label"),
                (" and ", ""),
                (clip(chosen.name, _LONGEST), "label"),
                (" are one", ""),
            )

        self._ask(asked, join)

    def action_split(self) -> None:
        """Ask which of its variants the name at the cursor is not, and have them be two."""
        from reader.analysis.names.spelling import fold
        from reader.tui.screens.choosing import Choice, ChoosingScreen

        if (found := self._thing()) is None:
            return
        article, words, entity, _ = found
        own = fold(words).lower()
        reasons = dict(zip(entity.variants, entity.reasons, strict=False))
        reasons[entity.name] = reasons.get(words, "")  # why these words stand for the name
        others = [variant for variant in entity.variants if fold(variant).lower() != own]
        choices = [Choice(shown(v), entity.kind, shown(reasons.get(v, "")), v) for v in others]
        if not choices:
            return self.say((clip(shown(words), _LONGEST), "label"), (" has no other name in this story", "quiet"))
        asked = ChoosingScreen([(shown(words), entity.kind), (" is not …", "")], "is not: ", choices)

        def split(chosen: Choice) -> None:
            self.write(
                partial(self.parallax.deciding.split, article, words, chosen.value),
                (clip(shown(words), _LONGEST), "label"),
                (" is not ", ""),
                (clip(chosen.name, _LONGEST), "label"),
            )

        self._ask(asked, split)

    def _ask(self, asked: ChoosingScreen, answer: Callable[[Choice], None]) -> None:
        """Show what can be chosen; do as is chosen, if anything is."""

        def answered(_: None) -> None:
            if asked.chosen is not None:
                answer(asked.chosen)

        self.app.push_screen(asked, answered)


def _is(entity: Entity) -> list[Piece]:
    """The name with its variants."""
    variants = _variants(entity)
    return [(shown(entity.name), entity.kind), (f" ({variants})" if variants else "", "")]


def _variants(entity: Entity) -> str:
    return ", ".join(shown(variant) for variant in entity.variants if variant != entity.name)


def _told(entity: Entity) -> str:
    """What is known of a name: its variants and its kind."""
    return " · ".join(filter(None, (_variants(entity), entity.kind)))
