from __future__ import annotations

import pytest
from textual import events

from tests.tui.stage import app, known, press, reading, rows, settle, where


async def test_the_list_opens_an_article_and_q_comes_back() -> None:
    desk = known()
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert not desk.is_read(desk.articles["radio"])
        await press(pilot, "enter")
        assert where(pilot) == ("radio", 1)
        assert desk.is_read(desk.articles["radio"])
        await press(pilot, "q")
        assert rows(pilot)[0].startswith(" Library")


async def test_moving_by_passage_paragraph_page_and_to_the_ends() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter")
        assert where(pilot) == ("post", 1)
        for keys, passage in (
            ("j", 2), ("down", 3), ("k", 2), ("up", 1), ("}", 3), ("}", 4), ("j", 5), ("{", 4), ("{", 3),
            ("G", 11), ("g", 1), ("end", 11), ("home", 1), ("5 j", 6), ("3 k", 3), ("1 0 j", 11), ("2 {", 8),
        ):  # fmt: skip
            await press(pilot, *keys.split())
            assert where(pilot) == ("post", passage), keys


async def test_a_page_turns_and_the_cursor_comes_along() -> None:
    async with app(known()).run_test(size=(60, 14)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter")
        tops = [reading(pilot).text.top]
        for key in ("space", "pagedown", "space", "space"):
            await press(pilot, key)
            text = reading(pilot).text
            tops.append(text.top)
            assert 0 <= text.cursor_row < text.size.height
        assert tops == sorted(tops)
        assert where(pilot)[1] == 11
        await press(pilot, "b", "b", "pageup", "b", "b")
        assert where(pilot) == ("post", 1)


async def test_a_jump_puts_the_counterpart_under_the_cursor_and_back_is_exact() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "j", "j")
        before, row = rows(pilot), reading(pilot).text.cursor_row
        assert row == 3
        await press(pilot, "enter")
        assert where(pilot) == ("radio", 1)
        assert reading(pilot).text.cursor_row == row
        await press(pilot, "H")
        assert rows(pilot) == before
        await press(pilot, "L")
        assert where(pilot) == ("radio", 1)
        await press(pilot, "ctrl+o")
        assert rows(pilot) == before
        await press(pilot, "L", "backspace")
        assert rows(pilot) == before


async def test_digits_pick_a_source_and_brackets_walk_them() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "j", "j")
        await pilot.press("2")
        await pilot.pause(0.5)
        assert where(pilot) == ("radio", 1)
        await press(pilot, "H", "2", "enter")
        assert where(pilot) == ("radio", 1)
        await press(pilot, "[")
        assert where(pilot) == ("post", 3)
        await press(pilot, "]")
        assert where(pilot) == ("radio", 1)
        await press(pilot, "H", "H", "3", "enter")
        assert where(pilot) == ("radio", 1) or where(pilot)[0] == "post"
        assert "no counterpart in" in rows(pilot)[-2]


async def test_elsewhere_follows_the_cursor_and_gives_its_rows_back() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter")
        shown = rows(pilot)
        assert shown[21].startswith("──Elsewhere · no counterpart in the 2 other reports")
        await press(pilot, "j")
        shown = rows(pilot)
        assert any(r.startswith("──Elsewhere · 1 of 2 have it · about 12 ≠ 14") for r in shown)
        assert any("Hill Radio" in r and "likely" in r and "≠ 14" in r for r in shown)
        assert any("both: Ida Kolb" in r for r in shown)
        assert any("Cables" not in r and "none" in r and "“Bridge was" in r for r in shown)
        await press(pilot, "k")
        assert rows(pilot)[21].startswith("──Elsewhere · no counterpart")


async def test_the_gutter_counts_and_warns() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter")
        shown = rows(pilot)
        assert shown[1].startswith(" · ▌ The footbridge")
        assert shown[2].startswith(" ≠1")
        assert shown[4].startswith(" 1")


async def test_the_status_line_says_what_was_understood() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter")
        assert "Sun 4 May 2031" in rows(pilot)[-2]
        await press(pilot, "j", "j")
        assert "9 people rescued · says Ida Kolb, to Hill Radio" in rows(pilot)[-2]


async def test_next_difference_figure_and_mention() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", ".")
        assert where(pilot) == ("post", 2)
        await press(pilot, ".")
        assert "no other passage with a difference" in rows(pilot)[-2]
        await press(pilot, "#")
        assert where(pilot) == ("post", 3)
        await press(pilot, "e")
        assert where(pilot) == ("post", 6)
        await press(pilot, "e")
        assert where(pilot) == ("post", 3)


async def test_search_finds_counts_and_wraps() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "/", *"bridge")
        assert "2 matches" in rows(pilot)[-1]
        await press(pilot, "enter", "n")
        assert where(pilot) == ("post", 8)
        assert "2 of 2 matches" in rows(pilot)[-2]
        await press(pilot, "n")
        assert where(pilot) == ("post", 1)
        assert "1 of 2 matches · from the top again" in rows(pilot)[-2]
        await press(pilot, "N")
        assert where(pilot) == ("post", 8)
        assert "2 of 2 matches · from the end again" in rows(pilot)[-2]
        await press(pilot, "escape", "/", *"zzz", "enter", "n")
        assert "not found" in rows(pilot)[-2]
        await press(pilot, "escape", "g", "/", *"stalls", "escape")
        assert where(pilot) == ("post", 1)
        assert reading(pilot).text.hits == ()


async def test_full_width_and_back_keep_the_passage() -> None:
    async with app(known()).run_test(size=(140, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "5", "j", "z")
        assert reading(pilot).text.column > 100
        assert where(pilot) == ("post", 6)
        await press(pilot, "z")
        assert reading(pilot).text.column == 72


async def test_a_click_moves_the_cursor_or_jumps_and_the_wheel_scrolls() -> None:
    async with app(known()).run_test(size=(80, 16)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter")
        await pilot.click("#text", offset=(20, 4))
        await settle(pilot)
        assert where(pilot) == ("post", 3)
        await pilot.click("#text", offset=(30, reading(pilot).text.room + 1))
        await settle(pilot)
        assert where(pilot) == ("radio", 1)
        await press(pilot, "H")
        screen = reading(pilot)
        top = screen.text.top
        screen.text.post_message(events.MouseScrollDown(screen.text, 5, 5, 0, 0, 0, False, False, False))
        await settle(pilot)
        assert screen.text.top == top + 3
        assert 0 <= screen.text.cursor_row < screen.text.size.height


@pytest.mark.parametrize("size", [(40, 10), (60, 12), (80, 24), (99, 30), (100, 30), (120, 40), (160, 48), (250, 70)])
async def test_every_size_shows_the_passage_at_the_cursor(size: tuple[int, int]) -> None:
    async with app(known()).run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "j", "j")
        assert any("▌ Divers brought" in row for row in rows(pilot))


async def test_resizing_keeps_the_passage_and_says_what_is_needed() -> None:
    async with app(known()).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "G")
        for size in ((60, 12), (30, 8), (170, 50), (80, 24)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert where(pilot) == ("post", 11)
            if size == (30, 8):
                assert "40×10" in "".join(rows(pilot))
            else:
                assert any("▌ The band" in row for row in rows(pilot))


async def test_where_reading_stopped_is_where_it_goes_on() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "5", "j", "q", "enter")
        assert where(pilot) == ("post", 6)


async def test_marks_are_switched_off_and_on_by_a_menu() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "j", "j")

        def roles() -> set[str]:
            return {role for row in reading(pilot).text._drawn for _, held in row for role in held.split()}

        assert {"place", "person", "figure"} <= roles()
        await press(pilot, "M")
        assert "n names on" in rows(pilot)[-2]
        await press(pilot, "n", "d")
        assert "n names off  f figures on  d dates off" in rows(pilot)[-2]
        assert not {"place", "person", "moment"} & roles()
        assert "figure" in roles()
        await press(pilot, "enter")
        assert where(pilot)[0] == "radio"
        assert "person" not in roles()
        await press(pilot, "M", "n", "d", "escape")
        assert where(pilot)[0] == "radio"
        assert "person" in roles()
