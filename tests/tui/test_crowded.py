"""Elsewhere with more counterparts than rows."""

from __future__ import annotations

from dataclasses import replace

from reader.model import Link
from reader.tui.content.elsewhere import strip
from tests.comparison.reports import compared

SAID = ("Divers raised the bell.", "The bell was raised.", "A bell came up.", "Up came a bell.", "Nobody saw it.")


def test_each_source_that_has_no_row_of_its_own_is_still_told() -> None:
    one, two, three, four, five = SAID
    made = compared(one=one, two=two, three=three, four=four, five=five)
    here, *others = (analysis.passages[0].id for analysis in made.analyses)
    links = [Link(here, other, 0.9 - n / 10, "likely", ("both: bell",)) for n, other in enumerate(others[:3])]
    made = replace(made, links=tuple(links))
    lines = strip(made, made.analyses[0].passages[0], made.analyses[0].article, 60, 4)
    told = ["".join(text for text, _ in line.row).strip() for line in lines]
    assert "3 of 4 have it" in told[0]
    assert told[-1] == "4 Four likely · none in 1 other"
    assert [line.target.number for line in lines if line.target] == [2, 3, 4]
