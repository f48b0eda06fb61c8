"""What is to become an article: a text from anywhere, and what is known of it before it has a file."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from reader.intake import clean
from reader.intake.extracted import clean_extracted, count_lines, write_ranges
from reader.intake.pages import Page
from reader.library import front_matter
from reader.model import Cleaned
from reader.text.sanitise import sanitise

_OPENING = 8  # words

FOUND = ("title", "source", "published", "byline", "via")


@dataclass(frozen=True, slots=True)
class Draft:
    """A text and its fields (as in an article file). ``body`` holds the lines of a page that are the article.

    ``origin`` is what the reader asked for: a path, an address, ``-``. ``page`` are the bytes the text was taken from.
    """

    origin: str
    text: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    body: frozenset[int] | None = None
    page: bytes | None = None

    def given(self, **fields: Any) -> Draft:
        """The draft with fields that the reader sets; those outrank what was found. ``None`` changes nothing."""
        return replace(self, fields={**self.fields, **{name: value for name, value in fields.items() if value}})

    def cleaned(self) -> Cleaned:
        """The text as it will be read."""
        text = sanitise(self.text)
        if self.body is None:
            return clean(text)
        return clean_extracted(text, self.body, self.fields.get("title"))

    def opening(self) -> str:
        """The first words that are read: what a text without a title is called."""
        text = sanitise(self.text)
        words = (word for line in self.cleaned().lines if line.state != "removed" for word in line.of(text).split())
        return " ".join(islice(words, _OPENING))

    def head(self) -> dict[str, Any]:
        """The fields of the article file: given, else found in the text."""
        cleaned = self.cleaned()
        fields = {name: getattr(cleaned, name) for name in FOUND if getattr(cleaned, name)} | dict(self.fields)
        fields["fingerprint"] = fingerprint(self.text, cleaned)
        if self.body is not None:
            fields["body"] = write_ranges(self.body, count_lines(self.text))
        return {name: value for name, value in fields.items() if value}


def fingerprint(text: str, cleaned: Cleaned) -> str:
    """A hash of the words that are read: the same report under another menu has the same one."""
    words = " ".join(w for line in cleaned.lines if line.state != "removed" for w in line.of(text).split())
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]


def from_text(text: str, origin: str) -> Draft:
    """A draft of a text file or a pipe; a head of article fields above the text is read.

    Raises:
        YamlError: the head is not what an article file may have.

    """
    head = front_matter.split(text)
    if head is None:
        return Draft(origin, text)
    fields, _ = front_matter.read(head, origin)
    return Draft(origin, text[head.body :], {k: v for k, v in fields.items() if k not in front_matter.OWN})


def from_page(page: Page, origin: str, data: bytes) -> Draft:
    """A draft of a page, with what the page says of itself."""
    said = page.metadata
    fields = {
        "title": said.title,
        "source": said.source,
        "published": said.published,
        "byline": said.byline,
        "language": said.language,
        "url": said.url,
    }
    return Draft(origin, page.text, {k: v for k, v in fields.items() if v}, page.body, data)
