"""Lines that are furniture by what they say: named rules, each with examples, each a reason a reader understands.

The model of ``scoring`` judges lines by their shape and company. These rules hold whatever the company, and give the
words for what the model removed. They speak English; shape and repetition speak for the other languages. The rules are
the tables of ``furniture.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reader.intake.lines import Row

TEASER = "teaser of another story"
HEADING = "heading of other stories"
COMMENTS = "comments of readers"
COMMENT = "comment of a reader"
_OPEN = re.compile(r"^\W*(?:read|see|learn) more\W*$", re.IGNORECASE)
_RUN = re.compile(r"(?:[^\w\s]\s?){5,}")  # a page of brackets must not be tried at each of its places
_WIDEST_SANDWICH = 4  # rows between "Read More" and "Loading…"


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern on a row of at most ``most`` tokens; ``reason`` is shown, ``number`` counts from 1.

    A ``certain`` rule removes by itself; the others only say why the model did. ``near`` are words of which one must
    stand in the row, in small letters: a look for them is quicker than the pattern.
    """

    number: int
    reason: str
    pattern: re.Pattern[str]
    most: int
    examples: tuple[str, ...]
    certain: bool
    role: str
    near: tuple[str, ...] = ()

    def takes(self, text: str, folded: str) -> bool:
        """Whether the pattern is in the text; ``folded`` is the text in small letters."""
        if self.near and not any(map(folded.__contains__, self.near)):
            return False
        return self.pattern.search(text) is not None


@cache
def rules() -> tuple[Rule, ...]:
    """The named rules, in the order in which they are tried."""
    table: dict[str, Any] = tomllib.loads(Path(__file__).with_name("furniture.toml").read_text("utf-8"))
    fragments: dict[str, str] = table["fragments"]
    made = []
    for number, entry in enumerate(table["rule"], 1):
        expression = "|".join(entry["any"])
        for name, fragment in fragments.items():
            expression = expression.replace(f"<{name}>", fragment)
        pattern = re.compile(expression, 0 if entry.get("case") else re.IGNORECASE)
        examples = tuple(entry["examples"])
        role, certain = entry.get("role", "furniture"), entry.get("certain", True)
        near = tuple(entry.get("near", ()))
        made.append(Rule(number, entry["reason"], pattern, entry["most"], examples, certain, role, near))
    return tuple(made)


def rule_for(row: Row) -> Rule | None:
    """The first rule that the row satisfies."""
    text = _RUN.sub(" ", row.text)
    folded = text.lower()
    for rule in rules():
        if row.tokens <= rule.most and rule.takes(text, folded):
            return rule
    return None


def ruled(rows: Sequence[Row]) -> list[Rule | None]:
    """The first rule that each row satisfies; rows of the same words are looked at once."""
    known: dict[str, Rule | None] = {}
    out = []
    for row in rows:
        if row.text not in known:
            known[row.text] = rule_for(row)
        out.append(known[row.text])
    return out


def sandwiches(rows: Sequence[Row]) -> dict[int, str]:
    """Rows between a "Read More" and the "Loading…" that soon follows: headlines of other stories, with the reason."""
    found: dict[int, str] = {}
    opened = -1
    for index, row in enumerate(rows):
        if row.tokens > 3:
            continue
        if opened >= 0 and index - opened - 1 <= _WIDEST_SANDWICH and row.text.lower().startswith("loading"):
            for between in range(opened + 1, index):
                found[between] = f"{TEASER}: between “{rows[opened].text}” and “{row.text}”"
            opened = -1
        elif _OPEN.match(row.text):
            opened = index
    return found


def repeats(rows: Sequence[Row]) -> list[list[int]]:
    """Groups of rows of some length that say the same, each in order."""
    groups: dict[str, list[int]] = {}
    for index, row in enumerate(rows):
        if row.tokens >= 4:
            groups.setdefault(row.text.casefold(), []).append(index)
    return [group for group in groups.values() if len(group) > 1]


def is_doubled(row: Row) -> bool:
    """Whether a row says one thing twice: a link's text and its title, run together."""
    middle = len(row.text) // 2
    return 6 <= row.tokens <= 60 and row.text[:middle].rstrip() == row.text[middle:].lstrip()
