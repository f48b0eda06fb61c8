"""The sentences of a library that answer a query.

The index tells which articles may answer; their texts decide, for they may have changed since, and hold the sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reader.analysis.passages import passages
from reader.library.catalogue import Catalogue
from reader.library.errors import LibraryError
from reader.library.listing import Listing
from reader.library.matching import Matches
from reader.library.query import Query, Term
from reader.model import Article, Passage, Span
from reader.text.folding import Token, sequences, tokens

MOST = 500
"""Articles that are read for one search, unless all have to be."""


@dataclass(frozen=True, slots=True)
class Place:
    """A passage with words that were searched for, and where in the article they stand, in order."""

    passage: Passage
    hits: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """An article that answers. It has no places where only its title, its source or its date was asked for.

    Of several words asked for, a place holds as many as any sentence of the article does. ``title_hits`` are places in
    its title.
    """

    listing: Listing
    places: tuple[Place, ...] = ()
    title_hits: tuple[Span, ...] = ()


Progress = Callable[[int, int], bool]
"""Told how many articles were read, of how many; answers whether to go on."""


def search(
    catalogue: Catalogue, query: Query, matches: Matches, progress: Progress = lambda done, total: True
) -> Iterator[Found]:
    """The articles that answer, one after the other as they are read (some milliseconds each)."""
    total = len(matches.keys)
    for done, key in enumerate(matches.keys, 1):
        listing = catalogue.listing(key)
        if listing is not None:
            try:
                found = found_in(catalogue.article(listing), query, listing)
            except LibraryError:  # gone, or of no use any more
                found = None
            if found is not None:
                yield found
        if not progress(done, total):
            return


def found_in(article: Article, query: Query, listing: Listing) -> Found | None:
    """What the article has of the words; ``None`` where its title and its sentences do not answer the query."""
    wanted = [term for term in query.terms if term.field not in ("source", "date")]
    title = article.title or ""
    title_words = tokens(title)
    in_title = [_places(term, title, title_words) for term in wanted]
    text = article.text
    parts = [(passage, tokens(text, passage.start, passage.end)) for passage in passages(article)]
    have: list[dict[int, list[Span]]] = []
    for term, heads in zip(wanted, in_title, strict=True):
        own = {n: places for n, (_, words) in enumerate(parts) if (places := _places(term, text, words))}
        if term.field == "title":
            own = {}
        if bool(own or heads) == term.without:
            return None
        if not term.without and term.short:
            for n, (_, words) in enumerate(parts):
                if short := _places_of(term, term.short, text, words):
                    own[n] = [*own.get(n, ()), *short]
        have.append(own)
    counts = [sum(n in own for own in have) for n in range(len(parts))]
    most = max(counts, default=0)
    found = [
        Place(passage, _apart(span for own in have for span in own.get(n, ())))
        for n, (passage, _) in enumerate(parts)
        if most and counts[n] == most
    ]
    return Found(listing, tuple(found), _apart(span for heads in in_title for span in heads))


def _places(term: Term, text: str, words: Sequence[Token]) -> list[Span]:
    return _places_of(term, term.all_forms, text, words)


def _places_of(term: Term, forms: Sequence[tuple[str, ...]], text: str, words: Sequence[Token]) -> list[Span]:
    """Where a form of the term stands; a name only where it has a capital letter, or its script has none."""
    found = [Span(*place) for form in forms for place in sequences(words, form, term.begins)]
    if term.field == "name":
        found = [span for span in found if not span.of(text).islower()]
    return found


def _apart(spans: Iterator[Span]) -> tuple[Span, ...]:
    """The spans in order, one for those that overlap."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
