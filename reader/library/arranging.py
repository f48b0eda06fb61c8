"""The order of a list, asked of the index; that of a large library is kept there from one change to the next."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from reader.library.listing import Arrangement, Group

if TYPE_CHECKING:
    from typing import Literal

    from reader.library.index import Index
    from reader.model import Story

    ByIndex = Literal["source", "date"]

LARGE = 2000
"""Articles above which an order is kept: to sort 100,000 takes 60 ms, a fifth of a start."""

_GROUPED_BY = {"source": "outlet", "date": "published"}
_ORDERED_BY = {"source": "outlet, published desc, title", "date": "published desc, title"}


def arranged(index: Index, order: ByIndex, words: str = "") -> Arrangement:
    """The keys of all articles in an order, of those only that hold all of the words in title, source or date."""
    wanted = words.casefold().split()
    return _having(index, order, wanted) if wanted else _kept(index, order) or _sorted(index, order)


def by_story(index: Index, words: str, stories: Sequence[Story]) -> Arrangement:
    """Stories of several articles, the largest first, the copies of a text below it; all other articles after them."""
    rest = arranged(index, "date", words).keys
    several = [story for story in stories if len(story.articles) > 1]
    rank = {key: n for n, key in enumerate(rest)} if several else {}
    rows = index.ask("select id, key, words from files where state < 2") if several else []
    known = {name: (key, length) for name, key, length in rows}
    groups: list[Group] = []
    keys: array[int] = array("q")
    copies: set[int] = set()
    for story in sorted(several, key=lambda story: (-len(story.articles), story.id)):
        lengths = dict(known[name] for name in story.articles if name in known and known[name][0] in rank)
        if lengths:
            groups.append(Group(story.name or "untitled story", len(lengths)))
            own = sorted(lengths, key=rank.__getitem__)
            first = _firsts(index, own, lengths)
            copies |= {key for key in own if first[key] != key}
            keys.extend(sorted(own, key=lambda key: rank[first[key]]))
    taken = set(keys)
    alone = [key for key in rest if key not in taken]
    if alone:
        groups.append(Group("", len(alone)))
        keys.extend(alone)
    return Arrangement(tuple(groups), keys, frozenset(copies))


def _firsts(index: Index, keys: Sequence[int], lengths: Mapping[int, int]) -> dict[int, int]:
    """For each article of a story the first that has its text: itself, unless it is a copy.

    Two that begin with the same words and have as many in all are one text, whatever stands around it in their files.
    """
    as_long = Counter(lengths.values())
    found = {key: key for key in keys}
    texts: dict[tuple[int, str], int] = {}
    for key in keys:
        if lengths[key] and as_long[lengths[key]] > 1:
            for (opening,) in index.ask("select opening from files where key = ?", key):
                found[key] = texts.setdefault((lengths[key], opening.casefold()), key)
    return found


def keep(index: Index) -> None:
    """Keep the orders of a large library until something is written to the index.

    Raises:
        sqlite3.Error: it cannot be written.

    """
    if index.ask("select count(*) from files where state < 2") <= [(LARGE,)] or index.ask("select 1 from orders"):
        return
    import json

    with index.writing() as db:
        for order in ("source", "date"):
            found = _sorted(index, order)
            db.execute("insert into orders values (?, ?, ?)", (order, json.dumps(found.groups), found.keys.tobytes()))


def _having(index: Index, order: str, wanted: Sequence[str]) -> Arrangement:
    where = "where state < 2" + " and instr(terms, ?)" * len(wanted)
    rows = index.ask(f"select key, {_GROUPED_BY[order]} from files {where} order by {_ORDERED_BY[order]}", *wanted)
    groups = tuple(Group(label, len(list(own))) for label, own in groupby(row[1] for row in rows))
    return Arrangement(groups, array("q", [row[0] for row in rows]))


def _kept(index: Index, order: str) -> Arrangement | None:
    rows = index.ask("select groups, keys from orders where name = ?", order)
    if not rows:
        return None
    import json  # a small library, which has no orders to keep, starts without it

    keys = array("q")
    keys.frombytes(rows[0][1])
    return Arrangement(tuple(Group(*group) for group in json.loads(rows[0][0])), keys)


def _sorted(index: Index, order: str) -> Arrangement:
    by, downwards = _GROUPED_BY[order], " desc" if order == "date" else ""
    where = "where state < 2"
    counts = index.ask(f"select {by}, count(*) from files {where} group by {by} order by {by}{downwards}")
    # In one row: a hundred thousand would take three times as long.
    ordered = f"select key from files {where} order by {_ORDERED_BY[order]}"
    rows = index.ask(f"select group_concat(key) from ({ordered})")
    keys = array("q", map(int, (rows[0][0] or "").split(",")) if rows and rows[0][0] else ())
    if sum(count for _, count in counts) != len(keys):  # written in between
        return _having(index, order, ())
    return Arrangement(tuple(Group(*row) for row in counts), keys)
