"""Timeline: days and spans of days in order, with the passages that speak of them, those of one thing together."""

from __future__ import annotations

from reader.comparison.coverage import central
from reader.comparison.timeline import conflicts
from reader.model import Event, Moment, Passage, Span
from reader.tui.content.board.cells import Cell, Entry, Sources, clusters, plural
from reader.tui.content.board.coverage import words
from reader.tui.content.pieces import Piece, shown
from reader.tui.content.understood import moment_text


def timeline(sources: Sources, source: str) -> tuple[Entry, ...]:
    """Each event of the comparison with its passages; a row whose sources name different days has the sign ≠."""
    comparison = sources.comparison
    clash: dict[str, list[str]] = {}
    for link in conflicts(comparison.analyses, comparison.links):
        clash.setdefault(link.a, []).append(link.b)
        clash.setdefault(link.b, []).append(link.a)
    found: list[Entry] = []
    for event in comparison.timeline:
        homes = {sources.home[p] for p in event.passages}
        note = f"{plural(len(event.passages), 'passage')} · {sources.counted(homes)}"
        found.append(Entry("heading", moment_text(Moment(0, 0, event.earliest, event.latest)), note=note))
        for group in clusters(comparison, event.passages):
            cells = sources.in_order(_cell(sources, event, p, clash.get(p, [])) for p in group)
            sign = "≠" if any(p in clash for p in group) else ""
            ends = (link for p in group for links in comparison.counterparts(p).values() for link in links)
            found.append(Entry("statement", words(comparison.passage(central(group, ends))), cells, sign))
    return tuple(found)


def _cell(sources: Sources, event: Event, passage_id: str, others: list[str]) -> Cell:
    """A passage by its source, at the words that name the days; told are the other days that others name."""
    article = sources.home[passage_id]
    passage = sources.comparison.passage(passage_id)
    told: list[Piece] = []
    for other in others:
        days = ", ".join(dict.fromkeys(_days(sources, sources.comparison.passage(other))))
        told += [("≠ ", "differs"), (f"{shown(sources.short[sources.home[other]])}: {days}  ", "moment")]
    return Cell(article, sources.short[article], (_moment(sources, event, passage),), "source", told=tuple(told))


def _moment(sources: Sources, event: Event, passage: Passage) -> Span:
    for moment in sources.analyses[sources.home[passage.id]].moments:
        if moment in passage and (moment.earliest, moment.latest) == (event.earliest, event.latest):
            return Span(moment.start, moment.end)
    return Span(passage.start, passage.end)


def _days(sources: Sources, passage: Passage) -> list[str]:
    moments = sources.analyses[sources.home[passage.id]].moments
    return [moment_text(m) for m in moments if m in passage and m.earliest == m.latest is not None]
