# ruff: noqa: E501
"""Dates of publication as they stand in lines of a page's head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from reader.intake.lines import Row

_YEAR = r"(?P<y>(?:19|20)\d\d)(?=\d{1,2}:\d\d|\D|$)"  # "Nov 19 20197:05 AM" is how pages glue a date to its time
_DAY = r"(?P<d>\d{1,2})"
_NAME = r"(?P<name>[^\W\d_]{3,12})\.?"

_GRAMMAR: tuple[tuple[str, str, str], ...] = (
    ("year first", rf"(?<![\d.]){_YEAR}[-/.](?P<m>\d{{1,2}})[-/.]{_DAY}(?=\D|T|$)", "2023-09-20"),
    ("year, month, day signs", r"(?P<y>(?:19|20)\d\d)\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日일]", "2023年9月20日"),
    ("day, month's name", rf"(?<!\d){_DAY}(?:st|nd|rd|th|er|º|\.)?[\s\-]+(?:de\s+|of\s+)?{_NAME},?[\s\-]+(?:de\s+|of\s+)?{_YEAR}", "20 September 2023"),
    ("month's name, day", rf"{_NAME}\s*{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}", "Sept. 20th, 2023"),
    ("numbers with dots", rf"(?<![\d.]){_DAY}\.\s?(?P<m>\d{{1,2}})\.\s?{_YEAR}", "20.09.2023"),
    ("numbers with strokes", rf"(?<![\d/])(?P<a>\d{{1,2}})[/\-](?P<b>\d{{1,2}})[/\-]{_YEAR}", "20/09/2023"),
)  # fmt: skip
_PATTERNS = tuple(re.compile(pattern, re.IGNORECASE) for _, pattern, _ in _GRAMMAR)
_HAS_YEAR = re.compile(r"(?:19|20)\d\d")


@cache
def _months() -> dict[str, int]:
    """Names of months, lower case, to their numbers."""
    table: dict[str, int] = {}
    for line in Path(__file__).with_name("months.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            for number, names in enumerate(line.split(" ", 1)[1].split(), 1):
                table.update(dict.fromkeys(names.split("/"), number))
    return table


def _month(name: str) -> int | None:
    name = name.lower()
    return _months().get(name) or (_months().get(name[:3]) if name in ("sept", "sept.") else None)


def _resolve(found: re.Match[str]) -> date | None:
    parts = found.groupdict()
    month: int | None
    if "a" in parts:  # 09/10/2023 is two dates; where only one of them exists it is that
        first, second = int(parts["a"]), int(parts["b"])
        if first <= 12 and second <= 12 and first != second:
            return None
        day, month = (first, second) if first > 12 else (second, first)
    else:
        day = int(parts["d"])
        month = _month(parts["name"]) if "name" in parts else int(parts["m"])
    try:
        return date(int(parts["y"]), month, day) if month else None
    except ValueError:
        return None


def has_year(text: str) -> bool:
    """Whether a year of the 20th or 21st century may stand in a text: without one it has no full date."""
    return ("20" in text or "19" in text) and _HAS_YEAR.search(text) is not None


def dates_in(text: str) -> Iterator[tuple[int, int, date]]:
    """Each full date of a short text, with its place, in order; a date that could be two days is left out."""
    if not has_year(text):
        return
    found: dict[int, tuple[int, int, date]] = {}
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            day = _resolve(match)
            if day and not any(start < match.end() and match.start() < end for start, end, _ in found.values()):
                found[match.start()] = (match.start(), match.end(), day)
    yield from (found[start] for start in sorted(found))


def is_date_line(row: Row) -> bool:
    """Whether a row is little more than a date."""
    if b"0000" not in row.outline or row.tokens > 22 or not has_year(row.text):
        return False
    found = list(dates_in(row.text))
    return bool(found) and len(row.text) - sum(end - start for start, end, _ in found) <= 60
