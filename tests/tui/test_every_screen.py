"""Every screen at three sizes, in true colour, in 16 colours and in none: what stands on it and how it looks."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path
from string import ascii_letters

import pytest
from rich.segment import Segment
from textual.pilot import Pilot

from reader.model import Problem
from reader.tui.content.board import PAGES
from reader.tui.screens.results import ResultsScreen
from tests.tui.board_stage import board_desk
from tests.tui.stage import app, known, press, rows, settle

SNAPSHOTS = Path(__file__).parent / "snapshots"
SIZES = [(80, 24), (120, 40), (160, 48)]
MODES = {
    "true colour": ("parallax-dark", False),
    "16 colours": ("terminal-dark", False),
    "no colour": ("terminal-dark", True),
}
"""The theme of each, and whether NO_COLOR is set; it comes last, for then it stays."""

WALK: Sequence[tuple[str, Sequence[str]]] = (
    ("library", ()),
    ("library-filtered", ("slash", *"radio")),
    ("commands", ("escape", "escape", ":", *"th")),
    ("problems", ("escape", "!")),
    ("results", ("q", "S", *"bridge", "enter")),
    ("reading-alone", ("q", "g", "j", "enter")),
    ("reading", ("j", "j")),
    ("reading-found", ("slash", *"the", "enter")),
    ("followed", ("escape", "f")),
    ("marked", ("escape", "m", "x", "'", "?")),
    ("notebook", ("q", "p", *"who counted them?", "enter", "P")),
    ("side", ("q", "v")),
    ("original", ("q", "c")),
    ("edit", ("q", "q", "e")),
    ("help", ("escape", "j", "enter", "?")),
)
"""Each screen with the keys that lead to it from the one before."""

Look = list[str]


def looks(pilot: Pilot[None]) -> Look:
    """A row of letters for each row of the screen, one for each style, and what the letters stand for."""
    strips = pilot.app.screen._compositor.render_strips()
    letters: dict[str, str] = {}
    found = []
    for strip in strips:
        row = "".join(letter(segment, letters) * segment.cell_length for segment in strip)
        found.append(row.rstrip("."))
    return [*found, *(f"{sign} {style}" for style, sign in letters.items())]


def letter(segment: Segment, letters: dict[str, str]) -> str:
    """The letter of a style; a point for words that look like any other."""
    style = str(segment.style.without_color if segment.style and not segment.text.strip() else segment.style or "")
    told = style.removesuffix("default on default").removesuffix("none").strip()
    return letters.setdefault(told, ascii_letters[len(letters)]) if told else "."


async def test_what_marks_mean_is_told_without_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with app(known(), "terminal-dark").run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "j", "j", "slash", *"ashore", "enter")
        told = "\n".join(rows(pilot))
        assert all(sign in told for sign in ("≠", "strong"))
        styles = {
            word: str(segment.style)
            for strip in pilot.app.screen._compositor.render_strips()
            for segment in strip
            for word in ("Ida Kolb", "9", "Sunday", "ashore", "fell into the river")
            if segment.text.strip().startswith(word)
        }
        assert len(styles) == len(set(styles.values())) == 5, styles


async def walked(size: tuple[int, int], theme: str) -> dict[str, tuple[list[str], Look]]:
    """What stands on each screen, and how it looks."""
    found: dict[str, tuple[list[str], Look]] = {}
    async with app(known([Problem("nowhere.txt", "is not there")]), theme).run_test(size=size) as pilot:
        await settle(pilot)
        for name, keys in WALK:
            await press(pilot, *keys)
            while isinstance(pilot.app.screen, ResultsScreen) and not pilot.app.screen.sought.over:
                await asyncio.sleep(0.005)
            await settle(pilot)
            found[name] = rows(pilot), looks(pilot)
    async with app(board_desk(), theme).run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "B")
        for page in PAGES:
            found[f"board-{page.lower()}"] = rows(pilot), looks(pilot)
            await press(pilot, "tab")
    return found


@pytest.mark.parametrize("size", SIZES)
async def test_every_screen_is_as_it_was_approved(
    size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PARALLAX_APPROVE=1 approves what there is."""
    monkeypatch.setattr("reader.tui.content.notes.pinned", lambda pin: "5 May")
    seen = {}
    for mode, (theme, no_colour) in MODES.items():
        if no_colour:
            monkeypatch.setenv("NO_COLOR", "1")
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / mode))
        seen[mode] = await walked(size, theme)
    for name in seen["true colour"]:
        told = {tuple(found[name][0]) for found in seen.values()}
        assert len(told) == 1, f"{name}: other words in other colours"
        parts = [*told.pop()]
        for mode, found in seen.items():
            parts += ["", f"== {mode}", *found[name][1]]
        approve(f"{name}-{size[0]}x{size[1]}", "\n".join(parts) + "\n")


def approve(name: str, shown: str) -> None:
    file = SNAPSHOTS / f"{name}.txt"
    if os.environ.get("PARALLAX_APPROVE"):
        file.write_text(shown, encoding="utf-8")
    assert shown == file.read_text(encoding="utf-8"), name
