"""Which passages of different articles report the same thing."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from reader.model import Analysis, Entity, Grade, Link, Passage, Span
from reader.text.words import stem, words


def correspond(
    analyses: Sequence[Analysis], entities: Sequence[Entity]
) -> tuple[tuple[Link, ...], tuple[tuple[str, str, float], ...]]:
    """The links to offer, best first, and all pairs of passages worth ranking with their scores."""
    bags = {p.id: Counter(stem(w.group()) for w in words(p.text)) for a in analyses for p in a.passages}
    df = Counter(term for bag in bags.values() for term in bag)
    vectors = {
        i: {t: (1 + math.log(n)) * math.log(len(bags) / df[t] + 1e-9) for t, n in b.items()} for i, b in bags.items()
    }
    norms = {i: math.sqrt(sum(x * x for x in v.values())) or 1.0 for i, v in vectors.items()}
    candidates, links = [], []
    for one, two in combinations(analyses, 2):
        for p in one.passages:
            for q in two.passages:
                shared = vectors[p.id].keys() & vectors[q.id].keys()
                score = sum(vectors[p.id][t] * vectors[q.id][t] for t in shared) / norms[p.id] / norms[q.id]
                if score > 0.05:
                    candidates.append((p.id, q.id, score))
                if score > 0.2 and not (p.heading or q.heading):
                    top = sorted(shared, key=lambda t: -vectors[p.id][t])[:4]
                    grade: Grade = "strong" if score > 0.45 else "likely" if score > 0.3 else "weak"
                    reasons = ("both: " + ", ".join(top),)
                    links.append(Link(p.id, q.id, score, grade, reasons, marks(p, top), marks(q, top)))
    links.sort(key=lambda k: -k.score)
    candidates.sort(key=lambda c: -c[2])
    return tuple(links), tuple(candidates)


def marks(passage: Passage, stems: Sequence[str]) -> tuple[Span, ...]:
    """Where words of those stems stand in the passage."""
    found = (w for w in words(passage.text) if stem(w.group()) in stems)
    return tuple(Span(passage.start + w.start(), passage.start + w.end()) for w in found)
