"""The plain report: every statement with its place, every verdict with its sign."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from reader.export.text import cleaning_report, comparison_report
from reader.model import (
    Analysis,
    Article,
    Comparison,
    Event,
    Figure,
    FigureRow,
    Line,
    Link,
    LookAlike,
    Passage,
    Phrase,
    Wording,
)

HASHES = {"one": "1" * 64, "two": "2" * 64}
ONE = "Share\nAt least 12 people were hurt.\nThe road is shut."
TWO = "Fourteen hurt in \x1b[31mfire.\n\n12 engines came."


def article(name: str, text: str, states: str) -> Article:
    lines, start = [], 0
    for number, (content, state) in enumerate(zip(text.split("\n"), states, strict=True), 1):
        kept = {"k": "kept", "d": "doubtful", "r": "removed"}[state]
        role = "body" if content else "blank"
        reason = "share prompt" if kept == "removed" else ""
        lines.append(Line(start, start + len(content), number, kept, role, reason))  # type: ignore[arg-type]
        start += len(content) + 1
    return Article(
        name, text, tuple(lines), f"{name}.txt", source=f"The {name}", published=date(2020, 5, 1), sha256=HASHES[name]
    )


def passage(owner: Article, number: int, start: int, end: int) -> Passage:
    return Passage(start, end, f"{owner.id}:p{number}", number, owner.text[start:end])


def comparison() -> Comparison:
    one, two = article("one", ONE, "rkd"), article("two", TWO, "kkk")
    a1, a2 = passage(one, 1, 6, 35), passage(one, 2, 36, 53)
    b1, b2 = passage(two, 1, 0, 23), passage(two, 2, 25, 41)
    figures = [
        Figure(15, 17, "f1", 12, None, 12, "at least", counted="people", happened="hurt", speaker="a\x1bb"),
        Figure(0, 8, "f2", 14, 14, 14, happened="hurt"),
        Figure(25, 27, "f3", 12, 12, 12, counted="engines"),
    ]
    return Comparison(
        (Analysis(one, (a1, a2), figures=(figures[0],)), Analysis(two, (b1, b2), figures=tuple(figures[1:]))),
        links=(Link(a1.id, b1.id, 0.5, "likely", ("both: hurt",), differs=True),),
        figure_rows=(FigureRow("people hurt", "differ", ("f1", "f2")),),
        look_alikes=(LookAlike(("f1", "f3"), "people, engines"),),
        coverage={a1.id: ("two",), b1.id: ("one",), a2.id: (), b2.id: ()},
        wording=(Wording("fire", None, (Phrase(17, 22, "two", "fire"),)),),
        timeline=(Event(date(2020, 4, 30), date(2020, 5, 1), (a1.id,)),),
    )


def test_a_link_is_told_from_both_ends_with_grade_reason_and_place() -> None:
    lines = list(comparison_report(comparison()))
    at = lines.index("one.txt:6-35  sha256:111111111111")
    assert lines[at + 1 : at + 5] == [
        "  At least 12 people were hurt.",
        "    The two: likely, ≠ a figure differs  two.txt:0-23  sha256:222222222222",
        "        Fourteen hurt in \ufffd[31mf",
        "        both: hurt",
    ]
    assert "    The one: likely, ≠ a figure differs  one.txt:6-35  sha256:111111111111" in lines
    at = lines.index("one.txt:36-53  sha256:111111111111")
    assert lines[at + 1 : at + 3] == ["  The road is shut.", "    only here"]


def test_figures_are_put_side_by_side_with_what_they_count_and_who_says_so() -> None:
    lines = list(comparison_report(comparison()))
    at = lines.index("≠ people hurt (differ)")
    assert lines[at + 1 : at + 5] == [
        "    The one: at least 12 (people hurt), says a�b  one.txt:15-17  sha256:111111111111",
        "        At least 12 people were hurt.",
        "    The two: Fourteen (hurt)  two.txt:0-8  sha256:222222222222",
        "        Fourteen hurt in \ufffd[31mf",
    ]
    assert "! people, engines" in lines


def test_headings_count_what_stands_only_here() -> None:
    assert "The one · without a title · 2020-05-01 (2 passages, 1 only here)" in list(comparison_report(comparison()))


def test_a_weak_link_alone_does_not_make_a_passage_stand_elsewhere_or_only_here() -> None:
    known = comparison()
    weak = replace(known, links=tuple(replace(link, grade="weak") for link in known.links), coverage={})
    lines = list(comparison_report(weak))
    assert lines[lines.index("  At least 12 people were hurt.") + 1] == "    perhaps elsewhere"
    assert "The one · without a title · 2020-05-01 (2 passages, 1 only here)" in lines


def test_nothing_a_terminal_obeys_is_printed() -> None:
    assert "\x1b" not in "".join(comparison_report(comparison()))


def test_cleaning_signs_each_line_and_leaves_blank_ones_out() -> None:
    assert list(cleaning_report(article("one", ONE + "\n", "rkdk"))) == [
        "one.txt: The one · without a title · 2020-05-01",
        "3 lines, 1 kept, 1 doubtful, 1 removed",
        "- 1  Share  [share prompt]",
        "  2  At least 12 people were hurt.",
        "? 3  The road is shut.",
    ]
