"""Below the rows: the sentence of the cell at the cursor, its source and day, its neighbours if there is room."""

from __future__ import annotations

from reader.model import Analysis, Passage, Span
from reader.tui.content.board.cells import Cell, Sources
from reader.tui.content.pieces import Piece, Row, clip, ends, fit, marked, row_width, shown, wrap
from reader.tui.content.understood import published, understood


def passage_of(analysis: Analysis, span: Span) -> Passage | None:
    """The passage in which the words of a cell begin; ``None`` for words that cleaning keeps out of the passages."""
    return next((p for p in analysis.passages if p.start <= span.start < p.end), None)


def place_around(analysis: Analysis, span: Span) -> tuple[int, int]:
    """Where the sentence of some words begins and ends; the line they stand in, where they are in no passage."""
    if (passage := passage_of(analysis, span)) is not None:
        return passage.start, passage.end
    line = next((n for n in analysis.article.lines if n.start <= span.start <= n.end), None)
    return (line.start, line.end) if line else (span.start, span.end)


def headed(sources: Sources, cell: Cell, place: int, width: int) -> Row:
    """A rule with the source of a cell, its day, and where in the article the cell's words stand."""
    analysis = sources.analyses[cell.article]
    article = analysis.article
    span = cell.places[min(place, len(cell.places) - 1)]
    title: list[Piece] = [(shown(article.outlet), "label")]
    title.append((f" · {published(article) or 'no date'}", "quiet"))
    if (passage := passage_of(analysis, span)) is not None:
        at = analysis.passages.index(passage)
        title.append((f" · passage {at + 1} of {len(analysis.passages)}", "quiet"))
    elif line := next((n for n in article.lines if n.start <= span.start <= n.end), None):
        title.append((f" · line {line.number} of the original", "quiet"))
    many = [(f" place {place + 1} of {len(cell.places)} · e next ", "quiet")] if len(cell.places) > 1 else []
    return _rule(title, many, width)


def sentence(sources: Sources, cell: Cell | None, place: int, width: int, height: int) -> list[Row]:
    """A rule with the source, and the sentence below it, at most ``height`` rows."""
    if cell is None:
        return [_rule([], [], width)]
    analysis = sources.analyses[cell.article]
    span = cell.places[min(place, len(cell.places) - 1)]
    passage = passage_of(analysis, span)
    start, end = place_around(analysis, span)
    rows = [headed(sources, cell, place, width)]
    text = shown(analysis.article.text[start:end])
    whole = span.start <= start and end <= span.end
    spans = [(s, role) for s, role in ((span, "" if whole else "hit"), *((c, "differs") for c in cell.changed)) if role]
    marks = [(s.start - start, s.end - start, role) for s, role in spans]
    room = min(width - 4, 100)
    lines: list[Row] = [(("▌ ", "rule"), *marked(text, a, b, marks)) for a, b in wrap(text, room)]
    space = height - 1
    if len(lines) > space:
        lines = _around(lines, space, max(span.start - start, 0), wrap(text, room))
    elif passage is not None and len(lines) + 2 <= space:
        lines = _between(analysis, passage, lines, space, room)
    return rows + lines


def _around(lines: list[Row], space: int, at: int, places: tuple[tuple[int, int], ...]) -> list[Row]:
    """As many rows as there is room for, those with the words of the cell among them."""
    holds = next((n for n, (_, b) in enumerate(places) if at < b), 0)
    first = max(0, min(holds - space // 2, len(lines) - space))
    kept = lines[first : first + max(space, 0)]
    if first and kept:
        kept[0] = (("▌…", "rule"), *kept[0][1:])
    if first + space < len(lines) and kept:
        kept[-1] = (*kept[-1], (" …", "quiet"))
    return kept


def _between(analysis: Analysis, passage: Passage, lines: list[Row], space: int, room: int) -> list[Row]:
    """The sentence between the ends of its neighbours, dimmed."""
    at = analysis.passages.index(passage)
    found = list(lines)
    if at:
        found.insert(0, (("  ", ""), (clip_start(shown(analysis.passages[at - 1].text), room), "quiet")))
    if at + 1 < len(analysis.passages) and len(found) < space:
        found.append((("  ", ""), (clip(shown(analysis.passages[at + 1].text), room), "quiet")))
    return found


def clip_start(text: str, room: int) -> str:
    """The end of a text, from a whole word on, in at most so many columns."""
    tail = text if len(text) <= room else "… " + text[text.find(" ", len(text) - room + 2) + 1 :]
    return clip(tail, room)


def _rule(title: list[Piece], tail: list[Piece], width: int) -> Row:
    if not title:
        return (("─" * width, "rule"),)
    right = fit([*tail, ("──", "rule")], width // 2)
    head = fit([("──", "rule"), *title, (" ", "")], width - row_width(right))
    return (*head, ("─" * (width - row_width(head) - row_width(right)), "rule"), *right)


def told(sources: Sources, cell: Cell, place: int) -> list[Piece]:
    """What is known of a cell: its value, who says so, as of when; for a sentence what was understood of it."""
    analysis = sources.analyses[cell.article]
    passage = passage_of(analysis, cell.places[min(place, len(cell.places) - 1)])
    line = list(cell.told)
    if cell.role == "source" and passage is not None and (more := understood(analysis, passage)):
        line += [(" · ", "quiet"), *more] if line else more
    return line


def title_row(names: list[str], page: int, width: int) -> Row:
    """The pages of the board with their digits, the one in front in brackets."""
    row: list[Piece] = [(" ", "")]
    for n, name in enumerate(names):
        front = n == page
        row.append((f"[{name}]" if front else f" {name} ", "title" if front else "quiet"))
    used = row_width(tuple(row))
    if used <= width:
        return (*row, *_digits(width - used, len(names)))
    return fit((row[0], *row[page + 1 :], *row[1 : page + 1]), width)


def _digits(room: int, pages: int) -> Row:
    told = f"1–{pages} page"
    return ((told.rjust(room - 1), "quiet"),) if room > len(told) + 1 else ()


def head_row(told: str, title: str, sources: int, width: int) -> Row:
    """The story, how many sources it has, and what the page shows first."""
    left: list[Piece] = [(" ", ""), (shown(title), "label"), (f" · {sources} sources", "quiet")]
    right = fit([(told, "quiet"), (" ", "")], width * 3 // 4)
    return ends(left, right, width)
