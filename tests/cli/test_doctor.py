"""What the doctor finds, and what it says to do."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from reader.cli.doctor import belongings, report, surroundings
from reader.cli.doctor.finding import Finding
from reader.cli.group import main
from reader.library import compared
from reader.library.catalogue import Catalogue
from reader.library.hand import Hand
from reader.library.index import index_file
from reader.library.settings import read_settings
from tests.comparison.reports import market


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for kind in ("CONFIG", "CACHE", "DATA"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    monkeypatch.setenv("TERM", "xterm")
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "one.txt").write_text("The mill of Harwick burned down on Tuesday night.\n")
    monkeypatch.setenv("PARALLAX_LIBRARY", str(tmp_path / "news"))
    return tmp_path


def test_all_is_told_as_text_and_as_json() -> None:
    told = json.loads(CliRunner().invoke(main, ["doctor", "--format", "json"]).stdout)
    about = {finding["about"] for finding in told["findings"]}
    assert about >= {"terminal", "colours", "encoding", "clipboard", "configuration", "library", "index", "data folder"}
    done = CliRunner().invoke(main, ["doctor"])
    assert done.exit_code == 0
    assert all(name in done.output for name in about)


def test_what_fails_decides_the_exit_status(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    done = CliRunner().invoke(main, ["doctor"])
    assert done.exit_code == 1
    assert "fail  terminal" in done.output
    assert "parallax show" in done.output


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"NO_COLOR": "1", "COLORTERM": "truecolor"}, "NO_COLOR"),
        ({"COLORTERM": "truecolor", "TERM": "xterm"}, "16 million"),
        ({"TERM": "tmux-256color"}, "256, for TERM"),
        ({"TERM": "linux"}, "16, for neither"),
    ],
)
def test_colours_are_told_with_their_reason(environment: dict[str, str], said: str) -> None:
    assert said in surroundings.colours(environment).found


@pytest.mark.parametrize(
    ("size", "grade"), [((39, 40), "fail"), ((80, 9), "fail"), ((79, 24), "warn"), ((80, 24), "ok")]
)
def test_a_window_too_small_is_told(size: tuple[int, int], grade: str) -> None:
    assert surroundings.size(*size).grade == grade


@pytest.mark.parametrize(
    ("options", "grade"),
    [
        ({"set-clipboard": "on", "allow-passthrough": "off"}, "ok"),
        ({"set-clipboard": "external", "allow-passthrough": "on"}, "ok"),
        ({"set-clipboard": "external", "allow-passthrough": "off"}, "warn"),
        ({}, "warn"),
    ],
)
def test_the_clipboard_passes_tmux_only_as_it_is_set(options: dict[str, str], grade: str) -> None:
    found = surroundings.clipboard({"TMUX": "/tmp/x,1,0"}, options.get)
    assert found.grade == grade
    assert ("set -g set-clipboard on" in found.advice) == (grade == "warn")
    assert surroundings.clipboard({}, options.get).grade == "ok"


def test_an_encoding_other_than_utf_8_is_told_with_what_says_so() -> None:
    assert surroundings.encoding("utf-8", {"LANG": "C.UTF-8"}).grade == "ok"
    found = surroundings.encoding("iso-8859-1", {"LANG": "de_DE", "LC_ALL": ""})
    assert (found.grade, "LANG=de_DE" in found.found) == ("warn", True)
    assert surroundings.encoding("no such", {}).grade == "warn"


def test_the_far_end_of_a_line_is_told() -> None:
    assert "192.0.2.7" in surroundings.line({"SSH_CONNECTION": "192.0.2.7 50000 192.0.2.8 22"}, lambda: 0.02).found


def test_what_is_wrong_with_the_configuration_is_told(home: Path) -> None:
    (home / "config" / "parallax").mkdir(parents=True)
    (home / "config" / "parallax" / "config.yaml").write_text("them: x\npreset: vi\n")
    found = belongings.configuration(read_settings())
    assert found.grade == "warn"
    assert ":1:1: them" in found.found
    assert ":2:9: preset" in found.found


def test_the_library_and_its_index_are_looked_at(home: Path) -> None:
    news = home / "news"
    file = index_file([str(news)])
    assert "is not there" in belongings.index(file).found
    Catalogue([str(news)]).refresh()
    assert "1 article" in belongings.index(file).found
    assert belongings.library(news).grade == "ok"
    assert belongings.library(home / "gone").grade == "fail"
    assert not file.with_name("other").exists()


def test_the_comparisons_that_are_kept_are_counted() -> None:
    assert belongings.comparisons().found.startswith("none in ")
    compared.keep(market(), Hand())
    assert belongings.comparisons().found.startswith(f"1 in {compared.folder()}, ")


def test_a_damaged_index_is_told_and_left_alone(home: Path) -> None:
    file = home / "index.sqlite"
    file.write_bytes(b"no database" * 100)
    assert belongings.index(file).grade == "warn"
    assert file.read_bytes() == b"no database" * 100
    sqlite3.connect(home / "empty.sqlite").close()
    (home / "empty.sqlite").touch()
    assert belongings.index(home / "empty.sqlite").grade == "warn"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_to_fails(home: Path) -> None:
    (home / "shut").mkdir(mode=0o500)
    assert belongings.folder("data folder", home / "shut" / "parallax", "lost").grade == "fail"


def test_a_file_in_the_place_of_a_folder_fails(home: Path) -> None:
    (home / "file").touch()
    assert belongings.folder("data folder", home / "file" / "parallax", "lost").grade == "fail"


def test_a_report_obeys_nothing_that_was_found() -> None:
    rows = report([Finding("library", "ok", "a\x1b[2Jb\n" + "word " * 40, "do\x07")])
    assert max(map(len, rows)) <= 78
    assert not {"\x1b", "\x07"} & set("".join(rows))
