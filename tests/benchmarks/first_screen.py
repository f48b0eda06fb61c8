"""From the command to the first full screen: ``python -m tests.benchmarks.first_screen [-n ROUNDS] [PATH…]``.

In each round, one after the other, in a pseudo-terminal of 80 by 24: a Textual application of one Static, and
``parallax`` with the paths (the sample library, unless given). Printed are medians, and their ratio.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from tests.terminal.pty_session import PARALLAX, Display, PtySession, home

_STATIC = """
from textual.app import App
from textual.widgets import Static

class OneStatic(App):
    def compose(self):
        yield Static("a screen with one widget")

OneStatic().run()
"""


def static_stands(display: Display) -> bool:
    """Whether the application of one Static has drawn itself."""
    return "a screen with one widget" in display[0]


def library_stands(display: Display) -> bool:
    """Whether the list of articles stands, from its heading to the keys in the last row."""
    return "Library" in display[0] and "help" in display[-1] and bool(display[2].strip())


def seconds_to(shows: Callable[[Display], bool], *argv: str) -> float:
    """Seconds from starting the program to the bytes that made the screen so."""
    with tempfile.TemporaryDirectory() as folder, PtySession(argv, env=home(folder)) as session:
        return session.wait_for(shows)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", metavar="PATH")
    parser.add_argument("-n", "--rounds", type=int, default=9)
    options = parser.parse_args()
    paths = [os.path.abspath(path) for path in options.paths]
    os.chdir(Path(__file__).parents[2])
    static: list[float] = []
    parallax: list[float] = []
    for number in range(options.rounds + 1):
        one = seconds_to(static_stands, sys.executable, "-c", _STATIC)
        other = seconds_to(library_stands, *PARALLAX, *paths)
        if number:  # the first round fills the disk's cache
            static.append(one)
            parallax.append(other)
    print(f"one Static  {median(static) * 1000:6.0f} ms   {min(static) * 1000:.0f} – {max(static) * 1000:.0f}")
    print(f"parallax    {median(parallax) * 1000:6.0f} ms   {min(parallax) * 1000:.0f} – {max(parallax) * 1000:.0f}")
    print(f"ratio       ×{median(parallax) / median(static):.2f}   median of {options.rounds} rounds")


if __name__ == "__main__":
    main()
