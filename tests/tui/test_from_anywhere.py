"""The library is searched, and marks are gone to, from every screen that shows texts; back leads to where it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.tui import keymap
from reader.tui.content.board import PAGES
from reader.tui.screens.results import ResultsScreen
from tests.tui.board_stage import board_desk
from tests.tui.stage import app, known, press, rows, settle, where

SCREENS = {keymap.BOARD: ["B"], keymap.SIDE: ["v"], keymap.LINES: ["c"], keymap.NOTES: ["p", "enter", "P"]}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shown(pilot: Pilot[None]) -> str:
    """Which screen is in front."""
    return str(getattr(pilot.app.screen, "WHERE", ""))


@pytest.mark.parametrize("screen", SCREENS)
async def test_a_mark_is_gone_to_and_come_back_from(screen: str) -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "j", "m", "x", "q", "j", "enter", "j", "j", *SCREENS[screen])
        assert shown(pilot) == screen
        await press(pilot, "'", "x")
        assert where(pilot) == ("radio", 2)
        await press(pilot, "q")
        assert shown(pilot) == screen
        await press(pilot, "'", "q")
        assert "there is no mark q" in "".join(rows(pilot)[-2:])
        assert shown(pilot) == screen


@pytest.mark.parametrize("screen", SCREENS)
async def test_the_library_is_searched_and_closed_again(screen: str) -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "j", "j", *SCREENS[screen], "S", *"rain", "enter")
        assert isinstance(pilot.app.screen, ResultsScreen)
        await press(pilot, "q")
        assert shown(pilot) == screen
        await press(pilot, "S", "escape", "q")
        assert where(pilot) == ("post", 3)


async def test_that_there_is_no_mark_yet_is_said_before_one_is_asked_for() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "'")
        assert "go to mark (none yet: m sets one)  ' where you were  ? lists them" in rows(pilot)[-2]


async def test_back_from_a_mark_leads_to_the_cell_and_to_the_pin() -> None:
    async with app(board_desk()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "m", "x", "q", "j", "enter", "p", "enter", "B", "j", "'", "x", "H")
        assert shown(pilot) == keymap.BOARD
        assert rows(pilot)[-2].startswith(" 2/")
        await press(pilot, "P", "'", "x", "H")
        assert shown(pilot) == keymap.NOTES


async def test_only_what_can_be_done_is_hinted_on_a_page_of_the_board() -> None:
    async with app(board_desk()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "B")
        for page in PAGES:
            assert ("- wrong" in rows(pilot)[-1]) == (page == "Figures"), page
            await press(pilot, "tab")
