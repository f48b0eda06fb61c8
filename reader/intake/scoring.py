"""The chance of each row to be body: an additive model over bins, in three passes.

The first pass sees a row's shape and its words, the next two the scores of its neighbours as well (stacking; Wolpert,
Stacked generalization, 1992). The weights are those of ``model.json``, fitted by ``tests/benchmarks/train_cleaning.py``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from math import exp
from operator import getitem
from typing import Any

from reader.intake import features
from reader.intake.features import RULE_BINS
from reader.intake.lines import Row
from reader.intake.rules import HEADING, Rule

SCALE = 100.0
"""Weights are stored as whole hundredths."""

_HEAD, _TAIL = 24, 8  # words looked at from either end of a row


def terms(row: Row) -> set[str]:
    """The words of either end of a row and the pairs at its start, folded: what its wording is judged by."""
    words = [word.casefold() for word in row.words[:_HEAD]]
    found = set(words)
    found.update([f"{a} {b}" for a, b in zip(words[:8], words[1:8], strict=False)])
    if words:
        found.add("^" + words[0])
    found.update([word.casefold() for word in row.words[_HEAD:][-_TAIL:]])
    return found


def rule_bins(ruled: Sequence[Rule | None]) -> list[int]:
    """The number under which the model knows each row's rule."""
    return [0 if rule is None else RULE_BINS - 1 if rule.reason == HEADING else rule.number for rule in ruled]


@cache
def _model() -> dict[str, Any]:
    model: dict[str, Any] = json.loads(files("reader.intake").joinpath("model.json").read_text("utf-8"))
    return model


def log_odds(rows: Sequence[Row], ruled: Sequence[Rule | None]) -> list[float]:
    """The log odds of each row to be body; above 0 it more likely is."""
    model = _model()
    bins = rule_bins(ruled)
    shapes = list(_shapes(rows, bins))
    pages = features.page(rows)
    fixed = [a + b for a, b in zip(shapes, pages, strict=True)]
    words: dict[str, int] = model["words"]
    get = words.get
    first: list[list[int]] = model["passes"][0]
    known: dict[int, float] = {}
    scores = []
    for row, places in zip(rows, fixed, strict=True):
        said = known.get(id(row.words))
        if said is None:
            said = known[id(row.words)] = sum([get(term, 0) for term in terms(row)])
        scores.append((sum(map(getitem, first, places)) + said) / SCALE)
    for tables in model["passes"][1:]:
        company = features.company(rows, bins, scores, [chance(score) for score in scores])
        scores = [sum(map(getitem, tables, near + places)) / SCALE for near, places in zip(company, fixed, strict=True)]
    return scores


def _shapes(rows: Sequence[Row], bins: Sequence[int]) -> Iterator[list[int]]:
    known: dict[int, list[int]] = {}
    for row, rule in zip(rows, bins, strict=True):
        shape = known.get(id(row.words))
        if shape is None:
            shape = known[id(row.words)] = features.shape(row, rule)
        yield shape


def chance(score: float) -> float:
    """Log odds as a probability."""
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, score))))
