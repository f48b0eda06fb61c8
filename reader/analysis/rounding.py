"""By how much a number may be off as it is written: "1.3 billion" may be 1.32 billion, "67 percent" 67.3 percent."""

from __future__ import annotations

from reader.analysis.numbers import SCALES
from reader.text.patterns import expression

_WRITTEN = expression(r"(?P<whole>\d+(?:,\d{3})*)(?:\.(?P<part>\d+))?(?:[ \u00a0](?P<scale>[a-z]+))?")
LARGE = 1_000_000
"""Numbers from here on, and shares, are rounded to the digits that are told; of others each digit is meant."""
ROUGH = 0.05
"""So large a share of a number is its rounding at most."""


def rounding(low: str, value: float | None, unit: str) -> float:
    """Half of the last digit of a number written in lower case, with its unit; 0: it is told to the last one."""
    found = _WRITTEN.match(low) if value is not None and (unit == "percent" or abs(value) >= LARGE) else None
    if found is None or value is None:
        return 0.0
    scale = SCALES.get(found["scale"] or "", 1.0)
    if scale == 1.0 and unit != "percent":
        return 0.0
    return float(min(0.5 * scale / 10 ** len(found["part"] or ""), ROUGH * abs(value)))
