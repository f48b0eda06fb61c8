"""The pictures in ``screenshots/`` are what the app draws today, to the byte."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.screenshots import PICTURES, font_missing


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All pictures, drawn anew by the command that README names."""
    folder = tmp_path_factory.mktemp("pictures")
    environment = os.environ | {"PYTHONHASHSEED": "7"}
    subprocess.run([sys.executable, "-m", "tests.screenshots", str(folder)], check=True, timeout=300, env=environment)
    return folder


def test_every_picture_is_up_to_date(drawn: Path) -> None:
    made = sorted(path.name for path in drawn.glob("*.svg"))
    assert made == sorted(path.name for path in PICTURES.glob("*.svg"))
    stale = [name for name in made if (drawn / name).read_bytes() != (PICTURES / name).read_bytes()]
    assert not stale, "draw them again: uv run --all-extras python -m tests.screenshots"


def test_pixels_are_the_same_where_the_font_is(drawn: Path) -> None:
    if missing := font_missing():
        pytest.skip(f"{missing}: pixels cannot be compared")
    made = sorted(path.name for path in drawn.glob("*.png"))
    assert made == sorted(path.name for path in PICTURES.glob("*.png"))
    assert [n for n in made if (drawn / n).read_bytes() != (PICTURES / n).read_bytes()] == []


def test_no_picture_names_an_address() -> None:
    for path in PICTURES.glob("*.svg"):
        text = path.read_text("utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert "http" not in text, path.name
