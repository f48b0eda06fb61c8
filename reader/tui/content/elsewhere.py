"""The counterparts of a passage, source by source: a strip below the text, or a column beside it."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model import Article, Comparison, Link, Passage
from reader.tui.content.pieces import BLANK, Piece, Row, clip, fit, marked, pad, row_width, shown, wrap
from reader.tui.content.understood import amount, differing_figures

_VERDICT = {"differ": "≠", "compatible": "≈", "agree": "="}
_NAME = 16
_GRADE = 7


@dataclass(frozen=True, slots=True)
class Counterpart:
    """What one other source has of the passage: its number in the story and its best links (none: nothing)."""

    number: int
    article: Article
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the pane, and the counterpart a click on it goes to."""

    row: Row
    target: Counterpart | None = None


def sources(comparison: Comparison, passage: Passage, article: Article) -> list[Counterpart]:
    """Every other source of the story, those that have the passage first, best first."""
    links = comparison.counterparts(passage.id)
    found = [
        Counterpart(number, other.article, links.get(other.article.id, ()))
        for number, other in enumerate(comparison.analyses, 1)
        if other.article.id != article.id
    ]
    return sorted(found, key=lambda c: (-c.links[0].score if c.links else 1.0, c.number))


def headline(found: list[Counterpart], comparison: Comparison, passage: Passage) -> list[Piece]:
    """The one line that says it all: how many have the passage, and which figures differ."""
    have = [c for c in found if c.links]
    if passage.heading:
        return [("Elsewhere", "label"), (" · a heading, not compared", "quiet")]
    if not have:
        return [("Elsewhere", "label"), (f" · no counterpart in {_others(len(found))}", "quiet")]
    line: list[Piece] = [("Elsewhere", "label"), (f" · {len(have)} of {len(found)} have it", "")]
    for counterpart in have:
        for ours, theirs, verdict in differing_figures(comparison, counterpart.links[0], passage.id):
            if verdict == "differ":
                return [*line, (f" · {amount(ours)} ≠ {amount(theirs)}", "differs")]
    return line


def _others(count: int) -> str:
    return "the other source" if count == 1 else f"the {count} other sources"


def strip(comparison: Comparison, passage: Passage, article: Article, width: int, height: int) -> list[Line]:
    """The pane below the text: at most ``height`` rows, the first its rule; one row if nothing corresponds."""
    found = sources(comparison, passage, article)
    have = [c for c in found if c.links]
    lines = [Line(rule(headline(found, comparison, passage), width))]
    if not have or height < 2:
        return lines
    without = [c for c in found if not c.links]
    room = height - 1 - bool(without)
    explained = max(0, min(len(have), room - len(have)))
    for n, counterpart in enumerate(have[: max(room, 1)]):
        lines.append(Line(_one_row(comparison, passage, counterpart, width), counterpart))
        if n < explained:
            lines.append(Line(_reasons_row(counterpart, width), counterpart))
    if without and len(lines) < height:
        names = "  ".join(f"{c.number} {shown(c.article.outlet)}" for c in without)
        lines.append(Line(fit(((f" {names}", "quiet"), ("   none", "quiet")), width)))
    return lines[:height]


def column(comparison: Comparison, passage: Passage, article: Article, width: int, height: int) -> list[Line]:
    """The pane beside the text: each counterpart whole, its neighbours dimmed if there is room."""
    found = sources(comparison, passage, article)
    lines = [Line(fit(((" ", ""), *headline(found, comparison, passage)), width)), Line(BLANK)]
    have = [c for c in found if c.links]
    for context in (1, 0):
        body = [line for c in have for line in _in_full(comparison, passage, c, width, context)]
        if len(body) <= height - 3:
            break
    lines += body
    for c in found:
        if not c.links and have:
            lines.append(Line(fit(((f" {c.number} {shown(c.article.outlet)}  none", "quiet"),), width)))
    return lines[:height]


def rule(title: list[Piece], width: int) -> Row:
    """A rule across the screen that carries a title."""
    head = fit((("──", "rule"), *title, (" ", "")), width)
    return (*head, ("─" * (width - row_width(head)), "rule"))


def _verdicts(comparison: Comparison, passage: Passage, link: Link) -> list[Piece]:
    pairs = differing_figures(comparison, link, passage.id)
    pairs.sort(key=lambda p: ("differ", "compatible", "agree").index(p[2]))
    if pairs:
        _, theirs, verdict = pairs[0]
        return [(f" {_VERDICT[verdict]} {amount(theirs)}", "differs" if verdict == "differ" else "quiet")]
    return [(" ≠", "differs")] if link.differs else []


def _one_row(comparison: Comparison, passage: Passage, counterpart: Counterpart, width: int) -> Row:
    link = counterpart.links[0]
    there = comparison.passage(link.other(passage.id))
    name = min(_NAME, max(6, width // 5))
    head: list[Piece] = [
        (f" {counterpart.number} ", "key"),
        (pad(shown(counterpart.article.outlet), name), "source"),
        (" " + pad(link.grade, _GRADE), link.grade),
    ]
    tail = fit(_verdicts(comparison, passage, link), width // 3)
    room = width - row_width(tuple(head)) - row_width(tail) - 1
    words = _excerpt(there, link, passage, room)
    gap = room - row_width(words)
    return fit((*head, *words, (" " * max(gap, 0), ""), *tail), width)


def _excerpt(there: Passage, link: Link, passage: Passage, room: int) -> Row:
    """The stretch of the counterpart that holds most of the shared words, with ellipses where it is cut."""
    text = shown(there.text)
    marks = [(s.start - there.start, s.end - there.start, "shared") for s in link.shared(link.other(passage.id))]
    start = 0
    if len(text) > room > 4 and marks:
        starts = [0, *(max(0, a - 2) for a, _, _ in marks)]
        start = max(starts, key=lambda s: (sum(a >= s and b <= s + room - 2 for a, b, _ in marks), -s))
        if start:
            start = text.rfind(" ", 0, start + 1) + 1
    words = marked(text, start, len(text), marks)
    return fit(((("…", "quiet") if start else ("", "")), *words), room)


def _reasons_row(counterpart: Counterpart, width: int) -> Row:
    name = min(_NAME, max(6, width // 5))
    indent = 3 + name + 1 + _GRADE
    reasons = "; ".join(shown(reason) for reason in counterpart.links[0].reasons)
    return fit(((" " * indent, ""), (reasons, "quiet")), width)


def _in_full(comparison: Comparison, passage: Passage, c: Counterpart, width: int, context: int) -> list[Line]:
    link = c.links[0]
    there = comparison.passage(link.other(passage.id))
    more = f" +{len(c.links) - 1}" if len(c.links) > 1 else ""
    title: list[Piece] = [
        (f" {c.number} ", "key"),
        (shown(c.article.outlet), "source"),
        (f"  {link.grade}", link.grade),
    ]
    lines = [Line(fit((*title, (more, "quiet"), *_verdicts(comparison, passage, link)), width), c)]
    neighbours = comparison.analysis_of(there.id).passages
    at = neighbours.index(there)
    room = width - 4
    if context and at:
        lines.append(
            Line((("   ", ""), (clip("… " + _tail(shown(neighbours[at - 1].text), room - 2), room), "quiet")), c)
        )
    marks = [(s.start - there.start, s.end - there.start, "shared") for s in link.shared(there.id)]
    text = shown(there.text)
    lines += [Line((("   ", ""), *marked(text, a, b, marks)), c) for a, b in wrap(text, room)]
    if context and at + 1 < len(neighbours):
        lines.append(Line((("   ", ""), (clip(shown(neighbours[at + 1].text), room), "quiet")), c))
    reasons = "; ".join(shown(reason) for reason in link.reasons)
    lines += [Line((("   ", ""), (reasons[a:b], "reason")), c) for a, b in wrap(reasons, room)]
    return [*lines, Line(BLANK)]


def _tail(text: str, width: int) -> str:
    return text if len(text) <= width else text[text.find(" ", len(text) - width) + 1 :]
