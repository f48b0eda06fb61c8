"""How fast a text is cleaned, beside trafilatura on the same pages, in one interleaved run.

    uv run --all-extras python -m tests.benchmarks.cleaning_speed [-n ROUNDS] [PAGE.html …]

Without pages those of ``tests/intake/pages`` are used. trafilatura reads a page's markup, cleaning its visible text;
both times are CPU seconds of one core, medians over the rounds. Prints MB of text a second and the ratio.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

PAGES = Path(__file__).parents[1] / "intake" / "pages"


def seconds(work: Callable[[], object]) -> float:
    """CPU time of one call."""
    began = time.process_time()
    work()
    return time.process_time() - began


def main() -> None:
    """Time both by turns and print the ratio."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("pages", nargs="*", type=Path, metavar="PAGE.html")
    options.add_argument("-n", type=int, default=20, help="rounds")
    given = options.parse_args()

    from trafilatura import bare_extraction

    import reader
    from reader.intake.pages import decode_page, read_page

    data = [path.read_bytes() for path in given.pages or sorted(PAGES.glob("*.html"))]
    markup = [decode_page(page) for page in data]
    texts = [read_page(page).text for page in data]
    size = sum(len(text.encode()) for text in texts)
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(given.n + 1):
        ours.append(seconds(lambda: [reader.clean(text) for text in texts]))
        theirs.append(seconds(lambda: [bare_extraction(page, include_comments=False) for page in markup]))
    own, other = median(ours[1:]), median(theirs[1:])  # the first round warms up
    print(f"pages {len(data)}, {size / 1000:.0f} kB of text, {sum(map(len, data)) / 1000:.0f} kB of markup")
    print(f"cleaning     {size / own / 1e6:8.2f} MB of text a second")
    print(f"trafilatura  {size / other / 1e6:8.2f} MB of text a second")
    print(f"ratio        {other / own:8.1f} x")


if __name__ == "__main__":
    main()
