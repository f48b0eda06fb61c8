"""What goes wrong is told in a line: which file and why, both in sight at 80 columns."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from reader.library.errors import LibraryError
from reader.model import Problem
from reader.tui.content.pieces import reason
from tests.tui.stage import app, known, press, rows, settle

FAR = "/srv/newsroom/people/ida/data/parallax/notebook.sqlite"


def test_a_file_is_told_by_as_much_of_its_name_as_there_is_room_for() -> None:
    assert reason(LibraryError(Problem(FAR, "cannot be used"))) == "…/notebook.sqlite: cannot be used"
    assert reason(LibraryError(Problem("no/q", "is not there"))) == "no/q: is not there"
    assert reason(OSError(errno.ENOSPC, "No space left on device", FAR)) == "…/notebook.sqlite: No space left on device"
    assert reason(ValueError("vi ended\x1b with 1")) == "vi ended\N{REPLACEMENT CHARACTER} with 1"


async def test_a_notebook_that_cannot_be_used_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    (tmp_path / "parallax").mkdir()
    (tmp_path / "parallax" / "notebook.sqlite").write_bytes(b"no notebook of ours" * 99)
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "p")
        assert "…/notebook.sqlite: cannot be used: file is not a database" in "".join(rows(pilot)[-2:])
