"""Names: where they stand, what kind of thing they name, and which of them are one thing within an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.analysis.names.chains import Chains
from reader.analysis.names.finding import Found, find
from reader.analysis.names.kinds import of_context, of_form
from reader.analysis.names.spelling import fold
from reader.analysis.names.tokens import sentence_of, usage
from reader.model import Article, Kind, Mention, Passage


def mentions(article: Article, passages: Sequence[Passage]) -> tuple[Mention, ...]:
    """The names of the article in order, none inside another.

    Mentions of one thing share an entity id: the article's id, a colon and a key made from the fullest name.
    """
    sentences = [sentence_of(passage) for passage in passages]
    ways = usage(sentences)
    found = [item for sentence in sentences for item in find(sentence, ways)]
    names = [article.text[item.start : item.end] for item in found]
    kinds = kinds_of(names, found)
    chains = Chains(found, names, kinds)
    return tuple(
        Mention(item.start, item.end, kinds[name], f"{article.id}:{chains.key(name, item)}")
        for name, item in zip(names, found, strict=True)
    )


def kinds_of(names: Sequence[str], found: Sequence[Found]) -> dict[str, Kind]:
    """The kind of each name: its form and all its mentions weighed; a full name also speaks for its last word."""
    told: dict[str, Counter[Kind]] = {}
    for name, item in zip(names, found, strict=True):
        if name not in told:
            told[name] = Counter(dict(of_form(name)))  # type: ignore[arg-type]
        told[name].update(of_context(item))
    full: dict[str, Counter[Kind]] = {}
    for name, weights in told.items():
        words = fold(name).split()
        if len(words) > 1 and _best(weights) == "person":
            full[words[-1]] = weights
            full.setdefault(words[0], weights)
    for name, weights in told.items():
        plain = fold(name)
        if plain in full and " " not in plain:
            weights["person"] += min(full[plain]["person"], 5)
    return {name: _best(weights) for name, weights in told.items()}


def _best(weights: Counter[Kind]) -> Kind:
    return max(weights, key=lambda kind: weights[kind])
