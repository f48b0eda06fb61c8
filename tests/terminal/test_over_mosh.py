"""The program over mosh, which sends the state of its screen and not what is written: read, jump, resize, leave."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.terminal.pty_session import PARALLAX, PtySession, home
from tests.terminal.reading import jump_and_come_back, read

pytestmark = pytest.mark.skipif(
    not (shutil.which("mosh-server") and shutil.which("mosh-client")), reason="mosh is not installed"
)

TITLE = "Ferry sinks off Port Sarn"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[PtySession]:
    """The program at the far end of a line; skips where no server can be had."""
    shell = ["sh", "-c", '"$@"; echo over; read line', "sh", *PARALLAX, os.path.abspath("articles")]
    started = subprocess.run(
        ["mosh-server", "new", "-i", "127.0.0.1", "--", *shell],
        env=os.environ | home(tmp_path) | {"LC_ALL": "C.UTF-8", "TERM": "xterm-256color"},
        capture_output=True,
        text=True,
    )
    found = re.search(r"MOSH CONNECT (\d+) (\S+)", started.stdout)
    server = re.search(r"pid = (\d+)", started.stderr)
    if found is None or server is None:
        pytest.skip(f"mosh-server: {started.stderr.strip()[-200:]}")
    with PtySession(["mosh-client", "127.0.0.1", found[1]], env={"MOSH_KEY": found[2]}) as session:
        yield session
    with suppress(ProcessLookupError):
        os.kill(int(server[1]), signal.SIGTERM)


def test_read_jump_resize_and_leave_a_clean_screen(session: PtySession) -> None:
    session.wait_for(lambda display: "Library" in display[0] and "help" in display[-1])
    read(session, TITLE)
    jump_and_come_back(session)
    session.resize(100, 30)
    session.wait_for(lambda display: len(display) == 30 and "help" in display[-1] and "▌" in "".join(display))
    session.send("q")
    session.wait_for(lambda display: "Library" in display[0])
    session.send("q")
    session.wait_for(lambda display: any(row.startswith("over") for row in display))
    assert not any(TITLE in row for row in session.display)
    session.send("\r")
    assert session.wait() == 0
