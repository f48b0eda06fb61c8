"""``sources.yaml`` beside the articles: what the reader knows and wants of each outlet.

One key an outlet: ``country``, ``homepage``, ``names`` (its other names), ``notes``, and ``drop``, lines that are never
to be read in its reports. A line is put in or taken out without touching anything else in the file.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from reader.library.errors import LibraryError
from reader.library.front_matter import rewrite, texts
from reader.library.loading import read_bytes
from reader.library.plain_yaml import Entries, Value, YamlError, parse
from reader.library.writing import write
from reader.model import Problem
from reader.text.decode import decode
from reader.text.sanitise import one_line, sanitise

FILE = "sources.yaml"


@dataclass(frozen=True, slots=True)
class Source:
    """What the file says of an outlet, as far as the program uses it."""

    names: tuple[str, ...] = ()
    drop: frozenset[str] = frozenset()


def sources_file(article_path: str, roots: Iterable[str]) -> str:
    """The file that holds for an article: in the innermost of the opened folders that it stands in, else beside it."""
    place = os.path.abspath(article_path)
    above = [root for root in map(os.path.abspath, roots) if os.path.isdir(root) and _within(place, root)]
    return os.path.join(max(above, key=len, default=os.path.dirname(place)), FILE)


def _within(place: str, folder: str) -> bool:
    return os.path.commonpath((place, folder)) == folder


def read_sources(path: str) -> tuple[dict[str, Source], tuple[Problem, ...]]:
    """The outlets of the file by their names, and what of it could not be used. A missing file says nothing."""
    if not os.path.exists(path):
        return {}, ()
    try:
        entries = _entries(_read(path))
    except LibraryError as error:
        return {}, (error.problem,)
    except YamlError as error:
        return {}, (Problem(path, f"is ignored: {error}", error.line, fatal=False),)
    found: dict[str, Source] = {}
    problems: list[Problem] = []
    for name, entry in entries.items():
        own = entry.value if isinstance(entry.value, Entries) else Entries()
        if entry.value is not None and not isinstance(entry.value, Entries):
            problems.append(Problem(path, f"{one_line(name)} is no list of keys; ignored", entry.line, fatal=False))
        lists: dict[str, tuple[str, ...]] = {}
        for key in ("names", "drop"):
            try:
                lists[key] = texts(own[key].value) if key in own and own[key].value is not None else ()
            except ValueError as error:
                problems.append(Problem(path, f"{key} {error}; ignored", own[key].line, fatal=False))
        found[one_line(name)] = Source(lists.get("names", ()), frozenset(lists.get("drop", ())))
    return found, tuple(problems)


def set_dropped(path: str, source: str, words: str, dropped: bool) -> None:
    """Have a line always dropped from a source's reports, or no longer; the rest of the file stays as it stands.

    Raises:
        LibraryError: the file cannot be read or written.

    """
    try:
        raw = _read(path) if os.path.exists(path) else ""
        entry = _entries(raw).get(source)
        own = _plain(entry.value) if entry else {}
        if not isinstance(own, dict | None):
            raise YamlError(f"holds {source}, which is no list of keys", entry.line if entry else 1)
        own = own or {}
        lines = set(own.get("drop") or ()) | {words} if dropped else set(own.get("drop") or ()) - {words}
        own = {key: value for key, value in {**own, "drop": sorted(lines)}.items() if value}
        write(path, rewrite(raw, {source: own or None}).encode("utf-8"))
    except YamlError as error:
        raise LibraryError(Problem(path, str(error), error.line)) from error


def _read(path: str) -> str:
    return decode(read_bytes(path))[0]


def _entries(raw: str) -> Entries:
    """The entries of the file; an empty one has none."""
    found = parse(sanitise(raw))
    if found is not None and not isinstance(found, Entries):
        raise YamlError("is no list of outlets", 1)
    return found or Entries()


def _plain(value: Value) -> Any:
    """A value as it may be written again."""
    if isinstance(value, Entries):
        return {key: _plain(entry.value) for key, entry in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value
