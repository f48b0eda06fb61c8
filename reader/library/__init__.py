"""Articles on disk: read, described, marked.

What is named here loads when it is first used: marks and settings do not wait for the cleaning of articles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reader.library.editing import describe, restore, set_line
    from reader.library.errors import LibraryError
    from reader.library.loading import load
    from reader.library.opening import Library, open_library

__all__ = ["Library", "LibraryError", "describe", "load", "open_library", "restore", "set_line"]

_HOME = {
    "Library": "opening",
    "LibraryError": "errors",
    "describe": "editing",
    "load": "loading",
    "open_library": "opening",
    "restore": "editing",
    "set_line": "editing",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'reader.library' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"reader.library.{_HOME[name]}"), name)
