"""The reader's decisions applied: links confirmed and rejected, figures put into rows and taken out of them.

A decision names its places by article and quoted words. A place is found again where its words stand, however the
text around them, or its division into sentences, has changed; words that stand nowhere decide nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reader.comparison.comparable import Count, counts, verdict
from reader.comparison.measured import label
from reader.library.decisions import Decision, Place, Word, link_decision, name_of
from reader.model import Analysis, Comparison, Figure, FigureRow, Link, Passage, TakenOut
from reader.text.sanitise import one_line

CONFIRMED = "confirmed by the reader"
"""The first reason of a link that was."""


def decide_links(
    analyses: Sequence[Analysis], links: Sequence[Link], decisions: Sequence[Decision]
) -> tuple[Link, ...]:
    """The links with those rejected left out, and those confirmed first, strong and with that as their reason."""
    word = dict(_decided(analyses, decisions)) if decisions else {}
    if not word:
        return tuple(links)
    known = {(link.a, link.b): link for link in links}
    sure = [
        replace(
            known.get(ends) or Link(*ends, 1.0, "strong"),
            score=1.0,
            grade="strong",
            reasons=(CONFIRMED, *(known[ends].reasons if ends in known else ())),
        )
        for ends, said in word.items()
        if said == "confirmed"
    ]
    return (*sure, *(link for link in links if (link.a, link.b) not in word))


def decide_rows(
    analyses: Sequence[Analysis], rows: Sequence[FigureRow], decisions: Sequence[Decision]
) -> tuple[tuple[FigureRow, ...], tuple[TakenOut, ...]]:
    """The rows without the figures rejected from them and with those confirmed, and the figures rejected.

    A row keeps its label and place, and has its verdict anew; one left with figures of a single article is none.
    """
    pairs = list(_figures(analyses, decisions)) if decisions else []
    if not pairs:
        return tuple(rows), ()
    known = {one.figure.id: one for one in counts(analyses)}
    by_id = {a.article.id: a for a in analyses}
    order = {figure: n for n, figure in enumerate(known)}
    made: list[tuple[FigureRow | None, set[str]]] = [(row, set(row.figures)) for row in rows]
    taken: dict[tuple[str, str], list[str]] = {}
    for a, b, said in pairs:
        if a not in known or b not in known:
            continue
        if said == "rejected":
            for row, figures in made:
                if row is not None and {a, b} <= set(row.figures):
                    figures.discard(a)
                    taken.setdefault((a, row.label), []).append(b)
            continue
        home = next((figures for _, figures in made if b in figures), None)
        if home is None:
            home = {b}
            made.append((None, home))
        for _, figures in made:
            figures.discard(a)
        home.add(a)
    found = []
    for row, figures in made:
        row_counts = [known[i] for i in sorted(figures & known.keys(), key=order.__getitem__)]
        if row is not None and set(row.figures) == figures:
            found.append(row)
        elif len({one.article for one in row_counts}) > 1:
            found.append(_row(row.label if row else label(row_counts, by_id), row_counts))
    stands = {figure for row in found for figure in row.figures}
    out = (TakenOut(figure, of, tuple(others)) for (figure, of), others in taken.items() if figure not in stands)
    return tuple(found), tuple(out)


def _row(name: str, row: Sequence[Count]) -> FigureRow:
    return FigureRow(name, verdict(row), tuple(one.figure.id for one in row))


# ---- decisions on what a comparison shows


def on_link(comparison: Comparison, link: Link, word: Word) -> Decision:
    """The decision that confirms or rejects a link."""
    return link_decision(place_of(comparison, link.a), place_of(comparison, link.b), word)


def on_figure(comparison: Comparison, figure: str, word: Word) -> tuple[Decision, ...]:
    """The decisions that confirm or reject a figure (an id) in its row, one for each other article's figure there.

    A figure that the reader took out of a row is decided on as if it stood there still; none for one in no row.
    """
    known = {f.id: (a.article.id, f) for a in comparison.analyses for f in a.figures}
    row = next((row.figures for row in comparison.figure_rows if figure in row.figures), ())
    row = row or next((out.others for out in comparison.taken_out if out.figure == figure), ())
    return tuple(
        dict.fromkeys(
            Decision(
                "figure",
                place_of(comparison, known[figure][1].passage, known[figure][1]),
                place_of(comparison, known[other][1].passage, known[other][1]),
                word,
            )
            for other in row
            if known[other][0] != known[figure][0]
        )
    )


def place_of(comparison: Comparison, passage: str, figure: Figure | None = None) -> Place:
    """A passage (an id), or a figure in it, by article and words."""
    article = comparison.analysis_of(passage).article
    words = one_line(figure.of(article.text)) if figure else ""
    return Place(name_of(article), one_line(comparison.passage(passage).text), words)


# ---- places found again


def _decided(analyses: Sequence[Analysis], decisions: Iterable[Decision]) -> Iterator[tuple[tuple[str, str], Word]]:
    """The pairs of passages that decisions on links are about, as links give their ends, and the word on each."""
    named = _by_name(analyses)
    for decision in decisions:
        if decision.about != "link" or not {decision.a.article, decision.b.article} <= named.keys():
            continue
        ends = [
            [(n, p.start, p.id) for n, a in named[place.article] for p in passages_at(a, place)]
            for place in (decision.a, decision.b)
        ]
        for one in ends[0]:
            for two in ends[1]:
                if one[0] != two[0]:
                    first, second = sorted((one, two))
                    yield (first[2], second[2]), decision.word


def _figures(analyses: Sequence[Analysis], decisions: Iterable[Decision]) -> Iterator[tuple[str, str, Word]]:
    """The pairs of figures that decisions are about, and the word on each."""
    named = _by_name(analyses)
    for decision in decisions:
        if decision.about == "figure" and {decision.a.article, decision.b.article} <= named.keys():
            one, two = (
                [f.id for _, analysis in named[place.article] for f in figures_at(analysis, place)]
                for place in (decision.a, decision.b)
            )
            yield from ((a, b, decision.word) for a in one for b in two if a != b)


def _by_name(analyses: Sequence[Analysis]) -> dict[str, list[tuple[int, Analysis]]]:
    """The analyses with their numbers, by what their articles are called in decisions."""
    named: dict[str, list[tuple[int, Analysis]]] = {}
    for number, analysis in enumerate(analyses):
        named.setdefault(name_of(analysis.article), []).append((number, analysis))
    return named


def passages_at(analysis: Analysis, place: Place) -> tuple[Passage, ...]:
    """The passages of the place's words: those that are them, else those with most of them where they stand."""
    if name_of(analysis.article) != place.article:
        return ()
    same = tuple(p for p in analysis.passages if one_line(p.text) == place.sentence)
    return same or tuple(dict.fromkeys(_around(analysis, place.sentence)))


def _around(analysis: Analysis, sentence: str) -> Iterator[Passage]:
    """Wherever the words stand in the article, the passage that has the largest part of them."""
    text = analysis.article.text
    tokens = text.split()
    folded = " ".join(tokens)
    at = folded.find(sentence)
    if at < 0 or not analysis.passages:
        return
    starts, originals, here, there = [], [], 0, 0
    for token in tokens:
        there = text.index(token, there)
        starts.append(here)
        originals.append(there)
        here += len(token) + 1
        there += len(token)

    def original(offset: int) -> int:
        token = bisect_right(starts, offset) - 1
        return originals[token] + offset - starts[token]

    while at >= 0:
        start, end = original(at), original(at + len(sentence) - 1) + 1
        best = max(analysis.passages, key=lambda p: min(p.end, end) - max(p.start, start))
        if best.start < end and start < best.end:
            yield best
        at = folded.find(sentence, at + 1)


def figures_at(analysis: Analysis, place: Place) -> tuple[Figure, ...]:
    """The figures of the place's words: those that are them, else the one that has them or stands in them."""
    passages = {p.id for p in passages_at(analysis, place)}
    near = [(f, one_line(f.of(analysis.article.text))) for f in analysis.figures if f.passage in passages]
    same = tuple(f for f, words in near if words == place.figure)
    if same or not near:
        return same
    wanted = set(place.figure.split())
    like = [f for f, words in near if wanted <= set(words.split()) or wanted >= set(words.split())]
    return (like[0],) if len(like) == 1 else ()
