"""How two passages stand among all articles compared: what the two articles alone do not tell of them.

What is beside a passage is kept from one comparison to the next (:class:`Beside`): an article that joins a story brings
its own pairs, and those of the others stay where they are. The order in which articles came makes no difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, Generic

from reader.comparison.evidence import J, Met, Near
from reader.comparison.statements import Statements
from reader.comparison.weighting import GRAIN, rarity, weigh

SAME_EVENT = 0.15
"""Articles whose words have this cosine or more are taken to be about one event,"""

SAME_NEWS = 0.3
"""and those with this one to tell the same of it."""

WEAKEST_BRIDGE = 0.08
"""Passages less alike than this are no bridge."""

_GRAIN = 1 << 40
"""Likenesses are added up in whole parts of one: the sum is the same in whatever order it is made."""

_ARTICLE = 1 << 24
"""More passages than an article has: a passage among all is told by its article and its number in one number."""

_NEVER = -9, 0.0, 0

Pair = tuple[str, str]
"""Two articles, by their ids."""

Like = dict[int, float]
"""The passages of other articles that a passage is like, by their numbers among all, with the likeness, 0 to 1."""


class Beside:
    """What each passage is like in the other articles: for each article, by id, a list with an item for each passage.

    ``top`` is the likeness to the passage that it is most like, of those that could be a bridge, and ``whole`` the sum
    over the other articles of the likeness to the best passage of each, in parts of one.
    """

    def __init__(self) -> None:
        """Nothing is beside anything yet."""
        self._time = 0
        self._begin()

    def _begin(self) -> None:
        self.top: dict[str, list[float]] = {}
        self.whole: dict[str, list[int]] = {}
        self._like: dict[str, list[Like]] = {}
        self._ranked: dict[str, list[bool]] = {}
        self._come: dict[str, list[Like]] = {}
        self._first: dict[str, int] = {}
        self._met: dict[Pair, Met[Any]] = {}
        self._left: Mapping[str, set[int]] = {}
        self._bridges: dict[Pair, dict[int, tuple[int, float, int]]] = {}

    def follow(self, articles: Sequence[Statements], met: Mapping[tuple[int, int], Met[J]]) -> None:
        """Have these articles and no others, with what came of it where two of them met, by their numbers."""
        names = [one.content.article.id for one in articles]
        now = {(names[i], names[j]): found for (i, j), found in met.items()}
        gone = [pair for pair, found in self._met.items() if now.get(pair) is not found]
        if 2 * len(gone) > len(self._met):  # another story: sooner made anew
            self._begin()
            gone = []
        left: dict[str, set[int]] = defaultdict(set)
        for pair in gone:
            for name, other in (pair, pair[::-1]):
                left[name].add(self._first[other])
            self._leave(pair, self._met.pop(pair))
        for name in self._like.keys() - set(names):
            for kept in (self.top, self.whole, self._like, self._ranked, self._first):
                del kept[name]
        for name, one in zip(names, articles, strict=True):
            self._place(name, len(one.facts))
        come = [pair for pair in now if pair not in self._met]
        if gone or come:
            self._time += 1
            self._left = left
            self._come = {name: [{} for _ in like] for name, like in self._like.items()}
        for pair in come:
            self._enter(pair, now[pair])
        self._met = now

    def _place(self, name: str, passages: int) -> None:
        """Have room for an article; one that is cut otherwise than it was has left with all its pairs."""
        if name not in self._like or len(self._like[name]) != passages:
            self._like[name] = [{} for _ in range(passages)]
            self._ranked[name] = [True] * passages
            self.top[name], self.whole[name] = [0.0] * passages, [0] * passages
            self._first.setdefault(name, max(self._first.values(), default=0) + _ARTICLE)

    def _enter(self, pair: Pair, met: Met[Any]) -> None:
        self._sum(pair, met, 1)
        for one, two, near in self._sides(pair, met):
            like, come, top, ranked = self._like[one], self._come[one], self.top[one], self._ranked[one]
            first = self._first[two]
            for passage, other, likeness in near:
                like[passage][first + other] = come[passage][first + other] = likeness
                ranked[passage] = False
                if likeness > top[passage]:
                    top[passage] = likeness
        self._bridges[pair] = {}

    def _leave(self, pair: Pair, met: Met[Any]) -> None:
        self._sum(pair, met, -1)
        for one, two, near in self._sides(pair, met):
            like, top, first = self._like[one], self.top[one], self._first[two]
            for passage, other, likeness in near:
                del like[passage][first + other]
                if likeness == top[passage]:
                    top[passage] = max(like[passage].values(), default=0.0)
        del self._bridges[pair]

    def _sum(self, pair: Pair, met: Met[Any], sign: int) -> None:
        for name, best in zip(pair, (met.best_one, met.best_two), strict=True):
            whole = self.whole[name]
            for passage, (likeness, _) in best.items():
                whole[passage] += sign * int(likeness * _GRAIN)

    def _sides(self, pair: Pair, met: Met[Any]) -> Iterator[tuple[str, str, list[tuple[int, int, float]]]]:
        """Either article, the other one, and the passages of the first beside those of the second."""
        near = [(one.a, one.b, one.likeness) for one in met.near if one.likeness >= WEAKEST_BRIDGE]
        yield *pair, near
        yield *pair[::-1], [(b, a, likeness) for a, b, likeness in near]

    def bridges(self, pair: Pair) -> Callable[[int, int], float]:
        """For two passages of two articles the best likeness, of the weaker side, to one of a third, 0 to 1."""
        kept, now = self._bridges[pair], self._time
        left = self._left.get(pair[0], set()) | self._left.get(pair[1], set())
        come, others_come = (self._come[name] for name in pair)

        def bridge(a: int, b: int) -> float:
            time, best, over = kept.get(a * _ARTICLE + b, _NEVER)
            if time == now:
                return best
            if time == now - 1 and over - over % _ARTICLE not in left:
                mine, theirs = come[a], others_come[b]
                for other, likeness in mine.items():
                    if likeness > best < theirs.get(other, 0.0):
                        best, over = min(likeness, theirs[other]), other
            else:
                best, over = bridged(self._likest(pair[0], a), self._likest(pair[1], b))
            kept[a * _ARTICLE + b] = now, best, over
            return best

        return bridge

    def _likest(self, name: str, passage: int) -> Like:
        """What a passage is like, the likest first."""
        like, ranked = self._like[name], self._ranked[name]
        if not ranked[passage]:
            ranked[passage] = True
            like[passage] = dict(sorted(like[passage].items(), key=itemgetter(1), reverse=True))
        return like[passage]


def bridged(mine: Like, theirs: Like) -> tuple[float, int]:
    """The best likeness, of the weaker side, to what both are like, and what that is; both with the likest first."""
    if len(theirs) < len(mine):
        mine, theirs = theirs, mine
    best, over = 0.0, 0
    for passage, likeness in mine.items():
        if likeness <= best:
            break
        other = theirs.get(passage, 0.0)
        if other > best:
            best, over = min(likeness, other), passage
    return best, over


class Field(Generic[J]):
    """All articles compared, and how pairs of their passages stand among them."""

    def __init__(
        self, articles: Sequence[Statements], met: Mapping[tuple[int, int], Met[J]], beside: Beside | None = None
    ) -> None:
        """Take the articles, and what came of it where two of them met, by their numbers.

        ``beside`` may be that of an earlier comparison; it is brought up to date.
        """
        self.met = met
        self._beside = beside or Beside()
        self._beside.follow(articles, met)
        self._names = [one.content.article.id for one in articles]
        self._wholes = [[whole / _GRAIN for whole in self._beside.whole[name]] for name in self._names]
        self._events = article_likeness(articles)
        self.others = len(articles) - 1
        """How many articles there are beside one."""

    def event(self, one: int, two: int) -> tuple[float, float]:
        """How far two articles are about one event, and about it alone, 0 to 1."""
        likeness = self._events[one, two]
        return min(1.0, likeness / SAME_EVENT), min(1.0, likeness / SAME_NEWS)

    def tops(self, article: int) -> Sequence[float]:
        """For each passage of an article the most that a bridge to it may be, 0 to 1."""
        return self._beside.top[self._names[article]]

    def bridges(self, one: int, two: int) -> Callable[[int, int], float]:
        """For two passages of two articles the best likeness, of the weaker side, to one of a third, 0 to 1."""
        return self._beside.bridges((self._names[one], self._names[two]))

    def bridge(self, one: int, two: int, pair: Near[J]) -> float:
        """The same for one pair."""
        return self.bridges(one, two)(pair.a, pair.b)

    def wholes(self, article: int) -> Sequence[float]:
        """For each passage of an article how well those of all others match it, added up."""
        return self._wholes[article]

    def hub(self, one: int, two: int, pair: Near[J]) -> float:
        """How well other passages match the two, on the average of all other articles, 0 to 2."""
        return (self._wholes[one][pair.a] + self._wholes[two][pair.b] - pair.ahead) / self.others


def article_likeness(articles: Sequence[Statements]) -> dict[tuple[int, int], float]:
    """The cosine of every two articles' words."""
    idf = rarity([article.bag for article in articles], length=400, background=50)
    posted: dict[str, list[tuple[int, int]]] = defaultdict(list)
    found = {}
    for j, article in enumerate(articles):
        products = [0] * j
        for term, weight in weigh(article.bag, idf).items():
            for i, other in posted[term]:
                products[i] += weight * other
            posted[term].append((j, weight))
        found.update({(i, j): product / GRAIN**2 for i, product in enumerate(products)})
    return found
