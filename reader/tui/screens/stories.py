"""The stories that an article can be moved to, to choose from, or a new name as typed."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Story
from reader.tui.content.board.cells import plural
from reader.tui.content.pieces import Piece, shown
from reader.tui.screens.choosing import Choice, ChoosingScreen


class StoriesScreen(ChoosingScreen):
    """The stories that have what is typed in their names, and below them what is typed as the name of a new one."""

    def status(self) -> list[Piece]:
        """What can be done where nothing is left to choose from."""
        return [] if self._left else [("no other story: type the name of a new one", "quiet")]

    def prompt_typed(self, typed: str) -> None:
        """Offer what is typed as a name too."""
        super().prompt_typed(typed)
        typed = " ".join(typed.split())
        if typed and typed not in (choice.value for choice in self._left):
            self._left = (*self._left, Choice(shown(typed), "label", "a new story", typed))
            self._tell()


def choices(stories: Sequence[Story], article: str) -> list[Choice]:
    """The stories that an article is not in; one without a name is meant by its title."""
    others = [story for story in stories if article not in story.articles]
    found: dict[str, Choice] = {}
    for story in others:
        told = plural(len(story.articles), "article")
        found.setdefault(story.name, Choice(shown(story.name), "label", told, story.name))
    return list(found.values())
