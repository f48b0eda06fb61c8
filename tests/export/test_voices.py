"""Names, quotations and provenance as sections."""

from __future__ import annotations

from reader.export.sections import Page, sections
from reader.export.text import comparison_report
from tests.comparison.reports import compared

ONE = """\
Mayor Ida Kolb of Tolm said on Monday: "We will build the bridge again, and we will build it better than it was."
Kolb told reporters that the engineers had been warned.
By noon on Monday the river had carried the last of the old timber past the mill and out to the open sea."""

TWO = """\
"We will build the bridge again," said Ida Kolb, the mayor of Tolm.
The mayor said nothing of the engineers.
By noon on Monday the river had carried the last of the old timber past the mill and out of sight of the town."""


def entries(page: Page) -> dict[str, list[tuple[str, str, list[tuple[str, ...]]]]]:
    known = compared(one=ONE, two=TWO)
    return {
        s.title: [(e.label, e.sign, [q.told for q in e.quotes]) for e in s.entries] for s in sections(known, [page])
    }


def test_one_speakers_words_stand_together_and_what_was_changed_is_told() -> None:
    (first, *_) = entries("quotes")["Quotations and statements"]
    label, sign, told = first
    assert (label, sign) == ("Ida Kolb", "≈")
    assert told[0][1] == "otherwise here: and we will build it better than it was"
    assert told[1] == ('"We will build the bridge again,"',)


def test_names_are_told_with_their_variants_and_why_they_are_one() -> None:
    names = {label: told for label, _, told in entries("names")["Names"]}
    assert ("Kolb", "surname of Ida Kolb") in names["Ida Kolb (person)"]


def test_runs_of_words_in_common_are_quoted_from_both() -> None:
    (run, *_) = entries("provenance")["Runs of words in common"]
    assert run[0] == "19 words in common, names aside"
    assert all(told[0].startswith("By noon") for told in run[2])


def test_the_report_has_every_page_and_is_the_same_twice() -> None:
    told = list(comparison_report(compared(one=ONE, two=TWO)))
    assert {"Names", "Quotations and statements", "Runs of words in common"} <= set(told)
    assert told == list(comparison_report(compared(one=ONE, two=TWO)))
