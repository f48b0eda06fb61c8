"""The board: pages that set the reports of one story against each other. Every cell is a place in a text.

A page is made when it is first shown, from the comparison and the article the reader came from.
"""

from __future__ import annotations

from collections.abc import Callable

from reader.tui.content.board.cells import Cell, Entry, Sources
from reader.tui.content.board.coverage import coverage
from reader.tui.content.board.figures import figures
from reader.tui.content.board.provenance import provenance
from reader.tui.content.board.quotes import quotes
from reader.tui.content.board.timeline import timeline
from reader.tui.content.board.wording import names, wording

__all__ = ["PAGES", "Cell", "Entry", "Sources"]

Make = Callable[[Sources, str], tuple[Entry, ...]]

PAGES: dict[str, tuple[Make, str, str]] = {
    "Figures": (figures, "≠ differ  ≈ bounds allow both  = agree  ! look alike", "no figure in these articles"),
    "Coverage": (coverage, "3→2: three sources, two origins  [board.source] another source", "nothing to compare"),
    "Wording": (wording, "each source's own words", "no thing that two sources word differently"),
    "Names": (names, "why they are one  [names.join] join  [names.split] part", "no name that two sources have"),
    "Timeline": (timeline, "≠ sources name different days", "no day is named"),
    "Quotes": (quotes, "= the same words  ≈ cut or changed  [board.speaker] one speaker", "nobody is quoted"),
    "Provenance": (provenance, "observations, no judgement", "nothing to compare"),
}
"""Each page by its name: what makes it, what stands in its head, and what it says when it is empty.

An action in brackets stands for its key.
"""
