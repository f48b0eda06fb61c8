"""What the other sources have of a passage, and what is quoted of it, however that is laid out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.comparison.clauses import answered
from reader.comparison.decided import CONFIRMED
from reader.model import Article, Comparison, Link, Passage
from reader.tui.content.pieces import Piece, shown
from reader.tui.content.understood import SIGNS, Rival, amount, contradicted, differing_figures


@dataclass(frozen=True, slots=True)
class Counterpart:
    """What one other source has of the passage: its number in the story and its best links (none: nothing).

    ``rival`` is a figure of that source that excludes one of the passage in a row of the board.
    """

    number: int
    article: Article
    links: tuple[Link, ...]
    rival: Rival | None = None

    @property
    def leads(self) -> bool:
        """Whether there is a sentence to go to."""
        return bool(self.links or self.rival)

    def there(self, comparison: Comparison, passage: Passage) -> Passage:
        """The sentence to go to: that of the best link, or else that of the figure."""
        if self.links:
            return comparison.passage(self.links[0].other(passage.id))
        assert self.rival is not None, "nothing to go to"
        return comparison.passage(self.rival.theirs.passage)


def sources(comparison: Comparison, passage: Passage, article: Article) -> list[Counterpart]:
    """Every other source of the story, those that have the passage first, best first."""
    links = comparison.counterparts(passage.id)
    rivals = {rival.article.id: rival for rival in reversed([*contradicted(comparison, passage)])}
    found = [
        Counterpart(number, other.article, links.get(other.article.id, ()), rivals.get(other.article.id))
        for number, other in enumerate(comparison.analyses, 1)
        if other.article.id != article.id
    ]
    return sorted(found, key=lambda c: (-c.links[0].score if c.links else 2.0 - c.leads, c.number))


def graded(counterpart: Counterpart) -> Piece:
    """How far the best link may be trusted, that the reader confirmed it, that a figure differs, or that nothing is."""
    if not counterpart.links:
        return ("figure", "differs") if counterpart.rival else ("none", "none")
    link = counterpart.links[0]
    return "✓yours" if CONFIRMED in link.reasons else link.grade, link.grade


def reprints(comparison: Comparison, passage: Passage, have: Sequence[Counterpart]) -> dict[int, str]:
    """By their numbers counterparts in the very words of the passage, or of one before them: told, not shown again."""
    first = {_letters(passage): "word for word as here"}
    same = {}
    for c in have:
        letters = _letters(c.there(comparison, passage))
        if letters in first:
            same[c.number] = first[letters]
        else:
            first[letters] = f"word for word as {c.number}"
    return same


def _letters(passage: Passage) -> str:
    return "".join(filter(str.isalnum, passage.text.casefold()))


@dataclass(frozen=True, slots=True)
class Quoted:
    """What is quoted of a counterpart: its sentence, the words marked in it, the reasons, what differs.

    Where one part of the sentence alone answers the passage, the rest of it is marked as an aside.
    """

    there: Passage
    marks: list[tuple[int, int, str]]
    reasons: str
    verdicts: list[Piece]


def quoted(comparison: Comparison, passage: Passage, c: Counterpart) -> Quoted:
    """The best link, or else the figure that excludes one of the passage."""
    there = c.there(comparison, passage)
    if c.links:
        link = c.links[0]
        marks = [(s.start - there.start, s.end - there.start, "shared") for s in link.shared(there.id)]
        if part := answered(there, link.shared(there.id)):
            beside = (0, part.start - there.start), (part.end - there.start, len(there.text))
            marks += [(*place, "aside") for place in beside if place[0] < place[1]]
        reasons = "; ".join(shown(reason) for reason in link.reasons if reason != CONFIRMED)  # the grade says so
        return Quoted(there, marks, reasons, _verdicts(comparison, passage, link))
    assert c.rival is not None
    theirs = c.rival.theirs
    marks = [(theirs.start - there.start, theirs.end - there.start, "shared")]
    verdicts: list[Piece] = [(f" ≠ {amount(theirs)}", "differs")]
    return Quoted(there, marks, shown(c.rival.label), verdicts)


def _verdicts(comparison: Comparison, passage: Passage, link: Link) -> list[Piece]:
    """What the link tells of the figures of its two passages, a difference first."""
    pairs = differing_figures(comparison, link, passage.id)
    pairs.sort(key=lambda p: ("differ", "compatible", "agree").index(p[2]))
    if pairs:
        _, theirs, verdict = pairs[0]
        return [(f" {SIGNS[verdict]} {amount(theirs)}", "differs" if verdict == "differ" else "quiet")]
    return [(" ≠", "differs")] if link.differs else []
