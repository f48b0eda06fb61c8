"""Coverage, wording, timeline and provenance."""

from __future__ import annotations

from datetime import date

from reader.comparison.coverage import not_here
from reader.comparison.provenance import descents, origins, shared_wording
from reader.comparison.timeline import conflicts
from tests.comparison.reports import DISPATCH, HARBOUR, compared, market


def test_coverage_names_the_others_in_the_order_given() -> None:
    coverage = market().coverage
    assert coverage["harbour:p4"] == ("courier", "dispatch")
    assert coverage["harbour:p5"] == ()


def test_what_two_others_have_is_missing_here() -> None:
    comparison = market()
    missing = not_here(comparison.analyses, comparison.links)
    assert missing["dispatch"] == ("harbour:p2",)
    assert missing["harbour"] == ()


def test_nouns_that_outlets_choose_between_stand_in_one_row() -> None:
    rows = {row.label: [(p.article, p.text) for p in row.phrases] for row in market().wording}
    assert rows["talks"] == [("harbour", "Talks"), ("courier", "dialogue"), ("dispatch", "Discussions")]


def test_a_side_is_worded_by_each_source() -> None:
    comparison = compared(
        one="Troops shelled illegal armed groups near Tolm.\nThe breakaway region of Suvia is quiet.",
        two="Troops shelled the rebels near Tolm.\nThe Suvia enclave is quiet.",
        three="Troops shelled separatist fighters near Tolm.\nSuvia is quiet.",
    )
    rows = {row.label: [p.text for p in row.phrases] for row in comparison.wording}
    assert rows["armed groups"] == ["illegal armed groups", "rebels", "separatist fighters"]


def test_events_are_in_order_of_time() -> None:
    timeline = market().timeline
    assert list(timeline) == sorted(timeline, key=lambda e: (e.earliest, e.latest))
    talks = next(e for e in timeline if e.earliest == date(2023, 9, 14))
    assert {"harbour:p4", "dispatch:p3"} <= set(talks.passages)


def test_a_linked_day_that_differs_is_a_conflict() -> None:
    comparison = compared(
        one="The summit on fishing rights will open in the old customs house of Kelm on September 14.",
        two="The summit on fishing rights will open in the old customs house of Kelm on September 16.",
    )
    assert len(conflicts(comparison.analyses, comparison.links)) == 1


def test_a_reprint_is_one_origin_even_under_other_names() -> None:
    reprint = HARBOUR.replace("Ostrava Bay", "Ostrawa").replace("The town band", "The local band")
    comparison = compared(harbour=HARBOUR, copy=reprint, dispatch=DISPATCH)
    assert [(d.a, d.b, d.kind) for d in descents(comparison.analyses)] == [("harbour", "copy", "reprint")]
    assert origins(comparison.analyses) == (("harbour", "copy"), ("dispatch",))
    runs = shared_wording(comparison.analyses)
    texts = {a.article.id: a.article.text for a in comparison.analyses}
    assert runs
    for run in runs:
        assert (run.a.article, run.b.article) == ("harbour", "copy")
        assert run.a.of(texts["harbour"]) == run.a.text
        assert run.b.of(texts["copy"]) == run.b.text


def test_years_of_one_thing_that_differ_are_a_conflict_and_years_compared_are_none() -> None:
    bond = compared(
        one="Voters of Kelm approved a bond of three million crowns in 2009.",
        two="In 2010 the voters of Kelm approved the bond of three million crowns for the quay.",
    )
    assert len(conflicts(bond.analyses, bond.links)) == 1
    fish = compared(
        one="In 2019 the boats of Kelm landed nine tons of herring, a tenth of what they land now.",
        two="The boats of Kelm landed ninety tons of herring, ten times as much as before, in 2019 and 2020.",
    )
    assert conflicts(fish.analyses, fish.links) == ()
