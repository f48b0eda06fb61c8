"""Reports for a pipe or a dumb terminal: plain text, every quotation with its place as ``file:start-end``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.export.sections import PAGES, Entry, Page, Quote, file_name, heading, place, seal, sections, summary
from reader.model import Article, Comparison, State
from reader.text.sanitise import one_line

_SIGNS: dict[State, str] = {"kept": " ", "doubtful": "?", "removed": "-"}


def cleaning_report(article: Article) -> Iterator[str]:
    """The original line by line: kept as it is, ``?`` doubtful and ``-`` removed with the reason at the end."""
    counts = dict.fromkeys(_SIGNS, 0)
    lines = [line for line in article.lines if line.role != "blank"]
    for line in lines:
        counts[line.state] += 1
    yield f"{file_name(article)}: {heading(article)}"
    yield ", ".join([f"{len(lines)} lines", *(f"{count} {state}" for state, count in counts.items())])
    width = len(str(len(article.lines)))
    for line in lines:
        text = one_line(line.of(article.text))
        reason = line.reason or ("" if line.role == "body" else line.role)
        yield f"{_SIGNS[line.state]} {line.number:{width}}  {text}" + (f"  [{reason}]" if reason else "")


def comparison_report(comparison: Comparison, pages: Iterable[Page] = PAGES) -> Iterator[str]:
    """Who reports, then page by page what they report, each quotation with its place and the seal of its file."""
    yield summary(comparison)
    yield ""
    for analysis in comparison.analyses:
        yield f"  {file_name(analysis.article)}: {heading(analysis.article)}"
        yield f"      sha256 {analysis.article.sha256 or 'unknown'}"
    for section in sections(comparison, pages):
        yield from ("", section.title, "-" * min(len(section.title), 78))
        for entry in section.entries:
            yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[str]:
    if entry.head is None:
        yield f"{entry.sign} {entry.label}".lstrip()
    else:
        yield f"{place(entry.head)}  {seal(entry.head)}"
        yield f"  {entry.head.sentence}"
        if entry.label:
            yield f"    {entry.label}"
    for quote in entry.quotes:
        yield from _quote(quote)


def _quote(quote: Quote) -> Iterator[str]:
    """Who, what is told, where; the sentence below; why it is put there."""
    told = f": {', '.join(quote.told)}" if quote.told else ""
    yield f"    {one_line(quote.article.outlet)}{told}  {place(quote)}  {seal(quote)}"
    yield f"        {quote.sentence}"
    if quote.why:
        yield f"        {quote.why}"
