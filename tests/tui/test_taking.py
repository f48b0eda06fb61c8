"""Passages written to files and given to commands, from the text and from the board."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import pytest
from textual.app import App

from reader.tui import piping
from reader.tui.piping import LARGEST, run
from tests.tui.stage import app, known, press, rows, settle

FIRST = "“The footbridge at Ostrel gave way on Sunday morning.”\n— Ostrel Post, “Footbridge falls at fair”, 2031-05-04"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def test_a_passage_is_written_added_and_never_put_over_a_file_unasked(folder: Path) -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "w")
        assert "write the passage to (Tab: the article): quotations.txt" in rows(pilot)[-1]
        await press(pilot, "enter")
        file = folder / "quotations.txt"
        assert "written to" in rows(pilot)[-2]
        assert file.read_text("utf-8").startswith(FIRST)
        await press(pilot, "j", "w", "enter")
        assert "quotations.txt is there: a adds, r replaces, Esc leaves it:" in rows(pilot)[-1]
        await press(pilot, "escape")
        assert "nothing written" in rows(pilot)[-2]
        assert "⏎ jump" in rows(pilot)[-1]
        assert file.read_text("utf-8").count("“") == 2
        await press(pilot, "w", "enter", "a", "enter")
        assert "added to" in rows(pilot)[-2]
        assert "\n\n“About 12 people" in file.read_text("utf-8")
        await press(pilot, "w", "enter", "r", "enter")
        assert file.read_text("utf-8").startswith("“About 12 people")


async def test_tab_takes_the_whole_article_and_changes_the_name_offered(folder: Path) -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "2", "w", "tab")
        assert "write the article to (Tab: 2 passages): post.txt" in rows(pilot)[-1]
        await press(pilot, "tab")
        assert "write 2 passages to (Tab: the article): quotations.txt" in rows(pilot)[-1]
        await press(pilot, "ctrl+u", *"all", "tab", "enter")
        assert (folder / "all").read_text("utf-8").startswith("Footbridge falls at fair\nOstrel Post · 2031-05-04\n\n")
        await press(pilot, "w")
        assert "quotations.txt" in rows(pilot)[-1]


async def test_where_nothing_can_be_written_that_is_told_and_reading_goes_on(folder: Path) -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "w", "ctrl+u", *"no/q", "enter")
        assert "not written: no/q: is not there" in rows(pilot)[-2]
        await press(pilot, "j")
        assert "2/" in rows(pilot)[-2]


async def test_a_passage_is_given_to_a_command_on_its_input_alone(folder: Path) -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "|")
        assert "pipe the passage to (Tab: the article):" in rows(pilot)[-1]
        await press(pilot, *"cat > got; echo $0 $#", "enter")
        assert (folder / "got").read_text("utf-8").startswith(FIRST)
        assert "/bin/sh 0" in rows(pilot)[-2]
        await press(pilot, "|", *"exit 3", "enter")
        assert "exit 3  exit 3  done" in rows(pilot)[-2]
        await press(pilot, "|", "up", "up")
        assert "cat > got" in rows(pilot)[-1]
        await press(pilot, "escape", "|", "tab", *"head -n 3", "enter")
        assert "head -n 3 · 3 lines" in rows(pilot)[0]
        assert "Footbridge falls at fair" in rows(pilot)[1]
        await press(pilot, "q", "B", "|", *"head -c 8", "enter")
        assert "head -c 8  “About" in rows(pilot)[-2]


async def test_what_a_command_writes_cannot_reach_the_terminal(folder: Path) -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "|", *"printf 'a\\033[31mb\\nc\\n'", "enter")
        assert "a�[31mb" in rows(pilot)[1]


def test_a_command_without_end_is_ended_and_one_that_wants_a_terminal_has_none() -> None:
    outcome = run("yes", "text")
    assert (outcome.whole, outcome.ended) == (False, f"ended after {LARGEST >> 10} kB")
    assert run("exec < /dev/tty", "text").status
    assert run("true", "x" * 1_000_000).status == 0  # what it does not read hurts nobody
    assert run("kill -9 $$", "text").ended == "signal 9"


async def test_a_command_behind_an_exclamation_mark_gets_the_terminal(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[str] = []

    def suspend(program: App[None]) -> nullcontext[None]:
        given.append("terminal")
        return nullcontext()

    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "|", *"!cat > got", "enter")
        assert "not run" in rows(pilot)[-2]  # a test has none to give
        monkeypatch.setattr(App, "suspend", suspend)
        monkeypatch.setattr(piping, "_wait_for_enter", lambda status: None)
        await press(pilot, "|", "up", "enter")
        assert given == ["terminal"]
        assert (folder / "got").read_text("utf-8").startswith(FIRST)
        assert "cat > got  done" in rows(pilot)[-2]
