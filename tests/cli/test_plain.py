"""Reading by lines: every step of it through pipes, and not one control sequence on the way."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_commands import parallax

ONE = """---
title: Mill fire closes the river road
source: Upper River Post
published: 2031-05-04
story: Mill
---
The mill on the upper river burned down on Tuesday night, the fire brigade of Harwick said.

Twelve people were taken to the hospital of Harwick with burns, Mayor Ada Lindqvist told North Wire.

The road was closed for \x1b[31mthree\x07 hours.
"""
TWO = """---
title: Mill burns
source: North Wire
published: 2031-05-04
story: Mill
---
A mill burned down near Harwick on Tuesday night, according to the town's fire brigade.

Mayor Ada Lindqvist said that 14 people were taken to hospital in Harwick with burns.
"""


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for kind in ("CONFIG", "CACHE", "DATA"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.md").write_text(ONE)
    (tmp_path / "articles" / "two.md").write_text(TWO)
    monkeypatch.setenv("PARALLAX_LIBRARY", str(tmp_path / "articles"))
    return tmp_path / "articles"


def typed(*lines: str, args: tuple[str, ...] = (), term: str = "dumb") -> subprocess.CompletedProcess[str]:
    """Read with these lines on standard input."""
    return subprocess.run(
        [sys.executable, "-m", "reader", "read", "--plain", *args],
        input="".join(f"{line}\n" for line in lines),
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"TERM": term},
        timeout=60,
    )


def test_a_story_is_read_compared_and_walked_by_lines(library: Path) -> None:
    done = typed("", "c", "f", "j", "b", "1", "99", "q", "after the end", args=("river road",))
    told = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert told[:4] == [
        "Comparing 2 reports.",
        "Mill fire closes the river road",
        "Upper River Post · 2031-05-04. 3 passages.",
        "1. The mill on the upper river burned down on Tuesday night, the fire brigade of Harwick said."
        " (1 other has it)",
    ]
    assert told[4].startswith("2. Twelve people were taken")
    assert told[4].endswith("(1 other has it, a figure differs)")
    assert told[5].startswith("Source 2, North Wire, ")
    assert told[5].endswith(": Mayor Ada Lindqvist said that 14 people were taken to hospital in Harwick with burns.")
    assert told[6].startswith("Twelve (people)")
    assert any("differ" in line and "North Wire 14 (people)" in line for line in told[7:9])
    assert "North Wire · 2031-05-04. 2 passages." in told
    back = told.index("North Wire · 2031-05-04. 2 passages.") + 1
    assert told[back].startswith("2. Mayor Ada")
    assert told[back + 3].startswith("2. Twelve")
    assert told[-2].startswith("1. The mill")
    assert told[-1] == "That is the end."


def test_where_reading_stopped_it_goes_on_another_day(library: Path) -> None:
    typed("n", "n", args=("one",))
    assert "3. The road" in typed(args=("one",)).stdout


def test_several_articles_are_listed_and_opened_by_number(library: Path) -> None:
    done = typed("o 2", "o 7", "nonsense", "p", "help", args=(str(library),))
    told = done.stdout.splitlines()
    assert told[0] == "1. Upper River Post: Mill fire closes the river road, 2031-05-04"
    assert told[1] == "2. North Wire: Mill burns, 2031-05-04"
    assert "open N reads one of them. help tells what can be typed." in told
    assert "Mill burns" in told
    assert "open a number from 1 to 2" in told
    assert "nonsense: not understood. help tells what can be typed." in told
    assert "That is the beginning." in told
    assert "quit, q: the end" in told


def test_nothing_but_text_is_written_whatever_the_article_says_and_on_a_terminal_too(library: Path) -> None:
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", "read", "--plain", "one"],
        stdin=slave, stdout=slave, stderr=slave, env=os.environ | {"TERM": "xterm-256color"},
    )  # fmt: skip
    os.close(slave)
    os.write(master, b"a\n\xff\xfe\n/hours\nl\nq\n")
    data = b""
    try:
        while chunk := os.read(master, 4096):
            data += chunk
    except OSError:  # the far end is closed
        pass
    os.close(master)
    assert process.wait(60) == 0
    assert b"> " in data
    assert "for \ufffd[31mthree\ufffd hours." in data.decode("utf-8", "replace")
    assert not [byte for byte in data if byte < 32 and byte not in b"\r\n\t"]


def test_what_is_not_there_is_told(library: Path) -> None:
    done = typed(args=("zeppelin",))
    assert (done.returncode, done.stdout) == (2, "")
    assert "zeppelin: is neither a file nor an article of" in done.stderr


def test_a_dumb_terminal_is_told_of_it(library: Path) -> None:
    assert "`parallax read --plain ARTICLE` reads line by line" in parallax(TERM="dumb").stderr
    assert parallax("read", TERM="dumb").returncode == 2
