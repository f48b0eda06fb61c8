"""Who is heard in the reports, and one speaker's words across them: aligned where they are the same, cut or changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from reader.model import Analysis, Attribution, Comparison, Quotation, Span
from reader.text.words import WORD

ALIKE = 0.6
"""The share of the shorter quotation's words that has to stand in the longer one, in order."""

_ARTICLE = re.compile(r"^(?:the|an?|its|their|his|her)\s+", re.IGNORECASE)
_HONORIFICS = frozenset({"mr", "mrs", "ms", "dr"})

Heard = tuple[Analysis, Quotation]
"""A quotation with the article that has it."""


@dataclass(slots=True)
class Voice:
    """A speaker under all names: how the sources call him, his quotations, and what else is put down to him."""

    name: str
    roles: dict[str, None] = field(default_factory=dict)
    quoted: list[Heard] = field(default_factory=list)
    said: list[tuple[Analysis, Attribution]] = field(default_factory=list)

    @property
    def articles(self) -> set[str]:
        """The articles (ids) that let him speak."""
        return {a.article.id for a, _ in self.quoted} | {a.article.id for a, _ in self.said}


@dataclass(frozen=True, slots=True)
class Utterance:
    """A quotation among others of the same words.

    ``rival`` is the article (an id) with the longest version that is worded otherwise, ``None`` where there is none;
    ``changed`` are the words that stand not in that one.
    """

    article: str
    quotation: Quotation
    rival: str | None = None
    changed: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Aligned:
    """Quotations of the same words, in order of the articles; ``longest`` is the one that has most of them."""

    utterances: tuple[Utterance, ...]
    longest: Utterance
    same: bool

    @property
    def articles(self) -> frozenset[str]:
        """The articles (ids) that have them."""
        return frozenset(one.article for one in self.utterances)


# ---- who speaks


def voices(comparison: Comparison) -> tuple[Voice, ...]:
    """Every speaker once, those whom most articles hear first; of equals those quoted most, then as they come."""
    known = {
        variant: entity.name
        for kind in ("organisation", "person")
        for entity in comparison.entities
        if entity.kind == kind
        for variant in entity.variants or (entity.name,)
    }
    persons = {v for e in comparison.entities if e.kind == "person" for v in e.variants or (e.name,)}
    found: dict[str, Voice] = {}

    def voice(said: str) -> Voice:
        name, role = who(said, known, persons)
        one = found.setdefault(name.casefold(), Voice(name))
        if role:
            one.roles.setdefault(role, None)
        return one

    for analysis in comparison.analyses:
        for quotation in analysis.quotations:
            if quotation.speaker:
                voice(quotation.speaker).quoted.append((analysis, quotation))
        for attribution in analysis.attributions:
            voice(attribution.source).said.append((analysis, attribution))
    return tuple(sorted(found.values(), key=lambda one: (-len(one.articles), -len(one.quoted))))


def unattributed(comparison: Comparison) -> list[Heard]:
    """The quotations for which no speaker was found."""
    return [(a, q) for a in comparison.analyses for q in a.quotations if not q.speaker]


def who(said: str, known: Mapping[str, str], persons: Iterable[str]) -> tuple[str, str]:
    """The name and the role in a speaker's description ("Harbour Minister Ilse Marand", "Marand, the minister").

    A person is known by any of his names in the description, a body only where it is the whole of it.
    """
    plain = " ".join(said.split())
    bare = _ARTICLE.sub("", plain)
    named = [v for v in persons if v in plain and re.search(rf"(?<!\w){re.escape(v)}(?![\w’'])", plain)]
    if named:
        variant = max(named, key=len)
        before, _, after = plain.partition(variant)
        role = before.strip(" ,") or after.strip(" ,")
        return known.get(variant, variant), "" if role.rstrip(".").lower() in _HONORIFICS else role
    return known.get(bare, bare), ""


# ---- the same words


def aligned(quoted: Sequence[Heard]) -> list[Aligned]:
    """Quotations together that have the same words, those of most articles first."""
    rows: list[list[tuple[Heard, list[str]]]] = []
    for heard in quoted:
        said = tokens(heard[1].of(heard[0].article.text))
        for row in rows:
            if any(there is not heard[0] for (there, _), _ in row) and any(alike(said, other) for _, other in row):
                row.append((heard, said))
                break
        else:
            rows.append([(heard, said)])
    return sorted(map(_aligned, rows), key=lambda one: -len(one.articles))


def _aligned(row: Sequence[tuple[Heard, list[str]]]) -> Aligned:
    made = []
    for (analysis, quotation), said in row:
        rivals = [(there.article.id, other) for (there, _), other in row if other != said and there is not analysis]
        rival, words = max(rivals, key=lambda one: len(one[1]), default=(None, []))
        changed = differing(quotation, analysis, words) if rival is not None else ()
        made.append(Utterance(analysis.article.id, quotation, rival, changed))
    longest = max(range(len(row)), key=lambda n: len(row[n][1]))
    return Aligned(tuple(made), made[longest], len({tuple(said) for _, said in row}) == 1)


def tokens(text: str) -> list[str]:
    """The words of a quotation as they are compared."""
    return [word.lower().replace("’", "'") for word in WORD.findall(text)]


def alike(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether two quotations are the same words, cut or changed."""
    least = min(len(one), len(two))
    if least < 2:
        return False
    blocks = SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) >= ALIKE * least


def differing(quotation: Quotation, analysis: Analysis, other: Sequence[str]) -> tuple[Span, ...]:
    """Where the words of a quotation stand that another one has not."""
    text = quotation.of(analysis.article.text)
    places = [m.span() for m in WORD.finditer(text)]
    blocks = SequenceMatcher(None, tokens(text), list(other), autojunk=False).get_matching_blocks()
    same = {n for block in blocks for n in range(block.a, block.a + block.size)}
    return tuple(Span(quotation.start + a, quotation.start + b) for n, (a, b) in enumerate(places) if n not in same)


def beside_quotations(voice: Voice) -> dict[str, Attribution]:
    """What a speaker is said to say by passage (an id), those passages left out in which he is quoted."""
    quoted = {(a.article.id, p.id) for a, q in voice.quoted for p in a.passages if q.start < p.end and p.start < q.end}
    return {said.passage: said for analysis, said in voice.said if (analysis.article.id, said.passage) not in quoted}
