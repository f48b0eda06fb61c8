"""Where the patterns of the grammar match: each is tried where a word stands that it may begin with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from reader.analysis.moments.coding import Coded, in_code, signs_of
from reader.analysis.moments.grammar import AROUND, PATTERNS, REACH
from reader.analysis.moments.vocabulary import SINGULAR
from reader.text.patterns import expression


class Reading(NamedTuple):
    """What a pattern reads at ``low[start:end]``, in the code from ``first`` to ``stop``.

    ``groups`` hold words of the text, lower case, units in the singular; ``starts`` tell where in the text each begins.
    """

    name: str
    start: int
    end: int
    first: int
    stop: int
    groups: dict[str, str]
    starts: dict[str, int]


def around(name: str) -> re.Pattern[str]:
    """A pattern for what stands around expressions of time, over texts in code."""
    return _around()[name]


@cache
def _around() -> dict[str, re.Pattern[str]]:
    return {name: expression(in_code(source)) for name, source in AROUND.items()}


class Pattern:
    """A row of the table, tried where everything that it needs stands near, and compiled when it is first tried."""

    __slots__ = ("_match", "_needed", "_source", "name")

    def __init__(self, name: str, needed: Sequence[str], source: str) -> None:
        """Take what stands in the row: the name, what it needs (each as "2-5 words"), and the pattern."""
        self.name = name
        self._needed = [_need(*need.split(" ", 1)) for need in needed]
        self._source = source
        self._match: Callable[[str, int], re.Match[str] | None] | None = None

    def match(self, signs: str, at: int) -> re.Match[str] | None:
        """What it reads from a place of the code on, if it does."""
        for first, stop, needed in self._needed:
            if needed.isdisjoint(signs[at + first : at + stop]):
                return None
        if self._match is None:
            self._match = re.compile(in_code(self._source)).match
        return self._match(signs, at)


@cache
def _need(within: str, words: str) -> tuple[int, int, frozenset[str]]:
    """Where from the opening on one of these signs must stand: "2-5", "9" or "" and the words."""
    first, _, stop = within.rpartition("-")
    return int(first or 0), int(stop or REACH), frozenset("".join(map(signs_of, words.split())))


@cache
def _beginning() -> dict[str, tuple[Pattern, ...]]:
    """Sign → the patterns that may begin with it, in the order of the table."""
    found: dict[str, list[Pattern]] = {}
    for name, _, words, source in PATTERNS:
        openings, *needed = words.split("…")
        pattern = Pattern(name, needed, source)
        for sign in frozenset("".join(map(signs_of, openings.split()))):
            found.setdefault(sign, []).append(pattern)
    return {sign: tuple(patterns) for sign, patterns in found.items()}


@cache
def _opening() -> re.Pattern[str]:
    """A word that a pattern may begin with, and that belongs to no number, amount or address before it."""
    signs = "".join(sign for sign in _beginning() if sign.isalpha())
    figure = in_code("FIGURE")
    return re.compile(rf"(?<![\w$£#@/.])(?<!{figure}[:,])(?<![$£] )(?:[{signs}]|'(?={in_code('YYs')}))")


def openings(code: Coded) -> Iterator[int]:
    """Where in the code an expression of time may begin: at such a word, with something of time near behind it."""
    hint = around("hint")
    for opening in _opening().finditer(code.signs):
        start = opening.start()
        if hint.search(code.signs, start, start + REACH):
            yield start


def readings(low: str, code: Coded, start: int) -> Iterator[Reading]:
    """What the patterns read from a place of the code on, in the order they are tried."""
    for pattern in _beginning()[code.signs[start]]:
        if found := pattern.match(code.signs, start):
            yield _reading(pattern.name, low, code.places, found)


def _reading(name: str, low: str, places: list[int], found: re.Match[str]) -> Reading:
    groups, starts = {"pattern": name}, {}
    for group, number in found.re.groupindex.items():
        first, stop = found.span(number)
        if first >= 0:
            said = " ".join(low[places[first] : places[stop]].split())
            groups[group] = SINGULAR.get(said, said) if group in ("u", "u2") else said
            starts[group] = places[first]
    first, stop = found.span()
    return Reading(name, places[first], places[stop], first, stop, groups, starts)
