"""A list to choose one row from: what is typed filters it, the arrows move in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.tui import keymap
from reader.tui.content.heads import choice_row, choice_title
from reader.tui.content.pieces import Piece, Row
from reader.tui.screens.paging import PagingScreen
from reader.tui.widgets.line import Line
from reader.tui.widgets.prompt import Prompt


@dataclass(frozen=True, slots=True)
class Choice:
    """One row: a name with the role it is drawn in, and what is known of it. ``value`` is what choosing it means."""

    name: str
    role: str
    told: str
    value: str


class ChoosingScreen(PagingScreen):
    """The prompt stays open; once the screen is left, ``chosen`` is the choice, or ``None``."""

    WHERE = keymap.CHOOSE
    BINDINGS = keymap.bindings(keymap.CHOOSE)

    def __init__(self, question: Sequence[Piece], sign: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self.chosen: Choice | None = None
        self._question = tuple(question)
        self._sign = sign
        self._all = tuple(choices)
        self._left = self._all

    def on_mount(self) -> None:
        """Show everything that can be chosen, and take what is typed."""
        super().on_mount()
        self.query_one("#card", Line).tell(lambda width: choice_title(self._question, width))
        self.query_one("#prompt", Prompt).open("", self._sign, left=self._bindings.key_to_bindings)
        self._tell()

    def total(self) -> int:
        """How many rows are left."""
        return len(self._left)

    def row(self, n: int, here: bool, width: int) -> Row:
        """One choice."""
        choice = self._left[n]
        return choice_row(choice.name, choice.role, choice.told, here, width)

    def place(self) -> str:
        """How far the cursor is."""
        return f"{self.pager.at + 1}/{len(self._left)}" if self._left else ""

    def status(self) -> list[Piece]:
        """Whether the filter left nothing."""
        return [] if self._left else [("no such name in this story", "differs")]

    def _tell(self) -> None:
        self.show(0)
        self.tell_status()

    def prompt_typed(self, typed: str) -> None:
        """Leave the rows that have every word typed."""
        words = typed.casefold().split()
        self._left = tuple(c for c in self._all if all(word in f"{c.name} {c.told}".casefold() for word in words))
        self._tell()

    def prompt_closed(self, typed: str, entered: bool) -> None:
        """The prompt was left."""
        self.dismiss()

    def action_choose(self) -> None:
        """Take the row at the cursor."""
        if self._left:
            self.chosen = self._left[self.pager.at]
            self.dismiss()
