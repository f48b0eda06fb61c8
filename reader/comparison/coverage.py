"""For each passage, which other articles have it; and for each article, what others have and it has not."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Analysis, Link

MANY = 2
"""So many other articles have what is worth missing."""


def coverage(analyses: Sequence[Analysis], links: Sequence[Link]) -> dict[str, tuple[str, ...]]:
    """The ids of the other articles that have each passage, in the order given; empty: only here.

    A weak link is offered to the reader, but is not counted as coverage.
    """
    order = {p.id: (n, a.article.id) for n, a in enumerate(analyses) for p in a.passages}
    found: dict[str, set[tuple[int, str]]] = {passage: set() for passage in order}
    for link in links:
        if link.grade != "weak":
            found[link.a].add(order[link.b])
            found[link.b].add(order[link.a])
    return {passage: tuple(article for _, article in sorted(others)) for passage, others in found.items()}


def not_here(analyses: Sequence[Analysis], links: Sequence[Link]) -> dict[str, tuple[str, ...]]:
    """For each article the passages of others that at least ``MANY`` others have and it has nothing of, in order.

    Of passages linked to each other the first stands for all. A weak link is enough not to call a thing missing.
    """
    home = {p.id: a.article.id for a in analyses for p in a.passages}
    beside: dict[str, list[Link]] = {passage: [] for passage in home}
    for link in links:
        beside[link.a].append(link)
        beside[link.b].append(link)
    found: dict[str, tuple[str, ...]] = {}
    for analysis in analyses:
        told: set[str] = set()
        missing = []
        for passage, ends in beside.items():
            sure = [link.other(passage) for link in ends if link.grade != "weak"]
            here = {home[link.other(passage)] for link in ends} | {home[passage]}
            if analysis.article.id in here or passage in told:
                continue
            if len({home[p] for p in (passage, *sure)}) >= MANY:
                missing.append(passage)
                told.update((passage, *sure))
        found[analysis.article.id] = tuple(missing)
    return found
