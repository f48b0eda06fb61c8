"""The first steps are shown to a new reader, each until it was taken, and never again."""

from __future__ import annotations

from pathlib import Path

from reader.tui.keys import in_force
from reader.tui.welcome import Welcome, first_start
from tests.tui.stage import app, known, press, rows, settle


def test_there_is_one_first_start(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "parallax"
    assert first_start(folder)
    assert not first_start(folder)
    old = tmp_path / "old"
    old.mkdir()
    (old / "marks.sqlite").touch()
    assert not first_start(old)
    (tmp_path / "file").touch()
    assert not first_start(tmp_path / "file")


async def test_each_step_is_shown_where_it_can_be_taken_and_goes_once_it_was() -> None:
    program = app(known())
    program.welcome = Welcome()
    async with program.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert rows(pilot)[-1] == " First steps   j down  ⏎ read  B compare  ? help"
        assert "? help" in rows(pilot)[-2]
        await press(pilot, "j")
        assert rows(pilot)[-1] == " First steps   ⏎ read  B compare  ? help"
        await press(pilot, "enter")
        assert rows(pilot)[-1] == " First steps   ⏎ same in another source  H back  B compare  ? help"
        await press(pilot, "H", "B", "j")
        assert rows(pilot)[-1] == " First steps   ? help"
        await press(pilot, "?")
        assert "First steps" not in "\n".join(rows(pilot))
        await press(pilot, "q", "q")
        assert rows(pilot)[-1] == " First steps   ⏎ same in another source"
        await press(pilot, "enter")
        assert "First steps" not in "\n".join(rows(pilot))
        assert "? help" in rows(pilot)[-1]


async def test_the_steps_say_the_keys_in_force() -> None:
    program = app(known())
    program.welcome = Welcome()
    program.keys = in_force("arrows")[0]
    async with program.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "↓ down" in rows(pilot)[-1]
        assert "f1 help" in rows(pilot)[-1]
