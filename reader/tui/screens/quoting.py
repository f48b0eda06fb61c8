"""Screens that show passages: each can be taken along, with the line that says where it stands."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reader.tui.content.pieces import clip, shown
from reader.tui.copying import advice
from reader.tui.screens.base import BaseScreen

if TYPE_CHECKING:
    from reader.export.quotation import Excerpt
    from reader.model import Article


class QuotingScreen(BaseScreen):
    """Copies what is at the cursor; what that is, is for each screen to say."""

    def quoted(self, count: int = 1) -> Excerpt | None:
        """The passage at the cursor and those after it, so many in all; ``None`` where there is none."""
        raise NotImplementedError

    def _whole(self, article: Article) -> str:
        """All of an article that is read, its title and its source above it."""
        from reader.export.prose import page

        return "\n".join(page(self.desk.analysis(article.id), 0)) + "\n"

    def send(self, text: str, told: str = "sent") -> None:
        """Send a text to the clipboard of the reader's terminal, and say so; whether it arrives nobody can know."""
        try:
            self.app.copy_to_clipboard(text)
        except ValueError as error:
            return self.say((f"not copied: too long, {error}", "differs"), (" · w writes a file", "quiet"))
        self.say((f"{told} to the terminal's clipboard", "label"), (f"  {advice(os.environ)}", "quiet"))

    def action_copy(self) -> None:
        """Copy the passage at the cursor, or as many as were counted, with their source."""
        from reader.export.quotation import quotation

        count = self.count()
        if (found := self.quoted(count)) is None:
            return self.say(("no passage here to copy", "quiet"))
        self.send(quotation(found), "sent" if len(found.places) == 1 else f"{len(found.places)} sent")

    def action_copy_article(self) -> None:
        """Copy the whole article."""
        if (found := self.quoted()) is None:
            return self.say(("no article here to copy", "quiet"))
        self.send(self._whole(found.article), "article sent")

    def action_address(self) -> None:
        """Show the address of the article and copy it. Nothing is opened: that would be at the far end of the line."""
        from reader.export.quotation import web_address

        found = self.quoted()
        address = found.article.url if found is not None else None
        if not address:
            return self.say(("this article has no address", "quiet"))
        if not (safe := web_address(address)):
            return self.say(("no address of a web page, not copied: ", "differs"), (shown(address), "quiet"))
        self.send(safe)
        room = self.app.size.width - 9 - len(" · sent to the clipboard ")
        self.say((clip(shown(safe), room), "label"), (" · sent to the clipboard", "quiet"))
