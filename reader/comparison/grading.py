"""From evidence to a score, a grade or silence.

The score is a logistic regression's: what share of pairs with such evidence report the same thing. Its weights stand in
``data/link_weights.json`` and are made by tests/benchmarks/calibrate_links.py.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from reader.comparison.evidence import NAMES, Evidence
from reader.model import Grade


@cache
def weights() -> Mapping[str, float]:
    """The weight of each kind of evidence, of a pair as such (``bias``), and the least score of each grade."""
    table = files("reader.comparison").joinpath("data", "link_weights.json").read_text("utf-8")
    return {str(name): float(weight) for name, weight in json.loads(table)["weights"].items()}


@cache
def least() -> Mapping[Grade, float]:
    """The least score of each grade."""
    table = files("reader.comparison").joinpath("data", "link_weights.json").read_text("utf-8")
    return {grade: float(score) for grade, score in json.loads(table)["grades"].items()}


def score(evidence: Evidence) -> float:
    """How likely the pair reports the same thing, 0 to 1, to six digits."""
    known = weights()
    total = known["bias"] + sum(
        known.get(name, 0.0) * value for name, value in zip(NAMES, evidence.values(), strict=True)
    )
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 6)


def grade(score: float) -> Grade | None:
    """The grade of a pair of that score; ``None``: not to be offered."""
    for name, limit in least().items():
        if score >= limit:
            return name
    return None
