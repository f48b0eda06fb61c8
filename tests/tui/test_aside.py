from __future__ import annotations

import asyncio
import threading

import pytest

from reader.model import Comparison
from reader.tui.aside import aside
from tests.tui.stage import KnownDesk, Memory, app, articles, held, press, rows, where


async def test_results_and_errors_come_back_while_the_loop_goes_on() -> None:
    assert await aside(lambda: 2 + 2) == 4
    with pytest.raises(ZeroDivisionError):
        await aside(lambda: 1 // 0)


async def test_quitting_does_not_wait() -> None:
    begun, stop = threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        stop.wait()

    task = asyncio.create_task(aside(work))
    while not begun.is_set():
        await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    stop.set()


class SlowDesk(KnownDesk):
    """Compares when it is told to."""

    allowed = threading.Event()

    def prepare(self, article: str) -> Comparison:
        self.allowed.wait(10)
        return super().prepare(article)


async def test_keys_answer_while_it_compares_and_the_page_stays_where_it_was() -> None:
    desk = SlowDesk(held(articles()), Memory())
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("j", "enter", "j", "j", "enter")
        await pilot.pause()
        assert where(pilot) == ("post", 3)
        assert "Elsewhere · comparing …" in "".join(rows(pilot))
        SlowDesk.allowed.set()
        await press(pilot)
        assert where(pilot) == ("post", 3)
        assert "1 of 2 have it" in "".join(rows(pilot))


class BrokenDesk(KnownDesk):
    """Its engine has a fault."""

    def prepare(self, article: str) -> Comparison:
        raise ValueError("no such thing [/]")


async def test_a_fault_of_the_engine_leaves_the_text_readable() -> None:
    desk = BrokenDesk(held(articles()), Memory())
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "enter", "j")
        assert where(pilot) == ("post", 2)
        assert "could not compare: ValueError: no such thing [/]" in "".join(rows(pilot))
