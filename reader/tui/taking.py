"""What was taken out of the program so far: where it was written to, and which commands it was given to."""

from __future__ import annotations

MOST = 100
"""Commands that are remembered."""


class Taken:
    """Remembered as long as the program runs."""

    def __init__(self) -> None:
        self.file = ""
        """The file that quotations were last written to."""
        self.commands: tuple[str, ...] = ()
        """The commands that text was given to, the last first."""

    def used(self, command: str) -> None:
        """Remember a command as the last one."""
        self.commands = (command, *(one for one in self.commands if one != command))[:MOST]
