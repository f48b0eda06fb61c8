"""An article as a page: paragraphs, their marks, and rows for a given width."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from reader.model import Analysis, Comparison, Mention, Passage, Span
from reader.tui.content.pieces import BLANK, Row, marked, shown, wrap

GUTTER = 5
"""Columns left of the text: a blank, two for the count, the cursor's bar, a blank."""

MEASURE = 72
"""The widest column of prose, in cells."""

PINNED = "*"
"""Stands at the edge before a passage that is in the notebook."""

_SIGN_RANK = {"≠": 3, "": 2, "?": 1, "·": 0}
_SIGN_ROLES = {"≠": "differs", "?": "alone", "·": "alone", "": ""}


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: its words on one line, and where each passage stands in them."""

    text: str
    first: int
    bases: tuple[int, ...]
    heading: bool


@dataclass(frozen=True, slots=True)
class PageRow:
    """One row of a paragraph: ``blocks[block].text[start:end]``; a blank row has no block (-1)."""

    block: int
    start: int
    end: int
    passages: tuple[int, ...] = ()
    sign_of: int = -1


@dataclass(frozen=True, slots=True)
class Bright:
    """A name that is followed: the passages that have it, and its mentions; all else is dimmed."""

    passages: frozenset[int]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True)
class Page:
    """What the text pane shows of one article. Passages are counted from 0 in order of the text."""

    analysis: Analysis
    comparison: Comparison | None = None
    _rows: dict[int, tuple[PageRow, ...]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages, which the cursor walks."""
        return self.analysis.passages

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The paragraphs."""
        found = []
        text = self.analysis.article.text
        for _, group in groupby(enumerate(self.passages), lambda pair: pair[1].paragraph):
            members = list(group)
            words, bases = "", []
            for _, passage in members:
                words += " " if words else ""
                bases.append(len(words))
                words += shown(text[passage.start : passage.end])
            found.append(Block(words, members[0][0], tuple(bases), members[0][1].heading))
        return tuple(found)

    @cached_property
    def marks(self) -> tuple[tuple[tuple[int, int, str], ...], ...]:
        """For each paragraph the names, figures and dates in it, by places in its words."""
        spans: list[tuple[Span, str]] = [(m, m.kind) for m in self.analysis.mentions]
        spans += [(m, "moment") for m in self.analysis.moments]
        spans += [(f, "figure") for f in self.analysis.figures]
        return tuple(tuple(self._within(block, spans)) for block in self.blocks)

    def _within(self, block: Block, spans: Sequence[tuple[Span, str]]) -> list[tuple[int, int, str]]:
        found = []
        for n, base in enumerate(block.bases):
            passage = self.passages[block.first + n]
            for span, role in spans:
                start, end = max(span.start, passage.start), min(span.end, passage.end)
                if start < end:
                    found.append((base + start - passage.start, base + end - passage.start, role))
        return found

    @cached_property
    def differing(self) -> frozenset[int]:
        """The passages that have a figure another source gives otherwise, linked to them or in a row of the board."""
        if self.comparison is None:
            return frozenset()
        from reader.comparison.figure_rows import differing_passages

        found = differing_passages(self.comparison, self.analysis)
        return frozenset(n for n, passage in enumerate(self.passages) if passage.id in found)

    @cached_property
    def with_figures(self) -> list[int]:
        """The passages that have a figure."""
        return sorted({self.at(figure.start) for figure in self.analysis.figures} if self.passages else ())

    def names_in(self, passage: int) -> list[Mention]:
        """The names of the passage, in order."""
        return [m for m in self.analysis.mentions if m in self.passages[passage]] if self.passages else []

    def name_in(self, passage: int, entity: str, start: int = -1) -> Mention | None:
        """Where the passage names that thing, there if it begins at ``start``; failing that, its first name."""
        names = self.names_in(passage)
        own = [m for m in names if m.entity == entity] or names
        return next((m for m in own if m.start == start), own[0] if own else None)

    def first_of(self, entity: str) -> int:
        """Where the thing is named first; -1: nowhere."""
        return next((m.start for m in self.analysis.mentions if m.entity == entity), -1)

    def entity_at(self, start: int) -> str:
        """The thing whose name begins there, or nothing."""
        return next((m.entity for m in self.analysis.mentions if m.start == start), "")

    def naming(self, name: Mention) -> list[int]:
        """The passages that name the same thing."""
        return sorted({self.at(m.start) for m in self.analysis.mentions if m.entity == name.entity})

    def sign(self, passage: int) -> str:
        """What the gutter says of the passage: how many others have it, ``≠`` where a figure differs.

        ``·``: no other has it; ``?``: others have it perhaps, by weak links. Nothing before the article is compared,
        for an article alone, and for a heading.
        """
        if self.comparison is None or len(self.comparison.analyses) < 2 or self.passages[passage].heading:
            return ""
        standing = self.passages[passage].id
        others = len(self.comparison.coverage.get(standing, ()))
        if passage in self.differing:
            return f"≠{others or ''}"
        return str(others) if others else "?" if self.comparison.linked(standing) else "·"

    def rows(self, width: int) -> tuple[PageRow, ...]:
        """The rows of the text in a column of that many cells; kept, so that a resize back costs nothing."""
        if width not in self._rows:
            self._rows[width] = tuple(self._lay_out(width))
        return self._rows[width]

    def _lay_out(self, width: int) -> list[PageRow]:
        rows: list[PageRow] = []
        for number, block in enumerate(self.blocks):
            if rows:
                rows.append(PageRow(-1, 0, 0))
            places = wrap(block.text, width)
            within = [
                tuple(
                    block.first + n
                    for n, base in enumerate(block.bases)
                    if base < end and start < base + _length(self.passages[block.first + n])
                )
                for start, end in places
            ]
            signs = self._place_signs(within)
            rows += [PageRow(number, *place, within[n], signs[n]) for n, place in enumerate(places)]
        return rows

    def _place_signs(self, within: Sequence[tuple[int, ...]]) -> list[int]:
        """Which passage's sign stands on each row: the first row it has to itself, else the one that says more."""
        signs = [-1] * len(within)
        for passage in sorted({p for row in within for p in row}):
            own = [n for n, row in enumerate(within) if passage in row]
            free = next((n for n in own if signs[n] < 0), None)
            if free is not None:
                signs[free] = passage
            elif self._weight(passage) > self._weight(signs[own[0]]):
                signs[own[0]] = passage
        return signs

    def _weight(self, passage: int) -> int:
        sign = self.sign(passage)
        return _SIGN_RANK.get(sign[:1], _SIGN_RANK[""]) if sign else -1

    def text_row(
        self,
        row: PageRow,
        cursor: int,
        hits: Sequence[tuple[int, int]] = (),
        hidden: Collection[str] = (),
        bright: Bright | None = None,
        pinned: Collection[int] = (),
    ) -> Row:
        """One row drawn: gutter, bar, words; where the passage at the cursor begins or ends within, the bar again.

        ``hits`` are the places searched for, as offsets of the article; ``hidden`` are roles that are not marked. Where
        a name is followed, ``>`` stands before the rows of its passages, and ``*`` once before each that is pinned.
        """
        if row.block < 0:
            return BLANK
        block = self.blocks[row.block]
        here = cursor in row.passages
        sign = self.sign(row.sign_of) if row.sign_of >= 0 else ""
        sign_role = _SIGN_ROLES.get(sign[:1], "count")
        marks = [mark for mark in self.marks[row.block] if mark[2] not in hidden]
        marks += self._within(block, [(Span(*hit), "hit") for hit in hits])
        followed = bright is not None and not bright.passages.isdisjoint(row.passages)
        if bright is not None:
            marks += self._within(block, [(mention, "label") for mention in bright.mentions])
            for n in row.passages:
                if n not in bright.passages:
                    base = block.bases[n - block.first]
                    marks.append((base, base + _length(self.passages[n]), "aside"))
        text = block.text
        for gap, sign_there in self._edges(block, cursor) if here else ():
            text = text[:gap] + sign_there + text[gap + 1 :]
            marks.append((gap, gap + 1, "bar"))
        words = marked(text, row.start, row.end, marks, "heading" if block.heading else "")
        edge = PINNED if pinned and not self._marked(row).isdisjoint(pinned) else ">" if followed else ""
        gutter: Row = ((edge, "bar"), (f"{sign:<2}", sign_role)) if edge else ((f" {sign:<2}", sign_role),)
        return (*gutter, ("▌ ", "bar") if here else ("  ", ""), *words)

    def _edges(self, block: Block, passage: int) -> list[tuple[int, str]]:
        """The blanks between a passage and its neighbours in the paragraph, and what stands in them at the cursor.

        A style of its own for the neighbours' words would send all of them again, and is not seen everywhere.
        """
        before = block.bases[passage - block.first] - 1
        after = before + 1 + _length(self.passages[passage])
        return [(gap, sign) for gap, sign in ((before, "▌"), (after, "▐")) if 0 <= gap < len(block.text)]

    def _marked(self, row: PageRow) -> set[int]:
        """The passages whose marks stand on a row: that whose sign does, and those that are no longer than it."""
        block, marked = self.blocks[row.block], {row.sign_of}
        for n in row.passages:
            base = block.bases[n - block.first]
            if row.start <= base and base + _length(self.passages[n]) <= row.end:
                marked.add(n)
        return marked

    def place(self, passage: int, width: int) -> tuple[int, int]:
        """The first row of a passage and the row after its last."""
        rows = [n for n, row in enumerate(self.rows(width)) if passage in row.passages]
        return (rows[0], rows[-1] + 1) if rows else (0, 1)

    def at(self, offset: int) -> int:
        """The passage that holds that offset of the article, or the last one before it."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    @cached_property
    def _starts(self) -> list[int]:
        return [passage.start for passage in self.passages]

    def within(self, spans: Sequence[Span]) -> frozenset[int]:
        """The passages that stand in one of the places."""
        return frozenset(n for n, own in enumerate(self.passages) if any(s.start <= own.start < s.end for s in spans))

    def find(self, words: str) -> tuple[tuple[int, int], ...]:
        """Every place where the words stand in a passage; capitals count only if the search has one."""
        if not words:
            return ()
        pattern = re.compile(
            r"\s+".join(re.escape(word) for word in words.split()) or re.escape(words),
            0 if words != words.lower() else re.IGNORECASE,
        )
        text = self.analysis.article.text
        return tuple(
            found.span()
            for passage in self.passages
            for found in pattern.finditer(text, passage.start, passage.end)
            if found.end() > found.start()
        )


def _length(span: Span) -> int:
    return span.end - span.start
