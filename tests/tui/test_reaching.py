"""Moving about: marks under letters, names followed, searching both ways, counts before everything that moves."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library.bookmarks import Bookmark, Bookmarks
from reader.tui.content.page import Page
from reader.tui.screens.board import BoardScreen
from reader.tui.screens.reaching import position_of
from reader.tui.screens.side import SideScreen
from tests.tui.stage import (
    RADIO,
    KnownDesk,
    Memory,
    app,
    article,
    articles,
    held,
    known,
    press,
    reading,
    rows,
    settle,
    where,
)

# ---- marks


async def test_a_mark_is_gone_to_from_another_article_and_from_the_library_and_come_back_from() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "5", "j", "m")
        assert "mark as" in rows(pilot)[-2]
        await press(pilot, "a")
        assert "mark a set  ' a comes back" in rows(pilot)[-2]
        await press(pilot, "j", "j", "j", "m", "b", "]", "'")
        assert "go to mark a b  ' where you were  ? lists them" in rows(pilot)[-2]
        before = where(pilot)
        assert before[0] == "daily"
        await press(pilot, "a")
        assert where(pilot) == ("post", 6)
        await press(pilot, "'", "'")
        assert where(pilot) == before
        await press(pilot, "'", "'")
        assert where(pilot) == ("post", 6)
        await press(pilot, "'", "b", "H")
        assert where(pilot) == ("post", 6)
        await press(pilot, "q", "'", "b")
        assert where(pilot) == ("post", 9)


async def test_keys_that_are_no_letters_set_and_find_no_mark() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "'", "'")
        assert "no jump yet" in rows(pilot)[-2]
        await press(pilot, "'", "a")
        assert "there is no mark a: m in a text sets one" in rows(pilot)[-2]
        await press(pilot, "enter", "m", "7")
        assert "a letter from a to z" in rows(pilot)[-2]
        await press(pilot, "m", "escape", "'", "down")
        assert "a letter from a to z" in rows(pilot)[-2]
        assert where(pilot) == ("radio", 1)
        assert reading(pilot).desk.bookmarks.all() == []


async def test_marks_are_listed_opened_and_removed() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "j", "j", "m", "x", "j", "m", "c", "q", "'", "?")
        await press(pilot, "d")
        assert "mark c removed" in rows(pilot)[-2]
        await press(pilot, "enter")
        assert where(pilot) == ("post", 3)
        await press(pilot, "m", "-", "x")
        assert "mark x removed" in rows(pilot)[-2]
        await press(pilot, "'", "?")
        assert "no marks: in a text, m and a letter set one" in rows(pilot)[-2]
        await press(pilot, "enter", "d", "q")
        assert where(pilot) == ("post", 3)


def test_a_mark_finds_its_words_in_a_text_that_changed() -> None:
    mark = Bookmark("r", "0f", "radio", RADIO.index("Rain"), "Rain is expected.", "Hill Radio")
    for text, position in (
        (RADIO, RADIO.index("Rain")),
        (f"Put before it all.\n\n{RADIO}", RADIO.index("Rain") + 20),
        (RADIO.replace("Rain", "Snow"), RADIO.index("Rain")),
        ("Short.", 6),
    ):
        assert position_of(mark, article("radio", text)) == position


async def test_a_mark_in_an_article_that_is_gone_is_told(tmp_path: Path) -> None:
    marks = Bookmarks(["here"], tmp_path)
    desk, later = (KnownDesk(held(own), Memory()) for own in (articles(), articles()[:2]))
    desk.bookmarks = later.bookmarks = marks
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "j", "enter", "m", "d")
        assert where(pilot)[0] == "daily"
    async with app(later).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("'", "d")
        await pilot.pause()
        assert "an article that is there no more" in rows(pilot)[-2]


# ---- search in the text


async def test_searching_backwards_turns_n_and_N_around() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "4", "j", "\\", *"fair")
        assert rows(pilot)[-1].startswith(" \\fair")
        await press(pilot, "enter")
        assert where(pilot) == ("post", 4)
        assert "\\fair  1 of 1 match" in rows(pilot)[-2]
        await press(pilot, "escape", "G", "\\", *"the", "enter")
        assert where(pilot) == ("post", 11)
        await press(pilot, "n")
        back = where(pilot)[1]
        assert back < 11
        await press(pilot, "N")
        assert where(pilot) == ("post", 11)
        await press(pilot, "2", "n")
        assert where(pilot)[1] < back
        await press(pilot, "g", "n")
        assert "from the end again" in rows(pilot)[-2]


async def test_places_of_one_passage_are_counted_together() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "/", *"bands", "enter")
        assert "/bands  1 of 1 match" in rows(pilot)[-2]
        await press(pilot, "escape", "7", "G", "/", *"the ", "enter")
        assert where(pilot) == ("post", 7)
        count = reading(pilot).found.passages.count(6)
        number = reading(pilot).found.passages.index(6) + 1
        assert count > 1
        assert f"{number}–{number + count - 1} of {len(reading(pilot).found.passages)} matches" in rows(pilot)[-2]


async def test_leaving_the_prompt_goes_back_to_the_row_and_nothing_typed_is_the_last_search() -> None:
    async with app(known()).run_test(size=(60, 14)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "j", "j", "j")
        before = rows(pilot)
        await press(pilot, "/", *"quiet", "escape")
        assert rows(pilot) == before
        await press(pilot, "/", *"cables", "enter", "g", "escape", "/", "enter")
        assert where(pilot) == ("post", 9)
        await press(pilot, "'", "'")
        assert where(pilot) == ("post", 1)
        await press(pilot, "/", "up")
        assert rows(pilot)[-1].startswith(" /cables")


# ---- names


async def test_a_name_is_followed_through_all_articles() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "j", "j", "f")
        await press(pilot, "e")
        assert where(pilot) == ("post", 6)
        await press(pilot, "e")
        assert where(pilot) == ("radio", 3)
        assert "> Ida Kolb  3 of 3 passages · e E walk · f ends · 2 articles" in rows(pilot)[-2]
        await press(pilot, "e")
        assert where(pilot) == ("post", 3)
        assert "the first mention again of" in rows(pilot)[-2]
        await press(pilot, "2", "e", "E")
        assert where(pilot) == ("post", 6)
        await press(pilot, "2", "E")
        assert where(pilot) == ("radio", 3)
        assert "the last mention again of" in rows(pilot)[-2]
        await press(pilot, "escape")
        assert where(pilot) == ("radio", 3)
        assert not any(row.startswith(">") for row in rows(pilot))
        await press(pilot, "f", "f", "q")
        assert rows(pilot)[0].startswith(" Library")


async def test_where_there_is_no_name_none_is_followed() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "G", "f")
        assert "no name in this passage" in rows(pilot)[-2]
        await press(pilot, "e", "E")
        assert where(pilot) == ("post", 11)


async def test_all_but_the_passages_of_the_name_are_dimmed() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "j", "j", "f")
        text = reading(pilot).text
        assert text.bright is not None
        assert sorted(text.bright.passages) == [2, 5]
        page = text.page
        assert isinstance(page, Page)
        for row in page.rows(72):
            drawn = page.text_row(row, 2, (), (), text.bright)
            bright = any("aside" not in roles.split() for words, roles in drawn[2:] if words.strip("▌ "))
            assert bright == (not text.bright.passages.isdisjoint(row.passages)) or row.block < 0
            assert bool(drawn and drawn[0][0] == ">") == (not text.bright.passages.isdisjoint(row.passages))


# ---- counts


@pytest.mark.parametrize(
    ("keys", "passage"),
    [("4 G", 4), ("3 g", 3), ("9 9 G", 11), ("2 }", 4), ("2 #", 3), ("3 j", 4), ("1 2 M escape j", 2)],
)
async def test_counts_in_a_text(keys: str, passage: int) -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", *keys.split())
        assert where(pilot) == ("post", passage)


async def test_counts_along_jumps_and_sources() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "j", "j", "enter", "[", "]")
        assert where(pilot) == ("radio", 1)
        await press(pilot, "3", "H")
        assert where(pilot) == ("post", 3)
        await press(pilot, "2", "L")
        assert where(pilot) == ("post", 3)
        await press(pilot, "L", "9", "H", "2", "]")
        assert where(pilot) == ("radio", 1)


async def test_counts_in_the_library_and_in_the_help() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for keys, row in (("3 G", "Bridge was checked"), ("2 g", "Footbridge"), ("9 G", "Bridge was")):
            await press(pilot, *keys.split())
            assert next(r for r in rows(pilot) if r.startswith("▌"))[4:].startswith(row)
        await press(pilot, "?", "5", "G")
        assert next(n for n, r in enumerate(rows(pilot)) if r.startswith("▌")) == 5


async def test_counts_side_by_side_and_on_the_board_and_of_places_found() -> None:
    async with app(known()).run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "v", "4", "G")
        side = pilot.app.screen
        assert isinstance(side, SideScreen)
        assert side.pane.cursor == 3
        await press(pilot, "q", "B")
        board = pilot.app.screen
        assert isinstance(board, BoardScreen)
        await press(pilot, "]")
        rows_there = [n for n, entry in enumerate(board.pane.entries) if entry.stops]
        await press(pilot, "3", "G")
        assert board.pane.row == rows_there[2]
        await press(pilot, "q", "?", "/", *"next", "enter", "g", "3", "n")
        assert "3 of " in rows(pilot)[-2]
