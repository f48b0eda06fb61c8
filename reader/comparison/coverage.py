"""For each passage, which other articles have it."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Analysis, Link


def coverage(analyses: Sequence[Analysis], links: Sequence[Link]) -> dict[str, tuple[str, ...]]:
    """The ids of the other articles that have each passage, in the order given; empty: only here."""
    order = {p.id: (n, a.article.id) for n, a in enumerate(analyses) for p in a.passages}
    found: dict[str, set[tuple[int, str]]] = {passage: set() for passage in order}
    for link in links:
        found[link.a].add(order[link.b])
        found[link.b].add(order[link.a])
    return {passage: tuple(article for _, article in sorted(others)) for passage, others in found.items()}
