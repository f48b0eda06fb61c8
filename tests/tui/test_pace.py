"""Which line is taken for slow, and what a slow one is spared."""

from __future__ import annotations

import os
import pty
import termios
import threading
from collections.abc import Callable
from typing import Any, cast

import pytest

from reader.tui import pace
from reader.tui.pace import LATE, SLOW, Pace, asked_once, told
from tests.tui.stage import app, known, press, reading, rows, settle

OVER_SSH = {"SSH_CONNECTION": "192.0.2.7 50000 192.0.2.8 22"}


class Line:
    """Stands for an app and its driver: a terminal that answers when it is told to, timers that end when told to."""

    def __init__(self) -> None:
        self.asked: list[Callable[[float], None]] = []
        self.timers: list[Callable[[], None]] = []
        self._driver = self

    def ask(self, answered: Callable[[float], None]) -> None:
        self.asked.append(answered)

    def set_timer(self, seconds: float, then: Callable[[], None]) -> None:
        assert seconds == LATE
        self.timers.append(then)

    def measure(self, slow_link: str = "auto", environment: dict[str, str] = OVER_SSH) -> Pace:
        found = Pace(slow_link, environment)
        found.measure(cast(Any, self))
        return found


def test_a_line_that_answers_soon_is_asked_once() -> None:
    line = Line()
    found = line.measure()
    line.asked.pop()(SLOW / 3)
    line.timers.pop()()
    assert not found.patient
    assert not line.asked


def test_a_late_answer_counts_only_if_no_other_comes_sooner() -> None:
    line = Line()
    found = line.measure()
    line.asked.pop()(SLOW * 2)
    assert found.patient
    line.timers.pop()()
    line.asked.pop()(SLOW / 3)
    assert not found.patient
    line.timers.pop()()
    assert not line.asked


def test_who_does_not_answer_is_slow_and_is_not_asked_again() -> None:
    line = Line()
    found = line.measure()
    line.timers.pop()()
    assert found.patient
    assert len(line.asked) == 1


@pytest.mark.parametrize(
    ("slow_link", "environment", "patient"), [("on", {}, True), ("off", OVER_SSH, False), ("auto", {}, False)]
)
def test_what_is_known_is_not_asked(slow_link: str, environment: dict[str, str], patient: bool) -> None:
    line = Line()
    found = line.measure(slow_link, environment)
    assert found.patient is patient
    assert not line.asked


def test_what_was_measured_is_told() -> None:
    assert "20 ms" in told("auto", OVER_SSH, 0.02)
    assert "slow" in told("auto", OVER_SSH, 0.3)
    assert "slow" in told("auto", OVER_SSH, None)
    assert "slow" not in told("auto", {}, 0.3)
    assert "slow_link is off" in told("off", OVER_SSH, 0.3)


def test_a_terminal_is_asked_and_its_modes_are_as_before() -> None:
    master, slave = pty.openpty()
    before = termios.tcgetattr(slave)

    def answer() -> None:
        assert os.read(master, 16) == b"\x1b[6n"
        os.write(master, b"\x1b[5;1R")

    try:
        threading.Thread(target=answer, daemon=True).start()
        assert asked_once(slave, slave, 60) is not None
        assert asked_once(slave, slave, 0.01) is None
        assert termios.tcgetattr(slave) == before
    finally:
        os.close(master)
        os.close(slave)
    with pytest.raises(OSError, match="terminal"):
        asked_once(slave, slave)


async def test_on_a_slow_line_the_text_stands_still_and_excerpts_wait_for_rest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("reader.tui.screens.article.REST", 1e6)
    program = app(known())
    async with program.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        program.pace = Pace("on", {})
        await press(pilot, *"j enter".split())
        for _ in range(3):
            before = [row[5:] for row in rows(pilot)[1:10]]
            await press(pilot, "j")
            at = next(n for n, row in enumerate(rows(pilot)) if row.startswith("──Elsewhere"))
            assert [row[5:].replace("▐", " ").replace("▌", " ") for row in rows(pilot)[1:10]] == [
                row.replace("▐", " ").replace("▌", " ") for row in before
            ]
            assert not any(rows(pilot)[at + 1 : -2])
            screen = reading(pilot)
            assert screen._resting is not None
            screen._rest((screen.article.id, screen.text.cursor, False))
            await settle(pilot)
            now = rows(pilot)
            assert now[at].startswith("──Elsewhere")
            assert any(now[at + 1 : -2]) == ("have it" in now[at])
    assert pace.REST < 1
