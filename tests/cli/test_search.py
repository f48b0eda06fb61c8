"""Searching from the command line: sentences with their places, grep's exit statuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import ONE, TWO, parallax
from tests.cli.test_compare import run


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for kind in ("CONFIG", "CACHE", "DATA"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    folder = tmp_path / "mill"
    folder.mkdir()
    (folder / "one.md").write_text(f"---\ntitle: Mill burns\nsource: North Wire\npublished: 2031-05-04\n---\n{ONE}")
    (folder / "two.md").write_text(f"---\ntitle: Fire at Harwick\nsource: Hill Radio\n---\n{TWO}")
    return folder


def test_sentences_are_printed_with_their_places(library: Path) -> None:
    status, out, err = run("search", "mayor burns source:wire", library)
    assert (status, err) == (0, "")
    first, sentence, _, counted = out.splitlines()
    assert first == f"{library / 'one.md'}: Mill burns · North Wire · 2031-05-04"
    place, _, words = sentence.strip().partition("  ")
    start, end = map(int, place.rpartition(":")[2].split("-"))
    text = (library / "one.md").read_text().split("---\n")[2]
    assert words == text[start:end]
    assert words.startswith("At least 12 people")
    assert counted == "1 passage in 1 article"


def test_json_has_the_places_of_the_words(library: Path) -> None:
    status, out, _ = run("search", '"ada lindqvist" date:>2030', library, "--format", "json")
    told = json.loads(out)
    assert (status, told["total"], told["schema"]) == (0, 1, 1)
    (article,) = told["articles"]
    (passage,) = article["passages"]
    hit = passage["found"][0]
    assert article["id"] == "one"
    assert passage["text"][hit["start"] - passage["start"] : hit["end"] - passage["start"]] == "Ada Lindqvist"


def test_names_that_are_one_by_hand_are_found_as_one(library: Path) -> None:
    (library / "names.yaml").write_text('- {same: ["Harwick", "North Wire"]}\n')
    assert '"North Wire"' not in run("search", "name:harwick", library)[1]
    status, out, _ = run("search", "name:harwick", library, "--format", "json")
    texts = [p["text"] for a in json.loads(out)["articles"] for p in a["passages"]]
    assert (status, len(texts)) == (0, 4)


def test_most_limits_the_articles_and_says_so(library: Path) -> None:
    out = run("search", "mill", library, "--most", "1")[1]
    assert out.endswith("1 passage in 1 article; the first 1 of 2 that may answer were read\n")
    assert "in 2 articles\n" in run("search", "mill", library, "--most", "0")[1]


def test_exit_statuses(library: Path) -> None:
    assert run("search", "zebra", library)[0] == 1
    status, out, err = run("search", "sauce:x", library)
    assert (status, out) == (2, "")
    assert "there is no “sauce:”" in err
    assert run("search", "mill", library / "gone.md")[0] == 2
    assert run("search", "--", "-mill", library)[0] == 1


def test_one_file_may_be_searched_and_the_library_is_by_default(library: Path) -> None:
    assert run("search", "mill", library / "two.md")[1].endswith("1 passage in 1 article\n")
    assert "in 2 articles" in run("search", "mill", PARALLAX_LIBRARY=str(library))[1]


def test_hostile_words_reach_no_terminal(library: Path) -> None:
    (library / "\x1b[31m.md").write_text("---\ntitle: mill \x1b]0;x\x07\n---\nThe mill \x1b[2J burned.\n")
    done = parallax("search", "mill \x1b[31m", library)
    assert "\x1b" not in done.stdout + done.stderr
    done = parallax("search", "mill", library)
    assert done.returncode == 0
    assert "\x1b" not in done.stdout + done.stderr
