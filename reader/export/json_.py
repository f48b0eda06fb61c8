"""The JSON contract, version 1: every name in it is fixed, and so is the order; a change needs a new version."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from reader.model import Analysis, Article, Comparison, Figure, Line, Span, Wording

if TYPE_CHECKING:
    from reader.export.sections import Page

VERSION = 1

Json = dict[str, Any]

_PARTS: dict[Page, tuple[str, ...]] = {
    "figures": ("figure_rows", "look_alikes"),
    "coverage": ("links", "coverage"),
    "wording": ("entities", "wording"),
    "timeline": ("timeline",),
}

# What a terminal would obey, or a reader misread, if the document is printed: controls, bidirectional and invisible
# ones, and halves of surrogate pairs, which cannot be written at all. Nothing of it stands outside a string but \n.
_UNSEEN = re.compile(
    "[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def comparison_document(comparison: Comparison) -> Json:
    """What ``parallax compare --format json`` prints."""
    return {
        "schema": VERSION,
        "articles": [_analysis(analysis) for analysis in comparison.analyses],
        "entities": [
            {"id": e.id, "name": e.name, "kind": e.kind, "variants": list(e.variants)} for e in comparison.entities
        ],
        "links": [
            {"a": k.a, "b": k.b, "score": round(k.score, 4), "grade": k.grade, "reasons": list(k.reasons)}
            for k in comparison.links
        ],
        "figure_rows": [
            {"label": row.label, "verdict": row.verdict, "figures": list(row.figures)} for row in comparison.figure_rows
        ],
        "look_alikes": [{"figures": list(pair.figures), "why": pair.why} for pair in comparison.look_alikes],
        "coverage": [
            {"passage": p.id, "sources": list(comparison.coverage.get(p.id, ()))}
            for analysis in comparison.analyses
            for p in analysis.passages
        ],
        "wording": [_wording(w) for w in comparison.wording],
        "timeline": [
            {"from": _day(e.earliest), "to": _day(e.latest), "passages": list(e.passages)} for e in comparison.timeline
        ],
    }


def page_document(comparison: Comparison, page: Page) -> Json:
    """What ``parallax figures --format json`` and its like print: the articles, and one page of the comparison."""
    document = comparison_document(comparison)
    return {name: document[name] for name in ("schema", "articles", *_PARTS[page])}


def cleaned_document(articles: Iterable[Article]) -> Json:
    """What ``parallax clean --format json`` prints: the articles down to their lines."""
    return {"schema": VERSION, "articles": [_article(article) for article in articles]}


def dumps(document: Json) -> str:
    """The document as text, closed by a line break; what does not show is escaped, all else stands as it is."""
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1)
    return _UNSEEN.sub(lambda found: json.dumps(found.group())[1:-1], text) + "\n"


def _article(article: Article) -> Json:
    return {
        "id": article.id,
        "path": article.path,
        "source": article.source,
        "title": article.title,
        "published": _day(article.published),
        "byline": article.byline,
        "via": list(article.via),
        "language": article.language,
        "sha256": article.sha256,
        "lines": [_line(line) for line in article.lines],
    }


def _analysis(analysis: Analysis) -> Json:
    return _article(analysis.article) | {
        "passages": [{"id": p.id} | _place(p) | {"paragraph": p.paragraph, "text": p.text} for p in analysis.passages],
        "mentions": [_place(m) | {"kind": m.kind, "entity": m.entity} for m in analysis.mentions],
        "figures": [_figure(f) for f in analysis.figures],
        "moments": [_place(m) | {"from": _day(m.earliest), "to": _day(m.latest)} for m in analysis.moments],
        "quotations": [_place(q) | {"speaker": q.speaker} for q in analysis.quotations],
    }


def _line(line: Line) -> Json:
    return {"number": line.number} | _place(line) | {"state": line.state, "role": line.role, "reason": line.reason}


def _figure(figure: Figure) -> Json:
    return (
        {"id": figure.id}
        | _place(figure)
        | {
            "low": _number(figure.low),
            "high": _number(figure.high),
            "hedge": figure.hedge,
            "unit": figure.unit,
            "counted": figure.counted,
            "speaker": figure.speaker,
            "passage": figure.passage,
        }
    )


def _wording(wording: Wording) -> Json:
    thing = {"label": wording.label} if wording.entity is None else {"entity": wording.entity}
    phrases = [{"article": p.article, "text": p.text} | _place(p) for p in wording.phrases]
    return thing | {"phrases": phrases}


def _place(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _number(value: float | None) -> int | float | None:
    """A bound as JSON can say it: whole where it is whole, ``null`` where it is open."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value == int(value) and abs(value) < 2**53 else value
