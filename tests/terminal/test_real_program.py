"""The program as it is started, in a terminal of 80 by 24: what a reader sees, and what is left behind."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.pty_session import PARALLAX, PtySession, home
from tests.terminal.reading import jump_and_come_back, read

REPORT = "Ferry sinks off Port Sarn"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[PtySession]:
    with PtySession(PARALLAX, env=home(tmp_path)) as session:
        yield session


def test_read_jump_come_back_and_leave(session: PtySession) -> None:
    session.wait_for(lambda display: "Library" in display[0] and any(REPORT in row for row in display))
    read(session, REPORT)
    session.wait_for("At least 31 people died")
    assert "Sarn Courier" in session.display[0]
    jump_and_come_back(session)
    session.send("q")
    session.wait_for(lambda display: "Library" in display[0])
    session.send("q")
    assert session.wait() == 0
    assert_restored(session)


def test_a_terminal_is_restored_after_an_interrupt(session: PtySession) -> None:
    session.wait_for(lambda display: "Library" in display[0])
    session.settle()
    session.send("\x03")
    session.wait()
    assert_restored(session)


def test_nothing_is_left_behind_where_there_is_no_second_screen(session: PtySession) -> None:
    """As on the Linux console, over mosh and in screen; the emulator behind the test has none either."""
    session.wait_for(lambda display: "Library" in display[0])
    session.settle()
    session.send("q")
    assert session.wait() == 0
    assert not any("Library" in row or REPORT in row for row in session.display)


def test_what_something_else_wrote_on_the_screen_is_drawn_over(session: PtySession) -> None:
    session.wait_for(lambda display: "Library" in display[0] and any(REPORT in row for row in display))
    session.settle()
    session.screen.cursor_position(3, 10)
    session.screen.draw("Broadcast message from the watch")
    session.send("\x0c")
    session.wait_for(lambda display: "Broadcast" not in "".join(display) and any(REPORT in row for row in display))


def test_standard_error_may_go_to_a_file(tmp_path: Path) -> None:
    command = shlex.join(PARALLAX) + f" 2> {shlex.quote(str(tmp_path / 'log'))}"
    with PtySession(["sh", "-c", command], env=home(tmp_path)) as session:
        session.wait_for(lambda display: "Library" in display[0])
        session.settle()
        session.send("q")
        assert session.wait() == 0
        assert_restored(session)
    assert (tmp_path / "log").read_text() == ""


def assert_restored(session: PtySession) -> None:
    """The modes are those from before, the first screen is back, the cursor is seen, the mouse is left alone."""
    assert session.modes == session.modes_before
    for on, off in ((b"\x1b[?1049h", b"\x1b[?1049l"), (b"\x1b[?25l", b"\x1b[?25h"), (b"\x1b[?1000h", b"\x1b[?1000l")):
        assert session.received.rfind(on) < session.received.rfind(off), off
