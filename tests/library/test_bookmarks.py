"""Letters and searches outlive the program, and several programs share them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library.bookmarks import MOST_SEARCHES, Bookmark, Bookmarks
from reader.library.marks import Marks
from reader.model import Article

HERE = Bookmark("a", "0f" * 32, "one", 12, "The ferry sank.", "Lunn Post")
THERE = Bookmark("b", "1f" * 32, "two", 3, "Nobody was hurt.", "Hill Radio")


def test_letters_belong_to_their_library_and_outlive_the_program(tmp_path: Path) -> None:
    marks = Bookmarks(["sea"], tmp_path)
    assert marks.all() == []
    marks.set(THERE)
    marks.set(HERE)
    marks.close()
    again = Bookmarks(["sea"], tmp_path)
    assert again.all() == [HERE, THERE]
    assert again.get("b") == THERE
    assert Bookmarks(["land"], tmp_path).get("a") is None


def test_a_letter_is_moved_and_removed_and_other_programs_see_it(tmp_path: Path) -> None:
    one, other = Bookmarks(["sea"], tmp_path), Bookmarks(["sea"], tmp_path)
    one.set(HERE)
    other.set(HERE._replace(position=40))
    assert one.get("a") == HERE._replace(position=40)
    other.remove("a")
    assert one.all() == []


def test_they_stand_in_the_file_of_the_other_marks(tmp_path: Path) -> None:
    article = Article("one", "A text.", ())
    marks, letters = Marks(tmp_path), Bookmarks(["sea"], tmp_path)
    marks.set_read(article)
    letters.set(HERE)
    marks.set_position(article, 2)
    assert (Marks(tmp_path).position(article), letters.get("a")) == (2, HERE)
    assert {file.name for file in tmp_path.iterdir()} <= {"marks.sqlite", "marks.sqlite-wal", "marks.sqlite-shm"}


def test_searches_are_remembered_the_last_first(tmp_path: Path) -> None:
    marks = Bookmarks(["sea"], tmp_path)
    for words in ("ferry", "fog", "ferry", "\ud800"):
        marks.searched("text", words)
    assert Bookmarks(["land"], tmp_path).searches("text") == ["?", "ferry", "fog"]
    assert marks.searches("library") == []
    for n in range(MOST_SEARCHES + 5):
        marks.searched("library", str(n))
    found = marks.searches("library")
    assert (len(found), found[0]) == (MOST_SEARCHES, str(MOST_SEARCHES + 4))


@pytest.mark.parametrize("damage", ["a file in the way", "noise"])
def test_where_nothing_can_be_kept_they_last_as_long_as_the_program(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "data"
    if damage == "noise":
        folder.mkdir()
        (folder / "marks.sqlite").write_bytes(b"no database at all" * 100)
    else:
        folder.write_text("in the way")
    marks = Bookmarks(["sea"], folder)
    marks.set(HERE)
    assert marks.get("a") == HERE
    assert marks.problem
