"""Links that figures speak against: the dead of one war are no counterpart of those of another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.comparison.comparable import Count, same_thing, same_time
from reader.model import Link


def doubted(links: Sequence[Link], counted: Sequence[Count]) -> tuple[Link, ...]:
    """The links, weak where their passages count the same of different times and nothing in common.

    ``counted`` are the figures of the articles compared.
    """
    here: dict[str, list[Count]] = {}
    for one in counted:
        here.setdefault(one.figure.passage, []).append(one)
    return tuple(
        replace(link, grade="weak")
        if link.grade != "weak" and link.a in here and link.b in here and _apart(here[link.a], here[link.b])
        else link
        for link in links
    )


def _apart(these: Sequence[Count], those: Sequence[Count]) -> bool:
    """Whether two passages count the same things of different times, and none of one time."""
    alike = [(one, two) for one in these for two in those if one.thing == two.thing != "" and one.base == two.base]
    return any(one.fate == two.fate != "" and not same_time(one, two) for one, two in alike) and not any(
        same_thing(one, two, linked=False) for one, two in alike
    )
