"""Files to articles."""

from __future__ import annotations

import hashlib
from pathlib import Path

from reader.intake import clean
from reader.model import Article
from reader.text.decode import decode
from reader.text.sanitise import sanitise


def load(path: str | Path) -> Article:
    """Read one file: its text cleaned, its metadata given in the front matter or found in the text."""
    data = Path(path).read_bytes()
    text = sanitise(decode(data)[0])
    found = clean(text)
    return Article(
        id=Path(path).stem,
        text=text,
        lines=found.lines,
        path=str(path),
        source=found.source,
        title=found.title,
        published=found.published,
        byline=found.byline,
        via=found.via,
        sha256=hashlib.sha256(data).hexdigest(),
    )
