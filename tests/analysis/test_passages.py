import itertools
import textwrap

from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.passages import passages
from reader.model import Article, Line


def article(text: str, removed: tuple[int, ...] = (), subheads: tuple[int, ...] = ()) -> Article:
    """An article of which the lines with these numbers are removed, or subheads."""
    lines, start = [], 0
    for number, content in enumerate(text.split("\n"), 1):
        role = "subhead" if number in subheads else "body" if content.strip() else "blank"
        state = "removed" if number in removed else "kept"
        lines.append(Line(start, start + len(content), number, state, role))  # type: ignore[arg-type]
        start += len(content) + 1
    return Article("a", text, tuple(lines))


def test_each_line_is_a_paragraph_and_each_sentence_a_passage() -> None:
    found = passages(article("The quay is shut. Ferries wait.\nWhat next\n\nNobody knows.", subheads=(2,)))
    assert [(p.paragraph, p.text, p.heading) for p in found] == [
        (0, "The quay is shut.", False),
        (0, "Ferries wait.", False),
        (1, "What next", True),
        (2, "Nobody knows.", False),
    ]
    assert [p.id for p in found] == ["a:p1", "a:p2", "a:p3", "a:p4"]


WRAPPED = textwrap.fill(
    "The harbour stayed shut for a third day on Thursday while divers looked for the missing buoy, which had been "
    "swept out to sea by the storm. Nobody could say how long the ferries would be tied up at their moorings, or "
    "who would pay the drivers of the trucks that were queuing on the road into the town.",
    60,
)


def test_a_passage_of_a_wrapped_text_may_hold_line_breaks() -> None:
    found = passages(article(WRAPPED))
    assert [" ".join(p.text.split())[-16:] for p in found] == ["ea by the storm.", "d into the town."]
    assert "\n" in found[0].text


def test_no_passage_reaches_across_a_removed_line() -> None:
    text = WRAPPED.replace("\n", "\nREAD MORE\n", 1)
    assert passages(article(text, removed=(2,)))[0].text == WRAPPED.split("\n")[0]


@given(st.text(st.sampled_from("aB. \n\r\t“”!?\ufffd\u0301🏳"), max_size=200))
def test_passages_quote_the_text_in_order(text: str) -> None:
    found = passages(article(text))
    assert all(p.text == text[p.start : p.end] for p in found)
    assert all(one.end <= two.start and one.paragraph <= two.paragraph for one, two in itertools.pairwise(found))
    assert sum(len("".join(p.text.split())) for p in found) == len("".join(text.split()))
