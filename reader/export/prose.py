"""An article as a page of text, its marks drawn with the terminal's own styles or not at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from reader.model import Analysis, Article, Span
from reader.text.sanitise import one_line

_WORD = re.compile(r"\S+")

Look = frozenset[str]
"""What a character is: any of the keys of ``Styles``."""

Styled = list[tuple[str, Look]]

_LAYERS = ("name", "figure", "moment")


@dataclass(frozen=True, slots=True)
class Styles:
    """Parameters of the escape sequences (SGR, ECMA-48 8.3.117) by what is drawn. Style tells as much as colour."""

    codes: Mapping[str, str]

    def paint(self, text: str, look: Look) -> str:
        """The text between the sequences of its look."""
        codes = ";".join(self.codes[name] for name in sorted(look) if name in self.codes)
        return f"\x1b[{codes}m{text}\x1b[0m" if codes and text else text


PLAIN = Styles({})
MONOCHROME = Styles({"name": "4", "figure": "1", "moment": "3", "heading": "1", "doubtful": "2", "card": "2"})
COLOURED = Styles(dict(MONOCHROME.codes) | {"name": "4;36", "figure": "1;35", "moment": "3;32"})


def page(analysis: Analysis, width: int, styles: Styles = PLAIN) -> Iterator[str]:
    """The lines of the article: title, source, then its passages, paragraph by paragraph.

    No line has more cells than ``width``; with a width of 0 each paragraph is one line.
    """
    article = analysis.article
    yield from _folded(article.title or "", width, styles, frozenset({"heading"}))
    yield from _folded(card(article), width, styles, frozenset({"card"}))
    marks = _marks(analysis)
    for start, end, look in _paragraphs(analysis):
        yield ""
        words = (_runs(word, marks, look) for word in _WORD.finditer(article.text, start, end))
        yield from _lines(words, width, styles)


def card(article: Article) -> str:
    """Where the article comes from, in one line."""
    known = [
        article.source or "source unknown",
        article.published.isoformat() if article.published else "no date",
        article.byline and f"by {article.byline}",
        article.via and f"via {', '.join(article.via)}",
        article.url,
    ]
    return " · ".join(one_line(part) for part in known if part)


def cells(text: str) -> int:
    """The columns that a text takes on a terminal (Unicode Standard Annex 11; marks that combine take none)."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf")
        # a wide character takes two
        else 2
        if unicodedata.east_asian_width(char) in "WF"
        else 1
        for char in text
    )


def _paragraphs(analysis: Analysis) -> Iterator[tuple[int, int, Look]]:
    """Start, end and look of each paragraph, cut where passages do not follow each other on the page."""
    doubtful = [line for line in analysis.article.lines if line.state == "doubtful"]
    groups: dict[int, list[int]] = {}
    looks: dict[int, set[str]] = {}
    for passage in analysis.passages:
        groups.setdefault(passage.paragraph, []).extend((passage.start, passage.end))
        look = looks.setdefault(passage.paragraph, set())
        if passage.heading:
            look.add("heading")
        if any(line.start <= passage.start < line.end for line in doubtful):
            look.add("doubtful")
    for number, places in groups.items():
        yield min(places), max(places), frozenset(looks[number])


def _marks(analysis: Analysis) -> bytearray:
    """For each character of the text, which layers mark it: one bit a layer of ``_LAYERS``."""
    marks = bytearray(len(analysis.article.text))
    layers: tuple[Sequence[Span], ...] = (analysis.mentions, analysis.figures, analysis.moments)
    for bit, spans in enumerate(layers):
        for span in spans:
            for offset in range(span.start, span.end):
                marks[offset] |= 1 << bit
    return marks


def _runs(word: re.Match[str], marks: bytearray, look: Look) -> Styled:
    """A word in pieces of one look each."""
    here = marks[word.start() : word.end()]
    if not any(here):
        return [(word.group(), look)]
    pieces = [(here[at], char) for at, char in enumerate(word.group())]
    return [
        ("".join(char for _, char in run), look | {name for bit, name in enumerate(_LAYERS) if mark >> bit & 1})
        for mark, run in groupby(pieces, key=lambda piece: piece[0])
    ]


def _folded(text: str, width: int, styles: Styles, look: Look) -> Iterator[str]:
    yield from _lines(([(word, look)] for word in one_line(text).split(" ") if word), width, styles)


def _lines(words: Iterable[Styled], width: int, styles: Styles) -> Iterator[str]:
    """The words laid out; a word that is wider than a line is broken."""
    line: Styled = []
    used = 0
    for word in words:
        size = sum(cells(piece) for piece, _ in word)
        if line and width and used + 1 + size > width:
            yield _painted(line, styles)
            line, used = [], 0
        if line:
            line.append((" ", line[-1][1] & word[0][1]))
            used += 1
        if not width or size <= width:
            line += word
            used += size
            continue
        for char, look in ((char, look) for piece, look in word for char in piece):
            if used + (size := cells(char)) > width and line:
                yield _painted(line, styles)
                line, used = [], 0
            line.append((char, look))
            used += size
    if line:
        yield _painted(line, styles)


def _painted(line: Styled, styles: Styles) -> str:
    """One line, with a sequence only where the look changes."""
    runs = groupby(line, key=lambda piece: piece[1])
    return "".join(styles.paint("".join(text for text, _ in run), look) for look, run in runs)
