"""``parallax add``: files, folders, a pipe, addresses, feeds and lists of feeds into a library."""

from __future__ import annotations

import sys
from collections import Counter
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
@click.option("--published", type=click.DateTime(["%Y-%m-%d"]), callback=day, help="The day, as 2023-09-21.")
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
@click.argument("what", nargs=-1, required=True, metavar="WHAT...")
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
    from reader.library.drafts import Draft
    from reader.library.feed_state import read_validators, write_validators
    from reader.library.gathering import LIMITS, Gatherer, Known
    from reader.library.settings import own_library, read_settings
    from reader.model import Problem

    problems: list[Problem | str] = []
    outcomes: Counter[str] = Counter()
    written = ""
    try:
        shelf = Shelf.open(folder or own_library())
    except LibraryError as error:
        tell(error.problem)
        raise SystemExit(UNUSABLE) from error
    stored = {} if again else read_validators()
    gatherer = Gatherer(
        Limits(seconds, LIMITS.size, LIMITS.redirects, networks + read_settings().networks), validators=dict(stored)
    )
    if not again:
        gatherer.known = shelf.has
    done = 0
    interrupted = False
    try:
        with Progress("adding") as progress:
            for found in gatherer.gather(what, sys.stdin.buffer if "-" in what else None):
                if isinstance(found, Draft):
                    try:
                        added = shelf.put(found.given(**fields), keep_page)
                    except LibraryError as error:
                        problems.append(error.problem)
                    else:
                        outcomes[added.outcome] += 1
                        written = added.path
                elif isinstance(found, Known):
                    outcomes["known"] += 1
                else:
                    problems.append(found)
                done += 1
                progress.show(done, max(gatherer.total, done))
    except KeyboardInterrupt:
        interrupted = True
    if not interrupted:
        write_validators(stored | gatherer.answered)
    for problem in problems:
        tell(problem)
    tell(summary(outcomes, len(problems), str(shelf.folder), written))
    if interrupted:
        raise SystemExit(INTERRUPTED)
    raise SystemExit(0 if not problems else 1 if outcomes.total() else UNUSABLE)


def summary(outcomes: Counter[str], failed: int, folder: str, last: str) -> str:
    """What became of everything, in one line; of a single article, its file."""
    if outcomes.total() == 1 and not failed and last:
        said = {"added": "added", "new version": "added as a new version:", "known": "is there already:"}
        return f"{said[next(iter(outcomes))]} {last}"
    counts = [
        (outcomes["added"], "added"),
        (outcomes["new version"], "as a new version"),
        (outcomes["known"], "there already"),
        (failed, "failed"),
    ]
    return ", ".join(f"{n} {what}" for n, what in counts if n or what == "added") + f" ({folder})"
