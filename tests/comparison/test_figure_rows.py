from __future__ import annotations

import pytest

from reader.comparison import compare
from reader.model import Comparison
from tests.comparison.reports import article, compared, market


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


def test_the_dead_of_an_earlier_war_are_not_those_of_this_one_though_a_sentence_names_both() -> None:
    comparison = compared(
        one="The war of 2009 lasted six weeks. More than 600 people were killed in the war of 2009.",
        two="Two wars were fought over Tolm, one between 1978 and 1984 that took 3,000 lives, and the second in 2009.",
    )
    assert [label for label, _, figures in rows(comparison) if "3,000" in figures] == []


def test_one_war_of_two_reports_is_one_though_only_one_of_them_is_dated() -> None:
    one = article("one", "Tolm was won in the autumn of 2019 after 33 days of fighting.", published=None)
    two = article("two", "The peace has held in Tolm since the 33-day war in 2019.")
    assert rows(compare([one, two])) == [("days of war (2019)", "agree", ["33 days", "33-day"])]


def test_the_third_day_of_a_strike_may_be_told_the_day_after_the_second() -> None:
    comparison = compared(
        one="Dockers in Tolm stayed away from work for a third day on Friday in a strike over pay.",
        two="For the second day in a row, dockers in Tolm stayed away from work in their strike over pay.",
    )
    assert rows(comparison) == [("days in a row", "compatible", ["third day", "second day"])]


def test_billions_here_are_not_billions_there() -> None:
    comparison = compared(
        one="Shares worth billions of crowns changed hands in Tolm before the port opened.",
        two="Oster complained that the quarrel over its wage bill had cost it billions of crowns by May.",
    )
    assert rows(comparison) == []


@pytest.mark.parametrize(
    ("one", "two", "label"),
    [
        ("The ferry Maud sank within 25 minutes.", "The Maud sank in 25 minutes.", "Maud sank in … minutes"),
        ("A trawler with 70 people on board left Tolm.", "The trawler had 70 people on board.", "people on board"),
        ("A doctor said 27 people were in the Tolm hospital.", "The Tolm hospital has 27 people to care for.",
         "people"),
        ("A doctor saw 27 people carried to the ward.", "Of the 27 people brought to the ward, 16 went home.",
         "people (ward)"),
        ("Police made 40 arrests in Tolm.", "In Tolm police made 40 arrests.", "arrests"),
        ("The storm took 52 lives in Tolm.", "In Tolm 52 people were killed by the storm.", "people killed"),
        ("The sea off Tolm was at nine degrees Celsius.", "Off Tolm the sea was at nine degrees Celsius.",
         "sea (degrees Celsius)"),
        ("The mate, aged 26, had the watch of the Maud.", "The mate of the Maud, aged 26, had the watch.",
         "mate, aged …"),
    ],
)  # fmt: skip
def test_a_row_says_what_is_measured(one: str, two: str, label: str) -> None:
    assert [row.label for row in compared(one=one, two=two).figure_rows] == [label]


def test_one_number_of_two_things_is_warned_of_once_whatever_their_nouns() -> None:
    comparison = compared(
        one="In Tolm 34 people were killed.",
        two="The barge had 34 cars on its deck. In Tolm 34 people died.",
        three="No one knew how the 34 vehicles of the barge had been tied down.",
    )
    assert [look.why for look in comparison.look_alikes] == ["people killed, not cars"]


def test_people_who_owe_their_lives_or_go_home_are_no_population() -> None:
    comparison = compared(
        one="Tolm is home to nearly 2,000 people. Some 60 passengers owe their lives to a tug.",
        two="Its population was put at 5,000 people. By noon 16 people had gone home from the ward.",
    )
    assert rows(comparison) == [("people living", "differ", ["2,000", "5,000"])]


def test_a_part_of_the_rescued_is_not_the_rescued() -> None:
    comparison = compared(
        one="In Tolm 118 people were rescued. More than 20 of those who were rescued are in the Tolm hospital.",
        two="In Tolm 126 people were rescued. A doctor of the Tolm hospital counted 27 people.",
        three="In Tolm 119 people were rescued.",
    )
    found = {label: figures for label, _, figures in rows(comparison)}
    assert found["people rescued"] == ["118", "126", "119"]


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        (
            "Turnout in the Tolm election was 67 percent, the commission said.",
            "Participation in the Tolm election stood at 61 percent, the commission said.",
            [("turnout (percent)", "differ", ["67 percent", "61 percent"])],
        ),
        (
            "Shares in Oster, the Tolm brewer, fell 7 percent on the Kelm exchange after the news.",
            "The stock of Oster, the Tolm brewer, dropped by 9 percent on the Kelm exchange after the news.",
            [("shares fallen (percent)", "differ", ["7 percent", "9 percent"])],
        ),
        (
            "The Greens won 40 of the 120 seats in the Tolm assembly.",
            "In the Tolm assembly the Greens won 41 of the 120 seats.",
            [("seats", "agree", ["120", "120"])],
        ),
    ],
)
def test_measures_are_told_by_what_stands_before_them(
    one: str, two: str, found: list[tuple[str, str, list[str]]]
) -> None:
    assert rows(compared(one=one, two=two)) == found


def test_workers_killed_stand_beside_people_killed_and_children_do_not() -> None:
    comparison = compared(
        one="A blast at the Tolm paint works killed nine workers on the night shift.",
        two="A blast at the Tolm paint works killed 11 people on the night shift.",
        three="A blast at the Tolm paint works killed eight children on the night shift.",
    )
    assert [figures for _, _, figures in rows(comparison)] == [["nine", "11"]]


def test_people_of_whom_different_things_are_told_share_no_row() -> None:
    comparison = compared(
        one="About 120 people were on shift at the Tolm paint works when the fire broke out on Monday.",
        two="Four people were missing at the Tolm paint works after the fire broke out on Monday.",
    )
    assert rows(comparison) == []


def test_what_somebody_denies_is_in_no_row() -> None:
    comparison = compared(
        one="Inspectors said that 12 fire doors of the Tolm paint works had been blocked in May.",
        two="The ministry denied that 12 fire doors of the Tolm paint works had been blocked in May.",
    )
    assert rows(comparison) == []


def test_one_number_of_one_thing_under_two_names_is_no_look_alike() -> None:
    comparison = compared(
        one="The Tolm paint works was fined after inspectors found 15 fire doors blocked with pallets.",
        two="Inspectors fined the Tolm paint works, where they found 15 emergency exits blocked with pallets.",
    )
    assert comparison.links[0].grade != "weak"
    assert comparison.look_alikes == ()


@pytest.mark.parametrize(
    ("one", "two", "verdict"),
    [
        ("Oster had a profit of 1.32 billion euros.", "Oster had a profit of 1.3 billion euros.", "agree"),
        ("Turnout in Tolm was 31.2 percent.", "Turnout in Tolm was 31.0 percent.", "differ"),
        ("Turnout in Tolm was 67 percent.", "Turnout in Tolm was 67.3 percent.", "agree"),
        ("Turnout in Tolm was 67 percent.", "Turnout in Tolm was 66 percent.", "differ"),
        ("In Tolm 350 people were killed.", "In Tolm 353 people were killed.", "differ"),
    ],
)  # fmt: skip
def test_what_is_rounded_does_not_differ(one: str, two: str, verdict: str) -> None:
    assert [row.verdict for row in compared(one=one, two=two).figure_rows] == [verdict]


def test_what_was_expected_is_not_what_came() -> None:
    comparison = compared(
        one="Oster, the Tolm brewer, made a profit of 40 million euros in the spring.",
        two="Analysts had expected Oster, the Tolm brewer, to make a profit of 30 million euros in the spring.",
    )
    assert rows(comparison) == []


def test_passages_that_count_the_same_of_two_times_are_no_counterparts() -> None:
    comparison = compared(
        one="In Tolm 80 people were killed on Monday, when shells fell on the harbour, the mayor said.",
        two="In Tolm 900 people were killed in 1987, when shells fell on the harbour, the mayor said.",
    )
    assert {link.grade for link in comparison.links} <= {"weak"}


def test_numbers_of_no_fate_far_apart_share_no_row() -> None:
    comparison = compared(
        one="In 54 games for Tolm, Oster scored 13 goals and led the team to the final of the cup in Kelm.",
        two="In 157 games for Tolm, Oster scored 33 goals and led the team to the final of the cup in Kelm.",
    )
    assert comparison.links[0].grade != "weak"
    assert rows(comparison) == []
    assert not comparison.links[0].differs


def test_a_word_far_behind_a_number_tells_no_fate_of_people() -> None:
    comparison = compared(
        one="In Tolm 12 people had to sit down and decide whether the man was to be put to death.",
        two="In Tolm four people were killed by the man.",
    )
    assert rows(comparison) == []


def test_a_large_number_of_one_thing_needs_no_link() -> None:
    comparison = compared(
        one="Under the truce of Tolm, 2,000 peacekeepers watch over the bay.\nBread is dear in Suvia.",
        two="The premier of Suvia resigned. The country, where about 2,000 peacekeepers serve, is calm.",
        three="Some 2,000 people left Suvia by boat.",
    )
    assert [(verdict, figures) for _, verdict, figures in rows(comparison)] == [("agree", ["2,000", "2,000"])]


def test_numbers_far_apart_are_not_of_one_thing_in_one_article_either() -> None:
    comparison = compared(
        one="Tolm is home to nearly 25,000 people. They belong to a country of ten million citizens.",
        two="Its population was put at 120,000 people.",
    )
    assert rows(comparison) == [("people living", "differ", ["25,000", "120,000"])]
