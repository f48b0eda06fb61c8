"""What the engine made of a passage, in one line: its figure, who says so, when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from reader.tui.content.pieces import Piece, clip, shown

if TYPE_CHECKING:
    from reader.model import Analysis, Article, Comparison, Figure, Link, Moment, Passage

_LONGEST = 40  # cells of one part of the status line


def number(value: float) -> str:
    """A number as a reader writes it: thousands with commas, no idle decimals."""
    return f"{int(value):,}" if value == int(value) else f"{value:,g}"


def amount(figure: Figure) -> str:
    """The figure's value with its hedge and unit ("≥32", "nearly 25,000", "40 m")."""
    if figure.value is not None:
        value = number(figure.value)
    elif figure.low is not None and figure.high is not None and figure.low != figure.high:
        value = f"{number(figure.low)}–{number(figure.high)}"
    elif figure.low is not None:
        value = ("" if figure.high is not None else "≥") + number(figure.low)
    elif figure.high is not None:
        value = "≤" + number(figure.high)
    else:
        value = ""
    return " ".join(word for word in (shown(figure.hedge), value, shown(figure.unit)) if word)


def day(when: date, year: bool = False) -> str:
    """A day as it is shown everywhere: "3 May", with the year "3 May 2021"."""
    return f"{when.day} {when:%b}" + (f" {when.year}" if year else "")


def published(article: Article) -> str:
    """The day of publication, or nothing: it is never guessed."""
    return day(article.published, True) if article.published else ""


def moment_text(moment: Moment) -> str:
    """The days that an expression of time means ("Wed 3 May", "3 May – 5 May", "2020 –")."""
    a, b = moment.earliest, moment.latest
    if a is None and b is None:
        return ""
    if a is not None and b is not None:
        if a == b:
            return f"{a:%a} {day(a, True)}"
        if (a.month, a.day, b.month, b.day) == (1, 1, 12, 31):
            return str(a.year) if a.year == b.year else f"{a.year}–{b.year}"
        return f"{day(a, a.year != b.year)} – {day(b, True)}"
    return f"from {day(a, True)}" if a is not None else f"until {day(b, True)}" if b is not None else ""


def figures_of(analysis: Analysis, passage: Passage) -> list[Figure]:
    """The figures that stand in the passage."""
    return [f for f in analysis.figures if f in passage]


def said_of(analysis: Analysis, passage: Passage) -> str:
    """Who says what the passage says, and to whom."""
    for attribution in analysis.attributions:
        if attribution.passage == passage.id:
            via = f", to {shown(attribution.via)}" if attribution.via else ""
            return f"says {shown(attribution.source)}{via}"
    speakers = (q.speaker for q in analysis.quotations if q in passage and q.speaker)
    speaker = next(speakers, None)
    return f"says {shown(speaker)}" if speaker else ""


def understood(analysis: Analysis, passage: Passage) -> list[Piece]:
    """The status line: figures with what they count, who says so, the days meant; empty if nothing was found."""
    parts: list[Piece] = []
    for figure in figures_of(analysis, passage)[:3]:
        words = [amount(figure), shown(figure.counted), shown(figure.happened)]
        parts.append((clip(" ".join(word for word in words if word), _LONGEST), "figure"))
    if who := said_of(analysis, passage):
        parts.append((clip(who, _LONGEST), ""))
    days = dict.fromkeys(t for m in analysis.moments if m in passage and (t := moment_text(m)))
    parts += [(text, "moment") for text in list(days)[:2]]
    line: list[Piece] = []
    for part in parts:
        line += [(" · ", "quiet"), part] if line else [part]
    return line


def differing_figures(comparison: Comparison, link: Link, passage: str) -> list[tuple[Figure, Figure, str]]:
    """The figures of a linked pair that stand in one row: ours, theirs, and the row's verdict."""
    here, there = comparison.analysis_of(passage), comparison.analysis_of(link.other(passage))
    ours = {f.id: f for f in figures_of(here, comparison.passage(passage))}
    theirs = {f.id: f for f in figures_of(there, comparison.passage(link.other(passage)))}
    return [
        (ours[a], theirs[b], row.verdict)
        for row in comparison.figure_rows
        for a in row.figures
        if a in ours
        for b in row.figures
        if b in theirs
    ]
