"""Words of a text found again, wherever its lines are broken now."""

from __future__ import annotations

import re
from collections.abc import Iterator


def places(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the words stand in the text, runs of white space taken for one another; none for no words."""
    tokens = words.split()
    if not tokens or tokens[0] not in text:
        return
    pattern = re.compile(r"\s+".join(map(re.escape, tokens)))
    yield from (found.span() for found in pattern.finditer(text))
