"""The program in a pseudo-terminal: what pilot tests cannot see, bytes and signals."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.library import load
from reader.library.marks import Marks
from tests.terminal.pty_session import PARALLAX, PtySession, home
from tests.tui.stage import DAILY, POST, RADIO


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "ostrel"
    folder.mkdir()
    for name, text in (("post", POST), ("radio", RADIO), ("daily", DAILY)):
        head = f"---\nsource: {name}\ntitle: Report of {name}\npublished: 2031-05-04\nstory: ostrel\n---\n"
        (folder / f"{name}.md").write_text(head + text, encoding="utf-8")
    return folder


@pytest.fixture
def session(library: Path, tmp_path: Path) -> Iterator[PtySession]:
    with start(library, tmp_path) as session:
        yield session


def start(library: Path, folder: Path, **environment: str) -> PtySession:
    """The program on that library; its list stands."""
    session = PtySession([*PARALLAX, str(library)], env=home(folder) | environment)
    wanted = ["1 story", *(f"Report of {name}" for name in ("post", "radio", "daily"))]
    session.wait_for(lambda display: all(words in "".join(display) for words in wanted), 60)
    session.settle()
    return session


def read_post(session: PtySession) -> None:
    """Open the second article; its story is compared."""
    session.press("j")
    session.send("\r")
    session.wait_for("▌ The footbridge")
    compared(session)


def compared(session: PtySession) -> None:
    session.wait_for(lambda display: "Elsewhere" in "".join(display) and "comparing" not in "".join(display), 60)
    session.settle()


def test_a_key_that_is_no_text_does_no_harm(session: PtySession) -> None:
    os.write(session._master, b"\xff\xfe\xe2\x28")
    session.settle()
    read_post(session)
    session.send("q")
    session.wait_for("Library")


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_the_terminal_and_the_place_as_they_should_be(
    asked: signal.Signals, library: Path, tmp_path: Path
) -> None:
    with start(library, tmp_path) as session:
        read_post(session)
        session.press("G")
        session.wait_for("▌ The band")
        session._process.send_signal(asked)
        session.wait()
        assert session.modes == session.modes_before
        assert session.received.rfind(b"\x1b[?1049h") < session.received.rfind(b"\x1b[?1049l")
    with start(library, tmp_path) as session:
        session.press("j")
        session.send("\r")
        session.wait_for("▌ The band")


def test_the_place_outlives_a_kill(library: Path, tmp_path: Path) -> None:
    with start(library, tmp_path) as session:
        read_post(session)
        session.press("G")
        session.wait_for("▌ The band")
        marks = Marks(Path(home(tmp_path)["XDG_DATA_HOME"]) / "parallax")
        limit = time.monotonic() + 10
        while (marks.position(load(library / "post.md")) or 0) < POST.index("The band") and time.monotonic() < limit:
            session.settle(0.1)
        session._process.kill()
    with start(library, tmp_path) as session:
        session.press("j")
        session.send("\r")
        session.wait_for("▌ The band")


def test_a_window_may_take_any_size(session: PtySession) -> None:
    read_post(session)
    for columns, rows, shows in ((30, 8, "40×10"), (40, 10, "▌ The footbridge"), (170, 50, "Elsewhere")):
        session.resize(columns, rows)
        session.wait_for(shows)
        session.settle()


def test_a_window_made_larger_shows_what_a_new_one_does(library: Path, tmp_path: Path) -> None:
    with start(library, tmp_path) as session:
        session.resize(120, 30)
        with PtySession([*PARALLAX, str(library)], 120, 30, env=home(tmp_path)) as new:
            new.wait_for(lambda display: "1 story" in display[0] and "help" in display[-1])
            session.wait_for(lambda display: display == new.display)


def test_no_colour_is_sent_where_none_is_wanted(library: Path, tmp_path: Path) -> None:
    with start(library, tmp_path, NO_COLOR="1") as session:
        read_post(session)
        codes = {code for sgr in re.findall(rb"\x1b\[([\d;]*)m", bytes(session.received)) for code in sgr.split(b";")}
        assert codes
        assert not {code for code in codes if code[:1] in (b"3", b"4", b"9") and len(code) == 2} - {b"39", b"49"}


def test_keys_cost_little_and_idling_nothing(session: PtySession) -> None:
    assert session.press("j").size <= 600
    session.send("\r")
    session.wait_for("▌ The footbridge")
    compared(session)
    for _ in range(3):
        assert session.press(" ").size <= 4096
    assert session.press("g").size <= 4096
    session.settle(1.0)
    assert session.settle(1.0).size == 0
