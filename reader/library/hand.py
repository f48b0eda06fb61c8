"""The reader's hand: which ``decisions.yaml`` and ``names.yaml`` hold for articles, read together.

They hold for the articles of their folder and of the folders below it, as far up as the opened folder, or the library
that it is part of; one in a folder above neither is somebody else's.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reader.library import decisions, names
from reader.library.decisions import Decision
from reader.library.names import Decided
from reader.model import Article, Problem


@dataclass(frozen=True, slots=True)
class Hand:
    """What the reader decided, and what of the files could not be used."""

    decisions: tuple[Decision, ...] = ()
    names: Decided = field(default_factory=Decided)
    problems: tuple[Problem, ...] = ()


def read_hand(articles: Iterable[Article], roots: Sequence[str | os.PathLike[str]]) -> Hand:
    """The reader's word on articles in the opened folders; an inner folder's word goes before an outer one's."""
    decided: dict[tuple[str, ...], Decision] = {}
    joined: list[tuple[str, ...]] = []
    apart: dict[tuple[str, str], None] = {}
    problems: list[Problem] = []
    for folder in folders(articles, roots):
        found, told = decisions.read(folder)
        of_names, also_told = names.read(folder)
        for decision in found:
            decided.setdefault(decision.subject, decision)
        joined += of_names.joined
        apart |= dict.fromkeys(of_names.apart)
        problems += (*told, *also_told)
    return Hand(tuple(decided.values()), Decided(tuple(joined), tuple(apart)), tuple(problems))


def folder_for(article: Article, roots: Sequence[str | os.PathLike[str]]) -> str:
    """The folder whose files a decision on the article is written to: the outermost that holds for it.

    ``ValueError`` for an article that is no file.
    """
    if not article.path:
        raise ValueError("an article without a file has no folder")
    return folders([article], roots)[-1]


def folders(articles: Iterable[Article], roots: Sequence[str | os.PathLike[str]]) -> tuple[str, ...]:
    """The folders whose files hold for articles, the innermost first."""
    opened = [root for root in map(os.path.abspath, roots) if os.path.isdir(root)]
    found: dict[str, None] = {}
    for article in filter(lambda article: article.path, articles):
        folder = os.path.dirname(os.path.abspath(article.path))
        found[folder] = None
        tops = [root for root in opened if _within(folder, root)]
        while tops and folder != min(tops, key=len):
            folder = os.path.dirname(folder)
            found[folder] = None
    return tuple(sorted(found, key=lambda folder: (-folder.count(os.sep), folder)))


def _within(folder: str, root: str) -> bool:
    return os.path.commonpath((folder, root)) == root
