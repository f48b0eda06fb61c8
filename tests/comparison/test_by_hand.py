"""Articles that the reader put into a story."""

from __future__ import annotations

import pytest

from reader.comparison.by_hand import placed

TITLES = ("Fire", "Blaze", "Market burns", "Chess", "Final round")


@pytest.mark.parametrize(
    ("given", "groups"),
    [
        ((None,) * 5, [(None, [0, 1, 2]), (None, [3, 4])]),
        (("mill", "mill", None, None, None), [("mill", [0, 1, 2]), (None, [3, 4])]),
        (("mill", None, None, None, None), [("mill", [0]), (None, [1, 2]), (None, [3, 4])]),
        ((None, None, None, "mill", None), [(None, [0, 1, 2]), ("mill", [3]), (None, [4])]),
        (("mill", "mill", "mill", None, "mill"), [("mill", [0, 1, 2, 4]), (None, [3])]),
        (("Final round", None, None, None, None), [("Final round", [0, 3, 4]), (None, [1, 2])]),
        (("Blaze", None, None, "chess", "chess"), [("Blaze", [0, 1, 2]), ("chess", [3, 4])]),
        (
            ("Chess", "Final round", None, None, None),
            [("Chess", [0]), ("Final round", [1]), (None, [2]), (None, [3, 4])],
        ),
    ],
)
def test_a_name_takes_along_what_most_of_a_group_has_or_what_it_is_the_title_of(
    given: tuple[str | None, ...], groups: list[tuple[str | None, list[int]]]
) -> None:
    names = {i: name for i, name in enumerate(given) if name}
    assert placed([[0, 1, 2], [3, 4]], names, TITLES.__getitem__) == groups
