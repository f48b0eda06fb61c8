"""What the reader writes to a file of their own choosing is whole or not there, and takes the place of nothing."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from reader.library import LibraryError
from reader.library.saving import LARGEST, StandsThere, save


def test_a_new_file_is_written_and_one_that_stands_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert save("~/a.txt", "“one”\n") == str(tmp_path / "a.txt")
    with pytest.raises(StandsThere) as told:
        save("~/a.txt", "two")
    assert (told.value.path, (tmp_path / "a.txt").read_text("utf-8")) == (str(tmp_path / "a.txt"), "“one”\n")
    save("~/a.txt", "two\n", "add")
    assert (tmp_path / "a.txt").read_text("utf-8") == "“one”\n\ntwo\n"
    save("~/a.txt", "three\n", "replace")
    save("~/b.txt", "alone\n", "add")
    assert (tmp_path / "a.txt").read_text("utf-8") == "three\n"
    assert (tmp_path / "b.txt").read_text("utf-8") == "alone\n"


@pytest.mark.parametrize("name", ["", "folder/", "folder", "pipe", "gone/a.txt", "a\0b", "n" * 300])
@pytest.mark.parametrize("existing", ["keep", "replace", "add"])
def test_what_is_no_file_is_left_alone(tmp_path: Path, name: str, existing: str) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(LibraryError):
        save(f"{tmp_path}/{name}", "text", existing)  # type: ignore[arg-type]
    assert sorted(os.listdir(tmp_path)) == ["folder", "pipe"]


def test_a_full_disk_leaves_what_stood_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("before", "utf-8")

    def full(file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    for existing in ("add", "replace"):
        with pytest.raises(LibraryError, match="the disk is full"):
            save(f"{tmp_path}/a.txt", "after", existing)
    with pytest.raises(LibraryError, match="the disk is full"):
        save(f"{tmp_path}/b.txt", "after")
    assert os.listdir(tmp_path) == ["a.txt"]
    assert (tmp_path / "a.txt").read_text("utf-8") == "before"


def test_nothing_is_added_to_a_file_of_any_size(tmp_path: Path) -> None:
    with (tmp_path / "log").open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(LibraryError, match="too long to add to"):
        save(f"{tmp_path}/log", "text", "add")
