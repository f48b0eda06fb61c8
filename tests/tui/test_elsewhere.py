"""How the counterparts of a passage are laid out."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from reader.model import Comparison, Link, Passage, Span
from reader.tui.content.counterparts import quoted, sources
from reader.tui.content.elsewhere import column, strip
from tests.comparison.reports import compared

DIVERS = "Divers brought up the bell of the barge on Monday, and the museum wants it."
SHARED = ("divers", "barge")
OTHER = "The museum asked for the bell that divers raised from the barge on Monday."


@pytest.fixture
def known() -> Comparison:
    """Four reports; two of them in the words of another, but for quotation marks and capitals."""
    made = compared(one=OTHER, two=DIVERS, three=DIVERS.replace("Monday, and", "MONDAY and"), four=OTHER)
    ends = combinations([analysis.passages[0].id for analysis in made.analyses], 2)
    return replace(made, links=tuple(Link(a, b, 0.8, "strong", ("both: bell",)) for a, b in ends))


@pytest.mark.parametrize("beside", [False, True])
def test_a_reprint_is_told_and_not_printed_again(known: Comparison, beside: bool) -> None:
    draw = column if beside else strip
    article, passage = known.analyses[0].article, known.analyses[0].passages[0]
    lines = draw(known, passage, article, 60, 12)
    told = ["".join(text for text, _ in line.row).strip() for line in lines]
    assert sum("Divers brought up" in row for row in told) == 1
    assert sum("word for word as 2" in row for row in told) == 1
    assert sum("word for word as here" in row for row in told) == 1
    assert not any("asked for the bell" in row for row in told)
    assert {line.target.number for line in lines if line.target} == {2, 3, 4}


def test_what_a_reprint_leaves_free_goes_to_the_words_of_the_others(known: Comparison) -> None:
    article, passage = known.analyses[0].article, known.analyses[0].passages[0]
    rows = [line.target.number for line in strip(known, passage, article, 44, 6) if line.target]
    assert rows == [2, 2, 2, 3, 4]


def test_the_part_of_a_sentence_that_does_not_answer_is_an_aside() -> None:
    made = compared(one="Divers raised the barge.", two="The quay was shut on Monday, while divers raised the barge.")
    one, two = (analysis.passages[0] for analysis in made.analyses)

    def shared(passage: Passage) -> tuple[Span, ...]:
        starts = (passage.start + passage.text.lower().index(word) for word in SHARED)
        return tuple(Span(start, start + len(word)) for start, word in zip(starts, SHARED, strict=True))

    made = replace(made, links=(Link(one.id, two.id, 0.8, "strong", ("both: barge",), shared(one), shared(two)),))
    (other,) = sources(made, one, made.analyses[0].article)
    told = quoted(made, one, other)
    assert [two.text[a:b] for a, b, role in told.marks if role == "aside"] == ["The quay was shut on Monday, "]
    assert [two.text[a:b] for a, b, role in told.marks if role == "shared"] == list(SHARED)
