import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.sentences import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "marked",
    [
        "The bridge is shut.|It opens on Monday.",
        "Gov. Ada Lind met Lt. Gen. T. R. Moss.|They spoke for an hour.",
        "The U.S. Senate voted.|He flew to the U.S.|He stayed there.",
        "Norwick Inc. Chairman Bo Lind resigned.|He had led Norwick Inc.|Mr. Lind is 61.",
        "It fell 3.5% to $2.4 billion on Jan. 5.|Nobody minded.",
        "Turn to p. 12 and see No. 4.|Then stop.",
        "They met at 5 p.m. Friday.|They parted at 9 p.m.|Rain fell.",
        "“We will stay.|We have no choice,” she said.|Nobody left.",
        '"Why now?" Ms. Oyelaran asked.|"Because we can!"|The hall cheered.',
        "“The mill is ‘done for.’”|He sighed.",
        "It was ... odd.|They waited….|But no one came.",
        "He said [the war] “cannot end [...]” (page 4).|She agreed.",
        "1. The first item |2. The second item |3. The third item",
        "• Flour |• Salt",
        "2. A list mark is no sentence.",
        "Yahoo! Inc. rose.|So did others!|Did they?",
        "Er ging.|„Das ist es.“|«C’est ça.»|Il part.",
        "The sales rep. said so . . .|Nobody cared.",
        "At 5 a.m. Mr. Lind left.|He was back at 6 p.m.|Mr. Lind slept.",
        "“Shut it.”|He said the quay was old.",
        "Case No. VA0898 was heard in Salem, N.H. (AP photo) on Monday.",
        "a. The first item |b. The second item |c. The third item",
        "Ask Jane.Doe@example.com or see www.example.The.html.|Thanks.",
        "Она ушла.|Он остался!",
        "会議は終わった。|結果は出ていない。",
        "It ended.[3] [4]|Then it began again.[5]",
        "GEN. LIND SPOKE.|THE HALL WAS FULL.",
    ],
)
def test_boundaries(marked: str) -> None:
    assert split(marked.replace("|", " ")) == [part.strip() for part in marked.split("|")]


def test_a_lost_blank_is_no_lost_boundary() -> None:
    assert split("The quay is shut.It opens on 1,000.That is all.") == [
        "The quay is shut.",
        "It opens on 1,000.",
        "That is all.",
    ]


@given(st.text(st.sampled_from("aAé.!?… \n\t\"'“”()[]•1。\u200b\ufffd"), max_size=80) | st.text(max_size=80))
def test_sentences_tile_what_is_not_blank(text: str) -> None:
    found = list(sentences(text))
    rest = [text[one[1] : two[0]] for one, two in zip([(0, 0), *found], [*found, (len(text), 0)], strict=True)]
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in found)
    assert not "".join(rest).strip()


@pytest.mark.parametrize("unit", [".", '."', ". ", "? (", ".[1]", "1) ", "• ", "a.", "…\n", "。", '"'])
def test_time_grows_with_length_only(unit: str) -> None:
    began = time.process_time()
    for _ in sentences(unit * (60_000 // len(unit))):
        pass
    assert time.process_time() - began < 2
