"""Comparisons of stories kept in the user's cache folder, so that a story opened again is not compared again.

A file for each, named by a hash of all that the comparison was made of: the engine, the articles as they were read, the
reader's decisions. Whatever of that changes, another file is looked for, and the old one is dropped in time. A file
holds no text of an article, only places in it. Where one is missing or damaged, or none can be written, the story is
compared: nothing here raises.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from reader.library.decisions import name_of
from reader.library.errors import LibraryError
from reader.library.index import cache_folder, engine
from reader.library.packing import pack, unpack
from reader.library.writing import write
from reader.model import Comparison

if TYPE_CHECKING:
    from reader.library.hand import Hand
    from reader.model import Analysis, Article, Span

MOST = 64 << 20
"""Bytes of all files together; above it those go that were not used for the longest time."""

LARGEST = 16 * MOST
"""Bytes of one comparison when it is unpacked, at most."""

_ENDING = ".comparison"
_FAST = 1  # a level of compression


def folder() -> Path:
    """Where comparisons are kept."""
    return cache_folder().with_name("comparisons")


def files() -> list[tuple[Path, os.stat_result]]:
    """The comparisons that are kept, the one last used first."""
    found = []
    with contextlib.suppress(OSError), os.scandir(folder()) as entries:
        for entry in entries:
            if entry.name.endswith(_ENDING):
                with contextlib.suppress(OSError):  # another program has just dropped it
                    found.append((Path(entry.path), entry.stat()))
    return sorted(found, key=lambda one: (-one[1].st_mtime_ns, one[0]))


def find(articles: Sequence[Article], hand: Hand) -> Comparison | None:
    """The comparison of articles by the reader's word, if it is kept."""
    file = _file(articles, hand)
    try:
        unzip = zlib.decompressobj()
        data = unzip.decompress(file.read_bytes(), LARGEST)
        if not unzip.eof:
            raise ValueError("cut off, or too long")
        found = unpack(Comparison, data, articles, [article.text for article in articles])
        if [one.article for one in found.analyses] != list(articles) or not sound(found):
            raise ValueError("of other articles")
    except OSError:
        return None
    except (ValueError, zlib.error):  # damaged: it is made again
        with contextlib.suppress(OSError):
            file.unlink()
        return None
    with contextlib.suppress(OSError):
        os.utime(file)
    return found


def keep(comparison: Comparison, hand: Hand) -> None:
    """Keep a comparison that was made by the reader's word; where that fails, it is made again the next time."""
    articles = [one.article for one in comparison.analyses]
    with contextlib.suppress(OSError, LibraryError, ValueError):
        data = zlib.compress(pack(comparison, articles, [article.text for article in articles]), _FAST)
        if len(data) <= MOST:
            file = _file(articles, hand)
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write(str(file), data)
            _drop()


def _drop() -> None:
    """Delete what was not used for the longest time, above the limit."""
    size = 0
    for file, stand in files():
        size += stand.st_size
        if size > MOST:
            with contextlib.suppress(OSError):
                file.unlink()


def _file(articles: Sequence[Article], hand: Hand) -> Path:
    version = engine("analysis", "comparison", "library", "model", "text")
    told = chain([f"{version:x}", repr(hand.decisions), repr(hand.names)], map(_identity, articles))
    name = hashlib.sha256("\0".join(told).encode("utf-8", "surrogatepass"))
    return folder() / f"{name.hexdigest()[:40]}{_ENDING}"


def _identity(article: Article) -> str:
    """All that is known of an article but where its file lies; what the reader gave stands in the other fields."""
    return repr(replace(article, path=name_of(article), given=frozenset()))


def sound(comparison: Comparison) -> bool:
    """Whether all that it tells of by name or place is there: a file may come from strangers."""
    analyses, wording = comparison.analyses, comparison.wording
    texts = {one.article.id: one.article.text for one in analyses}
    passages = {passage.id for one in analyses for passage in one.passages}
    figures = {figure.id for one in analyses for figure in one.figures}
    things = {entity.id for entity in comparison.entities}
    ends = (end for link in comparison.links for end in (link.a, link.b))
    ranked = (end for a, b, _ in comparison.candidates for end in (a, b))
    timed = (passage for event in comparison.timeline for passage in event.passages)
    counted = (figure.passage for one in analyses for figure in one.figures)
    said = (attribution.passage for one in analyses for attribution in one.attributions)
    rows = (figure for row in comparison.figure_rows for figure in row.figures)
    alike = (figure for look_alike in comparison.look_alikes for figure in look_alike.figures)
    taken = (figure for out in comparison.taken_out for figure in (out.figure, *out.others))
    return (
        len(texts) == len(analyses)
        and passages == comparison.coverage.keys()
        and passages.issuperset(chain(ends, ranked, timed, counted, said))
        and figures.issuperset(chain(rows, alike, taken))
        and texts.keys() >= {article for others in comparison.coverage.values() for article in others}
        and texts.keys() >= {phrase.article for row in wording for phrase in row.phrases}
        and things.issuperset(mention.entity for one in analyses for mention in one.mentions)
        and things.issuperset(row.entity for row in wording if row.entity is not None)
        and all(0 <= span.start <= span.end <= len(one.article.text) for one in analyses for span in _spans(one))
    )


def _spans(one: Analysis) -> Iterator[Span]:
    return chain(one.passages, one.mentions, one.figures, one.moments, one.quotations, one.attributions)
