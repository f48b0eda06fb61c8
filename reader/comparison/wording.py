"""How each source words the same actor, action or place."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model import Analysis, Entity, Link, Wording


def wording(analyses: Sequence[Analysis], entities: Sequence[Entity], links: Sequence[Link]) -> tuple[Wording, ...]:
    """The things that the sources word differently, with every wording and its place."""
    return ()
