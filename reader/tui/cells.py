"""What is on the terminal, cell by cell, so that only cells that change are sent.

Textual sends whole regions. This reads what it sends (cursor positions, styles, text: nothing else draws), compares it
with what stands there, and writes the difference. Whatever it does not know goes through untouched, and everything is
sent anew after it.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

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
        self._frame = ""
        """The beginning of a frame, held back until something of it is to be sent."""
        self.width = 0

    def forget(self, width: int = 0) -> None:
        """Know nothing of what stands there any more; the screen is that wide (0: not known)."""
        self._rows.clear()
        self.width = width or self.width

    def changes(self, data: str) -> str:
        """What to send in the place of ``data``."""
        drawn: dict[int, dict[int, Cell]] = {}
        y = x = 0
        placed, style, begun, ended = False, "", self._frame, ""
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
                if token["sync"][-1] == "h":
                    self._frame = token["sync"]
                else:
                    ended = token["sync"]
            else:  # something else than drawing
                self.forget()
                self._frame = ""
                return begun + data
        scrolled = self._scroll(drawn) if len(drawn) >= _ALIKE else ""
        pen = _Pen()
        for y in sorted(drawn):
            self._row(y, drawn[y], pen)
        changed = scrolled + pen.lifted()
        if not changed and ended and self._frame:  # an empty frame
            self._frame = ended = ""
        if changed or ended:
            changed, self._frame = self._frame + changed + ended, ""
        return changed

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

    def _row(self, y: int, drawn: dict[int, Cell], pen: _Pen) -> None:
        """Write the changed cells of a row, run by run."""
        known = self._rows.setdefault(y, {})
        changed = sorted(x for x, cell in drawn.items() if known.get(x) != cell)
        known.update(drawn)
        if not changed:
            return
        erase = self._blank_from(known)
        at = -1
        for x in changed:
            if erase is not None and x >= erase:
                break
            if x < at:
                continue  # the second half of a wide character, sent with the first
            if not known[x][0]:
                x -= 1
            if at < 0 or x - at > _BRIDGE or any(n not in known for n in range(at, x)):
                pen.move(y, x)
                at = x
            for n in range(at, x + 1):
                pen.write(*known[n])
            at = x + 1
        if erase is not None and any(x >= erase for x in changed):
            pen.move(y, erase)
            pen.erase()

    def _blank_from(self, known: dict[int, Cell]) -> int | None:
        """The column from which on the row is blank, if it is worth erasing."""
        x = self.width
        while x and known.get(x - 1) == _BLANK:
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

    def write(self, character: str, style: str) -> None:
        """One cell; a blank takes on whatever is not seen on blanks."""
        if style != self._style and not (character == " " and not style and not _seen_on_blanks(self._style)):
            added = style[len(self._style) :] if self._style and style.startswith(f"{self._style};") else ""
            self._sent.append(f"\x1b[{added[1:] or (f'0;{style}' if style and self._style else style)}m")
            self._style = style
        self._sent.append(character)
        self._x += _width(character[:1])

    def erase(self) -> None:
        """All from here to the end of the row."""
        if _seen_on_blanks(self._style):
            self._sent.append("\x1b[m")
            self._style = ""
        self._sent.append("\x1b[K")

    def lifted(self) -> str:
        """What was written; the style is none again."""
        return "".join(self._sent) + ("\x1b[m" if self._style else "")


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


def _put(row: dict[int, Cell], x: int, text: str, style: str) -> int:
    """Text into a row from column ``x`` (from 0); returns the column after it."""
    for character in text:
        width = _width(character)
        if not width:
            before = x - 1 if row.get(x - 1, _BLANK)[0] else x - 2
            if before in row:
                row[before] = (row[before][0] + character, row[before][1])
            continue
        row[x] = (character, style) if character != " " or _seen_on_blanks(style) else _BLANK
        for n in range(x + 1, x + width):
            row[n] = ("", style)
        x += width
    return x


def _width(character: str) -> int:
    return len(character) if character.isascii() else get_character_cell_size(character)


def _styled(style: str, parameters: str) -> str:
    """The style after a change: what was set since it was last reset."""
    if parameters in ("", "0"):
        return ""
    return f"{style};{parameters}" if style else parameters
