"""The program at the far end of a real line: read, jump, search, change the window, lose the line, come back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal import pty_session
from tests.terminal.pty_session import PARALLAX, PtySession, home
from tests.terminal.reading import cursor, jump_and_come_back, read, search
from tests.terminal.slow_line import SlowLine
from tests.terminal.ssh_line import SshLine, sshd

pytestmark = pytest.mark.skipif(sshd() is None, reason="sshd, ssh or ssh-keygen is not installed")


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SshLine]:
    with SshLine(tmp_path_factory.mktemp("line")) as line:
        yield line


def call(line: SshLine, folder: Path, columns: int = 80, rows: int = 24) -> PtySession:
    """The program on the sample library, at the far end; its list stands."""
    session = PtySession(line.command([*PARALLAX, "articles"], home(folder)), columns, rows)
    session.wait_for(lambda display: "Library" in display[0] and "help" in display[-1], 60)
    return session


def test_read_jump_search_resize_lose_the_line_and_come_back(line: SshLine, tmp_path: Path) -> None:
    with call(line, tmp_path) as session:
        read(session, "Ferry sinks off Port Sarn")
        jump_and_come_back(session)
        found = search(session, "lifeboats")

        session.resize(120, 40)
        session.wait_for(lambda display: len(display) == 40 and "▌" in "".join(display))
        assert cursor(session).startswith(found[:20])
        session._process.kill()  # the near end is gone, as when a line drops

    with call(line, tmp_path) as session:
        read(session, "Ferry sinks off Port Sarn")
        session.wait_for(lambda display: cursor(session).startswith(found[:20]))
        session.send("q")
        session.wait_for(lambda display: "Library" in display[0])
        session.send("q")
        assert session.wait() == 0
        assert session.modes == session.modes_before


def elsewhere(display: list[str]) -> tuple[str, str]:
    """The headline of what other sources have, and the row below it."""
    at = next((n for n, row in enumerate(display) if row.startswith("──Elsewhere")), -1)
    return (display[at], display[at + 1].strip()) if 0 <= at < len(display) - 1 else ("", "")


def test_on_a_slow_line_excerpts_follow_when_the_cursor_rests(
    line: SshLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with SlowLine(line.port, 0.1) as slow:  # there and back it takes longer than a line may that is not slow
        command = line.command([*PARALLAX, "articles"], home(tmp_path), port=slow.port)
        with PtySession(command, answers=True) as session:
            session.wait_for(lambda display: "Library" in display[0] and "help" in display[-1], 60)
            read(session, "Ferry sinks off Port Sarn")
            # Looked at every few bytes, so that no frame is missed however late this is read.
            monkeypatch.setattr(pty_session, "_CHUNK", 6)
            for key in ".":  # to a passage that others have: first comes how many, then their words
                session.send(key)
                session.wait_for(lambda display: "have it" in elsewhere(display)[0] and not elsewhere(display)[1])
                session.wait_for(lambda display: "have it" in elsewhere(display)[0] and bool(elsewhere(display)[1]))
            session.send("qq")
            assert session.wait() == 0
