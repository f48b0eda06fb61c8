"""Names: where they stand, what kind of thing they name, and which of them are one thing within an article."""

from __future__ import annotations

from collections.abc import Sequence

from reader.analysis.names.chains import Chains
from reader.analysis.names.kinds import kinds_of
from reader.analysis.names.tokens import sentence_of, usage
from reader.analysis.names.trimming import find
from reader.model import Article, Mention, Passage


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
