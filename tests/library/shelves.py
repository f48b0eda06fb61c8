"""A small library on disk, and its catalogue."""

from __future__ import annotations

from pathlib import Path

from reader.library.catalogue import Catalogue
from reader.library.listing import Listing, Order

WRECK = """---
title: Wreck raised off Lunn
source: Lunn Gazette
published: 2031-05-04
---
The wreck of the Marten was raised off Lunn on Sunday. Divers had worked on it for a month.
"""
FERRY = """---
title: Ferry late again
source: Coast Radio
published: 2031-05-05
story: ferry
---
The ferry to Ostrel left two hours late on Monday. The company gave no reason.
"""
BARE = """A lamp was left burning in the tower of the old harbour, and nobody knows who lit it.
The keeper had gone home at six."""


def opened(shelf: Path) -> Catalogue:
    return Catalogue([shelf], shelf.parent / "cache")


def refreshed(shelf: Path) -> Catalogue:
    catalogue = opened(shelf)
    catalogue.refresh()
    return catalogue


def listed(catalogue: Catalogue, order: Order = "source", words: str = "") -> list[Listing]:
    found = [catalogue.listing(key) for key in catalogue.arranged(order, words).keys]
    return [row for row in found if row is not None]


def ids(catalogue: Catalogue, order: Order = "source", words: str = "") -> list[str]:
    return [row.id for row in listed(catalogue, order, words)]


def read_anew(catalogue: Catalogue) -> int:
    """How many files a refresh read."""
    told: list[int] = []
    catalogue.refresh(lambda done, total, changed: not told.append(total))  # type: ignore[func-returns-value]
    return told[-1]
