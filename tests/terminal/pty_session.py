"""A program in a terminal of its own: keys in, bytes out, and the screen those bytes make.

The terminal is a pseudo-terminal of the system with an emulator (pyte) behind it. It answers no queries unless it is
told to say where its cursor is. POSIX only.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import pyte

Display = list[str]
PARALLAX = (sys.executable, "-m", "reader")
"""The command, by the interpreter that runs this."""

_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Burst:
    """What came after a key: how many bytes, and the seconds until the first and the last of them."""

    size: int
    first: float
    last: float


class _Screen(pyte.Screen):
    """A screen that lets pass what pyte does not know: colours with a private mark, as of the kitty protocol."""

    def select_graphic_rendition(self, *attrs: int, **kwargs: Any) -> None:
        if not kwargs:
            super().select_graphic_rendition(*attrs)

    answer: Callable[[str], None] | None = None

    def report_device_status(self, mode: int, **kwargs: Any) -> None:
        if self.answer is not None and mode == 6:
            self.answer(f"\x1b[{self.cursor.y + 1};{self.cursor.x + 1}R")


class PtySession:
    """A running program. Use it as a context; at the end the program is stopped if it still runs."""

    def __init__(
        self,
        argv: Sequence[str],
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
        answers: bool = False,
    ) -> None:
        """Start the program, its environment that of this process with ``env`` over it.

        ``answers``: the terminal says where its cursor is when it is asked.
        """
        self.screen: Any = _Screen(columns, rows)
        if answers:
            self.screen.answer = self.send
        self.received = bytearray()
        self._stream = pyte.ByteStream(self.screen)
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.modes_before = termios.tcgetattr(slave)
        terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
        unset = {"COLUMNS", "LINES", "NO_COLOR", "PARALLAX_LIBRARY"}
        inherited = {key: value for key, value in os.environ.items() if key not in unset}
        self.started = self._last = time.perf_counter()
        self._process = subprocess.Popen(
            list(argv),
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=inherited | terminal | dict(env or {}),
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        self._slave = slave  # kept open, so that the modes can be read after the program has ended

    def __enter__(self) -> PtySession:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        os.close(self._slave)
        os.close(self._master)

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def display(self) -> Display:
        """The rows of the screen, each as wide as the terminal."""
        return list(self.screen.display)

    @property
    def modes(self) -> list[Any]:
        """The modes of the terminal now, as ``termios.tcgetattr`` gives them."""
        return termios.tcgetattr(self._slave)

    def send(self, keys: str) -> None:
        """Type the keys."""
        os.write(self._master, keys.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size, as a terminal does when it is dragged."""
        self.screen.resize(rows, columns)
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._process.send_signal(signal.SIGWINCH)

    def press(self, keys: str, quiet: float = 0.15, timeout: float = 60.0) -> Burst:
        """Type the keys and read what comes, until nothing has come for ``quiet`` seconds."""
        self.settle(0.02, timeout)
        start = time.perf_counter()
        self.send(keys)
        return self.settle(quiet, timeout, start)

    def settle(self, quiet: float = 0.3, timeout: float = 60.0, since: float | None = None) -> Burst:
        """Read until nothing has come for ``quiet`` seconds, or until ``timeout`` seconds have passed."""
        since = time.perf_counter() if since is None else since
        size, first, last = 0, 0.0, 0.0
        limit = since + timeout
        while time.perf_counter() < limit:
            data = self._read(quiet)
            if not data:
                break
            last = self._last - since
            first = first or last
            size += len(data)
        return Burst(size, first, last)

    def wait_for(self, shows: str | Callable[[Display], bool], timeout: float = 60.0) -> float:
        """Read until the screen shows the words, or satisfies the condition.

        Returns the seconds from the start of the program to the bytes that brought it.

        Raises:
            TimeoutError: it did not happen; the message holds the screen.

        """
        satisfied = shows if callable(shows) else lambda display: any(shows in row for row in display)
        limit = time.perf_counter() + timeout
        while not satisfied(self.display):
            if time.perf_counter() > limit or (not self._read(0.05) and self._process.poll() is not None):
                wanted = "condition" if callable(shows) else repr(shows)
                raise TimeoutError(f"{wanted} not on the screen:\n" + "\n".join(self.display))
        return self._last - self.started

    def wait(self, timeout: float = 60.0) -> int:
        """The exit status of the program once it has ended, with all that it wrote read.

        Raises:
            subprocess.TimeoutExpired: it still runs.

        """
        limit = time.perf_counter() + timeout
        while self._process.poll() is None and time.perf_counter() < limit:
            self._read(0.02)
        status = self._process.wait(0.01)
        self.settle(0.05)
        return status

    def _read(self, seconds: float) -> bytes:
        """What comes next within so many seconds; empty if nothing does."""
        if not select.select([self._master], [], [], seconds)[0]:
            return b""
        try:
            data = os.read(self._master, _CHUNK)
        except OSError:  # the far end is closed
            return b""
        self._last = time.perf_counter()
        self.received += data
        self._stream.feed(data)
        return data


def home(folder: str | os.PathLike[str]) -> dict[str, str]:
    """An environment whose configuration, data, state and cache lie in the folder, so that nobody's own is touched.

    The program was started there before: it says nothing of first steps.
    """
    started = Path(folder, "data", "parallax", "started")
    started.parent.mkdir(parents=True, exist_ok=True)
    started.touch()
    return {f"XDG_{kind}_HOME": os.path.join(folder, kind.lower()) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}


def _take_terminal() -> None:
    """Make standard input the terminal that signals and sizes come from."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
