"""The chance of each row to be body: an additive model over bins, in two passes.

The first pass sees a row's shape and its words, the second the scores of its neighbours as well (stacking, after
Wolpert, Stacked generalization, 1992). The weights are those of ``model.json``, fitted by
``tests/benchmarks/train_cleaning.py``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
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
from reader.intake.lines import Row
from reader.intake.rules import COMMENTS, HEADING, Rule

SCALE = 100.0
"""Weights are stored as whole hundredths."""

TITLE = -1.0
"""Log odds over which a row may be the title."""

_OWN = {HEADING: HEADING_BIN, COMMENTS: COMMENTS_BIN}
_HEAD, _TAIL = 24, 8  # words looked at from either end of a row


def terms(row: Row) -> set[str]:
    """The words of either end of a row and the pairs at its start, folded: what its wording is judged by."""
    words = row.folded
    found = set(words if len(words) <= _HEAD + _TAIL else words[:_HEAD] + words[-_TAIL:])
    if words:
        found.add("^" + words[0])
        found.update([f"{a} {b}" for a, b in pairwise(words[:8])])
    return found


def rule_bins(rows: Sequence[Row], ruled: Sequence[Rule | None]) -> list[int]:
    """The number under which the model knows each row's rule; date lines and credit lines have numbers too."""
    known: dict[str, int] = {}
    out = []
    for row, rule in zip(rows, ruled, strict=True):
        if rule is not None:
            out.append(_OWN.get(rule.reason, rule.number))
            continue
        number = known.get(row.text)
        if number is None:
            number = known[row.text] = DATE_BIN if is_date_line(row) else CREDIT_BIN if credit(row) else 0
        out.append(number)
    return out


@cache
def _model() -> dict[str, Any]:
    model: dict[str, Any] = json.loads(Path(__file__).with_name("model.json").read_text("utf-8"))
    return model


class Judgement:
    """Log odds, row by row: of being body (``body``), and, when asked, of being the title."""

    def __init__(self, body: Sequence[float], places: Sequence[Sequence[int]]) -> None:
        self.body = body
        self._places = places

    def title(self, index: int) -> float:
        """The log odds of one row to be the title: few rows are asked for."""
        tables: list[list[int]] = _model()["title"]
        return sum(map(getitem, tables, self._places[index])) / SCALE


def judge(rows: Sequence[Row], ruled: Sequence[Rule | None]) -> Judgement:
    """What the model makes of each row; above 0 it more likely is body, or the title."""
    model = _model()
    bins = rule_bins(rows, ruled)
    shapes = list(_shapes(rows, bins))
    places = fixed = [a + b for a, b in zip(shapes, features.page(rows, shapes), strict=True)]
    get = model["words"].get
    first: list[list[int]] = model["passes"][0]
    known: dict[int, int] = {}
    scores = []
    for row, line in zip(rows, fixed, strict=True):
        said = known.get(id(row.words))
        if said is None:
            said = known[id(row.words)] = sum([get(term, 0) for term in terms(row)])
        scores.append((sum(map(getitem, first, line)) + said) / SCALE)
    for tables in model["passes"][1:]:
        near = features.company(rows, bins, scores, [chance(score) for score in scores])
        places = [a + b for a, b in zip(near, fixed, strict=True)]
        scores = [sum(map(getitem, tables, line)) / SCALE for line in places]
    return Judgement(scores, places)


def _shapes(rows: Sequence[Row], bins: Sequence[int]) -> Iterator[list[int]]:
    known: dict[int, list[int]] = {}
    for row, rule in zip(rows, bins, strict=True):
        shape = known.get(id(row.words))
        if shape is None:
            shape = known[id(row.words)] = features.shape(row, rule)
        yield shape


def chance(score: float) -> float:
    """Log odds as a probability."""
    if -30.0 < score < 30.0:
        return 1.0 / (1.0 + exp(-score))
    return float(score > 0)
