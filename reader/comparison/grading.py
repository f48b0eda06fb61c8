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

from reader.comparison.evidence import NAMES, Evidence
from reader.model import GRADES, Grade


@dataclass(frozen=True, slots=True)
class Calibration:
    """The weight of each kind of evidence and, last, of a pair as such; and the least score of each grade."""

    weights: tuple[float, ...]
    least: Mapping[Grade, float]

    def score(self, evidence: Evidence) -> float:
        """How likely the pair reports the same thing, 0 to 1, to six digits."""
        total = sum(map(mul, self.weights, evidence)) + self.weights[-1]
        return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 6)

    def grade(self, score: float) -> Grade | None:
        """The grade of a pair of that score; ``None``: not to be offered."""
        return next((grade for grade in GRADES if score >= self.least[grade]), None)


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
