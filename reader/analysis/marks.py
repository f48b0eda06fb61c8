"""Quotation marks: which opens, which closes, and what stands between.

A mark's shape tells most of it; a straight mark is read by the blanks beside it and by the count of its paragraph. An
apostrophe is told from a closing single mark by what follows. Quotations may lie inside each other; only the
outermost are found here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from reader.model import Span
from reader.text.patterns import expression

_FAMILY = {mark: family for family in ('"“”„‟', "«»", "‹›", "「」", "『』") for mark in family}
_OPENS = set("“„«‹「『")
_CLOSES = set("”»›」』")
_MARK = expression(
    '["“”„‟«»‹›「」『』]|(?:(?<=[\\s(\\[“"«—–/])|^)(?:[\'‘‚](?=[\\w\\[…$£€])(?!\\d0s))'  # an opening single mark
)
_SINGLE_CLOSE = expression(r"(?<=\S)['’‘](?![^\W_])")
_ELIDED = expression(r"['‘](?:tis|twas|til|em|cause|n['’]|round)\b", re.IGNORECASE)
_SPEECH_DASH = expression(r"[—–―]\s+")
_INCISE = expression(r"[,.!?…]\s+[—–―]\s+")
_DASH_LANGUAGES = frozenset("be bg es fr hu it pl pt ro ru sr tr uk".split())

_REACH = 600
"""Characters to the end of words in single marks, at most."""
_LONGEST = 200_000
"""Characters of a paragraph, at most; what is longer is no prose."""
_CARRY = 4
"""Paragraphs that words without a closing mark may run on for, at most."""


@dataclass(frozen=True, slots=True)
class Quoted(Span):
    """Words between marks, the marks included.

    ``goes_on`` tells that the closing mark is missing because the next paragraph opens again, in the same voice.
    """

    goes_on: bool = False


def quoted(text: str, paragraphs: Sequence[Span], language: str | None = None) -> list[Quoted]:
    """The outermost quotations of the paragraphs, in order."""
    found: list[Quoted] = []
    start, carried = -1, 0
    for place, paragraph in enumerate(paragraphs):
        marks = list(_marks(text, paragraph)) if paragraph.end - paragraph.start <= _LONGEST else []
        dash = _dashed(text, paragraph, language)
        if dash and start < 0:
            found += dash
            continue
        if start >= 0:
            if marks and marks[0].closes_first and carried < _CARRY:
                carried += 1
            elif not marks and carried < _CARRY and place + 1 < len(paragraphs):
                carried += 1
                continue
            else:
                start = -1
        stack: list[str] = []
        if start >= 0:
            stack, opened = [_FAMILY.get(text[start], "'")], start
        else:
            opened = -1
        for mark in marks:
            if not stack and found and mark.at < found[-1].end:
                continue  # inside single marks
            if mark.span is not None:
                if not stack:
                    found.append(mark.span)
                continue
            if mark.opens(bool(stack)):
                if not stack:
                    opened = mark.at
                stack.append(mark.family)
            elif mark.family in stack:
                while stack.pop() != mark.family:
                    pass
                if not stack:
                    found.append(Quoted(opened, mark.at + 1))
        start, carried = -1, carried if stack else 0
        if stack:
            following = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
            if following and _FAMILY.get(text[following.start]) == stack[0] and text[following.start] not in _CLOSES:
                found.append(Quoted(opened, paragraph.end, True))
            elif following:
                start = opened
    return found


class _Mark(NamedTuple):
    """One mark: ``turn`` is +1 if it must open, -1 if it must close, 0 if the state decides; or a whole ``span``."""

    at: int
    family: str
    turn: int
    span: Quoted | None = None

    @property
    def closes_first(self) -> bool:
        """Whether it can close words that an earlier paragraph opened."""
        return self.span is None and self.turn <= 0

    def opens(self, inside: bool) -> bool:
        """Whether it opens a quotation, being inside one or not."""
        return self.turn > 0 if self.turn else not inside


def _marks(text: str, paragraph: Span) -> Iterator[_Mark]:
    turns = list(_straight(text, paragraph))
    alternate = all(one == -two != 0 for one, two in pairwise(turns))
    paired = len(turns) % 2 == 0 and not alternate and not _inches(text, paragraph)
    forced = iter([1, -1] * (len(turns) // 2) if paired else turns)
    at = paragraph.start
    while found := _MARK.search(text, at, paragraph.end):
        at, mark = found.end(), found.group()
        if mark in "'‘‚":
            end = _single_end(text, found.start(), paragraph.end)
            if end:
                yield _Mark(found.start(), mark, 0, Quoted(found.start(), end))
            continue
        turn = next(forced) if mark == '"' else _turn(text, found.start(), paragraph)
        yield _Mark(found.start(), _FAMILY[mark], turn)


def _straight(text: str, paragraph: Span) -> Iterator[int]:
    """What each straight mark of the paragraph looks like: opening (1), closing (-1) or neither (0)."""
    at = text.find('"', paragraph.start, paragraph.end)
    while at >= 0:
        yield _turn(text, at, paragraph)
        at = text.find('"', at + 1, paragraph.end)


def _inches(text: str, paragraph: Span) -> bool:
    """Whether the first straight mark follows a number, and so measures: a 12" pipe."""
    first = text.find('"', paragraph.start + 1, paragraph.end)
    return first > 0 and text[first - 1].isdecimal()


def _turn(text: str, at: int, paragraph: Span) -> int:
    """Whether the mark opens (1) or closes (-1), by its shape and what stands beside it; 0: it cannot be told."""
    mark = text[at]
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    free_before, free_after = before.isspace() or before in "([—–-/‘'", after.isspace() or after in ".,;:!?)]—–-/’'"
    if mark in "“»«›‹”" and free_before != free_after and (mark != "”" or free_before) and (mark != "“" or free_after):
        return 1 if free_before else -1
    if mark in _OPENS:
        return 1
    if mark in _CLOSES:
        return -1
    return 0 if free_before == free_after else 1 if free_before else -1


def _single_end(text: str, start: int, stop: int) -> int | None:
    """Where the words that a single mark opens end; ``None`` where it is an apostrophe."""
    if _ELIDED.match(text, start, stop):
        return None
    first = None
    for close in _SINGLE_CLOSE.finditer(text, start + 2, min(stop, start + _REACH)):
        before, after = text[close.start() - 1], text[close.end() : close.end() + 1]
        if before in ".,!?…" or before != "s" or not after.isspace():
            return close.end()
        first = first or close.end()
    return first


def _dashed(text: str, paragraph: Span, language: str | None) -> list[Quoted]:
    """Speech that a dash opens, as French, Spanish or Russian have it, up to the words that tag it."""
    opening = _SPEECH_DASH.match(text, paragraph.start, paragraph.end)
    if opening is None:
        return []
    incise = _INCISE.search(text, opening.end(), paragraph.end)
    if incise is None and (language or "")[:2].lower() not in _DASH_LANGUAGES:
        return []
    end = incise.start() + 1 if incise else paragraph.end
    return [Quoted(paragraph.start, end)]
