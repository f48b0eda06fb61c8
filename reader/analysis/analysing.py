"""One article, layer by layer: each layer sees the ones before it."""

from __future__ import annotations

from reader.analysis.attribution import attributions
from reader.analysis.figures import figures
from reader.analysis.moments import moments
from reader.analysis.names import mentions
from reader.analysis.passages import passages
from reader.analysis.quotations import quotations
from reader.model import Analysis, Article


def analyse(article: Article) -> Analysis:
    """Read the article: deterministic, and without an error on any text."""
    sentences = passages(article)
    names = mentions(article, sentences)
    times = moments(article, sentences)
    quoted = quotations(article, sentences, names)
    said = attributions(article, sentences, names, quoted)
    counts = figures(article, sentences, names, times, said, quoted)
    return Analysis(article, sentences, names, counts, times, quoted, said)
