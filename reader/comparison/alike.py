"""Which other names of a story a reader may mean who says that a name has another: those most like it first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from reader.analysis.names.relations import RELATIONS
from reader.analysis.names.spelling import fold, skeleton
from reader.model import Entity, Kind

FORMS = 6
"""Variants of a name that are looked at."""


def others(entity: Entity, entities: Sequence[Entity]) -> tuple[tuple[Entity, str], ...]:
    """The other things, the likest first, each with the variant it can be told from this one by.

    A thing without such a variant, all of its names being this one's too, is left out.
    """
    own = {fold(variant).lower() for variant in entity.variants}
    told = (
        (other, next((variant for variant in other.variants if fold(variant).lower() not in own), ""))
        for other in entities
        if other.id != entity.id
    )
    found = [(other, variant) for other, variant in told if variant]
    return tuple(sorted(found, key=lambda pair: -likeness(entity, pair[0])))


def likeness(a: Entity, b: Entity) -> float:
    """How much two things look alike by their names and kinds: the best of their variants, 0 to 1.1."""
    pairs = ((one, two) for one in a.variants[:FORMS] for two in b.variants[:FORMS])
    return max((_alike(one, two, a.kind) for one, two in pairs), default=0.0) + (0.1 if a.kind == b.kind else 0.0)


def _alike(one: str, two: str, kind: Kind) -> float:
    """Shared pairs of letters or of sounds, as a share of all; 1 where a relation of names holds."""
    spelt = max(_dice(_letters(one), _letters(two)), _dice(_sounds(one), _sounds(two)) - 0.1)
    if spelt > 0 and any(r.test(one, two, kind) or r.test(two, one, kind) for r in RELATIONS):
        return 1.0
    return spelt


@lru_cache(maxsize=4096)
def _letters(name: str) -> frozenset[str]:
    return frozenset(_pairs(fold(name).lower()))


@lru_cache(maxsize=4096)
def _sounds(name: str) -> frozenset[str]:
    """None of letters that stand for words, nor of a name with hardly a consonant."""
    sounds = " ".join(skeleton(word) for word in name.split())
    return frozenset(_pairs(sounds)) if len(sounds) > 2 and not name.isupper() else frozenset()


def _pairs(text: str) -> Iterator[str]:
    """Two letters at a time, those at the ends of words with the blank."""
    padded = f" {text} "
    return (padded[n : n + 2] for n in range(len(padded) - 1))


def _dice(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0
