"""What the reader takes out of the program, into a file of a name they type; no file is lost to it unasked."""

from __future__ import annotations

import os
from typing import Literal

from reader.library.errors import LibraryError, failed
from reader.library.writing import write
from reader.model import Problem

LARGEST = 16 << 20
"""Bytes of a file that something is added to: it is read and written whole."""

Existing = Literal["keep", "replace", "add"]
"""What becomes of a file that stands there already."""


class StandsThere(LibraryError):
    """A file stands there, and nothing was said about it; ``path`` is its name in full."""

    def __init__(self, path: str) -> None:
        super().__init__(Problem(path, "is there already"))
        self.path = path


def save(name: str, text: str, existing: Existing = "keep") -> str:
    """Write a text, as UTF-8, into the file of that name and return its path; ``~`` is the reader's home.

    The file is written whole or not at all, also where something is added to it.

    Raises:
        StandsThere: there is a file, and it is to be kept.
        LibraryError: it could not be written, or is no file one writes to; what stood there is whole.

    """
    path = os.path.expanduser(name)
    if "\0" in path or not os.path.basename(path):
        raise LibraryError(Problem(path, "is no name of a file"))
    if os.path.lexists(path):
        if not os.path.isfile(path):  # a folder; or a device, a pipe, which a file would take the place of
            raise LibraryError(Problem(path, "is there, and is no regular file"))
        if existing == "keep":
            raise StandsThere(path)
    data = text.encode("utf-8", "replace")
    if existing == "add":
        data = _before(path) + data
    try:
        write(path, data, new=existing == "keep")
    except LibraryError as error:
        if existing == "keep" and os.path.lexists(path):  # made in between
            raise StandsThere(path) from error
        raise
    return path


def _before(path: str) -> bytes:
    """What stands in the file, an empty line after it; nothing where there is none."""
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise failed(path, error) from error
    if len(data) > LARGEST:
        raise LibraryError(Problem(path, f"is too long to add to: over {LARGEST >> 20} MB"))
    return data.rstrip(b"\n") + b"\n\n" if data.strip() else b""
