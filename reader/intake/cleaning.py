"""Which lines of a text are the article, and what else they tell."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reader.intake import rules
from reader.intake.ending import ending
from reader.intake.header import Head, read_head
from reader.intake.lines import Row, fold, rows, split
from reader.intake.scoring import chances, judge
from reader.model import Cleaned, Line, State

SURE = 0.33
"""From this chance on a row is kept without doubt."""
LEAST, LEAST_SHORT = 0.17, 0.3
"""Under this chance a row is removed, a short one under the second; between that and ``SURE`` it is doubtful."""
SHORT = 8
"""A row of fewer tokens is short."""

MOST = 10_000
"""No report has more lines: what follows is left as it is, in doubt, so that a million lines take seconds."""

Verdict = tuple[State, str, str]
"""What becomes of a row: its state, its role, the reason."""

_BLANK: Verdict = ("kept", "blank", "")
_UNREAD: Verdict = ("doubtful", "body", "nothing here reads like a report")
_BEYOND: Verdict = ("doubtful", "body", "too far down to be judged")


def clean(text: str, keep: Collection[str] = (), drop: Collection[str] = ()) -> Cleaned:
    """Read the text line by line: what is body, what is not and why, and which lines are title, date or source.

    ``keep`` and ``drop`` hold lines (blanks folded) that the reader wants kept or dropped, whatever the rules say.
    """
    bounds = split(text)
    found = rows(text, bounds[:MOST])
    verdicts, head = _judge(found)
    said = [_BLANK] * min(MOST, len(bounds))
    for row, verdict in zip(found, verdicts, strict=True):
        for index in range(row.first, row.last + 1):
            said[index] = verdict
    said += [_BLANK if text[start:end].isspace() or start == end else _BEYOND for start, end in bounds[MOST:]]
    lines = [
        Line(start, end, number, state, role, reason)
        for number, ((start, end), (state, role, reason)) in enumerate(zip(bounds, said, strict=True), 1)
    ]
    if keep or drop:
        kept, dropped = frozenset(keep), frozenset(drop)
        lines = [_by_hand(line, fold(line.of(text)), kept, dropped) for line in lines]
    return Cleaned(tuple(lines), head.title, head.published, head.source, head.byline, tuple(head.via))


def _by_hand(line: Line, words: str, keep: frozenset[str], drop: frozenset[str]) -> Line:
    """The line as the reader wants it."""
    if words in drop:
        return Line(line.start, line.end, line.number, "removed", "furniture", "dropped by the reader")
    if words in keep:
        role = line.role if line.state != "removed" else "body"
        return Line(line.start, line.end, line.number, "kept", role, "")
    return line


def _judge(found: Sequence[Row]) -> tuple[list[Verdict], Head]:
    """A verdict for each row, and what the head gives."""
    ruled = rules.ruled(found)
    out = certain(found, ruled)
    furniture = frozenset(out)
    judged = judge(found, ruled)
    likely = chances(judged.body)
    for index, other in repeated(found, likely, out).items():
        role = "caption" if other in out and out[other][1] == "caption" else "furniture"
        said = f"repeats line {found[other].first + 1}"
        out[index] = ("removed", role, f"caption: {said}" if role == "caption" else said)
    end, reason = ending(found, ruled, likely)
    for index in range(end, len(found)):
        out.setdefault(index, ("removed", "furniture", reason))
    prose = prose_rows(found, likely, out)
    if not prose:
        return [out.get(index, _UNREAD) for index in range(len(found))], Head()
    head = read_head(found, judged, furniture, prose)
    verdicts: list[Verdict] = []
    for index, row in enumerate(found):
        if index in head.roles:
            verdicts.append(("kept", head.roles[index], ""))
        elif index in out:
            verdicts.append(out[index])
        elif likely[index] >= (LEAST if row.tokens >= SHORT else LEAST_SHORT):
            heading = not row.is_sentence and row.tokens <= 12
            doubtful = likely[index] < SURE
            verdicts.append(
                ("doubtful", "body", _reason(found, ruled, prose, index))
                if doubtful
                else ("kept", "subhead" if heading else "body", "")
            )
        else:
            verdicts.append(("removed", "furniture", _reason(found, ruled, prose, index)))
    return verdicts, head


def prose_rows(found: Sequence[Row], chances: Sequence[float], out: Collection[int]) -> list[int]:
    """The rows that surely are the text: sentences and long rows, not of ``out``."""
    return [
        index
        for index, (row, chance) in enumerate(zip(found, chances, strict=True))
        if chance >= SURE and row.tokens >= 8 and (row.is_sentence or row.tokens >= 18) and index not in out
    ]


def repeated(found: Sequence[Row], chances: Sequence[float], out: Collection[int]) -> dict[int, int]:
    """Rows that say again what another row says, to the index of that: of equal rows the likeliest body stays."""
    repeats: dict[int, int] = {}
    for group in rules.repeats(found):
        best = group[0] if group[0] in out else max(group, key=lambda index: (round(chances[index], 1), -index))
        repeats.update({index: best for index in group if index != best})
    return repeats


def certain(found: Sequence[Row], ruled: Sequence[rules.Rule | None]) -> dict[int, Verdict]:
    """Rows that are furniture whatever stands around them."""
    out: dict[int, Verdict] = {}
    for index, (row, rule) in enumerate(zip(found, ruled, strict=True)):
        if rule and rule.certain:
            out[index] = ("removed", rule.role, rule.reason)
        elif row.tokens > 5 and rules.is_doubled(row):
            out[index] = ("removed", "furniture", f"{rules.TEASER}: says itself twice")
    for index, reason in rules.sandwiches(found).items():
        out[index] = ("removed", "furniture", reason)
    return out


def _reason(found: Sequence[Row], ruled: Sequence[rules.Rule | None], body: Sequence[int], index: int) -> str:
    """Why a row that no certain rule removed does not read like the text."""
    if rule := ruled[index]:
        return rule.reason
    row = found[index]
    kind = "short line" if row.tokens <= 6 else "line"
    if index < body[0]:
        return f"{kind} above the text"
    if index > body[-1]:
        return f"{kind} below the text"
    return f"{kind} unlike the text around it"
