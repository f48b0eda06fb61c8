"""The chance of each row to be body: an additive model over bins, in two passes.

The first pass sees a row's shape and its words, the second the scores of its neighbours as well (stacking, after
Wolpert, Stacked generalization, 1992). The weights are those of ``model.json``, fitted by
``tests/benchmarks/train_cleaning.py``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
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
    like = [row.like for row in rows]
    rules = dict(zip(like, ruled, strict=True))
    known = [_rule_bin(row, rules[row.like]) for row in distinct(rows)]
    return [known[number] for number in like]


def _rule_bin(row: Row, rule: Rule | None) -> int:
    if rule is not None:
        return _OWN.get(rule.reason, rule.number)
    return DATE_BIN if is_date_line(row) else CREDIT_BIN if credit(row) else 0


@cache
def model() -> dict[str, Any]:
    """The weights: of both passes, of words, and of titles."""
    weights: dict[str, Any] = json.loads(Path(__file__).with_name("model.json").read_text("utf-8"))
    pairs: dict[str, dict[str, int]] = {}
    for term, weight in weights["words"].items():
        if " " in term:
            one, two = term.split(" ")
            pairs.setdefault(one, {})[two] = weight
    starts = {term[1:]: weight for term, weight in weights["words"].items() if term[0] == "^"}
    return weights | {"pairs": pairs, "starts": starts}


def wording(words: Sequence[str]) -> int:
    """What the words of a row say for its being body: the weights of its ``terms``, looked up without making them."""
    if not words:
        return 0
    weights = model()
    known = words if len(words) <= _HEAD + _TAIL else [*words[:_HEAD], *words[-_TAIL:]]
    total: int = sum(filter(None, map(weights["words"].get, set(known)))) + weights["starts"].get(words[0], 0)
    pairs = weights["pairs"]
    for one, two in pairwise(words[:_PAIRED]):
        if one in pairs:
            total += pairs[one].get(two, 0)
    return total


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the model makes of rows: the score of each as ``body``.

    ``bins`` numbers the rule of each row; ``shapes`` and ``told`` have the shape of each text and what it tells of.
    """

    body: Sequence[int]
    bins: Sequence[int]
    shapes: Sequence[Sequence[int]]
    told: Sequence[set[str]]


def judge(rows: Sequence[Row], ruled: Sequence[Rule | None]) -> Judgement:
    """What the model makes of each row: with a score above 0 it more likely is body than not."""
    first, second = model()["first"], model()["second"]
    like = [row.like for row in rows]
    bins = rule_bins(rows, ruled)
    shapes = features.shapes(rows, bins)
    page = features.page(rows)
    # what a text says by itself is summed once, however often it stands there
    own = [
        sum(map(getitem, first, shape)) + wording(row.words) for row, shape in zip(distinct(rows), shapes, strict=True)
    ]
    around = first[len(features.SHAPE_BINS) :]
    scores = [own[n] + sum(map(getitem, around, line)) for n, line in zip(like, page, strict=True)]

    told = features.told(rows)
    near = features.company(rows, bins, told, scores, chances(scores))
    beside = second[len(features.COMPANY_BINS) :]
    own = [sum(map(getitem, beside, features.lasting(shape))) for shape in shapes]
    body = [own[n] + sum(map(getitem, second, line)) for n, line in zip(like, near, strict=True)]
    return Judgement(body, bins, shapes, told)


def chances(scores: Sequence[int]) -> list[float]:
    """Scores as probabilities."""
    return [_CHANCES[score] if -_MOST <= score < _MOST else float(score > 0) for score in scores]
