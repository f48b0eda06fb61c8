"""Several articles against each other."""

from reader.comparison.comparing import compare
from reader.comparison.stories import group

__all__ = ["compare", "group"]
