"""``parallax add``: files, folders, a pipe, addresses, feeds and lists of feeds into a library."""

from __future__ import annotations

import sys
from datetime import date, datetime
from typing import Any

import click

from reader.cli.input import INTERRUPTED, UNUSABLE, Progress, tell


def day(ctx: click.Context, param: click.Parameter, value: datetime | None) -> date | None:
    """The day of a date given."""
    return value and value.date()


def private_networks(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """The networks, or what one looks like."""
    import ipaddress

    for network in value:
        try:
            ipaddress.ip_network(network, strict=False)
        except ValueError:
            raise click.BadParameter(f"{network!r} is not a network (as 192.168.1.0/24)") from None
    return value


@click.command()
@click.option("--source", help="The outlet, for all that is added.")
@click.option(
    "--published", type=click.DateTime(["%Y-%m-%d"]), callback=day, metavar="DATE", help="The day, as 2023-09-21."
)
@click.option("--title", help="The title.")
@click.option("--url", help="The address the text is from.")
@click.option("--story", help="The story it belongs to.")
@click.option("--to", "folder", type=click.Path(file_okay=False), help="The library; by default your own.")
@click.option("--keep-page", is_flag=True, help="Keep the page as it came beside the article.")
@click.option("--again", is_flag=True, help="Ask for pages of feeds that are there already, for changed versions.")
@click.option(
    "--allow", "networks", multiple=True, callback=private_networks, help="A private network that may be asked."
)
@click.option("--seconds", default=20.0, show_default=True, help="How long one address may take.")
@click.argument("what", nargs=-1, type=click.Path(), required=True, metavar="WHAT...")
def add(
    what: tuple[str, ...],
    folder: str | None,
    keep_page: bool,
    again: bool,
    networks: tuple[str, ...],
    seconds: float,
    **fields: Any,
) -> None:
    """Add articles to a library.

    WHAT is a file, a folder, - (standard input), an address of a page or a feed (RSS, Atom, JSON Feed), or a list of
    feeds (OPML). What is there already is not added twice; ctrl+c leaves what was added.
    """
    from reader.intake.fetching import Limits
    from reader.library import LibraryError
    from reader.library.adding import Shelf
    from reader.library.gathering import LIMITS, Gatherer
    from reader.library.settings import own_library, read_settings
    from reader.library.taking_in import Tally, take_in

    try:
        shelf = Shelf.open(folder or own_library())
    except LibraryError as error:
        tell(error.problem)
        raise SystemExit(UNUSABLE) from error
    gatherer = Gatherer(Limits(seconds, LIMITS.size, LIMITS.redirects, networks + read_settings().networks))
    tally = Tally()
    pipe = sys.stdin.buffer if "-" in what else None
    interrupted = False
    try:
        with Progress("adding") as progress:
            for outcome in take_in(shelf, gatherer, what, pipe=pipe, again=again, keep_page=keep_page, **fields):
                tally.count(outcome)
                progress.show(tally.done, max(gatherer.total, tally.done))
    except KeyboardInterrupt:
        interrupted = True
    for problem in tally.problems:
        tell(problem)
    one = tally.outcomes.total() == 1 and not tally.problems and tally.path
    tell(tally.summary() if one else f"{tally.summary()} ({shelf.folder})")
    if interrupted:
        raise SystemExit(INTERRUPTED)
    raise SystemExit(0 if not tally.problems else 1 if tally.outcomes.total() else UNUSABLE)
