"""Provenance: what articles say of their origin, which have wording in common, and the runs of words they share.

Observations only: nothing here says who copied whom.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.comparison.provenance import Credit, Descent, SharedRun, credits, descents, origins, shared_wording
from reader.comparison.signs import machine_signs
from reader.model import Article, Phrase, Span
from reader.tui.content.board.cells import Cell, Entry, Sources, plural
from reader.tui.content.pieces import shown


def provenance(sources: Sources, source: str) -> tuple[Entry, ...]:
    """Origins by wording, credit lines article by article, and the shared runs, longest first."""
    comparison = sources.comparison
    analyses = comparison.analyses
    runs = shared_wording(analyses)
    groups = origins(analyses)
    note = f"{plural(len(groups), 'origin')} of {plural(len(sources), 'article')}"
    found = [Entry("heading", "Wording in common", note=note)]
    found += _origins(sources, groups, descents(analyses), runs)
    found.append(Entry("heading", "What they say of their origin"))
    silent: list[str] = []
    for credit in credits(analyses):
        lines = [*credit.lines, *_named(sources.article(credit.article), credit)]
        found += [_quote(sources, line) for line in sorted(lines, key=lambda line: line.start)]
        silent += [credit.article] * (not lines)
    if silent:
        cells = [_longest(sources, article, silent, ()) for article in silent]
        found.append(Entry("statement", "no credit line found", sources.in_order(cells)))
    if signs := machine_signs(analyses):
        found.append(Entry("heading", "Signs of a machine's hand, in their own words", note=str(len(signs))))
        found += [_quote(sources, line) for line in signs]
    shared = _shared(sources, runs)
    if shared:
        found += [Entry("heading", "Runs of words in common, names aside", note=str(len(shared))), *shared]
    return tuple(found)


def _quote(sources: Sources, line: Phrase) -> Entry:
    text = " ".join(shown(line.text).split())
    told = ((text, "label"), (f" · {sources.named(line.article)}", "quiet"))
    span = Span(line.start, line.end)
    return Entry("statement", text, (Cell(line.article, sources.short[line.article], (span,), "credit", told=told),))


def _named(article: Article, credit: Credit) -> Iterator[Phrase]:
    """Where agencies are named last that no credit line names."""
    for agency in credit.via:
        at = article.text.rfind(agency)
        if at >= 0 and not any(agency in line.text for line in credit.lines):
            yield Phrase(at, at + len(agency), article.id, agency)


def _origins(
    sources: Sources, groups: Sequence[Sequence[str]], pairs: Sequence[Descent], runs: Sequence[SharedRun]
) -> list[Entry]:
    """A row for each group of articles with wording in common, and one for those that stand alone."""
    found = []
    alone: list[str] = []
    for group in groups:
        if len(group) < 2:
            alone += group
            continue
        within = [pair for pair in pairs if pair.a in group and pair.b in group]
        shares = sorted(round(100 * pair.containment) for pair in within)
        share = f"{shares[0]}–{shares[-1]} %" if len(set(shares)) > 1 else f"{shares[0]} %" if shares else ""
        kinds = " and ".join(dict.fromkeys(pair.kind for pair in within)) or "wording in common"
        cells = [_longest(sources, article, group, runs) for article in group]
        found.append(Entry("statement", kinds, sources.in_order(cells), note=share))
    if alone:
        cells = [_longest(sources, article, alone, ()) for article in alone]
        found.append(Entry("statement", "no wording in common with another", sources.in_order(cells)))
    return found


def _longest(sources: Sources, article: str, group: Sequence[str], runs: Sequence[SharedRun]) -> Cell:
    """An article by its short name, at the longest run that it shares within the group; else at its first words."""
    own = [
        (run.length, end)
        for run in runs
        if run.a.article in group and run.b.article in group
        for end in (run.a, run.b)
        if end.article == article
    ]
    passages = sources.analyses[article].passages
    span = Span(0, 0) if not passages else Span(passages[0].start, passages[0].end)
    told = "its first sentence"
    if own:
        length, end = max(own, key=lambda pair: pair[0])
        span, told = Span(end.start, end.end), f"its longest run in common: {plural(length, 'word')}"
    return Cell(article, sources.short[article], (span,), "credit", told=((told, "quiet"),))


def _shared(sources: Sources, runs: Sequence[SharedRun]) -> list[Entry]:
    """Runs in rows, longest first; a run that stands mostly in one told already adds its article to that row."""
    rows: list[tuple[SharedRun, dict[str, tuple[int, Phrase]]]] = []
    for run in sorted(runs, key=lambda run: -run.length):
        ends = {run.a.article: (run.length, run.a), run.b.article: (run.length, run.b)}
        for _, places in rows:
            if any(article in places and _overlap(places[article][1], end) for article, (_, end) in ends.items()):
                places.update({article: end for article, end in ends.items() if article not in places})
                break
        else:
            rows.append((run, ends))
    return [
        Entry(
            "statement",
            " ".join(shown(run.a.text).split()),
            sources.in_order(_end(sources, length, end) for length, end in places.values()),
            note=plural(run.length, "word"),
        )
        for run, places in rows
    ]


def _end(sources: Sources, length: int, end: Phrase) -> Cell:
    told = ((plural(length, "word"), ""), (" in common, names aside", "quiet"))
    return Cell(end.article, sources.short[end.article], (Span(end.start, end.end),), "credit", told=told)


def _overlap(one: Span, two: Span) -> bool:
    """Whether more than half of the shorter stands in the other."""
    common = min(one.end, two.end) - max(one.start, two.start)
    return 2 * common > min(one.end - one.start, two.end - two.start)
