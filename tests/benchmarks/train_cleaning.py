"""Fit the cleaning model: ``python -m tests.benchmarks.train_cleaning FOLDER [--write]``.

FOLDER holds pages whose lines are labelled, as JSON lines (``light.jsonl``, ``mid.jsonl``, ``full.jsonl``: pages of the
Fundus crawler's tests, fundus-evaluation and the article-extraction-benchmark, in three renderings to text). A record
has ``site``, ``lines`` and ``labels`` (one a line: body, furniture, caption; any other is not learnt from).

Figures are cross-validated: pages of one site are never on both sides. With ``--write`` the weights go to
``reader/intake/model.json``. Deterministic; needs numpy; about a minute.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import zlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.intake import cleaning, features, lines, rules, scoring, title
from reader.intake.ending import ending

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

FOLDS = 5
VARIANTS = ("light", "mid", "full")
SHARE = {"light": 1.5, "mid": 1.0, "full": 1.0, "bare": 0.5}
"""How much a page of each rendering weighs; ``bare`` is the body alone, which must be kept whole."""
TITLE_PENALTY = 20.0
FEWEST_SITES = 8
"""A word is learnt from when lines of so many sites hold it."""
TARGET = Path(lines.__file__).with_name("model.json")


@dataclass
class Page:
    """One labelled page.

    ``y`` is 1 for body, 0 for furniture, -1 for what is not learnt from; ``title`` is 1 for the title wherever it
    stands; ``out`` are the rows that certain rules remove.
    """

    variant: str
    english: bool
    fold: int
    site: str
    rows: list[lines.Row]
    y: list[int]
    title: list[int]
    out: set[int]
    ruled: list[rules.Rule | None]
    bins: list[int]
    fixed: list[list[int]]
    terms: list[set[str]]


def read(folder: Path) -> list[Page]:
    """All pages of the folder, and their bodies as pages of their own."""
    pages = []
    for variant in VARIANTS:
        for record in map(json.loads, (folder / f"{variant}.jsonl").read_text("utf-8").splitlines()):
            if record.get("cover", 1) < 0.9:
                continue
            pages.append(page(variant, record, record["lines"], record["labels"]))
            if variant == "light":
                pages.append(bare(record))
    return pages


def bare(record: dict[str, Any]) -> Page:
    """The body of a page alone, with or without its title and blank lines."""
    chance = random.Random(record["page"])
    spaced, titled = chance.random() < 0.5, chance.random() < 0.5
    kept, labels = [], []
    for content, label in zip(record["lines"], record["labels"], strict=True):
        if label == "body" or (label == "title" and titled):
            kept += [content, ""] if spaced else [content]
            labels += [label, "blank"] if spaced else [label]
    return page("bare", record, kept, labels)


def page(variant: str, record: dict[str, Any], content: Sequence[str], labels: Sequence[str]) -> Page:
    """A page as the reader sees it: rows, bins, words."""
    text = "\n".join(re.sub(r"[\r\n]", " ", line) for line in content)
    rows = lines.rows(text, lines.split(text))
    ruled = rules.ruled(rows)
    bins = scoring.rule_bins(rows, ruled)
    y = [{"body": 1, "furniture": 0, "caption": 0}.get(labels[row.first], -1) for row in rows]
    shapes = features.shapes(rows, bins)
    headline = {row.text for row in rows if labels[row.first] == "title"}
    return Page(
        variant=variant,
        english=record.get("lang") == "en",
        fold=zlib.crc32(record["site"].encode()) % FOLDS,
        site=record["site"],
        rows=rows,
        y=y,
        title=[int(row.text in headline) for row in rows],
        out=set(cleaning.certain(rows, ruled)),
        ruled=ruled,
        bins=bins,
        fixed=[[*shapes[r.like], *line] for r, line in zip(rows, features.page(rows), strict=True)],
        terms=[scoring.terms(row) for row in rows],
    )


class Design:
    """Rows as a matrix of bins (each feature offset into one vector of weights) and ragged lists of words."""

    def __init__(self, bins: Ints, sizes: Sequence[int], words: tuple[Ints, Ints] | None, vocabulary: int = 0):
        offsets = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        self.columns = bins + offsets
        assert (bins < np.asarray(sizes)).all(), "a bin outside its table"
        self.bins = int(sum(sizes))
        self.width = self.bins + vocabulary
        self.words = words

    def scores(self, weights: Floats) -> Floats:
        """Log odds of every row."""
        out: Floats = weights[self.columns].sum(axis=1)
        if self.words is not None:
            row, word = self.words
            out = out + np.bincount(row, weights=weights[self.bins + word], minlength=len(out))
        return out

    def gradient(self, residual: Floats) -> Floats:
        """The sum over rows of the residual of each weight they use."""
        flat = np.repeat(residual, self.columns.shape[1])
        out: Floats = np.bincount(self.columns.ravel(), weights=flat, minlength=self.width).astype(float)
        if self.words is not None:
            row, word = self.words
            out += np.bincount(self.bins + word, weights=residual[row], minlength=self.width)
        return out


def fit(design: Design, y: Floats, weight: Floats, penalty: float, word_penalty: float, rounds: int = 150) -> Floats:
    """Weights of a logistic regression with an L2 penalty, by Adam over the whole set."""
    w = np.zeros(design.width)
    first, second = np.zeros_like(w), np.zeros_like(w)
    shrink = np.full(design.width, penalty)
    shrink[design.bins :] = word_penalty
    for step in range(1, rounds + 1):
        chance = 1 / (1 + np.exp(-np.clip(design.scores(w), -30, 30)))
        slope = design.gradient((chance - y) * weight) + shrink * w
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        rate = 0.15 * (1 - step / (rounds + 1)) + 0.005
        w -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return w


def vocabulary(pages: Sequence[Page], fewest: int = FEWEST_SITES) -> dict[str, int]:
    """Words that lines of enough sites hold."""
    sites: dict[str, set[str]] = defaultdict(set)
    for p in pages:
        if p.variant in ("light", "mid"):
            for found, y in zip(p.terms, p.y, strict=True):
                if y >= 0:
                    for term in found:
                        sites[term].add(p.site)
    return {term: n for n, term in enumerate(sorted(t for t, s in sites.items() if len(s) >= fewest))}


def weigh(pages: Sequence[Page]) -> Floats:
    """What each row counts in training: its length, levelled within a page, by rendering; mean 1."""
    out: list[float] = []
    for p in pages:
        mass = [0.5 + min(row.tokens, 80) / 20 if y >= 0 else 0.0 for row, y in zip(p.rows, p.y, strict=True)]
        total = (sum(mass) or 1.0) ** 0.6
        out.extend(SHARE[p.variant] * m / total for m in mass)
    w = np.asarray(out)
    scaled: Floats = w * (np.count_nonzero(w) / w.sum())
    return scaled


def ragged(pages: Sequence[Page], known: dict[str, int]) -> tuple[Ints, Ints]:
    """Every (row, word) of the vocabulary."""
    rows, words, at = [], [], 0
    for p in pages:
        for found in p.terms:
            for term in sorted(found):
                if term in known:
                    rows.append(at)
                    words.append(known[term])
            at += 1
    return np.asarray(rows, dtype=np.int64), np.asarray(words, dtype=np.int64)


def near(pages: Sequence[Page], scores: Floats) -> Ints:
    """The bins of company of every row under these scores."""
    out, at = [], 0
    for p in pages:
        own = [round(score * scoring.SCALE) for score in scores[at : at + len(p.rows)].tolist()]
        at += len(p.rows)
        if p.rows:
            out.extend(features.company(p.rows, p.bins, features.told(p.rows), own, scoring.chances(own)))
    return np.asarray(out, dtype=np.int64)


def tables(weights: Floats, sizes: Sequence[int]) -> list[list[int]]:
    """One table of whole hundredths a feature."""
    out, at = [], 0
    for size in sizes:
        out.append([round(float(v) * scoring.SCALE) for v in weights[at : at + size]])
        at += size
    return out


def report(pages: Sequence[Page], scores: Floats, label: str) -> None:
    """Token F1, lost and junk of the English pages at several thresholds, one line each, certain rules applied."""
    chance = 1 / (1 + np.exp(-scores))
    for variant in (*VARIANTS, "bare"):
        parts = []
        for least in (0.14, 0.17, 0.2, 0.23, 0.3):
            at, f1, lost8, tp, fp, fn = 0, [], 0, 0, 0, 0
            for p in pages:
                own = chance[at : at + len(p.rows)]
                at += len(p.rows)
                if p.variant != variant or not p.english:
                    continue
                end, _ = ending(p.rows, p.ruled, own.tolist())
                out = p.out | set(cleaning.repeated(p.rows, own.tolist(), p.out))
                kept = [c >= least and n not in out and n < end for n, c in enumerate(own)]
                a = sum(r.tokens for r, y, k in zip(p.rows, p.y, kept, strict=True) if y == 1 and k)
                b = sum(r.tokens for r, y, k in zip(p.rows, p.y, kept, strict=True) if y == 0 and k)
                gone = [r.tokens for r, y, k in zip(p.rows, p.y, kept, strict=True) if y == 1 and not k]
                f1.append(2 * a / max(1, 2 * a + b + sum(gone)))
                lost8 += any(n >= 8 for n in gone)
                tp, fp, fn = tp + a, fp + b, fn + sum(gone)
            lost, junk = fn / (tp + fn), fp / (tp + fp)
            parts.append(f"{least}: F {np.mean(f1):.3f} lost {lost:.3f} junk {junk:.3f} l8 {lost8 / len(f1):.2f}")
        print(f"{label} {variant:5}", " | ".join(parts), flush=True)


@dataclass
class Heads:
    """The rows that could be titles, page by page: indexes and bins."""

    pages: Sequence[Page]
    found: list[list[int]]
    bins: Ints
    y: Floats
    weight: Floats
    fold: Ints

    @classmethod
    def of(cls, pages: Sequence[Page], scores: Floats) -> Heads:
        """As the reader meets them when rows have these scores; a page's titles weigh as much as all else there."""
        every, bins, weight, at = [], [], [], 0
        for p in pages:
            own = [round(score * scoring.SCALE) for score in scores[at : at + len(p.rows)].tolist()]
            at += len(p.rows)
            likely = scoring.chances(own)
            end, _ = ending(p.rows, p.ruled, likely)
            out = p.out | set(cleaning.repeated(p.rows, likely, p.out)) | set(range(end, len(p.rows)))
            prose = cleaning.prose_rows(p.rows, likely, out)
            found = title.candidates(p.rows, p.bins, p.out, prose) if prose else []
            judged = scoring.Judgement(own, p.bins, features.shapes(p.rows, p.bins), features.told(p.rows))
            every.append(found)
            bins.extend(title.title_bins(p.rows, judged, prose, found) if found else [])
            right = sum(p.title[index] for index in found)
            weight += [8 * SHARE[p.variant] / (right if p.title[i] else len(found) - right) for i in found]
        y = [float(p.title[index]) for p, found in zip(pages, every, strict=True) for index in found]
        fold = [p.fold for p, found in zip(pages, every, strict=True) for _ in found]
        return cls(pages, every, np.asarray(bins), np.asarray(y), np.asarray(weight), np.asarray(fold))

    def report(self, scores: Floats) -> None:
        """How often the best row is the title, and how often there is a best one where there is no title."""
        for variant in (*VARIANTS, "bare"):
            right, of, false, without, at = 0, 0, 0, 0, 0
            for p, found in zip(self.pages, self.found, strict=True):
                own = scores[at : at + len(found)]
                at += len(found)
                if p.variant != variant or not p.english:
                    continue
                given = bool(len(own)) and bool(own.max() > title.SURE)
                if any(p.title):
                    right, of = right + (given and p.title[found[int(np.argmax(own))]]), of + 1
                else:
                    false, without = false + given, without + 1
            print(f"titles {variant:5} {right} of {of}; given where there is none: {false} of {without}", flush=True)


def unseen(design: Design, y: Floats, weight: Floats, fold: Ints, penalty: float, word_penalty: float) -> Floats:
    """What models fitted on the other sites' pages say of each row."""
    out = np.zeros(len(y))
    for k in range(FOLDS):
        part = fit(design, y, weight * (fold != k), penalty, word_penalty)
        out[fold == k] = design.scores(part)[fold == k]
    return out


def train(pages: Sequence[Page], penalty: float, word_penalty: float) -> dict[str, Any]:
    """Fit each pass on what the one before says of pages it has not seen; print the cross-validated figures."""
    y = np.asarray([max(v, 0) for p in pages for v in p.y], dtype=float)
    weight = weigh(pages)
    fold = np.asarray([p.fold for p in pages for _ in p.rows])
    fixed = np.asarray([b for p in pages for b in p.fixed], dtype=np.int64)
    sizes: tuple[int, ...] = (*features.SHAPE_BINS, *features.PAGE_BINS)
    known = vocabulary(pages)
    design = Design(fixed, sizes, ragged(pages, known), len(known))
    first = unseen(design, y, weight, fold, penalty, word_penalty)
    report(pages, first, "first ")
    whole = fit(design, y, weight, penalty, word_penalty)
    values = {t: round(float(whole[design.bins + n]) * scoring.SCALE) for t, n in known.items()}
    model: dict[str, Any] = {"first": tables(whole, sizes), "words": {t: value for t, value in values.items() if value}}

    company = near(pages, first)
    lasting = np.asarray([features.lasting(b) for p in pages for b in p.fixed], dtype=np.int64)
    sizes = (*features.COMPANY_BINS, *features.LASTING_BINS)
    design = Design(np.hstack([company, lasting]), sizes, None)
    second = unseen(design, y, weight, fold, penalty / 2, 0)
    report(pages, second, "second")
    model["second"] = tables(fit(design, y, weight, penalty / 2, 0), sizes)

    heads = Heads.of(pages, second)
    design = Design(heads.bins, title.TITLE_BINS, None)
    heads.report(unseen(design, heads.y, heads.weight, heads.fold, TITLE_PENALTY, 0))
    model["title"] = tables(fit(design, heads.y, heads.weight, TITLE_PENALTY, 0), title.TITLE_BINS)
    return model


def main() -> None:
    """Read, fit, report, write."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--write", action="store_true")
    options.add_argument("--penalty", type=float, default=16.0)
    options.add_argument("--word-penalty", type=float, default=16.0)
    o = options.parse_args()
    pages = read(o.folder)
    print(f"{len(pages)} pages", flush=True)
    model = train(pages, o.penalty, o.word_penalty)
    if o.write:
        text = json.dumps(model, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        TARGET.write_text(text + "\n", "utf-8")
        print(f"{TARGET.name}: {len(text) // 1000} kB, {len(model['words'])} words")


if __name__ == "__main__":
    main()
