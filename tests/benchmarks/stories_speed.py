"""What one article more costs a library that is grouped into stories: ``python -m tests.benchmarks.stories_speed``.

For each size a library of invented news is written, indexed and grouped; then articles come, one after the other, each
listed and given its story. Beside it, in the same run: all articles of the library grouped at once, from their texts in
memory, as every change would ask for without an index (of the smaller sizes; it takes the square of them). Seconds are
the processor's; of one article more they are medians.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from pathlib import Path
from statistics import median
from time import process_time

from reader.comparison import group
from reader.comparison.shelving import known_stories, settle
from reader.library.catalogue import Catalogue
from reader.library.loading import load
from tests.benchmarks.generated_news import News, news

MORE = 20
"""Articles that come."""

AT_ONCE = 3000
"""Articles that are grouped at once, at most."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 5000])
    options = parser.parse_args()
    print(f"{'articles':>8}  {'index':>8}  {'group':>8}  {'known':>8}  {'at once':>8}  {'one more':>9}  of all   right")
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            measure(size, Path(folder))


def measure(size: int, folder: Path) -> None:
    """Print the line of a size."""
    told = list(news(size + MORE))
    draw = told[:: len(told) // MORE][:MORE]
    first = [one for one in told if one not in draw]
    library, later = folder / "library", folder / "later"
    for place in (library, later):
        place.mkdir()
    for number, one in enumerate(first):
        one.write(library / f"r{number}.md")
    catalogue = Catalogue([library], folder / "cache")
    indexing = clocked(catalogue.refresh)
    grouping = clocked(lambda: settle(catalogue))
    opening = min(clocked(lambda: known_stories(catalogue)) for _ in range(3))
    at_once = None
    if size <= AT_ONCE:
        articles = [catalogue.article(listing) for listing in catalogue.listings()]
        at_once = clocked(lambda: group(articles))
    spent = []
    for number, one in enumerate(draw):
        one.write(later / f"m{number}.md")
        article = load(later / f"m{number}.md")
        spent.append(clocked(lambda article=article: (catalogue.add(article), settle(catalogue))))
    one_more = median(spent)
    whole = at_once if at_once is not None else grouping
    cells = f"{size:8,}  {indexing:6.1f} s  {grouping:6.1f} s  {opening:6.3f} s  "
    cells += f"{at_once:6.1f} s  " if at_once is not None else f"{'-':>8}  "
    print(
        f"{cells}{one_more * 1000:6.1f} ms  {one_more / whole:6.2%}  {right(catalogue, first, draw):6.1%}", flush=True
    )


def right(catalogue: Catalogue, first: list[News], draw: list[News]) -> float:
    """The share of articles that stand with all reports of their event and with no others."""
    event_of = {f"r{number}": one.event for number, one in enumerate(first)}
    event_of |= {f"m{number}": one.event for number, one in enumerate(draw)}
    whole = Counter(event_of.values())
    stories = known_stories(catalogue) or ()
    events = [[event_of[article] for article in story.articles] for story in stories]
    pure = sum(len(own) for own in events if len(set(own)) == 1 and len(own) == whole[own[0]])
    return pure / len(event_of)


def clocked(work: object) -> float:
    """The processor's seconds of some work."""
    assert callable(work)
    began = process_time()
    work()
    return process_time() - began


if __name__ == "__main__":
    main()
