"""What a measure measures, and as of when a figure holds."""

from __future__ import annotations

from datetime import date

import pytest

from reader.analysis import analyse
from reader.analysis.rounding import rounding
from reader.analysis.subjects import subject
from reader.model import Figure

from .test_quotations import article


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("Turnout was ", ("turnout", "")),
        ("Turnout in the capital stood at ", ("turnout", "")),
        ("a turnout of ", ("turnout", "")),
        ("The port said its net profit had risen to ", ("net profit", "")),
        ("Shares in the brewer, Oster Group, fell ", ("shares", "fallen")),
        ("Oster's stock dropped by ", ("stock", "fallen")),
        ("It recovered after falling ", ("", "fallen")),
        ("an average of ", ("", "")),
        ("Net profit rose 18 percent to ", ("Net profit", "")),
        ("Costs were up ", ("costs", "risen")),
        ("Provisions for bad loans came to ", ("provisions", "")),
        ("Analysts had expected a profit of ", ("profit", "expected")),
        ("The brewer posted net earnings of ", ("net earnings", "")),
        ("He has slipped on the ice and has fallen ", ("", "")),
        ("She was ", ("", "")),
        ("The mayor won ", ("", "")),
        ("Unity fell to ", ("", "")),
    ],
)
def test_what_is_measured_stands_before_the_measure(before: str, found: tuple[str, str]) -> None:
    assert subject(before, before.lower(), len(before)) == found


def told(text: str) -> dict[float | None, Figure]:
    return {figure.value: figure for figure in analyse(article(text)).figures}


@pytest.mark.parametrize(
    ("text", "value", "counted", "happened"),
    [
        ("Four sailors are still missing.", 4, "sailors", "missing"),
        ("Two sailors remain unaccounted for.", 2, "sailors", "missing"),
        ("Three sailors were among the injured.", 3, "sailors", "injured"),
        ("The storm killed nine sailors and injured 34 others.", 34, "people", "injured"),
        ("The number of people killed in Monday's storm off Kelm rose to 11.", 11, "people", "killed"),
        ("The Greens won 40 of the 120 seats.", 40, "seats", ""),
        ("Nearly 68 percent of the 400 voters came.", 68, "voters", ""),
        ("Turnout was up from 58 percent four years ago.", 58, "", ""),
    ],
)
def test_what_is_counted_and_what_became_of_it(text: str, value: float, counted: str, happened: str) -> None:
    figure = told(text)[value]
    assert (figure.counted, figure.happened) == (counted, happened)


def test_people_of_whom_a_vague_number_acted() -> None:
    (figure,) = analyse(article("Thousands marched through Kelm.")).figures
    assert figure.counted == "people"


def test_about_tells_of_what_after_a_complaint() -> None:
    assert told("Divers complained about 12 doors.")[12].hedge == ""
    assert told("Divers found about 12 doors.")[12].hedge == "about"


@pytest.mark.parametrize(
    ("text", "value", "year"),
    [
        ("In 2009 a storm sank 12 boats, and 40 sailors died.", 40, 2009),
        ("It was the worst storm since 2009, when 17 sailors died.", 17, 2009),
        ("It was the worst loss since 2009, with 12 boats sunk.", 12, None),
        ("The ferry, built in 1983, had 170 people on board.", 170, None),
        ("12 boats sank in 2009, and 40 sailors are missing.", 40, None),
        ("Turnout was 67 percent, up from 58 percent in 2009.", 67, None),
        ("Turnout was 67 percent, up from 58 percent in 2009.", 58, 2009),
    ],
)
def test_as_of_when_a_figure_holds(text: str, value: float, year: int | None) -> None:
    when = told(text)[value].as_of
    assert when == (None if year is None else (date(year, 1, 1), date(year, 12, 31)))


def test_a_deadline_is_no_time_of_a_figure() -> None:
    assert told("The bank will cut 900 jobs by the end of 2032.")[900].as_of is None


def test_a_number_is_told_without_what_floating_point_adds() -> None:
    assert [f.value for f in analyse(article("Some 4.1 million people voted.")).figures] == [4_100_000]


def test_a_figure_holds_as_of_when_it_was_said() -> None:
    day = date(2031, 6, 16)
    assert told("The ferry, an old ship, had lost 12 boats, the port said on 16 June 2031.")[12].as_of == (day, day)


@pytest.mark.parametrize(
    ("written", "value", "unit", "off"),
    [
        ("1.3 billion euros", 1.3e9, "euro", 0.05e9),
        ("2 million", 2e6, "", 0.1e6),
        ("67 percent", 67, "percent", 0.5),
        ("31.0 percent", 31, "percent", 0.05),
        ("1,300,000", 1.3e6, "", 0),
        ("350", 350, "", 0),
        ("two thirds", 2 / 3, "", 0),
    ],
)
def test_a_number_is_rounded_to_the_digits_that_are_told(written: str, value: float, unit: str, off: float) -> None:
    assert rounding(written, value, unit) == pytest.approx(off)
