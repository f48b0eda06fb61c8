"""Expressions of time, resolved against the day of publication."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Article, Moment, Passage


def moments(article: Article, passages: Sequence[Passage]) -> tuple[Moment, ...]:
    """The moments the article names; unresolved where they need a day of publication and none is known."""
    return ()
