"""One file as the index describes it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Any

from reader.intake.lines import split
from reader.library import front_matter
from reader.library.errors import LibraryError
from reader.library.folders import PAGES
from reader.library.index import READ, UNKNOWN, USELESS
from reader.library.loading import read, read_bytes
from reader.library.marks import key_of
from reader.model import Article, Line, Problem
from reader.text.decode import decode
from reader.text.sanitise import one_line, sanitise

_OPENING = 90  # characters of the first words: more than a list has room for


@dataclass(frozen=True, slots=True)
class Described:
    """A file that was read: its row in the index by column, the words of its body, and what was wrong with it."""

    row: dict[str, Any]
    body: str = ""
    problems: tuple[Problem, ...] = field(default=())


def describe_file(path: str) -> Described:
    """Read a file for the index. Never raises: what cannot be read has problems and no article."""
    try:
        seen = os.stat(path)  # before its text: a change in between is seen the next time
        article, problems = read(path)
    except LibraryError as error:
        return Described(_useless(), problems=(error.problem,))
    except OSError:  # gone meanwhile
        return Described(_useless())
    except Exception as error:  # a fault of ours on one text may not keep the others from being listed
        return Described(_useless(), problems=(Problem(path, f"could not be read: {type(error).__name__}: {error}"),))
    return describe_article(article, seen, problems)


def describe_article(article: Article, seen: os.stat_result, problems: tuple[Problem, ...] = ()) -> Described:
    """An article as it was read from a file that then looked like that."""
    found = {"size": seen.st_size, "mtime": seen.st_mtime_ns, "inode": seen.st_ino}
    body = "\n".join(line.of(article.text) for line in article.kept() if line.role in ("body", "subhead"))
    return Described(found | _row(article), body, problems)


def _useless() -> dict[str, Any]:
    """Of no use, however it was; looked at again the next time, for what was wrong may be put right elsewhere."""
    return {"state": USELESS, "source": None, "outlet": UNKNOWN, "terms": ""}


def _row(article: Article) -> dict[str, Any]:
    first = next((line for line in article.kept() if line.role == "body"), None)
    opening = one_line(first.of(article.text))[:_OPENING] if first else ""
    when = article.published
    # Both as written and as shown, so that either is found when it is typed.
    days = (when.isoformat(), f"{when.day} {when:%b} {when.year}") if when else ()
    return {
        "state": READ,
        "title": article.title or "",
        "opening": opening,
        "source": article.source,
        "published": when.isoformat() if when else "",
        "words": article.words,
        "story": article.story,
        "kind": article.kind,
        "invented": article.invented,
        "given": " ".join(sorted(article.given)),
        "fingerprint": bytes.fromhex(key_of(article)),
        "outlet": article.source.casefold() if article.source else UNKNOWN,
        "terms": " ".join((article.title or opening, article.source or "", *days)).casefold(),
    }


def unjudged(path: str, source: str, title: str) -> Article | None:
    """A text with its lines as they stand, which is all that is asked of it to learn what its source repeats.

    ``None`` for a page, and for a file that cannot be read.
    """
    if path.lower().endswith(PAGES):
        return None
    try:
        original = decode(read_bytes(path))[0]
    except LibraryError:
        return None
    head = front_matter.split(original)
    text = sanitise(original[head.body :] if head else original)
    lines = tuple(Line(start, end, number) for number, (start, end) in enumerate(split(text), 1))
    return Article(path, text, lines, path, source, title or None)
