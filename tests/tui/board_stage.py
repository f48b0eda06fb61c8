"""Small invented stories with something on every page of the board, all that is in them known beforehand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from textual.pilot import Pilot

from reader.model import (
    Analysis,
    Comparison,
    Entity,
    Event,
    Figure,
    FigureRow,
    LookAlike,
    Mention,
    Phrase,
    Quotation,
    Wording,
)
from reader.tui.content.board import Entry
from reader.tui.screens.board import BoardScreen
from tests.tui.stage import KnownDesk, Memory, analysis, article, articles, comparison, held, span

COURIER = """The mill at Dorn burned down on Monday. Some 40 men lost their work, owner Bela Sand said.

"We will build it again, and we will build it better," Sand said. The fire took 3 hours to put out.

It began in the drying room, where 2 lamps, 14 sacks, 6 crates and 30 boards were stored."""

ECHO = """Fire has destroyed the Dorn mill. "We will build it again," Mr. Sand told the Echo.

About 55 men are out of work. Firemen fought the blaze for 3 hours, and 40 of them came from Lunn."""


def mill() -> Comparison:
    """Two invented reports with something on every page."""
    courier = article("courier", COURIER, source="Dorn Courier", title="Mill burns", published=date(2030, 3, 5))
    echo = article("echo", ECHO, source="Evening Echo", published=date(2030, 3, 6))

    def figure(name: str, where: Analysis, words: str, number: float, counted: str, **more: object) -> Figure:
        start, end = span(where.article, words)
        passage = next(p.id for p in where.passages if p.start <= start < p.end)
        return replace(Figure(start, end, name, number, number, number, counted=counted, passage=passage), **more)  # type: ignore[arg-type]

    one, two = analysis(courier), analysis(echo)
    one = replace(
        one,
        figures=(
            figure("c1", one, "40", 40, "men", hedge="some", speaker="owner Bela Sand"),
            figure("c2", one, "3 hours", 3, "", unit="hour"),
            figure("c3", one, "2 lamps", 2, "lamps"),
            figure("c4", one, "14", 14, "sacks"),
            figure("c5", one, "6 crates", 6, "crates"),
            figure("c6", one, "30", 30, "boards"),
        ),
        mentions=(
            Mention(*span(courier, "Dorn"), "place", "e1"),
            Mention(*span(courier, "Bela Sand"), "person", "e2"),
        ),
        quotations=(Quotation(*span(courier, '"We will build it again, and we will build it better,"'), "Sand"),),
    )
    two = replace(
        two,
        figures=(
            figure("e1", two, "55", 55, "men", hedge="about"),
            figure("e2", two, "3 hours", 3, "", unit="hour"),
            figure("e3", two, "40", 40, "firemen"),
        ),
        mentions=(Mention(*span(echo, "Dorn"), "place", "e1"), Mention(*span(echo, "Sand"), "person", "e2")),
        quotations=(Quotation(*span(echo, '"We will build it again,"'), "Mr. Sand"),),
    )
    return Comparison(
        (one, two),
        entities=(
            Entity("e1", "Dorn", "place", ("Dorn",), ("the name",)),
            Entity("e2", "Bela Sand", "person", ("Bela Sand", "Sand"), ("the name", "surname of Bela Sand")),
        ),
        figure_rows=(FigureRow("hours", "agree", ("c2", "e2")), FigureRow("men", "differ", ("c1", "e1"))),
        look_alikes=(LookAlike(("c1", "e3"), "men, not firemen"),),
        coverage={"courier:p4": ("echo",), "echo:p4": ("courier",)},
        wording=(
            Wording(
                "fire",
                None,
                (
                    Phrase(*span(courier, "fire"), "courier", "fire"),
                    Phrase(*span(echo, "blaze"), "echo", "blaze"),
                ),
            ),
        ),
        timeline=(Event(date(2030, 3, 4), date(2030, 3, 4), ("courier:p1", "echo:p1")),),
    )


def footbridge() -> Comparison:
    """The story of the stage, with quotations, wordings, look-alikes and days."""
    known = comparison()
    post, radio, daily = (a.article for a in known.analyses)
    entity = Entity("e2", "Ida Kolb", "person", ("Ida Kolb", "Ms. Kolb"), ("the name", "surname of Ida Kolb"))
    return replace(
        known,
        entities=(Entity("e1", "Ostrel", "place", ("Ostrel",), ("the name",)), entity),
        look_alikes=(LookAlike(("post:f2", "radio:f2"), "rescued, not on the bridge"),),
        wording=(
            Wording(
                "bridge",
                None,
                (
                    Phrase(*span(post, "footbridge"), "post", "footbridge"),
                    Phrase(*span(post, "The bridge"), "post", "The bridge"),
                    Phrase(*span(radio, "footbridge"), "radio", "footbridge"),
                    Phrase(*span(daily, "Ostrel bridge"), "daily", "Ostrel bridge"),
                ),
            ),
        ),
        timeline=(Event(date(2031, 5, 4), date(2031, 5, 4), ("post:p1", "radio:p1")),),
    )


class BoardDesk(KnownDesk):
    """A desk that knows that comparison."""

    def prepare(self, article: str) -> Comparison:
        self.group()
        return self._comparisons.setdefault(self.family(article), footbridge())


def board(pilot: Pilot[None]) -> BoardScreen:
    """The screen in front, which has to be the board."""
    assert isinstance(pilot.app.screen, BoardScreen)
    return pilot.app.screen


def board_desk() -> BoardDesk:
    """The footbridge on a desk."""
    return BoardDesk(held(articles()), Memory())


def everything(entries: tuple[Entry, ...]) -> Iterator[Entry]:
    """The rows of a page, those in folds among them."""
    for entry in entries:
        yield entry
        yield from everything(entry.members)
