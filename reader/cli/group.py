"""What the command line understands."""

from __future__ import annotations

import click

import reader
from reader.cli.commands import PathsOrCommand


@click.group(
    cls=PathsOrCommand,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0; 1 when some of the input could not be used (the rest was); 2 when none could, or on wrong "
    "usage. A path that is named like a command is written ./compare.",
)
@click.version_option(reader.__version__, prog_name="parallax")
def main() -> None:
    """Read several outlets' reports of one event side by side.

    `parallax` opens the library, `parallax PATH…` the articles in these files and folders.
    """
