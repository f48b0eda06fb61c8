"""How fast a text is cleaned, beside trafilatura on the same pages, in one interleaved run.

    uv run --all-extras python -m tests.benchmarks.cleaning_speed [-n ROUNDS] [--most N] [PAGE.html | PAGES.jsonl …]

Without pages those of ``tests/intake/pages`` are used. Records of a .jsonl file have ``lines``; they are given to
trafilatura as a plain page of one paragraph a line. trafilatura reads a page's markup, cleaning its visible text; both
times are CPU seconds of one core, medians over the rounds. Prints MB of text a second, the ratio, and what the first
text of a process costs.

The ratio grows with the markup: a page of bare paragraphs is the least that trafilatura can be given, a page as saved
carries ten to fifty times its text. Only pages as saved tell what a reader gains.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from html import escape
from pathlib import Path
from statistics import median

PAGES = Path(__file__).parents[1] / "intake" / "pages"


def seconds(work: Callable[[], object]) -> float:
    """CPU time of one call."""
    began = time.process_time()
    work()
    return time.process_time() - began


def as_page(lines: list[str]) -> bytes:
    """Lines of text as a page of paragraphs."""
    body = "\n".join(f"<p>{escape(line)}</p>" for line in lines if line.strip())
    return f"<!DOCTYPE html><html><head><title></title></head><body>{body}</body></html>".encode()


def read(path: Path, most: int) -> list[tuple[bytes, str | None]]:
    """The pages of a file, with their text where the file holds text."""
    if path.suffix != ".jsonl":
        return [(path.read_bytes(), None)]
    records = map(json.loads, path.read_text("utf-8").splitlines()[:most])
    return [(as_page(record["lines"]), "\n".join(record["lines"])) for record in records]


def main() -> None:
    """Time both by turns and print the ratio."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("pages", nargs="*", type=Path, metavar="PAGE")
    options.add_argument("-n", type=int, default=20, help="rounds")
    options.add_argument("--most", type=int, default=100, help="records of a file")
    given = options.parse_args()

    from trafilatura import bare_extraction

    import reader
    from reader.intake.pages import decode_page, read_page

    given_pages = given.pages or sorted(PAGES.glob("*.html"))
    found = [page for path in given_pages for page in read(path, given.most)]
    data = [page for page, _ in found]
    markup = [decode_page(page) for page in data]
    began = time.process_time()
    reader.clean("\n".join(["Home", "Share this article", *["The harbour was closed on Monday, she said."] * 9]))
    first = time.process_time() - began
    texts = [read_page(page).text if text is None else text for page, text in found]
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
    print(f"first text   {first * 1000:8.1f} ms")
    print(f"ratio        {other / own:8.1f} x")


if __name__ == "__main__":
    main()
