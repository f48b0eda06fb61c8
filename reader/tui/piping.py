"""Text to a command of the reader's: on its standard input, never in its command line.

A command runs beside the program, without a terminal: one that asks for its own ends there, and says so. With ``!`` in
front it is given the terminal until it ends.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

LARGEST = 256 << 10
"""Bytes of a command's output that are shown; one that writes more is ended."""

SHELL = "/bin/sh"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended: its exit status (negative: the signal that ended it), and what it wrote."""

    command: str
    status: int
    lines: tuple[str, ...] = ()
    whole: bool = True

    @property
    def ended(self) -> str:
        """How it ended, in a word or two; empty where all is well."""
        if not self.whole:
            return f"ended after {LARGEST >> 10} kB"
        return f"exit {self.status}" if self.status > 0 else f"signal {-self.status}" if self.status else ""


def run(command: str, text: str) -> Outcome:
    """Give the text to a command and wait for it. Slow; for a thread of its own.

    Raises:
        OSError: it could not be started.

    """
    with TemporaryFile() as given:
        given.write(text.encode("utf-8", "replace"))
        given.seek(0)
        process = subprocess.Popen(
            [SHELL, "-c", command],
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # no terminal: nothing is drawn over the screen
        )
        assert process.stdout is not None
        with process.stdout as output:
            data = output.read(LARGEST + 1)
            if len(data) > LARGEST:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
        status = process.wait()
    lines = data[:LARGEST].decode("utf-8", "replace").expandtabs().splitlines()
    return Outcome(command, status, tuple(lines), len(data) <= LARGEST)


def run_in_terminal(app: App[None], command: str, text: str) -> int:
    """Give the text to a command and the terminal to it; the screen comes back after a key. Its exit status.

    Raises:
        SuspendNotSupported: the program is not in a terminal that it could give away.

    """
    with TemporaryFile() as given, _handed_over(app):
        given.write(text.encode("utf-8", "replace"))
        given.seek(0)
        status = subprocess.call([SHELL, "-c", command], stdin=given)
        _wait_for_enter(status)
    return status


def _wait_for_enter(status: int) -> None:
    """Leave what was written to be read."""
    with suppress(OSError):
        told = f"exit {status}, " if status else ""
        print(f"[{told}Enter goes back to the text] ", end="", flush=True)
        with open("/dev/tty", "rb", buffering=0) as terminal:
            terminal.readline()


def edit(app: App[None], argv: Sequence[str]) -> int:
    """Give the terminal to an editor until it ends; its exit status.

    Raises:
        SuspendNotSupported: the program is not in a terminal that it could give away.
        OSError: there is no such program.

    """
    with _handed_over(app):
        return subprocess.call(list(argv))


@contextmanager
def _handed_over(app: App[None]) -> Iterator[None]:
    """The terminal as it was before the program; ctrl+c ends what runs there and not the program."""
    with app.suspend():
        before = signal.signal(signal.SIGINT, lambda number, frame: None)  # a handler is not inherited, ignoring is
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)
