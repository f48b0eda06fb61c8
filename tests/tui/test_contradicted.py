"""What a row of figures tells in the gutter of a text, though no link leads to the other source."""

from __future__ import annotations

from dataclasses import replace

from reader.comparison.figure_rows import contradictions
from reader.model import Figure, FigureRow
from reader.tui.content.counterparts import graded, sources
from reader.tui.content.elsewhere import column, headline, strip
from reader.tui.content.page import Page
from tests.comparison.reports import compared

ONE = "The quay of Tolm was closed at noon. Some 40 crates were lost in the fire, a clerk said."
TWO = "Insurers say that 90 crates burnt. The fire in Tolm began in a loft."


def test_a_figure_that_a_row_contradicts_is_a_difference_without_a_link() -> None:
    known = compared(one=ONE, two=TWO)
    ids = tuple(figure.id for analysis in known.analyses for figure in analysis.figures)
    known = replace(known, links=(), coverage={}, figure_rows=(FigureRow("crates", "differ", ids),))
    assert contradictions(known) == {ids[0]: (ids[1],), ids[1]: (ids[0],)}
    page = Page(known.analyses[0], known)
    assert sorted(page.differing) == [1]
    assert page.sign(1) == "≠"
    passage = page.passages[1]
    told = "".join(text for text, _ in headline(sources(known, passage, page.analysis.article), known, passage))
    assert told == "Elsewhere · no counterpart · some 40 ≠ 90"


def test_a_figure_that_differs_is_shown_in_its_sentence_and_gone_to() -> None:
    known = compared(one=ONE, two=TWO)
    ids = tuple(figure.id for analysis in known.analyses for figure in analysis.figures)
    known = replace(known, links=(), coverage={}, figure_rows=(FigureRow("crates burnt", "differ", ids),))
    article, passage = known.analyses[0].article, known.analyses[0].passages[1]
    (other,) = sources(known, passage, article)
    assert other.leads
    assert other.there(known, passage).text == "Insurers say that 90 crates burnt."
    below = ["".join(text for text, _ in line.row).rstrip() for line in strip(known, passage, article, 60, 6)]
    assert below[1:] == [
        " 2 Two          figure crates burnt                    ≠ 90",
        "   Insurers say that 90 crates burnt.",
    ]
    beside = ["".join(text for text, _ in line.row).rstrip() for line in column(known, passage, article, 40, 20)]
    assert any("2 Two  figure" in row and "≠ 90" in row for row in beside)
    (calm,) = sources(known, known.analyses[0].passages[0], article)
    assert not calm.leads
    assert graded(other) == ("figure", "differs")
    assert graded(calm) == ("none", "none")


def test_a_figure_that_agrees_with_all_of_its_row_is_no_difference() -> None:
    known = compared(one=ONE, two=TWO)
    figure = known.analyses[0].figures[0]
    twin = replace(figure, id="twin")
    vague = replace(figure, id="vague", low=12.0, high=None, value=None)
    analyses = (
        known.analyses[0],
        replace(known.analyses[1], figures=(*_other(known.analyses[1].figures), twin, vague)),
    )
    rows = (FigureRow("crates", "differ", (figure.id, "twin", "vague")),)
    assert contradictions(replace(known, analyses=analyses, figure_rows=rows)) == {}


def _other(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    return tuple(replace(figure, id=f"other {n}") for n, figure in enumerate(figures))
