"""Which lines of a text are the article, and what else they tell."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reader.intake import rules
from reader.intake.header import Head, read_head
from reader.intake.lines import Row, fold, rows, split
from reader.intake.segment import best_segment
from reader.model import Cleaned, Line, State

Verdict = tuple[State, str, str]
"""What becomes of a row: its state, its role, the reason."""


def clean(text: str, keep: Collection[str] = (), drop: Collection[str] = (), learned: Collection[str] = ()) -> Cleaned:
    """Read the text line by line: what is body, what is not and why, and which lines are title, date or source.

    ``keep`` and ``drop`` hold lines (blanks folded) that the reader wants kept or dropped, whatever the rules say.
    ``learned`` holds lines that stand in other articles of the same source too: its furniture.
    """
    bounds = split(text)
    found = rows(text, bounds)
    verdicts, head = _judge(found, frozenset(learned))
    lines = [Line(start, end, number, "kept", "blank") for number, (start, end) in enumerate(bounds, 1)]
    hand = bool(keep or drop)
    kept, dropped = frozenset(keep), frozenset(drop)
    for row, (state, role, reason) in zip(found, verdicts, strict=True):
        for index in range(row.first, row.last + 1):
            start, end = bounds[index]
            line = Line(start, end, index + 1, state, role, reason)
            if hand:
                line = _by_hand(line, fold(text[start:end]), kept, dropped)
            lines[index] = line
    return Cleaned(tuple(lines), head.title, head.published, head.source, head.byline, tuple(head.via))


def _by_hand(line: Line, words: str, keep: frozenset[str], drop: frozenset[str]) -> Line:
    """The line as the reader wants it."""
    if words in drop:
        return Line(line.start, line.end, line.number, "removed", "furniture", "dropped by the reader")
    if words in keep:
        role = line.role if line.state != "removed" else "body"
        return Line(line.start, line.end, line.number, "kept", role, "")
    return line


def _judge(found: Sequence[Row], learned: frozenset[str]) -> tuple[list[Verdict], Head]:
    """A verdict for each row, and what the head gives."""
    out: dict[int, Verdict] = {}
    for index, row in enumerate(found):
        if row.text in learned:
            out[index] = ("removed", "furniture", "stands in other articles of this source")
        elif rule := rules.rule_for(row):
            out[index] = ("removed", rule.role, rule.reason)
    for index, reason in rules.sandwiches(found).items():
        out[index] = ("removed", "furniture", reason)
    for index, earlier in rules.repeats(found).items():
        if index not in out:
            number = found[earlier].first + 1
            out[index] = ("removed", "furniture", f"repeats line {number}")
        elif out[index][1] == "caption":
            out[index] = ("removed", "caption", f"caption: repeats line {found[earlier].first + 1}")
    start, end = best_segment([-1.5 if index in out else _gain(row) for index, row in enumerate(found)])
    body = [index for index in range(start, end) if index not in out and found[index].tokens >= 8]
    end = _cut(found, start, end)
    head = read_head(found, body, out)
    verdicts: list[Verdict] = []
    for index, row in enumerate(found):
        if index in head.roles:
            verdicts.append(("kept", head.roles[index], ""))
        elif index in out:
            verdicts.append(out[index])
        elif start <= index < end:
            verdicts.append(("kept", "body" if row.is_sentence or row.tokens > 12 else "subhead", ""))
        else:
            verdicts.append(("removed", "furniture", "above the text" if index < start else "below the text"))
    return verdicts, head


def _gain(row: Row) -> float:
    """What a row adds to the segment that holds it: its prose, less the cost of a line."""
    prose = row.tokens if row.is_sentence or row.tokens >= 18 else 0.25 * row.tokens
    return min(prose, 60) / 10 - 1.0


def _cut(found: Sequence[Row], start: int, end: int) -> int:
    """Where the text ends: at a heading of other stories, once most of its prose has passed."""
    total = sum(row.tokens for row in found[start:end])
    passed = 0
    for index in range(start, end):
        if passed > 0.6 * total and rules.is_end(found[index]):
            return index
        passed += found[index].tokens
    return end
