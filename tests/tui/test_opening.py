from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import reader.cli
import reader.tui
from reader.library.catalogue import Catalogue
from reader.library.settings import read_settings
from reader.library.upkeep import Upkeep
from reader.tui.app import ParallaxApp
from reader.tui.desk import Desk
from tests.tui.stage import CLUTTER, Memory, app, press, rows, settle, where

SHUT = f"---\ntitle: Harbour shut\nsource: Lunn Post\n---\n{CLUTTER}"
OPEN = "---\ntitle: Harbour open again\nsource: Ostrel Radio\n---\nThe harbour of Lunn was opened again at noon."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for kind in ("CONFIG", "CACHE", "DATA"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    (tmp_path / "config" / "parallax").mkdir(parents=True)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "shut.md").write_text(SHUT, encoding="utf-8")
    return tmp_path / "articles"


def configure(folder: Path, text: str) -> None:
    (folder.parent / "config" / "parallax" / "config.yaml").write_text(text, encoding="utf-8")


def opened(folder: Path, with_process: bool = True) -> ParallaxApp:
    """The app as it is when it is started on the folder."""
    upkeep = Upkeep([str(folder)]) if with_process else None
    program = app(Desk(Catalogue([folder]), Memory()))
    program.keep_up(upkeep)
    return program


@pytest.mark.parametrize("with_process", [True, False])
async def test_what_was_never_read_comes_in_behind_the_first_screen(folder: Path, with_process: bool) -> None:
    program = opened(folder, with_process)
    async with program.run_test(size=(80, 24)) as pilot:
        while program.reading is not None:
            await pilot.pause(0.01)
        await settle(pilot)
        assert "1 article " in rows(pilot)[0]
        assert "Harbour shut" in rows(pilot)[2]


async def test_changes_on_disk_are_shown_and_the_cursor_stays(folder: Path) -> None:
    (folder / "open.md").write_text(OPEN, encoding="utf-8")
    Catalogue([folder]).refresh()
    (folder / "new.md").write_text(SHUT.replace("shut", "frozen"), encoding="utf-8")
    (folder / "shut.md").unlink()
    program = opened(folder, with_process=False)
    async with program.run_test(size=(80, 24)) as pilot:
        assert [row[4:16] for row in rows(pilot)[2:5:2]] == ["Harbour shut", "Harbour open"]
        await pilot.press("j")
        while program.reading is not None:
            await pilot.pause(0.01)
        await settle(pilot)
        shown = "\n".join(rows(pilot))
        assert "Harbour frozen" in shown
        assert "Harbour shut" not in shown
        assert next(row for row in rows(pilot) if row.startswith("▌"))[4:].startswith("Harbour open")


async def test_an_article_whose_file_is_gone_is_told(folder: Path) -> None:
    Catalogue([folder]).refresh()
    program = app(Desk(Catalogue([folder]), Memory()))
    (folder / "shut.md").unlink()
    async with program.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        assert "is not there" in rows(pilot)[-2]
        assert "Library" in rows(pilot)[0]


async def test_a_listed_article_is_read_when_it_is_opened(folder: Path) -> None:
    (folder / "open.md").write_text(OPEN, encoding="utf-8")
    Catalogue([folder]).refresh()
    async with app(Desk(Catalogue([folder]), Memory())).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Lunn Post" in rows(pilot)[1]
        await press(pilot, "j", "enter")
        assert where(pilot) == ("open", 1)


def test_where_nothing_can_be_forked_there_is_no_process(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refuse)
    assert reader.tui._kept_up([str(folder)]) is None


async def test_settings_are_followed_and_what_is_wrong_with_them_is_told(folder: Path) -> None:
    configure(folder, "theme: parallax-light\nkeys:\n  list.open: o\n  no.such: x\n")
    Catalogue([folder]).refresh()
    program = app(Desk(Catalogue([folder]), Memory()))
    program.follow(read_settings())
    assert program.theme == "parallax-light"
    async with program.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "!")
        assert "keys.no.such is no action" in "\n".join(rows(pilot))
        await press(pilot, "q", "o")
        assert "Lunn Post · Harbour shut" in rows(pilot)[0]


FORBIDDEN = {"yaml", "numpy", "http.client", "urllib.request", "html.parser", "snowballstemmer", "reader.model"} | {
    f"reader.{name}" for name in ("intake.cleaning", "library.loading", "analysis", "comparison", "export")
}

WAITING = {"click", "json", "shlex"} | {
    *("reader.library.bookmarks", "reader.library.notebook", "reader.library.options", "reader.library.plain_yaml"),
    *(
        "reader.tui.history",
        "reader.tui.commands",
        "reader.tui.sought",
        "reader.tui.noting",
        "reader.tui.screens.reading",
    ),
}
"""What is light, but not so light that the first screen need wait for it."""

FIRST_PAINT = """
import sys
from reader.library.catalogue import Catalogue
from reader.library.marks import Marks
from reader.library.settings import read_settings
from reader.tui.app import ParallaxApp
from reader.tui.desk import Desk
from reader.tui.welcome import Welcome

def painted(app):
    app.exit(sorted(sys.modules))

ParallaxApp._painted = painted
app = ParallaxApp(Desk(Catalogue(sys.argv[1:]), Marks(), kept=True))
app.follow(read_settings())
app.welcome = Welcome()
app.keep_up(None)
print("\\n".join(app.run(headless=True)))
"""


def test_the_first_paint_loads_neither_cleaning_nor_engine(folder: Path) -> None:
    Catalogue([folder]).refresh()
    argv = [sys.executable, "-c", FIRST_PAINT, str(folder)]
    done = subprocess.run(argv, capture_output=True, text=True, check=True)
    modules = set(done.stdout.splitlines())
    assert "reader.tui.screens.library" in modules
    assert not modules & (FORBIDDEN | WAITING)


@pytest.mark.parametrize("words", [["--help"], ["show", "."], ["read", "."], ["no-such-path"]])
def test_what_is_no_mere_path_is_left_to_the_parser(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("_PARALLAX_COMPLETE", raising=False)
    assert reader.cli._only_opens([])
    assert reader.cli._only_opens([os.curdir])
    assert not reader.cli._only_opens(words)
