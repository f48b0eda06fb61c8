"""Names joined and split by key, the marks and the board after them, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.library.catalogue import Catalogue
from reader.tui.desk import Desk
from reader.tui.screens.board import BoardScreen
from reader.tui.screens.choosing import ChoosingScreen
from reader.tui.screens.pages import NAMES
from tests.tui.stage import Memory, app, press, reading, rows, settle

ONE = """---
source: Ostrel Post
story: dam
---
The dam in Qarabish burst on Monday and 12 people were pulled out of the river, Mayor Ida Kolb said.
Boats were sent from Oldtarn in the night. Kolb thanked their crews.
Nobody was hurt.
"""
TWO = """---
source: Hill Radio
story: dam
---
Boats from Oldtarn pulled 12 people out of the river on Monday after the dam in Garabish burst.
Rain is expected in the hills of Velmarch until the end of the week.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    for name, text in (("post", ONE), ("radio", TWO)):
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    catalogue = Catalogue([tmp_path], tmp_path / ".cache")
    catalogue.refresh()
    return Desk(catalogue, Memory())


async def opened(pilot: Pilot[None]) -> None:
    """Read the first report."""
    await settle(pilot)
    await press(pilot, "j", "enter")
    assert reading(pilot).article.id == "post"
    assert reading(pilot).comparison is not None


def told(pilot: Pilot[None]) -> str:
    """The status line."""
    return rows(pilot)[-2]


def written(folder: Path) -> list[str]:
    """The entries of names.yaml."""
    file = folder / "names.yaml"
    return [line for line in file.read_text(encoding="utf-8").splitlines() if line[:1] == "-"] if file.exists() else []


async def test_tab_walks_the_names_of_a_passage_and_tells_what_each_was_understood_as(desk: Desk) -> None:
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await press(pilot, "tab")
        assert "Garabish = Qarabish" in told(pilot) or "Qarabish = Garabish" in told(pilot)
        assert "place · spelling" in told(pilot)
        await press(pilot, "tab")
        assert "Ida Kolb" in told(pilot)
        await press(pilot, "tab", "shift+tab")
        assert "Ida Kolb" in told(pilot)
        named = reading(pilot).named()
        walked = reading(pilot).text.walked
        assert named is not None
        assert walked is not None
        assert walked.of(reading(pilot).article.text) == "Ida Kolb"


async def test_a_name_is_joined_with_one_that_is_typed_and_everything_follows(desk: Desk, tmp_path: Path) -> None:
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await press(pilot, "j", "tab")
        assert "Oldtarn · place" in told(pilot)
        await press(pilot, "J")
        assert isinstance(pilot.app.screen, ChoosingScreen)
        assert "Oldtarn is also called …" in rows(pilot)[0]
        await press(pilot, *"vel")
        assert "Velmarch" in rows(pilot)[1]
        assert not rows(pilot)[2]
        await press(pilot, "enter")
        assert "Oldtarn and Velmarch are one" in told(pilot)
        assert written(tmp_path) == ['- {same: ["Oldtarn", "Velmarch"]}']
        await press(pilot, "k", "j")
        assert "Oldtarn = Velmarch · place · joined by the reader" in told(pilot)
        await press(pilot, "u")
        assert "undone: Oldtarn is Velmarch" in told(pilot)
        assert written(tmp_path) == []
        await press(pilot, "k", "j")
        assert "Velmarch" not in told(pilot)


async def test_the_nearest_spelling_comes_first_and_leaving_joins_nothing(desk: Desk, tmp_path: Path) -> None:
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await press(pilot, "tab", "X", "enter")
        assert written(tmp_path) == ['- {apart: ["Garabish", "Qarabish"]}']
        await press(pilot, "J")
        first = rows(pilot)[1]
        assert "Garabish" in first
        assert "place" in first
        await press(pilot, "down", "up", "z", "z")
        assert "no such name" in rows(pilot)[-3]
        await press(pilot, "enter", "escape")
        assert reading(pilot).article.id == "post"
        assert len(written(tmp_path)) == 1


async def test_a_name_is_split_from_one_it_was_merged_with(desk: Desk, tmp_path: Path) -> None:
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await press(pilot, "tab", "X")
        assert "Qarabish is not …" in rows(pilot)[0]
        assert "Garabish" in rows(pilot)[1]
        assert "spelling" in rows(pilot)[1]
        await press(pilot, "enter")
        assert "Qarabish is not Garabish" in told(pilot)
        assert written(tmp_path) == ['- {apart: ["Garabish", "Qarabish"]}']
        await press(pilot, "X")
        assert "Qarabish has no other name" in told(pilot)
        await press(pilot, "u", "tab", "shift+tab")
        assert "spelling" in told(pilot)


async def test_decisions_of_all_kinds_are_undone_in_order(desk: Desk, tmp_path: Path) -> None:
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await press(pilot, "minus", "tab", "X", "enter", "u")
        assert "undone: Qarabish is not Garabish" in told(pilot)
        assert "link: rejected" in (tmp_path / "decisions.yaml").read_text(encoding="utf-8")
        await press(pilot, "u")
        assert "undone: link rejected" in told(pilot)
        assert not {file.name for file in tmp_path.iterdir()} & {"decisions.yaml", "names.yaml"}
        await press(pilot, "u")
        assert "nothing to undo" in told(pilot)


async def test_what_cannot_be_written_is_told_and_the_names_stay(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "names.yaml").mkdir()
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await press(pilot, "tab", "X", "enter")
        assert "not written" in told(pilot)
        await press(pilot, "tab", "shift+tab")
        assert "spelling" in told(pilot)
        await press(pilot, "u")
        assert "nothing to undo" in told(pilot)


async def test_names_are_split_and_joined_on_the_board(desk: Desk, tmp_path: Path) -> None:
    async with app(desk).run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        await press(pilot, "B")
        board = pilot.app.screen
        assert isinstance(board, BoardScreen)
        board.turn_to(NAMES.index("Names"))
        await settle(pilot)
        assert any("~" in row for row in rows(pilot))
        await press(pilot, "X", "enter")
        assert written(tmp_path) == ['- {apart: ["Garabish", "Qarabish"]}']
        assert not any("~" in row for row in rows(pilot))
        await press(pilot, "u")
        assert any("~" in row for row in rows(pilot))
        await press(pilot, "J", "escape")
        assert pilot.app.screen is board


async def test_a_passage_without_a_name_has_none_to_join(desk: Desk) -> None:
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await press(pilot, "j", "j", "j")
        assert reading(pilot).named() is None
        for key in "JX":
            await press(pilot, key)
            assert "no name here" in told(pilot)
        await press(pilot, "tab")
        assert "no name in this passage" in told(pilot)
