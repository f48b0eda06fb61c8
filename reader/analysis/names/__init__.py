"""Names: where they stand, what kind of thing they name, and which of them are one thing within an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.analysis.names.finding import Found, find
from reader.analysis.names.kinds import of_context, of_form
from reader.analysis.names.tokens import sentence_of, usage
from reader.model import Article, Kind, Mention, Passage


def mentions(article: Article, passages: Sequence[Passage]) -> tuple[Mention, ...]:
    """The names of the article in order; mentions of one thing share an entity id of the article."""
    sentences = [sentence_of(passage) for passage in passages]
    ways = usage(sentences)
    found = [item for sentence in sentences for item in find(sentence, ways)]
    told: dict[str, Counter[Kind]] = {}
    names = [article.text[item.start : item.end] for item in found]
    for name, item in zip(names, found, strict=True):
        if name not in told:
            told[name] = Counter(dict(of_form(name)))  # type: ignore[arg-type]
        told[name].update(of_context(item))
    kinds = {name: max(weights, key=lambda k: weights[k]) for name, weights in told.items()}
    return tuple(
        Mention(item.start, item.end, kinds[name], f"{article.id}:{name.casefold()}")
        for name, item in zip(names, found, strict=True)
    )
