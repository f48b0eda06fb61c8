"""The outline of a text: the kind of each character, in any script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.intake.lines import rows, split
from reader.intake.outline import outline


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("By Ada, 4 March", "Aa Aaa, 0 Aaaaa"),
        ("“It’s over…” – he said!", '"Aa\'a aaaa_" - aa aaaa!'),
        ("© Ärzte | a@b", "C Aaaaa | a@a"),
        ("Порт — закрыт?", "Aaaa - aaaaaa!"),
        ("أغلق الميناء، 3", "xxxx xxxxxxx, 0"),
        ("港は閉鎖。", "zzzzS"),
        ("#ferry › 🙂", "#aaaaa > ~"),
    ],
)
def test_each_character_has_its_kind(text: str, kinds: str) -> None:
    assert outline(text)[0].decode() == kinds


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada's “so-called” FERRY", ["ada", "s", "so", "called", "ferry"]),
        ("Straße, Œuvre; №5", ["straße", "œuvre", "5"]),
        ("Порт закрыт، الميناء", ["порт", "закрыт", "الميناء"]),
    ],
)
def test_words_are_runs_of_letters_and_digits_in_small(text: str, words: list[str]) -> None:
    assert outline(text)[1].split() == words


@given(st.lists(st.text(st.characters(exclude_characters="\r\n"), max_size=30), max_size=6))
def test_lines_stay_lines_and_keep_their_length(lines: list[str]) -> None:
    kinds, letters = outline("\n".join(lines))
    assert [len(line) for line in kinds.split(b"\n")] == [len(line) for line in lines or [""]]
    assert len(letters.split("\n")) == len(lines or [""])


def test_rows_of_one_text_have_one_number() -> None:
    text = "Home\nNews\n\nHome\nHOME"
    assert [(row.like, row.gap) for row in rows(text, split(text))] == [(0, True), (1, False), (0, True), (2, False)]


def test_end_of_a_very_long_line_is_seen() -> None:
    text = "word " * 2000 + "end."
    (row,) = rows(text, split(text))
    assert row.is_sentence
    assert row.tokens == pytest.approx(2001, rel=0.05)
