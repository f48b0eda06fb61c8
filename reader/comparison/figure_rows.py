"""Comparable figures of several sources in rows, and figures that only look alike."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Analysis, FigureRow, Link, LookAlike


def figure_rows(analyses: Sequence[Analysis], links: Sequence[Link]) -> tuple[FigureRow, ...]:
    """Rows of figures that count the same thing of the same event, differences first."""
    return ()


def look_alikes(analyses: Sequence[Analysis], rows: Sequence[FigureRow]) -> tuple[LookAlike, ...]:
    """Figures with equal or close numbers that count different things."""
    return ()
