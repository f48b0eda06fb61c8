"""Figures, or another page of a comparison, as CSV (RFC 4180) for a spreadsheet or a notebook.

Texts stand in quotation marks and numbers without. A text that a spreadsheet would take for a formula begins with an
apostrophe, which is how a spreadsheet is told that it is none (OWASP, CSV injection).
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Iterator

from reader.export.sections import Page, Quote, file_name, sections
from reader.model import Analysis, Comparison, Figure
from reader.text.sanitise import one_line

FIGURES = (
    *("row", "label", "verdict", "article", "outlet", "value", "low", "high", "hedge", "unit", "counted", "happened"),
    *("speaker", "as_of_from", "as_of_to", "words", "sentence", "start", "end", "file", "sha256"),
)
"""The columns of the figures. ``row`` (a number from 1), ``label`` and ``verdict`` are empty outside of rows."""

QUOTATIONS = (
    *("section", "sign", "label", "article", "outlet", "published", "told", "why"),
    *("sentence", "start", "end", "file", "sha256"),
)
"""The columns of the other pages; a quotation with several places has a line for each."""

Field = str | int | float | None

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def figures_csv(comparison: Comparison) -> str:
    """Every figure: those of the rows, row by row, then the others in order of the texts."""
    known = {f.id: (a, f) for a in comparison.analyses for f in a.figures}
    told = {figure for row in comparison.figure_rows for figure in row.figures}
    rows = enumerate(comparison.figure_rows, 1)
    lines = [_figure(*known[i], (n, row.label, row.verdict)) for n, row in rows for i in row.figures]
    lines += [_figure(analysis, figure, (None, "", "")) for key, (analysis, figure) in known.items() if key not in told]
    return _written(FIGURES, lines)


def page_csv(comparison: Comparison, page: Page) -> str:
    """A page of the comparison, one quotation a line."""
    return figures_csv(comparison) if page == "figures" else _written(QUOTATIONS, _page(comparison, page))


def _page(comparison: Comparison, page: Page) -> Iterator[list[Field]]:
    for section in sections(comparison, [page]):
        for entry in section.entries:
            if entry.head is not None:
                yield from _quotation(section.title, "", entry.label, entry.head)
            for quote in entry.quotes:
                label = entry.label if entry.head is None else entry.head.sentence
                yield from _quotation(section.title, entry.sign, label, quote)


def _quotation(section: str, sign: str, label: str, quote: Quote) -> Iterator[list[Field]]:
    article = quote.article
    day = article.published.isoformat() if article.published else ""
    for span in quote.places:
        yield [
            *(section, sign, label, article.id, one_line(article.outlet), day, ", ".join(quote.told), quote.why),
            *(quote.sentence, span.start, span.end, file_name(article), article.sha256),
        ]


def _figure(analysis: Analysis, figure: Figure, row: tuple[Field, Field, Field]) -> list[Field]:
    article = analysis.article
    passage = next((p.text for p in analysis.passages if p.id == figure.passage), "")
    since, until = figure.as_of or (None, None)
    return [
        *(*row, article.id, article.outlet),
        *(_number(figure.value), _number(figure.low), _number(figure.high)),
        *(figure.hedge, figure.unit, figure.counted, figure.happened, figure.speaker or ""),
        *(since.isoformat() if since else "", until.isoformat() if until else ""),
        *(figure.of(article.text), passage, figure.start, figure.end, file_name(article), article.sha256),
    ]


def _number(value: float | None) -> Field:
    """A number as a spreadsheet reads it; an open bound is an empty field."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value == int(value) and abs(value) < 2**53 else value


def _written(columns: Iterable[str], lines: Iterable[list[Field]]) -> str:
    file = io.StringIO()
    writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([defused(field) if isinstance(field, str) else field for field in line] for line in lines)
    return file.getvalue()


def defused(text: str) -> str:
    """A text on one line that no spreadsheet takes for a formula."""
    plain = one_line(text)
    return f"'{plain}" if plain.startswith(_FORMULA) else plain
