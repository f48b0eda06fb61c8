"""Figures: quantities as intervals, with their hedge, unit and the thing counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.model import Article, Attribution, Figure, Mention, Moment, Passage

_NUMBER = re.compile(r"\b\d[\d,]*(?:\.\d+)?\b")


def figures(
    article: Article,
    passages: Sequence[Passage],
    mentions: Sequence[Mention],
    moments: Sequence[Moment],
    attributions: Sequence[Attribution],
) -> tuple[Figure, ...]:
    """The figures of the article; years, days, clock times and numbers in names are none."""
    found: list[Figure] = []
    for passage in passages:
        for number in _NUMBER.finditer(passage.text):
            value = float(number.group().replace(",", ""))
            place = passage.start + number.start(), passage.start + number.end()
            found.append(Figure(*place, f"{article.id}:f{len(found) + 1}", value, value, value, passage=passage.id))
    return tuple(found)
