"""The notebook: a row for each pin, and the pin at the cursor in full."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from reader.tui.content.pieces import Piece, Row, clip, ends, fit, pad, row_width, shown, wrap
from reader.tui.content.understood import day

if TYPE_CHECKING:
    from reader.library.notebook import Pin

_OUTLET = 16  # cells
_STORY = 24

GONE = "its words are not there any more"


def pin_row(pin: Pin, story: str | None, here: bool, width: int) -> Row:
    """One pin: who, the note or else the words, and the day it was pinned, or its story if ``story`` is given."""
    left: list[Piece] = [("▌" if here else " ", "bar"), (" ", "")]
    left.append((pad(shown(pin.source) or "no source", _OUTLET), "quiet"))
    left.append(("  ", ""))
    if pin.note:
        left += [(shown(pin.note), "label"), ("  ", "")]
    left.append((f"“{shown(pin.words)}”", "quiet" if pin.note else ""))
    right = clip(shown(story), _STORY) if story is not None else pinned(pin)
    return ends(left, [(f"{right} ", "quiet")] if width >= 60 else [], width)


def pinned(pin: Pin) -> str:
    """The day on which it was pinned, by this clock."""
    try:
        return day(datetime.fromisoformat(pin.made).astimezone().date())
    except ValueError:
        return ""


def pin_rows(pin: Pin | None, gone: bool, width: int, height: int) -> list[Row]:
    """The pin in full: source, words, note; what is too long for the rows ends in an ellipsis."""
    if pin is None:
        return [(("─" * width, "rule"),)]
    title: list[Piece] = [("──", "rule"), (shown(pin.source) or "no source", "label")]
    title += [(f" · {shown(pin.title)}" if pin.title else "", "quiet"), (f" · {_published(pin)} ", "quiet")]
    right: list[Piece] = [(f" {GONE} ", "differs"), ("──", "rule")] if gone else []
    head = fit(title, width - row_width(tuple(right)))
    rows: list[Row] = [(*head, ("─" * (width - row_width(head) - row_width(tuple(right))), "rule"), *right)]
    room = min(width - 4, 100)
    note = [line for part in pin.note.splitlines() for line in _lines(part, room)]
    space = max(height - 1 - min(len(note), max(height // 2 - 1, 1) if note else 0), 1)
    rows += [(("▌ ", "rule"), (line, "")) for line in _at_most(_lines(pin.words, room), space)]
    rows += [(("  ", ""), (line, "label")) for line in _at_most(note, max(height - len(rows), 0))]
    return rows


def _published(pin: Pin) -> str:
    try:
        return day(date.fromisoformat(pin.published), True)
    except ValueError:
        return "no date"


def _lines(text: str, width: int) -> list[str]:
    text = shown(text)
    return [text[start:end] for start, end in wrap(text, width)]


def _at_most(lines: list[str], count: int) -> list[str]:
    return lines if len(lines) <= count else [*lines[: count - 1], f"{lines[count - 1]} …"] if count else []


def notebook_title(count: int, by_story: bool, width: int) -> Row:
    """How many pins there are, and how they are ordered."""
    told = "1 passage" if count == 1 else f"{count:,} passages"
    order = "by story" if by_story else "newest first"
    return ends([(" ", ""), ("Notebook", "title"), (f" · {told}", "quiet")], [(f"{order} ", "quiet")], width)


def empty_row(found: bool, key: str, width: int) -> Row:
    """What stands there in place of pins: that there are none, or that the filter leaves none."""
    told = "nothing pinned has these words" if found else f"nothing pinned yet: {key} in a text pins its passage"
    return fit((("   ", ""), (told, "quiet")), width)
