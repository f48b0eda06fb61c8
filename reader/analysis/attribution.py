"""Who says so: the source that a passage names for its claim."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Article, Attribution, Mention, Passage, Quotation


def attributions(
    article: Article,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    quotations: Sequence[Quotation],
) -> tuple[Attribution, ...]:
    """The attributions of the article, at most one a passage and clause; the outlet's own voice has none."""
    return ()
