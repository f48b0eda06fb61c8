"""Stories as the reader has them: an article that was given a story belongs to that one, whatever it is like.

Articles are grouped by their words first. A name that most articles of a group have holds for the whole group, so that
what comes later finds its story; a name that only some of them have takes these out of the group and leaves the others
where they are. A name that is the title of a group without one is that group: so an article is moved to a story that
nobody has named.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from reader.text.sanitise import one_line

Named = tuple[str | None, list[int]]
"""The name of a group, if it has one, and the numbers of its articles."""


def placed(clusters: Sequence[Sequence[int]], given: Sequence[str | None], titles: Sequence[str]) -> list[Named]:
    """The groups after the reader's word, each in order, the groups in the order of their first articles.

    ``given`` and ``titles`` are of the articles by number.
    """
    named: dict[str, list[int]] = defaultdict(list)
    nameless: list[list[int]] = []
    for cluster in clusters:
        held = Counter(name for i in cluster if (name := given[i]))
        for i in cluster:
            if name := given[i]:
                named[name].append(i)
        if rest := [i for i in cluster if not given[i]]:
            most, count = held.most_common(1)[0] if held else ("", 0)
            if 2 * count > len(cluster):
                named[most] += rest
            else:
                nameless.append(rest)
    groups: list[Named] = []
    owners = _owners(nameless, named, titles)
    for number, rest in enumerate(nameless):
        if name := owners.get(number):
            named[name] += rest
        else:
            groups.append((None, sorted(rest)))
    groups += [(name, sorted(members)) for name, members in named.items()]
    return sorted(groups, key=lambda group: group[1][0])


def _owners(nameless: Sequence[Sequence[int]], named: dict[str, list[int]], titles: Sequence[str]) -> dict[int, str]:
    """Groups without a name, by number, that a name means: it is the title of one of their articles, and of no other's.

    A group that two names mean is nobody's.
    """
    means: dict[str, set[int]] = defaultdict(set)
    for number, rest in enumerate(nameless):
        for i in rest:
            means[one_line(titles[i])].add(number)
    claims: dict[int, set[str]] = defaultdict(set)
    for name in named:
        if len(groups := means.get(one_line(name), ())) == 1:
            claims[next(iter(groups))].add(name)
    return {number: next(iter(names)) for number, names in claims.items() if len(names) == 1}
