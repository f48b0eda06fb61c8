"""Reports of one event compared: every page of the board from one call."""

from __future__ import annotations

from collections.abc import Iterable

from reader.analysis import analyse
from reader.comparison.correspondence import correspond
from reader.comparison.coverage import coverage
from reader.comparison.figure_rows import figure_rows, look_alikes, marked
from reader.comparison.identity import identify
from reader.comparison.timeline import timeline
from reader.comparison.wording import wording
from reader.model import Analysis, Article, Comparison


def compare(articles: Iterable[Article | Analysis]) -> Comparison:
    """Compare reports of one event; an analysis already made is taken as it is. Order of input is order of output.

    Raises:
        ValueError: two articles have the same id.

    """
    analyses = [a if isinstance(a, Analysis) else analyse(a) for a in articles]
    if len({a.article.id for a in analyses}) < len(analyses):
        raise ValueError("articles to be compared need ids of their own")
    entities, named = identify(analyses)
    links, candidates = correspond(named, entities)
    links = marked(named, links)
    rows = figure_rows(named, links)
    return Comparison(
        analyses=tuple(named),
        entities=entities,
        links=links,
        candidates=candidates,
        figure_rows=rows,
        look_alikes=look_alikes(named, rows),
        coverage=coverage(named, links),
        wording=wording(named, entities, links),
        timeline=timeline(named, links),
    )
