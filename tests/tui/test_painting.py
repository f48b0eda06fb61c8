"""What a driver is given for the terminal, against what Textual would have on the screen."""

from __future__ import annotations

from itertools import islice
from typing import Any, ClassVar

import pyte
import pytest
from textual.drivers import headless_driver
from textual.pilot import Pilot

from reader.tui.app import ParallaxApp
from reader.tui.cells import Cells
from tests.tui.stage import app, known, press, settle

KEYS = "j j enter j j space k . # enter H v l j q G g z j z e n ? j q b B j l enter H o : escape / o n enter n T j / q"


class Terminal(headless_driver.HeadlessDriver):
    """Shows all that is written to it, as it comes or only the cells that change."""

    is_headless = False
    sparing: ClassVar[bool]
    screen: ClassVar[Any]
    stream: ClassVar[Any]
    cells: ClassVar[Cells]

    def write(self, data: str) -> None:
        """Send what is drawn to the emulator."""
        type(self).cells.width = type(self).screen.columns
        data = type(self).cells.changes(data) if type(self).sparing else data
        type(self).stream.feed(data.replace("\r\n", "\n").replace("\n", "\r\n"))


def cells_of(screen: Any) -> list[list[tuple[object, ...]]]:
    """All that can be seen: of a blank neither its colour nor its weight."""
    plain = {"fg": "default", "bold": False, "italics": False}
    rows = [[screen.buffer[y][x] for x in range(screen.columns)] for y in range(screen.lines)]
    return [[tuple(cell._replace(**plain) if cell.data == " " else cell) for cell in row] for row in rows]


def composed(pilot: Pilot[None]) -> list[list[tuple[object, ...]]]:
    """The screen as Textual composes it whole."""
    program = pilot.app
    screen = pyte.Screen(*program.size)
    lines = program.screen._compositor.render_strips()
    drawn = "\r\n".join(line.render(program.console) for line in lines)
    screen.reset_mode(pyte.modes.DECAWM)
    pyte.Stream(screen).feed(drawn)
    return cells_of(screen)


@pytest.mark.parametrize(
    ("size", "theme", "sparing"),
    [((80, 24), "terminal-dark", True), ((80, 24), "terminal-light", False), ((120, 30), "parallax-light", True)],
)
async def test_the_terminal_shows_what_textual_would(
    size: tuple[int, int], theme: str, sparing: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(headless_driver, "HeadlessDriver", Terminal)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    Terminal.sparing, Terminal.cells, Terminal.screen = sparing, Cells(), pyte.Screen(*size)
    Terminal.screen.reset_mode(pyte.modes.DECAWM)
    Terminal.stream = pyte.Stream(Terminal.screen)
    program: ParallaxApp = app(known(), theme)
    async with program.run_test(size=size) as pilot:
        await settle(pilot)
        keys = iter(KEYS.split())
        while few := tuple(islice(keys, 2)):
            await press(pilot, *few)
            assert cells_of(Terminal.screen) == composed(pilot), few
