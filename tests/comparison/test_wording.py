"""How sources word one thing."""

from __future__ import annotations

import pytest

from reader.analysis import analyse
from reader.comparison.described import described
from reader.comparison.noun_phrases import noun_phrases
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
        ("Tarnia's president, Ada Lind, spoke.", []),
        ("Ada Lind, a former mayor of Tolm, spoke.", ["Ada Lind, a former mayor of Tolm"]),
        ("Ada Lind, president Omar Sand and others spoke.", ["president Omar Sand"]),
        ("Ada Lind, the mayor said, had left.", []),
        ("Ada Lind, tired and cold, had left.", []),
    ],
)
def test_what_describes_a_person_stands_beside_the_name_and_holds_a_title(text: str, told: list[str]) -> None:
    assert [phrase.text for _, phrase in described(analyse(article("one", text)))] == told
