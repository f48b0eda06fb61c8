import textwrap

import pytest

from reader.text.wrapping import joined, wrap_width

PARAGRAPHS = [
    "The harbour of Ostrava Bay stayed shut for a third day on Thursday while divers looked for the missing buoy, "
    "which had been swept out to sea by the storm that tore the roofs off half of the sheds along the northern quay.",
    "Officials said the search would go on through the night. Nobody could say how long the ferries would be tied up "
    "at their moorings, or who would pay the drivers of the trucks queuing on the road that leads into the town.",
]


@pytest.mark.parametrize("width", [60, 72, 80])
def test_wrapped_text_is_joined_to_its_paragraphs(width: int) -> None:
    blocks = [textwrap.wrap(paragraph, width) for paragraph in PARAGRAPHS]
    found = wrap_width(blocks)
    assert found is not None
    for block, paragraph in zip(blocks, PARAGRAPHS, strict=True):
        assert [" ".join(block[line] for line in lines) for lines in joined(block, found)] == [paragraph]


def test_paragraphs_of_a_wrapped_block_end_at_short_lines() -> None:
    block = [line for paragraph in PARAGRAPHS for line in textwrap.wrap(paragraph, 70)]
    width = wrap_width([block])
    assert len(joined(block, width)) == 2


@pytest.mark.parametrize(
    "block",
    [
        PARAGRAPHS,
        [
            "Ferries stay tied up",
            "Thursday, 4 May",
            "Storm",
            "The harbour stayed shut for a third day.",
            "No one minded.",
        ],
        [
            "The harbour is shut today.",
            "Ferries are tied up now.",
            "Nobody knows until when.",
            "Drivers are waiting here.",
        ],
        [],
    ],
)
def test_lines_of_their_own_are_left_alone(block: list[str]) -> None:
    assert wrap_width([block]) is None
    assert len(joined(block, None)) == len(block)
