# ruff: noqa: E501
"""The head of a report: where its title, its date, its byline and its source stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from reader.intake.credits import agencies, credit, signers
from reader.intake.dateline import dateline
from reader.intake.dates import dates_in, has_year
from reader.intake.lines import Row
from reader.intake.rules import COPYRIGHT, number_of
from reader.intake.scoring import Judgement
from reader.intake.title import title_row

_SUFFIX = re.compile(r"^(?P<title>.+\S)\s+[|\-–—·•]\s+(?P<outlet>[^|–—·•]{2,40})$")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\W*(?:copyright\W*)?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?[\s,.:]*(?:by )?(?P<name>[^\W\d][\w.&'’ \-]{1,40})?",
    re.IGNORECASE,
)
_BEFORE_COPYRIGHT = re.compile(r"^(?P<name>[^\W\d][\w.&'’ \-]{1,40}?)\W*(?:©|\(c\))", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:published|posted|original|created|first published)\b", re.IGNORECASE)
_UPDATED = re.compile(r"\b(?:updated?|modified|edited)\b", re.IGNORECASE)
_VISIT = re.compile(r"^\W*(?:today|now|current)\b|°|©|\bcopyright\b|\ball rights\b", re.IGNORECASE)
_REACH = 14  # rows between a title and its date
_MOST = 22  # tokens in a date line


@dataclass(slots=True)
class Head:
    """What the head gives; ``roles`` maps indexes of rows to the role they have in it."""

    title: str | None = None
    published: date | None = None
    source: str | None = None
    byline: str | None = None
    via: list[str] = field(default_factory=list)
    roles: dict[int, str] = field(default_factory=dict)


def read_head(rows: Sequence[Row], judged: Judgement, out: Collection[int], body: Sequence[int]) -> Head:
    """The head of the report whose prose is the rows ``body``; ``out`` are rows that are furniture."""
    head = Head()
    if not rows or not body:
        return head
    title = title_row(rows, judged, out, body)
    if title is not None:
        head.roles[title] = "title"
        head.title, head.source = _without_outlet(rows[title].text)
    _date(head, rows, title, body[0])
    _credits(head, rows, title, body[0], body[-1])
    wired = dateline(rows[body[0]].text)
    head.published = head.published or wired.day
    head.via += [agency for agency in wired.agencies if agency not in head.via]
    if head.source is None:
        head.source = _owner(rows, judged.bins, body)
    return head


# ---- title


def _without_outlet(text: str) -> tuple[str, str | None]:
    """A title without the outlet's name behind it, and that name."""
    found = _SUFFIX.match(text)
    if not found:
        return text, None
    title, outlet = found["title"], found["outlet"].strip()
    words = outlet.split()
    proper = sum(1 for word in words if word[0].isupper() or not word[0].isalpha())
    if len(words) > 5 or proper < 0.6 * len(words) or len(title.split()) < max(4, 1.5 * len(words)):
        return text, None
    if outlet.endswith((".", "!", "?", "…")) or any(mark in outlet for mark in '“”"‘'):
        return text, None
    return title, outlet


# ---- date


def _date(head: Head, rows: Sequence[Row], title: int | None, start: int) -> None:
    """The date line nearest the title (nearest the text where there is no title), below it rather than above."""
    anchor = title if title is not None else start
    best: tuple[float, int, date] | None = None
    for index in range(max(0, anchor - _REACH), min(len(rows), max(anchor, start) + _REACH)):
        row = rows[index]
        if row.tokens > _MOST or not has_year(row.text) or _VISIT.search(row.text):
            continue
        day = _day(row)
        if day is None:
            continue
        away = index - anchor if index >= anchor else 8 + anchor - index
        away += 8 if index > start + 6 else 0
        away += 4 if _is_update(row.text) else 0
        if index == title:
            away += 20
        if best is None or away < best[0]:
            best = (away, index, day)
    if best is None:
        best = _below(rows, start)
    if best is not None:
        head.published = best[2]
        head.roles.setdefault(best[1], "date")


def _is_update(text: str) -> bool:
    """Whether the date of a line is that of a change: the line says so before it, and speaks of no first one."""
    said = _UPDATED.search(text)
    if said is None or _PUBLISHED.search(text):
        return False
    return all(said.start() < start for start, _, _ in dates_in(text))


def _day(row: Row) -> date | None:
    """The day a date line gives: the one said to be of publication, else the first."""
    found = list(dates_in(row.text))
    if not found or (row.tokens > 12 and row.is_sentence and not _PUBLISHED.match(row.text)):
        return None
    rest = len(row.text) - sum(end - start for start, end, _ in found)
    if rest > 90 and not _PUBLISHED.search(row.text):
        return None
    said = _PUBLISHED.search(row.text)
    after = [day for start, _, day in found if said and start >= said.end()]
    return after[0] if after else found[0][2]


def _below(rows: Sequence[Row], start: int) -> tuple[float, int, date] | None:
    """A line further down that says when the report was published."""
    for index in range(start, len(rows)):
        row = rows[index]
        if row.tokens <= _MOST and has_year(row.text) and _PUBLISHED.search(row.text) and not _VISIT.search(row.text):
            day = _day(row)
            if day is not None:
                return 99.0, index, day
    return None


# ---- byline, source, via


def _credits(head: Head, rows: Sequence[Row], title: int | None, start: int, end: int) -> None:
    """Credit lines between the title and the text, and at the end of it."""
    top = range(title if title is not None else max(0, start - 4), start)
    signed = [index for index in range(start, end) if rows[index].tokens <= 9 and _signs(rows[index])]
    for index in (*top, *signed, *range(end, min(len(rows), end + 4))):
        if index in head.roles:
            continue
        for given in credit(rows[index]):
            head.roles[index] = "credit"
            if given.field == "source":
                head.source = given.name
                head.roles[index] = "source"
            elif given.field == "byline":
                head.byline = head.byline or given.name
                head.roles[index] = "byline"
            elif given.name not in head.via:
                head.via.append(given.name)


def _signs(row: Row) -> bool:
    """Whether a row amid the text names whose report it is, as no line of the text does."""
    return bool(row.tokens <= 6 and signers(row)) or any(given.field == "via" for given in credit(row))


def _owner(rows: Sequence[Row], bins: Sequence[int], body: Sequence[int]) -> str | None:
    """The outlet by the holder of the copyright, in the spelling of a line of its own where there is one."""
    names: list[str] = []
    if (sign := number_of(COPYRIGHT)) not in bins:
        return None
    for row in [row for row, number in zip(rows, bins, strict=True) if number == sign]:
        found = _BEFORE_COPYRIGHT.search(row.text) or _COPYRIGHT.search(row.text)
        if found and found["name"]:
            name = re.split(r"\.\s|\s\.|,|\s[-–|]|\ball rights\b", found["name"], flags=re.IGNORECASE)[0].strip(" .-")
            if len(name) >= 2 and len(name.split()) <= 5 and not agencies(name):
                names.append(name)
    if not names:
        return None
    name = Counter(names).most_common(1)[0][0]
    after = [row.text.strip() for row in rows[body[-1] :] if row.text.strip().casefold() == name.casefold()]
    return after[0] if after else name
