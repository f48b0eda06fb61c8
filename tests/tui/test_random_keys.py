"""Whatever is pressed, in whatever window: no exception, and something stands on the screen."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from reader.library.catalogue import Catalogue
from reader.library.marks import Marks
from reader.tui.app import ParallaxApp
from reader.tui.desk import Desk
from reader.tui.keymap import KEYS
from tests.tui.stage import app, rows, settle, type_ahead

SAMPLE = Path(__file__).parents[2] / "articles"
OUTWARD = ("app.add",)
"""What reaches beyond the library."""

PRESSED = sorted({key for known in KEYS if known.id not in OUTWARD for key in known.keys.split(",")} | set("0123459"))
SIZES = ((80, 24), (120, 40), (160, 48), (40, 10), (30, 8), (61, 17))
PRESSES = 2500


@pytest.mark.parametrize("story", ["ferry-halcyon", "karabakh-2023"])
async def test_random_keys_and_sizes(story: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(ParallaxApp, "leave", lambda _: None)
    library = tmp_path / story
    shutil.copytree(SAMPLE / story, library)
    catalogue = Catalogue([library], tmp_path / "cache")
    catalogue.refresh()
    draw = random.Random(story)
    async with app(Desk(catalogue, Marks(tmp_path / "marks"))).run_test(size=(80, 24)) as pilot:
        pressed = 0
        while pressed < PRESSES:
            keys = draw.choices(PRESSED, k=draw.randrange(1, 40))  # typed ahead, as over a slow line
            await type_ahead(pilot, *keys)
            pressed += len(keys)
            await pilot.resize_terminal(*draw.choice(SIZES))
            await settle(pilot)
            assert any(row.strip() for row in rows(pilot)), f"nothing on the screen after {' '.join(keys)}"
