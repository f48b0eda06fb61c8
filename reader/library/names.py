"""``names.yaml`` beside the articles: variants that are one name, and variants that are not, by the reader's word.

One entry a line, sorted; it wins over whatever the program finds::

    - {same: ["Garabagh", "Karabakh"]}
    - {apart: ["Marsh", "Lena Marsh"]}
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from reader.library import entries
from reader.library.entries import Change, quoted
from reader.model import Problem
from reader.text.sanitise import one_line

FILE = "names.yaml"

TITLE = "Names that are one thing (same) or not (apart), by hand: one entry a line, sorted."

Relation = Literal["apart", "same"]


@dataclass(frozen=True, slots=True)
class Decided:
    """The reader's own word on names, which wins: groups of names that are one thing, pairs that are not."""

    joined: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Variants:
    """Two variants or more, in order, and whether they are one name."""

    forms: tuple[str, ...]
    relation: Relation

    @property
    def subject(self) -> tuple[str, ...]:
        """What the entry is about."""
        return self.forms

    @property
    def line(self) -> str:
        """The entry as a line of the file."""
        return f"- {{{self.relation}: [{', '.join(map(quoted, self.forms))}]}}"


def variants(relation: Relation, forms: Iterable[str]) -> Variants:
    """An entry; ``ValueError`` where it names less than two variants."""
    several = tuple(sorted(set(filter(None, map(one_line, forms)))))
    if len(several) < 2:
        raise ValueError(f"{relation} is not a list of two names or more")
    return Variants(several, relation)


def read(folder: str | os.PathLike[str]) -> tuple[Decided, tuple[Problem, ...]]:
    """The reader's word on names in a folder, and what of the file could not be used, with its line.

    Names that are said to be apart and, by way of other names or not, one, are told; they stay one.
    """
    path = os.path.join(folder, FILE)
    written, problems = entries.read_entries(path, _understand)
    groups: list[set[str]] = []
    for one in written:
        if one.entry.relation == "same":
            touched = [group for group in groups if group & set(one.entry.forms)]
            groups = [group for group in groups if group not in touched]
            groups.append(set(one.entry.forms).union(*touched))
    apart: dict[tuple[str, str], None] = {}
    told: list[Problem] = []
    for one in written:
        for pair in combinations(one.entry.forms, 2) if one.entry.relation == "apart" else ():
            if any(group.issuperset(pair) for group in groups):
                said = f"{pair[0]} and {pair[1]} are one name by other lines; apart is ignored"
                told.append(Problem(path, said, one.first, fatal=False))
            else:
                apart[pair] = None
    return Decided(tuple(sorted(tuple(sorted(group)) for group in groups)), tuple(apart)), (*problems, *told)


def join(folder: str | os.PathLike[str], *forms: str) -> Change[Variants]:
    """Have variants be one name; what said that names of the group they make are apart goes.

    Returns what changed, for ``undo``.

    Raises:
        LibraryError: the file cannot be read, written or changed; it is as it was.
        ValueError: less than two variants.

    """
    new = variants("same", forms)
    same, apart = _written(folder)
    group = _tied(new.forms, same)
    return _settle(folder, new, [entry for entry in apart if len(group & set(entry.forms)) > 1])


def split(folder: str | os.PathLike[str], one: str, two: str) -> Change[Variants]:
    """Have two variants be two names; what ties the first to the second, by way of others or not, goes.

    Returns and raises as ``join``.
    """
    new = variants("apart", (one, two))
    leaving = one_line(one)
    same, _ = _written(folder)
    others = _tied([one_line(two)], [entry for entry in same if leaving not in entry.forms])
    return _settle(folder, new, [entry for entry in same if leaving in entry.forms and others & set(entry.forms)])


def undo(folder: str | os.PathLike[str], change: Change[Variants]) -> Change[Variants]:
    """Take back what ``join``, ``split`` or ``undo`` returned; what others wrote meanwhile stays."""
    return entries.apply(os.path.join(folder, FILE), change.undone, _understand, TITLE)


def _written(folder: str | os.PathLike[str]) -> tuple[list[Variants], list[Variants]]:
    """What a folder's file says to be one, and what it says to be apart."""
    written, _ = entries.read_entries(os.path.join(folder, FILE), _understand)
    same = [one.entry for one in written if one.entry.relation == "same"]
    return same, [one.entry for one in written if one.entry.relation == "apart"]


def _tied(forms: Iterable[str], same: Iterable[Variants]) -> set[str]:
    """The forms and all that are one with any of them by the entries, one after the other."""
    group, left = set(forms), list(same)
    while touching := [entry for entry in left if group & set(entry.forms)]:
        group.update(*(entry.forms for entry in touching))
        left = [entry for entry in left if entry not in touching]
    return group


def _settle(folder: str | os.PathLike[str], new: Variants, against: Iterable[Variants]) -> Change[Variants]:
    return entries.apply(os.path.join(folder, FILE), Change((new,), tuple(against)), _understand, TITLE)


def _understand(keys: Mapping[str, object]) -> Variants:
    """The entry of a line; ``ValueError`` says what is wrong with it."""
    relations: tuple[Relation, ...] = ("apart", "same")
    for relation in relations:
        if list(keys) == [relation]:
            value = keys[relation]
            if not isinstance(value, list) or not all(isinstance(form, str) for form in value):
                break
            return variants(relation, value)
    raise ValueError("is neither same nor apart with a list of names")
