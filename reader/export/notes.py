"""The notebook as Markdown and as JSON: each pinned passage with its source, and the reader's note below it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from reader.export.markdown import escaped
from reader.export.quotation import web_address
from reader.text.sanitise import one_line, sanitise

if TYPE_CHECKING:
    from reader.library.notebook import Pin

SCHEMA = 1


def notes_markdown(pins: Sequence[Pin]) -> Iterator[str]:
    """The lines of the document, in the order of the pins.

    What comes from an article is escaped, as in every Markdown of this program; the notes are the reader's own
    Markdown and stand as they were written.
    """
    count = "1 passage" if len(pins) == 1 else f"{len(pins)} passages"
    yield "# Notebook"
    yield ""
    yield f"{count}. Offsets count characters of an article's text, from 0, below its front matter."
    for pin in pins:
        yield from ("", f"> {escaped(pin.words)}", ">", f"> — {_source(pin)}")
        if note := sanitise(pin.note).strip():
            yield from ("", *note.splitlines())


def _source(pin: Pin) -> str:
    known = [
        escaped(pin.source or "source unknown"),
        f"“{escaped(pin.title)}”" if pin.title else "without a title",
        pin.published or "no date",
        escaped(web_address(pin.url)),
    ]
    place = escaped(f"{one_line(os.path.basename(pin.path) or pin.article)}:{pin.start}-{pin.end}")
    seals = f"SHA-256 of the file {pin.sha256 or 'unknown'}, of its text {pin.fingerprint}"
    return f"{', '.join(part for part in known if part)} ({place}; {seals}; pinned {pin.made})"


def notes_json(pins: Sequence[Pin]) -> str:
    """One document: ``{"schema": 1, "pins": [...]}``; what is not known is null."""
    return json.dumps({"schema": SCHEMA, "pins": [_plain(pin) for pin in pins]}, ensure_ascii=False, indent=1) + "\n"


def _plain(pin: Pin) -> dict[str, Any]:
    return {
        "id": pin.id,
        "pinned": pin.made,
        "note": sanitise(pin.note),
        "text": one_line(pin.words),
        "start": pin.start,
        "end": pin.end,
        "article": pin.article,
        "path": sanitise(pin.path) or None,
        "source": pin.source or None,
        "title": pin.title or None,
        "published": pin.published or None,
        "url": pin.url or None,
        "sha256": pin.sha256 or None,
        "text_sha256": pin.fingerprint,
    }
