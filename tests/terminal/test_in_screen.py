"""The program in GNU screen, which unwraps what is copied, and has no second screen as it comes."""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.pty_session import PARALLAX, PtySession, home
from tests.terminal.reading import jump_and_come_back, read

pytestmark = pytest.mark.skipif(shutil.which("screen") is None, reason="screen is not installed")

COPIED = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07")
TITLE = "Ferry sinks off Port Sarn"


@pytest.fixture
def screen(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Screen with its sockets in a folder of its own, and nobody's configuration."""
    folder = tmp_path_factory.mktemp("s")
    folder.chmod(0o700)
    monkeypatch.setenv("SCREENDIR", str(folder))
    yield ["screen", "-U", "-c", "/dev/null", "-S", "reader"]
    subprocess.run(["screen", "-S", "reader", "-X", "quit"], capture_output=True)


def test_read_jump_copy_and_leave_a_clean_screen(screen: list[str], tmp_path: Path) -> None:
    shell = ["sh", "-c", '"$@"; echo over; read line', "sh", *PARALLAX, "articles"]
    with PtySession([*screen, *shell], env=home(tmp_path)) as session:
        session.wait_for(lambda display: "Library" in display[0] and "help" in display[-1])
        read(session, TITLE)
        jump_and_come_back(session)
        session.send("y")
        session.wait_for(lambda _: COPIED.search(session.received) is not None)
        (data,) = {match.group(1) for match in COPIED.finditer(session.received)}
        assert "At least 31 people died" in " ".join(base64.b64decode(data).decode().split())
        session.send("q")
        session.wait_for(lambda display: "Library" in display[0])
        session.send("q")
        session.wait_for(lambda display: any(row.startswith("over") for row in display))
        assert not any(TITLE in row for row in session.display)
