"""How fast articles are read, layer by layer: ``python -m tests.benchmarks.analysis_speed [PATH…]``.

Printed are the milliseconds of processor time that an import of the analysis takes in a fresh process, those of a first
analysis of one story there (the first of the sample library), kilobytes a second (of UTF-8, on one core) for each layer
and for all of them, and how all of them fare on one article of many sentences: a layer that goes through the whole
article for each of them shows there. The articles are those of the sample library, unless files or folders are given.
Where pysbd, dateparser and quantulum3 are installed, they read the same sentences in the same run, and the ratio is
that of the layer to them:
``uv run --with pysbd --with dateparser --with quantulum3 python -m tests.benchmarks.analysis_speed``
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from statistics import median
from subprocess import PIPE, run
from time import process_time
from typing import Any

from reader.analysis import analyse
from reader.analysis.attribution import attributions
from reader.analysis.figures import figures
from reader.analysis.moments import moments
from reader.analysis.names import mentions
from reader.analysis.passages import passages
from reader.analysis.quotations import quotations
from reader.library import open_library
from reader.model import Article, Line

_ROOT = Path(__file__).parents[2]
_IMPORT = "from time import process_time as now; start = now(); import reader.analysis; print(now() - start)"
_FIRST = (
    "import sys; from time import process_time as now; from reader.analysis import analyse; "
    "from reader.library import open_library; articles = open_library(sys.argv[1:]).articles; "
    "start = now(); [analyse(article) for article in articles]; print(now() - start)"
)
_LAYERS = ("passages", "names", "moments", "quotations", "attributions", "figures")
_LONG = (1_000, 4_000, 16_000)
"""Sentences of the long articles."""


def layers(articles: Sequence[Article]) -> dict[str, float]:
    """The seconds that each layer takes for all articles."""
    spent: Counter[str] = Counter()
    for article in articles:
        marks = [process_time()]

        def done(marks: list[float] = marks) -> None:
            marks.append(process_time())

        sentences = passages(article)
        done()
        names = mentions(article, sentences)
        done()
        times = moments(article, sentences)
        done()
        quoted = quotations(article, sentences, names)
        done()
        said = attributions(article, sentences, names, quoted)
        done()
        figures(article, sentences, names, times, said, quoted)
        done()
        for layer, (before, now) in zip(_LAYERS, pairwise(marks), strict=True):
            spent[layer] += now - before  # type: ignore[assignment]
    return dict(spent)


def seconds(work: Callable[[], object]) -> float:
    """The processor time that some work takes."""
    start = process_time()
    work()
    return process_time() - start


def long(sentences: Sequence[str], number: int) -> Article:
    """An article of so many sentences, four a paragraph, those given over and over."""
    repeated = [sentences[at % len(sentences)] for at in range(number)]
    lines, start = [], 0
    for at in range(0, number, 4):
        line = " ".join(repeated[at : at + 4])
        lines.append((start, line))
        start += len(line) + 1
    return Article(
        "long",
        "\n".join(line for _, line in lines),
        tuple(Line(start, start + len(line), number) for number, (start, line) in enumerate(lines, 1)),
    )


def others(sentences: Sequence[str]) -> dict[str, tuple[str, Callable[[], object]]]:
    """Libraries that are installed: the layer to set beside each, and the same work done by it."""
    found: dict[str, tuple[str, Callable[[], object]]] = {}

    def module(name: str) -> Any:
        try:
            return import_module(name)
        except ImportError:
            return None

    if pysbd := module("pysbd"):
        segmenter = pysbd.Segmenter(language="en", clean=False)
        paragraphs = [" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4)]
        found["pysbd"] = "passages", lambda: [segmenter.segment(text) for text in paragraphs]
    if search := module("dateparser.search"):
        found["dateparser"] = "moments", lambda: [search.search_dates(text, languages=["en"]) for text in sentences]
    if parser := module("quantulum3.parser"):
        found["quantulum3"] = "figures", lambda: [parser.parse(text) for text in sentences]
    return found


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("paths", nargs="*", default=[_ROOT / "articles"], metavar="PATH")
    options.add_argument("-n", "--rounds", type=int, default=7)
    chosen = options.parse_args()
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}  # the first import compiles, the others are measured

    def fresh(code: str, *argv: str) -> float:
        command = [sys.executable, "-c", code, *argv]
        return float(run(command, cwd=_ROOT, env=environment, check=True, stdout=PIPE, text=True).stdout)

    fresh(_IMPORT)
    print(f"{'import the analysis':24}{1000 * median(fresh(_IMPORT) for _ in range(chosen.rounds)):8.0f} ms")
    story = [str(_ROOT / "articles" / "karabakh-2023")] if chosen.paths == [_ROOT / "articles"] else chosen.paths
    first = median(fresh(_FIRST, *map(os.path.abspath, story)) for _ in range(chosen.rounds))
    print(f"{'analyse a first story':24}{1000 * first:8.0f} ms")

    articles = open_library([str(path) for path in chosen.paths]).articles
    sentences = [passage.text for article in articles for passage in passages(article)]
    size = sum(len(sentence.encode()) for sentence in sentences) / 1000
    layers(articles)
    rounds = [layers(articles) for _ in range(chosen.rounds)]
    spent = {layer: median(each[layer] for each in rounds) for layer in _LAYERS}
    for layer in _LAYERS:
        print(f"{layer:24}{size / spent[layer]:8.0f} kB/s")
    print(f"{'all layers':24}{size / median(sum(each.values()) for each in rounds):8.0f} kB/s")
    for number in _LONG:
        article = long(sentences, number)
        whole = len(article.text.encode()) / 1000
        print(f"{f'  {number:,} sentences':24}{whole / seconds(lambda article=article: analyse(article)):8.0f} kB/s")  # type: ignore[misc]
    for name, (layer, work) in others(sentences[:200]).items():
        some = sum(len(sentence.encode()) for sentence in sentences[:200]) / 1000
        work()
        speed = some / seconds(work)
        print(f"{name:24}{speed:8.1f} kB/s  {layer} ×{size / spent[layer] / speed:.0f}")


if __name__ == "__main__":
    main()
