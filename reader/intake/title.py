"""Which row is the title: a small additive model over the rows above the text, or none.

The rows are few, so that more can be asked of each than of all rows of a page. The weights are the ``title`` of
``model.json``, fitted by ``tests/benchmarks/train_cleaning.py``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from operator import getitem, itemgetter

from reader.intake.features import CREDIT_BIN, DATE_BIN, EDGE_SCORE, RULE_BINS, SHAPE_BINS, score_bin
from reader.intake.lines import Row
from reader.intake.scoring import SCALE, Judgement, model

SURE = 0.3
"""Log odds over which a row is the title: in doubt there is none."""

_LONGEST = 45  # tokens in a title
_WIDEST = 300  # characters in a title
_ABOVE = 0.15  # of the text, in tokens, may stand above it: a standfirst, a summary
_FARTHEST = 60  # rows above the text
_LEAD = 15  # rows of the text whose words are compared with a title's
_SOME = 4  # tokens: a row of fewer is a label rather than a title

_AWAY = (-5, -2, 0, 1, 2, 3, 4, 6, 9, 14, 25)
_NUMBER = (1, 2, 3, 5, 8)
_KINSHIP = (0.001, 0.15, 0.3, 0.5, 0.75)
_shape = itemgetter(0, 1, 6, 7, 8)


def title_row(rows: Sequence[Row], judged: Judgement, out: Collection[int], prose: Sequence[int]) -> int | None:
    """The row that is the title of the report with the prose ``prose``; none of ``out``, which is furniture."""
    found = candidates(rows, judged.bins, out, prose)
    tables = model()["title"]
    odds = [sum(map(getitem, tables, line)) / SCALE for line in title_bins(rows, judged, prose, found)]
    if max(odds, default=SURE) <= SURE:
        return None
    best = found[odds.index(max(odds))]
    text = rows[best].text
    same = [index for index in range(best + 1, prose[0]) if rows[index].text == text]
    if same:
        return same[-1]  # said again in the head of the page: the one next to the text
    # a section's name may be glued to the first of the two
    for index in found:
        own = rows[index].text
        if index > best and rows[index].tokens >= _SOME and text.endswith(own):
            return index if text.removesuffix(own).rstrip()[-1:].isalnum() else best
    return best


def candidates(rows: Sequence[Row], bins: Sequence[int], out: Collection[int], prose: Sequence[int]) -> list[int]:
    """The rows that could be the title, hardly any of the text above them; ``bins`` numbers the rule of each row."""
    found = []
    body = frozenset(prose)
    above, most = 0, _ABOVE * sum([rows[index].tokens for index in prose])
    for index in range(max(0, prose[0] - _FARTHEST), prose[-1] + 1):
        row = rows[index]
        if 1 < row.tokens <= _LONGEST and len(row.text) < _WIDEST and bins[index] != DATE_BIN and index not in out:
            found.append(index)
        above += row.tokens if index in body else 0
        if above > most:
            break
    return found


def title_bins(rows: Sequence[Row], judged: Judgement, prose: Sequence[int], found: Sequence[int]) -> list[list[int]]:
    """The bins of each of the rows ``found``, in the order of ``TITLE_BINS``."""
    bins, start, body = judged.bins, prose[0], frozenset(prose)
    often = Counter([word for index in prose[:_LEAD] for word in judged.told[rows[index].like]])
    scores = [EDGE_SCORE, *map(score_bin, judged.body[: found[-1] + 2] if found else ()), EDGE_SCORE]
    gaps = [row.gap for row in rows[: found[-1] + 2]] + [True] if found else []
    over = 0
    made = []
    for index in found:
        row = rows[index]
        shape = judged.shapes[row.like]
        size = min(shape[0] // 3, 4)
        own = judged.told[row.like]
        shared = sum([often[word] > (index in body) for word in own])
        near = bins[index + 1 : index + 5]
        made.append(
            [
                *_shape(shape),
                bisect_right(_AWAY, start - index),
                bisect_right(_NUMBER, over) * 5 + size,
                (bisect_right(_KINSHIP, shared / len(own)) if own else 6) * 5 + size,
                ((DATE_BIN in near) + 2 * (CREDIT_BIN in near)) * 5 + size,
                gaps[index] * 2 + gaps[index + 1],
                scores[index],
                scores[index + 1],
                scores[index + 2],
                near[0] if near else RULE_BINS,
            ]
        )
        over += row.tokens >= _SOME
    return made


TITLE_BINS = (*_shape(SHAPE_BINS), 12, 30, 35, 20, 4, 19, 19, 19, RULE_BINS + 1)
"""How many bins each feature has: shape; rows to the text, possible titles above, words shared with the text; date and
credit lines below, blank lines around; scores as body of the rows around and of the row; the rule of the row below."""
