"""From a text as it came to the article in it."""

from reader.intake.cleaning import clean

__all__ = ["clean"]
