"""The configuration is optional; what is wrong in it is told with its line and ignored."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library import open_library
from reader.library.settings import read_settings, sample_library


@pytest.fixture(autouse=True)
def no_library(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("PARALLAX_LIBRARY", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def test_without_a_file_the_sample_library_is_opened(tmp_path: Path) -> None:
    settings = read_settings(tmp_path / "config.yaml")
    assert settings.library == sample_library()
    assert not settings.problems
    library = open_library([settings.library])
    assert library.articles
    assert not library.problems


def test_the_environment_outranks_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "config.yaml"
    path.write_text("library: news\nmouse: no\nkeys:\n  passage.next: n\n")
    settings = read_settings(path)
    assert (settings.library, settings.mouse, settings.keys) == (tmp_path / "news", False, {"passage.next": "n"})
    monkeypatch.setenv("PARALLAX_LIBRARY", "/else/where")
    assert read_settings(path).library == Path("/else/where")


def test_what_is_wrong_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_text("libary: x\nmouse: perhaps\ntheme: [dark]\nkeys:\n  passage.next: [a]\n")
    settings = read_settings(path)
    assert [p.line for p in settings.problems] == [1, 2, 3, 5]
    assert settings.mouse
    assert not any(p.fatal for p in settings.problems)


@pytest.mark.parametrize("text", ["[", "- a\n", "a: *b\n", "\x00\x01\x02"])
def test_a_file_that_makes_no_sense_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(text)
    settings = read_settings(path)
    assert len(settings.problems) == 1
    assert settings.library == sample_library()
