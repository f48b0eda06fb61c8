"""Figures: what a number says, how it is hedged, what it counts, and the numbers that are none."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.figures import figures
from reader.analysis.moments import moments
from reader.analysis.passages import passages
from reader.model import Article, Attribution, Figure, Line, Mention, Passage


def article(text: str, published: date | None = date(2031, 6, 18)) -> Article:
    lines, start = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        lines.append(Line(start, start + len(line), number, "kept", "body" if line.strip() else "blank"))
        start += len(line) + 1
    return Article("a", text, tuple(lines), published=published)


def read(text: str) -> tuple[Figure, ...]:
    one = article(text)
    sentences = passages(one)
    return figures(one, sentences, (), moments(one, sentences), ())


def said(text: str) -> list[str]:
    return [text[f.start : f.end] for f in read(text)]


@pytest.mark.parametrize(
    ("text", "low", "high", "hedge"),
    [
        ("At least 40 houses burned.", 40, None, "at least"),
        ("Over 2,000 villagers fled.", 2000, None, "over"),
        ("More than a million voters stayed home.", 1e6, None, "more than"),
        ("Up to 300 homes may be cut off.", None, 300, "up to"),
        ("Fewer than 50 remain.", None, 50, "fewer than"),
        ("Nearly 9,000 people live there.", 9000, 9000, "nearly"),
        ("Some 80 boats put out.", 80, 80, "some"),
        ("The crowd, estimated at 5,000 people, left.", 5000, 5000, "estimated at"),
        ("He counted 500 or more sheep.", 500, None, "or more"),
        ("At least another 20 lorries waited.", 20, None, "at least"),
        ("Between 3 and 5 million litres leaked.", 3e6, 5e6, ""),
        ("It takes 10-15 minutes.", 10, 15, ""),
        ("Thousands of students marched.", 1000, None, ""),
        ("Tens of thousands of fans came.", 10_000, None, ""),
        ("Dozens were hurt.", 12, None, ""),
        ("The loss is put at 55 millions euros.", 55e6, 55e6, ""),
        ("The loss is put at 2 billions of dollars.", 2e9, 2e9, ""),
        ("On March 5 millions of fans came.", 1e6, None, ""),
        ("The ship carries 700 crates.", 700, 700, ""),
    ],
)
def test_a_hedge_bounds_the_interval(text: str, low: float | None, high: float | None, hedge: str) -> None:
    (figure,) = read(text)
    assert (figure.low, figure.high, figure.hedge) == (low, high, hedge)


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("They shipped 60 tonnes of grain.", "60 tonnes", 60, "tonne"),
        ("It covers 20 per cent of the district.", "20 per cent", 20, "percent"),
        ("Support fell by 3 percentage points.", "3 percentage points", 3, "percentage point"),
        ("The bridge cost $2.4 billion.", "$2.4 billion", 2.4e9, "dollar"),
        ("The fine was €350,000.", "€350,000", 350_000, "euro"),
        ("It lies 295 km west of the port.", "295 km", 295, "kilometre"),
        ("After a 44-day siege they left.", "44-day", 44, "day"),
        ("The gale blew at 120 miles an hour.", "120 miles an hour", 120, "mile per hour"),
        ("A 14-year-old boy found it.", "14-year-old", 14, "year of age"),
        ("It was minus 12 degrees Celsius.", "minus 12 degrees Celsius", -12, "celsius"),
        ("He is five feet two inches tall.", "five feet two inches", 5 + 2 / 12, "foot"),
        ("A 6-foot-9 guard fell.", "6-foot-9", 6.75, "foot"),
        ("Anna Lee, 34, kept the lamp.", "34", 34, "year of age"),
        ("A $5-million dam broke.", "$5-million", 5e6, "dollar"),
        ("Half a million left.", "Half a million", 500_000, ""),
        ("One in five children eats too little.", "One in five", 0.2, ""),
        ("A third of the crew mutinied.", "A third", 1 / 3, ""),
        ("The keeper died at 71.", "71", 71, "year of age"),
        ("She was 85.", "85", 85, "year of age"),
        ("The wave hit their daughter Ada Lind, 20.", "20", 20, "year of age"),
        ("It cost 75 euros million.", "75 euros million", 75e6, "euro"),
    ],
)
def test_a_measure_has_a_value_and_a_unit(text: str, words: str, value: float, unit: str) -> None:
    (figure,) = read(text)
    assert text[figure.start : figure.end] == words
    assert figure.value == pytest.approx(value)
    assert figure.unit == unit


@pytest.mark.parametrize(
    ("text", "counted", "happened"),
    [
        ("More than 10,000 people were evacuated from the valley.", "people", "evacuated"),
        ("The blast killed at least 32 miners.", "miners", "killed"),
        ("They confirmed the death of 7 sailors.", "sailors", "killed"),
        ("Police opened 49 criminal cases against the clerks.", "criminal cases", "opened"),
        ("Dozens of protesters were detained outside.", "protesters", "detained"),
        ("The flood claimed 300 lives.", "lives", "killed"),
        ("At least 40 people lost their lives there.", "people", "killed"),
        ("The mission has a 2,000-strong peacekeeping force.", "peacekeeping force", ""),
        ("Rebels hold over 60 military positions during the truce.", "military positions", ""),
        ("Three cargos of wheat will be delivered on Friday.", "cargos", "delivered"),
        ("Two gunmen killed a guard.", "gunmen", ""),
        ("Some 40 fishermen died in the gale.", "fishermen", "killed"),
        ("One local resident was wounded.", "local resident", "injured"),
        ("The landslide left two park wardens dead.", "park wardens", "killed"),
        ("Landslide kills 14 near the quarry.", "people", "killed"),
        ("Nine are missing.", "people", "missing"),
        ("A mother of four was hurt.", "children", ""),
        ("The line bought 12 new Tarn 330 railcars.", "Tarn 330 railcars", "bought"),
        ("The army occupied 40 villages.", "villages", "occupied"),
    ],
)
def test_the_thing_counted_and_what_became_of_it(text: str, counted: str, happened: str) -> None:
    (figure,) = read(text)
    assert (figure.counted, figure.happened) == (counted, happened)


def test_a_bare_number_borrows_the_unit_of_the_one_it_is_joined_to() -> None:
    assert [(f.value, f.unit) for f in read("The tax rose from 10 to 20 percent.")] == [
        (10, "percent"),
        (20, "percent"),
    ]


def test_a_part_of_those_named_counts_the_same() -> None:
    assert [(f.value, f.counted) for f in read("Of the 27 sailors rescued, 16 had gone home, 4 of them officers.")] == [
        (27, "sailors"),
        (16, "sailors"),
        (4, "officers"),
    ]


def test_what_became_of_all_became_of_a_part_of_them() -> None:
    found = read("Police arrested 40 men, 12 of them armed; they met 30 clerks, six of whom died.")
    assert [(f.value, f.counted, f.happened) for f in found] == [
        (40, "men", "arrested"),
        (12, "men", "arrested"),
        (30, "clerks", ""),
        (6, "clerks", "killed"),
    ]


def test_a_currency_is_no_name_that_hides_its_amount() -> None:
    one = article("The ferry cost 300 EUR.")
    sentences = passages(one)
    names = (Mention(19, 22, "organisation", "e"),)
    assert [f.of(one.text) for f in figures(one, sentences, names, (), ())] == ["300 EUR"]


def test_a_list_is_one_figure_each_and_shares_its_verb() -> None:
    found = read("The arms seized include four tanks, 12 howitzers, 441 mortar shells and 62 hand grenades.")
    assert [(f.value, f.counted) for f in found] == [
        (4, "tanks"),
        (12, "howitzers"),
        (441, "mortar shells"),
        (62, "hand grenades"),
    ]
    assert {f.happened for f in found} == {"seized"}


def test_a_part_named_between_commas_shares_the_verb_of_the_whole() -> None:
    found = read("Over 2,000 villagers, including 1,049 children, were evacuated from the valley.")
    assert [(f.counted, f.happened) for f in found] == [("villagers", "evacuated"), ("children", "evacuated")]


def test_a_number_without_a_noun_counts_what_was_counted_before() -> None:
    dead, hurt = read("At least 32 people were killed and over 200 injured by the quake.")
    assert (dead.counted, dead.happened) == ("people", "killed")
    assert (hurt.counted, hurt.happened, hurt.low) == ("people", "injured", 200)


@pytest.mark.parametrize(
    "text",
    [
        "It began on 21 September 2023 at 13:00.",
        "In 2020 a war broke out, the worst since the 1990s.",
        "The 2nd Army Corps came third in Route 66.",
        "Call 555-123-4567 or see www.example.org/2024/300.",
        "They won 3-1, drew 2–2 and stand third (5-7).",
        "He is one of the elders, and no one spoke.",
        "The FTSE 100 closed early on Article 5.",
        "A 9/11 memorial stands here.",
    ],
)
def test_numbers_that_count_nothing_are_no_figures(text: str) -> None:
    assert said(text) == []


def test_a_number_within_a_name_is_no_figure() -> None:
    one = article("The Boeing 747 carried 300 pilgrims.")
    sentences = passages(one)
    names = (Mention(4, 14, "other", "a:boeing"),)
    assert [f.value for f in figures(one, sentences, names, (), ())] == [300]


def test_who_says_so_and_as_of_when() -> None:
    text = "The ministry said on Monday that 12 villages were flooded."
    one = article(text)
    sentences = passages(one)
    source = Attribution(0, 17, sentences[0].id, "The ministry", "said")
    (figure,) = figures(one, sentences, (), moments(one, sentences), (source,))
    assert figure.speaker == "The ministry"
    assert figure.as_of == (date(2031, 6, 16), date(2031, 6, 16))


PIECES = [
    *("about", "one", "two", "half a", "million", "dozens", "12", "3,000", "1/4", "-", "to", "$", "€", "%", "km", "of"),
    *("people", "killed", "and", "including", "and a half", "tens of thousands", "٣", "²", "½", "1e99", "9.9.9", "İ"),
    *(
        "tens of thousandshalf",
        "between",
        "point",
        "minus",
        "in",
        "out of",
        "-strong",
        "-year-old",
        ",",
        ".",
        "“",
        "hundred",
        "and a half and",
    ),
]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=12),
            st.sampled_from(PIECES),
        ),
        max_size=14,
    )
)
def test_any_text_is_read_and_every_offset_holds(parts: list[str]) -> None:
    text = " ".join(parts)
    before = 0
    for figure in read(text):
        assert before <= figure.start < figure.end <= len(text)
        assert any(c.isalnum() for c in text[figure.start : figure.end])
        before = figure.end
        bounds = [b for b in (figure.low, figure.value, figure.high) if b is not None]
        assert bounds == sorted(bounds)


@pytest.mark.parametrize("row", ["9.", "[1", "thousand hundred ", "12 people and ", "a@", "$5 "])
def test_long_rows_of_the_same_take_no_longer_than_their_length(row: str) -> None:
    one = article("")
    times = []
    for length in (2_000, 16_000):
        text = (row * length)[:length]
        sentence = Passage(0, length, "a:p1", 0, text)
        began = process_time()
        figures(one, (sentence,), (), (), ())
        times.append(process_time() - began)
    assert times[1] < 0.5 + 24 * times[0]
