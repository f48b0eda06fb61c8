from __future__ import annotations

from pathlib import Path

import pytest

from reader.library import arranging
from reader.library.catalogue import Catalogue


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
