"""A comparison as sections of quotations: the one walk through it that text, Markdown, HTML and CSV all print.

Every quotation carries its article, its offsets in the article's text, and the sentence it stands in. Strings from
articles are put on one line and cleared of control characters here; a format only has to escape what it must.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reader.model import Analysis, Article, Comparison, Figure, Link, Passage, Phrase, Span
from reader.text.sanitise import one_line

Page = Literal["figures", "wording", "names", "timeline", "quotes", "provenance", "coverage"]

PAGES: tuple[Page, ...] = ("figures", "wording", "names", "timeline", "quotes", "provenance", "coverage")
"""In the order of a report."""

SEAL = 12
"""Digits of a file's SHA-256 that stand beside each quotation; the list of sources has all."""

SIGNS = {"differ": "≠", "compatible": "≈", "agree": "="}


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article with what is told of them.

    ``places`` are where the words stand, one or more; ``sentence`` is the sentence around the first of them and
    ``passage`` its id (empty: they stand in none). ``told`` are remarks, the first of them the words themselves where
    they are less than the sentence; ``why`` is what links the quotation to the one it stands below, and ``shared`` are
    the words that both have.
    """

    article: Article
    places: tuple[Span, ...]
    sentence: str
    passage: str = ""
    told: tuple[str, ...] = ()
    why: str = ""
    shared: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """Quotations under a label, or under another quotation (``head``); ``sign`` is how they stand to each other."""

    label: str
    quotes: tuple[Quote, ...] = ()
    sign: str = ""
    head: Quote | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page."""

    page: Page
    title: str
    entries: tuple[Entry, ...]


def sections(comparison: Comparison, pages: Iterable[Page] = PAGES) -> tuple[Section, ...]:
    """The sections of the pages that have something in them."""
    from reader.export.origins import provenance
    from reader.export.voices import names, quotes

    walks: dict[Page, Callable[[Places], Iterator[Section]]] = {
        "figures": _figures,
        "wording": _wording,
        "names": names,
        "timeline": _timeline,
        "quotes": quotes,
        "provenance": provenance,
        "coverage": _coverage,
    }
    places = Places(comparison)
    return tuple(section for page in pages for section in walks[page](places) if section.entries)


def heading(article: Article) -> str:
    """Source, title and day, as far as they are known."""
    title = article.title or "without a title"
    return " · ".join((one_line(article.source or "source unknown"), one_line(title), day(article)))


def day(article: Article) -> str:
    """The day of publication in ISO 8601."""
    return article.published.isoformat() if article.published else "no date"


def file_name(article: Article) -> str:
    """The path as given, safe to print."""
    return one_line(article.path or article.id)


def place(quote: Quote) -> str:
    """Where a quotation stands: file and offsets in the text of the article."""
    return f"{file_name(quote.article)}:" + ",".join(f"{span.start}-{span.end}" for span in quote.places)


def seal(quote: Quote) -> str:
    """The first digits of the SHA-256 of the file."""
    return f"sha256:{quote.article.sha256[:SEAL] or 'unknown'}"


def summary(comparison: Comparison) -> str:
    """How much was compared."""
    passages = sum(len(a.passages) for a in comparison.analyses)
    return f"{len(comparison.analyses)} articles, {passages} passages, {len(comparison.links)} links"


class Places:
    """What the walk looks up."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.analyses = {a.article.id: a for a in comparison.analyses}
        self.figures = {f.id: (a, f) for a in comparison.analyses for f in a.figures}

    def sentence(self, passage: Passage | str, told: Sequence[str] = (), why: str = "") -> Quote:
        """A whole passage quoted."""
        found = self.comparison.passage(passage) if isinstance(passage, str) else passage
        article = self.comparison.analysis_of(found.id).article
        span = Span(found.start, found.end)
        return Quote(article, (span,), one_line(found.text), found.id, tuple(told), why)

    def words(self, analysis: Analysis, places: Sequence[Span], told: Sequence[str]) -> Quote:
        """Some words of an article quoted in their sentence."""
        first = places[0]
        found = next((p for p in analysis.passages if p.start <= first.start < p.end), None)
        around = found.text if found else first.of(analysis.article.text)
        spans = tuple(Span(span.start, span.end) for span in places)
        return Quote(analysis.article, spans, one_line(around), found.id if found else "", tuple(told))

    def figure(self, figure_id: str) -> Quote:
        """A figure quoted, with what it counts, who says so and as of when."""
        analysis, figure = self.figures[figure_id]
        return self.words(analysis, (figure,), told_of(figure, analysis.article))


def told_of(figure: Figure, article: Article) -> tuple[str, ...]:
    """A figure in the words of its text, what it counts, who says so, as of when."""
    words = one_line(figure.of(article.text))
    if figure.hedge and figure.hedge not in words.lower():
        words = f"{one_line(figure.hedge)} {words}"
    counted = one_line(" ".join(w for w in (figure.counted, figure.happened) if w and w not in words))
    told = [f"{words} ({counted})" if counted else words]
    if figure.speaker:
        told.append(f"says {one_line(figure.speaker)}")
    if figure.denied:
        told.append("denied")
    if figure.as_of:
        told.append("as of " + " to ".join(dict.fromkeys(end.isoformat() for end in figure.as_of)))
    return tuple(told)


def _figures(places: Places) -> Iterator[Section]:
    comparison = places.comparison
    rows = [
        Entry(f"{one_line(row.label)} ({row.verdict})", tuple(map(places.figure, row.figures)), SIGNS[row.verdict])
        for row in comparison.figure_rows
    ]
    yield Section("figures", "Figures", tuple(rows))
    pairs = [Entry(one_line(p.why), tuple(map(places.figure, p.figures)), "!") for p in comparison.look_alikes]
    yield Section("figures", "Look-alikes", tuple(pairs))


def _wording(places: Places) -> Iterator[Section]:
    rows = []
    for wording in places.comparison.wording:
        found: dict[tuple[str, str], list[Phrase]] = {}
        for phrase in wording.phrases:
            found.setdefault((phrase.article, one_line(phrase.text)), []).append(phrase)
        quotes = (
            places.words(places.analyses[article], phrases, (text, f"×{len(phrases)}") if phrases[1:] else (text,))
            for (article, text), phrases in found.items()
        )
        rows.append(Entry(one_line(wording.label), tuple(quotes)))
    yield Section("wording", "Wording", tuple(rows))


def _timeline(places: Places) -> Iterator[Section]:
    from reader.comparison.timeline import conflicts  # as below: cleaning borrows from here, and compares nothing

    comparison = places.comparison
    events = []
    for event in comparison.timeline:
        days = dict.fromkeys((event.earliest.isoformat(), event.latest.isoformat()))
        events.append(Entry(" to ".join(days), tuple(map(places.sentence, event.passages))))
    yield Section("timeline", "Timeline", tuple(events))
    against = conflicts(comparison.analyses, comparison.links)
    told = (Entry("linked, and of different days", (places.sentence(k.a), places.sentence(k.b)), "≠") for k in against)
    yield Section("timeline", "Dates that differ", tuple(told))


def _coverage(places: Places) -> Iterator[Section]:
    from reader.comparison.coverage import not_here

    comparison = places.comparison
    for analysis in comparison.analyses:
        statements = [p for p in analysis.passages if not p.heading]
        alone = sum(not comparison.linked(p.id) for p in statements)
        entries = [
            Entry(
                "" if comparison.coverage.get(p.id) else "perhaps elsewhere" if ends else "only here",
                tuple(_counterpart(places, p, link) for links in ends.values() for link in links),
                head=places.sentence(p),
            )
            for p in statements
            for ends in (comparison.counterparts(p.id),)
        ]
        counted = f" ({len(statements)} passages, {alone} only here)"
        yield Section("coverage", heading(analysis.article) + counted, tuple(entries))
    missing = not_here(comparison.analyses, comparison.links)
    lacks = [
        Entry(f"not in {one_line(places.analyses[article].article.outlet)}", tuple(map(places.sentence, passages)))
        for article, passages in missing.items()
        if passages
    ]
    yield Section("coverage", "In two or more, and not here", tuple(lacks))


def _counterpart(places: Places, passage: Passage, link: Link) -> Quote:
    told = (link.grade, "≠ a figure differs") if link.differs else (link.grade,)
    there = link.other(passage.id)
    return replace(places.sentence(there, told, one_line("; ".join(link.reasons))), shared=link.shared(there))
