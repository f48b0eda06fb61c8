"""What people try who have not read the help: every key answers, and nothing they know from elsewhere does harm."""

from __future__ import annotations

import pytest

from reader.tui.app import ParallaxApp
from reader.tui.screens.help import HelpScreen
from tests.tui.stage import app, known, press, rows, settle, type_ahead, where


async def test_a_key_without_use_says_so_and_where_the_keys_are_told() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "%")
        assert "% does nothing here  ? lists the keys" in rows(pilot)[-2]
        await press(pilot, "j")
        assert "does nothing" not in rows(pilot)[-2]
        await press(pilot, "enter", "h")
        assert "h does nothing here" in rows(pilot)[-2]
        await press(pilot, "ctrl+r", "f5", "insert")
        assert "does nothing" not in rows(pilot)[-2]
        assert where(pilot) == ("post", 1)


async def test_f1_helps() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "f1")
        assert isinstance(pilot.app.screen, HelpScreen)


@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+q"])
async def test_whichever_chord_quits_the_place_is_kept(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[str] = []
    monkeypatch.setattr(ParallaxApp, "leave", lambda _: left.append("left"))
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "/", "a")  # also out of a line that takes the letters
        await press(pilot, key)
        await settle(pilot)
        assert left == ["left"]


async def test_what_is_typed_ahead_does_what_it_would_have_done_slowly() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await type_ahead(pilot, "slash", *"footbridge", "enter", "enter")
        assert where(pilot) == ("post", 1)
        await type_ahead(pilot, "slash", *"cables", "enter", "j")
        assert where(pilot) == ("post", 10)
        await type_ahead(pilot, "q", "slash", *"nine", "enter", "enter", "space", "G")
        assert where(pilot) == ("radio", 4)


async def test_a_page_on_before_there_is_a_screen_does_not_lead_to_the_end() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter")
        await type_ahead(pilot, "B", "tab", "enter", "space")
        assert where(pilot)[1] < 11
