"""Files and folders to a library."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reader.library.errors import LibraryError
from reader.library.folders import files
from reader.library.loading import read
from reader.model import Article, Problem


@dataclass(frozen=True, slots=True)
class Library:
    """Articles with ids of their own, in the order of the paths given, and what was wrong with the input."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()

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
    articles: dict[str, Article] = {}
    problems: list[Problem] = []
    found = list(files(paths))
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
    return Library(tuple(articles.values()), tuple(problems))
