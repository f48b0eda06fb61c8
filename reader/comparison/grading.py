"""From evidence to a score, a grade or silence.

The score is a logistic regression's: what share of pairs with such evidence report the same thing. Its weights stand in
``data/link_weights.json`` and are made by tests/benchmarks/calibrate_links.py.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import mul
from pathlib import Path
from typing import Literal

from reader.comparison.evidence import NAMES, Own
from reader.model import GRADES, Grade

Kind = Literal["event", "close", "bridge", "hub"]

UNANSWERED = 0.5
"""What speaks against a pair, at most, where neither passage has a sure counterpart in the other article."""

Worth = tuple[float, float]
"""What evidence is worth, and how much more where two articles are close."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """The weight of each kind of evidence and, last, of a pair as such; and the least score of each grade.

    ``witnessed`` is the least score to be offered where a third article bears witness.
    ``closer`` is how much more each kind weighs the closer the two articles are: the same words tell less between
    reports of two events.
    """

    weights: tuple[float, ...]
    closer: tuple[float, ...]
    least: Mapping[Grade, float]
    witnessed: float

    def own(self, evidence: Own) -> Worth:
        """What the evidence that depends on two articles alone is worth, and how much more where they are close."""
        plain = math.fsum(map(mul, self.weights, evidence)) + self.weights[-1]
        return plain, math.fsum(map(mul, self.closer, evidence))

    def standing(self, kind: Kind, close: float) -> float:
        """The weight of one of the kinds of evidence that tell how a pair stands among all."""
        number = NAMES.index(kind)
        return self.weights[number] + close * self.closer[number]

    def score(self, worth: float) -> float:
        """How likely a pair with evidence of that worth reports the same thing, 0 to 1, to six digits."""
        return round(logistic(worth), 6)

    def worth(self, score: float) -> float:
        """What the evidence of a pair of that score, between 0 and 1, is worth."""
        return math.log(score / (1 - score))

    def grade(self, score: float) -> Grade | None:
        """The grade of a pair of that score; ``None``: not to be offered."""
        for grade in GRADES:
            if score >= self.least[grade]:
                return grade
        return None


@cache
def table() -> Mapping[str, Calibration]:
    """The calibrations: for a comparison of ``two`` articles, where no third can bear witness, and of ``several``."""
    text = Path(__file__).with_name("data").joinpath("link_weights.json").read_text("utf-8")
    return {
        name: Calibration(
            tuple(found["weights"][kind] for kind in (*NAMES, "bias")),
            tuple(found["closer"][kind] for kind in NAMES),
            found["grades"],
            found["witnessed"],
        )
        for name, found in json.loads(text)["comparison of"].items()
    }


def calibration(articles: int) -> Calibration:
    """The calibration for a comparison of so many articles."""
    return table()["two" if articles == 2 else "several"]


def answered(pairs: Sequence[tuple[float, int, int]]) -> list[float]:
    """What pairs of passages of two articles are worth, each less the less sure it is that both have a counterpart.

    Pairs are given by the worth of their evidence and the numbers of their passages. What one article says and the
    other does not resembles something in it all the same; a passage with a sure counterpart may well have another.
    """
    best: tuple[dict[int, float], dict[int, float]] = {}, {}
    for worth, *ends in pairs:
        for end, seen in zip(ends, best, strict=True):
            seen[end] = max(worth, seen.get(end, worth))
    one, two = ({end: math.sqrt(logistic(worth)) for end, worth in seen.items()} for seen in best)
    return [worth - UNANSWERED * (1 - one[a] * two[b]) for worth, a, b in pairs]


def logistic(worth: float) -> float:
    """The chance, 0 to 1, that evidence of that worth stands for."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, worth))))
