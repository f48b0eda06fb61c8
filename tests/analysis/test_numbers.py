"""Numerals in digits, in words and in both."""

from __future__ import annotations

import pytest

from reader.analysis.numbers import lower, read


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("1,049 children", "1,049", 1049),
        ("40 000 head of cattle", "40 000", 40_000),
        ("2.5bn", "2.5bn", 2.5e9),
        ("10k runners", "10k", 10_000),
        ("1.8m tall", "1.8", 1.8),
        ("5m people", "5m", 5e6),
        ("6.2x10^-4", "6.2x10^-4", 6.2e-4),
        ("2 1/4 cups", "2 1/4", 2.25),
        ("3½ hours", "3½", 3.5),
        ("two hundred and six", "two hundred and six", 206),
        ("two hundred and two thousand", "two hundred and two thousand", 202_000),
        ("3 hundred and 21", "3 hundred and 21", 321),
        ("five and a half million", "five and a half million", 5.5e6),
        ("3 million and a half", "3 million and a half", 3.5e6),
        ("two thirds of a million", "two thirds of a million", 2e6 / 3),
        ("half a dozen eggs", "half a dozen", 6),
        ("a quarter of them", "a quarter", 0.25),
        ("nine point nought four", "nine point nought four", 9.04),
        ("nine out of ten", "nine out of ten", 0.9),
        ("2 million and 3 million", "2 million", 2e6),
        ("twenty-one ships", "twenty-one", 21),
    ],
)
def test_a_numeral_is_read_to_its_end(text: str, words: str, value: float) -> None:
    found = read(text, lower(text), 0)
    assert found is not None
    assert text[: found.end] == words
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize(("text", "least"), [("hundreds of thousands", 1e5), ("several hundred", 200), ("dozens", 12)])
def test_a_vague_number_is_open_above_its_least_meaning(text: str, least: float) -> None:
    found = read(text, lower(text), 0)
    assert found is not None
    assert found.open
    assert found.value == least


@pytest.mark.parametrize("text", ["a third day", "the", "a", "secondly", "²"])
def test_other_words_are_no_numerals(text: str) -> None:
    assert read(text, lower(text), 0) is None


def test_lower_case_keeps_every_offset() -> None:
    text = "İzmir 12 ẞ"
    assert len(lower(text)) == len(text)
