"""What the model sees of a row: its shape, and the company it keeps.

Each feature is a small whole number (the bin its value falls into), so that a score is a sum of table look-ups: an
additive model over bins, as quick as a linear one and free to bend. Nothing here knows a language but the named rules.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from reader.intake.lines import Row

_TOKENS = (2, 3, 4, 5, 6, 7, 9, 11, 14, 18, 23, 30, 40, 60, 100)
_SIZE = (3, 7, 13, 25)
_SHARE = (0.001, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95)
_DIGITS = (0.001, 0.05, 0.15, 0.35)
_LENGTH = (3.2, 4.0, 4.6, 5.2, 6.0, 7.5)
_SCORE = (-6.0, -4.5, -3.5, -2.7, -2.0, -1.4, -0.9, -0.4, 0.0, 0.4, 0.9, 1.4, 2.0, 2.7, 3.5, 4.5, 6.0)
_COARSE = (-2.5, -0.8, 0.8, 2.5)
_MASS = (1.0, 10.0, 25.0, 50.0, 100.0, 200.0, 400.0, 800.0)
_FRACTION = (0.001, 0.02, 0.06, 0.15, 0.3, 0.5, 0.7, 0.85, 0.94, 0.98, 0.999)
_KINSHIP = (0.001, 0.15, 0.3, 0.5, 0.75)
_ROWS = (1, 2, 3, 5, 8, 13, 25, 60)

_FINAL = (
    dict.fromkeys(".。।۔።", 1)
    | dict.fromkeys("!?！？؟", 2)
    | dict.fromkeys("…", 3)
    | {":": 4, "：": 4, ",": 5, ";": 5, "،": 5}
)
_QUOTE = frozenset("\"'”’»«“‘」』›‹`„")
_CLOSING = frozenset(")]）】")
_INNER = re.compile(r"[.!?][\"”’)]?\s|[。！？]")
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d")
_ODD = (
    {"©": 1, "@": 2, "|": 4, "#": 6, "/": 7, "http:": 3, "https:": 3, "www.": 3, "» ": 5, ">>": 5}
    | dict.fromkeys("›→•·▶▸", 5)
    | dict.fromkeys("&+=*_~^<>{}\\", 8)
)  # signs that prose hardly has
_ODDS = frozenset(sign[0] for sign in _ODD if len(sign) == 1) | {"»"}
_DIGIT = frozenset("0123456789")
_STOPS = frozenset(".!?。！？")

RULE_BINS = 40
"""Room for the named rules: a row's rule is one of its features (0: none); the last numbers are the five below."""
COMMENTS_BIN, DATE_BIN, CREDIT_BIN, EDGE_BIN, HEADING_BIN = 35, 36, 37, 38, 39
_STEM = 6  # letters that stand for a long word, whatever its ending
_IN_HEADS = frozenset((COMMENTS_BIN, DATE_BIN, CREDIT_BIN))


def _ending(tail: str) -> int:
    """The kind of the last character, quotation marks and brackets looked through."""
    last = tail[-1:]
    if kind := _FINAL.get(last):
        return kind
    if last in _QUOTE or last in _CLOSING:
        inner = _FINAL.get(tail[-2:-1], 0)
        return (6 if inner in (1, 2) else 7) if last in _QUOTE else (8 if inner in (1, 2) else 9)
    return 10 if last.isdigit() else 0 if last.isalpha() else 11


def _odd(text: str, characters: set[str]) -> int:
    """The kind of the first odd sign of a text, 10 without any."""
    if _ODDS.isdisjoint(characters) and "http" not in text and "www." not in text:
        return 10
    return min([(text.find(sign), kind) for sign, kind in _ODD.items() if sign in text], default=(0, 10))[1]


def _digits(text: str, characters: set[str]) -> int:
    # a few counts in C are quicker than a look at each character
    return sum(map(text.count, _DIGIT & characters)) if text.isascii() else sum(map(str.isdigit, text))


def _beginning(first: str) -> int:
    if first.isalpha():
        return 0 if first.isupper() else 1 if first.islower() else 2
    return 3 if first.isdigit() else 4 if first in _QUOTE else 5 if first in "([" else 6


def shape(row: Row, rule: int) -> list[int]:
    """The bins of a row by itself; ``rule`` is the number of the first named rule it satisfies, 0 for none."""
    text, words, tokens = row.text, row.words, row.tokens
    size = bisect_right(_SIZE, tokens)
    count = len(words) or 1
    # a look at the characters there are spares most of the patterns
    characters = set(text)
    numbered = not text.isascii() or not _DIGIT.isdisjoint(characters)
    odd = _odd(text, characters)
    clock = numbered and _CLOCK.search(text) is not None
    year = numbered and ("19" in text or "20" in text) and _YEAR.search(text) is not None
    inner = 0 if _STOPS.isdisjoint(characters) else min(len(_INNER.findall(text)), 5)
    lower = sum(map(str.islower, [word[0] for word in words])) / count
    upper = sum(map(str.isupper, words)) / count
    letters = sum(map(len, words))
    digits = _digits(text[:300], characters) / (min(len(text), 300) or 1) if numbered else 0.0
    ending = _ending(row.tail)
    beginning = _beginning(text[0])
    colon = text.find(":")
    if text.isascii():
        commas, quotes = text.count(","), text.count('"')
    else:
        commas = sum(map(text.count, ",،、，"))
        quotes = sum(map(text.count, '"“„«「'))
    quotes = min(quotes, 3)
    cased = lower > 0 or upper > 0 or letters == 0 or text.lower() != text.upper()
    return [
        bisect_right(_TOKENS, tokens),
        ending * 5 + size,
        beginning * 5 + size,
        bisect_right(_SHARE, lower) * 5 + size,
        (0 if upper == 0 else 1 if upper < 0.3 else 2 if upper < 0.99 else 3) * 5 + size,
        inner * 5 + size,
        min(commas, 5) * 5 + size,
        bisect_right(_DIGITS, digits) * 5 + size,
        odd * 2 + (size > 2),
        bisect_right(_LENGTH, letters / count) * 5 + size,
        quotes * 2 + (size > 2),
        clock * 4 + year * 2 + (size > 2),
        (0 if colon < 0 else 1 if colon == len(text) - 1 else 2 if colon < 25 else 3) * 2 + (size > 2),
        beginning * 12 + ending,
        cased * 5 + size,
        rule,
    ]


_ENDS_AT = 13  # where a shape has both ends of its row
SHAPE_BINS = (16, 60, 35, 45, 20, 30, 30, 25, 22, 35, 8, 8, 8, 84, 10, RULE_BINS)
"""How many bins each feature of ``shape`` has."""


def page(rows: Sequence[Row], shapes: Sequence[Sequence[int]]) -> list[list[int]]:
    """The bins of each row that need the other rows but no score: how often it stands there, blank lines around.

    ``shapes`` are what ``shape`` gives for each row.
    """
    seen = Counter([row.text for row in rows])
    gaps = [row.gap for row in rows] + [True]
    spaced = bisect_right((0.15, 0.6, 0.9), sum(gaps) / len(gaps))
    group: list[int] = []
    start = 0
    for index in range(1, len(rows) + 1):
        if gaps[index]:
            group.extend([bisect_right((2, 3, 5, 9), index - start)] * (index - start))
            start = index
    last = [row.folded[-1] if row.folded and row.tokens <= 12 else "" for row in rows]
    endings = Counter(last)
    looks = [shape[0] * 84 + shape[_ENDS_AT] for shape in shapes]
    templates = [*zip([-1, *looks], looks, [*looks[1:], -1], strict=False)]
    like = Counter(templates)
    out = []
    for index, row in enumerate(rows):
        size = bisect_right(_SIZE, row.tokens)
        around = gaps[index] * 2 + gaps[index + 1]
        out.append(
            [
                (min(seen[row.text], 4) - 1) * 5 + size,
                (around * 4 + spaced) * 3 + min(size, 3) - (size > 0),
                group[index] * 4 + spaced,
                (bisect_right((2, 3, 5, 9), endings[last[index]]) if last[index] else 5) * 5 + size,
                bisect_right((2, 3, 5, 9), like[templates[index]]) * 5 + size,
            ]
        )
    return out


PAGE_BINS = (20, 48, 20, 30, 25)


def _told(rows: Sequence[Row]) -> list[set[str]]:
    """The long words of each row, by their beginnings in small letters: what it tells of."""
    known: dict[int, set[str]] = {}
    out = []
    for row in rows:
        long = known.get(id(row.words))
        if long is None:
            long = known[id(row.words)] = {word[:_STEM] for word in row.folded[:60] if len(word) > 4}
        out.append(long)
    return out


def _overlap(told: Sequence[set[str]], strong: Sequence[bool]) -> list[int]:
    """How far the long words of each row stand in the rest of the prose: teasers tell of something else."""
    once: set[str] = set()
    twice: set[str] = set()
    for long, mark in zip(told, strong, strict=True):
        if mark:
            twice |= once & long
            once |= long
    out = []
    for long, mark in zip(told, strong, strict=True):
        shared = len(long & (twice if mark else once))
        size = bisect_right((1, 2, 4, 8), len(long))
        out.append(size * 6 + bisect_right(_KINSHIP, shared / len(long) if long else 0.0))
    return out


def _sections(
    told: Sequence[set[str]], chances: Sequence[float], mass: Sequence[float], ruled: Sequence[int]
) -> list[tuple[int, int, int]]:
    """What is to be said of the section in which each row stands.

    A section ends where two rows or more that are no prose follow each other, or at a heading of other stories or
    comments. The largest is the report's; each other one has a side of it, a weight, a kinship of words with it, and
    a distance in rows of no prose.
    """
    count = len(chances)
    number, sections, empty = 0, [0] * count, 0
    for i in range(count):
        if ruled[i] in (HEADING_BIN, COMMENTS_BIN) or empty == 2:
            number += sections[i - 1] == number if i else 0
        empty = 0 if chances[i] > 0.5 else empty + 1
        sections[i] = number
    weight = [0.0] * (number + 1)
    words: list[set[str]] = [set() for _ in weight]
    blank = [0] * (number + 1)
    for i, section in enumerate(sections):
        weight[section] += mass[i]
        if chances[i] > 0.5:
            words[section] |= told[i]
        else:
            blank[section] += 1
    largest = max(range(number + 1), key=weight.__getitem__)
    empties = [0, *accumulate(blank)]
    said = []
    for section in range(number + 1):
        side = 0 if section == largest else 1 if section < largest else 2
        own = words[section]
        kin = bisect_right(_KINSHIP, len(own & words[largest]) / len(own)) if own else 6
        between = (
            empties[section] - empties[largest + 1] if section > largest else empties[largest] - empties[section + 1]
        )
        share = weight[section] / (weight[largest] or 1.0)
        said.append(
            (
                side * 9 + bisect_right(_MASS, weight[section]),
                side * 7 + kin,
                (side * 6 + bisect_right((0, 2, 5, 12, 30), between if side else 0)) * 4
                + bisect_right((0.1, 0.3, 0.7), share),
            )
        )
    return [said[section] for section in sections]


def company(
    rows: Sequence[Row], ruled: Sequence[int], scores: Sequence[float], chances: Sequence[float]
) -> list[list[int]]:
    """The bins of each row among its neighbours, by the scores (log odds) and chances that all rows have so far.

    ``ruled`` numbers the named rule of each row, as in ``shape``.
    """
    count = len(rows)
    tokens = [row.tokens for row in rows]
    sizes = [bisect_right(_SIZE, length) for length in tokens]
    mass = [chance * (length if length < 80 else 80) for length, chance in zip(tokens, chances, strict=True)]
    sums = [0.0, *accumulate(mass)]
    total = sums[-1] or 1.0
    wide = [0.0] * 6 + sums + [sums[-1]] * 6
    above = [bisect_right(_MASS, mass) for mass in sums]
    below = [bisect_right(_MASS, total - mass) for mass in sums[1:]]
    fine = [bisect_right(_SCORE, score) for score in scores]
    coarse = [bisect_right(_COARSE, score) for score in scores]
    beyond = [len(_SCORE) + 1] * 3
    around = beyond + fine + beyond
    beside = [5, *coarse, 5]
    rules = [EDGE_BIN, *ruled, EDGE_BIN]
    strong = [chance > 0.7 and length >= 15 for length, chance in zip(tokens, chances, strict=True)]
    since, until = _since(strong), _since(strong[::-1])[::-1]
    told = _told(rows)
    overlap = _overlap(told, [chance > 0.7 and length >= 8 for length, chance in zip(tokens, chances, strict=True)])
    sections = _sections(told, chances, mass, ruled)
    over = _passed(ruled, HEADING_BIN, sums)
    commented = _passed(ruled, COMMENTS_BIN, sums)
    heads = [0] * 6 + list(accumulate([number in _IN_HEADS for number in ruled], initial=0))
    heads += heads[-1:] * 6
    dated = [bisect_right((1, 2, 4), heads[i + 13] - heads[i]) * 4 for i in range(count)] if heads[-1] else [0] * count
    wealth = bisect_right((50, 150, 400, 1000), total) * 5
    out = []
    for i in range(count):
        size, own = sizes[i], coarse[i]
        part = sums[i] / total
        side, kin, share = sections[i]
        out.append(
            [
                fine[i] * 3 + (size if size < 2 else 2),
                around[i + 2],
                around[i + 1],
                around[i],
                around[i + 4],
                around[i + 5],
                around[i + 6],
                (beside[i] * 6 + beside[i + 2]) * 5 + size,
                bisect_right(_MASS, wide[i + 6] - wide[i]) * 9 + bisect_right(_MASS, wide[i + 13] - wide[i + 7]),
                bisect_right(_FRACTION, part) * 5 + size,
                above[i] * 9 + below[i],
                bisect_right(_ROWS, i) * 5 + own,
                bisect_right(_ROWS, count - 1 - i) * 5 + own,
                since[i] * 9 + until[i],
                overlap[i],
                over[i] * 5 + own,
                commented[i] * 5 + own,
                side * 5 + own,
                kin * 5 + own,
                share * 5 + own,
                wealth + own,
                (dated[i] + bisect_right((0.001, 0.3, 0.9), part)) * 5 + own,
                rules[i],
                rules[i + 2],
            ]
        )
    return out


# fmt: off
COMPANY_BINS = (
    54, 19, 19, 19, 19, 19, 19, 180,  # scores of the row and its neighbours
    81, 60, 81, 45, 45,               # prose before and after, near and far; rows
    81, 30, 35, 35, 135, 105, 360,    # distance to prose, kinship of words, headings passed, sections
    25, 80, RULE_BINS, RULE_BINS,     # wealth of the page, dates near, rules near
)
# fmt: on


def _since(strong: Sequence[bool]) -> list[int]:
    """The bin of the number of rows since the last strong prose before each row (99 without any)."""
    out, distance = [], 99
    for mark in strong:
        out.append(bisect_right(_ROWS, distance))
        distance = 1 if mark else distance + 1
    return out


def _passed(ruled: Sequence[int], rule: int, sums: Sequence[float]) -> list[int]:
    """What stands above each row: no row of that rule (0), or one, and how much prose above and below it (to 6)."""
    out, state, total = [], 0, sums[-1] or 1.0
    for index, number in enumerate(ruled):
        out.append(state)
        if number == rule:
            state = max(state, (4 if sums[index] > 150 else 1) + bisect_right((0.4, 0.8), sums[index] / total))
    return out
