"""Moments: what an expression of time means on the day its article was published."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.moments import moments
from reader.analysis.moments.coding import coded
from reader.analysis.moments.grammar import PATTERNS
from reader.analysis.moments.trying import Pattern, openings, readings
from reader.analysis.passages import passages
from reader.model import Article, Line, Moment

WEDNESDAY = date(2031, 6, 18)


def read(text: str, published: date | None = WEDNESDAY) -> list[Moment]:
    lines, start = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        lines.append(Line(start, start + len(line), number, "kept", "body" if line.strip() else "blank"))
        start += len(line) + 1
    article = Article("a", text, tuple(lines), published=published)
    return list(moments(article, passages(article)))


def told(text: str, published: date | None = WEDNESDAY) -> list[tuple[str, str, str]]:
    return [(text[m.start : m.end], str(m.earliest), str(m.latest)) for m in read(text, published)]


@pytest.mark.parametrize("row", PATTERNS, ids=lambda row: row[0])
def test_the_example_of_a_pattern_is_read_by_it_and_by_none_before_it(row: tuple[str, str, str, str]) -> None:
    name, example, *_ = row
    code = coded(example)
    start = next(openings(code))
    first = next(readings(example, code, start))
    assert (first.name, first.start, first.end) == (name, 0, len(example))


@pytest.mark.parametrize("row", PATTERNS, ids=lambda row: row[0])
def test_what_a_pattern_needs_stands_in_its_example(row: tuple[str, str, str, str]) -> None:
    name, example, words, source = row
    assert Pattern(name, words.split("…")[1:], source).match(coded(example).signs, 0)


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("It opened on Monday, May 18, 2026.", "Monday, May 18, 2026", "2026-05-18", "2026-05-18"),
        ("A truce held from 3 July 2029.", "3 July 2029", "2029-07-03", "2029-07-03"),
        ("The fair ran on November 19-20, 2029.", "November 19-20, 2029", "2029-11-19", "2029-11-20"),
        ("Filed 2031-02-07 by wire.", "2031-02-07", "2031-02-07", "2031-02-07"),
        ("They met in March 2030.", "March 2030", "2030-03-01", "2030-03-31"),
        ("The dam broke in 1987.", "1987", "1987-01-01", "1987-12-31"),
        ("It has been tense since the 1990s.", "the 1990s", "1990-01-01", "1999-12-31"),
        ("They have served there since late 2028.", "late 2028", "2028-09-01", "2028-12-31"),
        ("In the fall of 2028 the siege ended.", "the fall of 2028", "2028-09-01", "2028-11-30"),
        ("The First Border War in 1991-1994 cut the road.", "1991-1994", "1991-01-01", "1994-12-31"),
        ("Profits rose in the third quarter of 2030.", "the third quarter of 2030", "2030-07-01", "2030-09-30"),
        ("He was born on Christmas Eve, 1990.", "Christmas Eve, 1990", "1990-12-24", "1990-12-24"),
        ("Easter Monday 2024 was wet.", "Easter Monday 2024", "2024-04-01", "2024-04-01"),
        ("They spent Thanksgiving 2023 apart.", "Thanksgiving 2023", "2023-11-23", "2023-11-23"),
        ("Talks begin by the end of 2031.", "the end of 2031", "2031-12-31", "2031-12-31"),
    ],
)
def test_dates_of_the_calendar_need_no_publication(text: str, words: str, first: str, last: str) -> None:
    assert told(text, None) == [(words, first, last)]
    assert told(text) == [(words, first, last)]


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("The mayor said on Wednesday it was over.", "Wednesday", "2031-06-18", "2031-06-18"),
        ("They fought on Thursday near the mill.", "Thursday", "2031-06-12", "2031-06-12"),
        ("Talks will take place on Thursday in Oster.", "Thursday", "2031-06-19", "2031-06-19"),
        ("The vote is set to be held on Tuesday.", "Tuesday", "2031-06-24", "2031-06-24"),
        ("The road stays closed until Monday.", "Monday", "2031-06-23", "2031-06-23"),
        ("The road remained closed until Monday.", "Monday", "2031-06-16", "2031-06-16"),
        ("He resigned yesterday.", "yesterday", "2031-06-17", "2031-06-17"),
        ("The mayor resigned this morning.", "this morning", "2031-06-18", "2031-06-18"),
        ("It rained last week.", "last week", "2031-06-09", "2031-06-15"),
        ("She returns next month.", "next month", "2031-07-01", "2031-07-31"),
        ("A brief war three years ago ended badly.", "three years ago", "2028-01-01", "2028-12-31"),
        ("The port closed two weeks ago.", "two weeks ago", "2031-06-02", "2031-06-08"),
        ("The road opened on September 21.", "September 21", "2030-09-21", "2030-09-21"),
        ("The road will open on September 21.", "September 21", "2031-09-21", "2031-09-21"),
        ("A meeting held in May failed.", "May", "2031-05-01", "2031-05-31"),
        ("The fair was packed this weekend.", "this weekend", "2031-06-14", "2031-06-15"),
        ("The plant will shut in two years.", "in two years", "2033-06-18", "2033-06-18"),
    ],
)
def test_what_is_told_from_publication(text: str, words: str, first: str, last: str) -> None:
    assert told(text) == [(words, first, last)]
    assert told(text, None) == [(words, "None", "None")]


def test_words_of_one_kind_are_one_in_code_and_the_code_tells_where_each_stands() -> None:
    one, other = coded("on tuesday, 21 march 2031"), coded("on saturday, 14\nnovember 1999")
    assert one.signs == other.signs != coded("on march, 21 tuesday 2031").signs
    assert one.places == [0, 2, 3, 10, 11, 12, 14, 15, 20, 21, 25]


def test_any_white_space_is_a_blank() -> None:
    assert told("It rained all of last\u00a0week.") == [("last\u00a0week", "2031-06-09", "2031-06-15")]


def test_a_later_day_is_counted_from_the_last_one_named() -> None:
    text = "The bridge fell on 3 May 2031. Two days later it was rebuilt. Guards came that same day."
    assert told(text, None) == [
        ("3 May 2031", "2031-05-03", "2031-05-03"),
        ("Two days later", "2031-05-05", "2031-05-05"),
        ("that same day", "2031-05-05", "2031-05-05"),
    ]


def test_a_missing_year_comes_from_a_full_date_before_it_when_publication_is_unknown() -> None:
    assert told("On 1 March 2030 it froze. It thawed on April 9.", None)[1][1:] == ("2030-04-09", "2030-04-09")


def test_the_time_of_day_belongs_to_its_day() -> None:
    text = "The truce holds as of 13:00 (09:00 GMT) on September 20, 2030."
    assert told(text) == [("13:00 (09:00 GMT) on September 20, 2030", "2030-09-20", "2030-09-20")]
    text = "The ferry sank at 7 p.m. on Tuesday."
    assert told(text) == [("7 p.m. on Tuesday", "2031-06-17", "2031-06-17")]


def test_a_range_that_leaves_its_year_to_its_end_is_one_moment_and_whole_dates_are_two() -> None:
    assert told("Floods lasted from August to October 2030.") == [
        ("from August to October 2030", "2030-08-01", "2030-10-31")
    ]
    assert [words for words, *_ in told("The war lasted from 1988 to 1994.")] == ["1988", "1994"]


@pytest.mark.parametrize("text", ["Fears grew in recent weeks.", "On the eve of the talks he spoke."])
def test_vague_times_are_marked_and_not_resolved(text: str) -> None:
    assert [(m.earliest, m.latest) for m in read(text)] == [(None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the capital.",
        "He sat down and the sun was out.",
        "Over 2,000 people left.",
        "About 2000 people left.",
        "A 2000 year old temple burned.",
        "The second in command spoke.",
        "They lit a Christmas tree, and now they sing.",
        "Hopes for the season rest on this august body.",
        "It was the first win in five years.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert told(text) == []


PIECES = [
    *("may", "March", "Monday", "the", "end", "of", "1990s", "2020", "31", "February", "in", "two", "thousand", "ago"),
    *("last", "next", "week", "quarter", "9999", "century", "decades", "from", "to", "-", "/", ",", "13:00", "99th"),
    *(
        "year",
        "day",
        "before",
        "999",
        "later",
        "tomorrow",
        "Christmas",
        "will",
        "was",
        "٣",
        "²",
        "0",
        "00",
        "İ",
        "summer",
    ),
]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.one_of(st.text(max_size=8), st.sampled_from(PIECES)), max_size=14),
    st.one_of(st.none(), st.just(date.min), st.just(date.max), st.dates()),
)
def test_any_text_is_read_and_every_offset_holds(parts: list[str], published: date | None) -> None:
    text = " ".join(parts)
    before = 0
    for moment in read(text, published):
        assert before <= moment.start < moment.end <= len(text)
        before = moment.end
        if moment.earliest and moment.latest:
            assert moment.earliest <= moment.latest


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The premier declared a day of mourning for Friday.", date(2031, 6, 20)),
        ("We'll have a plan by July.", date(2031, 7, 1)),
    ],
)
def test_what_is_fixed_for_a_day_lies_ahead(text: str, day: date) -> None:
    assert [m.earliest for m in read(text)] == [day]
