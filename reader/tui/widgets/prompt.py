"""A line to type in: search and filter."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Protocol, cast

from rich.cells import cell_len
from textual import events

from reader.tui.content import Row
from reader.tui.content.pieces import ends, shown
from reader.tui.widgets.rows import Rows


class Asking(Protocol):
    """The screen that a line stands on. It is told at once, not by messages: the next key may be there already."""

    def prompt_typed(self, typed: str) -> None:
        """Something was typed."""

    def prompt_closed(self, typed: str, entered: bool) -> None:
        """The line was entered, or left."""


class Prompt(Rows):
    """Takes every key while it is open; says what was typed after each one.

    The screen gives it the keys. It has no focus: what is typed fast after ``enter`` would come here too late.
    """

    LEFT = ("ctrl+c", "ctrl+q")
    """Keys that are not taken."""

    def __init__(self, sign: str = "/", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.sign = sign
        self.value = ""
        self.note = ""
        self.left: frozenset[str] = frozenset(self.LEFT)
        """Keys that are the screen's while the line is open."""
        self.entered = False
        """Whether what was typed last was entered, and not left."""
        self._answer: Callable[[str], None] | None = None
        self._earlier: tuple[str, ...] = ()
        self._back = 0
        self._typed = self._opened_with = ""

    def open(
        self,
        value: str = "",
        sign: str = "/",
        answer: Callable[[str], None] | None = None,
        left: Collection[str] = (),
        earlier: Sequence[str] = (),
    ) -> None:
        """Show the line and take the keys but those ``left``; ``answer`` is given what is entered, not messages.

        The arrows bring back what was entered ``earlier``, the last first, as far as it begins like what was typed.
        """
        self.value, self.note, self.sign, self._answer = value, "", sign, answer
        self.left = frozenset((*self.LEFT, *left))
        self._earlier, self._back, self._typed, self._opened_with = tuple(earlier), 0, value, value
        self.display = True
        self.redraw()

    def say(self, note: str) -> None:
        """Show something at the right end ("2 of 21")."""
        self.note = note
        self.redraw()

    def rows(self, width: int, height: int) -> Sequence[Row]:
        """What was typed, with a mark where the next character goes."""
        typed, room = shown(self.value), width - cell_len(self.sign) - cell_len(self.note) - 4
        while cell_len(typed) > room > 1:  # its end, which is being typed, stays in sight
            typed = "…" + typed[2 if typed.startswith("…") else 1 :]
        return (ends([(f" {self.sign}", "key"), (typed, ""), (" ", "hit")], [(self.note + " ", "quiet")], width),)

    def on_key(self, event: events.Key) -> None:
        """Type, rub out, enter or leave."""
        if event.key in self.left:
            return
        event.stop()
        event.prevent_default()
        before = self.value
        if event.key in ("escape", "enter"):
            self._close(event.key == "enter")
            return
        if event.key in ("backspace", "ctrl+h"):
            if not self.value:
                self._close(False)
                return
            self.value = self.value[:-1]
        elif event.key == "ctrl+u":
            self.value = ""
        elif event.key == "ctrl+w":
            self.value = self.value.rstrip().rpartition(" ")[0]
        elif event.key in ("up", "down", "ctrl+p", "ctrl+n"):
            self._recall(1 if event.key in ("up", "ctrl+p") else -1)
        elif event.is_printable and event.character:
            self.value += event.character
        if event.key not in ("up", "down", "ctrl+p", "ctrl+n"):
            self._back, self._typed = 0, self.value
        if self.value != before:
            self._changed()

    def _recall(self, way: int) -> None:
        """Go back or forward through what was entered earlier, to what was typed at last."""
        begun = "" if self._typed == self._opened_with else self._typed
        found = [self._typed, *(one for one in self._earlier if one.startswith(begun) and one != self._typed)]
        self._back = max(0, min(self._back + way, len(found) - 1))
        self.value = found[self._back]

    def on_paste(self, event: events.Paste) -> None:
        """Take what is pasted, on one line."""
        event.stop()
        self.value += shown(event.text.strip("\r\n"))
        self._changed()

    def leave(self) -> None:
        """Close the line, nothing entered."""
        self._close(False)

    def _close(self, entered: bool) -> None:
        self.entered = entered
        self.display = False
        if self._answer is not None:
            self._answer(self.value.strip() if entered else "")
        else:
            cast(Asking, self.screen).prompt_closed(self.value, entered)

    def _changed(self) -> None:
        self.redraw()
        if self._answer is None:
            cast(Asking, self.screen).prompt_typed(self.value)
