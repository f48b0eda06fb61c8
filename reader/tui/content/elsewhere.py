"""The counterparts of a passage laid out, source by source: a strip below the text, or a column beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from reader.model import Article, Comparison, Passage
from reader.tui.content.counterparts import Counterpart, Quoted, graded, quoted, reprints, sources
from reader.tui.content.pieces import BLANK, Piece, Row, clip, ends, fit, marked, pad, row_width, shown, wrap
from reader.tui.content.understood import amount, differing_figures

_NAME = 16
_GRADE = 7
_REASONS = 2  # rows of reasons at most


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the pane, and the counterpart a click on it goes to."""

    row: Row
    target: Counterpart | None = None


def headline(found: list[Counterpart], comparison: Comparison, passage: Passage) -> list[Piece]:
    """The one line that says it all: how many have the passage, and which figures differ.

    As in the gutter, a source with nothing but a weak link does not count as having it.
    """
    linked = [c for c in found if c.links]
    have = [c for c in linked if c.links[0].grade != "weak"]
    if passage.heading:
        return [("Elsewhere", "label"), (" · a heading, not compared", "quiet")]
    if not linked:
        if against := _contradicted(found):  # with both, the figures would be cut at 80 columns
            return [("Elsewhere", "label"), (" · no counterpart", "quiet"), *against]
        return [("Elsewhere", "label"), (f" · no counterpart in {_others(len(found))}", "quiet")]
    line: list[Piece] = [("Elsewhere", "label"), (f" · {len(have) or 'none'} of {len(found)} have it", "")]
    if perhaps := len(linked) - len(have):
        line.append((f", {perhaps} perhaps", "quiet"))
    for counterpart in linked:
        for ours, theirs, verdict in differing_figures(comparison, counterpart.links[0], passage.id):
            if verdict == "differ":
                return [*line, (f" · {amount(ours)} ≠ {amount(theirs)}", "differs")]
    return [*line, *_contradicted(found)]


def _contradicted(found: list[Counterpart]) -> list[Piece]:
    """A figure of a source that the passage may have no link to, in one row of the board with a figure of it."""
    for rival in (c.rival for c in found if c.rival):
        return [(f" · {amount(rival.ours)} ≠ {amount(rival.theirs)}", "differs")]
    return []


def waiting(told: str, beside: bool, width: int, height: int) -> list[Line]:
    """What stands there while there is nothing to show."""
    title: list[Piece] = [("Elsewhere", "label"), (f" · {told}", "quiet")]
    return _wrapped(title, width) if beside else [Line(rule(title, width))]


def head_of(lines: Sequence[Line], beside: bool, height: int) -> list[Line]:
    """The headline alone; below the text the rows of the rest stay where they are, blank."""
    if beside:
        return list(takewhile(lambda line: line.row != BLANK, lines))
    return [*lines[:1], *[Line(BLANK)] * (height - 1)]


def steady(lines: Sequence[Line], height: int) -> list[Line]:
    """The rows, as many as there may be, so that the text below which they stand does not move."""
    return [*lines, *[Line(BLANK)] * (height - len(lines))]


def _others(count: int) -> str:
    return "the other report" if count == 1 else f"the {count} other reports"


def strip(comparison: Comparison, passage: Passage, article: Article, width: int, height: int) -> list[Line]:
    """The pane below the text: at most ``height`` rows, the first its rule; one row if nothing corresponds."""
    found = sources(comparison, passage, article)
    have = [c for c in found if c.leads]
    lines = [Line(rule(headline(found, comparison, passage), width))]
    if not have or height < 2:
        return lines
    without = [c for c in found if not c.leads]
    crowded = len(have) + bool(without) > height - 1 and height > 2
    room = max(height - 1 - bool(without or crowded), 1)
    have, more = have[:room], have[room:]
    same = reprints(comparison, passage, have)
    left, whole = room - len(same), len(have) - len(same)
    for c in have:
        if c.number in same:
            lines.append(Line(fit((*_head(c, width), (same[c.number], "quiet")), width), c))
            continue
        share = min(-(-left // whole), 3)  # the best come first, with the larger share
        rows = _in_rows(comparison, passage, c, width, share)
        lines += [Line(row, c) for row in rows]
        left, whole = left - len(rows), whole - 1
    if more and crowded:
        told = "  ".join(f"{c.number} {clip(shown(c.article.outlet), _NAME)} {graded(c)[0]}" for c in more)
        none = f" · none in {len(without)} other{'s' * (len(without) > 1)}" if without else ""
        lines[height - 1 :] = [Line(fit(((f" {told}{none}", "quiet"),), width), more[0])]
    elif without and len(lines) < height:
        names = "  ".join(f"{c.number} {clip(shown(c.article.outlet), _NAME)}" for c in without)
        lines.append(Line((*fit(((f" {names}", "quiet"),), width - 8), ("   none", "quiet"))))
    return lines[:height]


def column(comparison: Comparison, passage: Passage, article: Article, width: int, height: int) -> list[Line]:
    """The pane beside the text: each counterpart whole, its neighbours dimmed if there is room."""
    found = sources(comparison, passage, article)
    lines = [*_wrapped(headline(found, comparison, passage), width), Line(BLANK)]
    have = [c for c in found if c.leads]
    room = height - len(lines) - (len(found) - len(have))
    same = reprints(comparison, passage, have)
    for context, rows in ((1, 99), (0, 99), (0, max(room // max(len(have) - len(same), 1) - 4, 2))):
        body = []
        for c in have:
            body += _in_full(comparison, passage, c, width, context, rows, same.get(c.number, ""))
        if len(body) <= room:
            break
    lines += body
    for c in found:
        if not c.leads and have:
            lines.append(Line(fit(((f" {c.number} {shown(c.article.outlet)}  none", "quiet"),), width)))
    return lines[:height]


def _wrapped(title: list[Piece], width: int) -> list[Line]:
    """The headline in as many rows as it needs, each part in its role."""
    text = "".join(words for words, _ in title)
    marks, at = [], 0
    for words, role in title:
        marks.append((at, at + len(words), role))
        at += len(words)
    return [Line(((" ", ""), *marked(text, a, b, marks))) for a, b in wrap(text, width - 2)]


def rule(title: list[Piece], width: int) -> Row:
    """A rule across the screen that carries a title; it goes on at one of few columns, so that little of it moves."""
    head = fit((("──", "rule"), *title, (" ", "")), width)
    stop = next(column for column in (width // 2, width * 3 // 4, width) if column >= row_width(head))
    return (*head, (" " * (stop - row_width(head)), ""), ("─" * (width - stop), "rule"))


def _head(c: Counterpart, width: int) -> list[Piece]:
    """Its number, source and grade."""
    grade, role = graded(c)
    outlet = pad(shown(c.article.outlet), min(_NAME, max(6, width // 5)))
    return [(f" {c.number} ", "key"), (outlet, "source"), (" " + pad(grade, _GRADE), role)]


def _in_rows(comparison: Comparison, passage: Passage, counterpart: Counterpart, width: int, rows: int) -> list[Row]:
    """One counterpart in that many rows: its words after its name, or below it, and then the reasons after the name."""
    seen = quoted(comparison, passage, counterpart)
    head = _head(counterpart, width)
    tail = fit(seen.verdicts, width // 3)
    if rows == 1:
        room = width - row_width(tuple(head)) - row_width(tail) - 1
        return [ends([*head, *_excerpt(seen, room)], [*tail, (" ", "")], width)]
    title = ends([*head, (seen.reasons, "reason")], [*tail, (" ", "")], width)
    text = shown(seen.there.text)
    places = wrap(text, width - 4)
    if len(places) < rows:
        return [title, *((("   ", ""), *marked(text, a, b, seen.marks)) for a, b in places)]
    whole = places[: rows - 2]
    last = _excerpt(seen, width - 4, whole[-1][1] + 1 if whole else None)
    return [title, *((("   ", ""), *marked(text, a, b, seen.marks)) for a, b in whole), (("   ", ""), *last)]


def _excerpt(seen: Quoted, room: int, start: int | None = None) -> Row:
    """The stretch of the counterpart that holds most of the words marked, with ellipses where it is cut.

    With ``start`` it begins there, as the row above ends there.
    """
    text, marks = shown(seen.there.text), seen.marks
    cut = start is None
    start = start or 0
    if cut and len(text) > room > 4 and marks:
        telling = [(a, b) for a, b, role in marks if role != "aside"]
        starts = [0, *(max(0, a - 2) for a, _ in telling)]
        start = max(starts, key=lambda s: (sum(a >= s and b <= s + room - 2 for a, b in telling), -s))
        if start:
            start = text.rfind(" ", 0, start + 1) + 1
    words = marked(text, start, len(text), marks)
    return fit(((("…", "quiet") if start and cut else ("", "")), *words), room)


def _in_full(
    comparison: Comparison, passage: Passage, c: Counterpart, width: int, context: int, rows: int, told: str
) -> list[Line]:
    """One counterpart in at most so many rows of its own words, and two of reasons; a neighbour of it at either side.

    Longer ones would push the next source out of sight. What is ``told`` instead of its words stands alone.
    """
    seen = quoted(comparison, passage, c)
    there, (grade, role) = seen.there, graded(c)
    more = f" +{len(c.links) - 1}" if len(c.links) > 1 else ""
    title: list[Piece] = [
        (f" {c.number} ", "key"),
        (clip(shown(c.article.outlet), width - 14), "source"),
        (f"  {grade}", role),
    ]
    tail = fit([(more, "quiet"), *seen.verdicts], width // 2)
    lines = [Line((*fit(title, width - row_width(tail)), *tail), c)]
    if told:
        return [*lines, Line((("   ", ""), (told, "quiet")), c), Line(BLANK)]
    neighbours = comparison.analysis_of(there.id).passages
    at = neighbours.index(there)
    room = width - 4
    if context and at:
        lines.append(
            Line((("   ", ""), (clip("… " + _tail(shown(neighbours[at - 1].text), room - 2), room), "quiet")), c)
        )
    text, marks = shown(there.text), seen.marks
    places = wrap(text, room)
    lines += [Line((("   ", ""), *marked(text, a, b, marks)), c) for a, b in places[:rows]]
    if len(places) > rows:
        a = places[rows - 1][0]
        lines[-1] = Line((("   ", ""), *fit((*marked(text, a, a + room, marks), ("…", "quiet")), room)), c)
    if context and at + 1 < len(neighbours):
        lines.append(Line((("   ", ""), (clip(shown(neighbours[at + 1].text), room), "quiet")), c))
    reasons = seen.reasons
    parts = wrap(reasons, room)
    lines += [Line((("   ", ""), (reasons[a:b], "reason")), c) for a, b in parts[: _REASONS - 1]]
    if len(parts) >= _REASONS:
        lines.append(Line((("   ", ""), (clip(reasons[parts[_REASONS - 1][0] :], room), "reason")), c))
    return [*lines, Line(BLANK)]


def _tail(text: str, width: int) -> str:
    return text if len(text) <= width else text[text.find(" ", len(text) - width) + 1 :]
