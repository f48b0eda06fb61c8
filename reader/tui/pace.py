"""How fast the line is between the program and the reader's terminal, and how patient that makes the screens.

The terminal is asked where its cursor is (DSR 6, ECMA-48: even the Linux console answers) when the first screen has
been sent, so that the answer comes when all of it has arrived. tmux, screen and mosh answer at the near end of the
program: they pace the line themselves. Whether there is an answer or not, nothing waits for it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

QUESTION, ANSWER = "\x1b[6n", re.compile(rb"\x1b\[\d+;\d+R")
"""Where is the cursor? At such a row and column."""

SLOW = 0.15
"""Seconds until the answer from which on a line is slow."""

LATE = 2.0
"""Seconds after which no answer is expected any more: the line is slow, or nobody there can tell."""

TRIES = 3
"""Questions to a line that seems slow: a busy machine answers late, too, but not each time."""

REST = 0.4
"""Seconds without a move after which what a slow line was spared is sent."""


def remote(environment: Mapping[str, str]) -> bool:
    """Whether the terminal is at the other end of an SSH line."""
    return not {"SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"}.isdisjoint(environment)


def told(slow_link: str, environment: Mapping[str, str], seconds: float | None) -> str:
    """What an answer after so many seconds (``None``: none came) means for the screens, in words."""
    took = "the terminal does not answer" if seconds is None else f"the terminal answers in {seconds * 1000:.0f} ms"
    if slow_link in ("on", "off"):
        return f"{took}; slow_link is {slow_link} in the configuration"
    if not remote(environment) or (seconds is not None and seconds < SLOW):
        return f"{took}: everything is shown at once"
    return f"{took}: a slow line, where Elsewhere follows when the cursor rests"


class Pace:
    """Asks, and acts on the answer. ``patient``: what is read at rest only is sent at rest only."""

    def __init__(self, slow_link: str, environment: Mapping[str, str]) -> None:
        self.patient = slow_link == "on"
        self.seconds: float | None = None
        """The fastest answer so far."""
        self._tries = TRIES if slow_link == "auto" and remote(environment) else 0
        self._answered = 0

    def measure(self, app: App[None]) -> None:
        """Ask the terminal, if that matters; to be called when the first screen was sent."""
        ask = getattr(app._driver, "ask", None)
        if self._tries and ask is not None:
            self._tries -= 1
            answered = self._answered
            ask(self._heard)
            app.set_timer(LATE, lambda: self._go_on(app, answered))

    def _heard(self, seconds: float) -> None:
        self._answered += 1
        self.seconds = seconds if self.seconds is None else min(seconds, self.seconds)
        self.patient = self.seconds >= SLOW

    def _go_on(self, app: App[None], answered: int) -> None:
        if self._answered == answered:  # who does not answer now never does
            self.patient = True
        elif self.patient:
            self.measure(app)


def asked_once(source: int, target: int, patience: float = LATE) -> float | None:
    """Seconds until the terminal at two descriptors answered; ``None`` if it did not. What was typed meanwhile is lost.

    Raises:
        OSError: there is no terminal.

    """
    import os
    import select
    import termios
    import tty
    from time import monotonic

    if not os.isatty(target):
        raise OSError("what is written does not go to a terminal")
    try:
        before = termios.tcgetattr(source)
    except termios.error as error:
        raise OSError(*error.args) from error
    heard = b""
    try:
        tty.setcbreak(source, termios.TCSANOW)
        began = monotonic()
        os.write(target, QUESTION.encode())
        while (left := began + patience - monotonic()) > 0 and select.select([source], [], [], left)[0]:
            heard += os.read(source, 64)
            if ANSWER.search(heard):
                return monotonic() - began
        return None
    finally:
        termios.tcsetattr(source, termios.TCSAFLUSH, before)
