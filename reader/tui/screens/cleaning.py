"""The original of an article, with what cleaning made of each line; the reader has the last word."""

from __future__ import annotations

from collections.abc import Callable

from reader.library import LibraryError, restore, set_line
from reader.library.furniture import LONGEST
from reader.library.sources import set_dropped, sources_file
from reader.model import Article
from reader.text.sanitise import one_line
from reader.tui import keymap
from reader.tui.content import Row
from reader.tui.content.heads import original_row, original_title
from reader.tui.content.pieces import shown
from reader.tui.screens.paging import PagingScreen
from reader.tui.screens.reaching import ReachingScreen
from reader.tui.searching import along
from reader.tui.widgets.line import Line


class CleaningScreen(PagingScreen, ReachingScreen):
    """Opens at the line that was read; each change is written at once and can be undone."""

    WHERE = keymap.LINES
    BINDINGS = keymap.bindings(keymap.LINES)

    def __init__(self, article: Article, offset: int) -> None:
        super().__init__()
        self.article = article
        self._offset = offset
        self._undo: list[Callable[[], object]] = []

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
            return self.say(("the line is kept already" if keep else "the line is removed already", "quiet"))
        try:
            now = set_line(self.article, line.number, keep)
        except (LibraryError, OSError, ValueError) as error:
            return self.fail("not changed", error)
        before = self.article
        self._undo.append(lambda: self._take(restore(self.article, before)))
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

    def action_drop_always(self) -> None:
        """Drop the line at the cursor from all reports of this source, those to come as well."""
        line = self.article.lines[self.pager.at] if self.article.lines else None
        words, source = one_line(line.of(self.article.text)) if line else "", self.article.source
        if not words:
            return self.say(("an empty line", "quiet"))
        if len(words) > LONGEST:
            return self.say(("too long for a line that comes again and again: d drops it here", "differs"))
        if source is None:
            return self.say(("this article has no source: e in the library gives it one", "differs"))
        if words in self.article.keep:
            return self.say(("you put this line back: d drops it here, then D everywhere", "differs"))
        if words in self.desk.dropped.get(source, ()):
            return self.say((f"is always dropped from {shown(source)} already", "quiet"))
        file = sources_file(self.article.path, self.desk.paths)
        try:
            changed = self._drop_always(file, source, words, True)
        except (LibraryError, OSError, ValueError) as error:
            return self.fail("not changed", error)
        self._undo.append(lambda: self._drop_always(file, source, words, False))
        others = len(changed - {self.article.id})
        told = f", {others} more article{'' if others == 1 else 's'} changed" if others else ""
        self.say((f"always dropped from {shown(source)}{told}", ""), ("  U undoes", "quiet"))

    def _drop_always(self, file: str, source: str, words: str, dropped: bool) -> set[str]:
        set_dropped(file, source, words, dropped)
        changed = {article.id for article in self.desk.drop(source, words, dropped)}
        self.parallax.prepare(self.article.id)
        self.article = self.desk.articles[self.article.id]
        self._tell()
        self.show()
        return changed

    def action_undo(self) -> None:
        """Take the last change back."""
        if not self._undo:
            return self.say(("nothing to undo", "quiet"))
        try:
            self._undo[-1]()
        except (LibraryError, OSError, ValueError) as error:
            return self.fail("not undone", error)
        self._undo.pop()
        self.say(("undone", "quiet"))

    def action_open(self) -> None:
        """Show the line at the cursor in full."""
        from reader.tui.screens.whole_line import WholeLineScreen

        line = self.article.lines[self.pager.at] if self.article.lines else None
        if line is None or line.role == "blank":
            return self.say(("an empty line", "quiet"))
        self.app.push_screen(WholeLineScreen(self.article, line))

    def action_next_removed(self) -> None:
        """The next line that is not simply kept."""
        lines = self.article.lines
        found = [n for n, line in enumerate(lines) if line.state != "kept" and line.role != "blank"]
        if not found:
            return self.say(("no line was removed", "quiet"))
        self.pager.go(along(found, self.pager.at, steps=self.count())[0])
