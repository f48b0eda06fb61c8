"""Dates, credits and named rules, line by line."""

from __future__ import annotations

from datetime import date

import pytest

from reader import clean
from reader.intake.credits import Credit, agencies, credit
from reader.intake.dateline import dateline
from reader.intake.dates import dates_in, is_date_line
from reader.intake.header import _without_outlet
from reader.intake.lines import Row, rows, split
from reader.intake.rules import Rule, repeats, rule_for, rules, sandwiches


def row(text: str) -> Row:
    (only,) = rows(text, split(text))
    return only


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019-03-04T18:20:00Z", date(2019, 3, 4)),
        ("4 March 2019 18:20", date(2019, 3, 4)),
        ("Published Mon, Mar 4 20196:20 PM EST", date(2019, 3, 4)),
        ("Monday 04 March 2019 22:25", date(2019, 3, 4)),
        ("Mar. 4th, 2019", date(2019, 3, 4)),
        ("04.03.2019, 18:20 Uhr", date(2019, 3, 4)),
        ("4. März 2019", date(2019, 3, 4)),
        ("4 марта 2019, 18:20", date(2019, 3, 4)),
        ("4 de marzo de 2019", date(2019, 3, 4)),
        ("2019年3月4日", date(2019, 3, 4)),
        ("24/03/2019", date(2019, 3, 24)),
    ],
)
def test_dates_as_they_stand_in_heads(text: str, day: date) -> None:
    assert [found for _, _, found in dates_in(text)] == [day]
    assert is_date_line(row(text))


@pytest.mark.parametrize(
    "text", ["03/04/2019", "31 February 2019", "March 2019", "12.30.2019", "Flight 2019-99", "2019"]
)
def test_what_could_be_two_days_or_none_is_no_date(text: str) -> None:
    assert list(dates_in(text)) == []


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Source : Harbour Post", Credit("source", "Harbour Post")),
        ("Source: Reuters", Credit("via", "Reuters")),
        ("Source: Harbour 24", Credit("source", "Harbour 24")),
        ("Source: Harbour 24, 4 March 2019", Credit("source", "Harbour 24")),
        ("Source: Harbour Post 18:20", Credit("source", "Harbour Post")),
        ("Author: OpenAI", Credit("byline", "OpenAI")),
        ("By Ada Brook | Port Ellen", Credit("byline", "Ada Brook")),
        ("By Ada Brook and Jon Reed", Credit("byline", "Ada Brook and Jon Reed")),
        ("With reporting by Jon Reed", Credit("via", "Jon Reed")),
        ("The Associated Press", Credit("via", "AP")),
    ],
)
def test_credit_lines(text: str, given: Credit) -> None:
    assert credit(row(text)) == (given,)


@pytest.mark.parametrize(
    "text",
    ["By Tuesday the water had reached the second step of the town hall.", "By then", "Reuters said so on Monday."],
)
def test_sentences_credit_nobody(text: str) -> None:
    assert credit(row(text)) == ()


def test_agencies_only_where_a_line_names_nothing_else() -> None:
    assert agencies("Reuters, AFP") == ("Reuters", "AFP")
    assert agencies("Reuters, Harbour Post") == ()


@pytest.mark.parametrize(
    ("text", "title", "outlet"),
    [
        ("Ferry strikes pier in Port Ellen – The Harbour Post", "Ferry strikes pier in Port Ellen", "The Harbour Post"),
        ("Ferry strikes pier in Port Ellen | HP", "Ferry strikes pier in Port Ellen", "HP"),
        ("Ferry strikes pier – and nobody saw it", "Ferry strikes pier – and nobody saw it", None),
        ("Live – Ferry strikes pier in Port Ellen", "Live – Ferry strikes pier in Port Ellen", None),
    ],
)
def test_outlet_behind_a_title(text: str, title: str, outlet: str | None) -> None:
    assert _without_outlet(text) == (title, outlet)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.reason)
def test_rules_take_their_own_examples(rule: Rule) -> None:
    for example in rule.examples:
        assert rule_for(row(example)) is rule, example


@pytest.mark.parametrize(
    "sentence",
    [
        "The photo shows the ferry at the pier, said the council, which will share the image with the police.",
        "She said the newspaper had reached 40,000 subscribers before the storm.",
        "Residents shared videos on Facebook of water running down the steps of the town hall.",
        "The images from the harbour were taken by a fisherman.",
        "Read more books, the mayor told the pupils who had come to watch the ferry being towed away.",
        "More than 200 people follow the work of the divers from the beach.",
    ],
)
def test_certain_rules_leave_sentences_alone(sentence: str) -> None:
    rule = rule_for(row(sentence))
    assert rule is None or not rule.certain


def test_sandwich_needs_both_its_slices() -> None:
    text = "Read More\nOldtown votes\nLoading...\nRead More\nFerry strikes pier\nDivers wait"
    assert list(sandwiches(rows(text, split(text)))) == [1]


def test_repeats_fold_case_and_pass_over_short_rows() -> None:
    text = "A ferry at the pier\nno\nno\na ferry at the Pier"
    assert repeats(rows(text, split(text))) == [[0, 3]]


@pytest.mark.parametrize(
    ("line", "day", "via"),
    [
        ("TOLM, March 4, 2031 (Coast Agency) - A ferry sank.", date(2031, 3, 4), ("Coast Agency",)),
        ("TOLM, Suvia, 4 March 2031 (Reuters) — A ferry sank.", date(2031, 3, 4), ("Reuters",)),
        ("KELM (AP) — A ferry sank.", None, ("AP",)),
        ("Tolm, March 6 (Coast Press) -- A ferry sank.", None, ("Coast Press",)),
        ("Tolm was quiet - The ferry sank.", None, ()),
        ("Omar Sand (left) - Photo of the ferry", None, ()),
        ("Tolm - The ferry sank.", None, ()),
    ],
)
def test_a_dateline_gives_the_day_and_the_agency(line: str, day: date | None, via: tuple[str, ...]) -> None:
    assert dateline(line) == (day, via)


def test_wire_copy_without_a_date_line_is_of_the_day_of_its_dateline() -> None:
    story = "\n".join(
        [
            "Ferry sinks off Tolm with nine on board",
            "TOLM, March 4, 2031 (Coast Agency) - A ferry sank off the town of Tolm with nine people on board.",
            "The coastguard said that it had taken all of them from the water within an hour of the first call.",
            "The ferry had left the harbour of Kelm at dawn, bound for the islands, in spite of a warning of storm.",
        ]
    )
    found = clean(story)
    assert (found.published, found.via) == (date(2031, 3, 4), ("Coast Agency",))
