"""What happened when, by all sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from reader.analysis.placing import Placed
from reader.model import Analysis, Event, Link

LONGEST = timedelta(days=400)
"""A span of days longer than this is no moment of a timeline."""


def timeline(analyses: Sequence[Analysis], links: Sequence[Link]) -> tuple[Event, ...]:
    """Days and spans of days in order of time, each with the passages that speak of them.

    A passage that names no day stands with the days of its strongest link, if that is strong: two sources of one event
    need only one date. Conflicts of dates are not decided here: linked passages that name different days stand under
    both.
    """
    found: dict[tuple[date, date], set[str]] = defaultdict(set)
    dated: dict[str, list[tuple[date, date]]] = defaultdict(list)
    order = {p.id: (n, p.start) for n, a in enumerate(analyses) for p in a.passages}
    for analysis in analyses:
        placed = Placed(analysis.moments)
        for passage in analysis.passages:
            for moment in placed.within(passage):
                if moment.earliest and moment.latest:
                    days = moment.earliest, moment.latest
                    if days[1] - days[0] <= LONGEST:
                        found[days].add(passage.id)
                        dated[passage.id].append(days)
    for link in links:
        for one, other in ((link.a, link.b), (link.b, link.a)):
            if link.grade == "strong" and one not in dated and len(dated.get(other, ())) == 1:
                found[dated[other][0]].add(one)
    return tuple(
        Event(first, last, tuple(sorted(passages, key=order.__getitem__)))
        for (first, last), passages in sorted(found.items())
    )


def conflicts(analyses: Sequence[Analysis], links: Sequence[Link]) -> tuple[Link, ...]:
    """The strong links whose two passages name one day each, and not the same."""
    days: dict[str, set[date]] = defaultdict(set)
    for analysis in analyses:
        placed = Placed(analysis.moments)
        for passage in analysis.passages:
            for moment in placed.within(passage):
                if moment.earliest and moment.earliest == moment.latest:
                    days[passage.id].add(moment.earliest)
    return tuple(
        link
        for link in links
        if link.grade == "strong" and days[link.a] and days[link.b] and days[link.a].isdisjoint(days[link.b])
    )
