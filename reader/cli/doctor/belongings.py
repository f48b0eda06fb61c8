"""What the program reads and keeps: configuration, library, index, the reader's own data."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.doctor.finding import Finding

if TYPE_CHECKING:
    from reader.library.settings import Settings

_FIRST = 3
"""Problems that are told here; the rest by their number."""


def belongings() -> Iterator[Finding]:
    """Everything on disk."""
    from reader.library.index import cache_folder, index_file
    from reader.library.marks import data_folder
    from reader.library.settings import read_settings

    settings = read_settings()
    yield configuration(settings)
    yield library(settings.library)
    yield index(index_file([str(settings.library)]))
    yield comparisons()
    yield folder("data folder", data_folder(), "read marks, positions and notes are lost at the end")
    yield folder("cache folder", cache_folder(), "the library is read anew at every start")


def configuration(settings: Settings) -> Finding:
    """Whether there is one, and what is wrong with it."""
    from reader.cli.config import wrong

    problems = wrong(settings)
    if problems:
        told = "; ".join(map(str, problems[:_FIRST])) + (" …" if len(problems) > _FIRST else "")
        return Finding("configuration", "warn", told, "`parallax config --check` tells all of it")
    if not os.path.exists(settings.path):
        return Finding("configuration", "ok", f"{settings.path} is not there", "`parallax config --init` writes one")
    return Finding("configuration", "ok", settings.path)


def library(path: Path) -> Finding:
    """Whether it can be read, and how many files it has."""
    from reader.library.folders import files
    from reader.model import Problem

    if not path.is_dir():
        told = "is not there" if not path.exists() else "is no folder"
        return Finding("library", "fail", f"{path} {told}", "`library:` in the configuration names the folder")
    found = list(files([path]))
    problems = [file for file in found if isinstance(file, Problem)]
    told = f"{path}, {_count(len(found) - len(problems), 'file')} of articles"
    if problems:
        more = f" and {len(problems) - 1} more" if len(problems) > 1 else ""
        return Finding("library", "warn", f"{told}; {problems[0]}{more}", "see to the rights of these files")
    if not found:
        return Finding("library", "warn", told, "`parallax add` puts articles there")
    return Finding("library", "ok", told)


def index(file: Path) -> Finding:
    """Whether the list of the library is kept, how old it is, and whether it can be used."""
    try:
        stand = file.stat()
    except OSError:
        return Finding("index", "ok", f"{file} is not there", "it is made when the library is opened")
    told = f"{file}, {_size(stand.st_size)}, changed {_age(time.time() - stand.st_mtime)} ago"
    try:
        db = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)
        try:
            (sound,) = db.execute("pragma quick_check(1)").fetchone()
            (read, waiting) = db.execute("select count(*) filter (where state = 1), count(*) filter (where state = 0)"
                                         " from files").fetchone()  # fmt: skip
            rows = db.execute("select message from problems where fatal").fetchall()
        finally:
            db.close()
    except sqlite3.Error as error:
        return Finding("index", "warn", f"{told}; cannot be used: {error}", "delete it: it is made again")
    if sound != "ok":
        return Finding("index", "warn", f"{told}; damaged: {sound}", "delete it: it is made again")
    told += f"; {_count(read, 'article')}" + (f", {waiting:,} to be read" if waiting else "")
    if rows:
        return Finding(
            "index", "warn", f"{told}; {_count(len(rows), 'file')} of no use", "the key ! in the library shows why"
        )
    return Finding("index", "ok", told)


def comparisons() -> Finding:
    """How many stories need not be compared again when they are opened."""
    from reader.library.compared import files, folder

    found = files()
    if not found:
        return Finding("comparisons", "ok", f"none in {folder()}", "each story is kept there when it was compared")
    size = _size(sum(stand.st_size for _, stand in found))
    last = _age(time.time() - found[0][1].st_mtime)
    told = f"{len(found):,} in {folder()}, {size}, the last used {last} ago"
    return Finding("comparisons", "ok", told)


def folder(about: str, path: Path, otherwise: str) -> Finding:
    """Whether something can be kept there."""
    above = path
    while not above.exists() and above != above.parent:
        above = above.parent
    if above.is_dir() and os.access(above, os.W_OK | os.X_OK):
        return Finding(about, "ok", f"{path}" + ("" if above == path else " (not there yet)"))
    return Finding(about, "fail", f"{path} cannot be written to: {otherwise}", f"see to the rights of {above}")


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _size(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{size / 1e3:.0f} kB"


def _age(seconds: float) -> str:
    for unit, length in (("day", 86400), ("hour", 3600), ("minute", 60)):
        if seconds >= length:
            count = int(seconds // length)
            return _count(count, unit)
    return "less than a minute"
