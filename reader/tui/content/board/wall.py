"""Below the rows where there is room: the sentences of all cells of the row at the cursor, one under the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.model import Span
from reader.tui.content.board.cells import SHORT, Cell, Entry, Sources
from reader.tui.content.board.sentence import clip_start, headed, place_around
from reader.tui.content.pieces import Piece, Row, clip, marked, pad, shown, wrap

WIDE = 120
TALL = 34
"""Columns and rows of the pane from which a row has its sentences below it."""

LONGEST = 110
"""Columns of a line of text, at most."""


class Quoted(NamedTuple):
    """A place in an article: the sentence there, and the words of the cells that stand in it."""

    article: str
    start: int
    end: int
    words: tuple[tuple[Span, str], ...]
    here: bool


def height_below(width: int, height: int) -> int:
    """The rows of a pane that go to the sentences."""
    if height < 6:
        return 0
    return height // 3 if width >= WIDE and height >= TALL else max(2, min(height // 4, 6))


def wall(sources: Sources, entry: Entry, cell: Cell, place: int, width: int, height: int) -> list[Row] | None:
    """A rule with the source of the cell at the cursor, and every sentence of its row; ``None``: no room for all."""
    quoted = _quoted(sources, entry.cells, cell, place)
    if len(quoted) < 2 or len(quoted) > height - 1:
        return None
    room = min(width - SHORT - 6, LONGEST)
    texts = [shown(sources.article(one.article).text[one.start : one.end]) for one in quoted]
    lines = [wrap(text, room) for text in texts]
    rows = [headed(sources, cell, place, width)]
    around = sum(map(len, lines)) + 2 * len(quoted) < height
    for one, text, places, share in zip(quoted, texts, lines, _shares(lines, height - 1), strict=True):
        marks = [(s.start - one.start, s.end - one.start, role) for s, role in one.words]
        first = _first(places, marks, share)
        before, after = _neighbours(sources, one, room) if around else ((), ())
        rows += before
        for n, (a, b) in enumerate(places[first : first + share]):
            name = pad(sources.short[one.article], SHORT) if n == 0 else " " * SHORT
            end: list[Piece] = [(" …", "quiet")] if n == share - 1 and first + share < len(places) else []
            start: Piece = ("…" if n == 0 and first else " ", "quiet")
            bar: Piece = ("▌" if one.here else " ", "bar")
            rows.append((bar, (" ", ""), (name, "label"), (" ", ""), start, *marked(text, a, b, marks), *end))
        rows += after
    return rows + [((" ", ""),)] * (height - len(rows))


def _quoted(sources: Sources, cells: Sequence[Cell], at: Cell, place: int) -> list[Quoted]:
    """The sentences of some cells, each once, in the order of the cells; of the one at the cursor that in front."""
    found: dict[tuple[str, int, int], Quoted] = {}
    for cell in cells:
        span = cell.places[min(place, len(cell.places) - 1)] if cell is at else cell.places[0]
        start, end = place_around(sources.analyses[cell.article], span)
        whole = span.start <= start and end <= span.end
        words = (((span, "hit"),) if not whole else ()) + tuple((s, "differs") for s in cell.changed)
        key = cell.article, start, end
        old = found.get(key)
        found[key] = Quoted(*key, (*(old.words if old else ()), *words), cell is at or (old is not None and old.here))
    return list(found.values())


def _neighbours(sources: Sources, one: Quoted, room: int) -> tuple[Sequence[Row], Sequence[Row]]:
    """The end of the sentence before, and the beginning of the one after, dimmed; a line each, empty at either end."""
    passages = sources.analyses[one.article].passages
    at = next((n for n, passage in enumerate(passages) if passage.start == one.start), None)
    if at is None:
        return (), ()
    left: Piece = (" " * (SHORT + 4), "")
    before = clip_start(shown(passages[at - 1].text), room) if at else ""
    after = clip(shown(passages[at + 1].text), room) if at + 1 < len(passages) else ""
    return ((left, (before, "quiet")),), ((left, (after, "quiet")),)


def _shares(lines: Sequence[Sequence[object]], room: int) -> list[int]:
    """How many rows each sentence gets: one to begin with, then one each in turn as long as it has more."""
    shares = [1] * len(lines)
    while (free := room - sum(shares)) > 0:
        wanting = [n for n, one in enumerate(lines) if shares[n] < len(one)]
        if not wanting:
            break
        for n in wanting[:free]:
            shares[n] += 1
    return shares


def _first(places: Sequence[tuple[int, int]], marks: Sequence[tuple[int, int, str]], share: int) -> int:
    """The first line shown of a sentence, so that the first words marked in it are in sight."""
    at = marks[0][0] if marks else 0
    holds = next((n for n, (_, b) in enumerate(places) if at < b), 0)
    return max(0, min(holds, len(places) - share))
