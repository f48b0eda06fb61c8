"""What the model sees of a row: its shape, its place on the page, and the company it keeps.

Each feature is a small whole number (the bin its value falls into), so that a score is a sum of table look-ups: an
additive model over bins, as quick as a linear one and free to bend. Nothing here knows a language but the named rules.
What is not here was tried and left out: the model judged pages of other sites no worse without it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from operator import itemgetter

from reader.intake.lines import Row, distinct

_TOKENS = (2, 3, 4, 5, 6, 7, 9, 11, 14, 18, 23, 30, 40, 60, 100)
_SIZE = (3, 7, 13, 25)
_SIZES = [bisect_right(_SIZE, tokens) for tokens in range(_SIZE[-1])]
_SHARE = (0.001, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95)
_CAPITALS = (0.001, 0.04, 0.1, 0.3)
_SCORE = (-600, -450, -350, -270, -200, -140, -90, -40, 0, 40, 90, 140, 200, 270, 350, 450, 600)  # hundredths
_COARSE = (-250, -80, 80, 250)
_FRACTION = (0.001, 0.02, 0.06, 0.15, 0.3, 0.5, 0.7, 0.85, 0.94, 0.98, 0.999)
_KINSHIP = (0.001, 0.15, 0.3, 0.5, 0.75)
_ROWS = (1, 2, 3, 5, 8, 13, 25, 60)

_FINAL = {ord("."): 1, ord("S"): 1, ord("!"): 2, ord("_"): 3, ord(":"): 4, ord(","): 5, ord(";"): 5}
_LETTERS = frozenset(b"aAxz")
_FIRST = {ord("A"): 0, ord("a"): 1, ord("x"): 2, ord("z"): 2, ord("0"): 3, ord('"'): 4, ord("'"): 4, ord("("): 5}

RULE_BINS = 40
"""Room for the named rules: a row's rule is one of its features (0: none); the last numbers are the four below."""
COMMENTS_BIN, DATE_BIN, CREDIT_BIN, HEADING_BIN = 36, 37, 38, 39
_STEM = 6  # letters that stand for a long word, whatever its ending
_IN_HEADS = frozenset((COMMENTS_BIN, DATE_BIN, CREDIT_BIN))


# ---- a row by itself


def _ending(outline: bytes) -> int:
    """The kind of the last character, quotation marks and brackets looked through."""
    last = outline[-1]
    if last in _LETTERS:
        return 0
    if kind := _FINAL.get(last):
        return kind
    if last in b"\"')":
        closed = len(outline) > 1 and _FINAL.get(outline[-2], 0) in (1, 2)
        return (8 if last == ord(")") else 6) + (not closed)
    return 10 if last == ord("0") else 11


def _form(outline: bytes, tokens: int) -> tuple[int, ...]:
    """The bins of an outline of so many tokens."""
    count = outline.count
    size = bisect_right(_SIZE, tokens)
    capitals = count(b"A")
    cased = capitals + count(b"a")
    ending, beginning = _ending(outline), _FIRST.get(outline[0], 6)
    lower = (count(b" a") + (beginning == 1)) / (count(b" ") + 1)
    inner = count(b". ") + count(b"! ") + count(b"S") if tokens > 2 else 0
    if inner < 5 and b'" ' in outline:
        inner += count(b'." ') + count(b'!" ')
    return (
        bisect_right(_TOKENS, tokens),
        ending * 5 + size,
        beginning * 5 + size,
        bisect_right(_SHARE, lower) * 5 + size,
        (bisect_right(_CAPITALS, capitals / cased) if cased else 5) * 5 + size,
        (inner if inner < 5 else 5) * 5 + size,
        beginning * 12 + ending,
    )


_SHORT = 32
_short_form = lru_cache(1 << 13)(_form)  # menus everywhere consist of a few thousand outlines ("Aaaaa Aaaa")


def shape(row: Row, rule: int, often: int = 1) -> tuple[int, ...]:
    """The bins of a row by itself: of all rows of one text.

    ``rule`` is the number of the first named rule it satisfies, 0 for none; ``often`` is how often it stands there.
    """
    form = _short_form if len(row.outline) <= _SHORT else _form
    size = _SIZES[row.tokens] if row.tokens < len(_SIZES) else len(_SIZE)
    return (*form(row.outline, row.tokens), rule, ((often if often < 4 else 4) - 1) * 5 + size)


def shapes(rows: Sequence[Row], ruled: Sequence[int]) -> list[tuple[int, ...]]:
    """The shape of each different text of the rows, by its number ``like``; ``ruled`` numbers the rule of each row."""
    like = [row.like for row in rows]
    often, rules = Counter(like), dict(zip(like, ruled, strict=True))
    return [shape(row, rules[row.like], often[row.like]) for row in distinct(rows)]


SHAPE_BINS = (16, 60, 35, 45, 30, 30, 84, RULE_BINS, 20)
"""How many bins each feature of ``shape`` has."""
lasting = itemgetter(1, 4, 7, 8)
"""Of the bins of a shape those that tell something still once a row's company is known."""
LASTING_BINS = lasting(SHAPE_BINS)


# ---- a row on its page


def page(rows: Sequence[Row]) -> list[list[int]]:
    """The bins of each row that need the rows around it but no score: the blank lines there."""
    gaps = [row.gap for row in rows] + [True]
    spaced = bisect_right((0.15, 0.6, 0.9), sum(gaps) / len(gaps))
    group: list[int] = []
    start = 0
    for index in range(1, len(rows) + 1):
        if gaps[index]:
            group += [bisect_right((2, 3, 5, 9), index - start) * 4 + spaced] * (index - start)
            start = index
    return [
        [((gap * 2 + below) * 4 + spaced) * 3 + (size if size < 3 else 3) - (size > 0), grouped]
        for size, gap, below, grouped in zip(sizes(rows), gaps, gaps[1:], group, strict=False)
    ]


PAGE_BINS = (48, 20)


def sizes(rows: Sequence[Row]) -> list[int]:
    """The bin of each row's length in tokens, of five."""
    return [_SIZES[row.tokens] if row.tokens < len(_SIZES) else len(_SIZE) for row in rows]


# ---- a row among its neighbours


def company(
    rows: Sequence[Row],
    ruled: Sequence[int],
    told: Sequence[set[str]],
    scores: Sequence[int],
    chances: Sequence[float],
) -> list[list[int]]:
    """The bins of each row among its neighbours, by the scores (hundredths of log odds) and chances of all so far.

    ``ruled`` numbers the named rule of each row, as in ``shape``; ``told`` is what each text tells of.
    """
    tokens = [row.tokens for row in rows]
    sums = [0.0, *accumulate([c * (n if n < 80 else 80) for c, n in zip(chances, tokens, strict=True)])]
    total = sums[-1] or 1.0
    fine = [bisect_right(_SCORE, score) for score in scores]
    edge = [EDGE_SCORE] * 2
    around = edge + fine + edge
    wealth = bisect_right((50, 150, 400, 1000), total) * 5
    overlap = _overlap(rows, told, [c > 0.7 and n >= 8 for c, n in zip(chances, tokens, strict=True)])
    columns = zip(
        fine,
        sizes(rows),
        [bisect_right(_COARSE, score) for score in scores],
        around,
        around[1:],
        around[3:],
        around[4:],
        [passed / total for passed in sums],
        range(len(rows) - 1, -1, -1),
        overlap,
        _passed(ruled, HEADING_BIN, sums),
        _passed(ruled, COMMENTS_BIN, sums),
        _dated(ruled),
        strict=False,
    )
    return [
        [
            own * 3 + (size if size < 2 else 2),
            before,
            before2,
            after,
            after2,
            bisect_right(_FRACTION, part) * 5 + size,
            bisect_right(_ROWS, left) * 5 + coarse,
            shared,
            headed * 5 + coarse,
            commented * 5 + coarse,
            wealth + coarse,
            (dated * 4 + ((part >= 0.001) + (part >= 0.3) + (part >= 0.9))) * 5 + coarse,
        ]
        for own, size, coarse, before2, before, after, after2, part, left, shared, headed, commented, dated in columns
    ]


COMPANY_BINS = (54, 19, 19, 19, 19, 60, 45, 30, 35, 35, 25, 80)


def told(rows: Sequence[Row]) -> list[set[str]]:
    """What each text of the rows tells of: its long words, by their beginnings."""
    return [
        {word[:_STEM] for word in row.words[:60] if len(word) > 4} if row.tokens > 2 else _NOTHING
        for row in distinct(rows)
    ]


def score_bin(score: int) -> int:
    """The bin of a score, up to ``EDGE_SCORE``, which is for the edge of the page."""
    return bisect_right(_SCORE, score)


EDGE_SCORE = len(_SCORE) + 1


_NOTHING: set[str] = set()


def _overlap(rows: Sequence[Row], told: Sequence[set[str]], strong: Sequence[bool]) -> list[int]:
    """How far the long words of each row stand in the rest of the prose: teasers tell of something else."""
    once: set[str] = set()
    twice: set[str] = set()
    for row, mark in zip(rows, strong, strict=True):
        if mark:
            long = told[row.like]
            twice |= once & long
            once |= long
    out = []
    for row, mark in zip(rows, strong, strict=True):
        if not (long := told[row.like]):
            out.append(0)
            continue
        shared = len(long & (twice if mark else once))
        out.append(
            bisect_right((1, 2, 4, 8), len(long)) * 6 + (bisect_right(_KINSHIP, shared / len(long)) if shared else 0)
        )
    return out


def _passed(ruled: Sequence[int], rule: int, sums: Sequence[float]) -> list[int]:
    """What stands above each row: no row of that rule (0), or one, and how much prose above and below it (to 6)."""
    if rule not in ruled:
        return [0] * len(ruled)
    out, state, total = [], 0, sums[-1] or 1.0
    for index, number in enumerate(ruled):
        out.append(state)
        if number == rule:
            state = max(state, (4 if sums[index] > 150 else 1) + bisect_right((0.4, 0.8), sums[index] / total))
    return out


def _dated(ruled: Sequence[int], reach: int = 6) -> list[int]:
    """How many rows of dates, credits and comments stand near each row: none (0), one, up to three, more (3)."""
    marks = [number in _IN_HEADS for number in ruled]
    if True not in marks:
        return [0] * len(ruled)
    sums = [0] * reach + list(accumulate(marks, initial=0))
    sums += sums[-1:] * reach
    width = 2 * reach + 1
    return [bisect_right((1, 2, 4), after - before) for before, after in zip(sums, sums[width:], strict=False)]
