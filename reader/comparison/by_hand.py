"""Stories as the reader has them: an article that was given a story belongs to that one, whatever it is like.

Articles are grouped by their words first. A name that most articles of a group have holds for the whole group, so that
what comes later finds its story; a name that only some of them have takes these out of the group and leaves the others
where they are. A name that is the title of a group without one is that group: so an article is moved to a story that
nobody has named.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from reader.text.sanitise import one_line

Named = tuple[str | None, list[int]]
"""The name of a group, if it has one, and the numbers of its articles."""


def placed(clusters: Iterable[Sequence[int]], given: Mapping[int, str], title: Callable[[int], str]) -> list[Named]:
    """The groups after the reader's word, each in order, the groups in the order of their first articles.

    ``given`` are the names of stories by article; ``title`` tells that of an article, of those alone that may matter.
    """
    named: dict[str, list[int]] = defaultdict(list)
    nameless: list[Sequence[int]] = []
    for cluster in clusters:
        held = Counter(name for i in cluster if (name := given.get(i))) if given else None
        if not held:
            nameless.append(cluster)
            continue
        for i in cluster:
            if name := given.get(i):
                named[name].append(i)
        if rest := [i for i in cluster if i not in given]:
            most, count = held.most_common(1)[0]
            if 2 * count > len(cluster):
                named[most] += rest
            else:
                nameless.append(rest)
    groups: list[Named] = []
    owners = _owners(nameless, named, title) if named else {}
    for number, left in enumerate(nameless):
        if name := owners.get(number):
            named[name] += left
        else:
            groups.append((None, sorted(left)))
    groups += [(name, sorted(members)) for name, members in named.items()]
    return sorted(groups, key=lambda group: group[1][0])


def _owners(
    nameless: Sequence[Sequence[int]], named: Mapping[str, Sequence[int]], title: Callable[[int], str]
) -> dict[int, str]:
    """Groups without a name, by number, that a name means: it is the title of one of their articles, and of no other's.

    A group that two names mean is nobody's.
    """
    names = {one_line(name): name for name in named}
    means: dict[str, set[int]] = defaultdict(set)
    for number, rest in enumerate(nameless):
        for i in rest:
            if (told := one_line(title(i))) in names:
                means[told].add(number)
    claims: dict[int, set[str]] = defaultdict(set)
    for told, groups in means.items():
        if len(groups) == 1:
            claims[next(iter(groups))].add(names[told])
    return {number: next(iter(found)) for number, found in claims.items() if len(found) == 1}
