"""The dateline with which wire copy opens: "TOLM, March 4, 2031 (Coast Agency) - A ferry …"."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from reader.intake.credits import agencies
from reader.intake.dates import dates_in

_DATELINE = re.compile(
    r"\s*(?P<place>[A-Z][\w.'’ -]{1,30}(?:,\s[A-Z][\w.'’ -]{1,30}){0,2}?)"
    r"(?:,?\s(?P<when>[A-Z\d][\w.]{0,10}\s[\w.]{1,10}(?:,?\s\d{4})?))?"
    r"\s*(?:[(/](?P<agency>[A-Z][^()/\n]{1,40})[)/])?\s*(?:--|[-–—])\s*(?=[A-Z\d“\"‘'])"
)
_AGENCY = re.compile(r"[A-Z]{2,6}|.*\b(?:Agency|Press|Wire|News|Newswire|Media|Service|Telegraph|Times|Post)\b.*")
_DASHES = (" - ", " – ", " — ", "—", "--")
_REACH = 120
"""Characters that a dateline has, at most."""


class Dateline(NamedTuple):
    """What a dateline gives; ``None`` is what it does not."""

    day: date | None
    agencies: tuple[str, ...]


def dateline(text: str) -> Dateline:
    """The day and the agency that a report's first line opens with; a day without a year is none."""
    opening = text[:_REACH]
    found = _DATELINE.match(opening) if any(dash in opening for dash in _DASHES) else None
    if found is None or not (found["when"] or found["agency"]):
        return Dateline(None, ())
    day = next((day for _, _, day in dates_in(found["when"] or "")), None)
    named = (found["agency"] or "").strip()
    known = tuple(agencies(named)) if named else ()
    return Dateline(day, known or ((named,) if named and _AGENCY.fullmatch(named) else ()))
