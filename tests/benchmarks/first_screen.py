"""From the command to the first full screen: ``python -m tests.benchmarks.first_screen [-n ROUNDS] [--huge] [PATH…]``.

In each round, one after the other, in a pseudo-terminal of 80 by 24: a Textual application of one Static, then
``parallax`` with libraries of 5 and 1,000 generated articles (with ``--huge`` of 100,000 too), or with the paths given;
each once without an index, as at its first launch ever, and once with it. Printed are medians and their ratio to the
one Static: of the seconds that passed, and of the processor's seconds of the process itself, which a busy machine
disturbs less; and the most memory that the process held.

The index of 100,000 articles takes minutes to make; it is made once and kept beside them, in the folder of ``--keep``.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from reader.library.catalogue import Catalogue
from tests.benchmarks.generated import generate
from tests.terminal.pty_session import PARALLAX, Display, PtySession, home

STATIC = """
from textual.app import App
from textual.widgets import Static

class OneStatic(App):
    def compose(self):
        yield Static("a screen with one widget")

OneStatic().run()
"""

_TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Launch:
    """What one start took: seconds, seconds of the processor, and the most memory in MB."""

    wall: float
    processor: float
    memory: float


@dataclass(slots=True)
class Candidate:
    """Something to start. ``warm``: its index is there beforehand."""

    name: str
    argv: tuple[str, ...]
    stands: Callable[[Display], bool]
    library: str = ""
    warm: bool = False
    launches: list[Launch] = field(default_factory=list)

    def start(self, kept: Path) -> None:
        """Start it once, in a home of its own."""
        with tempfile.TemporaryDirectory() as folder:
            environment = home(folder) | {"PYTHONDONTWRITEBYTECODE": ""}  # an installed program has its bytecode
            if self.warm:
                environment["XDG_CACHE_HOME"] = str(kept)
            with PtySession(self.argv, env=environment) as session:
                wall = session.wait_for(self.stands, timeout=60)
                self.launches.append(Launch(wall, *spent(session.pid)))

    def index(self, kept: Path) -> None:
        """Have the index there that it will find."""
        Catalogue([self.library], kept / "parallax" / "libraries").refresh()

    def figure(self, of: Callable[[Launch], float]) -> float:
        """The median, the first launch apart, which fills the disk's cache."""
        return median(map(of, self.launches[1:]))


def spent(pid: int) -> tuple[float, float]:
    """The processor's seconds of a process so far, and its peak memory in MB; zeros where the system tells nothing."""
    try:
        times = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        status = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0, 0.0
    peak = next((int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM")), 0.0)
    return (int(times[11]) + int(times[12])) / _TICK, peak


def static_stands(display: Display) -> bool:
    """Whether the application of one Static has drawn itself."""
    return "a screen with one widget" in display[0]


def library_stands(display: Display) -> bool:
    """Whether the list of articles stands, from its heading to the keys in the last row."""
    return "Library" in display[0] and "help" in display[-1] and bool(display[2].strip())


def candidates(libraries: Iterable[str]) -> list[Candidate]:
    """What is started in each round."""
    found = [Candidate("one Static", (sys.executable, "-c", STATIC), static_stands)]
    for library in libraries:
        argv = (*PARALLAX, library)
        name = os.path.basename(library.rstrip(os.sep))
        found.append(Candidate(f"{name}, first launch", argv, library_stands, library))
        found.append(Candidate(f"{name}, with index", argv, library_stands, library, warm=True))
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", metavar="PATH")
    parser.add_argument("-n", "--rounds", type=int, default=9)
    parser.add_argument("--huge", action="store_true", help="measure 100,000 articles too")
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "parallax-generated")
    options = parser.parse_args()
    sizes = (5, 1000, 100_000) if options.huge else (5, 1000)
    libraries = [os.path.abspath(path) for path in options.paths]
    libraries = libraries or [str(generate(options.keep, size)) for size in sizes]
    os.chdir(Path(__file__).parents[2])
    everything = candidates(libraries)
    for candidate in everything:
        if candidate.warm:
            candidate.index(options.keep)
    for _ in range(options.rounds + 1):
        for candidate in everything:
            candidate.start(options.keep)
    static = everything[0]
    print(f"{'median of ' + str(options.rounds) + ' rounds':32}  seconds  ratio   processor  ratio   memory  ratio")
    for candidate in everything:
        cells = ""
        for of, form in ((_wall, "{:9.3f}"), (_processor, "{:12.2f}"), (_memory, "{:6.0f} MB")):
            value, unit = candidate.figure(of), static.figure(of)
            cells += form.format(value) + (f"  ×{value / unit:4.2f}" if unit else "      -")
        print(f"{candidate.name:32}{cells}")


def _wall(launch: Launch) -> float:
    return launch.wall


def _processor(launch: Launch) -> float:
    return launch.processor


def _memory(launch: Launch) -> float:
    return launch.memory


if __name__ == "__main__":
    main()
