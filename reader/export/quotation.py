"""Passages as a reader quotes them: the words between quotation marks, and a line that says where they stand."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.text.sanitise import REPLACEMENT, one_line

if TYPE_CHECKING:
    from reader.model import Article, Passage, Span

LEFT_OUT = "[…]"
"""Stands where lines between two quoted passages are not read: cleaning keeps them out, or the reader does."""

_SCHEMES = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some places of an article, one or more, in order of its text; ``breaks`` are those that begin a paragraph."""

    article: Article
    places: tuple[Span, ...]
    breaks: frozenset[int] = frozenset()

    @property
    def start(self) -> int:
        """Where it begins, in characters of the article's text."""
        return self.places[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.places[-1].end

    @property
    def words(self) -> str:
        """What stands there, a paragraph a line, with a sign where something in between is left out."""
        text, told = self.article.text, ""
        for number, place in enumerate(self.places):
            if number:
                between = one_line(text[self.places[number - 1].end : place.start])
                told += ("\n" if number in self.breaks else " ") + (f"{LEFT_OUT} " if between else "")
            told += one_line(place.of(text))
        return told

    @property
    def unbroken(self) -> Excerpt:
        """Its places up to the first between which something is left out: what is all there in the text."""
        pairs = pairwise(self.places)
        gaps = (n for n, (one, two) in enumerate(pairs, 1) if self.article.text[one.end : two.start].strip())
        end = next(gaps, len(self.places))
        return Excerpt(self.article, self.places[:end], frozenset(n for n in self.breaks if n < end))


def excerpt(article: Article, passages: Sequence[Passage]) -> Excerpt:
    """Passages of an article, in order of its text."""
    breaks = (n for n in range(1, len(passages)) if passages[n].paragraph != passages[n - 1].paragraph)
    return Excerpt(article, tuple(passages), frozenset(breaks))


def quotation(quoted: Excerpt) -> str:
    """The words in quotation marks and, below them, their source."""
    return f"“{quoted.words}”\n— {source_line(quoted)}\n"


def source_line(quoted: Excerpt) -> str:
    """Outlet, title, day of publication, address, and offsets in the text of the file, as far as they are known."""
    article = quoted.article
    known = [
        one_line(article.source or "source unknown"),
        f"“{one_line(article.title)}”" if article.title else "without a title",
        article.published.isoformat() if article.published else "no date",
        web_address(article.url),
        f"characters {quoted.start}–{quoted.end} of {one_line(os.path.basename(article.path) or article.id)}",
    ]
    return ", ".join(part for part in known if part)


def web_address(url: str | None) -> str:
    """The address, if it is one of a page on the web that can be handed on as it stands; else nothing."""
    if not url or not url.lower().startswith(_SCHEMES) or one_line(url) != url or REPLACEMENT in url or " " in url:
        return ""
    return url
