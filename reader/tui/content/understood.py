"""What the engine made of a passage, in one line: its figure, who says so, when."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from reader.tui.content.pieces import Piece, clip, shown

if TYPE_CHECKING:
    from reader.model import Analysis, Article, Attribution, Comparison, Figure, Link, Mention, Moment, Passage

SIGNS = {"differ": "≠", "compatible": "≈", "agree": "="}
"""The sign of each verdict on figures."""

_LONGEST = 40  # cells of one of several parts of the status line


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
    return " ".join(word for word in (shown(figure.hedge), value, shown(_unit(figure))) if word)


def _unit(figure: Figure) -> str:
    """The unit as it stands behind the value: "1 metre", "2 metres"."""
    if not figure.unit or figure.value == 1:
        return figure.unit
    from reader.comparison.measured import many

    return many(figure.unit)


def day(when: date, year: bool = False) -> str:
    """A day as it is shown everywhere: "3 May", with the year "3 May 2021"."""
    return f"{when.day} {when:%b}" + (f" {when.year}" if year else "")


def published(article: Article) -> str:
    """The day of publication, or nothing: it is never guessed."""
    return day(article.published, True) if article.published else ""


def moment_text(moment: Moment) -> str:
    """The days that an expression of time means ("Wed 3 May 2023", "3 May – 5 May 2023", "Jul 2021", "2020", …)."""
    a, b = moment.earliest, moment.latest
    if a is None and b is None:
        return ""
    if a is not None and b is not None:
        if a == b:
            return f"{a:%a} {day(a, True)}"
        if (a.month, a.day, b.month, b.day) == (1, 1, 12, 31):
            return str(a.year) if a.year == b.year else f"{a.year}–{b.year}"
        if a.day == 1 and a.year == b.year and _closes_month(b):
            return f"{a:%b %Y}" if a.month == b.month else f"{a:%b} – {b:%b %Y}"
        return f"{day(a, a.year != b.year)} – {day(b, True)}"
    return f"from {day(a, True)}" if a is not None else f"until {day(b, True)}" if b is not None else ""


def _closes_month(when: date) -> bool:
    return when.day == monthrange(when.year, when.month)[1]


def figures_of(analysis: Analysis, passage: Passage) -> list[Figure]:
    """The figures that stand in the passage."""
    return [f for f in analysis.figures if f in passage]


def said_of(analysis: Analysis, passage: Passage) -> str:
    """Who says what the passage says, and to whom or through whom."""
    own = [attribution for attribution in analysis.attributions if attribution.passage == passage.id]
    if own:
        main = _main(own, passage, analysis.article.text)
        via = f", {_way(main, analysis.article.text)} {shown(main.via)}" if main.via else ""
        return f"says {shown(main.source)}{via}"
    speakers = (q.speaker for q in analysis.quotations if q in passage and q.speaker)
    speaker = next(speakers, None)
    return f"says {shown(speaker)}" if speaker else ""


def _main(own: Sequence[Attribution], passage: Passage, text: str) -> Attribution:
    """Of several attributions the one that holds for the whole: "…, an adviser said" at the end, else the first."""
    last = own[-1]
    closes = last in passage and not any(map(str.isalnum, text[last.end : passage.end]))
    before = text[passage.start : last.start].rstrip()
    return last if closes and before.endswith((",", "”", '"', "’", "'", "»", "—", "–")) else own[0]


def _way(attribution: Attribution, text: str) -> str:
    """How the claim came: "to" whom it was told, "on" which it was written, or "by way of" whoever passes it on."""
    words = " ".join(attribution.of(text).split())
    before, found, _ = words[words.find(attribution.verb) + len(attribution.verb) :].partition(attribution.via or "")
    if not found:
        return "by way of"
    last = before.split()[-1:]
    return last[0] if last and last[0] in ("on", "in", "at", "through", "via") else "to"


def name_told(mention: Mention, analysis: Analysis, comparison: Comparison | None) -> list[Piece]:
    """What a name was understood as: the thing with its other names, its kind, and why they are one."""
    entities = comparison.entities if comparison is not None else ()
    entity = next((e for e in entities if e.id == mention.entity), None)
    name = shown(entity.name if entity else " ".join(mention.of(analysis.article.text).split()))
    others = [shown(variant) for variant in entity.variants if variant != entity.name] if entity else []
    line: list[Piece] = [(clip(name, _LONGEST), mention.kind)]
    if others:
        line.append((clip(f" = {', '.join(others)}", _LONGEST), ""))
    line.append((f" · {mention.kind}", "quiet"))
    if entity and others:
        told = zip(entity.variants, entity.reasons, strict=False)
        why = dict.fromkeys(shown(reason).partition(":")[0] for variant, reason in told if variant != entity.name)
        line.append((f" · {', '.join(why)}", "reason"))
    return line


def understood(analysis: Analysis, passage: Passage) -> list[Piece]:
    """The status line: figures with what they count, who says so, the days meant; empty if nothing was found."""
    parts: list[Piece] = []
    for figure in figures_of(analysis, passage)[:3]:
        words = [amount(figure), shown(figure.counted), shown(figure.happened)]
        parts.append((" ".join(word for word in words if word), "figure"))
    if who := said_of(analysis, passage):
        parts.append((who, ""))
    days = dict.fromkeys(t for m in analysis.moments if m in passage and (t := moment_text(m)))
    parts += [(text, "moment") for text in list(days)[:2]]
    line: list[Piece] = []
    for text, role in parts:
        part = (clip(text, _LONGEST) if len(parts) > 1 else text, role)
        line += [(" · ", "quiet"), part] if line else [part]
    return line


class Rival(NamedTuple):
    """A figure of another article that excludes one of a passage, and what their row of the board counts."""

    ours: Figure
    theirs: Figure
    article: Article
    label: str


def contradicted(comparison: Comparison, passage: Passage) -> Iterator[Rival]:
    """The figures that exclude one of the passage in a row of the board, by the order of both."""
    global _latest
    if _latest is None or _latest[0] is not comparison:
        from reader.comparison.figure_rows import contradictions

        known = {f.id: (a.article, f) for a in comparison.analyses for f in a.figures}
        _latest = comparison, contradictions(comparison), known
    _, against, known = _latest
    for figure in figures_of(comparison.analysis_of(passage.id), passage):
        for other in against.get(figure.id, ()):
            label = next(r.label for r in comparison.figure_rows if figure.id in r.figures and other in r.figures)
            article, rival = known[other]
            yield Rival(figure, rival, article, label)


_latest: tuple[Comparison, dict[str, tuple[str, ...]], dict[str, tuple[Article, Figure]]] | None = None
"""The comparison asked for last and its contradictions: a moved cursor asks for the same again."""


def differing_figures(comparison: Comparison, link: Link, passage: str) -> list[tuple[Figure, Figure, str]]:
    """The figures of a linked pair that stand in one row: ours, theirs, and what the two say of each other."""
    from reader.comparison.comparable import between

    here, there = comparison.analysis_of(passage), comparison.analysis_of(link.other(passage))
    ours = {f.id: f for f in figures_of(here, comparison.passage(passage))}
    theirs = {f.id: f for f in figures_of(there, comparison.passage(link.other(passage)))}
    return [
        (ours[a], theirs[b], between(ours[a], theirs[b]))
        for row in comparison.figure_rows
        for a in row.figures
        if a in ours
        for b in row.figures
        if b in theirs
    ]
