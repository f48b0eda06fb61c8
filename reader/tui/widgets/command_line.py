"""The line after ``:``, with what it may mean listed above it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events

from reader.tui.commands import Command, Meant, candidates, exactly
from reader.tui.content import Row
from reader.tui.content.pieces import Piece, clip, ends
from reader.tui.widgets.prompt import Prompt

MOST = 8
"""Commands listed at once; never more than half of the screen."""

_NAMES = 26  # columns of the names


class CommandLine(Prompt):
    """Completes with Tab, chooses with the arrows; above an empty line ↑ brings back what was entered earlier."""

    def __init__(self) -> None:
        super().__init__(":", id="commands")
        self._commands: Sequence[Command] = ()
        self._meant: list[Meant] = []
        self._at = 0
        self._top = 0
        self._moved = self._tabbed = False
        self._run: Callable[[Meant | str], None] = lambda meant: None

    def ask(self, commands: Sequence[Command], earlier: Sequence[str], run: Callable[[Meant | str], None]) -> None:
        """Open the line; ``run`` is given the command that was chosen, what means none, or nothing (left)."""
        self._commands, self._run = commands, run
        self.open("", ":", earlier=earlier)
        self._look()

    def rows(self, width: int, height: int) -> Sequence[Row]:
        """The list, and the line below it."""
        rows = [self._row(n, width) for n in range(self._top, min(self._top + height - 1, len(self._meant)))]
        return [*rows, *super().rows(width, 1)]

    def _row(self, n: int, width: int) -> Row:
        meant, here = self._meant[n], n == self._at and bool(self._moved or self.value.strip())
        name = meant.line + (f" {meant.command.takes}" if meant.unfinished else "")
        left: list[Piece] = [("▌" if here else " ", "bar"), (f"{clip(name, _NAMES - 1):<{_NAMES}}", "label")]
        return ends([*left, (meant.command.told, "")], [(f"{meant.command.keys} ", "key")], width)

    def on_key(self, event: events.Key) -> None:
        """Choose, complete, or type."""
        recalls = event.key in ("up", "down") and bool(self._back)
        recalls = recalls or (event.key == "up" and not (self.value or self._moved))
        chosen = self._chosen()
        if event.key in ("tab", "shift+tab"):
            self._complete(1 if event.key == "tab" else -1)
        elif event.key in ("down", "up", "ctrl+n", "ctrl+p") and not recalls:
            self._choose(1 if event.key in ("down", "ctrl+n") else -1)
        elif event.key == "enter" and chosen is not None and chosen.unfinished:
            self.value = f"{chosen.line} "
            self._look()
        else:
            return super().on_key(event)
        event.stop()
        event.prevent_default()

    def _chosen(self) -> Meant | None:
        """What Enter runs: the command chosen in the list, else the one named in full, else the likeliest."""
        line = self.value.strip()
        if self._meant and self._moved:
            return self._meant[self._at]
        meant = exactly(line, self._commands)
        if meant is not None and (not meant.follows or not meant.command.choices):
            return meant
        return self._meant[0] if self._meant and line and not line.isdecimal() else meant

    def _close(self, entered: bool) -> None:
        chosen, line = (self._chosen(), self.value.strip()) if entered else (None, "")
        self.display = False
        self._run(chosen or line)

    def _choose(self, way: int) -> None:
        if self._meant:
            self._at = (self._at + way) % len(self._meant) if self._moved or way < 0 or self.value else 0
            self._moved = True
            self._keep_in_sight()

    def _complete(self, way: int) -> None:
        """Put the command at the cursor into the line; once more, the next."""
        if not self._meant:
            return
        if self._tabbed:
            self._at = (self._at + way) % len(self._meant)
        meant = self._meant[self._at]
        self.value = self._typed = meant.line + (" " if meant.unfinished else "")
        if len(self._meant) == 1:
            return self._look()
        self._moved = self._tabbed = True
        self._keep_in_sight()

    def _changed(self) -> None:
        self._look()

    def _look(self) -> None:
        """List what the line may mean."""
        self._meant = candidates(self.value, self._commands)
        self._at, self._moved, self._tabbed = 0, False, False
        self.note = "" if self._meant or self.value.strip().isdecimal() else "no such command"
        height = 1 + min(len(self._meant), MOST, max(self.screen.size.height // 2 - 1, 1))
        if self.styles.height is None or self.styles.height.value != height:
            self.styles.height = height
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        room = int(self.styles.height.value) - 1 if self.styles.height else MOST
        self._top = max(min(self._top, self._at, len(self._meant) - room), self._at - room + 1, 0)
        self.redraw()
