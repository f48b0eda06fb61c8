"""A small form: the source, title and date of an article."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input

from reader.library import LibraryError, describe
from reader.model import Article
from reader.tui.content.pieces import Row, clip, shown
from reader.tui.keys import shown_key
from reader.tui.widgets.line import Line


def _label(label: str, width: int) -> Row:
    return ((clip(label, width), "quiet"),)


FIELDS = (("source", "Source (the outlet)"), ("title", "Title"), ("published", "Date (2023-09-21)"))


class EditScreen(Screen[Article | None]):
    """Writes what was changed into the article's file, or a new one beside a bare text; nothing else changes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "save", priority=True, id="form.save"),
        Binding("escape", "cancel", "leave it as it was", id="form.cancel"),
        Binding("down", "app.focus_next", "next field", show=False),
        Binding("up", "app.focus_previous", "field before", show=False),
    ]

    def __init__(self, article: Article) -> None:
        super().__init__()
        self.article = article

    def compose(self) -> ComposeResult:
        """A label and a line for each field."""
        yield Line(id="card")
        for name, label in FIELDS:
            line = Line(id=f"label-{name}")
            line.tell(partial(_label, label))
            yield line
            field = Input(self._value(name), id=name)
            field.cursor_blink = False
            yield field
        yield Line(id="status")

    def _value(self, name: str) -> str:
        value = getattr(self.article, name)
        return shown(str(value)) if value else ""

    def on_mount(self) -> None:
        """Begin with the first field."""
        self.query_one("#card", Line).tell(
            lambda width: (("Describe ", "title"), (clip(shown(self.article.path), width - 10), "quiet"))
        )
        self._say(f"{shown_key('enter')} writes it  ·  Tab next field  ·  Esc leaves it as it was", "quiet")
        self.query_one("#source", Input).focus()

    def _say(self, told: str, role: str) -> None:
        self.query_one("#status", Line).tell(lambda width: ((clip(shown(told), width), role),))

    def action_save(self) -> None:
        """Write the fields that were changed."""
        fields: dict[str, str | date | None] = {}
        for name, _ in FIELDS:
            value = self.query_one(f"#{name}", Input).value.strip()
            if value != self._value(name):
                fields[name] = value or None
        if given := fields.get("published"):
            try:
                fields["published"] = date.fromisoformat(str(given))
            except ValueError:
                return self._say("a date is written year-month-day: 2023-09-21", "differs")
        if not fields:
            return self.action_cancel()
        try:
            article = describe(self.article, **fields)
        except (LibraryError, OSError, ValueError) as error:
            return self._say(f"not written: {error}", "differs")
        self.dismiss(article)

    def action_cancel(self) -> None:
        """Leave it as it was."""
        self.dismiss(None)
