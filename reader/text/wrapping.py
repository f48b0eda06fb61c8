"""Text broken into lines of a fixed width, as in mail and on wires, told from text with one paragraph a line."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

_NARROWEST, _WIDEST = 40, 120
"""A wrapped text is at least and at most this wide, in characters."""
_PAIRS = 3
"""Fewer breaks than this prove nothing."""
_FULL = 0.75
"""The share of breaks that must stand where the next word no longer fitted."""
_ENDS = tuple(".!?:;…\"'”’»)")


def wrap_width(blocks: Iterable[Sequence[str]]) -> int | None:
    """The width that the text was wrapped to, or ``None`` where its line breaks are its own.

    A block is a run of lines with no blank line between them. Wrapping breaks a line only where the next word would
    not have fitted any more; that holds for hardly any line of a text that was not wrapped, so long as most
    lines do not end a sentence.
    """
    runs = list(blocks)
    if sum(len(block) - 1 for block in runs if block) < _PAIRS:
        return None
    widths = sorted(len(line.rstrip()) for block in runs for line in block)
    width = widths[-1 - len(widths) // 20]  # one line in twenty may be longer: an address that could not be broken
    if not _NARROWEST <= width <= _WIDEST:
        return None
    pairs = [(one.rstrip(), two) for block in runs for one, two in itertools.pairwise(block)]
    if sum(one.endswith(_ENDS) for one, _ in pairs) > len(pairs) / 2:
        return None
    return width if sum(_is_full(one, two, width) for one, two in pairs) >= _FULL * len(pairs) else None


def joined(block: Sequence[str], width: int | None) -> list[range]:
    """Which lines of the block make up each of its paragraphs.

    Without a width each line is a paragraph. With one, a paragraph ends where a line ends a sentence although the next
    word would still have fitted, and where the next line is indented.
    """
    if not block:
        return []
    starts = [0]
    for place in range(1, len(block)):
        one, two = block[place - 1].rstrip(), block[place]
        short = width is None or (one.endswith(_ENDS) and not _is_full(one, two, width))
        if short or _indent(two) > _indent(block[place - 1]) + 1:
            starts.append(place)
    return [range(*ends) for ends in zip(starts, [*starts[1:], len(block)], strict=True)]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the following line would not have fitted on the line."""
    words = following[:width].split(None, 1)
    return len(line) + 1 + (len(words[0]) if words else 0) > width
