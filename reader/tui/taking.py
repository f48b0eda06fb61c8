"""What the reader takes along: pinned passages, the file they were written to, the commands they were given to."""

from __future__ import annotations

from reader.tui.noting import Notes

MOST = 100
"""Commands that are remembered."""


class Taken:
    """Remembered as long as the program runs."""

    def __init__(self) -> None:
        self.notes = Notes()
        self.file = ""
        """The file that quotations were last written to."""
        self.commands: tuple[str, ...] = ()
        """The commands that text was given to, the last first."""

    def used(self, command: str) -> None:
        """Remember a command as the last one."""
        self.commands = (command, *(one for one in self.commands if one != command))[:MOST]
