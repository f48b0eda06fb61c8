"""What is written to a terminal as long as it is there."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from io import TextIOWrapper


class UntilDropped:
    """The file of a terminal; once the terminal is gone, what is written goes nowhere.

    Textual writes in a thread that any error ends, and has it thirty writes behind at most: of a line that dropped the
    program would wait for ever and keep the library open. A command that had the terminal may have left it such that
    writing does not wait, and what it cannot take at once would be lost: it is made to wait again.
    """

    def __init__(self, file: TextIOWrapper) -> None:
        self._file = file
        self._gone = False

    def write(self, text: str) -> None:
        """Write, as far as there is a terminal."""
        self._try(partial(self._write, text))

    def _write(self, text: str) -> None:
        if not os.get_blocking(self.fileno()):
            os.set_blocking(self.fileno(), True)
        self._file.write(text)

    def flush(self) -> None:
        """Send what was written."""
        self._try(self._file.flush)

    def fileno(self) -> int:
        """The number of the file."""
        return self._file.fileno()

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return self._file.isatty()

    def _try(self, send: Callable[[], object]) -> None:
        try:
            if not self._gone:
                send()
        except OSError:
            self._gone = True
