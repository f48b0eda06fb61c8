from __future__ import annotations

import os
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.comparison import compare
from reader.comparison.correspondence import Candidate, offered
from reader.comparison.grading import calibration
from reader.model import Comparison, Link
from tests.comparison.reports import article, compared, market


def best(comparison: Comparison, passage: str, other: str) -> Link | None:
    found = comparison.counterparts(passage).get(other)
    return found[0] if found else None


def test_a_date_leads_to_the_weekday_another_report_names_it_by() -> None:
    comparison = market()
    link = best(comparison, "harbour:p4", "dispatch")
    assert link is not None
    assert link.other("harbour:p4") == "dispatch:p3"
    assert link.grade == "strong"
    assert link.reasons == ("both: Kelm · Thu 14 Sep 2023 · rebuilding · talks / discussions · market",)


def test_what_stands_alone_has_no_counterpart() -> None:
    comparison = market()
    assert comparison.counterparts("harbour:p5") == {}
    assert comparison.counterparts("courier:p5") == {}


def test_other_numbers_of_the_same_thing_are_linked_and_said_to_differ() -> None:
    link = best(market(), "harbour:p2", "courier")
    assert link is not None
    assert (link.other("harbour:p2"), link.differs) == ("courier:p2", True)


def test_shared_words_are_marked_where_they_stand() -> None:
    comparison = market()
    for link in comparison.links:
        for passage in (link.a, link.b):
            whole = comparison.passage(passage)
            assert all(span in whole for span in link.shared(passage))
    talks = best(comparison, "harbour:p4", "dispatch")
    assert talks is not None
    text = comparison.analysis_of("harbour:p4").article.text
    assert [span.of(text) for span in talks.shared("harbour:p4")] == [
        "Talks",
        "rebuilding",
        "market",
        "Kelm",
        "September 14",
    ]


def test_a_name_and_title_in_common_are_no_fact_in_common() -> None:
    comparison = compared(
        one="Prime Minister Nora Castellan opened a bridge over the river Dell.\nIt rained all day.",
        two="Prime Minister Nora Castellan denied that taxes would go up in spring.\nNobody believed it.",
    )
    assert not [link for link in comparison.links if link.grade != "weak"]


def test_a_strong_link_is_the_best_of_both_its_ends() -> None:
    comparison = market()
    for link in comparison.links:
        if link.grade == "strong":
            for end in (link.a, link.b):
                there = comparison.analysis_of(link.other(end)).article.id
                assert best(comparison, end, there) == link


def test_candidates_hold_every_link_and_run_from_best_to_worst() -> None:
    comparison = market()
    scores = [score for _, _, score in comparison.candidates]
    assert scores == sorted(scores, reverse=True)
    assert {(link.a, link.b) for link in comparison.links} <= {(a, b) for a, b, _ in comparison.candidates}


def test_headings_and_single_articles_are_linked_to_nothing() -> None:
    assert compared(one="Only one report tells of this.").links == ()
    assert compare([]).links == ()


_PROGRAM = """
from tests.comparison.reports import market
from reader.comparison.provenance import shared_wording
c = market()
print(c.links, c.candidates, c.figure_rows, c.look_alikes)
print(c.coverage, c.wording, c.timeline, shared_wording(c.analyses))
"""


def test_the_answer_does_not_depend_on_the_seed_of_hashes() -> None:
    said = {
        subprocess.run(
            [sys.executable, "-c", _PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1


_TEXT = st.text(st.sampled_from("aB3,.%“”'’ \n\t-–é中\u0301\u200f\U0001f525$0"), max_size=120)


@settings(max_examples=60, deadline=None)
@given(st.lists(_TEXT, max_size=3))
def test_any_texts_can_be_compared(texts: list[str]) -> None:
    comparison = compare([article(f"a{n}", text) for n, text in enumerate(texts)])
    for row in comparison.wording:
        for phrase in row.phrases:
            text = next(a.article.text for a in comparison.analyses if a.article.id == phrase.article)
            assert phrase.of(text) == phrase.text
    for link in comparison.links:
        assert 0 <= link.score <= 1


def test_a_doubtful_pair_is_offered_where_a_third_article_bears_witness() -> None:
    measure = calibration(3)
    doubtful = (measure.witnessed + measure.least["weak"]) / 2
    one_two, two_three, one_three = (-0.9, 0, 1, 0, 0), (-0.8, 1, 2, 0, 0), (-doubtful, 0, 2, 0, 0)

    def grades(*ranked: Candidate) -> list[str]:
        return [grade for grade, *_ in offered(ranked, measure, lambda i, j, a, b: True)]

    assert grades(one_two, two_three, one_three) == ["strong", "strong", "weak"]
    assert grades(one_two, one_three) == ["strong"]
    better = (-0.7, 0, 2, 0, 1)
    assert grades(one_two, two_three, better, one_three) == ["strong", "strong", "likely"]


def test_what_no_reason_can_be_told_for_is_not_offered() -> None:
    assert list(offered([(-0.9, 0, 1, 0, 0)], calibration(2), lambda i, j, a, b: False)) == []


def test_one_number_of_one_thing_is_a_reason() -> None:
    comparison = compared(
        one="Divers from Tolm searched the quay where 17 men are missing.",
        two="Seventeen men are still missing at the quay, where divers went on searching.",
    )
    (link,) = comparison.links
    assert "17" in link.reasons[0]
    assert "17" in {span.of(comparison.analyses[0].article.text) for span in link.shared_a}
    assert "Seventeen" in {span.of(comparison.analyses[1].article.text) for span in link.shared_b}
