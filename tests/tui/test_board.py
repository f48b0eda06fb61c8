"""The board by keyboard and mouse: every cell leads to its sentence and back."""

from __future__ import annotations

from pathlib import Path

import pytest

import reader
from reader.library.held import Held
from reader.model import Comparison
from reader.tui.content.board import PAGES
from reader.tui.content.board.sentence import passage_of
from reader.tui.desk import Desk
from reader.tui.screens.cleaning import CleaningScreen
from tests.tui.board_stage import board, board_desk
from tests.tui.stage import KnownDesk, Memory, app, articles, held, press, reading, rows, settle, where

SAMPLES = Path(__file__).parents[2] / "articles"


async def test_a_cell_leads_to_its_sentence_and_back_to_the_very_cell() -> None:
    async with app(board_desk()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "j", "j")
        before = rows(pilot)
        await press(pilot, "B")
        assert rows(pilot)[0].startswith(" [Figures]")
        await press(pilot, "l")
        cell = rows(pilot)
        assert "14 people · says Ida Kolb" in cell[-2]
        await press(pilot, "enter")
        assert where(pilot) == ("radio", 3)
        await press(pilot, "H")
        assert rows(pilot) == cell
        await press(pilot, "L")
        assert where(pilot) == ("radio", 3)
        await press(pilot, "enter", "H", "ctrl+o")
        assert rows(pilot) == cell
        await press(pilot, "enter", "B")
        assert rows(pilot) == cell
        await press(pilot, "q")
        assert rows(pilot) == before
        await press(pilot, "H")
        assert rows(pilot) == cell


async def test_pages_by_tab_brackets_and_digits_keep_their_cursor() -> None:
    async with app(board_desk()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "B")
        seen = []
        for key in ("tab", "]", "tab", "tab", "tab", "tab", "tab", "shift+tab", "["):
            await press(pilot, key)
            seen.append(list(PAGES)[board(pilot).page])
        assert seen == [*list(PAGES)[1:], "Figures", "Provenance", "Quotes"]
        await press(pilot, "2", "enter", "j", "j")
        row = board(pilot).pane.row
        await press(pilot, "1", "enter", "2", "enter")
        assert (board(pilot).page, board(pilot).pane.row) == (1, row)
        await press(pilot, "9", "enter")
        assert "there are 7 pages" in rows(pilot)[-2]


async def test_moving_folding_searching_and_the_next_difference() -> None:
    async with app(board_desk()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "B", "G")
        assert "one source only (2)" in "".join(rows(pilot))
        await press(pilot, "enter", "j")
        assert "9" in rows(pilot)[-2]
        await press(pilot, "g", ".")
        assert board(pilot).pane.row == 0
        await press(pilot, "2", "enter", "s", "s")
        assert any("others have it, “Bridge was checked” has not" in row for row in rows(pilot))
        await press(pilot, "<", "<", "/", *"inquiry", "enter")
        assert "1 of 1" in rows(pilot)[-2]
        assert any("▌" in row and "Ms. Kolb promised" in row for row in rows(pilot))
        await press(pilot, "/", *"cables", "enter")
        assert any("▌" in row and "Its cables were last seen" in row for row in rows(pilot))
        await press(pilot, "/", *"zzz", "enter")
        assert "not found" in rows(pilot)[-2]
        await press(pilot, "3", "enter", "2", "l", "}", "{")
        assert board(pilot).pane.row == 0
        await press(pilot, "e")
        assert "no other place" in rows(pilot)[-2]


async def test_a_click_puts_the_cursor_on_a_cell_and_the_second_opens_it() -> None:
    async with app(board_desk()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "B")
        line = next(n for n, row in enumerate(rows(pilot)) if "Hill Radio 14" in row)
        column = rows(pilot)[line].index("14 (")
        for _ in range(2):
            await pilot.click("#pane", offset=(column, line - 1))
            await settle(pilot)
        assert where(pilot) == ("radio", 3)


async def test_the_board_waits_for_the_comparison_and_tells_of_a_story_with_one_source() -> None:
    class Slow(KnownDesk):
        def prepare(self, article: str) -> Comparison:
            raise RuntimeError("not today")

    async with app(Slow(held(articles()), Memory())).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "B")
        assert any("could not compare: RuntimeError: not today" in row for row in rows(pilot))
        await press(pilot, "j", "l", "enter", "G", "tab", "/", "a", "enter", "n", "s", "q")
        assert reading(pilot)
    async with app(Desk(held(articles()[2:]), Memory())).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "B")
        assert any("no other source of this story here" in row for row in rows(pilot))


@pytest.mark.parametrize("size", [(40, 10), (60, 16), (119, 30), (120, 40), (160, 48)])
async def test_every_size_shows_the_cell_and_resizing_keeps_it(size: tuple[int, int]) -> None:
    async with app(board_desk()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "B", "l")
        await pilot.resize_terminal(*size)
        await settle(pilot)
        assert (board(pilot).pane.row, board(pilot).pane.cell) == (0, 1)
        assert any("14" in row for row in rows(pilot))


async def test_a_figure_taken_out_of_its_row_is_kept_in_the_library_and_put_back(tmp_path: Path) -> None:
    for name, words in (("gate", "Fire at the mill hurt 14 people, the police said on Monday."),
                        ("post", "The police said on Monday that fire at the mill hurt 17 people.")):  # fmt: skip
        (tmp_path / f"{name}.md").write_text(f"---\nsource: {name}\nstory: mill\n---\n{words}\n", encoding="utf-8")
    texts = [reader.load(path) for path in sorted(tmp_path.glob("*.md"))]
    desk = Desk(Held(texts, (), [str(tmp_path)]), Memory())
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "B")
        before = rows(pilot)
        assert any(row.startswith("▌≠ ") and "14" in row and "17" in row for row in before)
        await press(pilot, "u")
        assert "nothing to undo" in rows(pilot)[-2]
        await press(pilot, "-")
        assert not any("≠ people" in row for row in rows(pilot))
        assert "rejected in this row" in rows(pilot)[-2]
        assert '- {figure: rejected, a: ["gate", "14", ' in (tmp_path / "decisions.yaml").read_text("utf-8")
        await press(pilot, "-")
        assert "no figure in a row with another source here" in rows(pilot)[-2]
        await press(pilot, "u", "k")
        assert rows(pilot) == before
        await press(pilot, "+", "l", "h")
        assert rows(pilot) == before
        assert "- {figure: confirmed, " in (tmp_path / "decisions.yaml").read_text("utf-8")


async def test_a_figure_taken_out_of_its_row_waits_below_for_the_next_session(tmp_path: Path) -> None:
    for name, words in (("gate", "Fire at the mill hurt 14 people, the police said on Monday."),
                        ("post", "The police said on Monday that fire at the mill hurt 17 people.")):  # fmt: skip
        (tmp_path / f"{name}.md").write_text(f"---\nsource: {name}\nstory: mill\n---\n{words}\n", encoding="utf-8")

    def desk() -> Desk:
        return Desk(Held([reader.load(path) for path in sorted(tmp_path.glob("*.md"))], (), [str(tmp_path)]), Memory())

    async with app(desk()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "B", "-")
    async with app(desk()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "B")
        assert any("taken out of a row by you (1)" in row for row in rows(pilot))
        await press(pilot, "enter", "j")
        assert any(row.startswith("▌- people injured") and "14" in row for row in rows(pilot))
        await press(pilot, "-")
        assert "out of its row already: + puts it back" in rows(pilot)[-2]
        await press(pilot, "+", "g")
        assert any(row.startswith("▌≠ ") and "14" in row and "17" in row for row in rows(pilot))
        assert not any("taken out" in row for row in rows(pilot))


@pytest.mark.parametrize("story", ["ferry-halcyon", "karabakh-2023"])
async def test_a_walk_over_every_page_of_a_sample_story_comes_back_to_where_it_started(story: str) -> None:
    texts = [reader.load(path) for path in sorted((SAMPLES / story).glob("*.md"))]
    desk = Desk(held(texts), Memory())
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "3", "j")
        start = rows(pilot)
        await press(pilot, "B")
        visited = 0
        for page in PAGES:
            assert list(PAGES)[board(pilot).page] == page
            for way in ("j", "G"):
                await press(pilot, way)
                pane = board(pilot).pane
                if pane.entries[pane.row].members:
                    await press(pilot, "enter", "j")
                await press(pilot, "l")
                cell = pane.at
                assert cell is not None
                here = rows(pilot)
                await press(pilot, "enter")
                if isinstance(pilot.app.screen, CleaningScreen):
                    await press(pilot, "q")
                else:
                    passage = passage_of(desk.analysis(cell.article), cell.places[0])
                    assert passage is not None
                    assert reading(pilot).article.id == cell.article
                    assert reading(pilot).passage == passage
                    visited += 1
                    await press(pilot, "H")
                assert rows(pilot) == here, (page, way)
            await press(pilot, "tab")
        assert visited > 8
        await press(pilot, "q")
        assert rows(pilot) == start
