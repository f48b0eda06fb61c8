"""How long it takes to find counterparts: ``python -m tests.benchmarks.links_speed [PATH…] [-n ARTICLES] [-r ROUNDS]``.

Compares invented reports of one event, of about 600 words each, or the articles at PATH: all of them at once, one more
when the rest is known, one that was changed, and the first article alone with a few of the others; and the story opened
again, its comparison found in a cache folder of the benchmark's own. Beside it, in the same run, what else ranks
sentences of all articles against each other, where it can be imported: tf-idf of scikit-learn, bm25s, and sentence
embeddings (with ``--model FOLDER`` of sentence-transformers). Times are those of the processor, the least of all.
"""

from __future__ import annotations

import argparse
import os
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from reader.analysis import analyse
from reader.comparison import compare
from reader.comparison.memory import Memory
from reader.comparison.recalling import Recalling
from reader.comparison.weighting import general_english
from reader.library import compared, open_library
from reader.library.hand import Hand
from reader.model import Analysis, Article, Line
from reader.tui.desk import FIRST

WORDS = 600
"""Words of an invented report."""

OTHER_WORDS = 0.35
"""The share of words that a report has of its own where another says the same."""

SAMPLE = Path(__file__).parents[2] / "articles" / "ferry-halcyon"


def reports(count: int) -> list[Article]:
    """Invented reports of one event: the sentences of the sample library's, drawn and reworded."""
    said = [p.text for a in open_library([str(SAMPLE)]).articles for p in analyse(a).passages if not p.heading]
    vocabulary = sorted(word for word in general_english() if len(word) > 4)
    draw = random.Random(1)
    made = []
    for number in range(count):
        lines: list[str] = []
        for sentence in cycle(draw.sample(said, len(said))):
            lines.append(" ".join(reworded(word, draw, vocabulary) for word in sentence.split()))
            if sum(len(line.split()) for line in lines) >= WORDS:
                break
        made.append(all_body(f"report-{number}", lines))
    return made


def reworded(word: str, draw: random.Random, vocabulary: Sequence[str]) -> str:
    """The word, or another in its place; names and short words stay, numbers change now and then."""
    if word.isdigit():
        return str(draw.randrange(2, 900)) if draw.random() < OTHER_WORDS else word
    if len(word) < 5 or not word.islower() or draw.random() >= OTHER_WORDS:
        return word
    return draw.choice(vocabulary)


def all_body(name: str, lines: Sequence[str]) -> Article:
    """An article whose lines are all read."""
    kept, start = [], 0
    for number, line in enumerate(lines, 1):
        kept.append(Line(start, start + len(line), number))
        start += len(line) + 1
    return Article(name, "\n".join(lines), tuple(kept))


def least(rounds: int, act: Callable[[], object]) -> float:
    """The least time of the processor, in seconds."""
    times = []
    for _ in range(rounds):
        start = process_time()
        act()
        times.append(process_time() - start)
    return min(times)


def prepared(rounds: int, ready: Callable[[], Memory], act: Callable[[Memory], object]) -> float:
    """The least time of an act, without that of what it needs."""
    times = []
    for _ in range(rounds):
        memory = ready()
        start = process_time()
        act(memory)
        times.append(process_time() - start)
    return min(times)


def known(analyses: Sequence[Analysis]) -> Memory:
    """The memory of a comparison."""
    memory = Memory()
    compare(analyses, memory=memory)
    return memory


def others(texts: Sequence[str], model: str | None) -> dict[str, Callable[[], object]]:
    """What else ranks all sentences against all, by name, as far as it can be imported."""
    found: dict[str, Callable[[], object]] = {}

    def tfidf() -> object:
        vectors = import_module("sklearn.feature_extraction.text").TfidfVectorizer().fit_transform(texts)
        return (vectors @ vectors.T).toarray()

    def bm25() -> object:
        bm25s = import_module("bm25s")
        index = bm25s.BM25()
        index.index(bm25s.tokenize(texts, show_progress=False), show_progress=False)
        return index.retrieve(bm25s.tokenize(texts, show_progress=False), k=min(50, len(texts)), show_progress=False)

    def embeddings() -> object:
        vectors = import_module("sentence_transformers").SentenceTransformer(model).encode(texts)
        return vectors @ vectors.T

    for name, needs, act in (
        ("scikit-learn tf-idf", "sklearn", tfidf),
        ("bm25s, best 50", "bm25s", bm25),
        ("sentence embeddings", "sentence_transformers" if model else "", embeddings),
    ):
        try:
            import_module(needs)
        except (ImportError, ValueError):
            continue
        found[name] = act
    return found


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("paths", nargs="*", metavar="PATH")
    options.add_argument("-n", "--articles", type=int, default=50)
    options.add_argument("-r", "--rounds", type=int, default=3)
    options.add_argument("--model", help="folder of a sentence-transformers model")
    given = options.parse_args()

    articles = list(open_library(given.paths).articles) if given.paths else reports(given.articles)
    rounds = given.rounds
    compare(islice(articles, 2))  # reads the tables
    analysing = least(rounds, lambda: [analyse(article) for article in articles])
    analyses = [analyse(article) for article in articles]
    changed = [*analyses[:-1], analyse(edited(articles[-1]))]
    passages = sum(len(analysis.passages) for analysis in analyses)
    words = sum(article.words for article in articles)
    whole = least(rounds, lambda: compare(analyses))
    print(f"{len(articles)} articles, {words} words, {passages} passages, {len(compare(analyses).links)} links")

    def show(what: str, seconds: float) -> None:
        print(f"{what:50}{seconds * 1000:8.0f} ms  {seconds / (analysing + whole):6.3f} of the whole")

    show("analyse all", analysing)
    show("compare all", whole)
    show("both", analysing + whole)
    show(f"the first with {FIRST - 1} others, analysed and compared", least(rounds, lambda: compare(articles[:FIRST])))
    more = prepared(rounds, lambda: known(analyses[:-1]), lambda m: compare([*analyses[:-1], articles[-1]], memory=m))
    show("one more article, analysed and compared", more)
    again = prepared(rounds, lambda: known(analyses), lambda m: compare(changed, memory=m))
    show("one article changed", again)
    show("nothing changed", prepared(rounds, lambda: known(analyses), lambda m: compare(analyses, memory=m)))
    with TemporaryDirectory() as cache:
        os.environ["XDG_CACHE_HOME"] = cache
        run = Recalling(on_disk=True)
        run.compare(articles, Hand(), {})
        show("keep it on disk", least(1, run.keep))
        show("opened again", least(rounds, lambda: Recalling(on_disk=True).compare(articles, Hand(), {})))
        print(f"{'kept':50}{sum(stand.st_size for _, stand in compared.files()) / 1000:8.0f} kB")
    texts = [passage.text for analysis in analyses for passage in analysis.passages]
    for name, act in others(texts, given.model).items():
        show(name, least(rounds, act))


def edited(article: Article) -> Article:
    """The article with another first line."""
    first = article.lines[0].of(article.text)
    return replace(article, text="X" * len(first) + article.text[len(first) :])


if __name__ == "__main__":
    main()
