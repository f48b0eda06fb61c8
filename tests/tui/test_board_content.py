"""What stands on the pages of the board, and how it is laid out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.comparison.quoted import alike, differing, tokens, who
from reader.model import Comparison, Figure, FigureRow, Grade, Link, Quotation, Span
from reader.text.sanitise import sanitise
from reader.tui.content import row_width
from reader.tui.content.board import PAGES
from reader.tui.content.board.cells import SHORT, Sources, abbreviated, short_names
from reader.tui.content.board.coverage import coverage
from reader.tui.content.board.figures import figure_told, figures, speaker
from reader.tui.content.board.layout import GRID, Layout, draw
from reader.tui.content.board.provenance import provenance
from reader.tui.content.board.quotes import quotes
from reader.tui.content.board.sentence import sentence, told
from reader.tui.content.board.timeline import timeline
from reader.tui.content.board.wording import names, wording
from tests.comparison.reports import compared
from tests.tui.board_stage import everything, footbridge, mill
from tests.tui.stage import analysis, article
from tests.tui.stage import comparison as three_reports

# ---- what stands on a page


def test_figures_differences_first_with_hedge_speaker_and_folds() -> None:
    page = figures(Sources(mill()), "courier")
    assert [(e.sign, e.label) for e in page[:3]] == [("≠", "men"), ("=", "hours"), ("!", "men, not firemen")]
    men = page[0].cells
    assert [(c.article, c.text, c.after) for c in men] == [("courier", "~40", "(owner Bela Sand)"), ("echo", "~55", "")]
    assert "".join(words for words, _ in men[0].told) == "some 40 men · says owner Bela Sand"
    assert [c.text for c in page[1].cells] == ["3 hours", "3 hours"]
    fold = page[3]
    assert fold.label == "one source only"
    assert [[c.text for c in e.cells] for e in fold.members] == [
        ["2 lamps", "14 sacks", "6 crates", "30 boards"],
        ["40"],
    ]


@pytest.mark.parametrize(
    ("said", "short"),
    [
        ("the coastguard", "coastguard"),
        ("Pieter Hale, the commander", "Pieter Hale"),
        ("its owner", "owner"),
        ("The", "The"),
        (None, ""),
    ],
)
def test_speakers_in_few_words(said: str | None, short: str) -> None:
    assert speaker(said) == short


def test_bounds_have_signs_and_words_are_quoted() -> None:
    known = mill()
    one = known.analyses[0]
    base = one.figures[0]

    def text(**more: object) -> str:
        changed = replace(base, **more)  # type: ignore[arg-type]
        made = replace(known, analyses=(replace(one, figures=(changed, *one.figures[1:])), known.analyses[1]))
        return figures(Sources(made), "courier")[0].cells[0].text

    assert text(low=40, high=None, hedge="at least") == "≥40"
    assert text(low=40, high=None, hedge="more than") == ">40"
    assert text(low=None, high=40, hedge="up to") == "≤40"
    assert text(low=None, high=40, hedge="fewer than") == "<40"
    assert text(hedge="") == "40"
    assert text(value=None, low=20, high=None) == "“40”"


def test_what_somebody_denies_is_told_as_that() -> None:
    known = mill()
    base = known.analyses[0].figures[0]
    pieces = [figure_told(replace(base, denied=denied), known.analyses[0]) for denied in (True, False)]
    told = ["".join(text for text, _ in line) for line in pieces]
    assert " · denied" in told[0]
    assert "denied" not in told[1]


def test_coverage_tells_what_is_missing_here_and_what_is_only_here() -> None:
    page = coverage(Sources(footbridge()), "daily")
    assert [(e.label, e.note) for e in page if e.form == "heading"][:2] == [
        ("others have it, “Bridge was checked” has not", "2"),
        ("only in “Bridge was checked”", "1"),
    ]
    first = page[1]
    assert first.note == "2 of 3"
    assert [c.article for c in first.cells] == ["post", "radio"]


def test_what_only_a_weak_link_leads_to_is_told_apart() -> None:
    page = coverage(Sources(three_reports()), "post")
    folds = {e.label: [[(c.text, c.told) for c in m.cells] for m in e.members] for e in page if e.members}
    assert folds["Ostrel Post, and others perhaps"] == [
        [("O.Post", ()), ("“Bridge w…", (("by a weak link", "weak"),))],
    ]
    assert "Cables snapped" not in " ".join(e.label for e in page if e.form == "statement")


def test_wording_and_names_count_their_places() -> None:
    page = wording(Sources(footbridge()), "post")
    assert [(c.article, c.text) for c in page[0].cells] == [
        ("post", "footbridge"),
        ("post", "The bridge"),
        ("radio", "footbridge"),
        ("daily", "Ostrel bridge"),
    ]
    named = names(Sources(footbridge()), "post")
    assert [(e.sign, e.label, e.note) for e in named[:2]] == [
        ("", "Ida Kolb", ""),
        ("~", "Ms. Kolb", "surname of Ida Kolb"),
    ]
    assert [c.text for c in named[0].cells] == ["×1", "×1"]
    assert named[2].label == "one source only"


def test_timeline_puts_linked_passages_in_one_row() -> None:
    page = timeline(Sources(footbridge()), "post")
    assert page[0].label == "Sun 4 May 2031"
    assert page[0].note == "2 passages · 2 sources"
    assert len(page) == 3
    cell = page[1].cells[0]
    text = footbridge().analyses[0].article.text
    assert cell.places[0].of(text) == "Sunday morning"


def test_quotations_of_one_speaker_are_aligned_and_tell_what_was_changed() -> None:
    known = mill()
    page = quotes(Sources(known), "courier")
    assert page[0].label == "Bela Sand"
    row = page[1]
    assert row.sign == "≈"
    assert [c.article for c in row.cells] == ["courier", "echo"]
    text = known.analyses[0].article.text
    assert [s.of(text) for s in row.cells[0].changed] == ["and", "we", "will", "build", "it", "better"]
    assert row.cells[1].changed == ()


@pytest.mark.parametrize(("grade", "together"), [("strong", [["one", "two"]]), ("likely", [["one"], ["two"]])])
def test_only_a_strong_link_puts_two_statements_of_one_speaker_together(
    grade: Grade, together: list[list[str]]
) -> None:
    made = compared(
        one="Mayor Ida Kolb said she would not step down.", two="Mayor Ida Kolb said she had ordered an inquiry."
    )
    a, b = (analysis.passages[0].id for analysis in made.analyses)
    made = replace(made, links=(Link(a, b, 0.7, grade, ("both: Ida Kolb",)),))
    rows = [entry for entry in quotes(Sources(made), "one") if entry.form == "statement"]
    assert [[cell.article for cell in row.cells] for row in rows] == together


@pytest.mark.parametrize(
    ("said", "name", "role"),
    [
        ("Mayor Ida Kolb", "Ida Kolb", "Mayor"),
        ("Ms. Kolb, the mayor", "Ida Kolb", "the mayor"),
        ("Ms. Kolb", "Ida Kolb", ""),
        ("the police", "police", ""),
        ("Kolbe", "Kolbe", ""),
        ("Kolb's lawyer", "Kolb's lawyer", ""),
    ],
)
def test_who_speaks(said: str, name: str, role: str) -> None:
    known = {"Ida Kolb": "Ida Kolb", "Kolb": "Ida Kolb", "Ms. Kolb": "Ida Kolb"}
    assert who(said, known, set(known)) == (name, role)


def test_quotations_are_alike_when_cut_but_not_when_short_or_other() -> None:
    whole = tokens("“We will build it again, and better”")
    assert alike(whole, tokens("we will build it again"))
    assert not alike(whole, tokens("again"))
    assert not alike(whole, tokens("Nobody will ever know what happened here"))
    quotation = Quotation(0, 5)
    assert differing(quotation, analysis(article("a", "a b c")), ["a", "c"]) == (Span(2, 3),)


def test_provenance_groups_reprints_and_quotes_credit_lines() -> None:
    words = "the old mill by the river went up in flames before dawn and nobody in the town could say how it began "
    one = article("one", words * 2 + "so far.", source="One")
    two = article("two", "Late news: " + words * 2 + "so far.", source="Two")
    alone = article("three", "Nothing of this kind was ever printed here or there by anyone.", source="Three")
    page = provenance(Sources(Comparison((analysis(one), analysis(two), analysis(alone)))), "one")
    row = page[1]
    assert row.label == "reprint"
    assert [c.article for c in row.cells] == ["one", "two"]
    assert next(e.note for e in page if e.form == "heading") == "2 origins of 3 articles"
    assert any(e.label == "no credit line found" and len(e.cells) == 3 for e in page)
    run = page[-1]
    assert [place.of(text.text)[:12] for c, text in zip(run.cells, (one, two), strict=True) for place in c.places] == [
        "the old mill"
    ] * 2


@pytest.mark.parametrize("known", [mill(), footbridge()])
@pytest.mark.parametrize("page", PAGES)
def test_every_cell_is_a_place_in_a_text(known: Comparison, page: str) -> None:
    texts = {a.article.id: a.article.text for a in known.analyses}
    for source in texts:
        for entry in everything(PAGES[page][0](Sources(known), source)):
            for cell in entry.cells:
                assert cell.places
                for place in (*cell.places, *cell.changed):
                    assert 0 <= place.start < place.end <= len(texts[cell.article])


@pytest.mark.parametrize("page", PAGES)
def test_a_comparison_of_nothing_makes_a_page_all_the_same(page: str) -> None:
    two = Comparison((analysis(article("a", "One.")), analysis(article("b", ""))))
    assert isinstance(PAGES[page][0](Sources(two), "b"), tuple)


# ---- how it is laid out


@given(st.lists(st.text(max_size=30), min_size=1, max_size=12))
def test_short_names_are_short_and_never_alike(outlets: list[str]) -> None:
    found = short_names([article(str(n), "", source=sanitise(outlet) or None) for n, outlet in enumerate(outlets)])
    assert len(found) == len(outlets) == len(set(found.values()))
    assert all(0 < cell_len(name) <= SHORT for name in found.values())


def test_names_are_abbreviated_as_a_reader_would() -> None:
    given = ["North Wire", "Harbour Log", "The Moscow Times", "TRT World Service", "Vesna 24", "Meridian"]
    assert [abbreviated(name, SHORT) for name in given] == [
        "North Wire", "H.Log", "M.Times", "TRT", "Vesna 24", "Meridian",
    ]  # fmt: skip


@pytest.mark.parametrize("known", [mill(), footbridge()])
@pytest.mark.parametrize("width", [20, 40, 80, 119, GRID, 160, 250])
def test_every_row_fits_and_shows_all_its_cells(known: Comparison, width: int) -> None:
    sources = Sources(known)
    for make, _, _ in PAGES.values():
        entries = tuple(everything(make(sources, known.analyses[0].article.id)))
        layout = Layout(entries, sources.short, width)
        for line in layout.lines:
            assert row_width(draw(line, True, 0, width)) <= width
        for n, entry in enumerate(entries):
            start, end = layout.places[n]
            drawn = {run.cell for line in layout.lines[start:end] for run in line.runs}
            assert start < end
            if width >= 80:
                assert {i for i, cell in enumerate(entry.cells) if cell.text} <= drawn


def test_columns_follow_the_source_at_the_cursor() -> None:
    many = [analysis(article(f"a{n}", f"{n} men.", source=f"Paper {n}")) for n in range(30)]
    made = [
        replace(a, figures=(Figure(0, 1, f"f{n}", n, n, n, counted="men", passage=f"a{n}:p1"),))
        for n, a in enumerate(many)
    ]
    known = Comparison(tuple(made), figure_rows=(FigureRow("men", "differ", tuple(f"f{n}" for n in range(30))),))
    short = Sources(known).short
    page = figures(Sources(known), "a0")
    for article_id in ("a0", "a17", "a29", "a3"):
        layout = Layout(page, short, 120)
        layout = Layout(page, short, 120, layout.first_for(article_id))
        at = int(article_id[1:])
        assert any(run.cell == at for line in layout.lines for run in line.runs)
        header = "".join(text for row in layout.header() for text, _ in row)
        assert f"Paper {at}" in header
        assert "more" in header


@given(st.text(max_size=120), st.integers(0, 12), st.integers(20, 120))
def test_the_sentence_below_has_its_height_whatever_the_text(text: str, height: int, width: int) -> None:
    a = analysis(article("a", sanitise(text) or "x", source="[red]A[/]"))
    known = Comparison((a,))
    sources = Sources(known)
    for entry in everything(provenance(sources, "a")):
        for cell in entry.cells:
            found = sentence(sources, cell, 0, width, max(height, 1))
            assert len(found) <= max(height, 1)
            assert all(row_width(row) <= width for row in found)
            assert not {c for row in found for words, _ in row for c in words} & set("\x1b\n\r\t\x9b")
            assert all(isinstance(piece, tuple) for piece in told(sources, cell, 0))
