"""A memory saves work, and changes nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis import analyse
from reader.comparison import compare, correspondence
from reader.comparison import memory as memories
from reader.comparison.evidence import Met, meet
from reader.comparison.grading import Worth
from reader.comparison.memory import Memory
from reader.comparison.statements import Statements, content_of
from reader.library.names import Decided
from reader.model import Analysis, Comparison, Kind
from tests.comparison.reports import COURIER, DISPATCH, HARBOUR, article

HERALD = """\
Lena Marsh, the governor of Ostrava Bay, said an inquiry into the fire at the market would begin in spring.
The coast guard had evacuated more than 600 people that night.
A choir from Kelm sang for the traders."""


@pytest.fixture
def met(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The pairs of articles that meet while the test runs."""
    found: list[tuple[str, str]] = []

    def noted(one: Statements, two: Statements, *rest: Any) -> Met[Worth]:
        found.append((one.content.article.id, two.content.article.id))
        return meet(one, two, *rest)

    monkeypatch.setattr(memories, "meet", noted)
    return found


def analyses(**texts: str) -> list[Analysis]:
    return [analyse(article(name, text)) for name, text in texts.items()]


THREE = {"harbour": HARBOUR, "courier": COURIER, "dispatch": DISPATCH}


def same(one: Comparison, two: Comparison) -> bool:
    return (one.links, one.candidates, one.figure_rows, one.coverage) == (
        two.links,
        two.candidates,
        two.figure_rows,
        two.coverage,
    )


def test_one_more_article_meets_the_others_and_the_others_do_not_meet_again(met: list[tuple[str, str]]) -> None:
    memory = Memory()
    compare(analyses(**THREE), memory=memory)
    met.clear()
    four = analyses(**THREE, herald=HERALD)
    found = compare(four, memory=memory)
    assert met == [("harbour", "herald"), ("courier", "herald"), ("dispatch", "herald")]
    assert same(found, compare(four))


def test_an_article_that_comes_first_costs_no_more(met: list[tuple[str, str]]) -> None:
    memory = Memory()
    compare(analyses(**THREE), memory=memory)
    met.clear()
    four = analyses(herald=HERALD, **THREE)
    found = compare(four, memory=memory)
    assert met == [("herald", "harbour"), ("herald", "courier"), ("herald", "dispatch")]
    assert same(found, compare(four))


def test_only_what_changed_is_worked_out_again(met: list[tuple[str, str]]) -> None:
    memory = Memory()
    compare(analyses(**THREE), memory=memory)
    met.clear()
    changed = analyses(**THREE | {"courier": COURIER.replace("650", "700")})
    found = compare(changed, memory=memory)
    assert met == [("harbour", "courier"), ("courier", "dispatch")]
    assert same(found, compare(changed))


def test_nothing_that_stays_the_same_is_worked_out_again(met: list[tuple[str, str]]) -> None:
    memory = Memory()
    compare(analyses(**THREE), memory=memory)
    met.clear()
    compare(analyses(**THREE), memory=memory)
    assert met == []


def test_names_that_the_reader_parts_are_no_longer_remembered_as_one() -> None:
    texts = {"one": "Avel Torn opened the fair in Lunn.", "two": "In Lunn the fair was opened by Torn."}
    memory = Memory()
    before = compare(analyses(**texts), memory=memory)
    apart = Decided(apart=(("Avel Torn", "Torn"),))
    after = compare(analyses(**texts), names=apart, memory=memory)
    assert "Avel Torn" in before.links[0].reasons[0]
    assert same(after, compare(analyses(**texts), names=apart))
    assert not after.links or "Torn" not in after.links[0].reasons[0]


def test_two_articles_are_judged_otherwise_than_several() -> None:
    memory = Memory()
    three = analyses(**THREE)
    compare(three, memory=memory)
    assert same(compare(three[:2], memory=memory), compare(three[:2]))


def test_a_memory_does_not_grow_for_ever(monkeypatch: pytest.MonkeyPatch, met: list[tuple[str, str]]) -> None:
    monkeypatch.setattr(memories, "KEPT", 3)
    memory = Memory()
    compare(analyses(**THREE), memory=memory)
    others = [replace(a, article=replace(a.article, id=f"other {n}")) for n, a in enumerate(analyses(**THREE))]
    compare([analyse(a.article) for a in others], memory=memory)
    met.clear()
    compare(analyses(**THREE), memory=memory)
    assert len(met) == 3


def test_what_other_articles_make_of_a_name_leaves_the_statements_as_they_are() -> None:
    [analysis] = analyses(harbour=HARBOUR)
    kinds: dict[Kind, Kind] = {"place": "organisation", "person": "person"}
    other = replace(
        analysis,
        mentions=tuple(replace(m, kind=kinds.get(m.kind, m.kind), entity=f"e{m.entity}") for m in analysis.mentions),
    )
    assert other.mentions != analysis.mentions
    assert content_of(other) == content_of(analysis)
    nobody = replace(analysis, mentions=tuple(replace(m, kind="other") for m in analysis.mentions))
    assert content_of(nobody) != content_of(analysis)


TOLD = {
    **THREE,
    "herald": HERALD,
    "gazette": "More than 600 people left their houses by the harbour of Ostrava Bay when the fish market burnt.",
    "empty": "",
}
CHANGES = {"650": "700", "Lena Marsh": "Olga Marsh", "12 people": "14 people", "Kelm": "Lunn", ".": ". So it was said."}
STEPS = st.lists(
    st.tuples(st.sampled_from(sorted(TOLD)), st.sampled_from(["leaves", "comes first", "comes last", *CHANGES])),
    min_size=3,
    max_size=6,
)
"""Which article is next to leave, to come or to be changed."""


@settings(max_examples=10, deadline=None)
@given(STEPS, st.sampled_from([correspondence.LARGE, 6]))
def test_a_comparison_is_the_same_whatever_was_compared_before(steps: list[tuple[str, str]], large: int) -> None:
    memory, texts = Memory(), dict(TOLD)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(correspondence, "LARGE", large)
        for name, step in [("empty", "comes last"), *steps]:
            text = texts.pop(name, TOLD[name])
            if step == "comes first":
                texts = {name: text, **texts}
            elif step != "leaves":
                texts[name] = text.replace(step, CHANGES.get(step, step))
            articles = [article(*found) for found in texts.items()]
            assert compare(articles, memory=memory) == compare(articles)
