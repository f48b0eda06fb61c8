"""Which characters the terminal can draw: by its encoding and, on the Linux console, by its font."""

from __future__ import annotations

import codecs
import os
import sys
from array import array
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from io import TextIOWrapper

from rich.cells import get_character_cell_size

Draws = Callable[[str], bool]
"""Whether the terminal draws a character in as many cells as are reckoned with."""

OURS = frozenset("▌▐▸▾≠≈…⏎✓●○─│→←↑↓–—‘’“”„‹›•−≥≤")
"""Signs of the screens, and of print, that fonts of the Linux console lack: each of its common fonts lacks some."""

_GIO_UNIMAP = 0x4B66  # ioctl_console(2): the map from Unicode to the font
_PAIRS = 1 << 14  # room for its entries; a font has 512 glyphs at most, each for a few characters


def output() -> TextIOWrapper | None:
    """What the program draws on: standard error, as Textual does, or standard output where that is no terminal."""
    error = sys.__stderr__
    return error if error is not None and error.isatty() else sys.__stdout__


def drawn(environment: Mapping[str, str]) -> Draws | None:
    """What the terminal can draw, ``None`` where that is all; whatever is sent there does no harm from then on.

    Textual writes a backslash escape for what the encoding lacks, and every column after it would shift.
    """
    if (encoding := output_encoding(environment)) is not None:
        for stream in (sys.__stdout__, sys.__stderr__):
            if stream is not None and hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding=encoding, errors="replace")
        return partial(encoded, encoding)
    if environment.get("TERM", "").startswith("linux"):
        return on_console(console_font())
    return None


# ---- by encoding


def output_encoding(environment: Mapping[str, str]) -> str | None:
    """The encoding of the terminal; ``None`` where it is UTF-8."""
    found = lacking(getattr(output(), "encoding", None))
    return "ascii" if found is None and plain(environment) else found


def lacking(name: str | None) -> str | None:
    """The encoding of a terminal that shows no UTF-8; ``None`` where it does. An unknown one is taken for ASCII."""
    try:
        known = codecs.lookup(name or "ascii").name
    except LookupError:
        return "ascii"
    return None if known == "utf-8" else known


def plain(environment: Mapping[str, str]) -> bool:
    """Whether the reader's locale is C by name, as of a terminal that shows no more than ASCII.

    Python takes that locale for UTF-8 (PEP 538, PEP 540), other programs do not: tmux draws ``_`` for what is not ASCII
    there. Where no locale is named at all, as in a container, nothing is known against UTF-8.
    """
    if {"PYTHONUTF8", "PYTHONIOENCODING"} & environment.keys():
        return False
    said = given(environment)
    named = next((said[key] for key in ("LC_ALL", "LC_CTYPE", "LANG") if said.get(key)), "")
    return named in ("C", "POSIX")


def given(environment: Mapping[str, str]) -> Mapping[str, str]:
    """The environment as it was when the program was started: Python writes LC_CTYPE into it where the locale is C."""
    if environment is not os.environ or environment.get("LC_CTYPE") not in ("C.UTF-8", "C.utf8", "UTF-8"):
        return environment
    with suppress(OSError), open("/proc/self/environ", "rb") as file:
        pairs = (os.fsdecode(entry).partition("=") for entry in file.read().split(b"\0"))
        return {key: value for key, _, value in pairs}
    return environment


def encoded(encoding: str, character: str) -> bool:
    """Whether an encoding has the character, in as many cells as it is wide.

    Terminals of East Asia give two cells to what two bytes encode: there such a sign may not stand for one.
    """
    try:
        size = len(character.encode(encoding))
    except UnicodeEncodeError:
        return False
    return size == 1 or get_character_cell_size(character) == 2


# ---- by font


def on_console(font: frozenset[str] | None) -> Draws:
    """What the console draws with a font; of one that is not known, that it has every letter but none of our signs."""

    def draws(character: str) -> bool:
        if get_character_cell_size(character) != 1:  # it gives every character one cell, also those that combine
            return False
        return character in font if font is not None else character not in OURS

    return draws


def console_font() -> frozenset[str] | None:
    """The characters in the font of the console; ``None`` where there is none here, as at the far end of a line."""
    import fcntl
    import struct

    pairs = array("H", bytes(4 * _PAIRS))
    asked = bytearray(struct.pack("@HP", _PAIRS, pairs.buffer_info()[0]))
    screen = output()
    try:
        fcntl.ioctl(screen.fileno() if screen is not None else -1, _GIO_UNIMAP, asked)
    except (OSError, ValueError):
        return None
    (count, _) = struct.unpack("@HP", asked)
    return frozenset(map(chr, pairs[: 2 * count : 2])) or None
