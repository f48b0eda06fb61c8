"""A story that was compared is not compared again when it is opened again; whatever goes wrong, it is."""

from __future__ import annotations

import os
import zlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader.comparison import compare, recalling
from reader.comparison.recalling import Recalling
from reader.library import compared
from reader.library.decisions import Place, link_decision
from reader.library.errors import LibraryError
from reader.library.hand import Hand
from reader.library.names import Decided
from reader.model import Article, Comparison, Problem
from tests.comparison.reports import COURIER, DISPATCH, HARBOUR, article, market

HAND = Hand()


def three() -> list[Article]:
    return [article(*report) for report in (("harbour", HARBOUR), ("courier", COURIER), ("dispatch", DISPATCH))]


def only() -> Path:
    ((file, _),) = compared.files()
    return file


def times(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many articles were compared each time that a comparison was made."""
    found = []

    def noted(articles: Sequence[Article], **rest: object) -> Comparison:
        found.append(len(articles))
        return compare(articles)

    monkeypatch.setattr(recalling, "compare", noted)
    return found


def test_what_was_compared_in_one_run_is_found_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    made = times(monkeypatch)
    run = Recalling(on_disk=True)
    first = run.compare(three(), HAND, {})
    assert not compared.files()
    run.keep()
    assert Recalling(on_disk=True).compare(three(), HAND, {}) == first
    assert made == [3]
    Recalling(on_disk=False).compare(three(), HAND, {})
    assert made == [3, 3]


def test_where_the_files_lie_makes_no_difference_and_all_else_does() -> None:
    compared.keep(compare(three()), HAND)
    moved = [replace(one, path=f"/elsewhere/{one.id}.md") for one in three()]
    assert [one.article for one in (compared.find(moved, HAND) or market()).analyses] == moved
    assert compared.find(three(), HAND) is not None
    changed = three()
    changed[0] = replace(changed[0], source="Gazette")
    assert compared.find(changed, HAND) is None
    changed[0] = replace(three()[0], text=HARBOUR.replace("400", "500"))
    assert compared.find(changed, HAND) is None
    changed[0] = replace(three()[0], lines=three()[0].lines[1:])
    assert compared.find(changed, HAND) is None
    assert compared.find(three()[::-1], HAND) is None
    decision = link_decision(Place("harbour", "A fire."), Place("courier", "Another."), "rejected")
    assert compared.find(three(), Hand((decision,))) is None
    assert compared.find(three(), Hand(names=Decided(apart=(("Marsh", "Lena Marsh"),)))) is None


def test_another_engine_compares_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    compared.keep(market(), HAND)
    articles = [one.article for one in market().analyses]
    assert compared.find(articles, HAND) == market()
    monkeypatch.setattr(compared, "engine", lambda *layers: 1)
    assert compared.find(articles, HAND) is None


def test_a_damaged_file_is_dropped_and_made_again() -> None:
    whole = compare(three())
    compared.keep(whole, HAND)
    sound = only().read_bytes()
    for damaged in (
        b"",
        sound[:-9],
        sound[:40] + b"\0" * 9 + sound[49:],
        zlib.compress(b"[]"),
        zlib.compress(b"[[],{}]"),
    ):
        only().write_bytes(damaged)
        assert compared.find(three(), HAND) is None
        assert not compared.files()
        compared.keep(whole, HAND)
        assert compared.find(three(), HAND) == whole


@pytest.mark.parametrize("field", ["links", "coverage", "entities", "figure_rows", "wording", "timeline", "candidates"])
def test_what_tells_of_things_that_are_not_there_is_no_comparison(field: str) -> None:
    found = compare(three())
    assert compared.sound(found)
    other = compare([replace(one, id=f"other {one.id}") for one in three()])
    lost: dict[str, Any] = {"coverage": {}, "entities": ()}
    wrong = replace(found, **{field: lost.get(field, getattr(other, field))})
    assert not compared.sound(wrong)
    compared.keep(wrong, HAND)
    assert compared.find(three(), HAND) is None


def test_a_file_that_unpacks_to_more_than_anybody_compares_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    compared.keep(compare(three()), HAND)
    monkeypatch.setattr(compared, "LARGEST", 100)
    assert compared.find(three(), HAND) is None


def test_what_was_not_used_for_the_longest_time_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    stories = [[replace(one, title=f"Title {n}") for one in three()] for n in range(3)]
    for age, story in enumerate(stories):
        compared.keep(compare(story), HAND)
        [file] = [file for file, stand in compared.files() if stand.st_mtime > 1000]
        os.utime(file, (100 + age, 100 + age))
    assert compared.find(stories[0], HAND)  # now the one used last
    size = sum(stand.st_size for _, stand in compared.files())
    monkeypatch.setattr(compared, "MOST", size)
    compared.keep(compare(three()), HAND)
    assert [compared.find(story, HAND) is not None for story in (*stories, three())] == [True, False, True, True]


@pytest.mark.parametrize("broken", ["a file in the place of the folder", "a disk that is full"])
def test_where_nothing_can_be_kept_nothing_fails(broken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if broken == "a disk that is full":

        def full(path: str, data: bytes) -> None:
            raise LibraryError(Problem(path, "no space left"))

        monkeypatch.setattr(compared, "write", full)
    else:
        compared.folder().parent.mkdir(parents=True)
        compared.folder().write_text("")
    run = Recalling(on_disk=True)
    first = run.compare(three(), HAND, {})
    run.keep()
    assert compared.files() == []
    assert run.compare(three(), HAND, {}) == first
