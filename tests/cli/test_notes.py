"""The notebook on the command line: Markdown that is safe to paste, and JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from reader.library.notebook import FILE, Notebook
from tests.cli.test_commands import parallax
from tests.library.test_notebook import PIN


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    notebook = Notebook(tmp_path / "parallax")
    notebook.put(replace(PIN, url="https://dorn.example/mill"))
    evil = "<b>[x](javascript:y)</b> \x1b[31m"
    notebook.put(replace(PIN, words=evil, title=evil, url="javascript:alert(1)", note="*mine*\n\n- stays"))
    notebook.close()
    return {"XDG_DATA_HOME": str(tmp_path)}


def test_markdown_quotes_each_passage_with_its_source_and_nothing_comes_alive(home: dict[str, str]) -> None:
    done = parallax("notes", **home)
    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout
    assert done.stdout.startswith("# Notebook\n\n2 passages. ")
    assert "\\<b\\>\\[x\\](javascript:y)\\</b\\>" in done.stdout
    assert "alert" not in done.stdout
    assert "\n\n*mine*\n\n- stays\n" in done.stdout
    seals = f"SHA-256 of the file {'a' * 64}, of its text {'f' * 64}; pinned 2031-05-04T10:00:00+00:00)"
    source = f"“Mill burns”, 2031-05-03, https\\://dorn.example/mill (mill.txt:{PIN.start}-{PIN.end}; {seals}"
    assert f"> {PIN.words}\n>\n> — Dorn Post, {source}\n\nask the owner\n" in done.stdout


def test_json_has_every_pin_or_those_with_some_words(home: dict[str, str]) -> None:
    document = json.loads(parallax("notes", "--format", "json", **home).stdout)
    assert (document["schema"], len(document["pins"])) == (1, 2)
    found = json.loads(parallax("notes", "OWNER", "dorn", "--format", "json", **home).stdout)["pins"]
    assert [pin["text"] for pin in found] == [PIN.words]
    assert (found[0]["start"], found[0]["end"], found[0]["sha256"]) == (PIN.start, PIN.end, "a" * 64)
    assert found[0]["url"] == "https://dorn.example/mill"


def test_an_empty_notebook_is_none_and_a_damaged_one_is_told(tmp_path: Path) -> None:
    done = parallax("notes", XDG_DATA_HOME=str(tmp_path))
    assert (done.returncode, done.stdout.splitlines()[2].split(".")[0]) == (0, "0 passages")
    assert not (tmp_path / "parallax").exists()
    (tmp_path / "parallax").mkdir()
    (tmp_path / "parallax" / FILE).write_bytes(b"noise" * 500)
    done = parallax("notes", XDG_DATA_HOME=str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert FILE in done.stderr
