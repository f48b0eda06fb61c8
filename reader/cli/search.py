"""``parallax search``: the sentences of a library that answer a query."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

import click

from reader.cli.input import UNUSABLE, Progress, open_catalogue, tell
from reader.cli.output import write_text, write_utf8

if TYPE_CHECKING:
    from reader.analysis.searching import Found
    from reader.library.catalogue import Catalogue
    from reader.library.matching import Matches
    from reader.library.query import Query

NOTHING = 1
"""Exit status: nothing was found, as grep has it."""


@click.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--most", type=click.IntRange(min=0), default=500, show_default=True, help="Articles at most; 0: all.")
@click.argument("query")
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]...")
def search(query: str, paths: tuple[str, ...], form: Literal["text", "json"], most: int) -> None:
    """Search a library: print the sentences that answer.

    They have most of the words, in articles that have them all.

    QUERY has words, "phrases" and beginnings (kara*); source:, title: and name: followed by words; date: followed by
    2023, 2023-09, 2023-09-20, two of them with .. between, or one after < or >; and any of these with - before it, to
    leave out what has it (write -- before a QUERY that begins so). Without a PATH your library is searched.

    Exit status, as of grep: 0; 1 when nothing was found; 2 when the query cannot be understood or nothing be read.
    """
    from reader.library.query import QueryError, parse, spelled

    try:
        wanted = parse(query)
    except QueryError as error:
        tell(f"{error}")
        raise SystemExit(UNUSABLE) from None
    catalogue = _opened(paths)
    wanted = spelled(wanted, _one_names(catalogue))
    matches = catalogue.matching(wanted, most or -1)
    any_found = (_print_json if form == "json" else _print_text)(catalogue, wanted, matches)
    raise SystemExit(0 if any_found else NOTHING)


def _opened(paths: Sequence[str]) -> Catalogue:
    """The articles of the paths, the index up to date; nothing to read ends the program."""
    catalogue = open_catalogue(paths)
    if not catalogue.count():
        tell("nothing to search in")
        raise SystemExit(UNUSABLE)
    return catalogue


def _one_names(catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    """The names that are one by the reader's word, told in the folders that are searched."""
    from reader.library.names import read

    for path in catalogue.paths:
        yield from read(path)[0].joined


def _found(catalogue: Catalogue, query: Query, matches: Matches) -> Iterator[Found]:
    from reader.analysis.searching import search

    with Progress("searching") as progress:

        def show(done: int, total: int) -> bool:
            progress.show(done, total)
            return True

        yield from search(catalogue, query, matches, show)


def _print_json(catalogue: Catalogue, query: Query, matches: Matches) -> bool:
    from reader.export.found import found_document
    from reader.export.json_ import dumps

    found = list(_found(catalogue, query, matches))
    total = matches.total if len(matches.keys) < matches.total else len(found)
    write_utf8(dumps(found_document(query, found, total)))
    return bool(found)


def _print_text(catalogue: Catalogue, query: Query, matches: Matches) -> bool:
    from reader.export.found import SHOWN, counted, found_report
    from reader.export.prose import PLAIN

    styles = SHOWN if sys.stdout.isatty() else PLAIN
    articles = places = 0
    for one in _found(catalogue, query, matches):
        articles += 1
        places += len(one.places)
        write_text("\n".join(found_report(one, styles)) + "\n")
    if articles:
        write_text(f"\n{counted(articles, places, matches.total, len(matches.keys))}\n")
    else:
        tell(f"nothing found: {query.text}")
    return articles > 0
