"""A comparison as Markdown, to be pasted into a story's file: quotations with outlet, day and place.

What comes from an article stands in the document as text and nothing else: every character that Markdown, in the
CommonMark or the GitHub dialect, could take for markup is escaped, so that no link, picture or tag of theirs comes
alive.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.export.sections import PAGES, Entry, Page, Quote, day, file_name, place, seal, sections, summary
from reader.model import Article, Comparison
from reader.text.sanitise import one_line

_MARKUP = re.compile(
    r"[\\`*\[\]<>#|~&$@]|(?<![^\W_])_|_(?![^\W_])|:(?=//)|(?<=www)\.|^[-+=]|^\d+(?=[.)])", re.IGNORECASE
)
"""A character that opens markup, an address, or, at the start, a list; of a number there, the stop is escaped."""


def markdown(comparison: Comparison, pages: Iterable[Page] = PAGES) -> Iterator[str]:
    """The lines of the document."""
    yield "# Reports compared"
    yield ""
    yield f"{summary(comparison)}. Offsets count characters of an article's text, from 0, below its front matter."
    yield ""
    for number, analysis in enumerate(comparison.analyses, 1):
        yield f"{number}. {_source(analysis.article)}"
    for section in sections(comparison, pages):
        yield from ("", f"## {escaped(section.title)}")
        for entry in section.entries:
            yield from _entry(entry)


def escaped(text: str) -> str:
    """A stranger's text as Markdown that shows it letter for letter."""
    return _MARKUP.sub(_escape, one_line(text))


def _escape(found: re.Match[str]) -> str:
    return found.group() + "\\" if found.group().isdecimal() else "\\" + found.group()


def _source(article: Article) -> str:
    known = [f"**{escaped(article.source or 'source unknown')}**", escaped(article.title or "without a title")]
    known.append(day(article))
    if article.byline:
        known.append(f"by {escaped(article.byline)}")
    if article.via:
        known.append(f"via {escaped(', '.join(article.via))}")
    if article.url:
        known.append(escaped(article.url))
    return f"{', '.join(known)}; {escaped(file_name(article))}, SHA-256 {article.sha256 or 'unknown'}"


def _entry(entry: Entry) -> Iterator[str]:
    if entry.head is None:
        yield from ("", f"### {f'{entry.sign} {escaped(entry.label)}'.strip()}")
    else:
        yield from ("", *_quotation(entry.head, "> "))
        if entry.label:
            yield from ("", f"*{escaped(entry.label)}*")
    for quote in entry.quotes:
        if quote.told:
            yield from ("", f"- {escaped(', '.join(quote.told))}" + (f" ({escaped(quote.why)})" if quote.why else ""))
            yield from ("", *_quotation(quote, "  > "))
        else:
            yield from ("", *_quotation(quote, "> "))


def _quotation(quote: Quote, quoting: str) -> Iterator[str]:
    """The sentence as a block quotation, and below it who says so, when and where."""
    yield quoting + escaped(quote.sentence)
    yield quoting.rstrip()
    source = f"{escaped(quote.article.outlet)}, {day(quote.article)}"
    yield f"{quoting}— {source} ({escaped(place(quote))}, {escaped(seal(quote))})"
