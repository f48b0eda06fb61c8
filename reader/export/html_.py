"""A comparison as one page of HTML that needs nothing else: no script, no picture, no font, nothing fetched.

Each passage has an anchor and links to its counterparts, which link back; a figure links to its row, and the row to
each of its sentences. Articles stand in the page as text only: everything of theirs is escaped, and the page's own
policy forbids whatever could still be loaded or run (Content Security Policy, level 3).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise
from pathlib import Path

from reader.export.sections import (
    Entry,
    Quote,
    Section,
    day,
    file_name,
    heading,
    place,
    seal,
    sections,
    summary,
)
from reader.model import Analysis, Article, Comparison, Moment, Passage, Span
from reader.text.sanitise import one_line, sanitise

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

Tag = tuple[str, str]
"""What opens a mark and what closes it."""


def page(comparison: Comparison) -> str:
    """The whole page, closed by a line break."""
    return "\n".join(_Page(comparison).lines()) + "\n"


class _Page:
    """The page with the anchors of what is on it."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.names = {entity.id: f"{entity.kind}: {one_line(entity.name)}" for entity in comparison.entities}
        # anchors of our own making, as names of files may be anything
        self.anchors = {
            p.id: f"a{m}p{n}" for m, a in enumerate(comparison.analyses, 1) for n, p in enumerate(a.passages, 1)
        }
        self.rows = {figure: f"row{n}" for n, row in enumerate(comparison.figure_rows, 1) for figure in row.figures}
        every = sections(comparison)
        self.ends = {e.head.passage: e for s in every if s.page == "coverage" for e in s.entries if e.head}
        self.pages = [s for s in every if not any(entry.head for entry in s.entries)]

    def lines(self) -> Iterator[str]:
        style = (Path(__file__).parent / "data" / "page.css").read_text("utf-8").strip()
        yield "<!DOCTYPE html>"
        yield '<html lang="en">'
        yield '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        yield f'<meta name="referrer" content="no-referrer"><title>Reports compared</title>\n<style>\n{style}\n</style>'
        yield "</head>\n<body>\n<header><h1>Reports compared</h1>"
        yield f"<p>{summary(self.comparison)}. Names are underlined, figures bold, dates italic. "
        yield "Offsets count characters of an article's text, from 0, below its front matter.</p>\n<ol>"
        for number, analysis in enumerate(self.comparison.analyses, 1):
            yield f'<li><a href="#a{number}">{_text(heading(analysis.article))}</a> {_card(analysis.article)}</li>'
        yield "</ol>\n<nav>"
        for number, section in enumerate(self.pages, 1):
            yield f'<a href="#s{number}">{_text(section.title)}</a>'
        yield "</nav></header>"
        for number, section in enumerate(self.pages, 1):
            yield from self.section(number, section)
        for number, analysis in enumerate(self.comparison.analyses, 1):
            yield from self.article(number, analysis)
        yield "</body>\n</html>"

    def section(self, number: int, section: Section) -> Iterator[str]:
        """A page of the board."""
        yield f'<section id="s{number}"><h2>{_text(section.title)}</h2>'
        for at, entry in enumerate(section.entries, 1):
            anchor = f' id="row{at}"' if section.title == "Figures" else ""
            yield f"<h3{anchor}>{_text(f'{entry.sign} {entry.label}'.strip())}</h3>\n<ul>"
            for quote in entry.quotes:
                yield f"<li>{self.quote(quote)}</li>"
            yield "</ul>"
        yield "</section>"

    def article(self, number: int, analysis: Analysis) -> Iterator[str]:
        """An article, each passage with its counterparts beside it."""
        article = analysis.article
        yield f'<article id="a{number}"><h2>{_text(heading(article))}</h2>\n<p class="address">{_card(article)}</p>'
        marks = self.marks(analysis)
        for passage in analysis.passages:
            tag = "h3" if passage.heading else "p"
            text = marked(article.text, passage, [(s, t) for s, t in marks if s in passage])
            yield f'<div class="passage" id="{self.anchors[passage.id]}"><{tag} dir="auto">{text}</{tag}>'
            yield from self.counterparts(passage)
            yield "</div>"
        yield "</article>"

    def counterparts(self, passage: Passage) -> Iterator[str]:
        """Where the passage stands, and its counterparts."""
        entry: Entry | None = self.ends.get(passage.id)
        if entry is None or entry.head is None:
            return
        yield f'<aside><p class="address">{_place(entry.head)}{f" · {_text(entry.label)}" if entry.label else ""}</p>'
        if entry.quotes:
            yield "<ul>"
            yield from (f"<li>{self.quote(quote)}</li>" for quote in entry.quotes)
            yield "</ul>"
        yield "</aside>"

    def quote(self, quote: Quote) -> str:
        """A quotation with a link to where it stands."""
        outlet = _text(quote.article.outlet)
        anchor = self.anchors.get(quote.passage)
        source = f'<a href="#{anchor}">{outlet}</a>' if anchor else outlet
        told = f", {_text(', '.join(quote.told))}" if quote.told else ""
        why = f" · {_text(quote.why)}" if quote.why else ""
        said = f'<q dir="auto">{self.said(quote)}</q>'
        return f'{source}, {day(quote.article)}{told}: {said} <span class="address">{_place(quote)}{why}</span>'

    def said(self, quote: Quote) -> str:
        """The sentence of a quotation, the words that it is quoted for marked."""
        if not quote.passage:
            return _text(quote.sentence)
        passage = self.comparison.passage(quote.passage)
        words = [s for s in (*quote.places, *quote.shared) if s in passage and passage not in s]
        return marked(quote.article.text, passage, [(s, ("<mark>", "</mark>")) for s in words])

    def marks(self, analysis: Analysis) -> list[tuple[Span, Tag]]:
        """The marks of an article, the outer ones first."""
        found: list[tuple[Span, Tag]] = []
        for moment in analysis.moments:
            found.append((moment, (f'<i class="moment"{_title(_days(moment))}>', "</i>")))
        for figure in analysis.figures:
            row = self.rows.get(figure.id)
            tag = (f'<b class="figure"><a href="#{row}">', "</a></b>") if row else ('<b class="figure">', "</b>")
            found.append((figure, tag))
        for name in analysis.mentions:
            found.append((name, (f'<u class="name {name.kind}"{_title(self.names.get(name.entity, ""))}>', "</u>")))
        return found


def marked(text: str, passage: Span, marks: Sequence[tuple[Span, Tag]]) -> str:
    """The passage with its marks, outer ones first; where they overlap, each piece has all that hold for it."""
    ends = {end for span, _ in marks for end in (span.start, span.end)}
    cuts = sorted({passage.start, passage.end} | ends)
    pieces = []
    for start, end in pairwise(cuts):
        here = [tag for span, tag in marks if span.start <= start and end <= span.end]
        inner = escape(sanitise(text[start:end]))
        pieces.append("".join(t[0] for t in here) + inner + "".join(t[1] for t in reversed(here)))
    return "".join(pieces)


def _card(article: Article) -> str:
    """What is known of an article besides its title."""
    known = [f"by {_text(article.byline)}" if article.byline else ""]
    known.append(f"via {_text(', '.join(article.via))}" if article.via else "")
    url = one_line(article.url or "")
    if url.startswith(("https://", "http://")):  # no other kind of address is made a link
        known.append(f'<a rel="noreferrer nofollow" href="{escape(url)}">{_text(url)}</a>')
    known.append(f"{_text(file_name(article))}, SHA-256 {_text(article.sha256 or 'unknown')}")
    return " · ".join(filter(None, known))


def _place(quote: Quote) -> str:
    return f'<span title="{escape(quote.article.sha256)}">{_text(place(quote))} {_text(seal(quote))}</span>'


def _days(moment: Moment) -> str:
    """The interval of a moment; empty where it is not resolved."""
    ends = (moment.earliest, moment.latest)
    return " to ".join(dict.fromkeys(end.isoformat() if end else "…" for end in ends)) if any(ends) else ""


def _title(text: str) -> str:
    return f' title="{escape(text)}"' if text else ""


def _text(text: str) -> str:
    """Anybody's text on one line, as HTML that shows it and does nothing."""
    return escape(one_line(text))
