"""An index that is damaged, locked, shared or cannot be kept."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

from tests.library.shelves import ids, listed, opened, read_anew, refreshed


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
