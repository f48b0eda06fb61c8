"""The commands as a user's shell sees them: what is printed where, and the exit status."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

ONE = """Mill fire closes the river road

The mill on the upper river burned down on Tuesday night, the fire brigade of Harwick said.

At least 12 people were taken to the hospital of Harwick with burns, Mayor Ada Lindqvist told North Wire.
"""
TWO = """A mill burned down near Harwick on Tuesday night, according to the town's fire brigade.

Mayor Ada Lindqvist said that 14 people were taken to hospital in Harwick with burns.
"""


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(ONE)
    (tmp_path / "two.txt").write_text(TWO)
    return tmp_path


def parallax(*args: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "reader", *map(str, args)],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONHASHSEED": "0"} | environment,
        timeout=60,
    )


def test_compare_prints_one_document_on_standard_output(reports: Path) -> None:
    done = parallax("compare", reports, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    assert [a["id"] for a in json.loads(done.stdout)["articles"]] == ["one", "two"]


def test_compare_text_names_places(reports: Path) -> None:
    done = parallax("compare", reports / "one.txt", reports / "two.txt")
    assert f"{reports / 'two.txt'}:{TWO.index('Mayor')}" in done.stdout


@pytest.mark.parametrize("command", ["compare", "clean"])
def test_what_cannot_be_used_is_told_and_the_rest_printed(reports: Path, command: str) -> None:
    (reports / "bad.md").write_text("---\ntitle: [\n---\ntext")
    done = parallax(command, reports, reports / "gone.txt", "--format", "json")
    assert done.returncode == 1
    assert len(json.loads(done.stdout)["articles"]) == 2
    told = done.stderr.splitlines()
    assert len(told) == 2
    assert f"{reports / 'bad.md'}:3: " in told[0]
    assert f"{reports / 'gone.txt'}: " in told[1]


@pytest.mark.parametrize(
    "args", [("compare", "/nowhere"), ("compare",), ("clean", "--format", "xml", "."), ("show", "/nowhere"), ("show",)]
)
def test_nothing_usable_or_wrong_usage(args: tuple[str, ...]) -> None:
    done = parallax(*args)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_hostile_names_and_texts_reach_no_terminal(reports: Path) -> None:
    (reports / "a\x1b[2J\u202e.txt").write_text(ONE + "\nAn \x1b]0;x\x07 and \x9b31m, \u202egnp.exe, [/b] he said.\n")
    (reports / "b\x1b[2J.md").write_text("---\ntitle: [\n---\n")
    for args in (("compare",), ("clean",), ("show",), ("compare", "--format", "json"), ("clean", "--format", "json")):
        done = parallax(*args, reports)
        assert done.returncode == 1
        assert not set("\x1b\x07\x9b\u202e") & set(done.stdout + done.stderr)


def test_show_wraps_to_the_width_and_knows_no_style_in_a_pipe(reports: Path) -> None:
    done = parallax("show", "--width", "40", reports / "one.txt")
    assert done.returncode == 0
    assert max(map(len, done.stdout.splitlines())) <= 40
    assert "burned down on Tuesday" in " ".join(done.stdout.split())
    assert "\x1b" not in done.stdout


def test_show_finds_an_article_of_the_library_by_id_and_title(reports: Path) -> None:
    (reports / "three.md").write_text("---\ntitle: Ash on the water\nsource: The Bell\n---\n" + TWO)
    for name in ("three", "ash on the WATER", "ash"):
        done = parallax("show", name, PARALLAX_LIBRARY=str(reports))
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("Ash on the water\nThe Bell · ")
    done = parallax("show", "t", PARALLAX_LIBRARY=str(reports))
    assert done.returncode == 2
    assert "two" in done.stderr
    assert "three" in done.stderr


def test_clean_gives_reasons(reports: Path) -> None:
    (reports / "one.txt").write_text("Share\nTweet\n\n" + ONE)
    done = parallax("clean", reports / "one.txt")
    assert "-" in {line[0] for line in done.stdout.splitlines()[2:]}
    assert "1  Share  [" in done.stdout


@pytest.mark.parametrize("term", ["dumb", "xterm-256color"])
def test_without_a_screen_the_reader_points_to_show(reports: Path, term: str) -> None:
    done = parallax(reports, TERM=term)
    assert (done.returncode, done.stdout) == (2, "")
    assert "parallax show" in done.stderr


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_closed_pipe_is_quiet(reports: Path, unbuffered: str) -> None:
    (reports / "one.txt").write_text(ONE * 2000)
    program = subprocess.Popen(
        [sys.executable, "-m", "reader", "clean", "--format", "json", reports],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
    )
    assert program.stdout
    assert program.stderr
    program.stdout.read(1)
    program.stdout.close()
    assert program.stderr.read() == b""
    assert program.wait() == 141


def test_an_ascii_terminal_gets_question_marks_not_an_error(reports: Path) -> None:
    (reports / "one.txt").write_text("“The mill” burned, said the mayor – twice, in fact, on that very night.\n")
    done = parallax("show", reports / "one.txt", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "?The mill?" in done.stdout


def test_help_names_every_command_and_version_prints() -> None:
    done = parallax("--help")
    for word in ("read", "add", "compare", "clean", "show", "--no-mouse", "PATH"):
        assert word in done.stdout
    assert "..." not in done.stdout.partition("Commands:")[2]
    assert "0." in parallax("--version").stdout


def test_an_interrupt_ends_a_command_without_a_trace(reports: Path) -> None:
    program = (
        "import reader.library, sys\n"
        "def interrupt(*_): raise KeyboardInterrupt\n"
        "reader.library.open_library = interrupt\n"
        f"from reader.cli import main; main(['clean', {str(reports)!r}])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, "", "")


def in_terminal(*args: str | Path, **environment: str) -> tuple[int, bytes]:
    """Run the program in a terminal; its exit status and what it writes there."""
    near, far = pty.openpty()
    command = [sys.executable, "-m", "reader", *map(str, args)]
    with subprocess.Popen(
        command, stdin=far, stdout=far, stderr=far, env=os.environ | {"TERM": "xterm"} | environment
    ) as program:
        os.close(far)
        shown = b""
        while piece := _read(near):
            shown += piece
    os.close(near)
    return program.returncode, shown


def test_a_terminal_gets_styles_and_colours_unless_it_wants_none(reports: Path) -> None:
    for environment, coloured in (({}, True), ({"NO_COLOR": "1"}, False)):
        status, shown = in_terminal("show", reports / "one.txt", **environment)
        assert status == 0
        assert b"\x1b[" in shown
        assert (re.search(rb"\x1b\[(\d;)*3\d", shown) is not None) is coloured


def test_no_screen_is_opened_for_paths_that_are_not_there(tmp_path: Path) -> None:
    status, shown = in_terminal(tmp_path / "gone.txt")
    assert status == 2
    assert shown.decode().strip() == f"parallax: {tmp_path / 'gone.txt'}: is not there"


def _read(terminal: int) -> bytes:
    """What comes from a terminal; nothing once the program at its other end is gone."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""
