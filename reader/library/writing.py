"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile

from reader.library.errors import failed


def write(path: str, data: bytes, new: bool = False) -> None:
    """Put the bytes in the place of the file, at once: whoever reads it meanwhile has the old or the new one.

    A link is followed, the file's permissions stay. ``new``: only where nothing stands yet.

    Raises:
        LibraryError: it could not be written (disk full, no permission, or there is one); the old file is whole.

    """
    target = os.path.realpath(path)
    folder, name = os.path.split(target)
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{name[:40]}.", suffix=".part", dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fchmod(file.fileno(), _mode(target))
            os.fsync(file.fileno())
        if new:
            os.link(temporary, target)  # unlike a rename, this fails where something stands
            os.unlink(temporary)
        else:
            os.replace(temporary, target)
        temporary = ""
        _settle(folder)
    except OSError as error:
        raise failed(path, error, writing=True) from error
    finally:
        if temporary:
            with contextlib.suppress(OSError):
                os.unlink(temporary)


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
