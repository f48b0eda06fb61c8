"""Build the table of general English: ``python -m tests.benchmarks.build_background FREQUENCIES [TABLE]``.

FREQUENCIES is ``frequency_dictionary_en_82_765.txt`` of the package symspellpy (MIT licence; counts of Google Books
Ngrams, CC BY 3.0, of words that also stand in SCOWL's lists), or the wheel that holds it. Words of one stem are
counted together. The table keeps what an idf needs: for every stem more frequent than one word in ``RAREST`` million
its rarity in half octaves, ``round(-2 log2(share of all words))``, one line a class.
"""

from __future__ import annotations

import math
import sys
import zipfile
from collections import Counter, defaultdict
from pathlib import Path

from reader.text.words import stem

TABLE = Path("reader/comparison/data/general_english.txt")
RAREST = 5.0
_NAME = "frequency_dictionary_en_82_765.txt"
_HEAD = """\
# How rare the stems of general English are: a class is round(-2 log2(share of all words)), then its stems.
# Made by tests/benchmarks/build_background.py from frequency_dictionary_en_82_765.txt of symspellpy 6.10.1
# (MIT licence, Wolf Garbe and mmb L; counts from Google Books Ngrams, CC BY 3.0; words from SCOWL).
"""


def frequencies(path: Path) -> str:
    """The frequency list's text, out of the wheel where one is given."""
    if path.suffix != ".whl":
        return path.read_text("utf-8-sig")
    with zipfile.ZipFile(path) as wheel:
        return wheel.read(f"symspellpy/{_NAME}").decode("utf-8-sig")


def build(path: Path, table: Path = TABLE) -> None:
    """Write the table."""
    counts: Counter[str] = Counter()
    for line in frequencies(path).splitlines():
        word, times = line.split()
        counts[stem(word)] += int(times)
    total = counts.total()
    classes: dict[int, list[str]] = defaultdict(list)
    for term, count in counts.items():
        if count / total > 1e-6 / RAREST:
            classes[round(-2 * math.log2(count / total))].append(term)
    lines = [f"{rarity} {' '.join(sorted(terms))}\n" for rarity, terms in sorted(classes.items())]
    table.write_text(_HEAD + "".join(lines), "utf-8")


if __name__ == "__main__":
    build(*map(Path, sys.argv[1:]))
