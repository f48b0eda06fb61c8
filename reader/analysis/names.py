"""Names: where they stand and what kind of thing they name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.model import Article, Mention, Passage

_RUN = re.compile(r"\b[A-Z][\w’'-]*(?:\s+(?:of\s+|the\s+)?[A-Z][\w’'-]*)*")


def mentions(article: Article, passages: Sequence[Passage]) -> tuple[Mention, ...]:
    """The names of the article; mentions of one thing share an entity id."""
    found = []
    for passage in passages:
        for run in _RUN.finditer(passage.text):
            if run.start():
                place = passage.start + run.start(), passage.start + run.end()
                found.append(Mention(*place, "other", f"{article.id}:{run.group().lower()}"))
    return tuple(found)
