"""The command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

COMMANDS = ("add", "show", "search", "notes", "compare", "figures", "coverage", "wording", "timeline", "clean",
            "config", "doctor", "completion", "man")  # fmt: skip
"""In the order of the help; each is a function of its name in a module of its name, or in that which has it."""

READ = "read"
"""The command that stands for none; it may be written, as in ``parallax read --plain``."""


def main(args: Sequence[str] | None = None) -> None:
    """Do what the arguments ask for, those of the process if none are given."""
    words = list(sys.argv[1:] if args is None else args)
    if _only_opens(words):
        _open(words)
    from reader.cli.group import main as understood

    understood(args)


def _only_opens(words: Sequence[str]) -> bool:
    """Whether these are paths to be read: most starts, which need not wait for the parser."""
    return (
        os.name == "posix"
        and "_PARALLAX_COMPLETE" not in os.environ
        and not any(word.startswith("-") for word in words)
        and (not words or (words[0] not in (*COMMANDS, READ) and any(map(os.path.lexists, words))))
    )


def _open(paths: Sequence[str]) -> None:
    from reader.tui import run

    try:
        status = run(paths)
    except KeyboardInterrupt:
        from reader.cli.input import INTERRUPTED

        print(file=sys.stderr)
        status = INTERRUPTED
    raise SystemExit(status)
