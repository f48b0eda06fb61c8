"""The reader's word on a comparison: it wins, and it outlives edits elsewhere and another division into sentences."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis import analyse
from reader.comparison import compare
from reader.comparison.decided import CONFIRMED, figures_at, on_figure, on_link, passages_at, place_of
from reader.library.decisions import Decision
from reader.library.names import Decided
from reader.model import Analysis, Article, Comparison, Link, Passage
from tests.comparison.reports import COURIER, DISPATCH, HARBOUR, article, market

TEXTS = {"harbour": HARBOUR, "courier": COURIER, "dispatch": DISPATCH}


def again(*decisions: Decision, names: Decided | None = None, **changed: str) -> Comparison:
    """The three reports compared under decisions, some of them with another text."""
    analyses = [analyse(article(name, changed.get(name, text))) for name, text in TEXTS.items()]
    return compare(analyses, decisions=decisions, names=names)


def ends(comparison: Comparison, link: Link) -> tuple[str, str]:
    return comparison.passage(link.a).text, comparison.passage(link.b).text


def test_a_rejected_link_is_offered_no_more_nor_counted_as_coverage() -> None:
    before = market()
    link = before.links[0]
    decided = again(on_link(before, link, "rejected"))
    assert ends(before, link) not in {ends(decided, one) for one in decided.links}
    assert len(decided.links) == len(before.links) - 1
    there = before.analysis_of(link.b).article.id
    assert there in before.coverage[link.a]
    assert there not in decided.coverage[link.a]


def test_a_confirmed_link_is_strong_and_first_whether_or_not_it_was_found() -> None:
    before = market()
    weak = before.links[-1]
    band, ticket = before.analyses[0].passages[-1], before.analyses[1].passages[-1]
    unknown = Link(ticket.id, band.id, 0.0, "weak")
    decided = again(on_link(before, weak, "confirmed"), on_link(before, unknown, "confirmed"))
    sure = {(link.a, link.b): link for link in decided.links[:2]}
    assert sure.keys() == {(weak.a, weak.b), (band.id, ticket.id)}
    assert {link.grade for link in sure.values()} == {"strong"}
    assert sure[weak.a, weak.b].reasons == (CONFIRMED, *weak.reasons)
    assert decided.coverage[ticket.id] == ("harbour",)


def test_a_figure_rejected_leaves_its_row_and_the_verdict_follows() -> None:
    before = market()
    row = next(row for row in before.figure_rows if len(row.figures) == 2)
    decided = again(*on_figure(before, row.figures[0], "rejected"))
    assert row.figures not in [one.figures for one in decided.figure_rows]
    assert len(decided.figure_rows) == len(before.figure_rows) - 1


def test_a_figure_confirmed_joins_the_row_of_the_other() -> None:
    before = market()
    row = before.figure_rows[0]
    known = {f.id: f for a in before.analyses for f in a.figures}
    alone = next(f for f in reversed(known.values()) if all(f.id not in one.figures for one in before.figure_rows))
    a, b = (place_of(before, known[i].passage, known[i]) for i in (alone.id, row.figures[1]))
    decided = again(Decision("figure", a, b, "confirmed"))
    (joined,) = [one for one in decided.figure_rows if alone.id in one.figures]
    assert set(joined.figures) == {alone.id, *row.figures}
    assert (joined.label, joined.verdict) == (row.label, "differ")
    assert len(decided.figure_rows) == len(before.figure_rows)


def test_names_are_joined_by_the_readers_word() -> None:
    decided = again(names=Decided(joined=(("Kelm", "Ostrava Bay"),)))
    assert any({"Kelm", "Ostrava Bay"} <= set(entity.variants) for entity in decided.entities)


LINES = st.lists(st.text(st.sampled_from("ab .,\n\"'“”0é中\t"), max_size=20), max_size=4).map("\n".join)


@settings(max_examples=30, deadline=None)
@given(LINES, LINES, st.integers(0, 4), st.booleans())
def test_a_decision_survives_any_edit_of_other_lines(above: str, below: str, number: int, wrapped: bool) -> None:
    before = analyse(article("harbour", HARBOUR))
    passage = before.passages[number]
    comparison = Comparison((before,))
    line = passage.text.replace(" ", "\n", 3) if wrapped else passage.text
    text = f"{above}\n\n{line}\n\n{below}"
    now = analyse(article("harbour", text))
    found = passages_at(now, place_of(comparison, passage.id))
    assert any(min(p.end, len(above) + 2 + len(line)) - max(p.start, len(above) + 2) > len(line) // 2 for p in found)
    for figure in (f for f in before.figures if f.passage == passage.id and not wrapped):
        words = figure.of(before.article.text)
        assert words in {f.of(text) for f in figures_at(now, place_of(comparison, passage.id, figure))}


def test_words_are_found_in_sentences_that_are_cut_otherwise() -> None:
    before = analyse(article("harbour", HARBOUR))
    place = place_of(Comparison((before,)), before.passages[1].id)
    text = before.article.text
    cut = before.passages[1].start + 20
    halves = tuple(
        Passage(start, end, f"harbour:p{n}", 0, text[start:end])
        for n, (start, end) in enumerate([(0, cut), (cut, before.passages[2].end)], 1)
    )
    assert passages_at(replace(before, passages=halves), place) == (halves[1],)


def test_places_belong_to_the_file_of_that_name_wherever_it_stands() -> None:
    before = analyse(article("harbour", HARBOUR))
    place = place_of(Comparison((before,)), before.passages[0].id)
    assert passages_at(_moved(before.article, "elsewhere/harbour.txt"), place)
    assert not passages_at(_moved(before.article, "elsewhere/courier.txt"), place)


def _moved(report: Article, path: str) -> Analysis:
    return analyse(replace(report, id="another-2", path=path))


def test_decisions_on_words_that_stand_nowhere_change_nothing() -> None:
    before = market()
    decision = on_link(before, before.links[0], "rejected")
    gone = replace(decision, a=replace(decision.a, sentence="Nobody wrote this."))
    assert again(gone) == before
