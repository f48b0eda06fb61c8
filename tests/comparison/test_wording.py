"""How sources word one thing."""

from __future__ import annotations

import pytest

from reader.analysis import analyse
from reader.comparison.described import described
from reader.comparison.noun_phrases import noun_phrases
from reader.comparison.roles import one_thing
from tests.comparison.reports import article, compared


def worded(**texts: str) -> dict[str, list[str]]:
    return {row.label: [phrase.text for phrase in row.phrases] for row in compared(**texts).wording}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He praised the “counter-insurgency” operation.", ["“counter-insurgency” operation"]),
        ("It hit the rebels' depots.", ["rebels"]),
        ("Tarnian rebels left.", ["Tarnian rebels"]),
        ("The Tarnian-majority region voted.", ["Tarnian-majority region"]),
        ("No noun of the lists stands here.", []),
    ],
)
def test_a_phrase_is_its_head_with_what_stands_before_it(text: str, found: list[str]) -> None:
    assert [text[p.start : p.end] for p in noun_phrases(text) if p.sure] == found


def test_units_of_an_army_belong_to_the_side_whose_other_names_they_share() -> None:
    rows = worded(
        one="Shells fell on Tarnian rebels near Tolm. The Orrel army units held their line.",
        two="Shells fell on separatists near Tolm. The Tarnian army units withdrew.",
        three="The Orrel Armed Forces shelled Tolm.",
    )
    assert rows["armed groups"] == ["Tarnian rebels", "separatists", "Tarnian army units"]


def test_the_region_is_the_one_last_called_a_region() -> None:
    rows = worded(
        one="The breakaway Suvia region is quiet. Roads out of the region are open.",
        two="In the volatile Hollow Coast region nobody slept. The region is cold. Suvia is a disputed territory.",
        three="The Suvia region voted. The enclave has no port.",
    )
    assert rows["Suvia"] == [
        "breakaway Suvia region",
        "the region",
        "Suvia",
        "disputed territory",
        "Suvia region",
        "The enclave",
    ]


def test_a_place_that_is_named_in_one_way_is_no_wording_though_it_is_taken_up_again() -> None:
    assert "Tolm" not in worded(one="Tolm sleeps. The region is quiet.", two="Tolm woke. The region is loud.")


def test_a_person_is_worded_by_office_and_apposition() -> None:
    rows = worded(
        one="Tarnian Harbour Minister Ada Lind opened the quay. Lind left early.",
        two="Ada Lind, the minister for ports in Tarnia, opened the quay. Mrs Lind had flown in.",
        three="The quay was opened by Ada Lind, who left before Omar Sand, its architect, spoke.",
    )
    assert rows["Ada Lind"] == [
        "Tarnian Harbour Minister Ada Lind",
        "Lind",
        "Ada Lind, the minister for ports in Tarnia",
        "Lind",
        "Ada Lind",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Yesterday minister Ada Lind spoke.", ["minister Ada Lind"]),
        ("Tarnia's president, Ada Lind, spoke.", ["Tarnia's president, Ada Lind"]),
        ("Suvia and its president, Ada Lind, won.", ["its president, Ada Lind"]),
        ("The mayor of the old town, Ada Lind, spoke.", ["The mayor of the old town, Ada Lind"]),
        ("A fire raged, fire chief Ada Lind said.", ["fire chief Ada Lind"]),
        ("They saw the fire chief Ada Lind there.", ["fire chief Ada Lind"]),
        ("They hugged fire chief Ada Lind there.", ["chief Ada Lind"]),
        ("Ada Lind, a former mayor of Tolm, spoke.", ["Ada Lind, a former mayor of Tolm"]),
        ("Ada Lind, president Omar Sand and others spoke.", ["president Omar Sand"]),
        ("Ada Lind, the mayor said, had left.", []),
        ("Ada Lind, tired and cold, had left.", []),
    ],
)
def test_what_describes_a_person_stands_beside_the_name_and_holds_a_title(text: str, told: list[str]) -> None:
    assert [phrase.text for _, phrase in described(analyse(article("one", text)))] == told


def test_a_body_is_worded_by_the_adjectives_before_its_name() -> None:
    rows = worded(
        one="The far-right Harbour Front Party won nine seats in Tolm.",
        two="The nationalist Harbour Front Party has won nine seats in Tolm.",
    )
    assert rows["Harbour Front Party"] == ["far-right Harbour Front Party", "nationalist Harbour Front Party"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Oster Group, the largest brewer in Tolm, is sold.", ["Oster Group, the largest brewer in Tolm"]),
        ("Oster Group, the union, and the police met.", []),
        ("Oster Group, the police said, is sold.", []),
        ("Oster Group, which is old, is sold.", []),
    ],
)
def test_a_body_is_described_by_the_apposition_after_its_name(text: str, told: list[str]) -> None:
    assert [phrase.text for _, phrase in described(analyse(article("one", text)))] == told


def test_nouns_for_one_number_are_one_thing() -> None:
    rows = worded(
        one="Inspectors who saw the Tolm paint works found 15 fire doors blocked with pallets. The doors were old.",
        two="The inspectors of the Tolm paint works had found 15 emergency exits blocked with pallets.",
    )
    assert rows["fire doors"] == ["fire doors", "doors", "emergency exits"]


def test_nouns_beside_two_verbs_are_one_thing() -> None:
    rows = worded(
        one="The trawler capsized off the rocks of Suvia at dawn on Monday.\nDivers raised the trawler.",
        two="The vessel had capsized off the rocks of Suvia at dawn on Monday.\nDivers raised the vessel.",
        three="The trawler capsized off the rocks of Suvia at dawn on Monday, a fisherman said.",
    )
    assert set(rows["trawler"]) == {"trawler", "vessel"}


def test_nouns_beside_one_verb_are_not_yet_one_thing() -> None:
    rows = worded(
        one="The captain waited on the rocks of Suvia until dawn on Monday for the coastguard.",
        two="The sailor waited on the rocks of Suvia until dawn on Monday for the coastguard.",
    )
    assert not {"captain", "sailor"} & rows.keys()


def test_nouns_that_stand_side_by_side_are_two_things() -> None:
    comparison = compared(
        one="Oster of Tolm scored 26 points and took 11 rebounds in the final game against Kelm on Sunday.",
        two="In the final game against Kelm on Sunday, Oster of Tolm scored 26 points and had 11 rebounds.",
        three="Oster of Tolm had 11 points in the final game against Kelm on Sunday.",
    )
    assert one_thing(comparison.analyses, comparison.links) == {}


def test_a_noun_before_another_one_tells_of_that() -> None:
    rows = worded(
        one="The fire chief of Tolm praised his crew. The blaze is out.",
        two="The fire brigade of Tolm praised its crew. The inferno is out.",
    )
    assert rows["fire"] == ["blaze", "inferno"]


def test_a_general_noun_draws_no_other_body_into_its_class() -> None:
    rows = worded(
        one="Some 2,000 peacekeepers have been stationed along the river in Sarvia since the truce. "
        "Rebels shot at them.",
        two="The 2,000-strong peacekeeping force has been stationed along the river in Sarvia since the truce. "
        "Separatists shot at it.",
    )
    assert not {phrase for phrase in rows.get("armed groups", ()) if "peace" in phrase}
