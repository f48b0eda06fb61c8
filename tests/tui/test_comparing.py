"""An article opened while the library is still being read is compared, whichever of the two is done first."""

from __future__ import annotations

import asyncio

import pytest

from reader.tui.app import ParallaxApp
from tests.tui.stage import KnownDesk, Memory, app, articles, held, press, rows, settle


class LateDesk(KnownDesk):
    """Says that the stories are not known yet, and the last article is read while it does."""

    program: ParallaxApp
    loop: asyncio.AbstractEventLoop

    def group_known(self) -> bool:
        asyncio.run_coroutine_threadsafe(self._over(), self.loop).result()
        return False

    async def _over(self) -> None:
        self.program._refreshed(True, None)


async def test_the_last_article_may_be_read_while_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    async def nothing(_: ParallaxApp) -> None:
        """Nobody else reads the library in this test."""

    monkeypatch.setattr(ParallaxApp, "_refresh", nothing)
    desk = LateDesk(held(articles()), Memory())
    program = desk.program = app(desk)
    program.reading = 0, 3
    desk.loop = asyncio.get_running_loop()
    async with program.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        assert "have it" in "\n".join(rows(pilot))
