from __future__ import annotations

from collections import Counter

import pytest

from reader.comparison.concepts import chance, classes, concepts, synonyms, worded
from reader.comparison.weighting import expected
from reader.model import Span
from reader.text.words import stem
from tests.comparison.reports import compared


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The raiders stole three paintings.", "Three paintings: the thieves got away."),
        ("The firm halted production.", "The company has suspended production."),
        ("The mayor stepped down.", "The mayor resigned."),
        ("The rebels gave up their guns.", "The rebels laid down their weapons."),
        ("She flew home.", "Her flying home."),
    ],
)
def test_words_that_say_the_same_count_as_one(one: str, two: str) -> None:
    shared = worded(one, 0).places.keys() & worded(two, 0).places.keys()
    plain = {stem(word) for word in one.strip(".").split()} & {stem(word) for word in two.strip(".").split()}
    assert len(shared) > len(plain)


def test_a_verb_and_its_particle_are_marked_as_one() -> None:
    text = "They have given up. He gave up his rifle, then broke up crates."
    places = worded(text, 100).places
    assert Span(100 + text.index("gave"), 100 + text.index(" his")) in places[concepts()["gave up"]]
    assert "up" not in worded("He gave up.", 0).places


def test_a_stem_stands_in_one_class_of_synonyms() -> None:
    listed = Counter(form for _, same in synonyms() for form in {stem(word) for word in same})
    assert [form for form, lines in listed.items() if lines > 1] == []


def test_classes_do_not_grow_together() -> None:
    """No concept has taken in the nouns of two classes by a stem that both lists have."""
    held = Counter(noun for nouns in classes().values() for noun in nouns)
    for label, nouns in classes().items():
        assert {concepts()[noun] for noun in nouns if held[noun] == 1} == {label}


def test_a_concept_is_as_common_as_its_words() -> None:
    term = concepts()["discuss"]
    assert term == "talks"
    assert chance(term) > max(expected(form) for form, concept in concepts().items() if concept == term)
    assert chance("marmalad") == pytest.approx(expected("marmalad"))


def test_reports_in_other_words_are_linked_and_both_words_are_told() -> None:
    found = compared(
        one="Customs officers confiscated 40 crates of fireworks at Port Ellery.\nThe weather was fine.",
        two="Nobody was hurt.\nAt Port Ellery 40 crates of fireworks were seized by customs.",
    )
    (link,) = found.counterparts("one:p1")["two"]
    assert link.other("one:p1") == "two:p2"
    assert "confiscated / seized" in link.reasons[0]


def test_a_year_meets_the_words_that_point_to_it() -> None:
    found = compared(
        one="The dam at Orrin burst three years ago.\nIt rained.\nThe valley is green.",
        two="In 2020 water broke through the Orrin dam.\nThe Orrin dam is 90 metres high.",
    )
    best = max(found.candidates, key=lambda pair: pair[2])
    assert best[:2] == ("one:p1", "two:p1")
