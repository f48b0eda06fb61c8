"""Elsewhere: what the other sources have of the passage at the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from reader.model import Article, Comparison, Passage
from reader.tui.content import Row
from reader.tui.content.elsewhere import Counterpart, Line, column, rule, strip
from reader.tui.widgets.rows import Rows


class ElsewherePane(Rows):
    """Below the text it takes as many rows as it needs, up to ``most``; beside it, the whole height."""

    @dataclass
    class Chosen(Message):
        """A counterpart was clicked."""

        counterpart: Counterpart

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.beside = False
        self.most = 8
        self._shown: tuple[Comparison, Passage, Article] | None = None
        self._waiting = ""
        self._lines: list[Line] = []

    def show(self, comparison: Comparison, passage: Passage, article: Article) -> None:
        """Show the counterparts of that passage."""
        self._shown, self._waiting = (comparison, passage, article), ""
        self.lay_out()

    def wait(self, told: str) -> None:
        """Say why there is nothing yet ("comparing …"), or that there is nothing to compare."""
        self._shown, self._waiting = None, told
        self.lay_out()

    def lay_out(self) -> None:
        """Take the rows that are needed, and draw."""
        if not self.beside:
            width = self.size.width or self.app.size.width
            needed = max(len(self._made(width, self.most)), 1)
            if self.styles.height is None or self.styles.height.value != needed:
                self.styles.height = needed
        elif self.styles.inline.has_rule("height"):
            self.styles.clear_rule("height")
        self.redraw()

    def rows(self, width: int, height: int) -> Sequence[Row]:
        """The rule and the counterparts, or the one line that says there are none."""
        self._lines = self._made(width, height)
        return [line.row for line in self._lines]

    def _made(self, width: int, height: int) -> list[Line]:
        if self._shown is None:
            title = [("Elsewhere", "label"), (f" · {self._waiting}", "quiet")]
            return [Line(((" ", ""), *title) if self.beside else rule(title, width))]
        return (column if self.beside else strip)(*self._shown, width, height)

    def on_click(self, event: events.Click) -> None:
        """Go to the counterpart under the pointer."""
        if 0 <= event.y < len(self._lines) and (target := self._lines[event.y].target) is not None:
            self.post_message(self.Chosen(target))
