"""Read marks outlive the program, however it ends, and several programs share them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reader.library.marks import Marks
from reader.model import Article

ARTICLE = Article("one", "A text of some length.", ())
OTHER = Article("two", "Another text.", ())

WRITER = """
import sys
from reader.library.marks import Marks
from reader.model import Article
marks = Marks(sys.argv[1])
name = sys.argv[2]
for number in range(int(sys.argv[3])):
    marks.set_read(Article("x", f"{name} {number}", ()))
    print(number, flush=True)
"""


def test_marks_are_kept_by_text(tmp_path: Path) -> None:
    marks = Marks(tmp_path / "new")
    assert (marks.is_read(ARTICLE), marks.position(ARTICLE)) == (False, None)
    marks.set_position(ARTICLE, 7)
    marks.set_read(ARTICLE)
    marks.close()
    again = Marks(tmp_path / "new")
    renamed = replace(ARTICLE, id="else", source="The Bell")
    assert (again.is_read(renamed), again.position(renamed)) == (True, 7)
    assert not again.is_read(OTHER)
    again.set_read(ARTICLE, False)
    assert (again.is_read(ARTICLE), again.position(ARTICLE)) == (False, 7)


def test_several_programs_at_once(tmp_path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), name, "40"], stdout=subprocess.DEVNULL)
        for name in "abc"
    ]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    marks = Marks(tmp_path)
    assert all(marks.is_read(Article("x", f"{name} {number}", ())) for name in "abc" for number in range(40))


def test_a_killed_program_leaves_whole_marks(tmp_path: Path) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path), "a", "1000000"], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout
    done = -1
    while done < 50:
        done = int(writer.stdout.readline())
    os.kill(writer.pid, signal.SIGKILL)
    writer.communicate()
    marks = Marks(tmp_path)
    assert marks.problem is None
    assert all(marks.is_read(Article("x", f"a {number}", ())) for number in range(done + 1))
    marks.set_read(ARTICLE)
    assert marks.is_read(ARTICLE)


@pytest.mark.parametrize("damage", ["a folder", "a file", "noise"])
def test_where_nothing_can_be_kept_marks_last_as_long_as_the_program(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "data"
    if damage == "a file":
        folder.write_text("in the way")
    elif damage == "a folder":
        (folder / "marks.sqlite").mkdir(parents=True)
    else:
        folder.mkdir()
        (folder / "marks.sqlite").write_bytes(b"no database at all" * 100)
    marks = Marks(folder)
    assert marks.problem
    assert "not kept" in str(marks.problem)
    marks.set_read(ARTICLE)
    marks.set_position(ARTICLE, 3)
    assert (marks.is_read(ARTICLE), marks.position(ARTICLE)) == (True, 3)
