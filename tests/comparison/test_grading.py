from __future__ import annotations

import pytest

from reader.comparison.grading import UNANSWERED, answered, calibration, logistic
from reader.model import GRADES


def test_a_passage_without_a_sure_counterpart_is_doubted() -> None:
    sure, alone, second = answered([(4.0, 0, 0), (0.0, 1, 1), (0.0, 0, 2)])
    assert sure == pytest.approx(4.0, abs=0.02)
    assert alone == pytest.approx(-UNANSWERED / 2)
    assert alone < second < 0.0


def test_doubt_keeps_the_order_of_pairs_of_their_own() -> None:
    pairs = [(worth / 4, n, n) for n, worth in enumerate(range(-20, 20))]
    doubted = answered(pairs)
    assert doubted == sorted(doubted)
    assert all(worth - UNANSWERED <= less <= worth for (worth, _, _), less in zip(pairs, doubted, strict=True))
    assert answered([]) == []


def test_grades_fall_with_the_score() -> None:
    for articles in (2, 5):
        measure = calibration(articles)
        scores = [measure.least[grade] for grade in GRADES]
        assert scores == sorted(scores, reverse=True)
        assert measure.witnessed < measure.least["weak"]
        assert measure.score(measure.worth(0.6)) == pytest.approx(0.6) == pytest.approx(logistic(measure.worth(0.6)))
