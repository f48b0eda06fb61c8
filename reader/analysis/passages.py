"""The passages of an article: its kept text, sentence by sentence."""

from __future__ import annotations

from reader.model import Article, Passage
from reader.text.sentences import sentences


def passages(article: Article) -> tuple[Passage, ...]:
    """Every sentence of the lines that are read, numbered, with the number of its paragraph."""
    found: list[Passage] = []
    paragraph = 0
    for line in article.kept():
        if line.role not in ("body", "subhead"):
            continue
        for start, end in sentences(line.of(article.text)):
            place = line.start + start, line.start + end
            found.append(
                Passage(
                    *place,
                    f"{article.id}:p{len(found) + 1}",
                    paragraph,
                    article.text[slice(*place)],
                    line.role == "subhead",
                )
            )
        paragraph += 1
    return tuple(found)
