"""What is beside a passage is the same, however the articles compared came together."""

from __future__ import annotations

import random
from itertools import combinations
from types import SimpleNamespace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.comparison.evidence import Met, Near
from reader.comparison.standing import Beside, Field

PASSAGES = {"a": 3, "b": 2, "c": 3, "d": 1, "e": 0}
Met_ = Met[float]


def article(name: str, turn: int) -> Any:
    """An article with as many passages as its name says, one more in every other of its turns."""
    words = SimpleNamespace(content=SimpleNamespace(article=SimpleNamespace(id=name)), bag={})
    words.facts = range(PASSAGES[name] + turn % 2)
    return words


def meet(one: Any, two: Any, turns: tuple[int, int]) -> Met_:
    """What comes of it where two articles meet, the same for the same turns of both."""
    draw = random.Random(f"{one.content.article.id} {two.content.article.id} {turns}")
    places = [(a, b, draw.choice([0.05, 0.2, 0.4, 0.6])) for a in one.facts for b in two.facts if draw.random() < 0.8]
    mine: dict[int, tuple[float, float]] = {}
    theirs: dict[int, tuple[float, float]] = {}
    for a, b, likeness in places:
        mine[a] = max(likeness, mine.get(a, (0.0, 0.0))[0]), 0.0
        theirs[b] = max(likeness, theirs.get(b, (0.0, 0.0))[0]), 0.0
    return Met(one, two, {}, tuple(Near(a, b, likeness, 0.0, 0.0) for a, b, likeness in places), mine, theirs)


def told(articles: list[Any], met: dict[tuple[int, int], Met_], beside: Beside, asked: random.Random) -> list[object]:
    """All that is told of the pairs; of some pairs nobody asks in some turns."""
    field = Field(articles, met, beside)
    ends = [(i, j, near) for (i, j), found in met.items() for near in found.near if asked.random() < 0.7]
    bridges = [(i, j, near, field.bridge(i, j, near)) for i, j, near in ends]
    return [bridges, *((list(field.wholes(number)), list(field.tops(number))) for number in range(len(articles)))]


TURNS = st.lists(
    st.tuples(st.sampled_from(sorted(PASSAGES)), st.sampled_from(["goes", "changes", "comes"])), max_size=9
)


@settings(max_examples=150, deadline=None)
@given(TURNS, st.integers(0, 9))
def test_it_is_the_same_however_the_articles_came_together(steps: list[tuple[str, str]], seed: int) -> None:
    beside, kept = Beside(), dict[tuple[str, str, int, int], Met_]()
    here = dict.fromkeys(PASSAGES, 0)
    for name, step in [("a", "comes"), *steps]:
        turn = here.get(name, 0) + (step == "changes")
        here.pop(name, None) if step == "goes" else here.update({name: turn})
        articles = [article(*one) for one in here.items()]
        met = {}
        for (i, one), (j, two) in combinations(enumerate(here), 2):
            turns = here[one], here[two]
            key = one, two, *turns
            met[i, j] = kept[key] = kept.get(key) or meet(articles[i], articles[j], turns)
        again, anew = (told(articles, met, one, random.Random(seed)) for one in (beside, Beside()))
        assert again == anew
