"""What is on the terminal, cell by cell, so that only cells that change are sent.

Textual sends whole regions. This reads what it sends (cursor positions, styles, text: nothing else draws), compares it
with what stands there, and writes the difference. Whatever it does not know goes through untouched, and everything is
sent anew after it.
"""

from __future__ import annotations

import re
from collections import Counter

from rich.cells import get_character_cell_size

_TOKEN = re.compile(
    r"\x1b\[(?P<row>\d+);(?P<column>\d+)H|\x1b\[(?P<style>[\d;]*)m|(?P<sync>\x1b\[\?2026[hl])"
    r"|(?P<line>\r?\n)|(?P<other>[\x00-\x1f\x7f])|(?P<text>[^\x00-\x1f\x7f]+)"
)
_BRIDGE = 4
"""Unchanged cells that are sent again rather than stepped over: a step costs as much."""

_ERASE = 5
"""Blanks at the end of a row from which on it is cheaper to erase them."""

_ALIKE = 3
"""Rows that have to move together before the terminal is told to move them."""

Cell = tuple[str, str]
"""A character, with what combines with it, and its style; the second half of a wide one is empty."""

_BLANK: Cell = (" ", "")


class Cells:
    """A screen of so many columns; what is not known to stand on it is sent."""

    def __init__(self) -> None:
        self._rows: dict[int, dict[int, Cell]] = {}
        self.width = 0

    def forget(self, width: int = 0) -> None:
        """Know nothing of what stands there any more; the screen is that wide (0: not known)."""
        self._rows.clear()
        self.width = width or self.width

    def changes(self, data: str) -> str:
        """What to send in the place of ``data``."""
        drawn: dict[int, dict[int, Cell]] = {}
        y = x = 0
        placed, style, before, after = False, "", "", ""
        for token in _TOKEN.finditer(data):
            if token["text"] is not None and placed:
                x = _put(drawn.setdefault(y, {}), x, token["text"], style)
            elif token["style"] is not None:
                style = _styled(style, token["style"])
            elif token["row"] is not None:
                y, x, placed = int(token["row"]), int(token["column"]) - 1, True
            elif token["line"] is not None:
                y, x = y + 1, 0
            elif token["sync"] is not None:
                before, after = (before + token["sync"], after) if token["sync"][-1] == "h" else (before, token["sync"])
            else:  # something else than drawing
                self.forget()
                return data
        scrolled = self._scroll(drawn) if len(drawn) >= _ALIKE else ""
        return before + scrolled + "".join(self._row(y, drawn[y]) for y in sorted(drawn)) + after

    def _scroll(self, drawn: dict[int, dict[int, Cell]]) -> str:
        """Where rows only move up or down, have the terminal move them; ``drawn`` then says what moves with them."""
        stood = {self._whole(row): y for y, row in self._rows.items()}
        new = {y: self._whole(self._rows.get(y, {}) | row) for y, row in drawn.items()}
        moved = {y: stood[row] for y, row in new.items() if row and row in stood and set(row) != {_BLANK}}
        ways = Counter(there - y for y, there in moved.items())
        way, count = ways.most_common(1)[0] if ways else (0, 0)
        if not way or count < _ALIKE:
            return ""
        rows = [y for y, there in moved.items() if there - y == way]
        top, bottom = min(rows) + min(way, 0), max(rows) + max(way, 0)
        before = {y: self._rows.get(y, {}) for y in range(top, bottom + 1)}
        if any(not self._whole(row) for row in before.values()):
            return ""
        for y, row in before.items():
            drawn[y] = row | drawn.get(y, {})
            self._rows[y] = dict(before.get(y + way) or dict.fromkeys(range(self.width), _BLANK))
        line = f"\x1b[{bottom};1H" + "\n" * way if way > 0 else f"\x1b[{top};1H" + "\x1bM" * -way
        return f"\x1b[{top};{bottom}r{line}\x1b[r"

    def _whole(self, row: dict[int, Cell]) -> tuple[Cell, ...]:
        """The cells of a row; none where not all of them are known."""
        cells = tuple(row[x] for x in range(self.width) if x in row)
        return cells if len(cells) == self.width else ()

    def _row(self, y: int, drawn: dict[int, Cell]) -> str:
        """The changed cells of a row, run by run."""
        known = self._rows.setdefault(y, {})
        changed = sorted(x for x, cell in drawn.items() if known.get(x) != cell)
        known.update(drawn)
        if not changed:
            return ""
        erase = self._blank_from(known)
        sent, at, style = "", -1, ""
        for x in changed:
            if erase is not None and x >= erase:
                break
            if x < at:
                continue  # the second half of a wide character, sent with the first
            if not known[x][0]:
                x -= 1
            if at < 0 or x - at > _BRIDGE or any(n not in known for n in range(at, x)):
                sent += f"\x1b[{y};{x + 1}H"
                at = x
            for n in range(at, x + 1):
                character, look = known[n]
                if look != style:
                    sent += f"\x1b[{'0;' if style and look else ''}{look}m"
                    style = look
                sent += character
            at = x + 1
        if style:
            sent += "\x1b[m"
        if erase is not None and any(x >= erase for x in changed):
            sent += ("" if at == erase else f"\x1b[{y};{erase + 1}H") + "\x1b[K"
        return sent

    def _blank_from(self, known: dict[int, Cell]) -> int | None:
        """The column from which on the row is blank, if it is worth erasing."""
        x = self.width
        while x and known.get(x - 1) == _BLANK:
            x -= 1
        return x if self.width - x >= _ERASE else None


def _put(row: dict[int, Cell], x: int, text: str, style: str) -> int:
    """Text into a row from column ``x`` (from 0); returns the column after it."""
    for character in text:
        width = 1 if character.isascii() else get_character_cell_size(character)
        if not width:
            before = x - 1 if row.get(x - 1, _BLANK)[0] else x - 2
            if before in row:
                row[before] = (row[before][0] + character, row[before][1])
            continue
        row[x] = (character, style)
        for n in range(x + 1, x + width):
            row[n] = ("", style)
        x += width
    return x


def _styled(style: str, parameters: str) -> str:
    """The style after a change: what was set since it was last reset."""
    if parameters in ("", "0"):
        return ""
    return f"{style};{parameters}" if style else parameters
