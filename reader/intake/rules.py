"""Lines that are furniture by what they say: named rules, each with examples, each a reason a reader understands.

The model of ``scoring`` judges lines by their shape and company. These rules hold whatever the company, and give the
words for what the model removed. They speak English; shape and repetition speak for the other languages. The rules are
the tables of ``furniture.toml``; an expression is compiled when first a row has one of its words.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reader.intake.lines import Row, distinct

TEASER = "teaser of another story"
HEADING = "heading of other stories"
COMMENTS = "comments of readers"
COMMENT = "comment of a reader"
COPYRIGHT = "copyright line"
_OPEN = re.compile(r"^\W*(?:read|see|learn) more\W*$", re.IGNORECASE)
_RUN = re.compile(r"(?:[^\w\s]\s?){5,}")  # a page of brackets must not be tried at each of its places
_SIGNS = {b"C": "©", b"@": "@", b"#": "#"}  # what may stand for a word, as outlines have it
_WORDS = b"aAxz0 "  # what an outline has of words
_WIDEST_SANDWICH = 4  # rows between "Read More" and "Loading…"

_compiled = cache(re.compile)


@dataclass(frozen=True, slots=True)
class Rule:
    """Expressions on a row of at most ``most`` tokens; ``reason`` is shown, ``number`` counts from 1.

    A ``certain`` rule removes by itself; the others only say why the model did. ``wordings`` pairs the words of which
    one must stand in the row with an expression; they are looked for in small letters unless ``cased``.
    """

    number: int
    reason: str
    wordings: tuple[tuple[frozenset[str], str], ...]
    most: int
    examples: tuple[str, ...]
    certain: bool
    role: str
    cased: bool


@cache
def rules() -> tuple[Rule, ...]:
    """The named rules, in the order in which they are tried."""
    source = Path(__file__).with_name("furniture.toml").read_text("utf-8")
    table: dict[str, Any] = tomllib.loads(source)
    fragments: dict[str, str] = table["fragments"]
    made = []
    for number, entry in enumerate(table["rule"], 1):
        wordings = []
        for near, expression in entry["any"]:
            for name, fragment in fragments.items():
                expression = expression.replace(f"<{name}>", fragment)
            wordings.append((frozenset(near.split()), expression))
        examples = tuple(entry["examples"])
        role, certain = entry.get("role", "furniture"), entry.get("certain", True)
        cased = entry.get("case", False)
        made.append(Rule(number, entry["reason"], tuple(wordings), entry["most"], examples, certain, role, cased))
    return tuple(made)


@cache
def number_of(reason: str) -> int:
    """The number of the rule that gives this reason."""
    return next(rule.number for rule in rules() if rule.reason == reason)


@cache
def _by_word() -> dict[str, list[tuple[int, int]]]:
    """Where each word of a wording leads: the indexes of rules, and of wordings in them."""
    table: dict[str, list[tuple[int, int]]] = {}
    for index, rule in enumerate(rules()):
        for place, (near, _) in enumerate(rule.wordings):
            for word in near:
                table.setdefault(word, []).append((index, place))
    return table


@cache
def _words() -> frozenset[str]:
    return frozenset(_by_word())


def rule_for(row: Row) -> Rule | None:
    """The first rule that the row satisfies."""
    table, every = _by_word(), rules()
    marks = row.outline.translate(None, _WORDS)
    found = [*_words().intersection(row.words), *[sign for kind, sign in _SIGNS.items() if kind in marks]]
    places = {place for word in found for place in table[word] if row.tokens <= every[place[0]].most}
    if not places:
        return None
    text = _RUN.sub(" ", row.text) if len(marks) > 4 else row.text
    small = text.lower()
    for index, place in sorted(places):
        rule = every[index]
        if _compiled(rule.wordings[place][1]).search(text if rule.cased else small):
            return rule
    return None


def ruled(rows: Sequence[Row]) -> list[Rule | None]:
    """The first rule that each row satisfies; rows of the same words are looked at once."""
    none = _words().isdisjoint
    found = [
        rule_for(row)
        if not none(row.words) or b"C" in row.outline or b"@" in row.outline or b"#" in row.outline
        else None
        for row in distinct(rows)
    ]
    return [found[row.like] for row in rows]


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
        elif row.words[-1:] == ["more"] and _OPEN.match(row.text):
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
    if not 6 <= row.tokens <= 60:
        return False
    text, middle = row.text, len(row.text) // 2
    if text[0] not in text[middle : middle + 2]:  # as nearly always
        return False
    return text[:middle].rstrip() == text[middle:].lstrip()
