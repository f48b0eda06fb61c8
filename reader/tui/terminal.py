"""What the terminal can do, found out before the program takes it over."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Mapping
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from textual.driver import Driver


ON = "`parallax read --plain` reads line by line, `parallax show ARTICLE` prints an article"
"""The ways on for a terminal that cannot place its cursor."""


def refusal(environment: Mapping[str, str], *streams: IO[str]) -> str | None:
    """Why the program cannot run here, and what to do instead; ``None`` if it can.

    ``TERM=dumb`` obeys no cursor movement, and Textual would write 24-bit colours to it.
    """
    if not all(stream.isatty() for stream in streams):
        return f"parallax: not a terminal; {ON}"
    if environment.get("TERM", "") in ("", "dumb"):
        return f"parallax: this terminal (TERM) cannot move its cursor; {ON}"
    return None


def theme_for(environment: Mapping[str, str]) -> str:
    """The theme to begin with: the terminal's own colours, at home on any page and half the bytes of painted ones.

    ``COLORFGBG`` ("15;0": light ink on a dark page), which rxvt, Konsole and others set, tells light from dark.
    """
    light = environment.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")
    return "terminal-light" if light else "terminal-dark"


def lacking(name: str | None) -> str | None:
    """The encoding of a terminal that shows no UTF-8; ``None`` where it does. An unknown one is taken for ASCII."""
    try:
        known = codecs.lookup(name or "ascii").name
    except LookupError:
        return "ascii"
    return None if known == "utf-8" else known


def output_encoding() -> str | None:
    """The encoding of the terminal where it is not UTF-8; whatever is sent there does no harm from then on.

    Textual writes a backslash escape for what the encoding lacks, and every column after it would shift.
    """
    found = lacking(getattr(sys.__stderr__, "encoding", None))
    if found is not None:
        for stream in (sys.__stdout__, sys.__stderr__):
            if stream is not None and hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding=found, errors="replace")
    return found


def sends_changes(slow_link: str, environment: Mapping[str, str]) -> bool:
    """Whether only the cells that change are to be sent: as the reader has it, "on" or "off".

    By itself ("auto") always but in tmux or screen on this machine: they compare themselves what goes down the line.
    """
    return slow_link == "on" or (slow_link != "off" and not {"TMUX", "STY"} & environment.keys())


def driver_class(slow_link: str = "auto", encoding: str | None = None) -> type[Driver] | None:
    """The driver for a terminal on this system; ``None`` leaves the choice to Textual.

    ``encoding`` is that of a terminal without UTF-8: signs that it lacks are drawn by others as wide.

    Textual's own stops reading the keyboard at the first key that is not UTF-8 (a strict decoder in a thread).
    Here reading begins again: that one key is lost.
    """
    if os.name != "posix" or "TEXTUAL_DRIVER" in os.environ:
        return None
    from textual.drivers.linux_driver import LinuxDriver

    from reader.tui.cells import Cells
    from reader.tui.signs import stand_in

    class PatientDriver(LinuxDriver):
        """Reads on after bytes that are no text, and sends none that the terminal cannot show."""

        def write(self, data: str) -> None:
            """Send what is drawn."""
            super().write(data if encoding is None else stand_in(data, encoding))

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
