"""One thing under all its names, within and across articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.model import Analysis, Entity


def identify(analyses: Sequence[Analysis]) -> tuple[tuple[Entity, ...], tuple[Analysis, ...]]:
    """The things named in the articles, and the analyses with each mention carrying the id of its thing."""
    entities: dict[str, Entity] = {}
    named = []
    for analysis in analyses:
        mentions = []
        for mention in analysis.mentions:
            name = mention.of(analysis.article.text)
            entity = entities.setdefault(name.lower(), Entity(f"e{len(entities) + 1}", name, mention.kind, (name,)))
            mentions.append(replace(mention, entity=entity.id))
        named.append(replace(analysis, mentions=tuple(mentions)))
    return tuple(entities.values()), tuple(named)
