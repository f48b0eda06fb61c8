from __future__ import annotations

from pathlib import Path

import pytest

from reader.library import arranging
from reader.library.catalogue import Catalogue
from reader.model import Story
from reader.tui.content.listing import arranged, entry_row


def library(folder: Path) -> Catalogue:
    for n, source in enumerate(("Lunn Post", "Hill Radio", "Lunn Post", "Daily Gazette")):
        head = f"---\nsource: {source}\ntitle: Report {n}\npublished: 2031-05-{n + 1:02d}\n---\n"
        (folder / f"{n}.md").write_text(f"{head}The bridge at Ostrel was shut on day {n}.\n", encoding="utf-8")
    return Catalogue([folder], folder / ".cache")


def test_the_order_of_a_large_library_is_kept_until_something_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arranging, "LARGE", 2)
    catalogue = library(tmp_path)
    catalogue.refresh()
    kept = catalogue._index.ask("select name from orders order by name")
    assert kept == [("date",), ("source",)]
    by_source = catalogue.arranged("source")
    assert [tuple(group) for group in by_source.groups] == [("daily gazette", 1), ("hill radio", 1), ("lunn post", 2)]
    assert [catalogue.listing(key).title for key in by_source.keys][2:] == ["Report 2", "Report 0"]  # type: ignore[union-attr]
    for order in ("source", "date"):
        assert catalogue.arranged(order) == arranging._sorted(catalogue._index, order)

    (tmp_path / "3.md").unlink()
    catalogue.refresh()
    assert [tuple(group) for group in catalogue.arranged("source").groups] == [("hill radio", 1), ("lunn post", 2)]
    catalogue.take(catalogue.article(catalogue.listings()[0]))
    assert not catalogue._index.ask("select 1 from orders")
    assert [group.size for group in catalogue.arranged("date").groups] == [1, 1, 1]


def test_a_small_library_is_sorted_each_time(tmp_path: Path) -> None:
    catalogue = library(tmp_path)
    catalogue.refresh()
    assert not catalogue._index.ask("select 1 from orders")
    assert len(catalogue.arranged("source", "hill").keys) == 1


def test_copies_of_a_text_stand_below_it_by_story(tmp_path: Path) -> None:
    reports = {
        "a": ("Lunn Post", "2031-05-03", "The bridge at Ostrel was shut for a day, and buses went round by Neme."),
        "b": ("Hill Radio", "2031-05-02", "Buses went round by Neme while the bridge at Ostrel was shut for the day."),
        "c": ("Daily Gazette", "2031-05-01", "The bridge at Ostrel was shut for a day, and buses went round by Neme."),
    }
    for name, (source, day, text) in reports.items():
        (tmp_path / f"{name}.md").write_text(f"---\nsource: {source}\npublished: {day}\n---\n{text}\n", "utf-8")
    catalogue = Catalogue([tmp_path], tmp_path / ".cache")
    catalogue.refresh()
    found = catalogue.arranged("story", stories=[Story("s1", "Bridge", ("a", "b", "c"))])
    named = {key: listing.source for key in found.keys if (listing := catalogue.listing(key))}
    assert [named[key] for key in found.keys] == ["Lunn Post", "Daily Gazette", "Hill Radio"]
    assert [named[key] for key in found.copies] == ["Daily Gazette"]
    apart = catalogue.arranged("story", stories=[Story("s1", "Bridge", ("a", "b")), Story("s2", "Other", ("c",))])
    assert not apart.copies

    entries = arranged("story", found, catalogue.listing, catalogue.key_of)
    rows = ["".join(text for text, _ in entry_row(e, 80, False, "story", lambda _: True, lambda _: 3)) for e in entries]
    assert ["= " in row for row in rows] == [False, False, True, False]
