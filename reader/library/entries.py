"""Small files of the reader's own word: a sorted list of entries, one a line, that git can merge.

An entry is written on a line of its own, and a change touches its line alone: comments, blank lines and whatever was
written by hand stay as they stand. Lines that two readers added merge; a line that both added is read once.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from reader.library.errors import LibraryError, failed
from reader.library.plain_yaml import Entries, YamlError, parse
from reader.library.writing import write
from reader.model import Problem
from reader.text.decode import decode
from reader.text.sanitise import sanitise

LARGEST = 4 << 20
"""Bytes that such a file may have: some ten thousand decisions."""

_BREAK = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")

# What the reader of YAML refuses unescaped, or what no one would see in the file.
_UNSEEN = re.compile("[\x7f-\xa0\xad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ud800-\udfff\ufeff\ufff0-\uffff]")


class Entry(Protocol):
    """What stands on a line. Equal entries are one; ``subject`` is what it is about, and orders the file."""

    @property
    def subject(self) -> tuple[str, ...]:
        """What the entry is about: of two with one subject, the later takes the place of the earlier."""

    @property
    def line(self) -> str:
        """The entry as YAML, from the hyphen on, without a line break."""


E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Written(Generic[E]):
    """An entry and the lines of the file that it has, from 1, both ends included."""

    entry: E
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Change(Generic[E]):
    """Entries to be put into a file and entries to be taken out of it."""

    put: tuple[E, ...] = ()
    taken: tuple[E, ...] = ()

    @property
    def undone(self) -> Change[E]:
        """The change that takes this one back."""
        return Change(self.taken, self.put)


def read_entries(
    path: str, understand: Callable[[Mapping[str, object]], E]
) -> tuple[tuple[Written[E], ...], tuple[Problem, ...]]:
    """The entries of a file in its order, and what of it could not be used, with its line. No file: no entries.

    ``understand`` makes an entry of the keys of a line, or raises ``ValueError`` with what is wrong with them.
    """
    if not os.path.exists(path):
        return (), ()
    try:
        return _understood(path, _text(path), understand)
    except LibraryError as error:
        return (), (error.problem,)
    except YamlError as error:
        return (), (Problem(path, f"is ignored: {error}", error.line, fatal=False),)


def apply(path: str, change: Change[E], understand: Callable[[Mapping[str, object]], E], title: str) -> Change[E]:
    """Make a change to the file, written whole or not at all, and return what of it was no repetition.

    What is put in takes the place of every entry with the same subject. ``title`` is the comment above a new file; a
    file that would hold no more than that is taken away.

    Raises:
        LibraryError: the file cannot be read, written, or changed a line at a time; it is as it was.

    """
    empty = f"# {title}\n"
    try:
        raw = _text(path) if os.path.exists(path) else empty
        written, _ = _understood(path, raw, understand)
        put = {entry.subject: entry for entry in change.put}
        gone = [w for w in written if w.entry in change.taken or put.get(w.entry.subject, w.entry) != w.entry]
        there = {w.entry for w in written if w not in gone}
        new = sorted({entry for entry in put.values() if entry not in there}, key=lambda entry: entry.subject)
        changed = edited(raw, written, gone, new)
        now, _ = _understood(path, changed, understand)
    except YamlError as error:
        raise LibraryError(Problem(path, f"cannot be changed: it {error}", error.line)) from error
    if {w.entry for w in now} != there | set(new):
        line = gone[0].first if gone else 1
        raise LibraryError(Problem(path, "cannot be changed a line at a time: write one entry a line", line))
    if changed == empty != raw:
        _remove(path)
    elif changed != raw:
        write(path, changed.encode("utf-8"))
    return Change(tuple(new), tuple(dict.fromkeys(w.entry for w in gone)))


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass
    except OSError as error:
        raise failed(path, error, writing=True) from error


def edited(raw: str, written: Sequence[Written[E]], gone: Sequence[Written[E]], new: Iterable[E]) -> str:
    """The text of a file without some of its entries and with new ones, each before the first that is greater."""
    lines = [line for line in _BREAK.split(raw) if line]
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += "\n"
    before: dict[int, list[str]] = {}
    end = max((w.last for w in written), default=len(lines))
    for entry in new:
        smaller = [w.last for w in written if w.entry.subject < entry.subject]
        greater = [w.first - 1 for w in written if w.entry.subject >= entry.subject]
        at = max(smaller, default=min(greater, default=end))
        before.setdefault(at, []).append(entry.line + "\n")
    out = {number for w in gone for number in range(w.first - 1, w.last)}
    found: list[str] = []
    for number in range(len(lines) + 1):
        found += before.get(number, ())
        if number < len(lines) and number not in out:
            found.append(lines[number])
    return "".join(found)


def quoted(text: str) -> str:
    """A text between quotation marks, as YAML and JSON both read it, on one line."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found.group()):04x}", json.dumps(text, ensure_ascii=False))


def _text(path: str) -> str:
    from reader.library.loading import read_bytes  # a comparison without decisions does not wait for it

    return decode(read_bytes(path, LARGEST))[0]


def _understood(
    path: str, raw: str, understand: Callable[[Mapping[str, object]], E]
) -> tuple[tuple[Written[E], ...], tuple[Problem, ...]]:
    """The entries of a text and what of it is none."""
    value = parse(sanitise(raw))
    if value is not None and not isinstance(value, list):
        raise YamlError("is no list of entries", 1)
    found: list[Written[E]] = []
    problems: list[Problem] = []
    last = 0
    for item in value or ():
        if not isinstance(item, Entries) or not item:
            problems.append(Problem(path, "holds an entry without keys; ignored", last + 1, fatal=False))
            continue
        first, last = (min(e.line for e in item.values()), max(e.last for e in item.values()))
        try:
            entry = understand({key: e.value for key, e in item.items()})
        except ValueError as error:
            problems.append(Problem(path, f"{error}; ignored", first, fatal=False))
        else:
            found.append(Written(entry, first, last))
    return tuple(found), tuple(problems)
