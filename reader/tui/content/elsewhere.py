"""The counterparts of a passage, source by source: a strip below the text, or a column beside it."""

from __future__ import annotations

from dataclasses import dataclass

from reader.comparison.decided import CONFIRMED
from reader.model import Article, Comparison, Link, Passage
from reader.tui.content.pieces import BLANK, Piece, Row, clip, ends, fit, marked, pad, row_width, shown, wrap
from reader.tui.content.understood import amount, contradicted, differing_figures

_VERDICT = {"differ": "≠", "compatible": "≈", "agree": "="}
_NAME = 16
_GRADE = 7
_REASONS = 2  # rows of reasons at most


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
    """The one line that says it all: how many have the passage, and which figures differ.

    As in the gutter, a source with nothing but a weak link does not count as having it.
    """
    linked = [c for c in found if c.links]
    have = [c for c in linked if c.links[0].grade != "weak"]
    if passage.heading:
        return [("Elsewhere", "label"), (" · a heading, not compared", "quiet")]
    if not linked:
        told = f" · no counterpart in {_others(len(found))}"
        return [("Elsewhere", "label"), (told, "quiet"), *_contradicted(comparison, passage)]
    line: list[Piece] = [("Elsewhere", "label"), (f" · {len(have) or 'none'} of {len(found)} have it", "")]
    if perhaps := len(linked) - len(have):
        line.append((f", {perhaps} perhaps", "quiet"))
    for counterpart in linked:
        for ours, theirs, verdict in differing_figures(comparison, counterpart.links[0], passage.id):
            if verdict == "differ":
                return [*line, (f" · {amount(ours)} ≠ {amount(theirs)}", "differs")]
    return [*line, *_contradicted(comparison, passage)]


def _contradicted(comparison: Comparison, passage: Passage) -> list[Piece]:
    """A figure of a source that the passage has no link to, in one row of the board with a figure of the passage."""
    for ours, theirs, article in contradicted(comparison, passage):
        name = clip(shown(article.outlet), _NAME)
        return [(f" · {amount(ours)} ≠ {amount(theirs)}", "differs"), (f" in {name}", "quiet")]
    return []


def waiting(told: str, beside: bool, width: int, height: int) -> list[Line]:
    """What stands there while there is nothing to show."""
    title: list[Piece] = [("Elsewhere", "label"), (f" · {told}", "quiet")]
    return _wrapped(title, width) if beside else [Line(rule(title, width))]


def graded(link: Link) -> str:
    """How far the link may be trusted, or that the reader confirmed it."""
    return "✓ yours" if CONFIRMED in link.reasons else link.grade


def _others(count: int) -> str:
    return "the other report" if count == 1 else f"the {count} other reports"


def strip(comparison: Comparison, passage: Passage, article: Article, width: int, height: int) -> list[Line]:
    """The pane below the text: at most ``height`` rows, the first its rule; one row if nothing corresponds."""
    found = sources(comparison, passage, article)
    have = [c for c in found if c.links]
    lines = [Line(rule(headline(found, comparison, passage), width))]
    if not have or height < 2:
        return lines
    without = [c for c in found if not c.links]
    room = max(height - 1 - bool(without), 1)
    have = have[:room]
    for n, counterpart in enumerate(have):
        share = min(-(-(room - len(lines) + 1) // (len(have) - n)), 3)  # the best come first, with the larger share
        lines += [Line(row, counterpart) for row in _in_rows(comparison, passage, counterpart, width, share)]
    if without and len(lines) < height:
        names = "  ".join(f"{c.number} {clip(shown(c.article.outlet), _NAME)}" for c in without)
        lines.append(Line((*fit(((f" {names}", "quiet"),), width - 8), ("   none", "quiet"))))
    return lines[:height]


def column(comparison: Comparison, passage: Passage, article: Article, width: int, height: int) -> list[Line]:
    """The pane beside the text: each counterpart whole, its neighbours dimmed if there is room."""
    found = sources(comparison, passage, article)
    lines = [*_wrapped(headline(found, comparison, passage), width), Line(BLANK)]
    have = [c for c in found if c.links]
    room = height - len(lines) - (len(found) - len(have))
    for context, rows in ((1, 99), (0, 99), (0, max(room // max(len(have), 1) - 4, 2))):
        body = [line for c in have for line in _in_full(comparison, passage, c, width, context, rows)]
        if len(body) <= room:
            break
    lines += body
    for c in found:
        if not c.links and have:
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


def _in_rows(comparison: Comparison, passage: Passage, counterpart: Counterpart, width: int, rows: int) -> list[Row]:
    """One counterpart in that many rows: its words after its name, or below it, and then the reasons after the name."""
    link = counterpart.links[0]
    there = comparison.passage(link.other(passage.id))
    name = min(_NAME, max(6, width // 5))
    head: list[Piece] = [
        (f" {counterpart.number} ", "key"),
        (pad(shown(counterpart.article.outlet), name), "source"),
        (" " + pad(graded(link), _GRADE), link.grade),
    ]
    tail = _verdicts(comparison, passage, link)
    if rows == 1:
        room = width - row_width(tuple(head)) - row_width(fit(tail, width // 3)) - 1
        return [ends([*head, *_excerpt(there, link, room)], [*fit(tail, width // 3), (" ", "")], width)]
    reasons = "; ".join(shown(reason) for reason in link.reasons)
    title = ends([*head, (reasons, "reason")], [*fit(tail, width // 3), (" ", "")], width)
    text, marks = shown(there.text), _shared(there, link)
    places = wrap(text, width - 4)
    if len(places) < rows:
        return [title, *((("   ", ""), *marked(text, a, b, marks)) for a, b in places)]
    whole = places[: rows - 2]
    start = whole[-1][1] + 1 if whole else 0
    last = _excerpt(there, link, width - 4, start) if whole else _excerpt(there, link, width - 4)
    return [title, *((("   ", ""), *marked(text, a, b, marks)) for a, b in whole), (("   ", ""), *last)]


def _shared(there: Passage, link: Link) -> list[tuple[int, int, str]]:
    """Where the shared words stand in the words of the counterpart."""
    return [(s.start - there.start, s.end - there.start, "shared") for s in link.shared(there.id)]


def _excerpt(there: Passage, link: Link, room: int, start: int | None = None) -> Row:
    """The stretch of the counterpart that holds most of the shared words, with ellipses where it is cut.

    With ``start`` it begins there, as the row above ends there.
    """
    text, marks = shown(there.text), _shared(there, link)
    cut = start is None
    start = start or 0
    if cut and len(text) > room > 4 and marks:
        starts = [0, *(max(0, a - 2) for a, _, _ in marks)]
        start = max(starts, key=lambda s: (sum(a >= s and b <= s + room - 2 for a, b, _ in marks), -s))
        if start:
            start = text.rfind(" ", 0, start + 1) + 1
    words = marked(text, start, len(text), marks)
    return fit(((("…", "quiet") if start and cut else ("", "")), *words), room)


def _in_full(
    comparison: Comparison, passage: Passage, c: Counterpart, width: int, context: int, rows: int
) -> list[Line]:
    """One counterpart in at most so many rows of its own words, and two of reasons; a neighbour of it at either side.

    Longer ones would push the next source out of sight.
    """
    link = c.links[0]
    there = comparison.passage(link.other(passage.id))
    more = f" +{len(c.links) - 1}" if len(c.links) > 1 else ""
    title: list[Piece] = [
        (f" {c.number} ", "key"),
        (clip(shown(c.article.outlet), width - 14), "source"),
        (f"  {graded(link)}", link.grade),
    ]
    tail = fit([(more, "quiet"), *_verdicts(comparison, passage, link)], width // 2)
    lines = [Line((*fit(title, width - row_width(tail)), *tail), c)]
    neighbours = comparison.analysis_of(there.id).passages
    at = neighbours.index(there)
    room = width - 4
    if context and at:
        lines.append(
            Line((("   ", ""), (clip("… " + _tail(shown(neighbours[at - 1].text), room - 2), room), "quiet")), c)
        )
    text, marks = shown(there.text), _shared(there, link)
    places = wrap(text, room)
    lines += [Line((("   ", ""), *marked(text, a, b, marks)), c) for a, b in places[:rows]]
    if len(places) > rows:
        a = places[rows - 1][0]
        lines[-1] = Line((("   ", ""), *fit((*marked(text, a, a + room, marks), ("…", "quiet")), room)), c)
    if context and at + 1 < len(neighbours):
        lines.append(Line((("   ", ""), (clip(shown(neighbours[at + 1].text), room), "quiet")), c))
    reasons = "; ".join(shown(reason) for reason in link.reasons)
    told = wrap(reasons, room)
    lines += [Line((("   ", ""), (reasons[a:b], "reason")), c) for a, b in told[: _REASONS - 1]]
    if len(told) >= _REASONS:
        lines.append(Line((("   ", ""), (clip(reasons[told[_REASONS - 1][0] :], room), "reason")), c))
    return [*lines, Line(BLANK)]


def _tail(text: str, width: int) -> str:
    return text if len(text) <= width else text[text.find(" ", len(text) - width) + 1 :]
