"""Parallax: several outlets' reports of one event, side by side.

The public functions load what they need when they are first used, so that ``import reader`` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reader.analysis import analyse
    from reader.comparison import compare, group
    from reader.intake import clean
    from reader.library import load

__all__ = ["__version__", "analyse", "clean", "compare", "group", "load"]

__version__ = "0.1.0"

_HOME = {
    "analyse": "reader.analysis",
    "clean": "reader.intake",
    "compare": "reader.comparison",
    "group": "reader.comparison",
    "load": "reader.library",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'reader' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)
