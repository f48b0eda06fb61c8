"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
from typing import BinaryIO

from reader.library.errors import failed

_OPEN_FILES = "/proc/self/fd"


def write(path: str, data: bytes, new: bool = False) -> None:
    """Put the bytes in the place of the file, at once: whoever reads it meanwhile has the old or the new one.

    A link is followed, the file's permissions stay. ``new``: only where nothing stands yet.

    Raises:
        LibraryError: it could not be written (disk full, no permission, or there is one); the old file is whole.

    """
    target = os.path.realpath(path)
    folder, name = os.path.split(target)
    temporary = os.path.join(folder, f".{name[:40]}.{os.getpid()}.part")
    try:
        with _nameless(folder) or open(temporary, "xb") as file:
            file.write(data)
            file.flush()
            os.fchmod(file.fileno(), _mode(target))
            os.fsync(file.fileno())
            if isinstance(file.name, int):
                _name(file.fileno(), target if new else temporary)
            elif new:
                os.link(temporary, target)  # unlike a rename, this fails where something stands
            if not new:
                os.replace(temporary, target)
        _settle(folder)
    except OSError as error:
        raise failed(path, error, writing=True) from error
    finally:
        with contextlib.suppress(OSError):
            os.unlink(temporary)


def _nameless(folder: str) -> BinaryIO | None:
    """A file without a name, which a program that is killed leaves nothing of; ``None`` where the system has none."""
    if not os.path.isdir(_OPEN_FILES):
        return None
    try:
        return os.fdopen(os.open(folder, os.O_TMPFILE | os.O_WRONLY, 0o600), "wb")
    except (AttributeError, OSError):
        return None


def _name(file: int, path: str) -> None:
    """Give a nameless file a name; fails where something stands. A folder is named so that the link is followed."""
    here = os.open(_OPEN_FILES, os.O_RDONLY)
    try:
        os.link(str(file), path, src_dir_fd=here)
    finally:
        os.close(here)


def _mode(path: str) -> int:
    """The permissions of the file, or those that a new one gets."""
    try:
        return stat.S_IMODE(os.stat(path).st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _settle(folder: str) -> None:
    """Have the new name on disk too, where the system lets a folder be synced."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
