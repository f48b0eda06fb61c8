"""Pages of the board that are cut down to one speaker, and written to a file."""

from __future__ import annotations

from typing import cast

from reader.tui.content.board.quotes import speaker_at
from reader.tui.screens.pages import NAMES, PagesScreen


class PostingScreen(PagesScreen):
    """What a reader does with a page as a whole."""

    def action_speaker(self) -> None:
        """Show the quotations of the speaker at the cursor alone, or of all again."""
        if NAMES[self.page] != "Quotes":
            return self.say(("speakers are chosen on the page of quotations", "quiet"))
        self.speaker = "" if self.speaker else speaker_at(self.pane.entries, self.pane.row)
        if self.speaker or not self.pane.entries:
            return self.show()
        at = self.pane.entries[self.pane.row]
        self.show()
        self.pane.go(next((n for n, entry in enumerate(self.pane.entries) if entry == at), 0))
        self.tell_status()

    def action_export(self) -> None:
        """Write the page in front to a file, as Markdown."""
        from reader.library.naming import safe_name

        if self.comparison is None:
            return self.say(("comparing …", "quiet"))
        name = NAMES[self.page]
        self.ask(f"write {name} to: ", self._export, f"{safe_name(self._title(), 'board')}-{name.lower()}.md")

    def _export(self, name: str) -> None:
        from reader.export.markdown import markdown
        from reader.export.sections import Page

        if name and self.comparison is not None:
            page = cast(Page, NAMES[self.page].lower())
            self.save(name, "\n".join(markdown(self.comparison, [page])) + "\n")
