"""Themes of the reader's own: what a file may say, what is told where it cannot be, and changing while reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library.settings import read_settings
from reader.model import Problem
from reader.tui.configured import Configured
from reader.tui.own_themes import BASES, COLOURS, read_theme, theme_sample
from reader.tui.themes import DARK, TERMINAL_LIGHT
from tests.tui.stage import app, known, press, reading, rows, settle


def written(folder: Path, name: str, text: str) -> Path:
    (folder / "themes").mkdir(exist_ok=True)
    path = folder / "themes" / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("base", ["dark", "light"])
def test_the_sample_is_the_theme_it_is_made_from(base: str, tmp_path: Path) -> None:
    problems: list[Problem] = []
    theme = read_theme(written(tmp_path, "mine", theme_sample(base)), problems)
    assert not problems
    assert {v: theme.variables[v] for v in COLOURS} == {v: BASES[base].variables[v] for v in COLOURS}
    assert (theme.name, theme.dark) == ("mine", BASES[base].dark)


def test_what_is_left_out_is_as_in_the_base(tmp_path: Path) -> None:
    problems: list[Problem] = []
    theme = read_theme(written(tmp_path, "mine", "person: teal\nplace: '#0Af'\n"), problems)
    assert not problems
    assert (theme.variables["person"], theme.variables["place"]) == ("#008080", "#00aaff")
    assert theme.variables["figure"] == DARK.variables["figure"]
    theme = read_theme(written(tmp_path, "plain", "base: terminal-light\nperson: red\n"), problems)
    assert not problems
    assert theme.ansi
    assert theme.variables["person"] == "ansi_red"
    assert theme.variables["figure"] == TERMINAL_LIGHT.variables["figure"]


def test_what_is_wrong_is_told_with_its_place_all_at_once(tmp_path: Path) -> None:
    text = "base: sepia\npersons: red\nplace: reddish\nfigure: #ff0000\nink: '#ff000080'\npage: [1]\nmoment: ansi_red\n"
    problems: list[Problem] = []
    theme = read_theme(written(tmp_path, "mine", text), problems)
    assert [(p.line, p.column) for p in problems] == [(1, 7), (2, 1), (3, 8), (4, 8), (5, 6), (6, 7), (7, 9)]
    assert "did you mean person?" in str(problems[1])
    assert "quotation marks" in str(problems[3])
    assert theme.variables["ink"] == DARK.variables["ink"]
    problems.clear()
    read_theme(written(tmp_path, "mine", "base: terminal-dark\nperson: '#ff0000'\n"), problems)
    assert "terminal's colours" in str(problems[0])


def configured(folder: Path, text: str) -> Configured:
    (folder / "config.yaml").write_text(text, encoding="utf-8")
    return Configured(read_settings(folder / "config.yaml"))


def test_a_theme_that_is_not_there_is_told(tmp_path: Path) -> None:
    written(tmp_path, "mine", "")
    found = configured(tmp_path, "theme: mime\nthemes: [mine, other, parallax-dark]\n")
    assert [(p.line, p.column) for p in found.problems] == [(1, 8), (2, 9)]
    assert "did you mean mine?" in str(found.problems[0])
    assert found.cycle() == ["mine", "parallax-dark"]


def test_choices_of_keys_that_cannot_be_are_told_at_their_places(tmp_path: Path) -> None:
    text = "keys:\n  read.jumps: o\n  read.side: ctrl+c\n  read.board: x9\n  move.top: [f5]\n  move.bottom: f5\n"
    found = configured(tmp_path, text)
    assert [(p.line, p.column) for p in found.problems] == [(2, 15), (3, 14), (4, 15), (6, 16)]
    assert "did you mean read.jump?" in str(found.problems[0])
    assert "clashes: f5 is the key of move.top" in str(found.problems[3])


async def test_own_themes_are_gone_through_and_read_anew(tmp_path: Path) -> None:
    path = written(tmp_path, "mine", "base: light\nperson: '#123456'\n")
    (tmp_path / "config.yaml").write_text("theme: mine\nthemes: [parallax-dark, mine]\n", encoding="utf-8")
    program = app(known())
    program.follow(read_settings(tmp_path / "config.yaml"))
    async with program.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert program.theme_variables["person"] == "#123456"
        await press(pilot, "T")
        assert program.theme == "parallax-dark"
        path.write_text("person: '#654321'\nplace: 12\n", encoding="utf-8")
        await press(pilot, "T")
        assert program.theme_variables["person"] == "#654321"
        assert "mine  2:8: place is no colour" in rows(pilot)[-2]


async def test_prose_is_set_as_wide_as_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("width: 60\n", encoding="utf-8")
    program = app(known())
    program.follow(read_settings(tmp_path / "config.yaml"))
    for columns, width in ((80, 60), (120, 60), (160, 60), (50, 44)):
        async with program.run_test(size=(columns, 30)) as pilot:
            await settle(pilot)
            await press(pilot, "enter")
            assert reading(pilot).text.column == width
        program = app(known())
        program.follow(read_settings(tmp_path / "config.yaml"))
