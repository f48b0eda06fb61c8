"""What happened when, by all sources."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Analysis, Event, Link


def timeline(analyses: Sequence[Analysis], links: Sequence[Link]) -> tuple[Event, ...]:
    """Days and spans of days in order of time, each with the passages that speak of them."""
    return ()
