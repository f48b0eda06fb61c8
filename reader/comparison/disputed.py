"""Links that figures dispute: the dead of one war are no counterpart of those of another, and 12 dead are not 15."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.comparison.comparable import Count, counts, same_thing, same_time
from reader.comparison.figure_rows import same_size
from reader.model import Analysis, Link


def doubted(links: Sequence[Link], counted: Sequence[Count]) -> tuple[Link, ...]:
    """The links, weak where their passages count the same of different times and nothing in common.

    ``counted`` are the figures of the articles compared.
    """
    here = _by_passage(counted)
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


def marked(
    analyses: Sequence[Analysis], links: Sequence[Link], counted: Sequence[Count] | None = None
) -> tuple[Link, ...]:
    """The links, each telling whether figures of its two passages that count the same thing differ.

    ``counted`` are the figures of the analyses as :func:`counts` gives them, where they are known.
    """
    here = _by_passage(counts(analyses) if counted is None else counted)
    return tuple(
        replace(link, differs=True)
        if link.a in here and link.b in here and _differ(here[link.a], here[link.b])
        else link
        for link in links
    )


def _differ(these: Sequence[Count], those: Sequence[Count]) -> bool:
    """Whether figures of two linked passages count one thing and exclude each other.

    A figure that agrees with one of the other passage is answered: "two lifeboats" and "two of the six lifeboats". A
    difference is told only of the same thing with the same fate, and of numbers of one size.
    """
    rivals = [
        (one, two)
        for one in these
        for two in those
        if one.thing != "" != two.thing and one.fate == two.fate and not one.meets(two) and same_size(one, two)
    ]
    if not rivals:
        return False
    pairs = [(one, two) for one in these for two in those if same_thing(one, two, linked=True)]
    answered = {count.figure.id for one, two in pairs if one.meets(two) for count in (one, two)}
    return any(pair in pairs and answered.isdisjoint((pair[0].figure.id, pair[1].figure.id)) for pair in rivals)


def _by_passage(counted: Sequence[Count]) -> dict[str, list[Count]]:
    """The figures by the id of the passage that they stand in."""
    found: dict[str, list[Count]] = {}
    for one in counted:
        found.setdefault(one.figure.passage, []).append(one)
    return found
