"""What a search of a library finds: articles, and the sentences in them that have what was asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.searching import Found, search
from reader.library.catalogue import Catalogue
from reader.library.held import Held
from reader.library.query import QueryError, parse, spelled
from reader.model import Article
from tests.tui.stage import article

GULL = """The trawler Gull ran aground off Lunn in fog. Nobody was hurt, Ida Rose said.

Ms. Rose had warned of the rock before. The price of fish rose at once.

A crane is to lift the Gull on Friday."""
TOWER = """Fog lay over Ostrel all day.

The tower of Łunn-on-Sea was lit at noon; cafés stayed open."""


@pytest.fixture
def library() -> Catalogue:
    return Held(
        [
            article("gull", GULL, title="Trawler aground in fog", source="Lunn Post"),
            article("tower", TOWER, title="Lamps at noon", source="Hill Radio"),
        ],
        paths=["here"],
    )


def find(library: Catalogue, text: str, *groups: list[str]) -> list[Found]:
    query = spelled(parse(text), groups)
    return list(search(library, query, library.matching(query, 500)))


def found(library: Catalogue, text: str, *groups: list[str]) -> list[str]:
    """The words found, passage by passage."""
    texts = {"gull": GULL, "tower": TOWER}
    return [
        " + ".join(span.of(texts[one.listing.id]) for span in place.hits)
        for one in find(library, text, *groups)
        for place in one.places
    ]


def test_sentences_that_have_most_of_the_words_are_found(library: Catalogue) -> None:
    assert found(library, "fog") == ["Fog", "fog"]
    assert found(library, "gull fog") == ["Gull + fog"]
    assert found(library, "gull crane") == ["crane + Gull"]
    assert found(library, "fog price") == ["fog", "price"]
    assert found(library, '"ran aground"') == ["ran aground"]
    assert found(library, "ground*") == []
    assert found(library, "CAFES") == ["cafés"]
    assert found(library, "lunn") == ["Lunn"]


def test_a_phrase_stands_in_one_sentence(library: Catalogue) -> None:
    assert found(library, '"fog nobody"') == []


def test_what_is_not_wanted_leaves_the_article_out(library: Catalogue) -> None:
    assert found(library, "fog -crane") == ["Fog"]
    assert found(library, "fog -source:radio") == ["fog"]
    assert found(library, "fog -title:trawler") == ["Fog"]


def test_a_title_may_answer_alone(library: Catalogue) -> None:
    (one,) = find(library, "title:aground")
    assert (one.listing.id, one.places, [span.of("Trawler aground in fog") for span in one.title_hits]) == (
        "gull",
        (),
        ["aground"],
    )


def test_a_name_has_a_capital_letter(library: Catalogue) -> None:
    assert found(library, "rose") == ["Rose", "Rose", "rose"]
    assert found(library, "name:rose") == ["Rose", "Rose"]


def test_a_name_is_found_under_its_other_spellings_and_its_short_ones_beside_it(library: Catalogue) -> None:
    assert found(library, 'name:"ida rose"') == ["Ida Rose"]
    assert found(library, 'name:"ida rose"', ["Ida Rose", "Rose"]) == ["Ida Rose", "Rose"]
    assert found(library, 'name:"tom rose"', ["Tom Rose", "Rose"]) == []
    assert found(library, 'name:"lady of lunn"', ["Lady of Lunn", "Gull"]) == ["Gull", "Gull"]


WORDS = ["fog", "rose", "Ida", "“ran aground”", "name:Rose", "title:fog", "-crane", "source:lunn", "gu*", "é", "*", ":"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join), st.text("fog. Roséra\n\tGull", max_size=60))
def test_places_point_at_what_they_found(text: str, body: str) -> None:
    library = Held([article("one", body, title="Fog", source="Lunn Post")], paths=["here"])
    try:
        query = parse(text)
    except QueryError:
        return
    for one in search(library, query, library.matching(query, 5)):
        for place in one.places:
            assert place.hits
            assert all(hit in place.passage for hit in place.hits)
            assert all(a.end <= b.start for a, b in zip(place.hits, place.hits[1:], strict=False))


def test_a_file_that_is_gone_is_left_out_and_the_rest_is_told(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.md").write_text(f"---\ntitle: Report {name}\n---\nThe {name} ferry sank in fog.\n")
    library = Catalogue([tmp_path], tmp_path / "cache")
    library.refresh()
    (tmp_path / "a.md").unlink()
    told: list[tuple[int, int]] = []
    query = parse("ferry")
    found = search(library, query, library.matching(query, 5), lambda *done: not told.append(done))  # type: ignore[func-returns-value]
    assert [one.listing.id for one in found] == ["b"]
    assert told == [(1, 2), (2, 2)]


def test_reading_stops_when_it_is_told_to(library: Catalogue) -> None:
    query = parse("fog")
    assert len(list(search(library, query, library.matching(query, 5), lambda done, total: False))) == 1


def test_the_index_finds_what_the_texts_have(tmp_path: Path) -> None:
    for name, text in (("gull", GULL), ("tower", TOWER)):
        (tmp_path / f"{name}.md").write_text(f"---\ntitle: {name}\nsource: Lunn Post\n---\n{text}\n")
    library = Catalogue([tmp_path], tmp_path / "cache")
    library.refresh()
    plain = Catalogue([tmp_path], in_memory=True)
    plain.refresh()
    for text in ("fog", "cafes", '"all day"', "name:rose", "fog -crane", "title:gull", "łunn", "gul*", "-fog"):
        query = parse(text)
        assert library.matching(query, 9).by_words
        ids = [[one.listing.id for one in search(shelf, query, shelf.matching(query, 9))] for shelf in (library, plain)]
        assert ids[0] == ids[1], text


def test_articles_without_a_source_are_found() -> None:
    library = Held([Article("bare", GULL, article("x", GULL).lines)], paths=["here"])
    assert [one.listing.id for one in find(library, "crane")] == ["bare"]
