"""What a key sends down the line: ``python -m tests.benchmarks.bytes_per_key [-n ROUNDS] [PATH…]``.

In each round, one after the other, in a pseudo-terminal of 80 by 24: ``parallax`` with the paths (the sample library,
unless given) and ``less`` with the text of one article, where it is installed. Keys are pressed one at a time; a key
costs the bytes that come after it, and the time to the last of them. Printed are medians over all presses, the largest
count of bytes, and the ratio to the key of ``less`` that does the like.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from collections import defaultdict
from pathlib import Path
from statistics import median

from tests.benchmarks.first_screen import library_stands
from tests.terminal.pty_session import PARALLAX, Burst, PtySession, home

ROOT = Path(__file__).parents[2]
PROSE = ROOT / "articles" / "ferry-halcyon" / "north-wire.md"
CURSOR, PAGE, SWITCH, JUMP, LIST = "cursor down", "page down", "article switch", "jump", "cursor down in the list"

Costs = dict[str, list[Burst]]


def press(session: PtySession, key: str, costs: list[Burst], times: int = 1, always: bool = False) -> None:
    """Press the key and note what each press costs; a press that changes nothing counts only if ``always``."""
    for _ in range(times):
        before = session.display
        burst = session.press(key)
        if always or session.display != before:
            costs.append(burst)


def in_parallax(costs: Costs, paths: list[str]) -> None:
    """One session: down the list, into an article, along it, to counterparts and back, and into the next article."""
    with tempfile.TemporaryDirectory() as folder, PtySession([*PARALLAX, *paths], env=home(folder)) as session:
        session.wait_for(library_stands)
        session.settle(1.0)
        press(session, "j", costs[LIST], 6)
        press(session, "k", [], 5)
        session.press("\r", 0.5)
        session.wait_for(lambda display: "Library" not in display[0])
        session.settle(4.0, 30)  # until the story is compared
        for _ in range(8):
            press(session, "j", costs[CURSOR], always=True)
            top = session.display[0]
            jump = session.press("\r")
            if session.display[0] != top:
                costs[JUMP].append(jump)
                press(session, "H", [])
        press(session, "g", [])
        press(session, " ", costs[PAGE], 3)
        press(session, "q", [])
        for _ in range(3):
            press(session, "j", [])
            press(session, "\r", costs[SWITCH])
            press(session, "q", [])


def in_less(costs: Costs) -> None:
    """The same in ``less``, as far as it goes: a line down, a page down."""
    with PtySession(["less", str(PROSE)]) as session:
        session.settle(0.3)
        press(session, "j", costs[CURSOR], 8)
        press(session, "g", [])
        press(session, " ", costs[PAGE], 3)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", metavar="PATH")
    parser.add_argument("-n", "--rounds", type=int, default=3)
    options = parser.parse_args()
    paths = [os.path.abspath(path) for path in options.paths]
    os.chdir(ROOT)
    ours: Costs = defaultdict(list)
    less: Costs = defaultdict(list)
    for _ in range(options.rounds):
        in_parallax(ours, paths)
        if shutil.which("less"):
            in_less(less)
    print(f"{'80×24':26}{'bytes':>8}{'most':>8}{'ms':>8}{'presses':>9}   less, bytes")
    for key in (LIST, CURSOR, PAGE, JUMP, SWITCH):
        bursts = ours[key]
        if not bursts:
            print(f"{key:26}{'never':>8}")
            continue
        size = median(b.size for b in bursts)
        told = f"{key:26}{size:8.0f}{max(b.size for b in bursts):8}{median(b.last for b in bursts) * 1000:8.1f}"
        told += f"{len(bursts):9}"
        if less[key]:
            like = median(b.size for b in less[key])
            told += f"   {like:.0f}  ×{size / like:.1f}"
        print(told)


if __name__ == "__main__":
    main()
