"""Wording: how each source words one thing, in its own words; and names, with the variants that are one name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from reader.model import Entity, Span
from reader.tui.content.board.cells import Cell, Entry, Sources, plural
from reader.tui.content.pieces import shown


def wording(sources: Sources, source: str) -> tuple[Entry, ...]:
    """The things that sources word differently; a cell is one wording of one source, with all its places."""
    comparison = sources.comparison
    found = []
    for row in comparison.wording:
        places: dict[tuple[str, str], list[Span]] = {}
        for phrase in row.phrases:
            places.setdefault((phrase.article, _plain(phrase.text)), []).append(phrase)
        cells = _cells(sources, places)
        note = f"{plural(len({text for _, text in places}), 'wording')} · {sources.counted(c.article for c in cells)}"
        found.append(Entry("phrases", shown(row.label), cells, note=note))
    return tuple(found)


def names(sources: Sources, source: str) -> tuple[Entry, ...]:
    """Names that two sources or more have, each variant in a row of its own with its reason; the rest in a fold.

    Names with variants come first, then those that most sources have.
    """
    comparison = sources.comparison
    places: dict[str, dict[tuple[str, str], list[Span]]] = {}
    for analysis in comparison.analyses:
        text = analysis.article.text
        for mention in analysis.mentions:
            variant = _plain(mention.of(text))
            found = places.setdefault(mention.entity, {})
            found.setdefault((analysis.article.id, variant), []).append(Span(mention.start, mention.end))
    many: list[tuple[tuple[int, ...], list[Entry]]] = []
    few: list[Entry] = []
    for n, entity in enumerate(comparison.entities):
        where = places.get(entity.id, {})
        rows = _variants(sources, entity, where)
        articles = {article for article, _ in where}
        if len(articles) > 1:
            many.append(((-(len(rows) > 1), -len(articles), -len(rows), n), rows))
        else:
            few += rows
    entries = [row for _, rows in sorted(many, key=lambda pair: pair[0]) for row in rows]
    if few:
        entries.append(Entry("heading", "one source only", note=str(len(few)), members=tuple(few)))
    return tuple(entries)


def _variants(sources: Sources, entity: Entity, where: Mapping[tuple[str, str], list[Span]]) -> list[Entry]:
    """A row for each variant that stands in a text, the name itself first, the others with the sign ``~``."""
    reasons = dict(zip((_plain(v) for v in entity.variants), entity.reasons, strict=False))
    used = Counter(dict.fromkeys((_plain(entity.name), *(_plain(v) for v in entity.variants)), 0))
    used.update({text: len(spans) for (_, text), spans in where.items()})
    first = _plain(entity.name)
    rows: list[Entry] = []
    for variant in sorted(used, key=lambda text: (text != first, -used[text])):
        cells = _cells(sources, {key: spans for key, spans in where.items() if key[1] == variant}, counts=True)
        reason = "" if variant == first else shown(reasons.get(variant, ""))
        if cells:
            rows.append(Entry("values", shown(variant), cells, "~" if rows else "", reason))
    return rows


def _cells(
    sources: Sources, places: Mapping[tuple[str, str], Iterable[Span]], counts: bool = False
) -> tuple[Cell, ...]:
    """A cell for each wording of each source: the words with their count, or the count alone; the commonest first."""
    cells = []
    for (article, text), spans in places.items():
        where = tuple(Span(span.start, span.end) for span in sorted(spans, key=lambda span: span.start))
        times = f"×{len(where)}"
        told = ((shown(text), "label"), (f" · {plural(len(where), 'place')} in {sources.named(article)}", "quiet"))
        if counts:
            cells.append(Cell(article, times, where, "count", told=told))
        else:
            cells.append(Cell(article, shown(text), where, "", times if len(where) > 1 else "", told))
    return tuple(sorted(cells, key=lambda c: (sources.order[c.article], -len(c.places), c.places[0].start)))


def _plain(text: str) -> str:
    """Words of a text on one line, without a possessive at the end."""
    words = " ".join(text.split())
    return words[:-2] if words.endswith(("'s", "’s")) else words
