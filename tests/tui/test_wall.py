"""The board on a wide screen: all sentences of a row below it, the sources with their days above their columns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.model import FigureRow
from reader.tui.content.board.cells import Sources
from reader.tui.content.board.figures import figures
from reader.tui.content.board.layout import Layout
from reader.tui.content.board.wall import height_below, wall
from tests.comparison.reports import compared
from tests.tui.board_stage import board_desk
from tests.tui.stage import app, press, rows, settle

LISTED = "Divers brought up 12 crates, 30 barrels, 14 anchors, 25 lamps and 60 coins."


def words(row: object) -> str:
    return "".join(text for text, _ in row).rstrip()  # type: ignore[attr-defined]


def test_every_sentence_of_the_row_stands_below_it_with_its_source() -> None:
    known = compared(
        post="At least 12 people were killed in Tolm, the mayor said.",
        radio="In Tolm 30 people were killed when the dam broke, and "
        + "the water went on rising " * 20
        + "until noon.",
    )
    sources = Sources(known)
    row = figures(sources, "post")[0]
    made = wall(sources, row, row.cells[1], 0, 140, 9)
    assert made is not None
    lines = [words(line) for line in made]
    assert len(lines) == 9
    assert lines[0].startswith("──Radio · 13 Sep 2023 · passage 1 of 1 ─")
    assert lines[1] == "  Post        At least 12 people were killed in Tolm, the mayor said."
    assert lines[2].startswith("▌ Radio       In Tolm 30 people were killed")
    assert wall(sources, row, row.cells[1], 0, 140, 2) is None
    assert wall(sources, replace(row, cells=row.cells[:1]), row.cells[0], 0, 140, 9) is None


@pytest.mark.parametrize(("size", "below"), [((80, 20), 5), ((119, 45), 6), ((160, 45), 15), ((160, 5), 0)])
def test_only_a_wide_and_tall_screen_has_room_for_them(size: tuple[int, int], below: int) -> None:
    assert height_below(*size) == below


def test_the_heads_of_the_columns_name_source_and_day() -> None:
    known = compared(post="In Tolm 12 people were killed.", radio="In Tolm 30 people were killed.")
    sources = Sources(known)
    layout = Layout(figures(sources, "post"), sources.short, 140, 0, sources.heads)
    assert [words(row).split() for row in layout.header()] == [["Post", "Radio"], ["13", "Sep", "2023"] * 2]


def test_a_list_that_two_reports_share_is_one_fold() -> None:
    known = compared(post=LISTED, radio=LISTED)
    page = figures(Sources(known), "post")
    (fold,) = [entry for entry in page if entry.members]
    assert (fold.label, fold.note) == ("one list in 2 sources, figure by figure the same", "5")
    other = replace(known, figure_rows=tuple(FigureRow(r.label, "differ", r.figures) for r in known.figure_rows))
    assert not [entry for entry in figures(Sources(other), "post") if entry.members]


async def test_the_wall_follows_the_cell() -> None:
    async with app(board_desk()).run_test(size=(160, 48)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "B")
        before = [row for row in rows(pilot) if row.startswith("▌")]
        await press(pilot, "l")
        assert [row for row in rows(pilot) if row.startswith("▌")] != before
