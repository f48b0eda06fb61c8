"""A text in code, for the grammar of time: one letter for each word.

Words that the grammar need not tell apart have one letter: "on Tuesday, 21 March" and "on Thursday, 14 November" are
one in code. So a month is one letter in a pattern, not an alternation of twelve names and their abbreviations: a
pattern takes a third of the time to compile, and less to match. Patterns are written in the notation of ``grammar`` and
put into the same code.

The common letters of the code lie in Latin-1: a set of them is one bitmap to ``re``, which takes twenty times as long
to compile a set that reaches beyond.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from reader.analysis.moments import grammar
from reader.analysis.moments.vocabulary import KINDS, NUMBERS, PIECES, shape
from reader.text.patterns import expression

_TOKEN = expression(
    r"[ap]\.m\b\.?|(?:twenty[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirty[ -]first)\b"
    r"|[^\W\d_]+|\d+(?:(?:[.,:]\d+)+|(?:st|nd|rd|th)\b)?|\s+|.",
    re.DOTALL,
)
_NOTATION = expression(r"\(\?P[<=]\w+[>)]|\\.|[A-Z]+|[a-z]+")
_UNKNOWN, *_FREE = (chr(code) for code in (*range(65, 91), *range(97, 123), *range(192, 384)) if chr(code).isalpha())
_SIGNS: Final = {"–": "¯", "—": "¯", "€": "$"}
_WRITTEN: Final = {"WORD": r"\w", "DASH": "[-¯]"}


class Coded(NamedTuple):
    """A text in code, and where in the text each sign of the code begins; the end of the text is the last place."""

    signs: str
    places: list[int]


def _literals() -> Counter[str]:
    """The words that stand in patterns by themselves, and in how many places."""
    sources = [*PIECES.values(), *grammar.AROUND.values(), *(row[-1] for row in grammar.PATTERNS)]
    written = (word for source in sources for word in _NOTATION.findall(source))
    return Counter(word for word in written if word.isalpha() and word.islower())


@cache
def _code() -> dict[str, str]:
    """The sign of each word, by the kinds it is of; numbers stand in it by their shape ("#y")."""
    literals = _literals()
    feasts = frozenset(_NOTATION.findall(PIECES["FEAST"]))
    common = sorted(literals, key=lambda word: (word in feasts and literals[word] < 2, -literals[word]))
    kinds: dict[str, tuple[str, ...]] = {word: (word,) for word in common}
    for kind, words in KINDS.items():
        for word in sorted(words):
            kinds[word] = (*kinds.get(word, ()), kind)
    in_kinds = sorted(dict.fromkeys(kinds.values()), key=lambda these: these[-1] not in KINDS)
    free = iter(_FREE)
    signs = {f"#{one}": next(free) for one in NUMBERS["FIGURE"]}
    of_kinds = {these: next(free) for these in in_kinds}
    return signs | {word: of_kinds[these] for word, these in kinds.items()}


@lru_cache(maxsize=8192)
def _sign(token: str) -> str:
    """The sign of a word, a row of digits, a blank or a mark; a mark without one stands for itself."""
    first = token[0]
    if first.isdecimal():
        return _code()[f"#{shape(token)}"]
    if first.isalpha():
        return _code().get(token.replace("-", " "), _UNKNOWN)
    return " " if first.isspace() else _SIGNS.get(token, first)


def coded(low: str) -> Coded:
    """A lower-case text in code."""
    tokens = _TOKEN.findall(low)
    return Coded("".join(map(_sign, tokens)), [0, *accumulate(map(len, tokens))])


@cache
def signs_of(name: str) -> str:
    """The signs that a word of the notation stands for: its own, or those of its kind, or of a piece's kinds."""
    if name in NUMBERS:
        return "".join(_code()[f"#{one}"] for one in NUMBERS[name])
    if name in PIECES:
        return "".join(map(signs_of, filter(str.isupper, _NOTATION.findall(PIECES[name]))))
    return "".join(sorted({_sign(word) for word in KINDS.get(name, (name,))}))


def in_code(source: str) -> str:
    """A pattern of the grammar as a regular expression over texts in code."""
    return _NOTATION.sub(lambda found: _translated(found.group()), source)


@cache
def _translated(name: str) -> str:
    if not name.isalpha():
        return name
    if name in _WRITTEN:
        return _WRITTEN[name]
    if name in PIECES:
        return in_code(PIECES[name])
    signs = signs_of(name)
    return signs if len(signs) == 1 else f"[{signs}]"
