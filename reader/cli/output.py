"""Text to standard output, as a pipe or a terminal can take it."""

from __future__ import annotations

import os
import sys

_CLOSED_PIPE = 141  # what a shell calls a program that died of a closed pipe, as cat and grep do


def write_text(text: str) -> None:
    """Write in the encoding of standard output; a character it has not becomes ``?``."""
    _write(text.encode(sys.stdout.encoding or "utf-8", "replace"))


def write_utf8(text: str) -> None:
    """Write UTF-8, whatever the locale says."""
    _write(text.encode("utf-8"))


def _write(data: bytes) -> None:
    """Write to the end or until nobody reads any more."""
    left = memoryview(data)
    try:
        while left:  # an unbuffered stream (PYTHONUNBUFFERED) may take less than all
            left = left[sys.stdout.buffer.write(left) :]
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the interpreter complains at its end
        raise SystemExit(_CLOSED_PIPE) from None
