"""Spellings that are one name, and those that are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.names.relations import RELATIONS, reason
from reader.analysis.names.spelling import distance, fold, skeleton, spelled_alike
from reader.model import Kind


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Garabagh", "Karabakh"),
        ("Gigham", "Gegham"),
        ("Qaddafi", "Gadhafi"),
        ("Zelensky", "Zelenskyy"),
        ("Tarkhun", "Tarhkun"),
    ],
)
def test_transliterations_are_alike(one: str, two: str) -> None:
    assert spelled_alike(one, two)
    assert spelled_alike(two, one)


@pytest.mark.parametrize(
    ("one", "two"),
    [("Stepanakert", "Stepanyan"), ("Aliyev", "Aliyeva"), ("Serb", "Serbia"), ("Niger", "Nigeria"), ("Iran", "Iraq")],
)
def test_names_of_two_things_are_not(one: str, two: str) -> None:
    assert not spelled_alike(one, two)


@pytest.mark.parametrize(
    ("one", "two", "kind", "why"),
    [
        ("Bombay", "Mumbai", "place", "alternate name in the gazetteer"),
        ("Portuguese", "Portugal", "place", "adjective of Portugal"),
        ("Ministry of Trade of Peru", "Peruvian Trade Ministry", "organisation", "of-inversion, same owner"),
        ("Garabagh", "Karabakh", "place", "spelling: Garabagh ~ Karabakh"),
        ("QMB", "Quell Mining Board", "organisation", "acronym"),
        ("Venn", "Orla Venn", "person", "surname of Orla Venn"),
        ("Orla Venn", "Orla Maria Venn", "person", "shorter form of Orla Maria Venn"),
        ("Quell", "Quell Holdings Ltd", "organisation", "short for Quell Holdings Ltd"),
        ("Quell", "Ober-Quell", "place", "short for Ober-Quell"),
        ("Ober-Quell", "Quell", "place", "full form of Quell"),
        ("Ministry of Trade of Peru", "Chilean Trade Ministry", "organisation", ""),
        ("Owl Okker", "Tam “Owl” Okker", "person", "shorter form of Tam “Owl” Okker"),
        ("Bob Okker", "Robert Okker", "person", "short first name: Bob Okker ~ Robert Okker"),
        ("Dan Okker", "Daniel Tam Okker", "person", "short first name: Dan Okker ~ Daniel Tam Okker"),
        ("Robin Okker", "Robyn Ann Okker", "person", "spelling: Robin Okker ~ Robyn Ann Okker"),
        ("Okker Tam", "Tam Okker", "person", "the same names in another order"),
        ("Quell-Arena", "QUELL Arena", "place", "spelling"),
        ("Quellport Theatre Center", "Quellport Theater Centre", "place", "spelling"),
        ("Quell Bank", "Quell Trading Bank", "organisation", "short for Quell Trading Bank"),
        ("Quell Trading Bank", "Ostrel Quell Trading Bank", "organisation", "short for Ostrel Quell Trading Bank"),
        ("Quellis", "Quellis Island", "place", "with and without the word for an island"),
        ("Orla", "Hurricane Orla", "event", "short for Hurricane Orla"),
        ("TQB", "Quell Board", "organisation", "acronym"),
        ("Garabov", "Orla Karabow", "person", "surname of Orla Karabow, spelled otherwise"),
        ("Mohamed al-Quelli", "Muhammad Al Quelli", "person", "spelling: Mohamed al-Quelli ~ Muhammad Al Quelli"),
        ("Dan Okker", "Dana Okker", "person", ""),
        ("Jack Okker", "John Okker", "person", ""),
        ("Venn", "Orla Vennova", "person", ""),
        ("Tam Okker", "Tom Venn", "person", ""),
        ("First Bank", "First Quell Bank", "organisation", ""),
        ("Peruvian Ministry", "Peruvian Trade Ministry", "organisation", ""),
        ("Timor", "East-Timor", "place", ""),
        ("Venn", "Orla Venison", "person", ""),
        ("Iran", "Iraq", "place", ""),
        ("Australia", "Austria", "place", ""),
    ],
)
def test_a_relation_gives_its_reason(one: str, two: str, kind: Kind, why: str) -> None:
    assert reason(one, two, kind) == why


@given(st.text(max_size=30), st.text(max_size=30), st.sampled_from(["person", "place", "organisation", "other"]))
def test_no_relation_fails_on_any_names(one: str, two: str, kind: Kind) -> None:
    for relation in RELATIONS:
        assert isinstance(relation.test(one or "x", two or "x", kind), str)


@given(st.text(max_size=20), st.text(max_size=20))
def test_spelling_measures_are_symmetric(one: str, two: str) -> None:
    assert spelled_alike(one, two) == spelled_alike(two, one)
    assert distance(one, two, 3) == distance(two, one, 3)
    assert fold(fold(one)) == fold(one)
    assert skeleton(one).isascii()
