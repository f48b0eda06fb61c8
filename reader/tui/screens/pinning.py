"""Texts from which passages are pinned to the notebook; those that are pinned are marked in them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.library import LibraryError
from reader.tui.screens.quoting import QuotingScreen
from reader.tui.widgets.text_pane import TextPane

if TYPE_CHECKING:
    from reader.library.notebook import Pin


class PinningScreen(QuotingScreen):
    """Pins what is at the cursor; ``mark_pins`` is to be called whenever a pane has another page."""

    _pinning = "pinned"
    """How it is told that what was to be pinned was."""

    def mark_pins(self, pane: TextPane) -> None:
        """Mark the passages of the page that are pinned; nothing is drawn."""
        if pane.page is not None:
            pane.pinned = pane.page.within(self.parallax.taken.notes.pinned(pane.page.analysis.article))

    def on_screen_resume(self) -> None:
        """In the notebook above, pins may have been taken out."""
        self._mark_all()

    def _mark_all(self) -> None:
        for pane in self.query(TextPane):
            before = pane.pinned
            self.mark_pins(pane)
            if pane.pinned != before:
                pane.redraw()

    def action_pin(self) -> None:
        """Pin the passage at the cursor, or as many as were counted, with a note; of what is pinned, change the note.

        What is pinned is found again by its words: it ends where something in between is left out.
        """
        if (found := self.quoted(self.count())) is None:
            return self.say(("no passage here to pin", "quiet"))
        together = found.unbroken
        try:
            pin = self.parallax.taken.notes.pin_of(together)
        except LibraryError as error:
            return self.fail("not pinned", error)
        several = len(together.places)
        self._pinning = "pinned" if several == 1 else f"{several} passages pinned"
        if several < len(found.places):
            self._pinning += ", up to a line that is left out"
        self.ask_note(pin.note, partial(self.keep_note, pin), "" if several == 1 else f"{several} passages, ")

    def noted(self, before: Pin, kept: Pin) -> None:
        """A pin was kept: tell it, and mark its passages."""
        told = self._pinning if before.id is None else "note changed"
        self.say((told, "label"), (f"  {self.key('note.book')} opens the notebook", "quiet"))
        self._mark_all()
