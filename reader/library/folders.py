"""Which files of the given paths are articles."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from reader.library.errors import LibraryError, failed
from reader.model import Problem

TEXTS = (".txt", ".md", ".text", ".markdown")
PAGES = (".html", ".htm", ".xhtml")


class Found(NamedTuple):
    """A file that may be an article, and what of it changes when it is written anew.

    ``root`` is the number of the given path that led to it, ``folder`` its folder below that, closed by a separator
    (empty: the path itself, or the folder of a file given by name). ``mtime`` is in nanoseconds.
    """

    root: int
    folder: str
    name: str
    size: int
    mtime: int
    inode: int
    path: str


Originals = Callable[[Found], str | None]
"""The name of the bare file that an article file was made of."""


def files(paths: Iterable[str | os.PathLike[str]]) -> Iterator[str | Problem]:
    """The article files of paths in the order given, a folder's in order of their names, each file once.

    A file named itself is taken whatever its ending; in a folder only texts and web pages are, hidden ones apart. A
    file that an article file beside it calls its ``original`` is left to that one. What cannot be followed comes as a
    problem.
    """
    for found in walk(paths):
        yield found if isinstance(found, Problem) else found.path


def walk(paths: Iterable[str | os.PathLike[str]], original: Originals | None = None) -> Iterator[Found | Problem]:
    """As ``files``, with what tells whether a file changed; ``original`` spares reading what is known already."""
    original = original or (lambda found: original_of(found.path))
    seen: dict[int, set[int]] = {}
    for root, given in enumerate(paths):
        path = os.fspath(given)
        try:
            folder = os.path.isdir(path)
            found = os.stat(path)
        except (OSError, ValueError) as error:
            yield failed(path, error).problem if isinstance(error, OSError) else Problem(path, "is no name of a file")
            continue
        if folder:
            yield from _folder(root, path, seen, original)
        elif _first(found, seen):
            file = article_file(path)
            yield _found(root, "", os.path.basename(file), file, found if file == path else os.stat(file))


def article_file(path: str) -> str:
    """The article file that was made of a bare file, if there is one beside it; else the file itself."""
    stem, ending = os.path.splitext(path)
    candidate = stem + ".md"
    return candidate if ending != ".md" and original_of(candidate) == os.path.basename(path) else path


def original_of(path: str) -> str | None:
    """The name of the bare file that an article file was made of."""
    from reader.library import front_matter  # for new files alone: a library that did not change needs no YAML
    from reader.library.loading import read_bytes
    from reader.library.plain_yaml import YamlError
    from reader.text.decode import decode

    try:
        if not os.path.isfile(path):
            return None
        data = read_bytes(path)
        head = front_matter.split(decode(data)[0]) if b"original" in data else None
        return str(front_matter.read(head, path)[0].get("original") or "") or None if head else None
    except (LibraryError, YamlError):
        return None


def _folder(root: int, path: str, seen: dict[int, set[int]], original: Originals) -> Iterator[Found | Problem]:
    """The articles below a folder."""
    count = 0
    below = len(os.path.join(path, ""))
    waiting: list[tuple[str, frozenset[tuple[int, int]]]] = [(path, frozenset())]
    while waiting:
        folder, above = waiting.pop()
        try:
            status = os.stat(folder)
            here = status.st_dev, status.st_ino
            if here in above:
                yield Problem(folder, "is a symbolic link in a circle")
                count += 1
                continue
            if not _first(status, seen):
                continue
            with os.scandir(folder) as listed:
                entries = sorted((e for e in listed if not e.name.startswith(".")), key=lambda e: e.name)
        except OSError as error:
            yield failed(folder, error).problem
            count += 1
            continue
        folders = [e for e in entries if _is_folder(e)]
        waiting += [(e.path, above | {here}) for e in reversed(folders)]
        for found in _texts(root, os.path.join(folder, "")[below:], entries, seen, original):
            yield found
            count += 1
    if not count:
        yield Problem(path, "holds no articles (.txt, .md or .html)")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link in a circle: told when it is looked at as a file
        return False


def _texts(
    root: int, folder: str, entries: list[os.DirEntry[str]], seen: dict[int, set[int]], original: Originals
) -> Iterator[Found | Problem]:
    """The articles among the files of one folder."""
    here: list[Found | Problem] = []
    taken: list[os.stat_result | None] = []
    originals: set[str | None] = set()
    for entry in entries:
        if not entry.name.lower().endswith(TEXTS + PAGES) or _is_folder(entry):
            continue
        try:
            status = entry.stat()
        except OSError as error:
            here.append(failed(entry.path, error).problem)
            taken.append(None)
            continue
        found = _found(root, folder, entry.name, entry.path, status)
        if entry.name.endswith(".md"):
            originals.add(original(found))
        here.append(found)
        taken.append(status)
    for each, place in zip(here, taken, strict=True):
        if place is None or isinstance(each, Problem) or (each.name not in originals and _first(place, seen)):
            yield each


def _found(root: int, folder: str, name: str, path: str, status: os.stat_result) -> Found:
    return Found(root, folder, name, status.st_size, status.st_mtime_ns, status.st_ino, path)


def _first(status: os.stat_result, seen: dict[int, set[int]]) -> bool:
    """Whether the file or folder is met for the first time; it is by whatever name it is met."""
    places = seen.setdefault(status.st_dev, set())
    known = status.st_ino in places
    places.add(status.st_ino)
    return not known
