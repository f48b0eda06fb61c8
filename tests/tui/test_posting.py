"""A page of the board cut down to one speaker, and written to a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.tui.content.board.cells import Sources
from reader.tui.content.board.quotes import only, quotes, speaker_at
from tests.tui.board_stage import board_desk, mill
from tests.tui.stage import app, press, rows, settle


def test_the_speaker_of_a_row_is_the_heading_above_it() -> None:
    page = quotes(Sources(mill()), "courier")
    assert speaker_at(page, 1) == "Bela Sand"
    assert only(page, "Bela Sand") == tuple(page[:2])
    assert only(page, "nobody") == ()
    assert speaker_at((), 0) == ""


async def test_one_speakers_quotations_alone_and_back() -> None:
    async with app(board_desk()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "B", "f")
        assert "speakers are chosen on the page of quotations" in rows(pilot)[-2]
        for _ in range(5):
            await press(pilot, "tab")
        before = rows(pilot)
        await press(pilot, "f")
        assert "f shows all" in rows(pilot)[1]
        assert rows(pilot)[2:4] == before[2:4]
        await press(pilot, "enter", "H")
        assert "f shows all" in rows(pilot)[1]
        await press(pilot, "f")
        assert rows(pilot)[:-2] == before[:-2]


async def test_a_page_is_written_as_markdown_and_no_file_is_written_over_unasked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with app(board_desk()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "B", "x")
        assert "write Figures to: " in rows(pilot)[-1]
        await press(pilot, "enter")
        (path,) = tmp_path.glob("*-figures.md")
        text = path.read_text("utf-8")
        assert text.startswith("# Reports compared\n")
        assert "## Figures" in text
        path.write_text("mine", encoding="utf-8")
        await press(pilot, "x", "enter")
        assert "is there" in rows(pilot)[-1]
        await press(pilot, "escape")
        assert path.read_text("utf-8") == "mine"
