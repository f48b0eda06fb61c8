"""One file to one article."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.intake import clean
from reader.intake.extracted import clean_extracted, count_lines, read_ranges
from reader.library import front_matter
from reader.library.errors import LibraryError, failed
from reader.library.folders import PAGES
from reader.library.plain_yaml import YamlError
from reader.model import Article, Cleaned, Problem
from reader.text.decode import binary, decode
from reader.text.sanitise import sanitise

if TYPE_CHECKING:
    from reader.library.drafts import Draft

LARGEST = 1 << 20
"""Bytes a file may have: a novel of 500 pages. More is no report, and would keep the reader waiting."""

LARGEST_PAGE = 4 << 20
"""Bytes a web page may have; most of them are no text."""

MOST_LINES = 50_000
"""Lines a file may have."""

_UNSAFE = re.compile(r"[^\w.-]+")
_FOUND = ("title", "published", "source", "byline", "via")


def load(path: str | os.PathLike[str]) -> Article:
    """Read one file: its text cleaned, its metadata given in the front matter or found in the text.

    Raises:
        LibraryError: the file cannot be used; its ``problem`` says why.

    """
    return read(path)[0]


def read(path: str | os.PathLike[str], taken: Collection[str] = ()) -> tuple[Article, tuple[Problem, ...]]:
    """The article in the file, with an id that is not taken, and what had to be guessed or ignored.

    Raises:
        LibraryError: the file cannot be used; its ``problem`` says why.

    """
    path = os.fspath(path)
    page = path.lower().endswith(PAGES)
    data = read_bytes(path, LARGEST_PAGE if page else LARGEST)
    if kind := binary(data):
        raise LibraryError(Problem(path, f"is not text but {kind}"))
    if page:
        return _page(path, data, unique(stem_id(path), taken)), ()
    refuse_long(path, data)
    original, guess = decode(data)
    problems = []
    if guess:
        line = _first_bad_line(data)
        problems.append(Problem(path, f"is not all UTF-8: read as {guess}, a guess", line, fatal=False))
    given: dict[str, Any] = {}
    head = front_matter.split(original)
    if head:
        try:
            given, ignored = front_matter.read(head, path)
        except YamlError as error:
            raise LibraryError(Problem(path, f"front matter {error}", error.line)) from error
        problems += ignored
    text = sanitise(original[head.body :] if head else original)
    if not text.strip():
        raise LibraryError(Problem(path, "holds no text below its front matter" if head else "is empty"))
    own = {name: given.pop(name) for name in front_matter.OWN if name in given}
    found = _cleaned(text, given, own.get("body"))
    fields = {name: getattr(found, name) for name in _FOUND} | given
    article = Article(
        id=unique(stem_id(path), taken),
        text=text,
        lines=found.lines,
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        given=frozenset(given),
        **fields,
    )
    return article, tuple(problems)


def page_draft(path: str, data: bytes) -> Draft:
    """A web page as text; ``LibraryError`` where no article is found in it, or the extra ``web`` is missing."""
    from reader.intake.pages import MissingExtra, PageError, read_page
    from reader.library.drafts import from_page

    try:
        return from_page(read_page(data), path, data)
    except (MissingExtra, PageError) as error:
        raise LibraryError(Problem(path, f"web page: {error}")) from error


def _page(path: str, data: bytes, name: str) -> Article:
    """A bare web page: its text is all that shows, its article what the extraction of ``add`` takes for it."""
    draft = page_draft(path, data)
    found = draft.cleaned()
    fields = {field: getattr(found, field) for field in _FOUND} | dict(draft.fields)
    return Article(
        id=name,
        text=sanitise(draft.text),
        lines=found.lines,
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        **fields,
    )


def _cleaned(text: str, given: Mapping[str, Any], body: str | None) -> Cleaned:
    """The view of the text: by the lines noted when a page was taken in, if they still fit, else by cleaning."""
    by_hand = given.get("keep", ()), given.get("drop", ())
    chosen = read_ranges(body, count_lines(text)) if body else None
    if chosen is None:
        return clean(text, *by_hand)
    return clean_extracted(text, chosen, given.get("title"), *by_hand)


def read_bytes(path: str, largest: int = LARGEST) -> bytes:
    """The bytes of a regular file of bearable size; ``LibraryError`` for anything else."""
    try:
        found = os.stat(path)
        if stat.S_ISDIR(found.st_mode):
            raise LibraryError(Problem(path, "is a folder, not an article"))
        if not stat.S_ISREG(found.st_mode):  # to open a pipe would wait for its writer
            raise LibraryError(Problem(path, "is not a regular file"))
        with open(path, "rb") as file:
            data = b"" if found.st_size > largest else file.read(largest + 1)
    except ValueError as error:  # a null character in the name
        raise LibraryError(Problem(path, "is no name of a file")) from error
    except OSError as error:
        raise failed(path, error) from error
    refuse_size(path, max(found.st_size, len(data)), largest)
    return data


def refuse_long(path: str, data: bytes) -> None:
    """``LibraryError`` for a text that is longer than an article may be."""
    refuse_size(path, len(data))
    if (lines := data.count(b"\n")) > MOST_LINES:
        raise LibraryError(Problem(path, f"has too many lines for an article: {lines}, of at most {MOST_LINES}"))


def refuse_size(path: str, size: int, largest: int = LARGEST) -> None:
    """``LibraryError`` for more bytes than are read."""
    if size > largest:
        said = f"{size / (1 << 20):.1f} MB, of at most {largest >> 20} MB"
        raise LibraryError(Problem(path, f"is too long for an article: {said}"))


def stem_id(path: str) -> str:
    """The file's name without its ending, with nothing in it but letters, digits and ``-_.``."""
    return _UNSAFE.sub("-", sanitise(Path(path).stem)).strip("-.")[:80] or "article"


def unique(name: str, taken: Collection[str]) -> str:
    """The name, numbered from 2 where it is taken."""
    number, numbered = 1, name
    while numbered in taken:
        number += 1
        numbered = f"{name}-{number}"
    return numbered


def _first_bad_line(data: bytes) -> int | None:
    """The line of the first byte that is not UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1
    return None
