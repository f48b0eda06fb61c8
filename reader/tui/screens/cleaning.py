"""The original of an article, with what cleaning made of each line; the reader has the last word."""

from __future__ import annotations

from reader.library import LibraryError, restore, set_line
from reader.model import Article
from reader.tui import keymap
from reader.tui.content import Row
from reader.tui.content.heads import original_row, original_title
from reader.tui.screens.paging import PagingScreen
from reader.tui.widgets.line import Line


class CleaningScreen(PagingScreen):
    """Opens at the line that was read; each change is written at once and can be undone."""

    WHERE = keymap.LINES
    BINDINGS = keymap.bindings(keymap.LINES)

    def __init__(self, article: Article, offset: int) -> None:
        super().__init__()
        self.article = article
        self._offset = offset
        self._before: list[Article] = []

    def on_mount(self) -> None:
        """Show the lines, the cursor where reading stood."""
        super().on_mount()
        at = max((n for n, line in enumerate(self.article.lines) if line.start <= self._offset), default=0)
        self._tell()
        self.show(at)

    def _tell(self) -> None:
        self.query_one("#card", Line).tell(lambda width: original_title(self.article, width))

    def total(self) -> int:
        """How many lines the original has."""
        return len(self.article.lines)

    def row(self, n: int, here: bool, width: int) -> Row:
        """One line of it."""
        return original_row(self.article.lines[n], self.article, here, width)

    def _set(self, keep: bool) -> None:
        line = self.article.lines[self.pager.at] if self.article.lines else None
        if line is None or line.role == "blank":
            return self.say(("an empty line", "quiet"))
        if (line.state == "removed") != keep and line.state != "doubtful":
            return self.say(("is kept already" if keep else "is removed already", "quiet"))
        try:
            now = set_line(self.article, line.number, keep)
        except (LibraryError, OSError, ValueError) as error:
            return self.say((f"not changed: {error}", "differs"))
        self._before.append(self.article)
        self._take(now)
        self.say((f"line {line.number} {'put back' if keep else 'dropped'}", ""), ("  U undoes", "quiet"))

    def _take(self, article: Article) -> None:
        self.article = self.parallax.changed(article)
        self._tell()
        self.show()

    def action_keep(self) -> None:
        """Put the line at the cursor back."""
        self._set(True)

    def action_drop(self) -> None:
        """Drop the line at the cursor."""
        self._set(False)

    def action_undo(self) -> None:
        """Take the last change back."""
        if not self._before:
            return self.say(("nothing to undo", "quiet"))
        before = self._before.pop()
        try:
            self._take(restore(self.article, before))
        except (LibraryError, OSError) as error:
            return self.say((f"not undone: {error}", "differs"))
        self.say(("undone", "quiet"))

    def action_next_removed(self) -> None:
        """The next line that is not simply kept."""
        lines = self.article.lines
        order = [*range(self.pager.at + 1, len(lines)), *range(self.pager.at + 1)]
        found = next((n for n in order if lines[n].state != "kept" and lines[n].role != "blank"), None)
        if found is None:
            self.say(("no line was removed", "quiet"))
        else:
            self.pager.go(found)
