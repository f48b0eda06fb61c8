"""Expressions of time, resolved against the day of publication."""

from reader.analysis.moments.finding import moments

__all__ = ["moments"]
