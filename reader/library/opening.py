"""Files and folders to a library."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from reader.library.errors import LibraryError
from reader.library.folders import files
from reader.library.furniture import Furniture, learn
from reader.library.loading import read
from reader.library.sources import FILE, read_sources
from reader.model import Article, Problem


@dataclass(frozen=True, slots=True)
class Library:
    """Articles with ids of their own, in the order of the paths given, and what was wrong with the input."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()
    furniture: Furniture = field(default_factory=Furniture)

    @property
    def complete(self) -> bool:
        """Whether all of the input could be used."""
        return not any(problem.fatal for problem in self.problems)


def open_library(
    paths: Iterable[str | os.PathLike[str]], progress: Callable[[int, int], object] | None = None
) -> Library:
    """Read every article in the files and folders; what cannot be used becomes a problem and the rest goes on.

    ``progress`` is called after each file with how many were read, and of how many.
    """
    roots = [os.fspath(path) for path in paths]
    articles: dict[str, Article] = {}
    problems: list[Problem] = []
    found = list(files(roots))
    for number, file in enumerate(found, 1):
        if isinstance(file, Problem):
            problems.append(file)
        else:
            try:
                article, told = read(file, articles.keys())
            except LibraryError as error:
                problems.append(error.problem)
            else:
                articles[article.id] = article
                problems += told
        if progress:
            progress(number, len(found))
    dropped, told = dropped_lines(roots)
    furniture = Furniture(learn(articles.values()), dropped)
    return Library(tuple(map(furniture.cleared, articles.values())), tuple(problems) + told, furniture)


def dropped_lines(paths: Iterable[str]) -> tuple[dict[str, frozenset[str]], tuple[Problem, ...]]:
    """The lines that the reader drops from each source, under all its names, by the files in the opened folders."""
    dropped: dict[str, frozenset[str]] = {}
    problems: tuple[Problem, ...] = ()
    for path in paths:
        sources, told = read_sources(os.path.join(path, FILE))
        problems += told
        for name, source in sources.items():
            for known in (name, *source.names):
                dropped[known] = dropped.get(known, frozenset()) | source.drop
    return dropped, problems
