"""How long the engine takes, next to an import of Textual: ``python -m tests.benchmarks.engine_speed [PATH…]``.

Each round starts two fresh processes, one after the other: one imports ``textual.app``, the other imports the engine,
loads and cleans the articles, analyses them and compares them. Printed are the medians of all rounds; ratios are to
the import. The articles are those of the sample library's first story, unless files or folders are given.
"""

# What this module imports at its head, the engine would not have to import in the time that is measured.
import sys
from itertools import pairwise
from time import perf_counter

_IMPORT = "from time import perf_counter as now; start = now(); import textual.app; print(now() - start)"
_ENGINE = "import sys; from tests.benchmarks.engine_speed import steps; steps(sys.argv[1:])"


def steps(paths: list[str]) -> None:
    """Print the seconds of each step, a line each; the process must not have imported the engine before."""
    marks = [("", perf_counter())]

    def done(step: str) -> None:
        marks.append((step, perf_counter()))

    from reader import analyse, compare
    from reader.library import open_library

    done("import the engine")
    articles = open_library(paths).articles
    done("load and clean")
    analyses = [analyse(article) for article in articles]
    done("analyse")
    compare(analyses)
    done("compare")
    for (_, before), (step, now) in pairwise(marks):
        print(f"{step}\t{now - before}")
    print(f"all of it\t{marks[-1][1] - marks[0][1]}")


def main() -> None:
    """Measure and print."""
    import argparse
    import os
    from pathlib import Path
    from statistics import median
    from subprocess import PIPE, run

    root = Path(__file__).parents[2]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", default=[root / "articles" / "karabakh-2023"], metavar="PATH")
    parser.add_argument("-n", "--rounds", type=int, default=7)
    options = parser.parse_args()
    paths = [str(Path(path).resolve()) for path in options.paths]

    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}  # an installed program has its bytecode

    def fresh(code: str, *argv: str) -> str:
        command = [sys.executable, "-c", code, *argv]
        return run(command, cwd=root, env=environment, check=True, stdout=PIPE, text=True).stdout

    imports: list[float] = []
    rounds: list[dict[str, float]] = []
    for number in range(options.rounds + 1):
        import_seconds = float(fresh(_IMPORT))
        lines = (line.split("\t") for line in fresh(_ENGINE, *paths).splitlines())
        if number:  # the first round writes the bytecode and fills the disk's cache
            imports.append(import_seconds)
            rounds.append({step: float(seconds) for step, seconds in lines})
    unit = median(imports)
    print(f"{'import textual.app':20}{unit * 1000:8.0f} ms")
    for step in rounds[0]:
        seconds = median(each[step] for each in rounds)
        print(f"{step:20}{seconds * 1000:8.0f} ms  ×{seconds / unit:5.2f}")


if __name__ == "__main__":
    main()
