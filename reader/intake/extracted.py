"""A page's text as its extraction judged it: which lines it chose, and what they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from reader.intake.header import read_head
from reader.intake.lines import fold, rows, split
from reader.model import Cleaned, Line

LEFT_OUT = "left out: not part of the page's article"

_RANGES = re.compile(r"\d+(?:-\d+)?(?: \d+(?:-\d+)?)*/\d+\Z")
_HEADING = 12  # words a subhead has at most


def write_ranges(body: Collection[int], count: int) -> str:
    """Line numbers as ranges of a text of so many lines: ``{2, 3, 5}`` of 9 is ``2-3 5/9``."""
    parts: list[list[int]] = []
    for number in sorted(body):
        if parts and parts[-1][1] == number - 1:
            parts[-1][1] = number
        else:
            parts.append([number, number])
    return " ".join(f"{a}-{b}" if a < b else str(a) for a, b in parts) + f"/{count}"


def read_ranges(ranges: str, count: int) -> frozenset[int] | None:
    """The numbers; ``None`` where they are of a text with another number of lines, or are no ranges."""
    if not _RANGES.match(ranges):
        return None
    listed, _, total = ranges.partition("/")
    if int(total) != count:
        return None
    found: set[int] = set()
    for part in listed.split():
        first, _, last = part.partition("-")
        if not 0 < int(first) <= int(last or first) <= count:
            return None
        found.update(range(int(first), int(last or first) + 1))
    return frozenset(found)


def count_lines(text: str) -> int:
    """How many lines a text has; a break at its end begins none."""
    return len(split(text))


def clean_extracted(
    text: str, body: Collection[int], title: str | None = None, keep: Iterable[str] = (), drop: Iterable[str] = ()
) -> Cleaned:
    """The text with the lines ``body`` (numbers from 1) kept and all others removed, but for the reader's own.

    ``title`` is what the page calls itself: the line that repeats it is the title's, not the text's.
    """
    bounds = split(text)
    found = rows(text, bounds)
    chosen = [index for index, row in enumerate(found) if any(n + 1 in body for n in range(row.first, row.last + 1))]
    head = read_head(found, chosen, frozenset(range(len(found))) - frozenset(chosen))
    kept, dropped = frozenset(keep), frozenset(drop)
    known = fold(title or "").casefold()
    lines = [Line(start, end, number, "kept", "blank") for number, (start, end) in enumerate(bounds, 1)]
    inside = frozenset(chosen)
    for index, row in enumerate(found):
        role = "title" if row.text.casefold() == known else head.roles.get(index, "")
        role = role or ("body" if row.is_sentence or row.tokens > _HEADING else "subhead")
        for n in range(row.first, row.last + 1):
            start, end = bounds[n]
            words = fold(text[start:end])
            if words in dropped:
                lines[n] = Line(start, end, n + 1, "removed", "furniture", "dropped by the reader")
            elif index in inside or words in kept:
                lines[n] = Line(start, end, n + 1, "kept", role)
            else:
                lines[n] = Line(start, end, n + 1, "removed", "furniture", LEFT_OUT)
    return Cleaned(tuple(lines), head.title, head.published, head.source, head.byline, tuple(head.via))
