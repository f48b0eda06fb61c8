"""Articles as a list shows them, their texts unread."""

from __future__ import annotations

from array import array
from datetime import date
from typing import Literal, NamedTuple

Order = Literal["source", "story", "date"]
"""What a list is arranged by; within each group the newest comes first, then by title."""


class Listing(NamedTuple):
    """One article of a list. ``key`` is its number in the index, ``id`` its name among the articles opened together.

    ``opening`` are the first words of its body, ``words`` the body's length as cleaned by itself, without what other
    articles of its source tell of it. ``fingerprint`` is the hash of its text by which marks are kept (see ``Marks``).
    Where ``known`` is false the file was not read yet: ``opening`` is its name, and nothing else is known.
    """

    key: int
    id: str
    path: str
    title: str | None
    opening: str
    source: str | None
    published: date | None
    words: int
    story: str | None
    kind: str | None
    invented: bool
    given: frozenset[str]
    fingerprint: str
    known: bool


class Group(NamedTuple):
    """So many articles of a list under one heading.

    ``label`` is the folded name of the source, an ISO day or a story's name; empty where that is not known.
    """

    label: str
    size: int


class Arrangement(NamedTuple):
    """A list: groups in their order, and the keys of the articles of one group after the other.

    ``copies`` are those whose text is that of one above them.
    """

    groups: tuple[Group, ...]
    keys: array[int]
    copies: frozenset[int] = frozenset()
