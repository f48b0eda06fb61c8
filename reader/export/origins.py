"""Provenance: which reports have wording in common, what they say of their origin, and the runs of words they share."""

from __future__ import annotations

from collections.abc import Iterator

from reader.export.sections import Entry, Places, Section
from reader.text.sanitise import one_line

RUNS = 40
"""Shared runs told, the longest."""


def provenance(places: Places) -> Iterator[Section]:
    """Observations only: nothing here says who copied whom."""
    from reader.comparison.provenance import credits, descents, shared_wording
    from reader.comparison.signs import machine_signs

    analyses = places.comparison.analyses
    runs = sorted(shared_wording(analyses), key=lambda run: -run.length)
    pairs = []
    for pair in descents(analyses):
        longest = next(run for run in runs if {run.a.article, run.b.article} == {pair.a, pair.b})
        ends = tuple(places.words(places.analyses[e.article], (e,), ()) for e in (longest.a, longest.b))
        pairs.append(Entry(f"{pair.kind}, {round(100 * pair.containment)} %; the longest run in common", ends))
    yield Section("provenance", "Wording in common", tuple(pairs))
    lines = []
    for credit in credits(analyses):
        article = places.analyses[credit.article].article
        if credit.lines:
            quotes = tuple(places.words(places.analyses[credit.article], (line,), ()) for line in credit.lines)
            lines.append(Entry(one_line(article.outlet), quotes))
    yield Section("provenance", "What they say of their origin", tuple(lines))
    signs = machine_signs(analyses)
    told = (Entry(one_line(s.text), (places.words(places.analyses[s.article], (s,), ()),)) for s in signs)
    yield Section("provenance", "Signs of a machine's hand, in their own words", tuple(told))
    shared = (
        Entry(
            f"{run.length} words in common, names aside",
            tuple(places.words(places.analyses[end.article], (end,), (one_line(end.text),)) for end in (run.a, run.b)),
        )
        for run in runs[:RUNS]
    )
    yield Section("provenance", "Runs of words in common", tuple(shared))
