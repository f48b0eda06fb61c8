from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.tui.desk import Desk
from reader.tui.opening import Opened, Opening, open_paths
from tests.tui.stage import CLUTTER, Memory, app, press, rows, settle


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "config" / "parallax").mkdir(parents=True)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "lunn.md").write_text(f"---\ntitle: Harbour shut\n---\n{CLUTTER}", encoding="utf-8")
    return tmp_path / "articles"


def configure(folder: Path, text: str) -> None:
    (folder.parent / "config" / "parallax" / "config.yaml").write_text(text, encoding="utf-8")


def test_what_a_process_of_its_own_opens_is_what_would_be_opened_here(folder: Path) -> None:
    paths = [str(folder), str(folder / "lost.txt")]
    opening = Opening(paths)
    opened = opening.result()
    assert opened == open_paths(paths)
    assert [article.id for article in opened.articles] == ["lunn"]
    assert any("lost.txt" in problem.path for problem in opened.problems)


def test_where_nothing_can_be_forked_it_is_opened_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refuse)
    opening = Opening([str(folder)])
    assert opening.ready(0)
    assert opening.result() == open_paths([str(folder)])


def test_a_child_that_fails_is_made_up_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = os.getpid()

    def fail(paths: list[str]) -> Opened:
        if os.getpid() != here:
            raise RuntimeError
        return open_paths(paths)

    monkeypatch.setattr("reader.tui.opening.open_paths", fail)
    assert [article.id for article in Opening([str(folder)]).result().articles] == ["lunn"]


async def test_a_slow_library_comes_in_behind_the_first_screen(folder: Path) -> None:
    program = app(Desk((), (), Memory(), ["here"]))
    program.opening = Opening([str(folder)])
    async with program.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Harbour shut" in rows(pilot)[2]
        assert "1 article" in rows(pilot)[0]


async def test_settings_are_followed_and_what_is_wrong_with_them_is_told(folder: Path) -> None:
    configure(folder, "theme: parallax-light\nkeys:\n  list.open: o\n  no.such: x\n")
    program = app(Desk((), (), Memory(), []))
    program.take(open_paths([str(folder)]))
    assert program.theme == "parallax-light"
    async with program.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "!")
        assert "there is no action no.such" in "\n".join(rows(pilot))
        await press(pilot, "q", "o")
        assert "no source · Harbour shut" in rows(pilot)[0]
