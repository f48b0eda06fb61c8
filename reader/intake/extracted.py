"""A page's text as its extraction judged it: which lines it chose, and what they are."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from reader.intake.cleaning import certain, clean
from reader.intake.lines import fold, rows, split
from reader.intake.rules import ruled
from reader.model import Cleaned, Line

LEFT_OUT = "left out: not part of the page's article"

_RANGES = re.compile(r"\d+(?:-\d+)?(?: \d+(?:-\d+)?)*/\d+\Z", re.ASCII)
_NAMED = frozenset({"title", "date", "byline", "source", "credit", "subhead"})
_ENDS = tuple(".!?…。؟۔।»”\"’'")  # a short line without one at its end is a heading
_HEADING = 12  # words
_LONGEST = 2000  # characters of a line that are compared


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
    text: str,
    body: Collection[int],
    title: str | None = None,
    keep: Collection[str] = (),
    drop: Collection[str] = (),
) -> Cleaned:
    """The text with the lines ``body`` (numbers from 1) kept and all others removed, but for the reader's own.

    ``title`` is what the page calls itself: the line that repeats it is the title's, not the text's. What else stands
    in the text (a date, a byline) is found as in any text.
    """
    cleaned = clean(text, keep, drop)
    known = fold(title or "").casefold()
    by_hand = frozenset(keep) | frozenset(drop)
    found = rows(text, split(text))
    furniture = {
        number: (role, reason)
        for index, (_, role, reason) in certain(found, ruled(found)).items()
        for number in range(found[index].first + 1, found[index].last + 2)
    }

    def judge(line: Line) -> Line:
        words = fold(line.of(text)[:_LONGEST])
        if line.role == "blank" or words in by_hand:
            return line
        if known and words.casefold() == known:
            return replace(line, state="kept", role="title", reason="")
        if line.number not in body:
            return replace(line, state="removed", role="furniture", reason=LEFT_OUT)
        if line.number in furniture:
            role, reason = furniture[line.number]
            return replace(line, state="removed", role=role, reason=reason)
        if line.role in _NAMED:
            return replace(line, state="kept", reason="")
        heading = not words.endswith(_ENDS) and words.count(" ") < _HEADING
        return replace(line, state="kept", role="subhead" if heading else "body", reason="")

    return replace(cleaned, lines=tuple(map(judge, cleaned.lines)))
