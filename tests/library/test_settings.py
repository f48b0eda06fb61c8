"""The configuration is optional; what is wrong in it is told with its line and ignored."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.library import open_library
from reader.library.options import OPTIONS, sample
from reader.library.settings import Settings, read_settings, sample_library


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


def test_what_is_wrong_is_told_with_its_place_all_at_once(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(
        "libary: x\nmouse: perhaps\ntheme: [dark]\nkeys:\n  passage.next: [a, [b]]\n  x: [a, b]\nwidth: 300\n"
        "preset: emacs\nnetworks: 10.0.0.0/8 10.0.0\nwidth: 80\nslow_link: on\n"
    )
    settings = read_settings(path)
    assert [(p.line, p.column) for p in settings.problems] == [
        (1, 1), (2, 8), (3, 8), (7, 8), (8, 9), (9, 11), (10, 1), (5, 17),
    ]  # fmt: skip
    told = "\n".join(map(str, settings.problems))
    assert "did you mean library?" in told
    assert f"{path}:2:8: mouse is neither true nor false" in told
    assert (settings.mouse, settings.width, settings.slow_link) == (True, 72, "on")
    assert settings.keys == {"x": "a b"}
    assert not any(p.fatal for p in settings.problems)


def test_the_sample_explains_every_option_and_sets_none(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(sample())
    assert read_settings(path) == read_settings(tmp_path / "none.yaml")._replace(path=str(path))
    assert max(map(len, sample().splitlines())) <= 104
    path.write_text(re.sub(r"(?m)^#(?=\S)", "", sample()))
    settings = read_settings(path)
    assert not settings.problems
    assert set(settings.places) - {f"keys.{name}" for name in settings.keys} == {o.name for o in OPTIONS}
    assert {o.name for o in OPTIONS} == set(Settings._fields) - {"path", "places", "problems"}


@pytest.mark.parametrize("text", ["[", "- a\n", "a: *b\n", "\x00\x01\x02"])
def test_a_file_that_makes_no_sense_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(text)
    settings = read_settings(path)
    assert len(settings.problems) == 1
    assert settings.library == sample_library()
