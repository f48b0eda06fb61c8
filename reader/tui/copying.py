"""Text to the clipboard of the terminal at the reader's end of the line, by the control sequence OSC 52 (xterm).

A multiplexer in between keeps the sequence to itself unless it is wrapped for it: tmux passes on what follows
``ESC P tmux;`` with each ESC doubled, screen what stands in any device control string, a few hundred bytes at a time.
No terminal answers: that the text was sent is all that can be told.
"""

from __future__ import annotations

import base64
import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from textual.app import App

LARGEST = 74_994
"""Bytes of text that are sent: with them the sequence has 100,000, the most that common terminals take."""

CHUNK = 240
"""Bytes of one string for screen, which knew no more than 256 until 2014 and shows the rest as text."""

LITERAL = 700
"""The longest sequence sent unwrapped where screen may be at the other end: it holds 768 bytes."""

Between = Literal["", "tmux", "screen"]
"""What stands between the program and the terminal."""


def between(environment: Mapping[str, str]) -> Between:
    """The innermost multiplexer. At the far end of an SSH line only TERM tells, and tmux may call itself screen."""
    term = environment.get("TERM", "")
    if "TMUX" in environment or term.startswith("tmux"):
        return "tmux"
    return "screen" if "STY" in environment or term.startswith("screen") else ""


def send(app: App[Any], text: str) -> None:
    """Send a text to the clipboard of the terminal that the program runs in; ``ValueError`` as ``sequence``."""
    told = sequence(text, os.environ)
    if app._driver is not None:
        app._driver.write(told)


def sequence(text: str, environment: Mapping[str, str]) -> str:
    """What to send for the text to be put on the clipboard.

    Under tmux both ways are taken, for each has an option of its own: ``allow-passthrough`` the wrapped one,
    ``set-clipboard`` the plain one. So they are where screen may be tmux, if the plain one is short enough for screen.

    Raises:
        ValueError: the text is longer than ``LARGEST``.

    """
    data = text.encode("utf-8", "replace")
    if len(data) > LARGEST:
        raise ValueError(f"{len(data):,} bytes, of at most {LARGEST:,}")
    plain = f"\x1b]52;c;{base64.b64encode(data).decode('ascii')}\a"
    where = between(environment)
    if where == "tmux":
        doubled = plain.replace("\x1b", "\x1b\x1b")
        return f"\x1bPtmux;{doubled}\x1b\\{plain}"
    if where == "screen":
        sure = "STY" in environment or len(plain) > LITERAL
        return "".join(f"\x1bP{chunk}\x1b\\" for chunk in _chunks(plain)) + ("" if sure else plain)
    return plain


def _chunks(text: str) -> Iterator[str]:
    return (text[start : start + CHUNK] for start in range(0, len(text), CHUNK))


def advice(environment: Mapping[str, str], key: str) -> str:
    """What to do where nothing arrives, in few words: there are 80 columns. ``key`` writes to a file."""
    if between(environment) == "tmux":
        return f"if not: set-clipboard on, or {key}"
    return f"nothing there? {key} writes a file"
