"""The program in a real tmux: read, jump, search, copy, change the window, lose the line, come back."""

from __future__ import annotations

import base64
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.pty_session import PARALLAX, PtySession, home
from tests.terminal.reading import cursor, jump_and_come_back, read, search

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")

COPIED = re.compile(rb"\x1b\]52;[a-z]*;([A-Za-z0-9+/=]+)(?:\x07|\x1b\\)")


_CONFIGURATION = """
set -g set-clipboard on
set -g status off
set -s escape-time 0
set -sa terminal-overrides ",xterm*:indn@:rin@:rep@"
"""
# The last leaves out what the emulator behind the test does not know.


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[list[str]]:
    """A server of its own, with nobody's configuration."""
    configuration = tmp_path / "tmux.conf"
    configuration.write_text(_CONFIGURATION)
    command = ["tmux", "-S", str(tmp_path / "socket"), "-f", str(configuration)]
    yield command
    subprocess.run([*command, "kill-server"], capture_output=True)


def test_read_jump_search_copy_resize_lose_the_line_and_come_back(tmux: list[str], tmp_path: Path) -> None:
    environment = [f"{name}={value}" for name, value in home(tmp_path).items()]
    program = shlex.join(["env", *environment, *PARALLAX, "articles"])
    with PtySession([*tmux, "new-session", program]) as session:
        session.wait_for(lambda display: "Library" in display[0] and "help" in display[-1], 60)
        read(session, "Ferry sinks off Port Sarn")
        jump_and_come_back(session)
        found = search(session, "lifeboats")
        session.send("y")
        session.wait_for(lambda _: COPIED.search(session.received) is not None)
        (data,) = {match.group(1) for match in COPIED.finditer(session.received)}
        copied = base64.b64decode(data).decode()
        assert "lifeboats could not be lowered" in " ".join(copied.split())
        assert "Sarn Courier" in copied

        session.resize(120, 40)
        session.wait_for(lambda display: len(display) == 40 and "▌" in "".join(display))
        session._process.kill()  # the terminal is gone; the program goes on in tmux

    with PtySession([*tmux, "attach"]) as session:
        session.wait_for(lambda _: cursor(session).startswith(found[:20]))
        session.send("q")
        session.wait_for(lambda display: "Library" in display[0])
        session.send("q")
        assert session.wait() == 0
