"""Stories of a library as it grows: what is found article by article, kept, and found anew."""

from __future__ import annotations

import random
import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from reader.comparison import group, shelving
from reader.comparison.shelving import known_stories, stories_of
from reader.library.catalogue import Catalogue
from reader.library.held import Held
from reader.library.listing import Listing
from reader.model import Article, Story
from tests.comparison.reports import event_report

REPORTS = [event_report(event, number, sister) for event in range(8) for number in range(5) for sister in (False, True)]


def sets(stories: tuple[Story, ...] | list[Story]) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in stories}


def held_by(reports: list[Article]) -> Held:
    return Held(reports, (), ["."])


class Read(Held):
    """Counts the articles whose texts were read."""

    def article(self, listing: Listing) -> Article:
        self.texts = getattr(self, "texts", 0) + 1
        return super().article(listing)


def library(tmp_path: Path, reports: list[Article]) -> Catalogue:
    shelf = tmp_path / "shelf"
    shelf.mkdir(exist_ok=True)
    for report in reports:
        (shelf / f"{report.id}.md").write_text(f"---\nsource: Lunn Post\n---\n{report.text}\n", encoding="utf-8")
    catalogue = Catalogue([shelf], tmp_path / "cache")
    catalogue.refresh()
    return catalogue


@pytest.mark.parametrize("seed", range(2))
def test_what_grows_article_by_article_is_what_is_found_at_once(seed: int) -> None:
    reports = REPORTS[:40]
    random.Random(seed).shuffle(reports)
    held = held_by(reports[:7])
    stories_of(held)
    for report in reports[7:]:
        held.add(report)
        stories_of(held)
    at_once = sets(group(reports))
    assert len(at_once) == 8
    assert sets(stories_of(held)) == at_once == sets(stories_of(held_by(reports)))


def test_one_article_more_reads_its_text_alone_and_leaves_other_stories() -> None:
    held = Read(REPORTS[1:], (), ["."])
    before = stories_of(held)
    assert held.texts == len(REPORTS) - 1
    held.add(REPORTS[0])
    after = stories_of(held)
    assert held.texts == len(REPORTS)
    assert len(sets(before) & sets(after)) == 15
    assert stories_of(held) == after
    assert held.texts == len(REPORTS)


def test_the_next_program_knows_the_stories_without_reading(tmp_path: Path) -> None:
    catalogue = library(tmp_path, REPORTS[:20])
    assert known_stories(catalogue) is None
    found = stories_of(catalogue)
    for file in (tmp_path / "shelf").iterdir():
        file.unlink()
    assert known_stories(Catalogue([tmp_path / "shelf"], tmp_path / "cache")) == found


def test_another_engine_finds_them_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = library(tmp_path, REPORTS[:10])
    found = stories_of(catalogue)
    monkeypatch.setattr(shelving, "_engine", lambda: "another")
    assert known_stories(catalogue) is None
    assert stories_of(catalogue) == found == known_stories(catalogue)


def test_an_article_that_is_gone_or_tells_of_something_else_leaves_its_story(tmp_path: Path) -> None:
    catalogue = library(tmp_path, REPORTS[:20:2])
    assert sorted(len(story.articles) for story in stories_of(catalogue)) == [5, 5]
    (tmp_path / "shelf" / "event0-1.md").unlink()
    (tmp_path / "shelf" / "event0-2.md").write_text(REPORTS[10].text, encoding="utf-8")
    catalogue.refresh()
    first, second = sorted(stories_of(catalogue), key=lambda story: len(story.articles))
    assert first.articles == ("event0-0", "event0-3", "event0-4")
    assert len(second.articles) == 6
    assert "event0-2" in second.articles


def test_a_later_date_takes_an_article_out_of_its_story() -> None:
    dated = [replace(report, published=date(2031, 5, 4)) for report in REPORTS[:10:2]]
    held = held_by(dated)
    assert len(stories_of(held)) == 1
    held.take(replace(dated[0], published=date(2031, 6, 4)))
    assert sorted(len(story.articles) for story in stories_of(held)) == [1, 4]


def test_the_readers_word_holds_however_the_library_grows() -> None:
    held = held_by([replace(REPORTS[0], story="Insurers"), *REPORTS[2:10:2]])
    assert [story.id for story in stories_of(held)] == ["Insurers", "s2"]
    held.add(REPORTS[1])
    held.add(REPORTS[10])
    story = next(story for story in stories_of(held) if "event0-0" in story.articles)
    assert (story.id, story.articles) == ("Insurers", ("event0-0",))


def test_a_story_of_very_many_is_joined_as_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelving, "REGION", 4)
    held = held_by(REPORTS[:18:2])
    before = sorted(len(story.articles) for story in stories_of(held))
    assert before == [4, 5]
    held.add(REPORTS[18])
    assert sorted(len(story.articles) for story in stories_of(held)) == [5, 5]
    held.take(replace(REPORTS[0], title="The ferry of Ostrava Bay"))
    assert sorted(len(story.articles) for story in stories_of(held)) == [5, 5]
    held.take(replace(REPORTS[2], text=REPORTS[30].text, lines=REPORTS[30].lines))
    assert sorted(len(story.articles) for story in stories_of(held)) == [1, 4, 5]


def test_where_the_index_cannot_be_written_what_is_known_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = library(tmp_path, REPORTS[:10:2])
    stories_of(catalogue)
    library(tmp_path, REPORTS[:12:2])
    monkeypatch.setattr("reader.library.index._PATIENT", 0.0)
    place = next((tmp_path / "cache").glob("*.sqlite"))
    blocker = sqlite3.connect(place, isolation_level=None)
    blocker.execute("begin immediate")
    try:
        assert [len(story.articles) for story in stories_of(catalogue)] == [5, 1]
    finally:
        blocker.close()
    assert [len(story.articles) for story in stories_of(catalogue)] == [5, 1]
