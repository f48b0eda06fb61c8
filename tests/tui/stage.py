"""A small invented story, all that is in it known beforehand, and the app on it: the engine has tests of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from reader.library.held import Held
from reader.library.listing import Listing
from reader.model import (
    Analysis,
    Article,
    Attribution,
    Comparison,
    Figure,
    FigureRow,
    Line,
    Link,
    Mention,
    Moment,
    Passage,
    Problem,
    Span,
    Story,
)
from reader.tui.app import ParallaxApp
from reader.tui.desk import Desk
from reader.tui.screens.reading import ReadingScreen

POST = """The footbridge at Ostrel gave way on Sunday morning. About 12 people fell into the river Neme, \
the mayor said.

Divers brought 9 of them ashore within the hour, Mayor Ida Kolb told Hill Radio.

A fair was being held on both banks. Stalls had stood there since Friday, and the path was crowded from early on with \
families who had come from the villages up the valley to hear the bands play.

Ms. Kolb promised an inquiry. She named no cause, and she asked people to stay away from the water until the police \
had finished their work on the banks.

The bridge was built in 1961. Its cables were last seen to in the spring, by a firm from the coast whose name the town \
has not given.

Trains on the line below were stopped until evening.

The band that had been playing went on until the stalls were cleared, so that nobody would run."""

RADIO = """Nine people were pulled from the Neme on Sunday after a footbridge fell. Divers worked for an hour.

The mayor, Ida Kolb, said that 14 people had been on the bridge.

Rain is expected."""

DAILY = """Cables on the Ostrel bridge were checked in April, the owner of the firm said.

The fair will not be held again this year."""

CLUTTER = """Share this page
The harbour at Lunn was closed for a day. Nobody was hurt.
Read more: ten walks by the sea
Boats came back in the evening, and the fish was sold on the quay."""


def article(name: str, text: str, **fields: Any) -> Article:
    """An article whose every line is kept."""
    lines, start = [], 0
    for number, words in enumerate(text.split("\n"), 1):
        lines.append(Line(start, start + len(words), number, "kept", "body" if words else "blank"))
        start += len(words) + 1
    return Article(name, text, tuple(lines), f"{name}.txt", **fields)


def analysis(article: Article, **layers: Any) -> Analysis:
    """Its sentences as passages, and the layers given."""
    passages: list[Passage] = []
    paragraph = 0
    for line in article.lines:
        start = line.start
        for sentence in line.of(article.text).replace("Ms. ", "Ms.\0").split(". "):
            end = min(start + len(sentence) + 1, line.end)
            if start < end:
                words = article.text[start:end]
                passages.append(Passage(start, end, f"{article.id}:p{len(passages) + 1}", paragraph, words))
            start = end + 1
        paragraph += line.role != "blank"
    return Analysis(article, tuple(passages), **layers)


def span(article: Article, words: str) -> tuple[int, int]:
    """Where the words stand first."""
    start = article.text.index(words)
    return start, start + len(words)


def articles() -> list[Article]:
    """Three reports of one event by three outlets."""
    return [
        article("post", POST, source="Ostrel Post", title="Footbridge falls at fair", published=date(2031, 5, 4)),
        article("radio", RADIO, source="Hill Radio", title="Nine saved from river", published=date(2031, 5, 5)),
        article("daily", DAILY, title="Bridge was checked"),
    ]


def comparison() -> Comparison:
    """What the three reports say of each other."""
    post, radio, daily = articles()
    one = analysis(
        post,
        mentions=(
            Mention(*span(post, "Ostrel"), "place", "e1"),
            Mention(*span(post, "Neme"), "place", "e3"),
            Mention(*span(post, "Ida Kolb"), "person", "e2"),
            Mention(*span(post, "Hill Radio"), "organisation", "e4"),
            Mention(*span(post, "Ms. Kolb"), "person", "e2"),
        ),
        figures=(
            Figure(
                *span(post, "About 12 people"),
                "post:f1",
                12,
                12,
                12,
                "about",
                "",
                "people",
                "",
                "the mayor",
                "post:p2",
            ),
            Figure(*span(post, "9 of them"), "post:f2", 9, 9, 9, "", "", "people", "rescued", "Ida Kolb", "post:p3"),
        ),
        moments=(Moment(*span(post, "Sunday morning"), date(2031, 5, 4), date(2031, 5, 4)),),
        attributions=(Attribution(*span(post, "told Hill Radio"), "post:p3", "Ida Kolb", "told", "Hill Radio"),),
    )
    two = analysis(
        radio,
        mentions=(Mention(*span(radio, "Ida Kolb"), "person", "e2"),),
        figures=(
            Figure(*span(radio, "Nine people"), "radio:f1", 9, 9, 9, "", "", "people", "rescued", None, "radio:p1"),
            Figure(*span(radio, "14 people"), "radio:f2", 14, 14, 14, "", "", "people", "", "Ida Kolb", "radio:p3"),
        ),
    )
    three = analysis(daily)

    def shared(article: Article, *words: str) -> tuple[Span, ...]:
        return tuple(Span(*span(article, w)) for w in words)

    return Comparison(
        (one, two, three),
        links=(
            Link("post:p3", "radio:p1", 0.8, "strong", ("both: 9; divers",), shared(post, "9"), shared(radio, "Nine")),
            Link("post:p2", "radio:p3", 0.6, "likely", ("both: Ida Kolb",), (), shared(radio, "people had"), True),
            Link("post:p3", "radio:p2", 0.5, "weak", ("both: hour",), shared(post, "hour"), shared(radio, "hour")),
            Link("post:p9", "daily:p1", 0.4, "weak", ("cables",), shared(post, "cables"), shared(daily, "Cables")),
        ),
        figure_rows=(FigureRow("people on the bridge", "differ", ("post:f1", "radio:f2")),),
        coverage={"post:p2": ("radio",), "post:p3": ("radio",), "radio:p1": ("post",), "radio:p3": ("post",)},
    )  # fmt: skip


class Memory:
    """Marks that last as long as the test."""

    def __init__(self) -> None:
        self.read: set[str] = set()
        self.at: dict[str, int] = {}

    def is_read(self, article: Article | Listing) -> bool:
        return article.id in self.read

    def set_read(self, article: Article | Listing, read: bool) -> None:
        (self.read.add if read else self.read.discard)(article.id)

    def position(self, article: Article) -> int | None:
        return self.at.get(article.id)

    def set_position(self, article: Article, position: int) -> None:
        self.at[article.id] = position


class KnownDesk(Desk):
    """A desk that knows the comparison beforehand."""

    def group(self) -> tuple[Story, ...]:
        if self.stories is None:
            self._group((Story("s1", "Footbridge falls at fair", tuple(self.articles)),))
        return self.stories or ()

    def prepare(self, article: str) -> Comparison:
        self.group()
        return self._comparisons.setdefault(self.family(article), comparison())


def held(articles: Sequence[Article], problems: Sequence[Problem] = ()) -> Held:
    """Articles as a library has them."""
    return Held(articles, problems, ["here[/]"])


def known(problems: Iterable[Problem] = ()) -> KnownDesk:
    """The three reports on a desk, the marks in memory."""
    return KnownDesk(held(articles(), tuple(problems)), Memory())


def app(desk: Desk, theme: str = "parallax-dark") -> ParallaxApp:
    """The app on a desk."""
    return ParallaxApp(desk, theme)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until everything asked for is on the screen."""
    await pilot._wait_for_screen()
    await _worked(pilot)
    while pilot.app._batch_count:
        await asyncio.sleep(0.005)
    await pilot.pause()


async def _worked(pilot: Pilot[None]) -> None:
    """Wait for all that is at work; what a screen had begun ends when the screen is left."""
    while True:
        try:
            return await pilot.app.workers.wait_for_complete()
        except WorkerCancelled:
            await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one by one, all that each asks for done before the next, whatever else the machine is doing."""
    for key in keys:
        _type(pilot, key)
        for _ in range(3):
            await pilot._wait_for_screen()
        await _worked(pilot)
    await settle(pilot)


async def type_ahead(pilot: Pilot[None], *keys: str) -> None:
    """Press keys at once, as they come over a slow line; wait for what all of them ask for."""
    for key in keys:
        _type(pilot, key)
    await pilot._wait_for_screen()
    await settle(pilot)


def _type(pilot: Pilot[None], key: str) -> None:
    character = {"space": " ", "enter": "\r"}.get(key, key if len(key) == 1 else None)
    pilot.app.post_message(events.Key(_character_to_key(key) if len(key) == 1 else key, character))


def rows(pilot: Pilot[None]) -> list[str]:
    """What stands on the screen."""
    return ["".join(s.text for s in strip).rstrip() for strip in pilot.app.screen._compositor.render_strips()]


def reading(pilot: Pilot[None]) -> ReadingScreen:
    """The screen in front, which has to be that of reading."""
    assert isinstance(pilot.app.screen, ReadingScreen)
    return pilot.app.screen


def where(pilot: Pilot[None]) -> tuple[str, int]:
    """The article in front and the number of the passage at the cursor, from 1."""
    screen = reading(pilot)
    return screen.article.id, screen.text.cursor + 1
