"""Coverage: what others have and one source has not, what it alone has, and what it shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.comparison.coverage import not_here
from reader.model import Passage
from reader.tui.content.board.cells import Entry, Sources, passage_cell, plural, sure
from reader.tui.content.pieces import shown


def coverage(sources: Sources, source: str) -> tuple[Entry, ...]:
    """What the others have and that article lacks, what stands only there, and folds of what it shares, or may."""
    comparison = sources.comparison
    missing = [comparison.passage(p) for p in not_here(comparison.analyses, comparison.links).get(source, ())]
    statements = [p for p in sources.analyses[source].passages if not p.heading]
    shared = [p for p in statements if comparison.coverage.get(p.id)]
    alone = [p for p in statements if not comparison.linked(p.id)]
    perhaps = [p for p in statements if comparison.linked(p.id) and p not in shared]
    name = sources.named(source)
    lacking = [entry(sources, p) for p in missing]
    lacking.sort(key=lambda e: -len({cell.article for cell in e.cells}))
    found = [Entry("heading", f"others have it, {name} has not", note=str(len(missing))), *lacking]
    found.append(Entry("heading", f"only in {name}", note=str(len(alone))))
    found += [Entry("statement", words(p), (passage_cell(sources, p, named=False),)) for p in alone]
    found += _folded(f"{name}, and others perhaps", [_doubtful(sources, p) for p in perhaps])
    found += _folded(f"{name} and others have it", [entry(sources, p) for p in shared])
    return tuple(found)


def _folded(label: str, members: Sequence[Entry]) -> list[Entry]:
    return [Entry("heading", label, note=str(len(members)), members=tuple(members))] if members else []


def _doubtful(sources: Sources, passage: Passage) -> Entry:
    """A passage with its weak counterparts: for the reader to judge, and never counted."""
    ends = sources.comparison.counterparts(passage.id).values()
    there = (sources.comparison.passage(links[0].other(passage.id)) for links in ends)
    told = (("by a weak link", "weak"),)
    cells = (passage_cell(sources, passage), *sources.in_order(passage_cell(sources, p, told) for p in there))
    return Entry("statement", words(passage), cells)


def words(passage: Passage) -> str:
    """A passage as it can be shown in a row."""
    return " ".join(shown(passage.text).split())


def entry(sources: Sources, passage: Passage) -> Entry:
    """A passage with the best counterpart in every other source, and how many sources and origins that makes."""
    comparison = sources.comparison
    own = sources.home[passage.id]
    there = {own: passage}
    for article, links in comparison.counterparts(passage.id).items():
        if good := sure(links):
            there[article] = comparison.passage(good[0].other(passage.id))
    cells = sources.in_order(passage_cell(sources, p) for p in there.values())
    many, few = len(there), sources.origins_of(cells)
    told = f"in {many} of {plural(len(sources), 'source')}"
    if few < many:
        told += f", {plural(few, 'origin')} by their wording"
    note = f"{many} of {len(sources)}" if few == many else f"{many}→{few} of {len(sources)}"
    cells = tuple(replace(cell, told=((told, "quiet"),)) for cell in cells)
    return Entry("statement", words(passage), cells, note=note)
