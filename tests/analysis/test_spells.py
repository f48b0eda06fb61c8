"""Spells of days told by an ordinal."""

from __future__ import annotations

import pytest

from reader.analysis import analyse
from reader.analysis.spells import spells
from tests.comparison.reports import article


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("dockers stayed away for a third day.", ["third day"]),
        ("it rained for the 12th day in a row.", ["12th day"]),
        ("the second night running, crowds met.", ["second night"]),
        ("prices fell in a fifth consecutive month.", ["fifth consecutive month"]),
        ("on the second day they left.", []),
        ("he took a third of the day's catch.", []),
        ("it opens for the 2024 season.", []),
    ],
)
def test_an_ordinal_tells_a_spell_only_where_the_days_are_in_a_row(text: str, found: list[str]) -> None:
    assert [text[spell.start : spell.end] for spell in spells(text)] == found


def test_a_spell_and_a_one_day_strike_are_figures() -> None:
    text = "For the second day in a row, dockers met. A one-day strike was called in 12 ports, one day after."
    analysis = analyse(article("log", text))
    assert [(f.of(text), f.value, f.unit, f.counted, f.happened) for f in analysis.figures] == [
        ("second day", 2.0, "day", "", "in a row"),
        ("one-day", 1.0, "day", "strike", ""),
        ("12", 12.0, "", "ports", ""),
    ]
