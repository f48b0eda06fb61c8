"""Figures: what several sources count, differences first; look-alikes; and what one source alone counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from reader.comparison.measured import measured
from reader.model import Analysis, Figure, FigureRow, Moment, Span
from reader.tui.content.board.cells import Cell, Entry, Sources
from reader.tui.content.pieces import Piece, shown
from reader.tui.content.understood import SIGNS, moment_text, number

TAKEN = "-"
"""The sign of a figure that stands in a row no more."""

LIST = 4
"""So many figures of one sentence are a list, and stand in one row."""

_ORDER = ("differ", "compatible", "agree")


def figures(sources: Sources, source: str) -> tuple[Entry, ...]:
    """The rows of comparable figures, the look-alikes, a fold of figures that the reader took out, one of the rest."""
    comparison = sources.comparison
    known = {f.id: (a, f) for a in comparison.analyses for f in a.figures}

    def cells(ids: Iterable[str]) -> tuple[Cell, ...]:
        return sources.in_order(merged(figure_cell(*known[i]) for i in ids if i in known))

    made = [(row, cells(row.figures)) for row in comparison.figure_rows]
    made.sort(key=lambda pair: (_ORDER.index(pair[0].verdict), -sources.origins_of(pair[1])))
    lists = Counter(_stand(row, known) for row, _ in made if row.verdict == "agree")
    found: list[Entry] = []
    listed: dict[tuple[str, ...], list[Entry]] = {}
    for row, told_by in made:
        entry = Entry("values", shown(row.label), told_by, SIGNS[row.verdict], sources.origins_told(told_by))
        stand = _stand(row, known)
        if row.verdict == "agree" and lists[stand] >= LIST:
            listed.setdefault(stand, []).append(entry)
        else:
            found.append(entry)
    for rows in listed.values():
        label = f"one list in {sources.counted(cell.article for cell in rows[0].cells)}, figure by figure the same"
        found.append(Entry("heading", label, note=str(len(rows)), members=tuple(rows)))
    found += [Entry("values", shown(pair.why), cells(pair.figures), "!") for pair in comparison.look_alikes]
    if comparison.taken_out:
        out = [Entry("values", shown(one.label), cells([one.figure]), TAKEN) for one in comparison.taken_out]
        found.append(Entry("heading", "taken out of a row by you", note=str(len(out)), members=tuple(out)))
    told = {i for row in comparison.figure_rows for i in row.figures}
    alone = [entry for analysis in comparison.analyses for entry in _alone(analysis, told)]
    if alone:
        found.append(Entry("heading", "one source only", note=str(len(alone)), members=tuple(alone)))
    return tuple(entry for entry in found if entry.stops)


def _stand(row: FigureRow, known: Mapping[str, tuple[Analysis, Figure]]) -> tuple[str, ...]:
    """The passages in which the figures of a row stand."""
    return tuple(known[figure][1].passage for figure in row.figures if figure in known)


def _alone(analysis: Analysis, told: set[str]) -> list[Entry]:
    """The figures of one article that are in no row, the lists among them in one row each."""
    by_passage: dict[str, list[Figure]] = {}
    for figure in analysis.figures:
        if figure.id not in told:
            by_passage.setdefault(figure.passage, []).append(figure)
    found = []
    for group in by_passage.values():
        if len(group) >= LIST:
            cells = tuple(_listed(analysis, figure) for figure in group)
            found.append(Entry("values", f"{len(group)} in one sentence", cells))
        else:
            found += [Entry("values", what(analysis, f), (figure_cell(analysis, f),)) for f in group]
    return found


def what(analysis: Analysis, figure: Figure) -> str:
    """What a figure counts or measures, in the words found for it."""
    passage = next((p for p in analysis.passages if p.id == figure.passage), None)
    return shown(measured(figure, analysis, passage))


def _listed(analysis: Analysis, figure: Figure) -> Cell:
    """A figure in a list: value and what it counts."""
    cell = figure_cell(analysis, figure)
    counted = f" {what(analysis, figure)}" if figure.counted or figure.happened else ""
    return replace(cell, text=cell.text + counted, after="")


def figure_cell(analysis: Analysis, figure: Figure) -> Cell:
    """A figure in a cell: value, and who says so."""
    text = value(figure, analysis)
    span = Span(figure.start, figure.end)
    said = speaker(figure.speaker)
    told = figure_told(figure, analysis)
    after = f"({said})" if said else ""
    return Cell(analysis.article.id, text, (span,), "figure", after, told, figures=(figure.id,))


def merged(cells: Iterable[Cell]) -> list[Cell]:
    """Cells of one article that read the same as one cell with several places."""
    found: dict[tuple[str, str, str], Cell] = {}
    for cell in cells:
        key = cell.article, cell.text, cell.after
        if (one := found.get(key)) is not None:
            places = tuple(sorted({*one.places, *cell.places}, key=lambda span: span.start))
            cell = replace(one, places=places, figures=(*one.figures, *cell.figures))
        found[key] = cell
    return list(found.values())


def value(figure: Figure, analysis: Analysis) -> str:
    """The value as short as it can be said: ``≥31``, ``~170``; with a unit, or without a number, in its own words.

    The hedge in the words of the text stands in what is told of the figure.
    """
    low, high = figure.low, figure.high
    own = " ".join(shown(figure.of(analysis.article.text)).split())
    if figure.value is None:
        return f"“{own}”"
    bounds = "≥" if high is None else "≤" if low is None else "~" if figure.hedge or low != high else ""
    if bounds == "≥" and figure.hedge.startswith(("more", "over", "above")):
        bounds = ">"
    elif bounds == "≤" and figure.hedge.startswith(("less", "fewer", "under", "below")):
        bounds = "<"
    if not figure.unit:
        return bounds + number(figure.value)
    return own if figure.hedge and own.lower().startswith(figure.hedge) else bounds + own


def speaker(said: str | None) -> str:
    """Who says so in few words: without the article, and without what stands after a comma."""
    words = shown(said or "").split(",")[0].split()
    while len(words) > 1 and words[0].lower() in ("the", "a", "an", "its", "his", "her", "their"):
        words = words[1:]
    return " ".join(words)


def _inside(words: str) -> str:
    """Words as they stand inside a line: an article that began a sentence is small."""
    first, _, rest = words.partition(" ")
    return f"{first.lower()} {rest}" if rest and first in ("The", "A", "An", "Its") else words


def figure_told(figure: Figure, analysis: Analysis) -> tuple[Piece, ...]:
    """A figure in its own words with its hedge, what it counts, who says so and as of when."""
    text = " ".join(shown(figure.of(analysis.article.text)).split())
    hedge = "" if figure.hedge in text.lower() else shown(figure.hedge)
    counted = [shown(words) for words in (figure.counted, figure.happened) if words and words not in text]
    line: list[Piece] = [(" ".join(word for word in (hedge, text, *counted) if word), "figure")]
    if figure.speaker:
        line += [(" · ", "quiet"), (f"says {_inside(shown(figure.speaker))}", "")]
    if figure.denied:
        line += [(" · ", "quiet"), ("denied", "")]
    if figure.as_of is not None:
        line += [(" · ", "quiet"), ("as of ", "quiet"), (moment_text(Moment(0, 0, *figure.as_of)), "moment")]
    return tuple(line)
