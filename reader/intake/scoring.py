"""The chance of each row to be body: an additive model over bins, in two passes.

The first pass sees a row's shape and its words, the second the scores of its neighbours as well (stacking, after
Wolpert, Stacked generalization, 1992). The weights are those of ``model.json``, fitted by
``tests/benchmarks/train_cleaning.py``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from math import exp
from operator import getitem
from pathlib import Path
from typing import Any

from reader.intake import features
from reader.intake.credits import credit
from reader.intake.dates import is_date_line
from reader.intake.features import COMMENTS_BIN, CREDIT_BIN, DATE_BIN, HEADING_BIN
from reader.intake.lines import Row, distinct
from reader.intake.rules import COMMENTS, HEADING, Rule

SCALE = 100
"""Scores and weights are whole hundredths of log odds."""

TITLE = -0.5
"""Log odds over which a row may be the title."""

_OWN = {HEADING: HEADING_BIN, COMMENTS: COMMENTS_BIN}
_HEAD, _TAIL, _PAIRED = 12, 4, 6  # words looked at from either end of a row; words at its start taken in pairs
_MOST = 20 * SCALE
_CHANCES = [1.0 / (1.0 + exp(-score / SCALE)) for score in (*range(_MOST), *range(-_MOST, 0))]
"""The chance of each score; a negative one counts from the end."""


def terms(row: Row) -> set[str]:
    """The words of either end of a row and the pairs at its start: what its wording is judged by."""
    words = row.words
    found = set(words if len(words) <= _HEAD + _TAIL else words[:_HEAD] + words[-_TAIL:])
    if words:
        found.add("^" + words[0])
        found.update([f"{a} {b}" for a, b in pairwise(words[:_PAIRED])])
    return found


def rule_bins(rows: Sequence[Row], ruled: Sequence[Rule | None]) -> list[int]:
    """The number under which the model knows each row's rule; date lines and credit lines have numbers too."""
    known: dict[int, int] = {}
    for row, rule in zip(rows, ruled, strict=True):
        if row.like not in known:
            known[row.like] = (
                (DATE_BIN if is_date_line(row) else CREDIT_BIN if credit(row) else 0)
                if rule is None
                else _OWN.get(rule.reason, rule.number)
            )
    return [known[row.like] for row in rows]


@cache
def _model() -> dict[str, Any]:
    model: dict[str, Any] = json.loads(Path(__file__).with_name("model.json").read_text("utf-8"))
    return model


class Judgement:
    """What the model makes of each row: its score as ``body``, the number of its rule (``bins``), its ``title``."""

    def __init__(self, body: Sequence[int], bins: Sequence[int], places: Callable[[int], list[int]]) -> None:
        self.body = body
        self.bins = bins
        self._places = places

    def title(self, index: int) -> float:
        """The log odds of one row to be the title: few rows are asked for."""
        tables: list[list[int]] = _model()["title"]
        return sum(map(getitem, tables, self._places(index))) / SCALE


def judge(rows: Sequence[Row], ruled: Sequence[Rule | None]) -> Judgement:
    """What the model makes of each row: with a score above 0 it more likely is body than not."""
    model = _model()
    bins = rule_bins(rows, ruled)
    fixed = seen(rows, bins)
    first, second, get = model["first"], model["second"], model["words"].get
    said = [sum([get(term, 0) for term in terms(row)]) for row in distinct(rows)]
    scores = [sum(map(getitem, first, line)) + said[row.like] for row, line in zip(rows, fixed, strict=True)]
    near = features.company(rows, bins, scores, chances(scores))
    last = [sum(map(getitem, second, (*a, *features.lasting(b)))) for a, b in zip(near, fixed, strict=True)]
    return Judgement(last, bins, lambda index: near[index] + fixed[index])


def seen(rows: Sequence[Row], bins: Sequence[int]) -> list[list[int]]:
    """The bins of each row that need no score."""
    rules = {row.like: number for row, number in zip(rows, bins, strict=True)}
    known = [features.shape(row, rules[row.like]) for row in distinct(rows)]
    shapes = [known[row.like] for row in rows]
    return [a + b for a, b in zip(shapes, features.page(rows, shapes), strict=True)]


def chances(scores: Sequence[int]) -> list[float]:
    """Scores as probabilities."""
    return [_CHANCES[score] if -_MOST <= score < _MOST else float(score > 0) for score in scores]
