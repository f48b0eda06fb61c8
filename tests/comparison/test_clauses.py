"""The clauses of a sentence, and which of them is answered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.comparison.clauses import answered, clauses
from reader.model import Passage, Span


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("The bridge fell; nobody was hurt.", ["The bridge fell; ", "nobody was hurt."]),
        ("The bridge fell, and the road was shut.", ["The bridge fell, ", "and the road was shut."]),
        ("The bridge fell on a barge, which sank.", ["The bridge fell on a barge, ", "which sank."]),
        ("The bridge fell, killing two, including a child.", ["The bridge fell, ", "killing two, including a child."]),
        ("The mill burned down, and with it the barn, before rain came.",
         ["The mill burned down, and with it the barn, ", "before rain came."]),
        ("The mayor, and the fire chief, said so.", ["The mayor, and the fire chief, said so."]),
        ("“It fell, and we ran,” she said.", ["“It fell, and we ran,” she said."]),
        ("", []),
    ],
)  # fmt: skip
def test_a_sentence_is_cut_where_a_new_fact_may_begin(sentence: str, parts: list[str]) -> None:
    assert [part.of(sentence) for part in clauses(sentence)] == parts


@given(st.text(st.sampled_from('abd,; "“”—') | st.characters(codec="utf-8"), max_size=80))
def test_clauses_cover_the_sentence(sentence: str) -> None:
    found = clauses(sentence)
    assert "".join(part.of(sentence) for part in found) == sentence


def told(sentence: str, *shared: str) -> str | None:
    text = f"Before it. {sentence}"
    start = text.index(sentence)
    passage = Passage(start, len(text), "p", 1, sentence)
    found = answered(passage, [Span(at, at + len(word)) for word in shared for at in [text.index(word, start)]])
    return found.of(text) if found else None


def test_the_clause_that_holds_all_shared_words_is_the_answered_one() -> None:
    sentence = "The bridge fell on Monday, while divers raised the barge, and the inquiry began."
    assert told(sentence, "divers", "barge") == "while divers raised the barge, "
    assert told(sentence, "divers", "inquiry") == "while divers raised the barge, and the inquiry began."
    assert told(sentence, "bridge", "inquiry") is None
    assert told(sentence, "divers") is None
    assert told("Divers raised the barge.", "Divers", "barge") is None
