"""Articles on disk."""

from reader.library.loading import load

__all__ = ["load"]
