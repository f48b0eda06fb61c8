"""An article moved to another story from the library list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.errors import LibraryError
from reader.tui.content.pieces import clip, shown
from reader.tui.screens.reaching import ReachingScreen

if TYPE_CHECKING:
    from reader.library.listing import Listing
    from reader.model import Article
    from reader.tui.screens.choosing import Choice

_LONGEST = 40  # cells of a name in the status line


class MovingScreen(ReachingScreen):
    """The list, as far as it puts articles into stories."""

    def listed(self) -> Article | Listing | None:
        """The article at the cursor."""
        raise NotImplementedError

    def action_board(self) -> None:
        """The board of the story of the article at the cursor."""
        listed = self.listed()
        if listed is None or self.parallax.loaded(listed.id) is None:
            return
        from reader.tui.screens.board import show_board

        show_board(self.parallax, listed.id)

    def action_move_story(self) -> None:
        """Ask for the story that the article at the cursor belongs to."""
        listed = self.listed()
        article = self.parallax.loaded(listed.id) if listed else None
        if article is None:
            return
        from reader.tui.screens.stories import StoriesScreen, choices

        if self.desk.stories is None:
            self.parallax.prepare(article.id)
            return self.say(("grouping …", "quiet"))
        asked = StoriesScreen(
            [("To which story? ", ""), (shown(article.title or article.opening), "title")],
            "story: ",
            choices(self.desk.stories, article.id),
        )

        def answered(_: None) -> None:
            if asked.chosen is not None:
                self._move(article, asked.chosen)

        self.app.push_screen(asked, answered)

    def _move(self, article: Article, chosen: Choice) -> None:
        try:
            now = self.parallax.deciding.move(article, chosen.value)
        except (LibraryError, OSError, ValueError) as error:
            return self.fail("not written", error)
        self.moved(now.id)
        undo = self.key("list.undo")
        self.say(("moved to ", "quiet"), (clip(chosen.name, _LONGEST), "label"), (f"  {undo} undoes", "quiet"))

    def moved(self, article: str) -> None:
        """An article was put into another story: have the stories found anew, and show it where it now stands."""
        self.parallax.prepare(article)

    def action_undo(self) -> None:
        """Take the last decision back."""
        listed = self.listed()
        try:
            told = self.parallax.deciding.undo()
        except (LibraryError, OSError, ValueError) as error:
            return self.fail("not undone", error)
        if told is None:
            return self.say(("nothing to undo", "quiet"))
        if listed is not None:
            self.moved(listed.id)
        self.say(("undone: ", "quiet"), (shown(told), "label"))
