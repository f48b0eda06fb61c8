"""What goes wrong with files."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model import Problem

_SAID = {
    errno.ENOENT: "is not there",
    errno.ENOTDIR: "is not there",
    errno.EACCES: "may not be read: no permission",
    errno.EPERM: "may not be read: no permission",
    errno.ELOOP: "is a symbolic link in a circle",
    errno.ENAMETOOLONG: "has a name that is too long",
    errno.EISDIR: "is a folder, not an article",
    errno.ENOSPC: "cannot be written: the disk is full",
    errno.EDQUOT: "cannot be written: the quota is used up",
    errno.EROFS: "cannot be written: a read-only file system",
}


class LibraryError(Exception):
    """A file could not be read or written; ``problem`` says which one, where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def failed(path: str, error: OSError, writing: bool = False) -> LibraryError:
    """The operating system's error as one that names the file in plain words."""
    from reader.model import Problem

    said = _SAID.get(error.errno or 0, error.strerror or "could not be used")
    if writing and error.errno in (errno.EACCES, errno.EPERM):
        said = "may not be written: no permission"
    return LibraryError(Problem(path, said))
