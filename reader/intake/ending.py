"""Where a report ends although prose goes on: at the comments of readers, at a list of other stories.

What stands there reads like the report, so that no look at one line tells it; what stands above it does.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from itertools import accumulate, pairwise

from reader.intake.credits import signers
from reader.intake.dates import dates_in, is_date_line
from reader.intake.lines import Row
from reader.intake.rules import COMMENT, COMMENTS, HEADING, TEASER, Rule

STORIES = "list of other stories: one date after another"
_LEAST = 60  # tokens of prose that must have passed
_DATES = 3  # date lines that make a list
_NEARLY_ALL = 0.85  # of the prose
_CLOCK = re.compile(r"\d[:.h]\d\d|@")  # a post of a live report, a post of a network: not the date of a story


def ending(rows: Sequence[Row], ruled: Sequence[Rule | None], chances: Sequence[float]) -> tuple[int, str]:
    """The first row that is the report's no more, and why; the number of rows where it runs to the end."""
    passed = _passed(rows, ruled, chances)
    ends = [
        (_comments(ruled, passed), COMMENTS),
        (_stories(rows, passed), STORIES),
        (_below_heading(ruled, passed), TEASER),
        (_below_credit(rows, passed), "below the credit line"),
    ]
    return min(ends, key=lambda end: end[0])


def _passed(rows: Sequence[Row], ruled: Sequence[Rule | None], chances: Sequence[float]) -> list[int]:
    """Tokens of prose above each row, and in all."""
    prose = [
        row.tokens if chance > 0.5 or (row.tokens >= 20 and row.is_sentence and not (rule and rule.certain)) else 0
        for row, rule, chance in zip(rows, ruled, chances, strict=True)
    ]
    return [0, *accumulate(prose)]


def _comments(ruled: Sequence[Rule | None], passed: Sequence[int]) -> int:
    """A heading of comments counts once a quarter of all prose has passed, or where readers speak below it.

    In the head of a page it is a link.
    """
    for index, rule in enumerate(ruled):
        if rule and rule.reason == COMMENTS and passed[index] >= _LEAST:
            spoken = sum(1 for later in ruled[index + 1 : index + 200] if later and later.reason == COMMENT)
            if passed[index] >= 0.25 * passed[-1] or spoken >= 2:
                return index
    return len(ruled)


def _stories(rows: Sequence[Row], passed: Sequence[int]) -> int:
    """Dates of a list are those of its stories; dates that rise from line to line are a chronology, and body."""
    first, days = len(rows), list[date]()
    for index in range(bisect_left(passed, _LEAST), len(rows)):
        row = rows[index]
        if row.tokens <= 8 and is_date_line(row) and not _CLOCK.search(row.text):
            first = min(first, index)
            days.append(next(day for _, _, day in dates_in(row.text)))
    rising = all(one < two for one, two in pairwise(days))
    return first if len(days) >= _DATES and not rising else len(rows)


def _below_heading(ruled: Sequence[Rule | None], passed: Sequence[int]) -> int:
    """A heading of other stories ends the report once nearly all prose has passed; before that it interrupts it."""
    for index, rule in enumerate(ruled):
        if rule and rule.reason == HEADING and passed[index] >= max(_LEAST, _NEARLY_ALL * passed[-1]):
            return index
    return len(ruled)


def _below_credit(rows: Sequence[Row], passed: Sequence[int]) -> int:
    """Agencies alone on a line sign the report; the line itself is no furniture."""
    for index in range(bisect_left(passed, max(_LEAST, 0.9 * passed[-1])), len(rows)):
        if rows[index].tokens <= 8 and signers(rows[index]):
            return index + 1
    return len(rows)
