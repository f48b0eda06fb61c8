"""Numbers that stand behind what they count."""

from __future__ import annotations

import pytest

from reader.analysis.totals import total


@pytest.mark.parametrize(
    ("before", "counted"),
    [
        ("The death toll reached ", ("people", "killed")),
        ("the death toll in the valley has risen to ", ("people", "killed")),
        ("She put the number of the dead at ", ("people", "killed")),
        ("The number of people rescued was corrected to ", ("people", "rescued")),
        ("put the number of survivors at ", ("survivors", "")),
        ("its crew of ", ("crew", "")),
        ("the number of flats sold in May fell to ", ("flats", "sold")),
        ("A number of people were seen at ", ("", "")),
        ("The toll on the bridge is ", ("", "")),
        ("A number of people. In all ", ("", "")),
        ("The number of the house is on the door, and ", ("", "")),
    ],
)
def test_the_noun_before_the_number(before: str, counted: tuple[str, str]) -> None:
    assert total(before.lower(), len(before)) == counted


def test_long_rows_of_words_cost_no_more_than_short_ones() -> None:
    text = "number of " + "the " * 100_000
    assert total(text, len(text)) == ("", "")
