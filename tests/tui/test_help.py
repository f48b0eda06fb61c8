"""The help: the keys of the screen it was asked for on come first, and nothing of it is cut off."""

from __future__ import annotations

from reader.tui import keymap
from reader.tui.content.heads import help_rows
from reader.tui.content.page import Page
from reader.tui.content.pieces import row_width
from reader.tui.content.understood import SIGNS
from reader.tui.keys import Told, in_force
from reader.tui.legend import LEGEND
from tests.tui.stage import app, comparison, known, press, rows, settle


def test_the_section_of_the_screen_comes_first_with_every_key_that_works_there() -> None:
    keys = in_force()[0]
    for where in keymap.SECTIONS:
        section, told = next(iter(keys.told(where)))
        assert section == keymap.SECTIONS[where]
        assert {row.id for row in told if row.id} == {key.id for key in keymap.KEYS if where in key.where}
        ids = [row.id for _, rows in keys.told(where) for row in rows if row.id]
        assert sorted(ids) == sorted(key.id for key in keymap.KEYS)


def test_no_line_of_the_help_is_cut_off() -> None:
    for _, told in (*in_force()[0].told(), *LEGEND.values()):
        for line in told:
            for width in (39, 79, 119):
                made = help_rows(line, width)
                words = "".join("".join(text for text, _ in row) + " " for row in made)
                assert " ".join(f"{line.keys} {line.told}".split()) in " ".join(words.replace(line.id, "").split())
                assert all(row_width(row) <= width for row in made)


def test_keys_that_fill_their_column_have_a_row_of_their_own() -> None:
    keys, *told = ("".join(text for text, _ in row) for row in help_rows(Told("space PgDn ctrl+f", "a page on"), 39))
    assert keys.split() == ["space", "PgDn", "ctrl+f"]
    assert [row.strip() for row in told] == ["a page on"]


def test_every_sign_of_the_gutter_the_board_and_the_grades_is_in_the_legend() -> None:
    text, board = ({row.keys: row.role for row in LEGEND[where][1]} for where in (keymap.READ, keymap.BOARD))
    known = comparison()
    page = Page(known.analyses[0], known)
    assert {sign[:1] for n in range(len(page.passages)) if (sign := page.sign(n))} - {"1"} <= {s[:1] for s in text}
    assert {"strong", "likely", "weak"} <= text.keys()
    assert set(SIGNS.values()) <= board.keys()


async def test_the_signs_of_the_screen_follow_its_keys_and_all_others_are_there_too() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "?", "/", *"signs", "enter")
        assert any(row.strip("▌ ") == "Signs in a text" for row in rows(pilot))
        assert any("no other source does" in row for row in rows(pilot))
        await press(pilot, "n")
        assert any(row.strip("▌ ") == "Signs on the board" for row in rows(pilot))


async def test_help_is_of_the_screen_and_keeps_its_line_in_another_window() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "?")
        assert rows(pilot)[1].strip("▌ ") == "Library"
        await press(pilot, "q", "enter", "B", "?", "/", *"speaker", "enter")
        here = next(row for row in rows(pilot) if row.startswith("▌"))
        assert "quotations of this speaker" in here
        await pilot.resize_terminal(40, 12)
        await settle(pilot)
        assert next(row for row in rows(pilot) if row.startswith("▌")).split()[1] == "f"
