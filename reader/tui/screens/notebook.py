"""The notebook: pinned passages with the reader's notes, each a key away from its place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.widget import Widget

from reader.library import LibraryError
from reader.tui import keymap
from reader.tui.content import Row
from reader.tui.content.notes import empty_row, notebook_title, pin_row
from reader.tui.content.pieces import Piece, shown
from reader.tui.history import Leaf
from reader.tui.noting import locate
from reader.tui.screens.asking import AskingScreen
from reader.tui.screens.paging import PagingScreen
from reader.tui.screens.reaching import ReachingScreen
from reader.tui.widgets.line import Line
from reader.tui.widgets.pager import Pager
from reader.tui.widgets.pin_pane import PinPane

if TYPE_CHECKING:
    from reader.library.notebook import Pin
    from reader.tui.app import ParallaxApp

EXPORT = "notebook.md"
"""The file that is offered to write the notebook to."""


def show_notebook(app: ParallaxApp, leaf: Leaf | None = None) -> None:
    """Show the notebook, at a pin if one is given; one that is open below is come back to."""
    below = next((screen for screen in app.screen_stack if isinstance(screen, NotebookScreen)), None)
    if below is None:
        app.push_screen(NotebookScreen(leaf))
        return
    while app.screen is not below and len(app.screen_stack) > 2:
        app.pop_screen()
    below.load(leaf.pin if leaf else None)


class NotebookScreen(AskingScreen, PagingScreen, ReachingScreen):
    """Lists, filters, opens; what is changed is written at once and can be undone."""

    WHERE = keymap.NOTES
    BINDINGS = keymap.bindings(keymap.NOTES)

    def __init__(self, leaf: Leaf | None = None) -> None:
        super().__init__()
        self._opens_at = leaf.pin if leaf else None
        self._all: tuple[Pin, ...] = ()
        self.pins: list[Pin] = []
        self.filter = ""
        self.by_story = False
        self._gone: dict[Pin, bool] = {}

    def view(self) -> Sequence[Widget]:
        """Title, rows, the pin at the cursor, status, hints."""
        card, pager, *rest = super().view()
        return card, pager, PinPane(id="pin"), *rest

    def on_mount(self) -> None:
        """Read the notebook."""
        super().on_mount()
        self.load(self._opens_at)

    def on_screen_resume(self) -> None:
        """Another program, or a text above, may have changed it."""
        if self.is_mounted:
            self.load()

    # ---- rows

    def load(self, keep: int | None = None) -> None:
        """Read the notebook anew, the cursor on the pin of that id, or on the one it is on."""
        if keep is None and self.pin is not None:
            keep = self.pin.id
        try:
            self._all = self.parallax.taken.notes.pins()
        except LibraryError as error:
            self.fail("not read", error)
        self.sort(keep)

    def sort(self, keep: int | None) -> None:
        """Filter and order what was read; where the pin to keep is not among it, the cursor stays where it is."""
        words = self.filter.casefold().split()
        self.pins = [pin for pin in self._all if all(word in pin.told for word in words)]
        if self.by_story:
            stories = self.stories()
            self.pins.sort(key=lambda p: (p.article not in stories, stories.get(p.article, ""), p.source, p.start))
        at = next((n for n, pin in enumerate(self.pins) if pin.id == keep), min(self.pager.at, len(self.pins) - 1))
        self.query_one("#card", Line).tell(partial(notebook_title, len(self.pins), self.by_story))
        self.show(max(at, 0))
        self.tell_status()

    def stories(self) -> dict[str, str]:
        """The story that each article is of, as far as stories are known."""
        found = (story for story in self.desk.stories or () if len(story.articles) > 1)
        return {article: story.name for story in found for article in story.articles}

    def total(self) -> int:
        """How many rows there are: one where there is nothing."""
        return max(len(self.pins), 1)

    def row(self, n: int, here: bool, width: int) -> Row:
        """A pin."""
        if not self.pins:
            return empty_row(bool(self._all), self.key_of_pin, width)
        story = self.stories().get(self.pins[n].article, "") if self.by_story else None
        return pin_row(self.pins[n], story, here, width)

    @property
    def key_of_pin(self) -> str:
        """The key that pins a passage in a text."""
        return self.parallax.keys.first("note.pin", keymap.READ)

    @property
    def pin(self) -> Pin | None:
        """The pin at the cursor."""
        return self.pins[self.pager.at] if self.pager.at < len(self.pins) else None

    def tell_status(self) -> None:
        """Bring the status line up to date, and the pin above it."""
        pin = self.pin
        if pin is not None and pin not in self._gone:
            article, span = locate(pin, self.desk)
            self._gone[pin] = article is not None and span is None
        self.query_one("#pin", PinPane).tell(pin, pin is not None and self._gone[pin])
        super().tell_status()

    def status(self) -> list[Piece]:
        """The filter."""
        return [(f"/{self.filter}", "label"), ("  Esc shows all", "quiet")] if self.filter else []

    def place(self) -> str:
        """How far the cursor is."""
        return f"{self.pager.at + 1}/{len(self.pins)}" if self.pins else ""

    # ---- messages

    def on_pager_moved(self, message: Pager.Moved) -> None:
        """A click on a pin; the second opens it."""
        if message.again:
            self.action_open()
        else:
            self.tell_status()

    def prompt_typed(self, typed: str) -> None:
        """Filter as it is typed."""
        self.filter = typed
        self.sort(self.pin.id if self.pin else None)

    def prompt_closed(self, typed: str, entered: bool) -> None:
        """Keep the filter, or drop it."""
        self.show_hints()
        self.filter = typed if entered else ""
        self.sort(self.pin.id if self.pin else None)

    # ---- actions

    def action_open(self) -> None:
        """Go to the passage in its article."""
        if (pin := self.pin) is None:
            return
        article, span = locate(pin, self.desk)
        if article is None:
            return self.say(("its article is not open here: ", "differs"), (shown(pin.path or pin.article), "quiet"))
        if span is None:
            return self.say(("its words are not in the article any more; the notebook keeps them", "differs"))
        passages = self.desk.analysis(article.id).passages
        at = next((n for n, passage in enumerate(passages) if passage.start <= span.start < passage.end), None)
        if at is None:
            from reader.tui.screens.cleaning import CleaningScreen

            self.app.push_screen(CleaningScreen(article, span.start))
            return
        from reader.tui.screens.reading import ReadingScreen

        self.parallax.history.leave(Leaf(pin.id or 0))
        self.app.push_screen(ReadingScreen(article, at))

    def show_passage(self, article: str, passage: int, top: int | None = None) -> None:
        """Read an article there; back leads to the pin."""
        if (pin := self.pin) is not None:
            self.parallax.history.leave(Leaf(pin.id or 0))
        super().show_passage(article, passage, top)

    def action_copy(self) -> None:
        """Copy the passage at the cursor with its source and note, as it stands in an export."""
        if self.pin is not None:
            self.send(self._markdown([self.pin]))

    def action_edit(self) -> None:
        """Change the note."""
        if (pin := self.pin) is not None:
            self.ask_note(pin.note, partial(self.keep_note, pin))

    def action_edit_in_editor(self) -> None:
        """Change the note in the reader's editor."""
        if (pin := self.pin) is not None:
            self.edit_note(pin.note, partial(self.keep_note, pin))

    def noted(self, before: Pin, kept: Pin) -> None:
        """Show the note."""
        self.load(kept.id)
        self.say(("note changed", "label"), (f"  {self.key('note.undo')} undoes", "quiet"))

    def action_remove(self) -> None:
        """Take the pin at the cursor out of the notebook."""
        if (pin := self.pin) is None:
            return
        try:
            self.parallax.taken.notes.remove(pin)
        except LibraryError as error:
            return self.fail("not removed", error)
        self.load()
        self.say(("removed", "label"), (f"  {self.key('note.undo')} undoes", "quiet"))

    def action_undo(self) -> None:
        """Take the last change back."""
        try:
            pin = self.parallax.taken.notes.undo()
        except LibraryError as error:
            return self.fail("not undone", error)
        if pin is None:
            return self.say(("nothing to undo", "quiet"))
        self.load(pin.id)
        self.say(("undone", "quiet"))

    def action_regroup(self) -> None:
        """The newest first, or by story."""
        self.by_story = not self.by_story
        self.sort(self.pin.id if self.pin else None)

    def action_export(self) -> None:
        """Write what is listed as Markdown."""
        if not self.pins:
            return self.say(("nothing to export", "quiet"))
        what = "the notebook" if len(self.pins) == len(self._all) else f"{len(self.pins)} of {len(self._all)}"
        self.ask(f"write {what} to: ", self._export, EXPORT)

    def _export(self, name: str) -> None:
        if name:
            self.save(name, self._markdown(self.pins))

    def _markdown(self, pins: Sequence[Pin]) -> str:
        from reader.export.notes import notes_markdown

        return "\n".join(notes_markdown(pins)) + "\n"

    def action_leave(self) -> None:
        """Show all again, or close."""
        if self.filter:
            self.filter = ""
            return self.sort(self.pin.id if self.pin else None)
        self.dismiss()
