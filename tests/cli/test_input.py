"""Progress is drawn for a terminal that waits over a second, and for nobody else."""

from __future__ import annotations

import sys
import time

import pytest

from reader.cli.input import Progress


@pytest.mark.parametrize(("terminal", "seconds", "drawn"), [(True, 1.5, True), (True, 0.5, False), (False, 9, False)])
def test_a_bar_for_a_terminal_that_waits(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], terminal: bool, seconds: float, drawn: bool
) -> None:
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal, raising=False)
    with Progress("reading") as progress:
        progress.show(1, 4)
        now[0] = seconds
        progress.show(2, 4)
    printed = capsys.readouterr()
    assert printed.out == ""
    assert ("reading [############............] 2 of 4" in printed.err) is drawn
    assert printed.err.endswith("\r\x1b[K") is drawn
