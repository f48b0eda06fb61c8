"""The head of an article file: what the reader says of the text below it.

YAML between two lines of three hyphens, the first of them the first line of the file. A key that is not known is
kept when the file is rewritten, and so are comments, the order and the look of every value that did not change.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from reader.library.plain_yaml import Entry, Value, YamlError, parse
from reader.model import Problem
from reader.text.sanitise import one_line, sanitise

LONGEST = 1 << 20
"""Characters that the head may have."""

_RULE = re.compile(r"---[ \t]*(?:\r\n|\r|\n|\Z)")
_CLOSING = re.compile(r"(?:(?<=\n)|(?<=\r))---[ \t]*(?:\r\n|\r|\n|\Z)")
_BREAK = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")


@dataclass(frozen=True, slots=True)
class Head:
    """``raw`` is what stands between the rules, ``body`` where the text begins (in code points of the file)."""

    raw: str = ""
    body: int = 0


def split(text: str) -> Head | None:
    """The head of the file; ``None`` where there is none, or where it is never closed."""
    opening = _RULE.match(text)
    if opening is None:
        return None
    closing = _CLOSING.search(text, opening.end(), opening.end() + LONGEST)
    return closing and Head(text[opening.end() : closing.start()], closing.end())


# ---- reading


def _text(value: Value) -> str:
    if not isinstance(value, str):
        raise ValueError("is not a text")
    return one_line(value)


def texts(value: Value) -> tuple[str, ...]:
    """A list of texts, or one text, each on one line; ``ValueError`` for anything else."""
    values = value if isinstance(value, list) else [value]
    if not all(isinstance(v, str) for v in values):
        raise ValueError("is not a list of texts")
    return tuple(filter(None, (one_line(str(v)) for v in values)))


def _day(value: Value) -> date:
    try:
        return date.fromisoformat(_text(value)[:10])
    except ValueError:
        raise ValueError("is not a date (as 2023-09-21)") from None


def _flag(value: Value) -> bool:
    answer = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
    if not isinstance(value, str) or value.lower() not in answer:
        raise ValueError("is neither true nor false")
    return answer[value.lower()]


def _name(value: Value) -> str:
    name = _text(value)
    if "/" in name or "\\" in name or name in ("", ".", ".."):
        raise ValueError("is not the name of a file in the same folder")
    return name


FIELDS: Mapping[str, Callable[[Value], Any]] = {
    "title": _text,
    "source": _text,
    "published": _day,
    "url": _text,
    "language": _text,
    "byline": _text,
    "via": texts,
    "story": _text,
    "kind": _text,
    "invented": _flag,
    "keep": texts,
    "drop": texts,
    "original": _name,
    "body": _text,
    "fingerprint": _text,
}
"""How the value of each key is read, in the order in which keys are written."""

OWN = frozenset({"original", "body", "fingerprint"})
"""Keys about the file rather than the report: what it was made of, which lines of a page are the article, its words."""


def read(head: Head, path: str) -> tuple[dict[str, Any], list[Problem]]:
    """What the head gives, by key, and what of it could not be used.

    Raises:
        YamlError: the head is not YAML, or holds what is not taken; the line counts in the file.

    """
    try:
        entries = parse(sanitise(head.raw))
    except YamlError as error:
        raise YamlError(str(error), error.line + 1) from None
    given: dict[str, Any] = {}
    problems: list[Problem] = []

    def tell(line: int, message: str) -> None:
        problems.append(Problem(path, message, line + 1, fatal=False))

    if entries is None:
        return given, problems
    if not isinstance(entries, dict):
        raise YamlError("is no list of keys and values", 2)
    for key, entry in entries.items():
        if key not in FIELDS or entry.value is None:
            continue  # another program's key is its own affair
        try:
            value = FIELDS[key](entry.value)
        except ValueError as error:
            tell(entry.line, f"{key} {error}; ignored")
        else:
            if value != "":
                given[key] = value
    for key, line in entries.repeated:
        tell(line, f"{one_line(key)} is given twice; the first is taken")
    return given, problems


# ---- writing


def dump(key: str, value: Any) -> str:
    """One key and its value as YAML, closed by a line break."""
    import yaml

    plain = list(value) if isinstance(value, tuple) else value
    width = float("inf")
    return str(yaml.safe_dump({key: plain}, allow_unicode=True, default_flow_style=False, width=width))


def rewrite(raw: str, changes: Mapping[str, Any]) -> str:
    """The head with some keys set (or taken out, where the value is ``None``) and all else as it stands.

    Raises:
        YamlError: the head cannot be read, so that nothing may be put into it.

    """
    entries = parse(sanitise(raw))
    if entries is not None and not isinstance(entries, dict):
        raise YamlError("is no list of keys and values", 1)
    known: Mapping[str, Entry] = entries or {}
    if not all(entry.block for entry in known.values()):
        raise YamlError("is not written one key a line", 1)
    lines = [line for line in _BREAK.split(raw) if line]
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += "\n"
    last = max((entry.last for entry in known.values()), default=0)
    added = [
        dump(key, changes[key]) for key in sorted(changes, key=_rank) if changes[key] is not None and key not in known
    ]
    lines[last:last] = added
    for key, entry in sorted(known.items(), key=lambda item: -item[1].line):
        if key in changes:
            value = changes[key]
            lines[entry.line - 1 : entry.last] = [] if value is None else [dump(key, value)]
    return "".join(lines)


def _rank(key: str) -> tuple[int, str]:
    order = list(FIELDS)
    return (order.index(key) if key in order else len(order), key)
