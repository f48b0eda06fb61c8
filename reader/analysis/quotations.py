"""Words in quotation marks and who speaks them."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Article, Mention, Passage, Quotation


def quotations(article: Article, passages: Sequence[Passage], mentions: Sequence[Mention]) -> tuple[Quotation, ...]:
    """The quotations of the article, speech and scare quotes alike; only speech has a speaker."""
    return ()
