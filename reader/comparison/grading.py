"""From evidence to a score, a grade or silence.

The score is a logistic regression's: what share of pairs with such evidence report the same thing. Its weights stand in
``data/link_weights.json`` and are made by tests/benchmarks/calibrate_links.py.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from operator import mul
from pathlib import Path
from typing import Literal

from reader.comparison.evidence import NAMES, Own
from reader.model import GRADES, Grade

Kind = Literal["event", "close", "bridge", "hub"]


@dataclass(frozen=True, slots=True)
class Calibration:
    """The weight of each kind of evidence and, last, of a pair as such; and the least score of each grade."""

    weights: tuple[float, ...]
    least: Mapping[Grade, float]

    def own(self, evidence: Own) -> float:
        """What the evidence that depends on two articles alone is worth."""
        return math.fsum(map(mul, self.weights, evidence)) + self.weights[-1]

    def standing(self, kind: Kind) -> float:
        """The weight of one of the kinds of evidence that tell how a pair stands among all."""
        return self.weights[NAMES.index(kind)]

    def score(self, worth: float) -> float:
        """How likely a pair with evidence of that worth reports the same thing, 0 to 1, to six digits."""
        return round(1 / (1 + math.exp(-max(-30.0, min(30.0, worth)))), 6)

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
        name: Calibration(tuple(found["weights"][kind] for kind in (*NAMES, "bias")), found["grades"])
        for name, found in json.loads(text)["comparison of"].items()
    }


def calibration(articles: int) -> Calibration:
    """The calibration for a comparison of so many articles."""
    return table()["two" if articles == 2 else "several"]
