"""When a passage tells something happened, and what it only names."""

from datetime import date

import pytest

from reader.analysis import analyse
from reader.analysis.placing import Placed
from reader.comparison import compare
from reader.comparison.coverage import central, not_here
from reader.comparison.dated import times
from reader.comparison.timeline import conflicts
from reader.model import Article, Link
from tests.comparison.reports import article, compared


def told(sentence: str) -> list[tuple[str, str]]:
    """The times of a sentence, from and to, by the year."""
    analysis = analyse(article("one", sentence))
    (passage,) = analysis.passages
    found = times(analysis, Placed(analysis.moments), passage)
    return [(str(m.earliest)[:4], str(m.latest)[:4]) for m in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "The patrols are there to uphold the 2015 fisheries treaty.",
        "Prices have returned to their pre-2015 level.",
        "Kelm has kept to the terms of its 2015 truce with Suvia.",
        "Peace has held since the end of the war in 2015.",
    ],
)
def test_a_year_within_a_name_is_no_time(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2015 inspectors found the quay unsafe.",
        "Hundreds fled during the 2015 war.",
        "The 2015 storm sank nine boats.",
        "It was the worst loss since the storm of 2015, in which nine died.",
        "The quay has been shut since 2015, the port says.",
    ],
)
def test_a_year_in_which_something_happened_is_one(sentence: str) -> None:
    assert told(sentence) == [("2015", "2015")]


def test_two_years_that_bound_a_span_are_one_time() -> None:
    assert told("The towns fought a war between 1998 and 2004 over the bay.") == [("1998", "2004")]
    assert told("From 1998 to 2004 the towns fought over the bay.") == [("1998", "2004")]
    assert told("There were floods in 1998 and 2004.") == [("1998", "1998"), ("2004", "2004")]


def test_a_span_of_named_years_stands_on_the_timeline() -> None:
    events = compared(one="The towns were at war in 1998-2004.", two="The bay is calm.").timeline
    assert [(e.earliest.year, e.latest.year) for e in events] == [(1998, 2004)]


def test_the_day_of_saying_is_no_day_of_what_was_said() -> None:
    comparison = compared(
        one="The old ferry Halna sank off the island of Kelm with nine sailors on board, officials said on Monday.",
        two="The old ferry Halna sank off the island of Kelm with nine sailors on board, police said on Tuesday.",
    )
    assert comparison.links[0].grade == "strong"
    assert conflicts(comparison.analyses, comparison.links) == ()


def test_of_passages_that_report_the_same_the_one_stands_for_all_that_the_others_answer_best() -> None:
    links = [Link("a", "b", 0.7, "likely"), Link("b", "c", 0.9, "strong"), Link("a", "c", 0.1, "weak")]
    assert central(["a", "b", "c"], links) == "b"
    assert central(["x", "y"], links) == "x"


def test_what_is_missing_is_told_once_by_the_passage_that_most_others_answer() -> None:
    one, two, three, four = (
        analyse(article(name, text))
        for name, text in (
            ("one", "Kelm mourns. The ferry sank."),
            ("two", "The ferry went down."),
            ("three", "The ferry is lost."),
            ("four", "Suvia is calm."),
        )
    )
    links = [
        Link("one:p1", "two:p1", 0.6, "likely"),
        Link("one:p2", "two:p1", 0.9, "strong"),
        Link("two:p1", "three:p1", 0.8, "strong"),
    ]
    assert not_here((one, two, three, four), links)["four"] == ("two:p1",)


def test_what_a_linked_passage_surely_has_is_not_called_missing() -> None:
    names = ("one", "two", "three")
    analyses = [analyse(article(name, "The ferry sank.")) for name in names]
    links = [Link("one:p1", "two:p1", 0.8, "strong"), Link("two:p1", "three:p1", 0.8, "strong")]
    assert not_here(analyses, links) == dict.fromkeys(names, ())


def test_a_time_that_is_set_against_another_is_not_told_of() -> None:
    assert told("Turnout was 67 percent, up from 58 percent in 2015.") == []
    assert told("The port landed more herring than in 2015.") == []
    assert told("Oster earned 1.3 million, up from 1.12 million in 2015.") == []
    assert told("Bad loans were twice as high as in 2015.") == []
    assert told("The share price was at its highest level since 2015.") == []
    assert told("It was the worst loss since 2015, when nine boats sank.") == [("2015", "2015")]
    assert told("Nine were freed from the hold in 2015.") == [("2015", "2015")]


def test_one_weekday_a_week_apart_is_no_conflict() -> None:
    comparison = compared(
        one="The dockers' union of Kelm called for a vote on the strike over pay on Monday.",
        two="The dockers' union of Kelm announced a vote on the strike over pay for Monday.",
    )
    assert comparison.links[0].grade == "strong"
    assert [e.earliest for e in comparison.timeline] == [date(2023, 9, 11), date(2023, 9, 18)]
    assert conflicts(comparison.analyses, comparison.links) == ()


def _days(*reports: Article) -> list[tuple[date, list[str]]]:
    comparison = compare([analyse(report) for report in reports])
    return [(event.earliest, [passage.split(":")[0] for passage in event.passages]) for event in comparison.timeline]


WALL = "The harbour wall of Tolm collapsed near the fish market, killing nine dockers and a pilot"


def test_a_passage_without_a_day_borrows_that_of_its_counterpart() -> None:
    one, two = article("one", f"{WALL} on Tuesday."), article("two", f"{WALL}.")
    assert _days(one, two) == [(date(2023, 9, 12), ["one", "two"])]


def test_no_day_is_borrowed_that_comes_after_the_report() -> None:
    one, two = article("one", f"{WALL} on Tuesday."), article("two", f"{WALL}.", published=date(2023, 9, 11))
    assert _days(one, two) == [(date(2023, 9, 12), ["one"])]


def test_the_day_of_a_saying_is_not_borrowed() -> None:
    one, two = article("one", f"{WALL}, the port office said on Tuesday."), article("two", f"{WALL}.")
    assert _days(one, two) == [(date(2023, 9, 12), ["one"])]


def test_the_month_in_which_somebody_was_told_is_not_borrowed() -> None:
    one = article("one", "The owner of the tug Brage was told in August that two of its pumps could not be started.")
    two = article("two", "Two of the pumps of the tug Brage could not be started, its owner was told.")
    assert _days(one, two) == [(date(2023, 8, 1), ["one"])]


def test_how_things_stand_has_the_day_of_its_own_report() -> None:
    one = article("one", "On Tuesday eleven dockers and a pilot of the port of Tolm were missing in the harbour.")
    two = article("two", "Eleven dockers and a pilot of the port of Tolm are still missing in the harbour.")
    assert _days(one, two) == [(date(2023, 9, 12), ["one"])]
