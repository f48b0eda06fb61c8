"""Predictions of the engine for the measuring command: ``python -m tests.benchmarks.predict TASK INPUT OUTPUT``.

Calls the public functions as a user's script would. Input and output are JSON lines; what a record holds depends on
the task: clean, spans, links or stories.
"""

from __future__ import annotations

import json
import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import accumulate
from typing import Any

import reader
from reader.model import Analysis, Article, Comparison, Line, Span

Record = dict[str, Any]


def plain(record: Record, text: str) -> Article:
    """An article of a text that is all body: every line kept."""
    lines, start = [], 0
    for number, content in enumerate(text.split("\n"), 1):
        role = "body" if content.strip() else "blank"
        lines.append(Line(start, start + len(content), number, "kept", role))
        start += len(content) + 1
    published = record.get("published")
    return Article(
        id=record["doc"],
        text=text,
        lines=tuple(lines),
        title=record.get("title"),
        published=date.fromisoformat(published[:10]) if published else None,
    )


def clean(records: Iterable[Record]) -> Iterator[Record]:
    """Kept lines, title and date of each page."""
    for record in records:
        starts = [0, *accumulate(len(line) + 1 for line in record["lines"])]
        cleaned = reader.clean("\n".join(record["lines"]))
        kept = {
            bisect_right(starts, line.start) - 1
            for line in cleaned.lines
            if line.state != "removed" and line.role != "blank"
        }
        published = cleaned.published.isoformat() if cleaned.published else None
        yield {"page": record["page"], "keep": sorted(kept), "title": cleaned.title, "published": published}


def by(records: Iterable[Record], key: Callable[[Record], str]) -> list[list[Record]]:
    """Records in groups, groups in order of their first record."""
    groups: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        groups[key(record)].append(record)
    return list(groups.values())


def spans(records: Iterable[Record]) -> Iterator[Record]:
    """Every layer of the analysis of each text; entity ids hold within a topic."""
    for topic in by(records, lambda r: r.get("topic") or r["doc"]):
        comparison = reader.compare([plain(r, r["text"]) for r in topic])
        for analysis in comparison.analyses:
            yield spans_of(analysis)


def spans_of(analysis: Analysis) -> Record:
    """One document's record of spans."""

    def place(span: Span) -> Record:
        return {"start": span.start, "end": span.end}

    kinds = {"event": "other"}
    return {
        "doc": analysis.article.id,
        "sentences": [[p.start, p.end] for p in analysis.passages],
        "entities": [place(m) | {"type": kinds.get(m.kind, m.kind), "chain": m.entity} for m in analysis.mentions],
        "quantities": [
            place(f)
            | {
                "value": f.value,
                "low": f.low,
                "high": f.high,
                "unit": f.unit,
                "approx": f.hedge,
                "counted": f.counted,
            }
            for f in analysis.figures
        ],
        "dates": [
            place(m)
            | {
                "from": m.earliest.isoformat() if m.earliest else None,
                "to": m.latest.isoformat() if m.latest else None,
            }
            for m in analysis.moments
        ],
        "quotes": [
            place(q) | {"speaker": [q.voice.start, q.voice.end] if q.voice else None}
            for q in analysis.quotations
            if not q.fragment
        ],
    }


def links(records: Iterable[Record]) -> Iterator[Record]:
    """Pairs of sentences of a group's documents with the best score of the passages in them."""
    for group in by(records, lambda r: r["group"]):
        starts = {r["doc"]: [0, *accumulate(len(s) + 1 for s in r["sentences"])] for r in group}
        comparison = reader.compare([plain(r, "\n".join(r["sentences"])) for r in group])
        best: dict[tuple[tuple[str, int], tuple[str, int]], float] = {}
        for a, b, score in comparison.candidates:
            pair = sentence_of(comparison, starts, a), sentence_of(comparison, starts, b)
            best[pair] = max(score, best.get(pair, 0.0))
        for (one, two), score in best.items():
            yield {"a": list(one), "b": list(two), "score": score}


def sentence_of(comparison: Comparison, starts: dict[str, list[int]], passage: str) -> tuple[str, int]:
    """The given sentence that a passage stands in."""
    doc = comparison.analysis_of(passage).article.id
    return doc, bisect_right(starts[doc], comparison.passage(passage).start) - 1


def stories(records: Iterable[Record]) -> Iterator[Record]:
    """The story each document is put in."""
    articles = [plain(r, "\n".join(r["sentences"])) for r in records]
    for story in reader.group(articles):
        for doc in story.articles:
            yield {"doc": doc, "cluster": story.id}


TASKS: dict[str, Callable[[Iterable[Record]], Iterator[Record]]] = {
    "clean": clean,
    "spans": spans,
    "links": links,
    "stories": stories,
}


def main(task: str, source: str, target: str) -> None:
    """Read records, write predictions."""
    with open(source, encoding="utf-8") as given, open(target, "w", encoding="utf-8") as out:
        for prediction in TASKS[task](json.loads(line) for line in given if line.strip()):
            out.write(json.dumps(prediction, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
