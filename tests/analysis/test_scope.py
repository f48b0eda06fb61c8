"""Whose word a figure is: only what a saying surely covers."""

import pytest

from reader.analysis import analyse
from reader.model import Figure

from .test_quotations import article


def told(text: str) -> dict[float | None, Figure]:
    return {figure.value: figure for figure in analyse(article(text)).figures}


@pytest.mark.parametrize(
    ("text", "value", "speaker"),
    [
        ("The harbour office said that 12 boats had sunk.", 12, "The harbour office"),
        ("The harbour office confirmed the loss of 12 boats, including 3 ferries, at sea.", 3, "The harbour office"),
        ("12 boats sank in the storm, the harbour office said on Monday.", 12, "the harbour office"),
        ("12 boats and 3 ferries sank, according to the harbour office.", 12, "the harbour office"),
        ("According to the harbour office, 12 boats sank.", 12, "the harbour office"),
        ("The toll, the harbour office said, rose to 12.", 12, "the harbour office"),
        ("The loss of 12 boats was confirmed by the harbour office.", 12, "the harbour office"),
        ("The harbour office told reporters after the storm that 12 boats had sunk.", 12, "The harbour office"),
        ("The harbour office said it had lost 12 boats and rescued 40 sailors.", 40, "The harbour office"),
        ("The mayor said 12 boats had sunk, adding that 40 sailors were safe.", 40, "The mayor"),
    ],
)
def test_what_a_saying_covers(text: str, value: float, speaker: str) -> None:
    assert told(text)[value].speaker == speaker


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("For the third day in a row, dockers gathered at the quay and accused the port of neglect.", 3),
        ("After 12 boats had sunk, the harbour office said that the quay was shut.", 12),
        ("The harbour office announced that it would shut the quay, which has burned down two times.", 2),
        ("The harbour office said the quay was shut, while fishermen counted 12 boats adrift.", 12),
        ("The quay is shut, according to the harbour office, which employs 40 divers.", 40),
        ("The quay is shut, the harbour office said, and 12 boats remain at sea.", 12),
        ("The harbour office, which employs 40 divers, said that the quay was shut.", 40),
        ("Two officials said that the quay was shut.", 2),
        ("The mayor told a crowd of 5,000 that the quay was shut.", 5000),
        ('"The quay is shut," the mayor said after three hours of talks.', 3),
        ("The company was fined 800 crowns after inspectors found that the quay was unsafe.", 800),
        ("Divers accused the port of neglect and carried 20 banners through the town.", 20),
        ('"It sank," said Ada Lind, a diver who came up with six colleagues.', 6),
        ('In 2009, at the age of 91, Ada Lind told the Kyst, "I sank it."', 91),
        ("Ada Lind added 101 metres to the old record.", 101),
        ("The mayor said 40 boats had sunk, correcting an estimate of 12 boats by the harbour office.", 12),
        ("The mayor said 40 boats had sunk, correcting a toll of 12 from Port Selm.", 12),
        ("Ada Lind dives, but her sister Bo left a note saying that they had not met in 12 years.", 12),
    ],
)
def test_nobody_is_named_where_the_sentence_leaves_it_open(text: str, value: float) -> None:
    assert told(text)[value].speaker is None


def test_a_quotation_is_its_speakers_alone() -> None:
    found = told('The mayor said the pier was old. "We lost 12 boats," said Ada Lind, a diver.')
    assert found[12].speaker == "Ada Lind, a diver"


def test_what_is_denied_is_nobodys_word() -> None:
    found = told("The harbour office denied that 12 doors had been blocked, saying that 14 exits were open.")
    assert (found[12].speaker, found[12].denied) == (None, True)
    assert (found[14].speaker, found[14].denied) == ("The harbour office", False)


def test_whom_something_is_told_is_not_who_tells_it() -> None:
    analysis = analyse(
        article('"It sank," one diver, Ada Lind, told the Kyst. It was old, a clerk, Bo Lind, told Tass.')
    )
    assert "the Kyst" not in {q.speaker for q in analysis.quotations}
    assert not {"the Kyst", "Tass"} & {said.source for said in analysis.attributions}
