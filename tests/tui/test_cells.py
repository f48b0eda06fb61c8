from __future__ import annotations

from typing import Any

import pyte
from hypothesis import given
from hypothesis import strategies as st

from reader.tui.cells import Cells

WIDTH, HEIGHT = 12, 8
STYLES = ("", "1", "36", "2;3", "4;32", "7", "1;36", "38;5;4", "38;2;4;7;9;44")
WORDS = st.text(st.sampled_from("ab 漢é"), max_size=WIDTH // 2)
ROWS = st.lists(st.tuples(WORDS, st.sampled_from(STYLES)), min_size=HEIGHT, max_size=HEIGHT)


def frame(rows: list[tuple[str, str]], shift: int = 0) -> str:
    """The rows from the top, as Textual sends them, each filled with blanks."""
    sent = []
    for y in range(HEIGHT):
        words, style = rows[(y + shift) % HEIGHT]
        room = WIDTH - sum(2 if c == "漢" else 1 for c in words)
        sent.append(f"\x1b[{y + 1};1H\x1b[{style or 0}m{words}\x1b[0m{' ' * room}")
    return "\x1b[?2026h" + "\n".join(sent) + "\x1b[?2026l"


class Terminal:
    def __init__(self) -> None:
        self.screen: Any = pyte.Screen(WIDTH, HEIGHT)
        self._stream = pyte.Stream(self.screen)

    def take(self, data: str) -> None:
        self._stream.feed(data.replace("\n", "\r\n"))

    @property
    def cells(self) -> list[list[tuple[object, ...]]]:
        """All that can be seen: of a blank neither its colour nor its weight."""
        seen = [[self.screen.buffer[y][x] for x in range(WIDTH)] for y in range(HEIGHT)]
        plain = {"fg": "default", "bold": False, "italics": False}
        return [[tuple(cell._replace(**plain) if cell.data == " " else cell) for cell in row] for row in seen]


@given(st.lists(st.tuples(ROWS, st.integers(0, HEIGHT - 1)), min_size=1, max_size=3))
def test_the_screen_is_what_all_of_it_would_have_made(frames: list[tuple[list[tuple[str, str]], int]]) -> None:
    cells, ours, whole = Cells(), Terminal(), Terminal()
    cells.forget(WIDTH)
    for rows, shift in frames:
        for data in (frame(rows), frame(rows, shift)):
            ours.take(cells.changes(data))
            whole.take(data)
            assert ours.cells == whole.cells


def test_what_stands_there_is_not_sent_again_and_rows_that_move_are_moved() -> None:
    cells = Cells()
    cells.forget(WIDTH)
    rows = [(f"row {n}", "1") for n in range(HEIGHT)]
    assert len(cells.changes(frame(rows))) > 100
    assert len(cells.changes(frame(rows))) < 20
    assert "row 4" not in cells.changes(frame(rows, 1))


def test_what_is_not_known_goes_through_and_all_is_sent_anew() -> None:
    cells = Cells()
    cells.forget(WIDTH)
    data = "\x1b[1;1Habc"
    assert cells.changes(data) == data
    assert cells.changes(data) == ""
    for other in ("\x1b[?1049h", "\x1b]22;default\x07", "\x1b[2J"):
        assert cells.changes(other) == other
        assert cells.changes(data) == data
