"""The order of a list, asked of the index; that of a large library is kept there from one change to the next."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from reader.library.listing import Arrangement, Group

if TYPE_CHECKING:
    from typing import Literal

    from reader.library.index import Index

    ByIndex = Literal["source", "date"]

LARGE = 2000
"""Articles above which an order is kept: to sort 100,000 takes 60 ms, a fifth of a start."""

_GROUPED_BY = {"source": "outlet", "date": "published"}
_ORDERED_BY = {"source": "outlet, published desc, title", "date": "published desc, title"}


def arranged(index: Index, order: ByIndex, words: str = "") -> Arrangement:
    """The keys of all articles in an order, of those only that hold all of the words in title, source or date."""
    wanted = words.casefold().split()
    return _having(index, order, wanted) if wanted else _kept(index, order) or _sorted(index, order)


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
            groups, keys = _sorted(index, order)
            db.execute("insert into orders values (?, ?, ?)", (order, json.dumps(groups), keys.tobytes()))


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
