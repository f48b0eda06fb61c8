"""Pinned passages are marked where they stand, on every screen that shows texts; several are pinned as one."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.library.catalogue import Catalogue
from reader.library.notebook import Notebook
from reader.tui.desk import Desk
from tests.tui.stage import CLUTTER, Memory, app, known, press, rows, settle


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def marked(pilot: Pilot[None]) -> list[str]:
    """The rows at whose edge a pin is marked, from the gutter on."""
    return [row for row in rows(pilot)[:-3] if row.startswith("*")]


async def test_a_pinned_passage_is_marked_until_it_is_taken_out() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "j")
        assert not marked(pilot)
        await press(pilot, "p", "enter")
        (row,) = marked(pilot)
        assert row.startswith("*≠1▌ fell into the river Neme")
        await press(pilot, "q", "enter", "v")
        assert any(row.startswith("*≠1▌") for row in rows(pilot)), "side by side"
        await press(pilot, "q", "P", "d", "q")
        assert not marked(pilot)
        await press(pilot, "P", "u", "q")
        assert len(marked(pilot)) == 1


async def test_another_program_s_pins_are_marked_when_the_text_is_opened() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "p", "enter", "q")
        notebook = Notebook()
        notebook.remove(notebook.pins()[0])
        await press(pilot, "enter")
        assert not marked(pilot)


async def test_several_passages_are_pinned_as_one() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "3", "p")
        assert "3 passages, note (ctrl+e: in your editor):" in rows(pilot)[-1]
        await press(pilot, *"both", "enter")
        assert "3 passages pinned  P opens the notebook" in rows(pilot)[-2]
        (pin,) = Notebook().pins()
        assert pin.words.startswith("The footbridge at Ostrel")
        assert pin.words.endswith("told Hill Radio.")
        assert len(marked(pilot)) == 3
        await press(pilot, "G", "P", "enter")
        assert "▌ The footbridge at Ostrel" in rows(pilot)[1]


async def test_what_is_left_out_is_not_pinned_along(folder: Path) -> None:
    (folder / "lunn.md").write_text(f"---\ndrop: ['Read more: ten walks by the sea']\n---\n{CLUTTER}")
    catalogue = Catalogue([folder / "lunn.md"], in_memory=True)
    catalogue.refresh()
    async with app(Desk(catalogue, Memory())).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "4", "p", "enter")
        assert "2 passages pinned, up to a line that is left out" in rows(pilot)[-2]
        assert [pin.words for pin in Notebook().pins()] == [CLUTTER.splitlines()[1]]
