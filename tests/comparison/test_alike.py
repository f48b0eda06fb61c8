"""The names of a story in order of their likeness to one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.comparison.alike import likeness, others
from reader.model import Entity, Kind


def thing(number: int, kind: Kind, *variants: str) -> Entity:
    return Entity(f"e{number}", variants[0], kind, variants, ("the name",) * len(variants))


QARABISH = thing(1, "place", "Qarabish", "Upper Qarabish")
STORY = (
    thing(2, "person", "Orla Venn", "Venn"),
    thing(3, "organisation", "Quarry Workers' Union", "QWU"),
    QARABISH,
    thing(4, "place", "Garabiş"),
    thing(5, "place", "Lunn"),
    thing(6, "organisation", "Karabish Bank"),
)


def test_other_spellings_come_first_then_names_that_share_words() -> None:
    found = [other.name for other, _ in others(QARABISH, STORY)]
    assert found[:2] == ["Garabiş", "Karabish Bank"]
    assert set(found) == {entity.name for entity in STORY} - {"Qarabish"}


def test_letters_lead_to_their_words() -> None:
    full = thing(7, "organisation", "Quell Water Utility")
    assert others(thing(8, "organisation", "QWU"), (*STORY[:1], *STORY[2:], full))[0][0] is full


def test_a_name_is_told_by_a_variant_that_the_other_has_not() -> None:
    both = (
        thing(1, "place", "Lunn", "Port Lunn"),
        thing(2, "organisation", "LUNN", "Lunn Bank"),
        thing(3, "group", "lunn"),
    )
    assert [(other.id, variant) for other, variant in others(both[0], both)] == [("e2", "Lunn Bank")]


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_has_bounds_and_no_side(one: str, two: str) -> None:
    a, b = thing(1, "place", one), thing(2, "place", two)
    assert 0 <= likeness(a, b) <= 1.1
    assert abs(likeness(a, b) - likeness(b, a)) < 1e-9
