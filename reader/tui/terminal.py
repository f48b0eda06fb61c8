"""What the terminal can do, found out before the program takes it over."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Mapping
from time import monotonic
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.driver import Driver

    from reader.tui.repertoire import Draws


CLEAN = "\x1b[m\x1b[H\x1b[J"
"""An empty screen, the cursor at its top."""


def refusal(environment: Mapping[str, str], keys: IO[str], screen: IO[str], what: str = "ARTICLE") -> str | None:
    """Why the program cannot run here, and the ways on with ``what`` was to be read; ``None`` if it can run.

    ``TERM=dumb`` obeys no cursor movement, and Textual would write 24-bit colours to it.
    """
    term = environment.get("TERM", "")
    if not keys.isatty():
        told = "a terminal, and standard input is none"
    elif not screen.isatty():
        told = "a terminal, and standard output is none"
    elif term in ("", "dumb", "unknown"):
        told = f"a terminal that can place its cursor, and TERM is {term or 'not set'}"
    else:
        return None
    ways = f"`parallax read --plain {what}` reads line by line, `parallax show {what}` prints an article"
    return f"the reader needs {told}; {ways}"


def theme_for(environment: Mapping[str, str]) -> str:
    """The theme to begin with: the terminal's own colours, at home on any page and half the bytes of painted ones.

    ``COLORFGBG`` ("15;0": light ink on a dark page), which rxvt, Konsole and others set, tells light from dark.
    """
    light = environment.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")
    return "terminal-light" if light else "terminal-dark"


def sends_changes(slow_link: str, environment: Mapping[str, str]) -> bool:
    """Whether only the cells that change are to be sent: as the reader has it, "on" or "off".

    By itself ("auto") always but in tmux or screen on this machine: they compare themselves what goes down the line.
    """
    return slow_link == "on" or (slow_link != "off" and not {"TMUX", "STY"} & environment.keys())


def driver_class(slow_link: str = "auto", draws: Draws | None = None) -> type[Driver] | None:
    """The driver for a terminal on this system; ``None`` leaves the choice to Textual.

    ``draws`` tells what a terminal can draw that cannot draw all: for what it lacks it gets signs as wide.

    Textual's own stops reading the keyboard at the first key that is not UTF-8 (a strict decoder in a thread).
    Here reading begins again: that one key is lost.
    """
    if os.name != "posix" or "TEXTUAL_DRIVER" in os.environ:
        return None
    from textual.drivers.linux_driver import LinuxDriver
    from textual.events import CursorPosition
    from textual.message import Message

    from reader.tui.cells import Cells
    from reader.tui.dropped import UntilDropped
    from reader.tui.pace import QUESTION
    from reader.tui.repertoire import output
    from reader.tui.signs import stand_in

    class PatientDriver(LinuxDriver):
        """Reads on after bytes that are no text, and sends none that the terminal cannot show."""

        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            self._file: Any = UntilDropped(output() or self._file)  # standard error may be kept in a file
            self._asked: deque[tuple[float, Callable[[float], object]]] = deque()

        def stop_application_mode(self) -> None:
            """Leave nothing behind where there is no second screen: the Linux console, mosh, screen as it comes."""
            self.write(CLEAN)
            super().stop_application_mode()

        def write(self, data: str) -> None:
            """Send what is drawn."""
            super().write(data if draws is None else stand_in(data, draws))

        def ask(self, answered: Callable[[float], object]) -> None:
            """Ask the terminal where its cursor is; ``answered`` is told how many seconds the answer took."""
            self._asked.append((monotonic(), answered))
            LinuxDriver.write(self, QUESTION)

        def process_message(self, message: Message) -> None:
            """Pass on what is typed; an answer is no key."""
            if isinstance(message, CursorPosition) and self._asked:
                began, answered = self._asked.popleft()
                self._loop.call_soon_threadsafe(answered, monotonic() - began)
            else:
                super().process_message(message)

        def run_input_thread(self) -> None:
            """Read the keyboard until the program ends."""
            while True:
                try:
                    return super().run_input_thread()
                except UnicodeDecodeError:
                    continue

    class SparingDriver(PatientDriver):
        """Sends only the cells that change."""

        _cells = Cells()
        _size = 0, 0

        def write(self, data: str) -> None:
            """Send what changes on the screen; in a window of another size nothing stands where it stood."""
            if (size := self._get_terminal_size()) != self._size:
                self._size = size
                self._cells.forget(size[0])
            super().write(self._cells.changes(data))

    return SparingDriver if sends_changes(slow_link, os.environ) else PatientDriver
