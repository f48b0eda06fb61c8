"""Drafts become article files: once, whole, under safe names, whatever strangers call them."""

from __future__ import annotations

import os
import random
import signal
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reader
from reader.intake.extracted import LEFT_OUT, read_ranges, write_ranges
from reader.intake.pages import read_page
from reader.library import LibraryError, describe, open_library
from reader.library.adding import Shelf
from reader.library.drafts import Draft, from_page, from_text
from reader.library.naming import LONGEST, article_place, safe_name

TEXT = """At least 31 people died when the ferry Halcyon met a freighter in fog, the coastguard said on Wednesday.
Rescuers pulled 118 people from the water before dawn, and two of the boats could not be lowered at all.
"""


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_draft_becomes_a_file_that_reads_as_it_was_given(tmp_path: Path) -> None:
    draft = from_text(TEXT, "-").given(
        source="Sarn Courier", title="Ferry sinks", published=date(2031, 5, 3), story="Ferry"
    )
    added = Shelf.open(tmp_path).put(draft)
    assert files(tmp_path) == ["sarn-courier/2031-05-03-ferry-sinks.md"]
    article = reader.load(added.path)
    assert (article.source, article.title, article.published) == ("Sarn Courier", "Ferry sinks", date(2031, 5, 3))
    assert (article.story, article.text) == ("Ferry", TEXT)
    assert "fingerprint" not in article.given


def test_the_same_text_is_told_and_not_added_again_by_any_run(tmp_path: Path) -> None:
    first = Shelf.open(tmp_path).put(from_text(TEXT, "a"))
    again = Shelf.open(tmp_path).put(from_text("\n" + TEXT + "\n\n", "b"))
    assert (first.outcome, again.outcome, again.path) == ("added", "known", first.path)
    assert len(files(tmp_path)) == 1


@pytest.mark.parametrize("name", ["bare.txt", "bare.md", "by-hand.md"])
def test_a_text_that_lies_in_the_library_as_it_came_is_not_added_again(tmp_path: Path, name: str) -> None:
    head = "---\nsource: Lunn Gazette\n---\n" if name == "by-hand.md" else ""
    (tmp_path / name).write_text(head + TEXT)
    again = Shelf.open(tmp_path).put(from_text(TEXT + "\n", "b"))
    assert (again.outcome, again.path) == ("known", str(tmp_path / name))


def test_a_changed_text_of_a_known_address_is_a_version_beside_the_old(tmp_path: Path) -> None:
    shelf = Shelf.open(tmp_path)
    told = {"url": "https://sarn.example/a", "title": "Ferry sinks"}
    old = shelf.put(from_text(TEXT, "a").given(**told))
    new = shelf.put(from_text(TEXT.replace("31", "34"), "a").given(**told))
    assert (old.outcome, new.outcome) == ("added", "new version")
    assert files(tmp_path) == ["unknown-source/undated-ferry-sinks-2.md", "unknown-source/undated-ferry-sinks.md"]
    assert "31" in Path(old.path).read_text()


PAGE = b"""<html lang="en"><body><nav><p>Home</p></nav><h1>Ferry sinks off the port of Sarn</h1>
<p>At least 31 people died when the ferry Halcyon met a freighter in fog, the coastguard said on Wednesday.</p>
<aside><p>Photo: R. Odell</p></aside>
<p>Rescuers pulled 118 people from the water before dawn, and two of the boats could not be lowered at all.</p>
<p>The minister came by road at midday and spoke on the quay without a microphone or a single note.</p></body></html>"""


def test_what_the_extraction_of_a_page_left_out_stays_as_removed_lines(tmp_path: Path) -> None:
    added = Shelf.open(tmp_path).put(from_page(read_page(PAGE), "p.html", PAGE), keep_page=True)
    article = reader.load(added.path)
    removed = {line.of(article.text): line.reason for line in article.lines if line.state == "removed"}
    assert removed["Home"] == LEFT_OUT
    assert sum(line.role == "body" for line in article.kept()) == 3
    page = Path(added.path).with_suffix(".html")
    assert page.read_bytes() == PAGE
    library = open_library([tmp_path])
    assert len(library.articles) == 1
    assert not library.problems


def test_a_reader_who_describes_a_page_keeps_its_extraction(tmp_path: Path) -> None:
    added = Shelf.open(tmp_path).put(from_page(read_page(PAGE), "p.html", PAGE))
    before = reader.load(added.path)
    after = describe(before, source="Sarn Courier")
    assert after.source == "Sarn Courier"
    assert [(line.state, line.role) for line in after.lines] == [(line.state, line.role) for line in before.lines]


def test_an_edited_text_falls_back_to_cleaning_and_loses_nothing(tmp_path: Path) -> None:
    added = Shelf.open(tmp_path).put(from_page(read_page(PAGE), "p.html", PAGE))
    path = Path(added.path)
    path.write_text(path.read_text() + "One more sentence was added by hand to the end of the article, by an editor.\n")
    kept = " ".join(line.of(a.text) for a in [reader.load(path)] for line in a.kept())
    assert "added by hand" in kept
    assert "Rescuers" in kept


@given(st.frozensets(st.integers(1, 60), min_size=1))
def test_ranges_of_lines_survive_the_way_through_a_file(numbers: frozenset[int]) -> None:
    assert read_ranges(write_ranges(numbers, 60), 60) == numbers
    assert read_ranges(write_ranges(numbers, 60), 61) is None


@pytest.mark.parametrize("ranges", ["", "/", "1", "0/3", "4/3", "2-1/3", "1-999999999999/3", "1,2/3", "../3", "١/3"])
def test_ranges_that_do_not_fit_are_none(ranges: str) -> None:
    assert read_ranges(ranges, 3) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con-"),
        ("lpt1", "lpt1-"),
        ("🎈" * 300, "x"),
        ("Паром затонул", "паром-затонул"),
        ("a\x00b\x1b[31m", "a-b-31m"),
        (". . .", "x"),
        (None, "x"),
    ],
)
def test_names_of_strangers_are_made_safe(words: str | None, name: str) -> None:
    assert safe_name(words, "x") == name


@given(st.text(max_size=400), st.text(max_size=400))
def test_no_name_leaves_its_folder(source: str, title: str) -> None:
    for part in article_place(source, title, None):
        assert part not in (".", "..", "")
        assert not set(part) & set('/\\:*?"<>|\x00')
        assert len(part.encode()) <= LONGEST + 20


def test_an_empty_draft_and_a_folder_that_cannot_be_made_are_told(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="no text"):
        Shelf.open(tmp_path).put(Draft("-", " \n"))
    (tmp_path / "file").write_text("x")
    with pytest.raises(LibraryError):
        Shelf.open(tmp_path / "file" / "library")


def test_a_kill_at_any_moment_leaves_only_whole_files(tmp_path: Path) -> None:
    chance = random.Random(1)
    killed = 0
    for run in range(100):
        child = os.fork()
        if child == 0:
            shelf = Shelf.open(tmp_path)
            for n in range(10_000):
                shelf.put(from_text(f"{TEXT} This is report number {n} of run {run}.\n", "-").given(source="S"))
            os._exit(0)
        time.sleep(chance.uniform(0.0, 0.06))
        os.kill(child, signal.SIGKILL)
        killed += os.WIFSIGNALED(os.waitpid(child, 0)[1])
    library = open_library([tmp_path])
    assert killed == 100
    assert not library.problems
    assert library.articles
    assert all(name.endswith(".md") for name in files(tmp_path))
    assert all(article.source == "S" and article.text.endswith(".\n") for article in library.articles)
