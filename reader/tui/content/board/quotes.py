"""Quotes: one speaker's words across the sources, aligned where they are the same words, and what else they say."""

from __future__ import annotations

from collections.abc import Sequence

from reader.comparison.quoted import Aligned, Heard, Voice, aligned, beside_quotations, unattributed, voices
from reader.model import Span
from reader.tui.content.board.cells import Cell, Entry, Sources, clusters, passage_cell
from reader.tui.content.board.coverage import words
from reader.tui.content.pieces import Piece, shown

ROLES = 3
"""Descriptions of a speaker that stand beside the name, at most."""


def quotes(sources: Sources, source: str) -> tuple[Entry, ...]:
    """Speakers of two sources or more with their words; folds of those in one source, and of words of nobody."""
    found: list[Entry] = []
    few: list[Entry] = []
    for voice in voices(sources.comparison):
        rows = [_heading(sources, voice), *_quoted(sources, voice.quoted), *_said(sources, voice)]
        (found if len(voice.articles) > 1 else few).extend(rows)
    if few and not found:
        found = few
    elif few:
        found.append(_fold("heard in one source only", few))
    if nobody := unattributed(sources.comparison):
        found.append(_fold("in quotation marks, no speaker found", _quoted(sources, nobody)))
    return tuple(found)


def speaker_at(entries: Sequence[Entry], row: int) -> str:
    """The speaker whose words stand in a row; empty: nobody's."""
    if not entries or entries[row].members:
        return ""
    above = (entry for entry in reversed(entries[: row + 1]) if entry.form == "heading")
    heading = next(above, None)
    return "" if heading is None or heading.members else heading.label


def only(entries: Sequence[Entry], speaker: str) -> tuple[Entry, ...]:
    """The rows of one speaker, wherever they are folded away."""
    found: list[Entry] = []
    inside = False
    for row in (row for entry in entries for row in (entry, *entry.members)):
        if row.form == "heading":
            inside = not row.members and row.label == speaker
        if inside:
            found.append(row)
    return tuple(found)


def _fold(label: str, rows: Sequence[Entry]) -> Entry:
    return Entry("heading", label, note=str(sum(row.form != "heading" for row in rows)), members=tuple(rows))


def _heading(sources: Sources, voice: Voice) -> Entry:
    roles = " · ".join(map(shown, list(voice.roles)[:ROLES]))
    note = f"{roles} · " if roles else ""
    return Entry("heading", shown(voice.name), note=note + sources.counted(voice.articles))


def _quoted(sources: Sources, quoted: Sequence[Heard]) -> list[Entry]:
    """Quotations in rows, those of most sources first: ``=`` the same words in all, ``≈`` cut or changed."""
    return [_row(sources, row) for row in aligned(quoted)]


def _row(sources: Sources, row: Aligned) -> Entry:
    several = len(row.articles) > 1
    cells = []
    for one in row.utterances:
        told = "the same words in all" if several else "quoted by no other source"
        if one.rival is not None:
            name = sources.short[one.rival]
            told = f"marked: not in {name}" if one.changed else f"part of what {name} quotes"
        span = Span(one.quotation.start, one.quotation.end)
        name = sources.short[one.article]
        cells.append(Cell(one.article, name, (span,), "source", told=((told, "quiet"),), changed=one.changed))
    text = row.longest.quotation.of(sources.article(row.longest.article).text)
    sign = "" if not several else "=" if row.same else "≈"
    return Entry("statement", " ".join(shown(text).split()), sources.in_order(cells), sign)


def _said(sources: Sources, voice: Voice) -> list[Entry]:
    """What the speaker is said to say, not in quotation marks; sentences of one thing together.

    That one person speaks in both speaks for any two of them, so that only a strong link tells that they say the same.
    """
    by_passage = beside_quotations(voice)
    comparison = sources.comparison
    found = []
    for group in clusters(comparison, [p for p in by_passage if p in sources.home], strong=True):
        cells = []
        for passage in group:
            said = by_passage[passage]
            via = f", to {shown(said.via)}" if said.via else ""
            told: tuple[Piece, ...] = ((shown(said.source), ""), (f" · {shown(said.verb)}{via}", "quiet"))
            one = passage_cell(sources, comparison.passage(passage), told)
            cells.append(Cell(one.article, one.text, (Span(said.start, said.end),), one.role, told=told))
        found.append(Entry("statement", words(comparison.passage(group[0])), sources.in_order(cells)))
    return found
