from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.library.settings import sample_library
from reader.model import Article
from reader.tui import adding
from reader.tui.adding import Adding, folder_for
from reader.tui.desk import Desk
from tests.tui.stage import CLUTTER, Memory, app, held, known, press, reading, rows, settle, where


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for folder in ("CONFIG", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{folder}_HOME", str(tmp_path / folder))
    monkeypatch.delenv("PARALLAX_LIBRARY", raising=False)
    return tmp_path / "DATA" / "parallax" / "library"


def test_the_folder_is_the_one_opened_or_the_readers_and_never_the_sample(tmp_path: Path, own: Path) -> None:
    assert folder_for([str(tmp_path)]) == str(tmp_path)
    assert folder_for([str(sample_library())]) == str(own)
    assert folder_for([str(tmp_path), str(own)]) == str(own)
    assert folder_for([str(tmp_path / "file.txt")]) == str(own)


async def test_a_path_is_added_while_reading_goes_on(tmp_path: Path) -> None:
    library, there = tmp_path / "library", tmp_path / "lunn.txt"
    library.mkdir()
    there.write_text(CLUTTER, encoding="utf-8")
    desk = known()
    desk.paths = (str(library),)
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "j", "a", *str(there), "enter")
        assert where(pilot) == ("post", 2)
        assert "added" in rows(pilot)[-2]
        assert len(desk.articles) == 4
        assert len(list(library.rglob("*.md"))) == 1
        await press(pilot, "q")
        assert "4 articles" in rows(pilot)[0]
        assert any("harbour at Lunn" in row for row in rows(pilot))
        await press(pilot, "a", *str(there), "enter")
        assert "is there already" in rows(pilot)[-2]
        assert len(desk.articles) == 4


async def test_what_fails_is_told_in_words_and_nothing_is_asked_for_nothing(tmp_path: Path) -> None:
    desk = Desk(held([Article("a", "x", (), source="S", title="T")]), Memory())
    desk.paths = (str(tmp_path),)
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "a", *"/no/[/b]", "enter")
        assert "nothing added · /no/[/b]: is not there" in rows(pilot)[-2]
        await press(pilot, "!")
        assert any("/no/[/b]: is not there" in row for row in rows(pilot))
        await press(pilot, "q", "a", "enter", "a", "x", "escape", "a", *("y" * 200))
        assert rows(pilot)[-1].startswith(" add an address or a path: …yyy")
        await press(pilot, "escape")
        assert "a add" in rows(pilot)[-1]
        assert list(desk.articles) == ["a"]


@pytest.mark.parametrize("key", ["escape", "ctrl+c"])
async def test_adding_is_stopped_and_the_program_goes_on(
    key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()

    def run(self: Adding, tell: Callable[[], object]) -> None:
        self.done, self.total = 1, 5
        tell()
        begun.set()
        while not self.stopped:
            threading.Event().wait(0.01)
        self.told = "1 added"

    monkeypatch.setattr(adding.Adding, "run", run)
    desk = known()
    desk.paths = (str(tmp_path),)
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter")
        reading(pilot).action_add()
        await pilot.pause()
        await pilot.press("x", "enter")
        begun.wait(5)
        await pilot.pause(0.05)
        assert "adding 1 of 5 · Esc stops" in rows(pilot)[-2]
        await pilot.press("j", "a")
        assert where(pilot) == ("post", 2)
        await press(pilot, key)
        assert where(pilot) == ("post", 2)
        assert "stopped; 1 added" in rows(pilot)[-2]
