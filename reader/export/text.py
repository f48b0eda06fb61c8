"""Reports for a pipe or a dumb terminal: plain text, every statement with its place as ``file:offset``."""

from __future__ import annotations

from collections.abc import Iterator

from reader.model import Analysis, Article, Comparison, Figure, Passage, Span, State
from reader.text.sanitise import one_line

_SIGNS: dict[State, str] = {"kept": " ", "doubtful": "?", "removed": "-"}
_VERDICTS = {"differ": "≠", "compatible": "≈", "agree": "="}
_LONGEST = 160  # characters of a passage that are quoted; the place says where the rest stands


def cleaning_report(article: Article) -> Iterator[str]:
    """The original line by line: kept as it is, ``?`` doubtful and ``-`` removed with the reason at the end."""
    counts = dict.fromkeys(_SIGNS, 0)
    lines = [line for line in article.lines if line.role != "blank"]
    for line in lines:
        counts[line.state] += 1
    yield f"{one_line(article.path or article.id)}: {_heading(article)}"
    yield ", ".join([f"{len(lines)} lines", *(f"{count} {state}" for state, count in counts.items())])
    width = len(str(len(article.lines)))
    for line in lines:
        text = one_line(line.of(article.text))
        reason = line.reason or ("" if line.role == "body" else line.role)
        yield f"{_SIGNS[line.state]} {line.number:{width}}  {text}" + (f"  [{reason}]" if reason else "")


def comparison_report(comparison: Comparison) -> Iterator[str]:
    """Who reports, the figures side by side, and every passage with its counterparts in the other articles."""
    analyses = comparison.analyses
    yield f"{len(analyses)} articles, {sum(len(a.passages) for a in analyses)} passages, {len(comparison.links)} links"
    yield ""
    for analysis in analyses:
        yield f"  {one_line(analysis.article.path)}: {_heading(analysis.article)}"
    yield from _section("Figures", _figures(comparison))
    yield from _section("Look-alikes", _look_alikes(comparison))
    yield from _section("Wording", _wording(comparison))
    yield from _section("Timeline", _timeline(comparison))
    for analysis in analyses:
        statements = [p for p in analysis.passages if not p.heading]
        alone = sum(not comparison.coverage.get(p.id) for p in statements)
        counts = f" ({len(statements)} passages, {alone} only here)"
        yield from _section(_heading(analysis.article) + counts, _passages(comparison, analysis))


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield from ("", title, "-" * min(len(title), 78), *found)


def _passages(comparison: Comparison, analysis: Analysis) -> Iterator[str]:
    """Each passage that others have, or that stands here only, in order of the text."""
    for passage in analysis.passages:
        if passage.heading:
            continue
        others = comparison.counterparts(passage.id)
        yield f"{place(analysis.article, passage)}  {_quote(passage)}"
        if not others:
            yield "    only here"
        for links in others.values():
            link = links[0]
            there = comparison.analysis_of(link.other(passage.id)).article
            sign = "≠ " if link.differs else ""
            yield f"    {link.grade:6}  {sign}{place(there, comparison.passage(link.other(passage.id)))}"
            yield f"            {_quote(comparison.passage(link.other(passage.id)))}"
            if link.reasons:
                yield f"            {one_line('; '.join(link.reasons))}"


def _figures(comparison: Comparison) -> Iterator[str]:
    known = {f.id: (a.article, f) for a in comparison.analyses for f in a.figures}
    for row in comparison.figure_rows:
        yield f"{_VERDICTS[row.verdict]} {one_line(row.label)} ({row.verdict})"
        for article, figure in (known[i] for i in row.figures):
            yield f"    {_figure(article, figure)}"


def _look_alikes(comparison: Comparison) -> Iterator[str]:
    known = {f.id: (a.article, f) for a in comparison.analyses for f in a.figures}
    for pair in comparison.look_alikes:
        yield f"! {one_line(pair.why)}"
        for article, figure in (known[i] for i in pair.figures):
            yield f"    {_figure(article, figure)}"


def _figure(article: Article, figure: Figure) -> str:
    """A figure in the words of its text, with what it counts, who says so and where."""
    words = one_line(figure.of(article.text))
    if figure.hedge and figure.hedge not in words.lower():
        words = f"{one_line(figure.hedge)} {words}"
    counted = one_line(" ".join(w for w in (figure.counted, figure.happened) if w and w not in words))
    says = f", says {one_line(figure.speaker)}" if figure.speaker else ""
    return f"{one_line(article.outlet)}: {words}{f' ({counted})' if counted else ''}{says}  {place(article, figure)}"


def _wording(comparison: Comparison) -> Iterator[str]:
    articles = {a.article.id: a.article for a in comparison.analyses}
    for wording in comparison.wording:
        yield one_line(wording.label)
        for phrase in wording.phrases:
            article = articles[phrase.article]
            yield f"    {one_line(article.outlet)}: {one_line(phrase.text)}  {place(article, phrase)}"


def _timeline(comparison: Comparison) -> Iterator[str]:
    for event in comparison.timeline:
        days = event.earliest.isoformat()
        if event.latest != event.earliest:
            days += f" to {event.latest.isoformat()}"
        yield days
        for passage in event.passages:
            article = comparison.analysis_of(passage).article
            found = comparison.passage(passage)
            yield f"    {one_line(article.outlet)}: {_quote(found)}  {place(article, found)}"


def place(article: Article, span: Span) -> str:
    """Where a span stands: file and offset in the text of the article."""
    return f"{one_line(article.path or article.id)}:{span.start}"


def _heading(article: Article) -> str:
    """Source, title and day, as far as they are known."""
    title = article.title or "without a title"
    day = article.published.isoformat() if article.published else "no date"
    return " · ".join((one_line(article.source or "source unknown"), one_line(title), day))


def _quote(passage: Passage) -> str:
    text = one_line(passage.text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rsplit(" ", 1)[0] + " …"
