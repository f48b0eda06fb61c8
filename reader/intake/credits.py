# ruff: noqa: E501
"""Credit lines: who a text says it is by and from ("Source : …", "Author: …", "By …", an agency's name alone)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from reader.intake.dates import dates_in
from reader.intake.lines import Row

Field = Literal["source", "byline", "via"]


@dataclass(frozen=True, slots=True)
class Credit:
    """What a credit line gives: the field it fills and the name."""

    field: Field
    name: str


_GRAMMAR: tuple[tuple[Field, str, str], ...] = (
    ("source", r"(?:news )?sources?(?: of (?:the )?(?:news|article|story))?\s*[:–—-]\s*(?P<name>.+)", "Source : Harbour Post"),
    ("source", r"(?:originally |first )?(?:published|appeared) (?:by|in|on|at)\s*:?\s*(?P<name>(?:The )?[A-Z][\w.&'’ ]{2,40})", "Originally published in The Harbour Post"),
    ("byline", r"(?:authors?|written by|story by|reported by|words by|text by|writer|reporter)\s*[:–—-]?\s+(?P<name>.+)", "Author: Ada Brook"),
    ("byline", r"(?:by|von|par|por|av|af|di|door)\s+(?P<name>[A-Z].+)", "By Ada Brook"),
    ("via", r"(?:with )?(?:additional |further )?reporting (?:by|from)\s*:?\s*(?P<name>.+)", "With reporting by Coast Agency"),
    ("via", r"(?:with |including )?(?:material|information|input|inputs|contributions?|files) (?:from|by)\s*:?\s*(?P<name>.+)", "With files from Coast Agency"),
    ("via", r"(?:translated|edited|compiled) (?:from \w+ )?by\s*:?\s*(?P<name>.+)", "Translated by a machine"),
    ("via", r"(?:via|agenc(?:y|ies)|wire)\s*:\s*(?P<name>.+)", "Via: Coast Agency"),
)  # fmt: skip
_PATTERNS = tuple((field, re.compile(rf"[\W_]*{pattern}$", re.IGNORECASE)) for field, pattern, _ in _GRAMMAR)
_OPENERS = frozenset(
    "news source sources originally first published appeared author authors written story reported words text writer "
    "reporter by von par por av af di door with additional further reporting including material information input inputs "
    "contribution contributions files translated edited compiled via agency agencies wire".split()
)  # a line that begins otherwise satisfies none of the patterns
_FIRST = re.compile(r"[ .()\-–—]*(\w+)")
_LONGEST = 14  # tokens in a credit line
_STOP = re.compile(
    r"\s*(?:[|•·/@<>(;]|,? \d+(?:[:.,/-]\d| ?[ap]\.?m\b)|\s[–—-]\s|\b(?:updated|published|posted|follow|email|on|for|is|was)\b|,).*",
    re.DOTALL,
)
_PERSON = re.compile(r"[A-Z][\w.'’\-]*(?:\s+(?:[A-Z][\w.'’\-]*|de|van|von|bin|al|el|la|der|den|and|&)){0,7}")


@cache
def _agencies() -> dict[str, str]:
    """Names of news agencies, folded, to the form in which they are given."""
    table: dict[str, str] = {}
    for line in Path(__file__).with_name("agencies.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            names = [name.strip() for name in line.split("|")]
            table.update({name.casefold(): names[0] for name in names})
    return table


@cache
def _agency_openers() -> frozenset[str]:
    """The first word of each agency's name."""
    return frozenset(re.split(r"\W", name, maxsplit=1)[0] for name in _agencies())


@cache
def _openers() -> frozenset[str]:
    """The first words of lines that can credit anybody."""
    return _OPENERS | _agency_openers()


def agencies(text: str) -> tuple[str, ...]:
    """The agencies that a line of nothing but agencies names ("Reuters, AFP"); empty for any other line."""
    first = _FIRST.match(text)
    if not first or first.group(1).casefold() not in _agency_openers():
        return ()
    names = [_agencies().get(part.strip(" .()-–—").casefold()) for part in re.split(r"[,/;&+]|\band\b", text)]
    return tuple(dict.fromkeys(name for name in names if name)) if all(names) else ()


def signers(row: Row) -> tuple[str, ...]:
    """The agencies that a row of nothing but agencies names."""
    return agencies(row.text) if row.words and row.words[0] in _agency_openers() else ()


def credit(row: Row) -> tuple[Credit, ...]:
    """What the row credits, if it is a credit line and nothing else; a sentence credits nobody."""
    opener = row.words[0] if row.words else ""
    if opener not in _openers() or row.tokens > _LONGEST or (row.tokens > 9 and row.is_sentence):
        return ()
    if named := signers(row):
        return tuple(Credit("via", name) for name in named)
    for field, pattern in _PATTERNS:
        found = pattern.match(row.text)
        if found:
            return _credits(field, found["name"].strip())
    return ()


def _credits(field: Field, name: str) -> tuple[Credit, ...]:
    if field != "byline" and (named := agencies(name)):
        return tuple(Credit("via", agency) for agency in named)
    name = name[: min((start for start, _, _ in dates_in(name)), default=None)]
    name = _STOP.sub("", name).strip(" .,:-–—")
    if field == "byline":
        person = _PERSON.match(name)
        name = person.group() if person else ""
    return (Credit(field, name),) if 2 <= len(name) <= 60 and any(map(str.isalpha, name)) else ()
