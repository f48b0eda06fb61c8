"""Sentences of news prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?…]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of one paragraph starts and ends; white space between them belongs to none."""
    start = 0
    for end in _END.finditer(text):
        yield start, start + len(text[start : end.end()].rstrip())
        start = end.end()
    if text[start:].strip():
        yield start, start + len(text[start:].rstrip())
