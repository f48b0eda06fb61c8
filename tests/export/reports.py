"""Two reports compared by hand, with hostile text in every place that an article may fill."""

from __future__ import annotations

from datetime import date

from reader.model import (
    Analysis,
    Article,
    Comparison,
    Entity,
    Event,
    Figure,
    FigureRow,
    Line,
    Link,
    LookAlike,
    Mention,
    Moment,
    Passage,
    Phrase,
    Span,
    Wording,
)

EVIL = "<script>alert(1)</script> ![x](http://evil.example/x.png) \x1b[31m `a` *b* _c_ www.evil.example a@evil.example"
ONE = f'At least 12 people were hurt in Kelm on Monday, "{EVIL}".\n=cmd|calc was said.'
TWO = "Fourteen were hurt in Kelm.\n1. Nobody else came."


def article(name: str, text: str, **fields: str) -> Article:
    first = text.index("\n")
    lines = (Line(0, first, 1), Line(first + 1, len(text), 2))
    given = {"source": f"The {name}", "path": f"x/{name}.txt"} | fields
    return Article(name, text, lines, published=date(2020, 5, 1), sha256=name[0] * 64, **given)  # type: ignore[arg-type]


def passages(owner: Article) -> tuple[Passage, ...]:
    return tuple(
        Passage(line.start, line.end, f"{owner.id}:p{line.number}", line.number, line.of(owner.text))
        for line in owner.lines
    )


def comparison() -> Comparison:
    """Two passages linked, a row of figures, a wording, a day."""
    one = article("one", ONE, source=f"=The {EVIL}", title=EVIL, url="javascript:alert(1)", path=f"x/{EVIL}.txt")
    two = article("two", TWO, url="https://two.example/?a=1&b=2")
    kelm, monday = ONE.index("Kelm"), ONE.index("on Monday")
    first = Analysis(
        one,
        passages(one),
        (Mention(kelm, kelm + 4, "place", "e1"),),
        (
            Figure(9, 11, "f1", 12, None, 12, "at least", "", "people", "hurt", f"+{EVIL}", "one:p1"),
            Figure(0, 11, "f3", -0.5, float("inf"), None, passage="one:p1", as_of=(date(2020, 4, 1), date(2020, 5, 1))),
        ),
        (Moment(monday, monday + 9, date(2020, 4, 27), date(2020, 4, 27)),),
    )
    second = Analysis(two, passages(two), figures=(Figure(0, 8, "f2", 14, 14, 14, happened="hurt", passage="two:p1"),))
    return Comparison(
        (first, second),
        (Entity("e1", f"Kelm {EVIL}", "place", ("Kelm",), ("the name",)),),
        (Link("one:p1", "two:p1", 0.9, "likely", (f"both: Kelm {EVIL}",), shared_b=(Span(14, 18),), differs=True),),
        figure_rows=(FigureRow("people hurt", "differ", ("f1", "f2")),),
        look_alikes=(LookAlike(("f3", "f2"), "@why"),),
        coverage={"one:p1": ("two",), "two:p1": ("one",), "one:p2": (), "two:p2": ()},
        wording=(Wording("Kelm", "e1", (Phrase(kelm, kelm + 4, "one", "Kelm"), Phrase(22, 26, "two", "Kelm"))),),
        timeline=(Event(date(2020, 4, 27), date(2020, 4, 27), ("one:p1", "two:p1")),),
    )
