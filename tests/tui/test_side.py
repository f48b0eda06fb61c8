from __future__ import annotations

import pytest
from textual.pilot import Pilot

from reader.tui.screens.side import SideScreen
from tests.tui.stage import app, known, press, rows, settle, where


def side(pilot: Pilot[None]) -> SideScreen:
    assert isinstance(pilot.app.screen, SideScreen)
    return pilot.app.screen


@pytest.mark.parametrize(("width", "columns"), [(80, 2), (100, 2), (140, 3), (200, 3)])
async def test_as_many_sources_as_the_width_allows_and_the_story_has(width: int, columns: int) -> None:
    async with app(known()).run_test(size=(width, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "j", "j", "v")
        assert len(side(pilot).panes) == columns
        assert side(pilot).articles[:2] == ["post", "radio"]


async def test_the_counterpart_is_kept_level_and_where_there_is_none_no_cursor_stands() -> None:
    async with app(known()).run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "j", "j")
        before = rows(pilot)
        await press(pilot, "v")
        level = next(row for row in rows(pilot) if "Divers brought" in row)
        assert "▌ Nine people" in level
        assert "strong" in rows(pilot)[0]
        await press(pilot, "k")
        level = next(row for row in rows(pilot) if "About 12" in row)
        assert "▌ The mayor, Ida Kolb" in level
        await press(pilot, "k")
        assert side(pilot).panes[1].aside
        assert sum(row.count("▌") for row in rows(pilot)) == 1
        assert "none" in rows(pilot)[0]
        await press(pilot, "j", "j", "q")
        assert rows(pilot) == before


async def test_another_source_is_made_active_and_read_on() -> None:
    async with app(known()).run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "j", "j", "v")
        assert rows(pilot)[0].startswith(" ▸ Ostrel Post")
        for key in ("l", "h", "tab", "2", "enter"):
            await press(pilot, key)
            if key in ("l", "tab"):
                assert "▸ Hill Radio" in rows(pilot)[0]
            if key == "2":
                await pilot.pause(0.5)
        assert where(pilot) == ("radio", 1)
        await press(pilot, "H")
        assert where(pilot) == ("post", 3)


async def test_every_movement_and_a_third_source_by_its_number() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "v")
        for keys, passage in (("j", 2), ("}", 3), ("{", 1), ("G", 11), ("g", 1), ("5 j", 6), (".", 2)):
            await press(pilot, *keys.split())
            assert side(pilot).here.passage + 1 == passage, keys
        await press(pilot, "space", "b", "3", "escape")
        await press(pilot, "3", "enter")
        assert side(pilot).articles[1] == "daily"
        await press(pilot, "l", "enter")
        assert where(pilot)[0] == "daily"


async def test_a_click_in_a_text_makes_it_active_and_a_resize_keeps_the_place() -> None:
    async with app(known()).run_test(size=(140, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "j", "j", "v")
        await pilot.click(side(pilot).panes[1], offset=(10, 3))
        await settle(pilot)
        assert side(pilot).active == 1
        await pilot.resize_terminal(80, 20)
        await settle(pilot)
        assert len(side(pilot).panes) == 2
        assert "▸ Hill Radio" in rows(pilot)[0]
