"""Which files of the given paths are articles."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from reader.library import front_matter
from reader.library.errors import LibraryError, failed
from reader.library.loading import PAGES, read_bytes
from reader.library.plain_yaml import YamlError
from reader.model import Problem
from reader.text.decode import decode

TEXTS = (".txt", ".md", ".text", ".markdown")


def files(paths: Iterable[str | os.PathLike[str]]) -> Iterator[str | Problem]:
    """The article files of paths in the order given, a folder's in order of their names, each file once.

    A file named itself is taken whatever its ending; in a folder only texts and web pages are, hidden ones apart. A
    file that an article file beside it calls its ``original`` is left to that one. What cannot be followed comes as a
    problem.
    """
    seen: set[tuple[int, int]] = set()
    for given in paths:
        path = os.fspath(given)
        try:
            folder = os.path.isdir(path)
            place = _place(path)
        except (OSError, ValueError) as error:
            yield failed(path, error).problem if isinstance(error, OSError) else Problem(path, "is no name of a file")
            continue
        if folder:
            yield from _folder(path, seen)
        elif place not in seen:
            seen.add(place)
            yield article_file(path)


def article_file(path: str) -> str:
    """The article file that was made of a bare file, if there is one beside it; else the file itself."""
    stem, ending = os.path.splitext(path)
    candidate = stem + ".md"
    return candidate if ending != ".md" and original_of(candidate) == os.path.basename(path) else path


def original_of(path: str) -> str | None:
    """The name of the bare file that an article file was made of."""
    try:
        if not os.path.isfile(path):
            return None
        data = read_bytes(path)
        head = front_matter.split(decode(data)[0]) if b"original" in data else None
        return str(front_matter.read(head, path)[0].get("original") or "") or None if head else None
    except (LibraryError, YamlError):
        return None


def _folder(path: str, seen: set[tuple[int, int]]) -> Iterator[str | Problem]:
    """The articles below a folder."""
    count = 0
    waiting: list[tuple[str, frozenset[tuple[int, int]]]] = [(path, frozenset())]
    while waiting:
        folder, above = waiting.pop()
        try:
            here = _place(folder)
            if here in above:
                yield Problem(folder, "is a symbolic link in a circle")
                count += 1
                continue
            if here in seen:
                continue
            seen.add(here)
            with os.scandir(folder) as found:
                entries = sorted((e for e in found if not e.name.startswith(".")), key=lambda e: e.name)
        except OSError as error:
            yield failed(folder, error).problem
            count += 1
            continue
        waiting += [(e.path, above | {here}) for e in reversed(entries) if os.path.isdir(e)]
        for found_here in _texts([e for e in entries if not os.path.isdir(e)], seen):
            yield found_here
            count += 1
    if not count:
        yield Problem(path, "holds no articles (.txt, .md or .html)")


def _texts(entries: list[os.DirEntry[str]], seen: set[tuple[int, int]]) -> Iterator[str | Problem]:
    """The articles among the files of one folder."""
    originals = {original_of(e.path) for e in entries if e.name.endswith(".md")}
    for entry in entries:
        name = entry.name.lower()
        if not name.endswith(TEXTS + PAGES) or entry.name in originals:
            continue
        try:
            place = _place(entry.path)
        except OSError as error:
            yield failed(entry.path, error).problem
            continue
        if place in seen:
            continue
        seen.add(place)
        yield entry.path


def _place(path: str) -> tuple[int, int]:
    found = os.stat(path)
    return found.st_dev, found.st_ino
