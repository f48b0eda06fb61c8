import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.marks import quoted
from reader.analysis.passages import passages
from reader.analysis.quotations import quotations
from reader.model import Article, Line, Mention, Quotation, Span


def article(text: str, language: str | None = None) -> Article:
    """An article of which every line is read."""
    lines, start = [], 0
    for number, content in enumerate(text.split("\n"), 1):
        lines.append(Line(start, start + len(content), number, "kept", "body" if content.strip() else "blank"))
        start += len(content) + 1
    return Article("a", text, tuple(lines), language=language)


def named(text: str, *names: str) -> list[Mention]:
    """Every mention of the persons of these names; a surname is the person's."""
    found: list[Mention] = []
    for name in names:
        for form in (name, name.split()[-1]):
            at = text.find(form)
            while at >= 0:
                if not any(mention.start <= at < mention.end for mention in found):
                    found.append(Mention(at, at + len(form), "person", name))
                at = text.find(form, at + 1)
    return found


def read(text: str, *names: str, language: str | None = None) -> list[Quotation]:
    report = article(text, language)
    return list(quotations(report, passages(report), named(text, *names)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“The quay is shut,” she said.", ["“The quay is shut,”"]),
        ('"Shut," he said. "For good."', ['"Shut,"', '"For good."']),
        ("A “so-called “free” port” it is.", ["“so-called “free” port”"]),
        ("He said 'the sailors' wages are late', she didn't.", ["'the sailors' wages are late'"]),
        ("The sailors' wages of the '90s weren't paid.", []),
        ("Elle dit «c’est fini» et part.", ["«c’est fini»"]),
        ("„Das ist es“, sagte er.", ["„Das ist es“"]),
        ("”Det är slut”, sade hon.", ["”Det är slut”"]),
        ("“One day.\n“Another day,” she said.", ["“One day.", "“Another day,”"]),
        ('He said, "It was late.\nNobody came."', ['"It was late.\nNobody came."']),
        ("— Ya es tarde, — dijo Ana.", ["— Ya es tarde,"]),
        ("An unclosed “mark stays open.\nNothing follows.", []),
        ('A 12" pipe and a 6" pipe.', []),
    ],
)
def test_marks(text: str, found: list[str]) -> None:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    assert [words.of(text) for words in quoted(text, spans)] == found


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“We shall stay here,” said Ilse Marand, harbour minister.", ["Ilse Marand, harbour minister"]),
        ("Ilse Marand, harbour minister, told Reuters: “We shall stay here.”", ["Ilse Marand, harbour minister"]),
        ("Ilse Marand resigned.\n“We shall all stay here,” she said.", ["Ilse Marand"]),
        ("Ilse Marand spoke first.\n“We shall stay here,” Marand said. “Nobody will leave now.”", ["Ilse Marand"] * 2),
        ("The Harbour Ministry said so.\n“We shall stay here,” it said.", ["The Harbour Ministry"]),
        ("“We shall all stay here.\n“Nobody will leave now,” said Ilse Marand.", ["Ilse Marand"] * 2),
        ("“We shall all stay here,” she said.", [None]),
        ("The port is a “success story” of the coast.", [None]),
        ("Ilse Marand called it “shameful” on Friday.", ["Ilse Marand"]),
        ("Ilse Marand said the port was open, and left the hall before the “night watch” came.", [None]),
    ],
)
def test_speakers(text: str, speakers: list[str | None]) -> None:
    found = read(text, "Ilse Marand")
    assert [quotation.speaker for quotation in found] == speakers
    assert all(q.voice is None or q.voice.of(text) for q in found)


def test_a_fragment_is_shorter_than_a_statement() -> None:
    found = read("She spoke of “real steps” and said “nobody will leave now”.")
    assert [quotation.fragment for quotation in found] == [True, False]


HOSTILE = st.text(st.sampled_from("aB said he.,:!? \n\"'“”„‘’«»‹›—「」\ufffd\u0301[]"), max_size=120) | st.text(
    max_size=60
)


@given(HOSTILE)
def test_quotations_are_in_order_and_apart(text: str) -> None:
    found = read(text)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(one.end <= two.start for one, two in itertools.pairwise(found))


@pytest.mark.parametrize("unit", ['"', "“a", "'a ", '"A b c d," he said. ', "“A b c d.\n", "said ", "according to "])
def test_time_grows_with_length_only(unit: str) -> None:
    began = time.process_time()
    read(unit * (30_000 // len(unit)))
    assert time.process_time() - began < 4
