"""Comparing from the command line: every format, one page, the same bytes, and the reader's decisions in force."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from reader.cli.group import main
from reader.library import decisions, names
from reader.library.decisions import Place, link_decision
from tests.cli.test_commands import ONE, TWO, parallax

Done = tuple[int, str, str]

MAYOR = ONE.strip().rpartition("\n")[2]
SAID = TWO.strip().rpartition("\n")[2]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    story = tmp_path / "mill"
    story.mkdir()
    (story / "one.txt").write_text(ONE)
    (story / "two.txt").write_text(TWO)
    return story


def run(*args: str | Path, **environment: str) -> Done:
    """Run a command in this process: exit status, standard output and standard error."""
    done = CliRunner().invoke(main, list(map(str, args)), env=environment)
    return done.exit_code, done.stdout, done.stderr


@pytest.mark.parametrize("form", ["text", "markdown", "html", "csv"])
def test_the_same_bytes_on_every_run_with_places_and_hashes(reports: Path, form: str) -> None:
    first, second = (
        parallax("compare", reports / "one.txt", reports / "two.txt", "--format", form, PYTHONHASHSEED=seed)
        for seed in "12"
    )
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout == second.stdout
    for name, words in (("one", MAYOR), ("two", SAID)):
        data = (reports / f"{name}.txt").read_bytes()
        assert hashlib.sha256(data).hexdigest() in first.stdout
        assert words in re.sub("</?(mark|u|b|i|a)\\b[^>]*>", "", first.stdout)
        assert f"{name}.txt" in first.stdout


@pytest.mark.parametrize(
    ("page", "parts"),
    [
        ("figures", ["figure_rows", "look_alikes"]),
        ("coverage", ["links", "coverage"]),
        ("wording", ["entities", "wording"]),
        ("timeline", ["timeline"]),
    ],
)
def test_a_page_prints_its_part_under_the_same_names(reports: Path, page: str, parts: list[str]) -> None:
    whole = json.loads(run("compare", reports, "--format", "json")[1])
    part = json.loads(run(page, reports, "--format", "json")[1])
    assert list(part) == ["schema", "articles", *parts]
    assert all(whole[name] == part[name] for name in part)
    status, text, _ = run(page, reports)
    assert status == 0
    assert len(text) < len(run("compare", reports)[1])


def links(reports: Path, **environment: str) -> set[tuple[str, str, str]]:
    document = json.loads(run("compare", reports, "--format", "json", **environment)[1])
    texts = {p["id"]: p["text"] for a in document["articles"] for p in a["passages"]}
    return {(texts[k["a"]], texts[k["b"]], k["reasons"][0]) for k in document["links"]}


def test_decisions_of_the_folder_and_of_the_library_above_it_hold(reports: Path) -> None:
    assert any((a, b) == (MAYOR, SAID) for a, b, _ in links(reports))
    place, other = Place("one", MAYOR), Place("two", SAID)
    decisions.decide(reports, [link_decision(place, other, "rejected")])
    assert not any((a, b) == (MAYOR, SAID) for a, b, _ in links(reports))
    decisions.withdraw(reports, [link_decision(place, other, "rejected")])
    decisions.decide(reports.parent, [link_decision(place, other, "confirmed")])
    assert (MAYOR, SAID, "confirmed by the reader") in links(reports, PARALLAX_LIBRARY=str(reports.parent))
    assert (MAYOR, SAID, "confirmed by the reader") not in links(reports, PARALLAX_LIBRARY=str(reports))


def test_names_of_the_folder_hold_and_what_is_wrong_with_them_is_told(reports: Path) -> None:
    names.join(reports, "Harwick", "North Wire")
    with (reports / names.FILE).open("a") as file:
        file.write("- {same: [Harwick]}\n")
    status, out, told = run("compare", reports, "--format", "json")
    entities = json.loads(out)["entities"]
    assert any({"Harwick", "North Wire"} <= set(entity["variants"]) for entity in entities)
    assert status == 0
    assert f"{reports / names.FILE}:3: " in told
