"""What the tests of an index begin with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.shelves import BARE, FERRY, WRECK


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "shelf"
    (folder / "sub").mkdir(parents=True)
    (folder / "wreck.md").write_text(WRECK)
    (folder / "ferry.md").write_text(FERRY)
    (folder / "sub" / "lamp.txt").write_text(BARE)
    return folder
