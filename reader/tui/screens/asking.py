"""Screens that take words along: to the clipboard, into files, into the notebook."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import events

from reader.library import LibraryError
from reader.tui import copying
from reader.tui.content.pieces import clip, shown
from reader.tui.screens.base import BaseScreen
from reader.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from reader.library.notebook import Pin
    from reader.library.saving import Existing


class AskingScreen(BaseScreen):
    """Asks where to and what to note; nothing is put over a file unasked, nothing typed is lost."""

    _noting: Callable[[str], None] | None = None
    """What is done with the note that is asked for."""

    def ask(self, sign: str, answer: Callable[[str], None], value: str = "", **options: tuple[str, ...]) -> None:
        """Open the prompt in the place of the hints; ``answer`` is given what is entered, nothing where it is left."""

        def answered(typed: str) -> None:
            self.show_hints()
            answer(typed)

        self.show_hints(False)
        self.query_one("#prompt", Prompt).open(value, sign, answered, **options)

    # ---- the clipboard

    def send(self, text: str, told: str = "sent") -> bool:
        """Send a text to the clipboard of the reader's terminal, and say so; whether it arrives nobody can know."""
        key = self.key("quote.write")
        try:
            copying.send(self.app, text)
        except ValueError as error:
            self.say((f"not copied: too long, {error}", "differs"), (f" · {key} writes a file", "quiet"))
            return False
        self.say((f"{told} to the terminal's clipboard", "label"), (f"  {copying.advice(os.environ, key)}", "quiet"))
        return True

    # ---- files

    def save(self, name: str, text: str, existing: Existing = "keep") -> bool:
        """Write a text to a file and say so; where one stands there, ask. Whether it was written."""
        from reader.library.saving import StandsThere, save

        try:
            path = save(name, text, existing)
        except StandsThere as there:
            sign = f"{clip(shown(os.path.basename(there.path)), 30)} is there: a adds, r replaces, Esc leaves it: "
            self.ask(sign, partial(self._save_over, name, text))
            return False
        except LibraryError as error:
            self.fail("not written", error)
            return False
        done = {"keep": "written to", "add": "added to", "replace": "written over"}[existing]
        self.say((f"{done} ", "quiet"), (shown(os.path.abspath(path)), "label"))
        return True

    def _save_over(self, name: str, text: str, answer: str) -> None:
        choices: dict[str, Existing] = {"a": "add", "r": "replace"}
        if (existing := choices.get(answer.casefold()[:1])) is None:
            return self.say(("nothing written", "quiet"))
        if self.save(name, text, existing) and existing == "add":
            self.parallax.taken.file = name

    # ---- notes

    def ask_note(self, note: str, keep: Callable[[str], None], about: str = "") -> None:
        """Ask for a note; one that is left does nothing, an empty one is entered as any other."""

        def answered(typed: str) -> None:
            self._noting = None
            if self.query_one("#prompt", Prompt).entered:
                keep(typed)

        self._noting = keep
        self.ask(f"{about}note (ctrl+e: in your editor): ", answered, note, left=("ctrl+e",))

    async def on_key(self, event: events.Key) -> None:
        """From the line of a note ctrl+e leads to the editor."""
        if event.key == "ctrl+e" and (keep := self._noting) is not None and self.app.screen is self:
            event.stop()
            event.prevent_default()
            prompt = self.query_one("#prompt", Prompt)
            note = prompt.value
            prompt.leave()
            self.edit_note(note, keep)

    def edit_note(self, note: str, keep: Callable[[str], None]) -> None:
        """Have a note written in the reader's editor; where that fails, on the line."""
        from textual.app import SuspendNotSupported

        from reader.tui.noting import edited

        try:
            written = edited(self.app, note)
        except (OSError, ValueError, SuspendNotSupported) as error:
            self.fail("no editor", error)
            return self.ask_note(note, keep)
        keep(written)

    def keep_note(self, pin: Pin, note: str) -> None:
        """Keep a pin with a note; where that fails it is told, and what was typed is asked for again."""
        try:
            kept = self.parallax.taken.notes.keep(pin, note)
        except LibraryError as error:
            self.ask_note(note, partial(self.keep_note, pin))
            return self.fail("not kept", error)
        self.noted(pin, kept)

    def noted(self, before: Pin, kept: Pin) -> None:
        """A pin was kept."""
        raise NotImplementedError
