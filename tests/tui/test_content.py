from __future__ import annotations

from datetime import date as d
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.model import Attribution, Comparison, Entity, Figure, Mention, Moment
from reader.text.sanitise import sanitise
from reader.tui.content.page import Page
from reader.tui.content.pieces import clip, ends, fit, marked, pad, row_width, shown, wrap
from reader.tui.content.understood import amount, moment_text, name_told, said_of, understood
from reader.tui.searching import Search
from tests.tui.stage import POST, analysis, article, comparison, span

TEXTS = st.text(st.characters(codec="utf-8") | st.sampled_from(" \t漢é\u0301🙂-"), max_size=200)


@given(TEXTS, st.integers(2, 90))
def test_wrapped_rows_fit_and_lose_nothing_but_blanks(text: str, width: int) -> None:
    words = shown(text)
    rows = wrap(words, width)
    assert all(cell_len(words[a:b]) <= width for a, b in rows)
    assert "".join(words[a:b] for a, b in rows).replace(" ", "") == words.replace(" ", "")
    assert all(b <= c for (_, b), (c, _) in pairwise(rows))


def test_a_word_too_long_is_broken_after_a_hyphen() -> None:
    def rows(text: str, width: int) -> list[str]:
        return [text[a:b] for a, b in wrap(text, width)]

    assert rows("the Ostrel-Harwick line", 10) == ["the", "Ostrel-", "Harwick", "line"]
    assert rows("Ostrel-Harwick", 14) == ["Ostrel-Harwick"]
    assert rows("a well-known bridge", 12) == ["a well-known", "bridge"]
    assert rows("unbreakable", 6) == ["unbrea", "kable"]


@given(TEXTS, st.integers(0, 60))
def test_clipped_and_padded_text_has_its_width(text: str, width: int) -> None:
    words = shown(text)
    assert cell_len(clip(words, width)) <= width
    assert cell_len(pad(words, width)) == width
    assert row_width(fit([(words, "a"), (words, "b")], width)) <= width
    assert row_width(ends([(words, "a")], [("end", "b")], width)) <= width


@given(TEXTS)
def test_shown_text_is_as_long_and_moves_nothing_on_a_terminal(text: str) -> None:
    words = shown(text)
    assert len(words) == len(text)
    assert words == sanitise(words)
    assert not set("\n\r\t\x1b\x9b") & set(words)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200), st.sampled_from("abc")), max_size=8))
def test_marked_text_is_the_text(text: str, marks: list[tuple[int, int, str]]) -> None:
    marks = [(min(a, b), max(a, b), role) for a, b, role in marks]
    row = marked(text, 0, len(text), marks)
    assert "".join(words for words, _ in row) == text
    at = 0
    for words, roles in row:
        for n in range(at, at + len(words)):
            assert set(roles.split()) == {role for a, b, role in marks if a <= n < b}
        at += len(words)


@given(TEXTS, st.integers(10, 80))
def test_a_page_shows_every_passage_at_any_width(text: str, width: int) -> None:
    page = Page(analysis(article("a", sanitise(text))))
    rows = page.rows(width)
    seen = {p for row in rows for p in row.passages}
    assert seen >= {n for n, p in enumerate(page.passages) if shown(p.text).strip()}
    for cursor in range(len(page.passages)):
        first, end = page.place(cursor, width)
        assert 0 <= first < end <= max(len(rows), 1)


def test_rows_of_a_page_quote_the_article() -> None:
    page = Page(analysis(article("post", POST)))
    words = " ".join(
        "".join(text for text, _ in page.text_row(row, -1)[2:]).strip() for row in page.rows(72) if row.block >= 0
    )
    assert words.split() == POST.split()


def test_a_sign_stands_once_for_each_passage() -> None:
    page = Page(comparison().analyses[0], comparison())
    for width in (20, 40, 72, 200):
        signs = [row.sign_of for row in page.rows(width) if row.sign_of >= 0]
        assert len(signs) == len(set(signs))
    assert [page.sign(n) for n in (0, 1, 2, 8)] == ["·", "≠1", "1", "?"]


def test_search_takes_capitals_seriously_only_if_there_are_some() -> None:
    page = Page(analysis(article("post", POST)))
    assert len(page.find("the bridge")) == len(page.find("The bridge")) == 1
    assert len(page.find("ms. kolb")) == 1
    assert page.find("MS. kolb") == page.find("") == ()
    assert len(page.find("a.b*(")) == 0


def test_the_next_place_found() -> None:
    search = Search("x", (2, 2, 5))
    told = [(h.passage, h.number, h.last, h.round) for n in (0, 2, 5) if (h := search.next(n))]
    assert told == [(2, 1, 2, 0), (5, 3, 3, 0), (2, 1, 2, 1)]
    told = [(h.passage, h.number, h.last, h.round) for n in (5, 2) if (h := search.next(n, -1))]
    assert told == [(2, 1, 2, 0), (5, 3, 3, -1)]
    assert Search().next(0) is None
    found = map(search.from_here, (2, 3, 6, 1, 2, 4), (1, 1, 1, -1, -1, -1))
    assert [hit and hit.passage for hit in found] == [2, 5, 2, 5, 2, 2]
    hits = search.next(0, 1, 2), search.next(0, 1, 3)
    assert [hit and hit.told for hit in hits] == ["3 of 3 matches", "1–2 of 3 matches · from the top again"]


def test_amounts_keep_their_hedges() -> None:
    def figure(low: float | None, high: float | None, value: float | None, hedge: str = "", unit: str = "") -> str:
        return amount(Figure(0, 1, "f", low, high, value, hedge, unit))

    assert figure(12, None, 12, "at least") == "at least 12"
    assert figure(25000, 25000, 25000) == "25,000"
    assert figure(2.5, 2.5, 2.5, unit="km") == "2.5 km"
    assert figure(3, 5, None) == "3–5"
    assert figure(2, 2, 2, unit="week") == "2 weeks"
    assert figure(1, 1, 1, unit="week") == "1 week"
    assert figure(23, 23, 23, unit="percent") == "23 percent"
    assert figure(32, None, None) == "≥32"


def test_days_as_they_are_shown() -> None:
    def days(a: d | None, b: d | None) -> str:
        return moment_text(Moment(0, 1, a, b))

    assert days(d(2031, 5, 4), d(2031, 5, 4)) == "Sun 4 May 2031"
    assert days(d(2020, 1, 1), d(2020, 12, 31)) == "2020"
    assert days(d(1991, 1, 1), d(1994, 12, 31)) == "1991–1994"
    assert days(d(2031, 5, 4), d(2031, 6, 1)) == "4 May – 1 Jun 2031"
    assert days(d(2031, 2, 1), d(2031, 2, 28)) == "Feb 2031"
    assert days(d(2031, 9, 1), d(2031, 11, 30)) == "Sep – Nov 2031"
    assert days(d(2031, 2, 1), d(2031, 2, 27)) == "1 Feb – 27 Feb 2031"
    assert days(None, d(2031, 6, 1)) == "until 1 Jun 2031"
    assert days(None, None) == ""


def told(text: str, *attributions: tuple[str, str, str, str | None]) -> str:
    """Who says it, of a passage with attributions: wording, source, verb, via."""
    report = article("a", text)
    found = tuple(Attribution(*span(report, words), "a:p1", who, verb, via) for words, who, verb, via in attributions)
    made = analysis(report, attributions=found)
    return said_of(made, made.passages[0])


def test_who_says_it_is_told_in_full_where_nothing_else_is_told() -> None:
    who = "the clerk of the harbour board and two of the pilots"
    report = article("a", f"Nobody was hurt, said {who}.")
    made = analysis(report, attributions=(Attribution(*span(report, f"said {who}"), "a:p1", who, "said", None),))
    assert understood(made, made.passages[0]) == [(f"says {who}", "")]


def test_of_several_who_say_it_the_main_one_is_told() -> None:
    guards = ("have said", "some guards", "said", None)
    assert told(
        "Some guards have said they will stay, a clerk said.", guards, ("a clerk said", "a clerk", "said", None)
    ) == ("says a clerk")
    after = ("the town declared", "the town", "declared", None)
    said = ("Guards said", "guards", "said", None)
    assert told("Guards said they left after the town declared it.", said, after) == "says guards"


def test_to_whom_and_through_whom_have_their_own_words() -> None:
    assert told("He told Hill Radio so.", ("told Hill Radio", "he", "told", "Hill Radio")) == "says he, to Hill Radio"
    assert told("He wrote on Chirp.", ("wrote on Chirp", "he", "wrote", "Chirp")) == "says he, on Chirp"
    through = ("a clerk warned", "a clerk", "warned", "the daily")
    assert told("According to the daily, a clerk warned.", through) == "says a clerk, by way of the daily"


def test_a_name_is_told_with_its_variants_its_kind_and_why() -> None:
    report = article("a", "Ostrel fell.")
    name = Mention(0, 6, "place", "e1")
    entity = Entity("e1", "Ostrel", "place", ("Ostrel", "Ostrell"), ("the name", "spelling: Ostrell ~ Ostrel"))
    made = analysis(report, mentions=(name,))
    known = Comparison((made,), entities=(entity,))
    assert "".join(words for words, _ in name_told(name, made, known)) == "Ostrel = Ostrell · place · spelling"
    assert "".join(words for words, _ in name_told(name, made, None)) == "Ostrel · place"
