"""The stretch of a text that holds most prose for the fewest lines of anything else."""

from __future__ import annotations

from collections.abc import Sequence


def best_segment(gains: Sequence[float]) -> tuple[int, int]:
    """Start and end (exclusive) of the run with the largest sum; the first of equals, ``(0, 0)`` if none is positive.

    Kadane's algorithm, one pass (Bentley, Programming Pearls, column 8).
    """
    best, total = 0.0, 0.0
    start, found = 0, (0, 0)
    for index, gain in enumerate(gains):
        if total <= 0:
            start, total = index, 0.0
        total += gain
        if total > best:
            best, found = total, (start, index + 1)
    return found
