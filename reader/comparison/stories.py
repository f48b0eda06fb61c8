"""A library grouped into stories: average linkage over words of whole articles and of their first sentences."""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice

from reader.comparison.by_hand import placed
from reader.comparison.weighting import GRAIN, rarity, stems, weigh
from reader.model import Article, Story
from reader.text.sentences import sentences

CUT = 0.18
"""Two groups of articles are one story where their articles' mean likeness is at least this."""

FADE = 7.0
"""Days between two dated articles that divide their likeness by e."""

GENERAL = 800
"""Articles of general English that stand beside those grouped."""

OPENING = 3
"""Sentences that open an article."""

_EVERYWHERE = 0.3
"""Terms that so large a share of a big library's articles hold tell no stories apart."""

_BIG = 60

Likeness = dict[tuple[int, int], float]


def group(articles: Sequence[Article]) -> list[Story]:
    """Put articles about one event together; an article the reader gave a story belongs to that one.

    Stories are in the order of their first article, and so are the articles in each. An id is the reader's name of
    the story or else ``s`` and the number of the story.
    """
    clusters = linkage(len(articles), alike(articles))
    titles = [title(articles, [i]) for i in range(len(articles))]
    groups = placed(clusters, [article.story for article in articles], titles)
    return [
        Story(name or f"s{number}", title(articles, members), tuple(articles[i].id for i in members))
        for number, (name, members) in enumerate(groups, 1)
    ]


def alike(articles: Sequence[Article]) -> Likeness:
    """How alike every two articles are, 0 to 1: words of all, words of the opening, days between; 0 is left out."""
    whole = cosines([stems(f"{article.title or ''}\n{body(article)}") for article in articles], 400)
    opening = cosines([stems(f"{article.title or ''}\n{beginning(article)}") for article in articles], 80)
    found = {}
    for pair in whole.keys() | opening.keys():
        score = (whole.get(pair, 0.0) + opening.get(pair, 0.0)) / 2
        one, two = (articles[i].published for i in pair)
        found[pair] = score * (math.exp(-abs((one - two).days) / FADE) if one and two else 1.0)
    return found


def body(article: Article) -> str:
    """The lines that are read."""
    return "\n".join(line.of(article.text) for line in article.kept())


def beginning(article: Article) -> str:
    """The first sentences of the body."""
    lines = (line.of(article.text) for line in article.kept() if line.role == "body")
    return " ".join(islice((line[start:end] for line in lines for start, end in sentences(line)), OPENING))


def cosines(bags: Sequence[Counter[str]], length: int) -> Likeness:
    """The cosine of every two bags that share a term that tells something."""
    idf = rarity(bags, length=length, background=GENERAL)
    posted: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, bag in enumerate(bags):
        for term, weight in weigh(bag, idf).items():
            posted[term].append((number, weight))
    found: dict[tuple[int, int], int] = defaultdict(int)
    for posting in posted.values():
        if len(bags) > _BIG and len(posting) > _EVERYWHERE * len(bags):
            continue
        for at, (a, one) in enumerate(posting):
            for b, two in posting[at + 1 :]:
                found[a, b] += one * two
    return {pair: product / GRAIN**2 for pair, product in found.items()}


def linkage(count: int, likeness: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Clusters of ``count`` things by average linkage."""
    sums: list[dict[int, float]] = [{} for _ in range(count)]
    for (a, b), score in sorted(likeness.items()):
        sums[a][b] = sums[b][a] = score
    members = {i: [i] for i in range(count)}

    def mean(a: int, b: int) -> float:
        return sums[a][b] / (len(members[a]) * len(members[b]))

    def join(a: int, b: int) -> None:
        for other, score in sums[b].items():
            if other != a:
                sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + score
                del sums[other][b]
        sums[a].pop(b, None)
        members[a] += members.pop(b)

    queue = [(-mean(a, b), a, b) for a in members for b in sums[a] if a < b]
    heapq.heapify(queue)
    while queue and -queue[0][0] >= CUT:
        score, a, b = heapq.heappop(queue)
        if a not in members or b not in members or b not in sums[a] or mean(a, b) != -score:
            continue
        join(a, b)
        for other in sums[a]:
            one, two = sorted((a, other))
            heapq.heappush(queue, (-mean(one, two), one, two))
    return sorted(sorted(cluster) for cluster in members.values())


def title(articles: Sequence[Article], cluster: Sequence[int]) -> str:
    """The title of the first article that has one, or else the first words of the first article."""
    for i in cluster:
        if found := articles[i].title:
            return found
    return " ".join(body(articles[cluster[0]]).split()[:10])
