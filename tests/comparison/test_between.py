"""What two figures say of each other, and when a link tells of a difference."""

from __future__ import annotations

from typing import Any

import pytest

from reader.comparison.comparable import between
from reader.comparison.disputed import marked
from reader.model import Analysis, Article, Figure, Line, Link, Passage


def figure(name: str, value: float, hedge: str = "", **more: Any) -> Figure:
    low, high = (value, None) if hedge == "at least" else (value, value)
    passage = name.partition(":")[0] + ":p1"
    return Figure(0, 1, name, low, high, value, hedge, passage=passage, **more)


@pytest.mark.parametrize(
    ("one", "two", "said"),
    [
        (figure("a:f1", 34), figure("b:f1", 34), "agree"),
        (figure("a:f1", 34), figure("b:f1", 35), "differ"),
        (figure("a:f1", 31, "at least"), figure("b:f1", 60), "compatible"),
        (figure("a:f1", 40, unit="metre"), figure("b:f1", 130, "about", unit="foot"), "agree"),
        (figure("a:f1", 40, unit="metre"), figure("b:f1", 40, unit="foot"), "differ"),
    ],
)
def test_two_figures_are_judged_by_themselves(one: Figure, two: Figure, said: str) -> None:
    assert between(one, two) == between(two, one) == said


def differs(these: list[Figure], those: list[Figure]) -> bool:
    """Whether a link of two passages with those figures tells of a difference."""
    text = "Numbers of something, reported by somebody."
    analyses = [
        Analysis(
            Article(name, text, (Line(0, len(text), 1),)),
            (Passage(0, len(text), f"{name}:p1", 0, text),),
            figures=tuple(figures),
        )
        for name, figures in (("a", these), ("b", those))
    ]
    return marked(analyses, [Link("a:p1", "b:p1", 0.9, "strong")])[0].differs


def test_a_difference_is_of_one_thing_with_one_fate() -> None:
    dead = {"counted": "people", "happened": "killed"}
    assert differs([figure("a:f1", 34, **dead)], [figure("b:f1", 35, **dead)])
    assert not differs([figure("a:f1", 34, **dead)], [figure("b:f1", 34, **dead)])
    assert not differs([figure("a:f1", 34, **dead)], [figure("b:f1", 170, counted="people")])
    assert not differs([figure("a:f1", 20, unit="minute")], [figure("b:f1", 25, unit="minute")])


def test_a_figure_that_is_answered_differs_from_no_other() -> None:
    boats = {"counted": "lifeboats"}
    assert not differs([figure("a:f1", 2, **boats)], [figure("b:f1", 2, **boats), figure("b:f2", 6, **boats)])
