"""The line after ``:`` — what it lists, completes, runs and remembers."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual import events

from reader.library.bookmarks import Bookmarks
from reader.tui.commands import Command, candidates, exactly, nearest
from reader.tui.keymap import KEYS
from reader.tui.screens.base import BaseScreen
from reader.tui.screens.commanding import _idle, commands
from tests.tui.stage import app, known, press, reading, rows, settle, where

COMMANDS = (
    Command("quit", "close this", others=("q", "wq", "stop")),
    Command("theme", "change to that theme", takes="NAME", choices=("parallax-dark", "terminal-dark")),
    Command("help", "search the help", takes="WORDS"),
    Command("read.jump", "jump to the best counterpart", "⏎", "jump"),
    Command("app.theme", "another theme", "T", "next_theme"),
    Command("read.full_width", "use the whole width", "z", "full_width"),
)


@pytest.mark.parametrize(
    ("line", "likeliest"),
    [
        ("read.jump", "read.jump"),
        ("jum", "read.jump"),
        ("full_w", "read.full_width"),
        ("the", "theme"),
        ("whole wid", "read.full_width"),
        ("ounterpar", "read.jump"),
        ("theme par", "theme parallax-dark"),
        ("theme dark", "theme parallax-dark"),
        ("q", "quit"),
        ("help jump back", "help jump back"),
        ("qu", "quit"),
        ("sto", "quit"),
    ],
)
def test_a_line_means_what_it_names_or_explains(line: str, likeliest: str) -> None:
    assert candidates(line, COMMANDS)[0].line == likeliest


def test_an_empty_line_lists_everything_and_a_wrong_one_nothing() -> None:
    assert [meant.command for meant in candidates("", COMMANDS)] == list(COMMANDS)
    assert candidates("xyzzy", COMMANDS) == []
    assert exactly("quit now", COMMANDS) is None


def test_one_letter_or_two_begin_a_name_and_nothing_else() -> None:
    """A vim user's ``:w`` is not ``:wq``."""
    assert candidates("w", COMMANDS) == []
    assert candidates("is", COMMANDS) == []
    assert candidates("e p", COMMANDS) == []
    assert exactly("wq", COMMANDS) is not None


@pytest.mark.parametrize(
    ("line", "near"), [("jmup", "read.jump"), ("hlep me", "help"), ("thme", "theme"), ("bumped", ""), ("%%", "")]
)
def test_the_nearest_command_is_found(line: str, near: str) -> None:
    assert nearest(line, COMMANDS) == near


async def test_what_can_be_done_here_is_listed_with_its_keys_and_run() -> None:
    async with app(known()).run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "colon")
        told = "\n".join(rows(pilot))
        assert "theme NAME" in told
        assert rows(pilot)[-1].startswith(" :")
        assert "sort ORDER" not in told
        await press(pilot, *"use whole")
        listed = [row for row in rows(pilot) if "read.full_width" in row]
        assert listed
        assert listed[0].rstrip().endswith("z")
        before = reading(pilot).text.full_width
        await press(pilot, "enter")
        assert reading(pilot).text.full_width is not before
        assert "? help" in rows(pilot)[-1]


async def test_a_number_goes_to_that_passage_or_row() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "colon", *"2", "enter", "enter")
        assert where(pilot)[0] == "post"
        await press(pilot, "colon", *"5", "enter")
        assert where(pilot) == ("post", 5)
        await press(pilot, "j")
        assert where(pilot) == ("post", 6)
        await press(pilot, "?", "colon", *"4", "enter")
        assert rows(pilot)[4].startswith("▌")


async def test_words_say_what_no_key_can() -> None:
    program = app(known())
    async with program.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "colon", *"sort date", "enter")
        assert "date" in rows(pilot)[0]
        assert "2031" in "\n".join(rows(pilot)[1:3])
        await press(pilot, "colon", *"source hill", "enter", "enter")
        assert where(pilot)[0] == "radio"
        await press(pilot, "colon", *"source ostrel", "enter")
        assert where(pilot) == ("post", 3)
        await press(pilot, "colon", *"theme light", "enter")
        assert program.theme == "parallax-light"
        await press(pilot, "colon", *"theme nosuch", "enter")
        assert "no theme nosuch" in rows(pilot)[-2]
        await press(pilot, "colon", *"preset arrows", "enter")
        assert "Left" in rows(pilot)[-1] or "←" in rows(pilot)[-1]
        await press(pilot, "colon", *"help difference", "enter")
        assert any(row.startswith("▌") and "contradict" in row for row in rows(pilot))
        await press(pilot, "colon", "q", "enter")
        assert reading(pilot)
        await press(pilot, "colon", *"qa")
        program.post_message(events.Key("enter", "\r"))
        while not program._exit:
            await asyncio.sleep(0.005)
    assert program.return_code == 0


async def test_tab_completes_and_enter_asks_for_what_must_follow() -> None:
    program = app(known())
    async with program.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p", *"pres", "tab")
        assert rows(pilot)[-1].startswith(" :preset")
        await press(pilot, *"news", "tab")
        assert rows(pilot)[-1].startswith(" :preset newsboat")
        await press(pilot, "escape", "colon", *"theme", "enter")
        assert rows(pilot)[-1] == " :theme"
        assert "theme terminal-light" in rows(pilot)[-2]
        await press(pilot, "tab", "tab")
        assert rows(pilot)[-1].startswith(" :theme parallax-light")
        await press(pilot, "enter")
        assert program.theme == "parallax-light"
        await press(pilot, "colon", "down", "down", "down", "up", "escape")
        assert program.theme == "parallax-light"


async def test_what_is_no_command_is_told_with_the_nearest_and_what_was_entered_comes_back(tmp_path: Path) -> None:
    desk = known()
    desk.bookmarks = Bookmarks(folder=tmp_path)
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "colon", *"thmee", "enter")
        assert "no command thmee" in rows(pilot)[-2]
        assert "did you mean theme" in rows(pilot)[-2]
        await press(pilot, "colon", *"sort story", "enter", "colon", "up")
        assert rows(pilot)[-1].startswith(" :sort story")
        await press(pilot, "up")
        assert rows(pilot)[-1].startswith(" :thmee")
        await press(pilot, "down", "down")
        assert rows(pilot)[-1].strip() == ":"
        await press(pilot, "enter")
        assert "Library" in rows(pilot)[0]


async def test_every_action_of_a_screen_can_be_run_by_its_id() -> None:
    for name in ("library", "reading", "cleaning", "pager", "side", "board"):
        async with app(known()).run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            opens = {"library": "", "reading": "enter", "cleaning": "enter c", "pager": "?", "side": "enter v",
                     "board": "enter B"}[name]  # fmt: skip
            await press(pilot, *opens.split())
            screen = pilot.app.screen
            assert isinstance(screen, BaseScreen)
            listed = {command.name for command in commands(screen)}
            wanted = {key.id for key in KEYS if name in key.where} - {"app.command"} - _idle(screen)
            assert wanted <= listed
            assert not any("." in name for name in listed - wanted)


async def test_the_text_stays_where_it_is_while_a_command_is_typed() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter")
        before = rows(pilot)
        await press(pilot, "colon", *"theme x")
        assert rows(pilot)[:14] == before[:14]
        await press(pilot, "escape")
        assert rows(pilot) == before


@pytest.mark.parametrize("size", [(40, 10), (60, 14)])
async def test_there_is_room_in_small_windows(size: tuple[int, int]) -> None:
    async with app(known()).run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "colon")
        assert rows(pilot)[-1].startswith(" :")
        assert rows(pilot)[-2].startswith(" ")
        await press(pilot, *"qa", "ctrl+u", *"zz", "escape")
        assert reading(pilot)
