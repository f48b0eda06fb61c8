"""What a search of a library found: text for a pipe or a terminal, and a document of the JSON contract."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.analysis.searching import Found, Place
from reader.export.json_ import VERSION, Json
from reader.export.prose import PLAIN, Styles
from reader.library.query import Query
from reader.model import Span
from reader.text.sanitise import one_line, sanitise

SHOWN = Styles({"heading": "1", "found": "7"})
"""For a terminal: what was searched for reversed, with or without colour."""

_BLANKS = re.compile(r"\s+")


def found_report(one: Found, styles: Styles = PLAIN) -> Iterator[str]:
    """An article that was found, and each sentence below it with its place as ``file:start-end``."""
    listing = one.listing
    path = one_line(listing.path)
    title = _painted(listing.title or listing.opening, 0, one.title_hits if listing.title else (), styles)
    day = listing.published.isoformat() if listing.published else "no date"
    yield f"{path}: {title} · {one_line(listing.source or 'source unknown')} · {day}"
    for place in one.places:
        passage = place.passage
        yield f"  {path}:{passage.start}-{passage.end}  {_painted(passage.text, passage.start, place.hits, styles)}"


def counted(articles: int, places: int, total: int, read: int) -> str:
    """How much was found ("12 passages in 5 articles"), and that it is not all where more articles may answer."""
    told = f"{articles:,} article{'' if articles == 1 else 's'}"
    if places:
        told = f"{places:,} passage{'' if places == 1 else 's'} in {told}"
    return f"{told}; the first {read:,} of {total:,} that may answer were read" if read < total else told


def found_document(query: Query, found: Iterable[Found], total: int) -> Json:
    """What ``parallax search --format json`` prints; ``total``: how many articles answer as far as the index knows."""
    return {
        "schema": VERSION,
        "query": query.text,
        "total": total,
        "articles": [
            {
                "id": one.listing.id,
                "path": one.listing.path,
                "source": one.listing.source,
                "title": one.listing.title,
                "published": one.listing.published.isoformat() if one.listing.published else None,
                "passages": [_place(place) for place in one.places],
            }
            for one in found
        ],
    }


def _place(place: Place) -> Json:
    passage = place.passage
    return {
        "id": passage.id,
        "start": passage.start,
        "end": passage.end,
        "paragraph": passage.paragraph,
        "text": passage.text,
        "found": [{"start": hit.start, "end": hit.end} for hit in place.hits],
    }


def _painted(text: str, start: int, hits: Iterable[Span], styles: Styles) -> str:
    """The text on one line, with what was found in it marked; ``start`` is where it stands itself."""
    parts, at = [], 0
    for hit in hits:
        parts += [_flat(text[at : hit.start - start])]
        at = hit.end - start
        parts += [styles.paint(_flat(text[hit.start - start : at]), frozenset({"found"}))]
    return "".join([*parts, _flat(text[at:])]).strip()


def _flat(text: str) -> str:
    return _BLANKS.sub(" ", sanitise(text))
