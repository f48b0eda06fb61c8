"""Which lines of a text are the article, and what else they tell."""

from __future__ import annotations

import re
from collections.abc import Collection

from reader.model import Cleaned, Line

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


def clean(text: str, keep: Collection[str] = (), drop: Collection[str] = ()) -> Cleaned:
    """Read the text line by line: what is body, what is not and why, and which lines are title, date or source.

    ``keep`` and ``drop`` hold lines (blanks folded) that the reader wants kept or dropped, whatever the rules say.
    """
    lines = []
    for number, match in enumerate(_LINE.finditer(text), 1):
        if match.start() == len(text) and number > 1 and not match.group():
            break
        content = match.group().rstrip("\r\n")
        role = "body" if content.strip() else "blank"
        lines.append(Line(match.start(), match.start() + len(content), number, "kept", role))
    return Cleaned(tuple(lines))
