"""Reports of one event compared: every page of the board from one call."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from reader.comparison.comparable import counts
from reader.comparison.correspondence import correspond
from reader.comparison.coverage import coverage
from reader.comparison.decided import decide_links, decide_rows
from reader.comparison.disputed import doubted, marked
from reader.comparison.figure_rows import figure_rows
from reader.comparison.identity import identify
from reader.comparison.look_alikes import look_alikes
from reader.comparison.memory import Memory
from reader.comparison.timeline import timeline
from reader.comparison.wording import wording
from reader.library.decisions import Decision
from reader.library.names import Decided
from reader.model import Analysis, Article, Comparison


def compare(
    articles: Iterable[Article | Analysis],
    *,
    decisions: Sequence[Decision] = (),
    names: Decided | None = None,
    memory: Memory | None = None,
) -> Comparison:
    """Compare reports of one event; an analysis already made is taken as it is. Order of input is order of output.

    ``decisions`` and ``names`` are the reader's own word on links, figures and names, and win. ``memory`` is where
    what was worked out is found again when one of the articles has changed or one more has come; the answer is the
    same without it.

    Raises:
        ValueError: two articles have the same id.

    """
    with _uncollected():
        return _compared(articles, decisions, names, memory or Memory())


def _compared(
    articles: Iterable[Article | Analysis], decisions: Sequence[Decision], names: Decided | None, memory: Memory
) -> Comparison:
    analyses = [a if isinstance(a, Analysis) else memory.analysis(a) for a in articles]
    if len({a.article.id for a in analyses}) < len(analyses):
        raise ValueError("articles to be compared need ids of their own")
    entities, named = identify(analyses, names)
    links, candidates = correspond(named, entities, memory)
    counted = counts(named, memory.counts)
    links = marked(named, decide_links(named, doubted(links, counted), decisions), counted)
    rows, taken_out = decide_rows(named, figure_rows(named, links, counted), decisions)
    return Comparison(
        analyses=tuple(named),
        entities=entities,
        links=links,
        candidates=candidates,
        figure_rows=rows,
        taken_out=taken_out,
        look_alikes=look_alikes(named, rows, links, counted),
        coverage=coverage(named, links),
        wording=wording(named, entities, links, memory.phrases, memory.played),
        timeline=timeline(named, links),
    )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Have the garbage collector wait: nearly all that is made stays, and looking through it takes a sixth longer."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
