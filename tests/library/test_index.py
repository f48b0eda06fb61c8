"""The index is derived: whatever happens to it, the list is that of the files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.library import describe
from reader.library.marks import Marks
from reader.library.story_index import Sketched
from reader.model import Story
from tests.library.shelves import BARE, FERRY, WRECK, ids, listed, opened, read_anew, refreshed


def test_second_opening_lists_without_reading(shelf: Path) -> None:
    assert ids(opened(shelf)) == []
    refreshed(shelf)
    catalogue = opened(shelf)
    for file in shelf.rglob("*.*"):
        file.unlink()
    ferry, wreck, lamp = listed(catalogue)
    assert (ferry.id, ferry.title, ferry.source, ferry.story) == ("ferry", "Ferry late again", "Coast Radio", "ferry")
    assert str(ferry.published) == "2031-05-05"
    assert ferry.words == 15
    assert ferry.given == {"title", "source", "published", "story"}
    assert wreck.path == str(shelf / "wreck.md")
    assert (lamp.source, lamp.title, lamp.published) == (None, None, None)
    assert lamp.opening.startswith("A lamp was left burning")
    assert catalogue.count() == 3


def test_orders_and_their_groups(shelf: Path) -> None:
    catalogue = refreshed(shelf)
    assert [(group.label, group.size) for group in catalogue.arranged("source").groups][:2] == [
        ("coast radio", 1),
        ("lunn gazette", 1),
    ]
    by_date = catalogue.arranged("date")
    assert [group.label for group in by_date.groups] == ["2031-05-05", "2031-05-04", ""]
    assert ids(catalogue, "date") == ["ferry", "wreck", "lamp"]
    stories = [Story("s1", "At sea", ("wreck", "ferry")), Story("s2", "Lamp", ("lamp",))]
    by_story = catalogue.arranged("story", stories=stories)
    assert [(group.label, group.size) for group in by_story.groups] == [("At sea", 2), ("", 1)]
    assert len(by_story.keys) == 3
    named = [Story("Wreck of the Lamp", "At sea", ("wreck", "ferry"))]
    assert catalogue.arranged("story", stories=named).groups[0].label == "Wreck of the Lamp"


@pytest.mark.parametrize(
    ("words", "found"),
    [("WRECK", ["wreck"]), ("radio late", ["ferry"]), ("2031-05", ["ferry", "wreck"]), ("4 may", ["wreck"]), ("%", [])],
)
def test_filter_looks_at_title_source_and_date(shelf: Path, words: str, found: list[str]) -> None:
    catalogue = refreshed(shelf)
    assert ids(catalogue, words=words) == found
    assert sum(group.size for group in catalogue.arranged("source", words).groups) == len(found)


def test_only_what_changed_is_read_again(shelf: Path) -> None:
    catalogue = refreshed(shelf)
    assert read_anew(catalogue) == 0
    (shelf / "wreck.md").write_text(WRECK.replace("raised off", "lost off"))
    (shelf / "ferry.md").unlink()
    (shelf / "new.txt").write_text(BARE)
    assert read_anew(catalogue) == 2
    assert sorted(ids(catalogue)) == ["lamp", "new", "wreck"]
    assert [row.title for row in listed(catalogue, words="lost")] == ["Wreck lost off Lunn"]


def test_article_file_takes_the_place_of_its_original(shelf: Path) -> None:
    catalogue = refreshed(shelf)
    lamp = next(row for row in listed(catalogue) if row.id == "lamp")
    describe(catalogue.article(lamp), source="Ostrel Post")
    catalogue.refresh()
    assert [row.source for row in listed(catalogue) if "lamp" in row.id] == ["Ostrel Post"]
    assert read_anew(opened(shelf)) == 0
    assert catalogue.count() == 3


def test_an_article_written_anew_keeps_its_row(shelf: Path) -> None:
    catalogue = refreshed(shelf)
    lamp = next(row for row in listed(catalogue) if row.id == "lamp")
    catalogue.take(describe(catalogue.article(lamp), source="Ostrel Post"))
    now = catalogue.listing(lamp.key)
    assert now is not None
    assert (now.id, now.source, now.path) == ("lamp", "Ostrel Post", str(shelf / "sub" / "lamp.md"))
    assert read_anew(catalogue) == 0
    assert catalogue.count() == 3


def test_rows_have_names_until_they_are_read(shelf: Path) -> None:
    catalogue = opened(shelf)
    catalogue.refresh(lambda done, total, changed: False)
    rows = listed(catalogue)
    assert {row.opening for row in rows} == {"wreck.md", "ferry.md", "lamp.txt"}
    assert not any(row.known for row in rows)
    catalogue.refresh()
    assert all(row.known for row in listed(catalogue))
    assert {row.id for row in rows} == set(ids(catalogue))


def test_problems_are_kept_until_they_are_gone(shelf: Path) -> None:
    (shelf / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (shelf / "head.md").write_text("---\ntitle: [\n---\nA text.\n")
    refreshed(shelf)
    catalogue = opened(shelf)
    assert {os.path.basename(problem.path) for problem in catalogue.problems} == {"picture.txt", "head.md"}
    assert catalogue.count() == 3
    (shelf / "head.md").write_text("---\ntitle: A bridge\n---\nA text about a bridge that fell down.\n")
    (shelf / "picture.txt").unlink()
    catalogue.refresh()
    assert catalogue.problems == ()
    assert catalogue.count() == 4


def test_marks_hold_for_a_row_as_for_its_article(shelf: Path) -> None:
    catalogue = refreshed(shelf)
    marks = Marks(shelf.parent / "data")
    row = listed(catalogue)[0]
    marks.set_read(catalogue.article(row))
    assert marks.is_read(row)
    assert not marks.is_read(listed(catalogue)[1])


def test_furniture_of_a_source_is_taken_out_when_an_article_is_read(shelf: Path) -> None:
    menu = "Weather on the coast and in the hills"
    for number, town in enumerate(("Lunn", "Ostrel", "Sarn", "Marten")):
        head = f"---\ntitle: Market in {town}\nsource: Hill Post\n---\n"
        body = f"The market in {town} was moved to the quay on day {number}, the mayor of {town} said at noon.\n"
        (shelf / f"market{number}.md").write_text(f"{head}{body}{menu}\nTraders of {town} were content with it.\n")
    catalogue = refreshed(shelf)
    article = catalogue.article(next(row for row in listed(opened(shelf)) if row.id == "market0"))
    assert [line.of(article.text) for line in article.lines if line.state == "removed"] == [menu]
    traders = "Traders of Lunn were content with it."
    (shelf / "sources.yaml").write_text(f"Hill Post:\n  drop: [{traders}]\n")
    article = catalogue.article(next(row for row in listed(catalogue) if row.id == "market0"))
    assert [line.of(article.text) for line in article.lines if line.state == "removed"] == [menu, traders]


def test_names_that_are_not_utf8(shelf: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(shelf) + b"/caf\xe9.txt")).write_text(BARE)
    except OSError:
        pytest.skip("the file system takes no such name")
    catalogue = refreshed(shelf)
    row = next(row for row in listed(catalogue) if row.id.startswith("caf"))
    assert catalogue.article(row).text == BARE


def test_what_changes_in_an_article_makes_it_wait_for_its_story(shelf: Path) -> None:
    catalogue = refreshed(shelf)
    keys = {row.id: row.key for row in listed(catalogue)}

    def waiting() -> set[int]:
        with catalogue.story_index() as stories:
            return {*stories.unsketched(10)}

    def found() -> None:
        with catalogue.story_index() as stories:
            stories.put([Sketched(key, b"", 1, (), ()) for key in stories.unsketched(10)])
            with stories.grouping() as grouping:
                for key in stories.sketched():
                    grouping.done(key)

    assert waiting() == set(keys.values())
    found()
    assert waiting() == set()
    (shelf / "wreck.md").write_text(WRECK + "More is to follow.\n")
    (shelf / "ferry.md").write_text(FERRY.replace("story: ferry", "story: boats"))
    (shelf / "sub" / "lamp.txt").unlink()
    catalogue.refresh()
    assert waiting() == {keys["wreck"], keys["lamp"]}
