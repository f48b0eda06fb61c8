"""Rows of the board laid out in lines for a width: side by side below 120 columns, sources as columns from there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.cells import cell_len

from reader.tui.content.board.cells import SHORT, Cell, Entry
from reader.tui.content.pieces import Piece, Row, clip, fit, pad, wrap

GRID = 120
"""The columns from which sources become columns."""

AFTER = 2
"""Lines in a column that tell who says so, at most."""

_COLUMN = 13
_ARROW = 10  # cells for "12 more ›"
_MARGIN = 3  # the cursor's bar, the sign, a blank


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a line; ``cell`` is the number of the cell that they belong to, -1 for none."""

    text: str
    role: str = ""
    cell: int = -1


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the board: the row it belongs to, and its words from the second column on."""

    entry: int
    runs: tuple[Run, ...] = ()


class Layout:
    """The lines of a page. ``first`` is the first source shown where not all have room as columns."""

    def __init__(
        self,
        entries: Sequence[Entry],
        short: Mapping[str, str],
        width: int,
        first: int = 0,
        heads: Mapping[str, tuple[str, str]] | None = None,
    ) -> None:
        self.width = width
        self._short = short
        self._heads = heads or {}
        self._order = {article: n for n, article in enumerate(short)}
        values = [e for e in entries if e.form in ("values", "phrases")]
        self.columns: list[str] = []
        if width >= GRID:
            used = {cell.article for entry in values for cell in entry.cells}
            self.columns = [article for article in short if article in used]
        labels = [e.label for e in values if e.form == "values" or self.columns]
        labels += [e.note for e in values if self.columns]
        self._label = max(10, min(max(map(cell_len, labels), default=0), width // (5 if self.columns else 4)))
        room = width - _MARGIN - self._label - 2
        if len(self.columns) * _COLUMN > room:
            room -= _ARROW
        self.shown = min(len(self.columns), max(1, room // _COLUMN)) if self.columns else 0
        self.first = max(0, min(first, len(self.columns) - self.shown))
        self._column = min(room // self.shown, 30) if self.shown else 0
        self._note = max((cell_len(e.note) for e in entries if e.form == "statement"), default=0)
        self.lines: list[Line] = []
        self.places: list[tuple[int, int]] = []
        """For each row its first line and the line after its last."""
        for n, entry in enumerate(entries):
            start = len(self.lines)
            lines = self._lay(entry)
            if start and (entry.form == "heading" or (entry.form == "phrases" and not self.columns)):
                self.lines.append(Line(-1))
                start += 1
            self.lines += [Line(n, tuple(runs)) for runs in lines]
            self.places.append((start, len(self.lines)))

    # ---- the line above the columns

    def header(self) -> list[Row]:
        """The names of the sources above their columns, and their days below; an arrow where there are more."""
        if not self.columns:
            return []
        left = " " * (_MARGIN + self._label + 2)
        names: list[Piece] = [(left, "")]
        days: list[Piece] = [(left, "")]
        for article in self._visible():
            name, day = self._heads.get(article, (self._short[article], ""))
            if cell_len(name) >= self._column:  # a number at its end may not be cut off
                name = self._short[article] if name.endswith(")") else clip(name, self._column - 1)
            names.append((pad(name, self._column - 1) + " ", "label"))
            days.append((pad(day, self._column - 1) + " ", "quiet"))
        before, after = self.first, len(self.columns) - self.first - self.shown
        if before:
            names[0] = (f" ‹ {before} more"[: len(left)].ljust(len(left)), "quiet")
        room = self.width - _ARROW if after else self.width
        head = (*fit(names, room), (f"{after} more ›", "quiet")) if after else fit(names, room)
        return (
            [head, fit(days, room)]
            if any(self._heads.get(article, ("", ""))[1] for article in self.columns)
            else [head]
        )

    def _visible(self) -> list[str]:
        return self.columns[self.first : self.first + self.shown]

    def first_for(self, article: str) -> int:
        """Which source has to be the first column so that an article's column is in sight."""
        if article not in self.columns:
            return self.first
        at = self.columns.index(article)
        return min(max(self.first, at - self.shown + 1), at)

    def lines_of(self, row: int, cell: int) -> tuple[int, int]:
        """The first line that holds a cell, and the line after its last; those of the row where it is not drawn."""
        start, end = self.places[row]
        held = [n for n in range(start, end) if any(run.cell == cell for run in self.lines[n].runs)]
        return (held[0], held[-1] + 1) if held else (start, end)

    # ---- rows in lines

    def _lay(self, entry: Entry) -> list[list[Run]]:
        if entry.form == "heading":
            return [self._heading(entry)]
        if entry.form == "statement":
            return self._statement(entry)
        if self.columns:
            return self._grid(entry)
        return self._phrases(entry) if entry.form == "phrases" else self._values(entry)

    def _heading(self, entry: Entry) -> list[Run]:
        note = f" ({entry.note})" if entry.members else f"  {entry.note}"
        head = clip(entry.label, self.width - 4)
        return [Run(head, "section"), Run(clip(note, max(self.width - 4 - cell_len(head), 0)), "quiet")]

    def _sign(self, entry: Entry) -> Run:
        return Run(pad(entry.sign, 2), "differs" if entry.sign in ("≠", "!") else "count")

    def _values(self, entry: Entry) -> list[list[Run]]:
        """The label, and behind it every source with its values."""
        left = _MARGIN + self._label + 2
        label = [entry.label[a:b] for a, b in wrap(entry.label, self._label)] or [""]
        lines = self._packed(entry, self.width - left - 1)
        if entry.note:
            lines = self._noted(lines, entry.note, self.width - left - 1)
        found = []
        for n, (words, runs) in enumerate(zip_longest(label, lines)):
            sign = self._sign(entry) if n == 0 else Run("  ")
            found.append([sign, Run(pad(words or "", self._label + 2), "label"), *(runs or [])])
        return found

    def _noted(self, lines: list[list[Run]], note: str, room: int) -> list[list[Run]]:
        used = sum(cell_len(run.text) for run in lines[-1]) if lines else 0
        if lines and used + cell_len(note) + 2 <= room:
            return [*lines[:-1], [*lines[-1], Run("  "), Run(note, "reason")]]
        return [*lines, [Run(clip(note, room), "reason")]]

    def _packed(self, entry: Entry, room: int) -> list[list[Run]]:
        """Cells one after the other, each source named once, in as many lines as they need."""
        lines: list[list[Run]] = [[]]
        used, last = 0, ""
        for n, cell in enumerate(entry.cells):
            name = "" if cell.article == last else self._short[cell.article] + " "
            last = cell.article
            runs = self._cell(cell, n, room - cell_len(name))
            size = cell_len(name) + sum(cell_len(run.text) for run in runs)
            gap = 3 if used else 0
            if used and used + gap + size > room:
                lines.append([])
                name = self._short[cell.article] + " "
                runs = self._cell(cell, n, room - cell_len(name))
                size = cell_len(name) + sum(cell_len(run.text) for run in runs)
                used = gap = 0
            if gap:
                lines[-1].append(Run(" · ", "quiet"))
            lines[-1] += [Run(name, "quiet"), *runs] if name else runs
            used += gap + size
        return lines

    def _cell(self, cell: Cell, n: int, room: int) -> list[Run]:
        text = clip(cell.text, room)
        after = clip(f" {cell.after}", max(room - cell_len(text), 0)) if cell.after else ""
        return [Run(text, cell.role, n), *([Run(after, "quiet", n)] if len(after) > 2 else [])]

    def _phrases(self, entry: Entry) -> list[list[Run]]:
        """The label, and below it a paragraph of phrases for each source."""
        head = [Run("  "), Run(clip(entry.label, self.width - 6), "label")]
        if entry.note:
            head.append(Run(f"  {clip(entry.note, max(self.width - 10 - cell_len(entry.label), 0))}", "quiet"))
        found = [head]
        for article in dict.fromkeys(cell.article for cell in entry.cells if cell.text):
            own = [(n, cell) for n, cell in enumerate(entry.cells) if cell.article == article]
            room = self.width - _MARGIN - SHORT - 3
            lines: list[list[Run]] = [[Run(f"   {pad(self._short[article], SHORT)}  ", "quiet")]]
            used = 0
            for n, cell in own:
                runs = self._cell(cell, n, room)
                size = sum(cell_len(run.text) for run in runs)
                if used and used + 3 + size > room:
                    lines.append([Run(" " * (SHORT + 5))])
                    used = 0
                if used:
                    runs = [Run(" · ", "quiet"), *runs]
                lines[-1] += runs
                used += size + (3 if used else 0)
            found += lines
        return found

    def _grid(self, entry: Entry) -> list[list[Run]]:
        """The label, and each source's cells in its column."""
        label = [(entry.label[a:b], "label") for a, b in wrap(entry.label, self._label)] or [("", "")]
        label += [(entry.note[a:b], "reason") for a, b in wrap(entry.note, self._label)]
        columns = []
        for article in self._visible():
            column: list[list[Run]] = []
            for n, cell in enumerate(entry.cells):
                if cell.article == article:
                    column += self._column_of(cell, n)
            columns.append(column)
        height = max(len(label), *(len(column) for column in columns)) if columns else len(label)
        found = []
        for y in range(height):
            words, role = label[y] if y < len(label) else ("", "")
            runs = [self._sign(entry) if y == 0 else Run("  "), Run(pad(words, self._label + 2), role)]
            for column in columns:
                part = column[y] if y < len(column) else []
                used = sum(cell_len(run.text) for run in part)
                runs += [*part, Run(" " * (self._column - used))]
            found.append(runs)
        return found

    def _column_of(self, cell: Cell, n: int) -> list[list[Run]]:
        """A cell in a column: its words, and who says so behind them or below."""
        room = self._column - 2
        text = [(" " if n else "") + cell.text[a:b] for n, (a, b) in enumerate(wrap(cell.text, room - 1))]
        lines = [[Run(words, cell.role, n)] for words in text]
        if lines and cell.after and cell_len(text[-1]) + 1 + cell_len(cell.after) <= room:
            lines[-1].append(Run(f" {cell.after}", "quiet", n))
        elif cell.after:
            after = [cell.after[a:b] for a, b in wrap(cell.after, room)]
            if len(after) > AFTER:
                after = [*after[: AFTER - 1], clip(" ".join(after[AFTER - 1 :]), room)]
            lines += [[Run(words, "quiet", n)] for words in after]
        return lines

    def _statement(self, entry: Entry) -> list[list[Run]]:
        """A sentence on one line, and the sources that have it: each in its place, or packed where room is short."""
        note = self._note + 2 if entry.note else 0
        names = self._names(entry)
        left = _MARGIN + note
        head = [self._sign(entry), *([Run(pad(entry.note, note), "count")] if note else [])]
        taken = sum(cell_len(run.text) for run in names)
        if not names:
            return [[*head, Run(clip(entry.label, self.width - left - 1))]]
        if taken <= self.width * 9 // 20:
            room = self.width - left - taken - 2
            return [[*head, Run(pad(entry.label, room)), Run(" "), *names]]
        first = [*head, Run(clip(entry.label, self.width - left - 1))]
        return [first, *([Run(" " * left), *runs] for runs in self._spread(names, self.width - left - 1))]

    def _names(self, entry: Entry) -> list[Run]:
        named = [(n, cell) for n, cell in enumerate(entry.cells) if cell.text]
        if self.width < GRID or len(self._short) * (SHORT + 1) > self.width * 9 // 20:
            runs: list[Run] = []
            before = [""] + [cell.article for _, cell in named]
            for (n, cell), last in zip(named, before, strict=False):
                text = cell.text if cell.article != last else "+"
                runs += [Run(" ")] * bool(runs) + [Run(text, cell.role, n)]
            return runs
        runs = []
        for article in self._short:
            here = [(n, cell) for n, cell in named if cell.article == article]
            used = 0
            for n, cell in here:
                text = cell.text if not used else "+"
                if used + len(text) <= SHORT + 1:
                    runs.append(Run(text, cell.role, n))
                    used += cell_len(text)
            runs.append(Run(" " * (SHORT + 1 - used)))
        return runs if named else []

    def _spread(self, runs: Sequence[Run], room: int) -> list[list[Run]]:
        lines: list[list[Run]] = [[]]
        used = 0
        for run in runs:
            size = cell_len(run.text)
            if used + size > room:
                lines.append([])
                used = 0
            if used or run.text.strip():
                lines[-1].append(run)
                used += size
        return lines


def draw(line: Line, here: bool, cell: int, width: int, fold: str = "") -> Row:
    """A line with the cursor's bar where the cursor is on its row, the cell at the cursor reversed."""
    row: list[Piece] = [("▌" if here and line.entry >= 0 else " ", "bar")]
    if fold:
        row.append((f"{fold} ", "key"))
    for run in line.runs:
        marked = here and run.cell >= 0 and run.cell == cell
        row.append((run.text, f"{run.role} hit".strip() if marked else run.role))
    return fit(row, width)


def cell_at(line: Line, x: int) -> int:
    """The cell drawn at a column of the screen, -1 for none."""
    at = 1
    for run in line.runs:
        at += cell_len(run.text)
        if x < at:
            return run.cell
    return -1
