"""A process of its own keeps the index up to date."""

from __future__ import annotations

from pathlib import Path

from reader.library.upkeep import News, Upkeep
from tests.library.shelves import ids, opened, refreshed


def worked(upkeep: Upkeep) -> News | None:
    """What a process said last."""
    while upkeep.wait(60) and (news := upkeep.news()):
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
