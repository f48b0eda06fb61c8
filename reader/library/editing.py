"""What the reader says of an article, written into its file; the text itself is never changed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from reader.library import front_matter
from reader.library.errors import LibraryError, failed
from reader.library.folders import PAGES
from reader.library.loading import LARGEST_PAGE, page_draft, read, read_bytes
from reader.library.plain_yaml import YamlError
from reader.library.writing import write
from reader.model import Article, Problem
from reader.text.decode import decode
from reader.text.sanitise import one_line

DESCRIBED = tuple(name for name in front_matter.FIELDS if name not in front_matter.OWN)
"""The fields that a reader may give."""


def describe(article: Article, **fields: Any) -> Article:
    """Give fields of an article (``None`` or empty: take them back) and return it as it now stands on disk.

    A bare file is left as it is: an article file beside it takes the text over and names it as its ``original``. Only
    a bare ``.md`` is given its head in place.

    Raises:
        LibraryError: the file cannot be read or written, or is not UTF-8; the old file is whole.
        ValueError: there is no such field, or the value is none that it can have.

    """
    if unknown := set(fields) - set(DESCRIBED):
        raise ValueError(f"no field of an article: {', '.join(sorted(unknown))}")
    changes = {name: _plain(value) for name, value in fields.items()}
    file = _open(article.path)
    folder, name = os.path.split(article.path)
    stem, ending = os.path.splitext(name)
    try:
        if file.head is None and not (ending.lower() == ".md" and file.rewritable):
            path = os.path.join(folder, unique_file(stem + ".md", folder or "."))
            write(path, _file("", {**file.found, **changes} | {"original": name}, file.text), new=True)
        elif file.rewritable:
            path = article.path
            head = file.head or front_matter.Head()
            write(path, _file(head.raw, changes, file.text[head.body :]))
        else:
            raise LibraryError(Problem(article.path, "is not UTF-8: save it as UTF-8 first"))
    except YamlError as error:
        raise LibraryError(Problem(article.path, f"front matter {error}", error.line + 1)) from error
    return replace(read(path)[0], id=article.id)


def set_line(article: Article, number: int, keep: bool) -> Article:
    """Have a line (``number`` counts from 1) kept or dropped for good, whatever cleaning makes of it.

    The line is addressed by its words: an edit elsewhere does not shift it, and lines of the same words go together.

    Raises:
        LibraryError: as ``describe``.
        ValueError: the article has no such line, or it is blank.

    """
    line = next((line for line in article.lines if line.number == number), None)
    words = one_line(line.of(article.text)) if line else ""
    if not words:
        raise ValueError(f"no line {number} with words in it")
    kept = [w for w in article.keep if w != words]
    dropped = [w for w in article.drop if w != words]
    (kept if keep else dropped).append(words)
    return describe(article, keep=kept, drop=dropped)


def restore(now: Article, before: Article) -> Article:
    """Take a change back: ``now`` is what ``describe`` or ``set_line`` returned, ``before`` what they were given.

    Only the fields that differ are written, so that a change made elsewhere meanwhile stays. An article file that the
    change had made is removed, if it still is as it was left.

    Raises:
        LibraryError: as ``describe``.

    """
    if now.path != before.path and now.sha256 == read(now.path)[0].sha256:
        try:
            os.unlink(now.path)
        except OSError as error:
            raise failed(now.path, error, writing=True) from error
        return replace(read(before.path)[0], id=before.id)
    old, new = _given(before), _given(now)
    return describe(now, **{name: old[name] for name in DESCRIBED if old[name] != new[name]})


def unique_file(name: str, folder: str) -> str:
    """The file name, numbered from 2 where the folder has it already, upper and lower case alike."""
    stem, ending = os.path.splitext(name)
    taken = {other.lower() for other in os.listdir(folder)}
    number = 1
    while name.lower() in taken:
        number += 1
        name = f"{stem}-{number}{ending}"
    return name


@dataclass(frozen=True, slots=True)
class _Open:
    """A file's text with its head; ``found`` are the fields with which an article file made of it begins."""

    text: str
    head: front_matter.Head | None
    rewritable: bool
    found: Mapping[str, Any]


def _open(path: str) -> _Open:
    """Read a file to be described; only UTF-8 can be written back as it was."""
    if path.lower().endswith(PAGES):
        draft = page_draft(path, read_bytes(path, LARGEST_PAGE))
        return _Open(draft.text, None, False, draft.head())
    data = read_bytes(path)
    text, guess = decode(data)
    utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return _Open(text, front_matter.split(text), not guess and not utf16, {})


def _file(raw: str, changes: Mapping[str, Any], body: str) -> bytes:
    """The article file: the head with its changes above the text."""
    raw = front_matter.rewrite(raw, changes)
    if not raw and front_matter.split(body) is None:
        return body.encode("utf-8", "surrogatepass")  # a head taken back leaves the file as it was
    whole = f"---\n{raw}---\n{body}"
    head = front_matter.split(whole)
    if head is None or head.raw != raw:
        raise YamlError("would be longer than may be read again", 0)
    given, problems = front_matter.read(head, "")
    if refused := [key for key, value in changes.items() if value is not None and key not in given]:
        raise ValueError(next((p.message for p in problems if p.message.startswith(refused[0])), f"{refused[0]}?"))
    return whole.encode("utf-8", "surrogatepass")


def _plain(value: Any) -> Any:
    """A field as it is written: one line each, nothing for what is empty."""
    if isinstance(value, str):
        return one_line(value) or None
    if isinstance(value, list | tuple):
        return [line for line in map(one_line, value) if line] or None
    return None if value is False else value


def _given(article: Article) -> dict[str, Any]:
    """The fields that the reader gave."""
    return {name: getattr(article, name) if name in article.given else None for name in DESCRIBED}
