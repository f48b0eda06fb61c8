"""What is on the terminal, cell by cell, so that only cells that change are sent.

Textual sends whole regions. This reads what it sends (cursor positions, styles, text: nothing else draws), compares it
with what stands there, and writes the difference. Whatever it does not know goes through untouched, and everything is
sent anew after it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile
from operator import ne

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

_FURTHER = 6
"""Rows beyond them that may move with them, changed on the way: the one the cursor left, as a rule."""

Cell = tuple[str, str]
"""A character, with what combines with it, and its style; the second half of a wide one is empty."""

_BLANK: Cell = (" ", "")

Drawn = dict[int, list[Cell | None]]
"""Rows of cells by their numbers, from 1; ``None`` is not known, or stays as it is."""


class Cells:
    """A screen of so many columns; what is not known to stand on it is sent."""

    def __init__(self) -> None:
        self._rows: Drawn = {}
        self._frame = ""
        """The beginning of a frame, held back until something of it is to be sent."""
        self.width = 0

    def forget(self, width: int = 0) -> None:
        """Know nothing of what stands there any more; the screen is that wide (0: not known)."""
        self._rows.clear()
        self.width = width or self.width

    def changes(self, data: str) -> str:
        """What to send in the place of ``data``."""
        if not self.width:
            return data
        drawn: Drawn = {}
        y = x = 0
        placed, style, begun, ended = False, "", self._frame, ""
        for token in _TOKEN.finditer(data):
            kind = token.lastgroup
            if kind == "text" and placed:
                if y not in drawn:
                    drawn[y] = [None] * self.width
                x = _put(drawn[y], x, token[0], style)
            elif kind == "style":
                style = _styled(style, token["style"])
            elif kind == "column":
                y, x, placed = int(token["row"]), int(token["column"]) - 1, True
            elif kind == "line":
                y, x = y + 1, 0
            elif kind == "sync":
                if token["sync"][-1] == "h":
                    self._frame = token["sync"]
                else:
                    ended = token["sync"]
            else:  # something else than drawing
                self.forget()
                self._frame = ""
                return begun + data
        changed = self._draw(drawn)
        if not changed and ended and self._frame:  # an empty frame
            self._frame = ended = ""
        if changed or ended:
            changed, self._frame = self._frame + changed + ended, ""
        return changed

    def _draw(self, drawn: Drawn) -> str:
        """What brings the rows to the screen; ``None`` in a row stands for whatever is there."""
        for y, row in drawn.items():
            known = self._rows.setdefault(y, [None] * self.width)
            drawn[y] = [old if new is None else new for old, new in zip(known, row, strict=True)]
        scrolled = self._scroll(drawn) if len(drawn) >= _ALIKE else ""
        pen = _Pen()
        for y in sorted(drawn):
            self._row(y, drawn[y], pen)
        return scrolled + pen.lifted()

    def _scroll(self, drawn: Drawn) -> str:
        """Where rows only move up or down, have the terminal move them; ``drawn`` then says what moves with them."""
        stood = {tuple(row): y for y, row in self._rows.items() if None not in row}
        new = ((y, tuple(row)) for y, row in drawn.items())
        moved = {y: stood[row] for y, row in new if row in stood and any(cell != _BLANK for cell in row)}
        ways = Counter(there - y for y, there in moved.items())
        way, count = ways.most_common(1)[0] if ways else (0, 0)
        if not way or count < _ALIKE:
            return ""
        rows = [y for y, there in moved.items() if there - y == way]
        top, bottom = min(rows) + min(way, 0), max(rows) + max(way, 0)
        if not all(map(self._known, range(top, bottom + 1))):
            return ""
        further = range(bottom, bottom + _FURTHER) if way > 0 else range(top, top - _FURTHER, -1)
        parts = [(top, end) if way > 0 else (end, bottom) for end in takewhile(self._known, further)]
        top, bottom = min(parts, key=lambda part: self._left(drawn, part, way, parts[-1]))
        before = {y: self._rows[y] for y in range(top, bottom + 1)}
        for y, row in before.items():
            drawn.setdefault(y, row)
            self._rows[y] = [*before.get(y + way, [_BLANK] * self.width)]
        line = f"\x1b[{bottom};1H" + "\n" * way if way > 0 else f"\x1b[{top};1H" + "\x1bM" * -way
        return f"\x1b[{top};{bottom}r{line}\x1b[r"

    def _left(self, drawn: Drawn, part: tuple[int, int], way: int, within: tuple[int, int]) -> int:
        """How many cells are left to change in some rows once part of them, both given by first and last, moved."""
        top, bottom = part
        count = 0
        for y in range(within[0], within[1] + 1):
            there = y + way if top <= y <= bottom else y
            stands = self._rows[there] if there == y or top <= there <= bottom else [_BLANK] * self.width
            count += sum(map(ne, drawn.get(y, self._rows[y]), stands))
        return count

    def _known(self, y: int) -> bool:
        """Whether all cells of a row are known."""
        return None not in self._rows.get(y, [None])

    def _row(self, y: int, new: list[Cell | None], pen: _Pen) -> None:
        """Write the changed cells of a row, run by run."""
        known = self._rows[y]
        if new == known:
            return
        changed = [x for x, cell in enumerate(new) if cell != known[x]]
        self._rows[y] = new
        erase = self._blank_from(new)
        begin = end = -1
        for x in changed:
            if erase is not None and x >= erase:
                break
            if x < end:
                continue  # the second half of a wide character, sent with the first
            cell = new[x]
            first = x - 1 if x and cell is not None and not cell[0] else x
            if begin >= 0 and first - end <= _BRIDGE and None not in new[end:first]:
                end = x + 1
            else:
                if begin >= 0:
                    pen.write(y, begin, new[begin:end])
                begin, end = first, x + 1
            while end < self.width and (after := new[end]) is not None and not after[0]:
                end += 1
        if begin >= 0:
            pen.write(y, begin, new[begin:end])
        if erase is not None and changed[-1] >= erase:
            pen.erase(y, erase)

    def _blank_from(self, row: list[Cell | None]) -> int | None:
        """The column from which on the row is blank, if it is worth erasing."""
        x = self.width
        while x and row[x - 1] == _BLANK:
            x -= 1
        return x if self.width - x >= _ERASE else None


class _Pen:
    """Where the terminal will write next and how, once it has what was written with this pen."""

    def __init__(self) -> None:
        self._sent: list[str] = []
        self._y, self._x = 0, -1
        self._style = ""

    def move(self, y: int, x: int) -> None:
        """To column ``x`` (from 0) of row ``y`` (from 1)."""
        if (y, x) == (self._y, self._x):
            return
        if y == self._y + 1 and x == 0 and self._y:
            self._sent.append("\r\n")
        elif y == self._y and 0 <= self._x < x:
            self._sent.append(f"\x1b[{x - self._x}C")
        else:
            self._sent.append(f"\x1b[{y};{x + 1}H")
        self._y, self._x = y, x

    def write(self, y: int, x: int, cells: Sequence[Cell | None]) -> None:
        """Cells from there on; blanks take on whatever is not seen on blanks."""
        self.move(y, x)
        sent, style = self._sent, self._style
        for cell in cells:
            assert cell is not None, "what is not known is not written"
            character, own = cell
            if own != style and not (character == " " and not own and not _seen_on_blanks(style)):
                sent.append(_turn(style, own))
                style = own
            sent.append(character)
        self._style = style
        self._x = x + len(cells)

    def erase(self, y: int, x: int) -> None:
        """All from there to the end of the row."""
        self.move(y, x)
        if _seen_on_blanks(self._style):
            self._sent.append("\x1b[m")
            self._style = ""
        self._sent.append("\x1b[K")

    def lifted(self) -> str:
        """What was written; the style is none again."""
        return "".join(self._sent) + ("\x1b[m" if self._style else "")


@lru_cache(1024)
def _turn(before: str, after: str) -> str:
    """From one style to another."""
    added = after[len(before) + 1 :] if before and after.startswith(f"{before};") else ""
    return f"\x1b[{added or (f'0;{after}' if after and before else after)}m"


@lru_cache(1024)
def _seen_on_blanks(style: str) -> bool:
    """Whether a blank in that style differs from one in none: a line under, over or through it, or a background."""
    parameters = iter(style.split(";"))
    for parameter in parameters:
        if parameter == "38":  # the colour of the letters: 5 and a number, or 2 and three
            for _ in range(1 if next(parameters, "") == "5" else 3):
                next(parameters, "")
        elif parameter in ("4", "7", "9", "21", "48", "53") or (len(parameter) > 1 and parameter[:-1] in ("4", "10")):
            return True
    return False


def _put(row: list[Cell | None], x: int, text: str, style: str) -> int:
    """Text into a row from column ``x`` (from 0); returns the column after it."""
    cells = _cells(text, style)
    if cells is None:
        cells = _joined(row, x, text, style)
    if (room := len(row) - x) > 0:
        row[x : x + min(room, len(cells))] = cells[:room]
    return x + len(cells)


@lru_cache(4096)
def _cells(text: str, style: str) -> tuple[Cell, ...] | None:
    """The cells of a text; ``None`` where it begins with what combines with the cell before it."""
    plain = not _seen_on_blanks(style)
    if text.isascii():
        return tuple(_BLANK if plain and character == " " else (character, style) for character in text)
    cells: list[Cell] = []
    for character in text:
        width = _width(character)
        if width:
            cells.append(_BLANK if plain and character == " " else (character, style))
            cells += [("", style)] * (width - 1)
            continue
        before = next((n for n in range(len(cells) - 1, -1, -1) if cells[n][0]), None)
        if before is None:
            return None
        cells[before] = (cells[before][0] + character, cells[before][1])
    return tuple(cells)


def _joined(row: list[Cell | None], x: int, text: str, style: str) -> tuple[Cell, ...]:
    """What combines goes to the cell before; the cells of the rest are returned."""
    size = next((n for n, character in enumerate(text) if _width(character)), len(text))
    before = next((n for n in range(x - 1, -1, -1) if (cell := row[n]) is None or cell[0]), None)
    if before is not None and (cell := row[before]) is not None:
        row[before] = (cell[0] + text[:size], cell[1])
    return _cells(text[size:], style) or ()


def _width(character: str) -> int:
    return 1 if character.isascii() else get_character_cell_size(character)


def _styled(style: str, parameters: str) -> str:
    """The style after a change: what was set since it was last reset."""
    if parameters in ("", "0"):
        return ""
    return f"{style};{parameters}" if style else parameters
