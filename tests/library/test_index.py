"""The index is derived: whatever happens to it, the list is that of the files."""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from reader.library import describe
from reader.library.catalogue import Catalogue
from reader.library.listing import Listing, Order
from reader.library.marks import Marks
from reader.library.query import parse
from reader.library.story_index import Sketched
from reader.library.upkeep import News, Upkeep
from reader.model import Story

WRECK = """---
title: Wreck raised off Lunn
source: Lunn Gazette
published: 2031-05-04
---
The wreck of the Marten was raised off Lunn on Sunday. Divers had worked on it for a month.
"""
FERRY = """---
title: Ferry late again
source: Coast Radio
published: 2031-05-05
story: ferry
---
The ferry to Ostrel left two hours late on Monday. The company gave no reason.
"""
BARE = """A lamp was left burning in the tower of the old harbour, and nobody knows who lit it.
The keeper had gone home at six."""


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    folder = tmp_path / "shelf"
    (folder / "sub").mkdir(parents=True)
    (folder / "wreck.md").write_text(WRECK)
    (folder / "ferry.md").write_text(FERRY)
    (folder / "sub" / "lamp.txt").write_text(BARE)
    return folder


def opened(shelf: Path) -> Catalogue:
    return Catalogue([shelf], shelf.parent / "cache")


def refreshed(shelf: Path) -> Catalogue:
    catalogue = opened(shelf)
    catalogue.refresh()
    return catalogue


def listed(catalogue: Catalogue, order: Order = "source", words: str = "") -> list[Listing]:
    found = [catalogue.listing(key) for key in catalogue.arranged(order, words).keys]
    return [row for row in found if row is not None]


def ids(catalogue: Catalogue, order: Order = "source", words: str = "") -> list[str]:
    return [row.id for row in listed(catalogue, order, words)]


def read_anew(catalogue: Catalogue) -> int:
    """How many files a refresh read."""
    told: list[int] = []
    catalogue.refresh(lambda done, total, changed: not told.append(total))  # type: ignore[func-returns-value]
    return told[-1]


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


def worked(upkeep: Upkeep) -> News | None:
    """What a process said last."""
    while upkeep.wait(10) and (news := upkeep.news()):
        if news.over:
            break
    upkeep.close()
    return news


def test_a_process_of_its_own_brings_it_up_to_date(shelf: Path) -> None:
    news = worked(Upkeep([str(shelf)], shelf.parent / "cache"))
    assert news
    assert news.over
    catalogue = opened(shelf)
    assert sorted(ids(catalogue)) == ["ferry", "lamp", "wreck"]
    (shelf / "wreck.md").unlink()
    worked(Upkeep([str(shelf)], shelf.parent / "cache"))
    assert sorted(ids(catalogue)) == ["ferry", "lamp"]


def test_an_index_made_again_elsewhere_is_looked_at_anew(shelf: Path) -> None:
    catalogue = refreshed(shelf)
    for file in (shelf.parent / "cache").iterdir():
        file.unlink()
    (shelf / "wreck.md").unlink()
    worked(Upkeep([str(shelf)], shelf.parent / "cache"))
    assert len(ids(catalogue)) == 3
    catalogue.renew()
    assert sorted(ids(catalogue)) == ["ferry", "lamp"]


def test_a_process_that_can_keep_nothing_says_so(shelf: Path) -> None:
    (shelf.parent / "cache").write_text("a file stands in the way")
    assert worked(Upkeep([str(shelf)], shelf.parent / "cache")) is None


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


def test_damage_anywhere_is_mended(shelf: Path) -> None:
    for start in (0, 100, 4096, 9000):
        refreshed(shelf).close()
        place = next((shelf.parent / "cache").glob("*.sqlite"))
        data = bytearray(place.read_bytes())
        data[start : start + 6000] = b"\xa5" * min(6000, len(data) - start)
        place.write_bytes(data)
        catalogue = refreshed(shelf)
        assert sorted(ids(catalogue)) == ["ferry", "lamp", "wreck"]


def test_without_a_folder_for_it_everything_works_in_memory(shelf: Path) -> None:
    (shelf.parent / "cache").write_text("a file stands in the way")
    catalogue = refreshed(shelf)
    assert len(ids(catalogue)) == 3
    assert catalogue.article(listed(catalogue)[0]).text.startswith("The ferry")
    catalogue.refresh()
    catalogue.renew()
    assert catalogue.count() == 3


def test_a_lock_that_stays_gives_way_to_memory(shelf: Path) -> None:
    refreshed(shelf).close()
    place = next((shelf.parent / "cache").glob("*.sqlite"))
    blocker = sqlite3.connect(place, isolation_level=None)
    blocker.execute("pragma locking_mode = exclusive")
    blocker.execute("pragma journal_mode = delete")
    blocker.execute("begin exclusive")
    try:
        assert len(ids(refreshed(shelf))) == 3
    finally:
        blocker.close()
    assert len(ids(opened(shelf))) == 3


def test_several_at_once_leave_one_whole_index(shelf: Path) -> None:
    for number in range(40):
        (shelf / f"n{number}.txt").write_text(f"Number {number} of the boats was seen off the coast of Lunn at noon.")
    failed: list[Exception] = []

    def work() -> None:
        try:
            refreshed(shelf)
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    catalogue = opened(shelf)
    assert catalogue.count() == 43
    assert all(row.known for row in listed(catalogue))
    assert read_anew(catalogue) == 0


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


def test_words_are_found_in_title_and_body(shelf: Path) -> None:
    catalogue = refreshed(shelf)

    def found(query: str) -> list[str]:
        rows = map(catalogue.listing, catalogue.matching(parse(query), 10).keys)
        return [row.id for row in rows if row]

    assert found("divers") == ["wreck"]
    assert found('"two hours late"') == ["ferry"]
    assert found('"hours two"') == []
    assert found("the") == ["ferry", "wreck", "lamp"]
    assert found("the -late -divers") == ["lamp"]
    assert found("the -source:radio") == ["wreck", "lamp"]
    assert found("source:radio") == ["ferry"]
    assert found("title:late") == ["ferry"]
    assert found("title:hours") == []
    assert found("hou*") == ["ferry"]
    assert found("date:2031-05-05") == found("date:>2031-05-04") == ["ferry"]
    assert found("-date:2031") == ["lamp"]
    assert found("-the") == []
    (shelf / "wreck.md").write_text(WRECK.replace("Divers", "Women"))
    catalogue.refresh()
    assert found("divers") == []
    assert found("women") == ["wreck"]


def test_of_many_the_best_are_found_and_all_are_counted(shelf: Path) -> None:
    matches = refreshed(shelf).matching(parse("the"), 2)
    assert (len(matches.keys), matches.total, matches.by_words) == (2, 3, True)


def test_without_words_in_the_index_all_that_may_answer_are_told(shelf: Path) -> None:
    catalogue = Catalogue([shelf], in_memory=True)
    catalogue.refresh()
    matches = catalogue.matching(parse("divers -source:radio"), 1)
    assert (len(matches.keys), matches.total, matches.by_words) == (2, 2, False)
