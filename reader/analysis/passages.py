"""The passages of an article: its kept text, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model import Article, Line, Passage, Span
from reader.text.sentences import sentences
from reader.text.wrapping import joined, wrap_width


def passages(article: Article) -> tuple[Passage, ...]:
    """Every sentence of the lines that are read, numbered, with the number of its paragraph.

    A paragraph is a line, or the lines of one paragraph where the text was wrapped to a width; a passage may then hold
    line breaks. No passage reaches across a blank line, a removed line or the edge of a subhead.
    """
    found: list[Passage] = []
    for number, (paragraph, heading) in enumerate(_paragraphs(article)):
        for start, end in sentences(paragraph.of(article.text)):
            place = Span(paragraph.start + start, paragraph.start + end)
            name = f"{article.id}:p{len(found) + 1}"
            found.append(Passage(place.start, place.end, name, number, place.of(article.text), heading))
    return tuple(found)


def _paragraphs(article: Article) -> Iterator[tuple[Span, bool]]:
    """Each paragraph, and whether it is a subhead."""
    blocks = list(_blocks(article))
    texts = [[line.of(article.text) for line in block] for block in blocks]
    width = wrap_width(text for text, block in zip(texts, blocks, strict=True) if block[0].role == "body")
    for block, text in zip(blocks, texts, strict=True):
        heading = block[0].role == "subhead"
        for lines in joined(text, None if heading else width):
            yield Span(block[lines.start].start, block[lines.stop - 1].end), heading


def _blocks(article: Article) -> Iterator[list[Line]]:
    """Runs of lines of one role that are read and follow each other without a gap."""
    block: list[Line] = []
    for line in article.lines:
        read = line.state != "removed" and line.role in ("body", "subhead")
        if block and not (read and line.role == block[0].role):
            yield block
            block = []
        if read:
            block.append(line)
    if block:
        yield block
