"""Names of files made of words from strangers, safe on every file system."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

LONGEST = 80
"""Bytes of a name before its ending; with date and number it stays far below the 255 that file systems take."""

_OTHER = re.compile(r"[^\w]+|_+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)\Z")


def safe_name(words: str | None, otherwise: str) -> str:
    """The words in lower case, letters and digits of any script joined by hyphens; ``otherwise`` where none are left.

    No separator, dot, control character or emoji comes through, and no name that another system keeps for devices.
    """
    name = _OTHER.sub("-", unicodedata.normalize("NFC", unicodedata.normalize("NFKC", words or "")).casefold())
    name = name.encode("utf-8", "ignore")[:LONGEST].decode("utf-8", "ignore").strip("-")
    if not name:
        return otherwise
    return f"{name}-" if _RESERVED.match(name) else name


def article_place(source: str | None, title: str | None, published: date | None) -> tuple[str, str]:
    """Folder and file name of an article in a library: ``source`` and ``date-title.md``."""
    day = published.isoformat() if published else "undated"
    return safe_name(source, "unknown-source"), f"{day}-{safe_name(title, 'untitled')}.md"
