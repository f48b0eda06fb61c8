"""Passages pinned with notes, found again in the notebook, and the way from there to their places and back."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import pytest
from textual.app import App

from reader.library.catalogue import Catalogue
from reader.library.notebook import FILE, Notebook
from reader.tui.desk import Desk
from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.notebook import NotebookScreen
from tests.tui.stage import CLUTTER, Memory, app, known, press, rows, settle, where

SECOND = "About 12 people fell into the river Neme, the mayor said."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for kind in ("CONFIG", "CACHE", "DATA"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    return tmp_path


def kept() -> list[tuple[str, str]]:
    """The words and notes on disk, the last pinned first."""
    return [(pin.words, pin.note) for pin in Notebook().pins()]


async def test_a_passage_is_pinned_and_gone_back_to() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "j", "p")
        assert "note (ctrl+e: in your editor):" in rows(pilot)[-1]
        await press(pilot, *"who counted", "enter")
        assert "pinned  P opens the notebook" in rows(pilot)[-2]
        assert kept() == [(SECOND, "who counted")]
        await press(pilot, "j", "j", "p", "escape", "p", "enter")  # left: nothing; entered empty: pinned without
        assert [note for _, note in kept()] == ["", "who counted"]
        await press(pilot, "G", "P", "j")
        assert "Notebook · 2 passages" in rows(pilot)[0]
        assert "▌ Ostrel Post       who counted  “About 12 people fell" in rows(pilot)[2]
        assert any(row.startswith("──Ostrel Post · Footbridge falls at fair · 4 May 2031") for row in rows(pilot))
        await press(pilot, "enter")
        assert where(pilot) == ("post", 2)
        await press(pilot, "j", "j", "H")
        assert isinstance(pilot.app.screen, NotebookScreen)
        assert "2/2" in rows(pilot)[-2]
        await press(pilot, "enter", "q")
        assert isinstance(pilot.app.screen, NotebookScreen)
        await press(pilot, "q")
        assert where(pilot)[0] == "post"


async def test_a_pinned_passage_pinned_again_shows_its_note() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "p", *"one", "enter", "p")
        assert "one" in rows(pilot)[-1]
        await press(pilot, *" two", "enter")
        assert "note changed" in rows(pilot)[-2]
        assert [note for _, note in kept()] == ["one two"]


async def test_notes_are_changed_removed_and_every_step_undone() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "p", *"one", "enter", "j", "p", *"two", "enter", "P")
        await press(pilot, "e", "ctrl+u", *"deux", "enter")
        assert [note for _, note in kept()] == ["deux", "one"]
        await press(pilot, "d")
        assert [note for _, note in kept()] == ["one"]
        assert "removed  u undoes" in rows(pilot)[-2]
        await press(pilot, "u")
        assert [note for _, note in kept()] == ["deux", "one"]
        await press(pilot, "u")
        assert [note for _, note in kept()] == ["two", "one"]
        await press(pilot, "u", "u", "u")
        assert kept() == []
        assert "nothing to undo" in rows(pilot)[-2]
        assert "nothing pinned yet: p in a text pins its passage" in rows(pilot)[1]


async def test_the_notebook_is_filtered_ordered_copied_and_exported(folder: Path) -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "j", "p", *"river", "enter", "j", "p", *"divers", "enter", "q", "P")
        await press(pilot, "/", *"neme riv")
        assert "Notebook · 1 passage" in rows(pilot)[0]
        await press(pilot, "enter", "x")
        assert "write 1 of 2 to: notebook.md" in rows(pilot)[-1]
        await press(pilot, "enter")
        written = (folder / "notebook.md").read_text("utf-8")
        assert f"> {SECOND}" in written
        assert "Ostrel Post, “Footbridge falls at fair”, 2031-05-04 (post.txt:53-110;" in written
        assert written.endswith("\nriver\n")
        await press(pilot, "escape")
        assert "Notebook · 2 passages" in rows(pilot)[0]
        await press(pilot, "s")
        assert "by story" in rows(pilot)[0]
        assert "river" in rows(pilot)[1]  # in the order of the text
        await press(pilot, "x", "enter")
        assert "notebook.md is there" in rows(pilot)[-1]
        await press(pilot, "escape", "q")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_a_pin_finds_its_words_after_edits_and_says_when_they_are_gone(folder: Path) -> None:
    file = folder / "articles" / "harbour.md"
    file.parent.mkdir()
    head = "---\ntitle: Harbour shut\nsource: Lunn Post\n---\n"
    file.write_text(head + CLUTTER, "utf-8")

    def opened() -> Desk:
        Catalogue([file.parent]).refresh()
        return Desk(Catalogue([file.parent]), Memory())

    async with app(opened()).run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "p", *"check", "enter")
        words = kept()[0][0]
    file.write_text(f"{head}Two ships had been waiting since dawn.\n{CLUTTER}", "utf-8")
    async with app(opened()).run_test(size=(80, 24)) as pilot:
        await press(pilot, "P", "enter")
        assert where(pilot) == ("harbour", 2)
    file.write_text(head + CLUTTER.replace("harbour at Lunn", "port"), "utf-8")
    async with app(opened()).run_test(size=(80, 24)) as pilot:
        await press(pilot, "P")
        assert any("its words are not there any more" in row for row in rows(pilot))
        assert any(words in row for row in rows(pilot))
        await press(pilot, "enter")
        assert "its words are not in the article any more; the notebook keeps them" in rows(pilot)[-2]
    file.rename(file.with_name("renamed.md"))
    file.with_name("renamed.md").write_text(head + CLUTTER, "utf-8")
    async with app(opened()).run_test(size=(80, 24)) as pilot:
        await press(pilot, "P", "enter")
        assert where(pilot) == ("renamed", 1)
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await press(pilot, "P", "enter")
        assert "its article is not open here" in rows(pilot)[-2]


async def test_a_note_is_written_in_the_editor_which_sees_the_note_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = folder / "my editor"
    script.write_text('#!/bin/sh\ncat "$2" > seen\nprintf "%s\\n" "first" "" "second" > "$2"\n')
    script.chmod(0o755)
    monkeypatch.delenv("VISUAL", raising=False)
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "p", *"draft", "ctrl+e")
        assert "no editor:" in rows(pilot)[-2]  # a test has no terminal to give
        assert "draft" in rows(pilot)[-1]
        monkeypatch.setattr(App, "suspend", lambda program: nullcontext())
        monkeypatch.setenv("EDITOR", f"'{script}' --wait")
        await press(pilot, "ctrl+e")
        assert (folder / "seen").read_text() == "draft\n"
        assert [note for _, note in kept()] == ["first\n\nsecond"]
        await press(pilot, "P", "E")
        assert (folder / "seen").read_text() == "first\n\nsecond\n"
        monkeypatch.setenv("EDITOR", "false")
        await press(pilot, "E")
        assert "false ended with 1" in rows(pilot)[-2]
        await press(pilot, "escape")
        assert [note for _, note in kept()] == ["first\n\nsecond"]


async def test_where_nothing_can_be_kept_the_note_stays_to_be_kept(folder: Path) -> None:
    (folder / "data" / "parallax" / FILE).mkdir(parents=True)
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "p")
        assert "not pinned" in rows(pilot)[-2]
        (folder / "data" / "parallax" / FILE).rmdir()
        await press(pilot, "p", *"dear")
        (folder / "data" / "parallax" / FILE).mkdir()
        await press(pilot, "enter")
        assert "not kept" in rows(pilot)[-2]
        assert "dear" in rows(pilot)[-1]
        (folder / "data" / "parallax" / FILE).rmdir()
        await press(pilot, "enter")
        assert [note for _, note in kept()] == ["dear"]
