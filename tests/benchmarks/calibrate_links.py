"""Fit the weights of evidence: ``python -m tests.benchmarks.calibrate_links SET… [--write]``.

A SET is a folder with ``docs.jsonl`` and ``links.jsonl`` (sentences of documents, and pairs of them judged by hand):
here the hand alignments of MultiNews (SuperPAL, Apache-2.0) and sentences of ECB+ joined by its event coreference
(CC BY 3.0). Each set weighs the same. Prints how well each group is foretold by weights fitted to the others, and with
``--write`` writes the weights and the least score of each grade to the reader's data. Deterministic.
"""

from __future__ import annotations

import argparse
import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.analysis import analyse
from reader.comparison.correspondence import meetings, search
from reader.comparison.evidence import NAMES, meet
from reader.comparison.grading import answered
from reader.comparison.identity import identify
from reader.comparison.standing import Field
from reader.comparison.statements import statements
from tests.benchmarks.predict import plain

WEIGHTS = Path("reader/comparison/data/link_weights.json")
ORIGIN = (
    "Fitted by tests/benchmarks/calibrate_links.py to the hand alignments of MultiNews (SuperPAL, Apache-2.0) and to "
    "sentences of ECB+ joined by event coreference (CC BY 3.0)"
)
PRECISION = {"strong": 0.92, "likely": 0.84, "weak": 0.77}
"""The share of pairs that are right at and above the least score of each grade, foretold."""

WITNESSED = 0.74
"""The same for pairs to be offered only where a third article bears witness."""

FOLDS = 4
SAMPLE = 5000
"""Every set counts as so many pairs."""

RIDGE = 300.0
"""Strong, because kinds of evidence that say much the same should share the weight: it carries over better."""

Array = NDArray[np.float64]
Place = tuple[str, int]


@dataclass
class Judged:
    """The pairs of one group of documents, whether they are the same, and which of them were judged.

    ``runs`` are the pairs of each two documents: their passages, in the order of ``evidence``.
    """

    evidence: Array
    same: Array
    known: NDArray[np.bool_]
    runs: list[list[tuple[int, int]]]

    def raised(self, worth: Array) -> Array:
        """What pairs of that worth are worth among those of the same two documents."""
        found: list[float] = []
        for run in self.runs:
            given = worth[len(found) : len(found) + len(run)].tolist()
            found += answered([(value, a, b) for value, (a, b) in zip(given, run, strict=True)])
        return np.array(found)


def read(path: Path) -> list[dict[str, Any]]:
    """The records of a file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def judged(folder: Path, *, by_twos: bool = False) -> list[Judged]:
    """The judged pairs of every group; pairs joined by a weak link are neither right nor wrong, and left out.

    ``by_twos``: compare two documents at a time, each with its neighbours in the group.
    """
    links = {
        frozenset((tuple(link["a"]), tuple(link["b"]))): bool(link.get("strong", True))
        for link in read(folder / "links.jsonl")
    }
    groups = defaultdict(list)
    for doc in read(folder / "docs.jsonl"):
        groups[doc.get("topic") or doc["story"]].append(doc)
    found = []
    for _, docs in sorted(groups.items()):
        compared = list(pairwise([*docs, docs[0]])) if by_twos and len(docs) > 2 else [docs]
        found.append(joined([judge(some, links) for some in compared]))
    return found


def judge(docs: Sequence[dict[str, Any]], links: Mapping[frozenset[Place], bool]) -> Judged:
    """The judged pairs of documents compared with each other."""
    starts = {d["doc"]: [0, *accumulate(len(s) + 1 for s in d["sentences"])] for d in docs}
    seen = {(d["doc"], i) for d in docs for i in d.get("judged", range(len(d["sentences"])))}
    _, named = identify([analyse(plain(d, "\n".join(d["sentences"]))) for d in docs])
    places = {p.id: (a.article.id, p.start) for a in named for p in a.passages}
    rows, same, known, runs = [], [], [], []
    articles = [statements(analysis) for analysis in named]
    near = search(articles)
    field = Field(articles, meetings(named, articles, lambda one, two, joint: meet(one, two, joint, near, tuple)))
    for (i, j), met in field.met.items():
        for pair in met.near:
            ends = []
            for facts in (met.one.facts[pair.a], met.two.facts[pair.b]):
                article, start = places[facts.passage.id]
                ends.append((article, bisect_right(starts[article], start) - 1))
            strong = links.get(frozenset(ends))
            rows.append((*pair.own, *field.event(i, j), field.bridge(i, j, pair), field.hub(i, j, pair)))
            same.append(bool(strong))
            known.append(seen.issuperset(ends) and strong is not False)
        runs.append([(pair.a, pair.b) for pair in met.near])
    evidence = np.array(rows, dtype=float).reshape(len(rows), len(NAMES))
    return Judged(evidence, np.array(same, dtype=float), np.array(known, dtype=bool), runs)


def joined(parts: Sequence[Judged]) -> Judged:
    """Several comparisons of one group as one."""
    return Judged(
        np.concatenate([p.evidence for p in parts]),
        np.concatenate([p.same for p in parts]),
        np.concatenate([p.known for p in parts]),
        [run for p in parts for run in p.runs],
    )


def weighed(evidence: Array) -> Array:
    """The evidence, and again as far as the two articles are close: what weighs more in one event than between two."""
    return np.column_stack([evidence, evidence * evidence[:, [NAMES.index("close")]]])


def fit(sets: list[list[Judged]]) -> Array:
    """Weights of the evidence (twice: see above) and, last, of a pair as such.

    Ridge logistic regression, by Newton's method.
    """
    groups = [[g for g in one if g.known.any()] for one in sets]
    evidence = weighed(np.concatenate([g.evidence[g.known] for one in groups for g in one]))
    same = np.concatenate([g.same[g.known] for one in groups for g in one])
    sizes = [sum(int(g.known.sum()) for g in one) for one in groups]
    weigh = np.concatenate([np.full(size, SAMPLE / size) for size in sizes])
    middle, spread = evidence.mean(0), evidence.std(0) + 1e-9
    crowd = NAMES.index("crowd")
    given = -evidence[:, crowd]  # a prior, not a finding: its weight is -1
    for untouched in (crowd, crowd + len(NAMES)):
        middle[untouched], spread[untouched] = 0.0, np.inf
    design = np.column_stack([(evidence - middle) / spread, np.ones(len(same))])
    ridge = np.append(np.full(evidence.shape[1], RIDGE), 1e-6)
    found: Array = np.zeros(len(ridge))
    for _ in range(20):
        likely = 1 / (1 + np.exp(-np.clip(design @ found + given, -30, 30)))
        slope = design.T @ (weigh * (likely - same)) + ridge * found
        bend = (design * (weigh * likely * (1 - likely))[:, None]).T @ design + np.diag(ridge)
        found = found - np.linalg.solve(bend, slope)
    plain_weights = found[:-1] / spread
    plain_weights[crowd] = -1.0
    return np.append(plain_weights, found[-1] - (plain_weights * middle).sum())


def foretold(sets: list[list[Judged]]) -> list[tuple[Array, Array]]:
    """For each set its labels, and the scores that weights fitted to the other folds' groups give."""
    scores: list[list[Array]] = [[np.empty(0)] * len(one) for one in sets]
    for fold in range(FOLDS):
        weights = fit([[g for n, g in enumerate(one) if n % FOLDS != fold] for one in sets])
        for one, row in zip(sets, scores, strict=True):
            for n in range(fold, len(one), FOLDS):
                worth = one[n].raised(weighed(one[n].evidence) @ weights[:-1] + weights[-1])
                row[n] = 1 / (1 + np.exp(-worth[one[n].known]))
    return [
        (np.concatenate([g.same[g.known] for g in one]), np.concatenate(row))
        for one, row in zip(sets, scores, strict=True)
    ]


def least_score(told: list[tuple[Array, Array]], precision: float) -> float:
    """The least score at and above which, on the average of the sets, that share of pairs is right."""
    for limit in np.arange(0.05, 0.99, 0.01):
        right = [same[score >= limit].mean() for same, score in told if (score >= limit).any()]
        if np.mean(right) >= precision:
            return round(float(limit), 2)
    return 0.99


def average_precision(same: Array, score: Array) -> float:
    """Average precision of the pairs in one ranking."""
    ranked = same[np.argsort(-score, kind="stable")]
    return float((np.cumsum(ranked) / np.arange(1, len(ranked) + 1))[ranked > 0].mean())


def main() -> None:
    """Fit, print, write."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sets", nargs="+", type=Path)
    options.add_argument("--write", action="store_true")
    given = options.parse_args()
    record: dict[str, Any] = {"origin": ORIGIN, "comparison of": {}}
    for name, by_twos in (("two", True), ("several", False)):
        sets = [judged(folder, by_twos=by_twos) for folder in given.sets]
        told = foretold(sets)
        grades = {grade: least_score(told, precision) for grade, precision in PRECISION.items()}
        witnessed = least_score(told, WITNESSED)
        for folder, (same, score) in zip(given.sets, told, strict=True):
            shares = ", ".join(
                f"{grade} {same[score >= limit].mean():.3f} of {int((score >= limit).sum())}"
                for grade, limit in grades.items()
            )
            print(f"{folder.name}, {name}: average precision {average_precision(same, score):.3f}; right: {shares}")
        found = [round(float(weight), 4) for weight in fit(sets)]
        plain_weights, closer = found[: len(NAMES)], found[len(NAMES) : -1]
        record["comparison of"][name] = {
            "weights": dict(zip(NAMES, plain_weights, strict=True)) | {"bias": found[-1]},
            "closer": dict(zip(NAMES, closer, strict=True)),
            "grades": grades,
            "witnessed": witnessed,
        }
    print(json.dumps(record, indent=1))
    if given.write:
        WEIGHTS.write_text(json.dumps(record, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
