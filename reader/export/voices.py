"""Who is named and who is heard: names with their variants, quotations aligned, what else is put down to a speaker."""

from __future__ import annotations

from collections.abc import Iterator

from reader.export.sections import Entry, Places, Quote, Section
from reader.model import Span
from reader.text.sanitise import one_line


def names(places: Places) -> Iterator[Section]:
    """The things that two articles or more name, each with every variant and why it is one of its names."""
    comparison = places.comparison
    found: dict[str, dict[tuple[str, str], list[Span]]] = {}
    for analysis in comparison.analyses:
        for mention in analysis.mentions:
            words = one_line(mention.of(analysis.article.text))
            spots = found.setdefault(mention.entity, {})
            spots.setdefault((analysis.article.id, words), []).append(mention)
    entries = []
    for entity in comparison.entities:
        where = found.get(entity.id, {})
        if len({article for article, _ in where}) < 2:
            continue
        why = {one_line(v): one_line(reason) for v, reason in zip(entity.variants, entity.reasons, strict=False)}
        quotes = (
            places.words(places.analyses[article], spans, _told(words, len(spans), why.get(words, "")))
            for (article, words), spans in where.items()
        )
        entries.append(Entry(f"{one_line(entity.name)} ({entity.kind})", tuple(quotes)))
    yield Section("names", "Names", tuple(entries))


def _told(words: str, times: int, why: str) -> tuple[str, ...]:
    return tuple(filter(None, (words, f"×{times}" if times > 1 else "", why)))


def quotes(places: Places) -> Iterator[Section]:
    """Each speaker's quotations, those of the same words together, and what else is put down to the speaker."""
    from reader.comparison.quoted import aligned, beside_quotations, unattributed, voices

    heard = voices(places.comparison)
    for title, some in (
        ("Quotations and statements", [voice for voice in heard if len(voice.articles) > 1]),
        ("Heard in one report only", [voice for voice in heard if len(voice.articles) == 1]),
    ):
        entries = []
        for voice in some:
            name = one_line(voice.name)
            for row in aligned(voice.quoted):
                sign = "" if len(row.articles) < 2 else "=" if row.same else "≈"
                quoted = (_utterance(places, one.article, one.quotation, one.changed) for one in row.utterances)
                entries.append(Entry(name, tuple(quoted), sign))
            said = beside_quotations(voice)
            told = tuple(
                places.sentence(passage, (f"{one_line(one.source)} · {one_line(one.verb)}",))
                for passage, one in said.items()
            )
            if told:
                entries.append(Entry(f"{name}, not quoted", told))
        yield Section("quotes", title, tuple(entries))
    nobody = aligned(unattributed(places.comparison))
    rows = (
        tuple(_utterance(places, one.article, one.quotation, one.changed) for one in row.utterances) for row in nobody
    )
    yield Section("quotes", "In quotation marks, no speaker found", tuple(Entry("nobody", row) for row in rows))


def _utterance(places: Places, article: str, quotation: Span, changed: tuple[Span, ...]) -> Quote:
    """A quotation in its sentence; told are its words, and those that the longest other version has not."""
    analysis = places.analyses[article]
    text = analysis.article.text
    told = [one_line(quotation.of(text))]
    if changed:
        told.append("otherwise here: " + " … ".join(_runs(changed, text)))
    return places.words(analysis, (quotation,), told)


def _runs(changed: tuple[Span, ...], text: str) -> Iterator[str]:
    """The changed words, those that follow each other in one."""
    start, end = changed[0].start, changed[0].end
    for span in (*changed[1:], None):
        if span is not None and not any(map(str.isalnum, text[end : span.start])):
            end = span.end
            continue
        yield one_line(text[start:end])
        if span is not None:
            start, end = span.start, span.end
