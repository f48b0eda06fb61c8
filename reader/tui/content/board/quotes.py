"""Quotes: one speaker's words across the sources, aligned where they are the same words, and what else they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reader.model import Analysis, Attribution, Comparison, Quotation, Span
from reader.tui.content.board.cells import Cell, Entry, Sources, clusters, passage_cell
from reader.tui.content.board.coverage import words
from reader.tui.content.pieces import Piece, shown

ALIKE = 0.6
"""The share of the shorter quotation's words that has to stand in the longer one, in order."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(slots=True)
class Voice:
    """A speaker, under all names: how he is called, his quotations, and what else is put down to him."""

    name: str
    roles: dict[str, None]
    quoted: list[tuple[Analysis, Quotation]]
    said: list[tuple[Analysis, Attribution]]

    @property
    def articles(self) -> set[str]:
        """The articles that let him speak."""
        return {a.article.id for a, _ in self.quoted} | {a.article.id for a, _ in self.said}


def quotes(sources: Sources, source: str) -> tuple[Entry, ...]:
    """Speakers of two sources or more with their words; folds of those in one source, and of words of nobody."""
    comparison = sources.comparison
    voices = [voice for voice in _voices(comparison) if voice.quoted or voice.said]
    voices.sort(key=lambda v: (-len(v.articles), -len(v.quoted)))
    found: list[Entry] = []
    few: list[Entry] = []
    for voice in voices:
        rows = [_heading(sources, voice), *_quoted(sources, voice.quoted), *_said(sources, voice)]
        (found if len(voice.articles) > 1 else few).extend(rows)
    if few and not found:
        found = few
    elif few:
        found.append(_fold("heard in one source only", few))
    nobody = [(a, q) for a in comparison.analyses for q in a.quotations if not q.speaker]
    if nobody:
        found.append(_fold("in quotation marks, no speaker found", _quoted(sources, nobody)))
    return tuple(found)


def _fold(label: str, rows: Sequence[Entry]) -> Entry:
    return Entry("heading", label, note=str(sum(row.form != "heading" for row in rows)), members=tuple(rows))


def _heading(sources: Sources, voice: Voice) -> Entry:
    roles = " · ".join(list(voice.roles)[:3])
    note = f"{roles} · " if roles else ""
    return Entry("heading", voice.name, note=note + sources.counted(voice.articles))


# ---- who speaks


def _voices(comparison: Comparison) -> list[Voice]:
    """Every speaker once, in the order in which they are first heard."""
    known = {
        variant: entity.name
        for kind in ("organisation", "person")
        for entity in comparison.entities
        if entity.kind == kind
        for variant in entity.variants or (entity.name,)
    }
    persons = {v for e in comparison.entities if e.kind == "person" for v in e.variants or (e.name,)}
    found: dict[str, Voice] = {}
    for analysis in comparison.analyses:
        for quotation in analysis.quotations:
            if quotation.speaker:
                _voice(found, quotation.speaker, known, persons).quoted.append((analysis, quotation))
        for attribution in analysis.attributions:
            _voice(found, attribution.source, known, persons).said.append((analysis, attribution))
    return list(found.values())


def _voice(found: dict[str, Voice], said: str, known: Mapping[str, str], persons: set[str]) -> Voice:
    name, role = who(said, known, persons)
    voice = found.setdefault(name.casefold(), Voice(shown(name), {}, [], []))
    if role:
        voice.roles.setdefault(shown(role), None)
    return voice


def who(said: str, known: Mapping[str, str], persons: Iterable[str]) -> tuple[str, str]:
    """The name and the role in a speaker's description ("Harbour Minister Ilse Marand", "Marand, the minister").

    A person is known by any of his names in the description, a body only where it is the whole of it.
    """
    plain = " ".join(said.split())
    bare = re.sub(r"^(?:the|an?|its|their|his|her)\s+", "", plain, flags=re.IGNORECASE)
    named = [v for v in persons if v in plain and re.search(rf"(?<!\w){re.escape(v)}(?![\w’'])", plain)]
    if named:
        variant = max(named, key=len)
        before, _, after = plain.partition(variant)
        role = before.strip(" ,") or after.strip(" ,")
        honorific = role.rstrip(".").lower() in ("mr", "mrs", "ms", "dr")
        return known.get(variant, variant), "" if honorific else role
    return known.get(bare, bare), ""


# ---- what is quoted


def tokens(text: str) -> list[str]:
    """The words of a quotation as they are compared."""
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


def alike(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether two quotations are the same words, cut or changed."""
    least = min(len(one), len(two))
    if least < 2:
        return False
    blocks = SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) >= ALIKE * least


def _quoted(sources: Sources, quoted: Sequence[tuple[Analysis, Quotation]]) -> list[Entry]:
    """Quotations in rows, those of most sources first: ``=`` the same words in all, ``≈`` cut or changed."""
    rows: list[list[tuple[Analysis, Quotation, list[str]]]] = []
    for analysis, quotation in quoted:
        one = analysis, quotation, tokens(quotation.of(analysis.article.text))
        for row in rows:
            if any(other[0] is not analysis for other in row) and any(alike(one[2], other[2]) for other in row):
                row.append(one)
                break
        else:
            rows.append([one])
    found = [_row(sources, row) for row in rows]
    return sorted(found, key=lambda entry: -len({cell.article for cell in entry.cells}))


def _row(sources: Sources, row: Sequence[tuple[Analysis, Quotation, list[str]]]) -> Entry:
    longest = max(row, key=lambda one: len(one[2]))
    several = len({analysis.article.id for analysis, _, _ in row}) > 1
    cells = []
    for analysis, quotation, said in row:
        article = analysis.article.id
        rivals = [one for one in row if one[2] != said and one[0] is not analysis]
        changed: tuple[Span, ...] = ()
        told = "the same words in all" if several else "quoted by no other source"
        if rivals:
            rival = max(rivals, key=lambda one: len(one[2]))
            changed = differing(quotation, analysis, rival[2])
            name = sources.short[rival[0].article.id]
            told = f"marked: not in {name}" if changed else f"part of what {name} quotes"
        span = Span(quotation.start, quotation.end)
        cells.append(Cell(article, sources.short[article], (span,), "source", told=((told, "quiet"),), changed=changed))
    label = " ".join(shown(longest[1].of(longest[0].article.text)).split())
    sign = "" if not several else "=" if len({tuple(said) for _, _, said in row}) == 1 else "≈"
    return Entry("statement", label, sources.in_order(cells), sign)


def differing(quotation: Quotation, analysis: Analysis, other: Sequence[str]) -> tuple[Span, ...]:
    """Where the words of a quotation stand that another one has not."""
    text = quotation.of(analysis.article.text)
    places = [m.span() for m in _WORD.finditer(text)]
    blocks = SequenceMatcher(None, tokens(text), list(other), autojunk=False).get_matching_blocks()
    same = {n for block in blocks for n in range(block.a, block.a + block.size)}
    return tuple(Span(quotation.start + a, quotation.start + b) for n, (a, b) in enumerate(places) if n not in same)


# ---- what else is put down to the speaker


def _said(sources: Sources, voice: Voice) -> list[Entry]:
    """What the speaker is said to say, not in quotation marks; sentences of one thing together."""
    quoted = {(a.article.id, p.id) for a, q in voice.quoted for p in a.passages if q.start < p.end and p.start < q.end}
    by_passage = {
        said.passage: said for analysis, said in voice.said if (analysis.article.id, said.passage) not in quoted
    }
    comparison = sources.comparison
    found = []
    for group in clusters(comparison, [p for p in by_passage if p in sources.home]):
        cells = []
        for passage in group:
            said = by_passage[passage]
            via = f", to {shown(said.via)}" if said.via else ""
            told: tuple[Piece, ...] = ((shown(said.source), ""), (f" · {shown(said.verb)}{via}", "quiet"))
            one = passage_cell(sources, comparison.passage(passage), told)
            cells.append(Cell(one.article, one.text, (Span(said.start, said.end),), one.role, told=told))
        found.append(Entry("statement", words(comparison.passage(group[0])), sources.in_order(cells)))
    return found
