"""What an examination finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Grade = Literal["ok", "warn", "fail"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, whether it is as it should be, what was found, and what to do about it (may be empty).

    ``warn``: the program works, with less than it could; ``fail``: it does not work, or loses something.
    """

    about: str
    grade: Grade
    found: str
    advice: str = ""
