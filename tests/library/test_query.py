"""What is typed is understood or refused in words, and nothing else happens, whatever it is."""

from __future__ import annotations

import sqlite3
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.library.index import _SEARCH
from reader.library.matching import _expression
from reader.library.query import FIELDS, QueryError, Term, parse, spelled

PIECES = st.sampled_from(
    ["-", '"', "“", "”", ":", "*", "..", ">", "<=", " ", "\t", "(", ")", "{title} :", "NEAR(a b)", "AND", "^", "+",
     "\0", "2023", "2023-09", "9999-12-31", "0000", "name:", "source:", "date:", "title:", "rowid:", "kara", "é",
     "\ud800", "ﬁ", "'; drop table texts; --", "%", "٣"]
)  # fmt: skip


@pytest.fixture(scope="module")
def texts() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:")
    db.execute(_SEARCH)
    db.execute("insert into texts (title, source, body) values ('Karabakh', 'Post', 'kara é 2023')")
    return db


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=12).map("".join)))
def test_whatever_is_typed_is_a_query_or_an_error_in_words(texts: sqlite3.Connection, text: str) -> None:
    try:
        query = parse(text)
    except QueryError as error:
        query, at = None, error.at
    if query is None:
        assert 1 <= at <= max(len(text), 1)
        return
    assert query.terms
    for term in spelled(query, [["kara", "Karabakh"]]).terms:
        if term.field in ("text", "title", "name"):
            texts.execute("select count(*) from texts where texts match ?", (_expression(term),)).fetchone()


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("ferry -fog", [Term("text", ("ferry",)), Term("text", ("fog",), without=True)]),
        ('"struck a rock"', [Term("text", ("struck", "a", "rock"))]),
        ("“struck a rock”", [Term("text", ("struck", "a", "rock"))]),
        ("don't", [Term("text", ("don", "t"))]),
        ("CAFÉ", [Term("text", ("cafe",))]),
        ("kara*", [Term("text", ("kara",), begins=True)]),
        ('-source:"Hill Radio"', [Term("source", ("hill radio",), without=True)]),
        ("Title:ferry", [Term("title", ("ferry",))]),
        ("https://lunn.example", [Term("text", ("https", "lunn", "example"))]),
        ('"NOT"', [Term("text", ("not",))]),
        ("date:2023", [Term("date", days=(date(2023, 1, 1), date(2023, 12, 31)))]),
        ("date:2024-02", [Term("date", days=(date(2024, 2, 1), date(2024, 2, 29)))]),
        ("date:2023-9-20", [Term("date", days=(date(2023, 9, 20), date(2023, 9, 20)))]),
        ("date:2023-09-19..2023-10", [Term("date", days=(date(2023, 9, 19), date(2023, 10, 31)))]),
        ("date:..2023-09", [Term("date", days=(None, date(2023, 9, 30)))]),
        ("date:>2023-09", [Term("date", days=(date(2023, 10, 1), None))]),
        ("date:>=2023-09", [Term("date", days=(date(2023, 9, 1), None))]),
        ("date:<2023-09", [Term("date", days=(None, date(2023, 8, 31)))]),
        ("-date:<=2023", [Term("date", without=True, days=(None, date(2023, 12, 31)))]),
    ],
)
def test_what_can_be_asked(text: str, terms: list[Term]) -> None:
    assert list(parse(text).terms) == terms


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "nothing to search for (column 1)"),
        ("ferry sauce:x", "there is no “sauce:”; there are source:, date:, name:, title:"),
        ('ferry "two hours', "the quotation is not closed (column 7)"),
        ("ferry -", "“-” has no letter and no number (column 7)"),
        ("title:", "title: is to be followed by words (column 1)"),
        ("source:", "source: is to be followed by the name of a source"),
        ("date:", "date: is to be followed by a year, a month or a day"),
        ("a date:2023-13", "“2023-13” is no date; write 2023, 2023-09 or 2023-09-20"),
        ("date:tuesday", "“tuesday” is no date"),
        ("date:..", "“..” is no date"),
        ("date:2023..2022", "2023..2022 ends before it begins"),
        ("date:>9999", "there are no days >9999"),
        ("ferry OR boat", "OR has no meaning here: all words must stand in an article"),
        ("word " * 40, "more than 32 words"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, told: str) -> None:
    with pytest.raises(QueryError) as raised:
        parse(text)
    assert told in str(raised.value)


def test_every_field_of_the_list_is_known() -> None:
    assert {parse(f"{field}:2023").terms[0].field for field in FIELDS} == set(FIELDS)


def test_a_name_is_asked_for_under_all_its_spellings() -> None:
    groups = [["Lake Sarn", "Sarnsee", "Sarn"], ["Ostrel"]]
    (term,) = spelled(parse('name:"lake sarn"'), groups).terms
    assert term.forms == (("sarnsee",),)
    assert term.short == (("sarn",),)
    (term,) = spelled(parse("name:sarn"), groups).terms
    assert set(term.forms) == {("lake", "sarn"), ("sarnsee",)}
    assert spelled(parse("sarn"), groups).terms[0].forms == ()
