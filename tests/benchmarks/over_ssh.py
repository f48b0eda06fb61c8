"""A key at the far end of a line: ``python -m tests.benchmarks.over_ssh [-n ROUNDS] [--huge]``.

A real sshd of its own on 127.0.0.1, terminals of 80 by 24, and in each round one after the other ``parallax``,
``newsboat`` and ``less`` with the same texts: those of the sample library. Keys are pressed one at a time; a key costs
the bytes that arrive at the near end, and the time until the last of them. Printed are medians over all presses, the
most bytes of one, and the ratio to the key of the others that does the like. The terminal tells where its cursor is
when it is asked; once more it does not, which makes the line a slow one. Then ten seconds without a key, and from
the command to the first full screen, with the memory held there, for libraries of 5 and 1,000 articles (with ``--huge``
of 100,000 too; their index takes minutes and is kept in the folder of ``--keep``).

It needs sshd and newsboat (Debian: openssh-server, newsboat).
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from xml.sax.saxutils import escape

from reader.library import load
from reader.library.catalogue import Catalogue
from reader.tui.pace import LATE, REST
from tests.benchmarks.first_screen import STATIC, library_stands, spent, static_stands
from tests.benchmarks.generated import generate
from tests.terminal.pty_session import PARALLAX, Burst, Display, PtySession, home
from tests.terminal.ssh_line import SshLine, sshd

ROOT = Path(__file__).parents[2]
SAMPLE = sorted((ROOT / "articles").glob("*/*.md"))
CURSOR, SCROLL, PAGE, SWITCH, JUMP = "cursor", "list scroll", "page", "article switch", "jump"
SLOWLY, AT_REST, SLOW_SWITCH = "cursor, slow line", "  and at rest", "switch, slow line"
KEYS = (CURSOR, SLOWLY, AT_REST, SCROLL, PAGE, SWITCH, SLOW_SWITCH, JUMP)
LIKE = {SLOWLY: CURSOR, SLOW_SWITCH: SWITCH}
"""Keys that the others have no like of, and what theirs are compared with."""
REPORT = "Ferry sinks off Port Sarn"
"""The report that is read: five others tell the same."""

IDLE = 10.0
"""Seconds without a key."""

DOWN = "\x1bOB"
"""The arrow, as a terminal sends it to a program that asked for application keys."""

Costs = dict[str, list[Burst]]


class Far:
    """Programs at the far end of a line, each in a home of its own."""

    def __init__(self, line: SshLine, folder: Path) -> None:
        self._line = line
        self._folder = folder

    def start(self, argv: Sequence[str], cache: Path | None = None, answers: bool = True) -> PtySession:
        """Start a program; what it keeps lies in ``cache``, or is gone after it.

        Without ``answers`` the terminal does not tell where its cursor is: the line is taken for slow.
        """
        home_of_it = home(tempfile.mkdtemp(dir=self._folder)) | {"PYTHONDONTWRITEBYTECODE": ""}
        if cache is not None:
            home_of_it["XDG_CACHE_HOME"] = str(cache)
        (self._folder / "pid").unlink(missing_ok=True)
        told = ["sh", "-c", 'echo $$ > "$0"; exec "$@"', str(self._folder / "pid"), *argv]
        return PtySession(self._line.command(told, home_of_it), answers=answers)

    def spent(self) -> tuple[float, float]:
        """The processor's seconds of the program that was started last, and the most memory it held, in MB."""
        return spent(int((self._folder / "pid").read_text()))


def press(session: PtySession, key: str, costs: list[Burst], times: int = 1) -> None:
    """Press the key; what each press costs is noted unless nothing comes of it."""
    for _ in range(times):
        burst = session.press(key)
        if burst.size:
            costs.append(burst)


def in_parallax(far: Far, cache: Path, costs: Costs) -> Burst:
    """Through the list, into the longest articles, along them, to counterparts and back; what idling costs."""
    with far.start([*PARALLAX, str(ROOT / "articles")], cache) as session:
        session.wait_for(library_stands)
        session.settle(1.0)
        press(session, "j", costs[SCROLL], 12)
        session.press(f"/{REPORT}\r")
        session.press("\r", 0.5)
        session.wait_for(lambda display: "Library" not in display[0])
        session.wait_for(lambda display: "comparing" not in "".join(display), 60)
        session.settle(1.0)
        for _ in range(10):
            press(session, "j", costs[CURSOR])
            top = session.display[0]
            jump = session.press("\r")
            if session.display[0] != top:
                costs[JUMP].append(jump)
                press(session, "H", [])
        press(session, "g", [])
        press(session, " ", costs[PAGE], 3)
        session.press("q")
        session.press("\x1b")
        session.press("g")
        for _ in range(4):
            session.press("j")
            press(session, "\r", costs[SWITCH])
            session.press("q")
        return session.settle(IDLE, IDLE)


def on_a_slow_line(far: Far, cache: Path, costs: Costs) -> None:
    """Along an article and from one to the next, where excerpts wait until the cursor rests."""
    with far.start([*PARALLAX, str(ROOT / "articles")], cache, answers=False) as session:
        session.wait_for(library_stands)
        session.settle(LATE + 0.5)
        session.press(f"/{REPORT}\r")
        session.press("\r", 0.5)
        session.wait_for(lambda display: "comparing" not in "".join(display), 60)
        for _ in range(10):
            session.settle(2 * REST)
            press(session, "j", costs[SLOWLY])
            costs[AT_REST].append(session.settle(2 * REST))
        session.press("q")
        session.press("\x1b")
        session.press("g")
        for _ in range(4):
            session.press("j")
            press(session, "\r", costs[SLOW_SWITCH])
            session.settle(2 * REST)
            session.press("q")


def in_newsboat(far: Far, program: list[str], costs: Costs) -> Burst:
    """The same in newsboat: its list, its articles; it has no counterparts to jump to."""
    with far.start(program) as session:
        session.wait_for("Your feeds")
        session.press("\r")
        press(session, DOWN, costs[CURSOR], 8)
        press(session, DOWN, costs[SCROLL], 8)
        for _ in range(4):
            press(session, "\r", costs[SWITCH])
            press(session, " ", costs[PAGE], 2)
            press(session, "q", [])
            press(session, "\x1bOA", [])
        return session.settle(IDLE, IDLE)


def in_less(far: Far, costs: Costs) -> Burst:
    """The same in less: a line down, a page down, the next file."""
    with far.start(["less", *map(str, SAMPLE)]) as session:
        session.settle(0.5)
        press(session, "j", costs[CURSOR], 8)
        press(session, "g", [])
        press(session, " ", costs[PAGE], 2)
        press(session, ":n\r", costs[SWITCH], 4)
        return session.settle(IDLE, IDLE)


def boat(folder: Path, articles: Sequence[tuple[str, str]]) -> list[str]:
    """Newsboat with one feed of so many articles (title, text), already fetched."""
    items = "".join(
        f"<item><title>{escape(title)}</title><guid>{n}</guid><link>https://example.invalid/{n}</link>"
        f"<pubDate>Sat, 03 May 2031 10:00:00 GMT</pubDate><description>{escape(text)}</description></item>\n"
        for n, (title, text) in enumerate(articles)
    )
    channel = f"<title>Sample</title><link>https://example.invalid/</link><description>-</description>{items}"
    (folder / "feed.xml").write_text(f'<rss version="2.0"><channel>{channel}</channel></rss>', encoding="utf-8")
    (folder / "urls").write_text(f"file://{folder}/feed.xml\n")
    (folder / "config").touch()
    program = ["newsboat", *(part for key, name in zip("uCc", ("urls", "config", "cache"), strict=True)
                             for part in (f"-{key}", str(folder / name)))]  # fmt: skip
    subprocess.run([*program, "-x", "reload"], check=True, capture_output=True)
    return program


def print_keys(ours: Costs, others: dict[str, Costs]) -> None:
    """A line a key: ours, then how it compares."""
    print(f"{'80×24 over ssh':18}{'bytes':>7}{'most':>7}{'ms':>8}" + "".join(f"{name:>26}" for name in others))
    for key in KEYS:
        if not ours[key]:
            print(f"{key:18}{'never':>7}")
            continue
        size, last = _size(ours[key]), _last(ours[key])
        told = f"{key:18}{size:7.0f}{max(b.size for b in ours[key]):7}{last:8.1f}"
        for costs in others.values():
            if theirs := costs[LIKE.get(key, key)]:
                told += f"{f'{_size(theirs):.0f} B ×{size / _size(theirs):.1f}':>14}"
                told += f"{f'{_last(theirs):.1f} ms ×{last / _last(theirs):.1f}':>12}"
            else:
                told += f"{'-':>26}"
        print(told)


def _size(bursts: list[Burst]) -> float:
    return median(b.size for b in bursts)


def _last(bursts: list[Burst]) -> float:
    return median(b.last for b in bursts) * 1000


def print_first_screens(far: Far, keep: Path, sizes: Sequence[int], rounds: int) -> None:
    """Seconds, memory and their ratios to an application of one Static, for each size."""
    started: list[tuple[str, list[str], Callable[[Display], bool]]] = [
        ("one Static", [sys.executable, "-c", STATIC], static_stands)
    ]
    for size in sizes:
        library = generate(keep, size)
        Catalogue([str(library)], keep / "parallax" / "libraries").refresh()
        started.append((f"parallax, {size:,}", [*PARALLAX, str(library)], library_stands))
        folder = keep / f"newsboat-{size}"
        if not (folder / "cache").exists():
            folder.mkdir(exist_ok=True)
            boat(folder, [(path.stem, path.read_text("utf-8")) for path in sorted(library.rglob("*.md"))])
        program = ["newsboat", "-u", f"{folder}/urls", "-C", f"{folder}/config", "-c", f"{folder}/cache"]
        started.append((f"newsboat, {size:,}", program, _boat_stands))
    taken: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for _ in range(rounds + 1):
        for name, argv, stands in started:
            with far.start(argv, keep) as session:
                taken[name].append((session.wait_for(stands, 120), far.spent()[1]))
    print(f"\n{'first screen':22}{'seconds':>9}{'ratio':>7}{'memory':>11}{'ratio':>7}")
    middle = {name: (median(w for w, _ in all_[1:]), median(m for _, m in all_[1:])) for name, all_ in taken.items()}
    unit = middle["one Static"]
    for name, (wall, memory) in middle.items():
        print(f"{name:22}{wall:9.3f}  ×{wall / unit[0]:4.2f}{memory:8.0f} MB  ×{memory / unit[1]:4.2f}")


def _boat_stands(display: Display) -> bool:
    return "Your feeds" in display[0] and bool(re.search(r"\(\d+/\d+\)", display[1]))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", "--rounds", type=int, default=3)
    parser.add_argument("--huge", action="store_true", help="measure 100,000 articles too")
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "parallax-generated")
    options = parser.parse_args()
    if sshd() is None or shutil.which("newsboat") is None:
        raise SystemExit("over_ssh: sshd, ssh and newsboat are needed (Debian: openssh-server, newsboat)")
    os.chdir(ROOT)
    options.keep.mkdir(exist_ok=True)
    ours: Costs = defaultdict(list)
    others: dict[str, Costs] = {"newsboat": defaultdict(list), "less": defaultdict(list)}
    idle: dict[str, int] = defaultdict(int)
    with tempfile.TemporaryDirectory() as name, SshLine(Path(name)) as line:
        folder = Path(name)
        far, cache = Far(line, folder), folder / "cache-of-ours"
        program = boat(folder, [(article.title or "", article.text) for article in map(load, SAMPLE)])
        for _ in range(options.rounds):
            idle["parallax"] += in_parallax(far, cache, ours).size
            on_a_slow_line(far, cache, ours)
            idle["newsboat"] += in_newsboat(far, program, others["newsboat"]).size
            idle["less"] += in_less(far, others["less"]).size
        print_keys(ours, others)
        print(f"{IDLE:.0f} idle seconds:   " + "   ".join(f"{name} {size} B" for name, size in idle.items()))
        print_first_screens(far, options.keep, (5, 1000, 100_000) if options.huge else (5, 1000), options.rounds)


if __name__ == "__main__":
    main()
