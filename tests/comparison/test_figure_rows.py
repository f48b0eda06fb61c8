from __future__ import annotations

import pytest

from reader.model import Comparison
from tests.comparison.reports import compared, market


def rows(comparison: Comparison) -> list[tuple[str, str, list[str]]]:
    texts = {f.id: f.of(a.article.text) for a in comparison.analyses for f in a.figures}
    return [(row.label, row.verdict, [texts[f] for f in row.figures]) for row in comparison.figure_rows]


def test_differences_come_before_bounds_that_allow_both() -> None:
    assert rows(market()) == [
        ("people evacuated", "differ", ["400", "650"]),
        ("people killed", "compatible", ["12", "30"]),
    ]


def test_equal_numbers_of_different_things_are_warned_of_and_share_no_row() -> None:
    comparison = market()
    texts = {f.id: f.of(a.article.text) for a in comparison.analyses for f in a.figures}
    assert [(look.why, [texts[f] for f in look.figures]) for look in comparison.look_alikes] == [
        ("evacuated, not injured", ["400", "400"])
    ]


@pytest.mark.parametrize(
    ("one", "two", "verdict"),
    [
        ("The siege of Tolm lasted 48 hours.", "The siege of Tolm lasted two days.", "agree"),
        ("Police detained 40 protesters in Tolm.", "Police detained dozens of protesters in Tolm.", "compatible"),
        ("Police detained 40 protesters in Tolm.", "Police detained 60 protesters in Tolm.", "differ"),
        ("Nearly 300 people were killed in Tolm.", "In Tolm 290 people were killed.", "agree"),
    ],
)
def test_intervals_decide(one: str, two: str, verdict: str) -> None:
    assert [row.verdict for row in compared(one=one, two=two).figure_rows] == [verdict]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("In Tolm 80 people were killed.", "In Tolm 80 people were injured."),
        ("Some 2,000 soldiers guard Tolm.", "From Tolm 2,000 people were evacuated."),
        ("In Tolm 80 people were killed.", "In the war of 1987, 30,000 people were killed in Tolm."),
    ],
)
def test_other_things_and_other_events_stay_apart(one: str, two: str) -> None:
    assert compared(one=one, two=two).figure_rows == ()


def test_a_part_and_its_whole_share_no_row() -> None:
    comparison = compared(
        one="Two of the six lifeboats of the Marigold could not be lowered.",
        two="On the Marigold two lifeboats could not be lowered, out of six lifeboats.",
    )
    texts = {f.id: f.value for a in comparison.analyses for f in a.figures}
    assert all(len({texts[f] for f in row.figures}) == 1 for row in comparison.figure_rows)
