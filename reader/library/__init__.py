"""Articles on disk: read, described, marked."""

from reader.library.editing import describe, restore, set_line
from reader.library.errors import LibraryError
from reader.library.loading import load
from reader.library.opening import Library, open_library

__all__ = ["Library", "LibraryError", "describe", "load", "open_library", "restore", "set_line"]
