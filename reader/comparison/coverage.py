"""For each passage, which other articles have it; and for each article, what others have and it has not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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

    Of passages linked to each other the one stands for all that most of them answer best. A weak link is enough not to
    call a thing missing, and so is one to a passage that the article surely has.
    """
    home = {p.id: a.article.id for a in analyses for p in a.passages}
    beside: dict[str, set[str]] = {passage: {article} for passage, article in home.items()}
    linked: dict[str, list[str]] = {passage: [] for passage in home}
    sure: dict[str, dict[str, float]] = {passage: {} for passage in home}
    for link in links:
        for one, other in ((link.a, link.b), (link.b, link.a)):
            beside[one].add(home[other])
            linked[one].append(other)
        if link.grade != "weak":
            sure[link.a][link.b] = sure[link.b][link.a] = link.score
    order = {passage: n for n, passage in enumerate(home)}
    told_by = {passage: {home[p] for p in (passage, *ends)} for passage, ends in sure.items()}
    known = [passage for passage in home if len(told_by[passage]) >= MANY]
    known.sort(key=lambda p: (-len(told_by[p]), -sum(sure[p].values()), order[p]))
    found: dict[str, tuple[str, ...]] = {}
    for analysis in analyses:
        here = analysis.article.id
        told: set[str] = set()
        missing = []
        for passage in known:
            if passage in told or told.issuperset(sure[passage]) or here in beside[passage]:
                continue
            if any(here in told_by[other] for other in linked[passage]):
                continue
            missing.append(passage)
            told.update((passage, *sure[passage]))
        found[here] = tuple(sorted(missing, key=order.__getitem__))
    return found


def central(passages: Sequence[str], links: Iterable[Link]) -> str:
    """Of some passages (ids) the one that the others answer best; of equals the first."""
    worth = dict.fromkeys(passages, 0.0)
    for link in set(links):
        if link.grade != "weak" and link.a in worth and link.b in worth:
            worth[link.a] += link.score
            worth[link.b] += link.score
    return max(passages, key=worth.__getitem__)
