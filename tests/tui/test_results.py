"""Searching the whole library from the screens: what is shown, where it leads, and back."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.library.catalogue import Catalogue
from reader.library.listing import Listing
from reader.model import Article
from reader.tui.app import ParallaxApp
from reader.tui.content.pieces import Row
from reader.tui.desk import Desk
from reader.tui.history import Result
from reader.tui.screens.results import ResultsScreen, show_result
from reader.tui.widgets.pager import Pager
from tests.tui.stage import KnownDesk, Memory, app, articles, held, known, press, rows, settle, where


async def searched(pilot: Pilot[None], query: str) -> ResultsScreen:
    """The results of a search, when all of them are there."""
    await press(pilot, "S", *["space" if c == " " else c for c in query], "enter")
    assert isinstance(pilot.app.screen, ResultsScreen)
    while not pilot.app.screen.sought.over:
        await asyncio.sleep(0.005)
    await settle(pilot)
    return pilot.app.screen


def at(pilot: Pilot[None]) -> str:
    """The row with the cursor."""
    return next((row[1:].strip() for row in rows(pilot) if row.startswith("▌")), "")


async def test_a_result_opens_at_its_sentence_and_H_and_q_come_back_to_the_row() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await searched(pilot, "bridge")
        assert "3 passages in 3 articles" in rows(pilot)[0]
        await press(pilot, "j")
        before, row = rows(pilot), at(pilot)
        assert row.startswith("The bridge was built")
        for back in ("H", "q"):
            await press(pilot, "enter")
            assert where(pilot) == ("post", 8)
            await press(pilot, back)
            assert at(pilot) == row
        unread = [row.replace("○", "●") for row in before]
        assert [row.replace("○", "●") for row in rows(pilot)] == unread
        await press(pilot, "enter", "H", "L")
        assert where(pilot) == ("post", 8)
        await press(pilot, "H", "q")
        assert rows(pilot)[0].startswith(" Library")


async def test_n_goes_on_across_articles_and_the_results_follow() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await searched(pilot, "bridge")
        assert at(pilot).startswith("The mayor, Ida Kolb")
        await press(pilot, "enter", "n")
        assert where(pilot) == ("post", 8)
        await press(pilot, "N")
        assert where(pilot) == ("radio", 3)
        assert "1 of 3 · article 1 of 3" in rows(pilot)[-2]
        await press(pilot, "2", "n")
        assert where(pilot)[0] == "daily"
        assert "article 3 of 3" in rows(pilot)[-2]
        await press(pilot, "n")
        assert "from the top again" in rows(pilot)[-2]
        await press(pilot, "n", "q")
        assert at(pilot).startswith("The bridge was built")


async def test_a_search_in_the_text_takes_n_until_it_is_left() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await searched(pilot, "bridge")
        await press(pilot, "enter", "/", *"rain", "enter")
        assert where(pilot) == ("radio", 4)
        await press(pilot, "escape", "g", "n")
        assert where(pilot) == ("radio", 3)


def roles_at(pilot: Pilot[None]) -> Row:
    pager = pilot.app.screen.query_one("#rows", Pager)
    return pager._drawn[pager.at - pager.top]


async def test_the_words_found_are_reversed_wherever_they_stand() -> None:
    async with app(known()).run_test(size=(40, 24)) as pilot:
        await settle(pilot)
        await searched(pilot, "brought")
        assert [text for text, roles in roles_at(pilot) if "hit" in roles.split()] == ["brought"]
        await press(pilot, "q")
        await searched(pilot, "radio")  # near the end of a long sentence
        assert [text for text, roles in roles_at(pilot) if "hit" in roles.split()] == ["Radio"]


async def test_a_query_that_is_wrong_is_told_and_can_be_mended() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "S", *"sauce:x", "enter")
        assert "there is no “sauce:”" in rows(pilot)[-2]
        assert "search all: sauce:x" in rows(pilot)[-1]
        await press(pilot, "ctrl+u", *"rain", "enter")
        assert isinstance(pilot.app.screen, ResultsScreen)


async def test_nothing_found_says_what_may_help_and_nothing_typed_does_nothing() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await searched(pilot, "zebra")
        assert "Nothing answers “zebra”." in "\n".join(rows(pilot))
        await press(pilot, "enter", "j", "G", "n", "}")
        await press(pilot, "q", "S", "escape")
        assert rows(pilot)[0].startswith(" Library")


async def test_moving_in_results() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = await searched(pilot, "the")
        last = len(screen.sought.stops)
        assert last > 6
        for keys, stop in (
            ("j", 2), ("2 j", 4), ("k", 3), ("G", last), ("g", 1), ("3 G", 3), ("n", 4), ("N", 3), ("2 n", 5),
            ("g }", screen.sought.stops.index(next(s for s in screen.sought.stops if s.article == 1)) + 1), ("{", 1),
        ):  # fmt: skip
            await press(pilot, *keys.split())
            assert screen.sought.at + 1 == stop, keys
        await press(pilot, "space")
        assert screen.sought.at > 1
        await press(pilot, "b", "b")
        assert screen.sought.at == 0


async def test_earlier_searches_come_back_with_the_arrows() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for query in ("rain", "bridge"):
            await searched(pilot, query)
            await press(pilot, "q")
        await press(pilot, "S", "up")
        assert "search all: bridge" in rows(pilot)[-1]
        await press(pilot, "up")
        assert "search all: rain" in rows(pilot)[-1]
        await press(pilot, "down", "down")
        assert rows(pilot)[-1].strip() == "search all:"
        await press(pilot, "r", "up")
        assert "search all: rain" in rows(pilot)[-1]


async def test_a_name_is_found_under_the_spellings_that_a_comparison_knows(tmp_path: Path) -> None:
    (tmp_path / "names.yaml").write_text('- {same: ["Ida Kolb", "Neme"]}\n')
    desk = KnownDesk(held(articles()), Memory())
    desk.paths = (str(tmp_path),)
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = await searched(pilot, 'name:"ida kolb"')
        assert {found.listing.id for found in screen.sought.found} == {"post", "radio"}
        assert any("Neme" in row for row in rows(pilot))


async def test_an_index_that_is_being_built_is_told(tmp_path: Path) -> None:
    for n in range(3):
        (tmp_path / f"{n}.md").write_text(f"---\ntitle: Report {n}\n---\nThe ferry {n} sank in fog off the coast.\n")
    Catalogue([tmp_path], tmp_path / "cache").refresh()
    program = app(Desk(Catalogue([tmp_path], tmp_path / "cache"), Memory()))
    async with program.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        program.reading = 1, 3
        await searched(pilot, "ferry")
        assert "3 passages in 3 articles" in rows(pilot)[0]
        assert "the library is still being read: 1 of 3" in rows(pilot)[-2]
        program.reading = None


async def test_of_very_many_the_first_are_read_and_the_rest_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.analysis.searching.MOST", 2)
    for n in range(5):
        (tmp_path / f"{n}.md").write_text(f"---\ntitle: Report {n}\n---\nThe ferry {n} sank in fog off the coast.\n")
    Catalogue([tmp_path], tmp_path / "cache").refresh()
    async with app(Desk(Catalogue([tmp_path], tmp_path / "cache"), Memory())).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await searched(pilot, "ferry")
        assert "2 passages in 2 articles · the first 2 of 5" in rows(pilot)[0]


async def test_without_an_index_every_text_is_read_and_that_is_told() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await searched(pilot, "bridge")
        assert "no index of words here" in rows(pilot)[-2]


async def test_results_from_within_a_text_lead_back_to_it() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "j", "j")
        await searched(pilot, "rain")
        await press(pilot, "enter")
        assert where(pilot) == ("radio", 4)
        await press(pilot, "q", "q")
        assert where(pilot) == ("post", 3)
        await press(pilot, "H")
        assert isinstance(pilot.app.screen, ResultsScreen)


async def test_a_search_that_is_left_stops_and_begins_again_when_it_is_come_back_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = known()
    gate, read = threading.Event(), list[str]()
    once = desk.catalogue.article

    def slowly(listing: Listing) -> Article:
        read.append(listing.id)
        if len(read) > 1:
            gate.wait(30)
        return once(listing)

    async with app(desk).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "q")
        monkeypatch.setattr(desk.catalogue, "article", slowly)
        for key in ("S", *"bridge", "enter"):
            await pilot.press(key)
        while len(read) < 2:
            await asyncio.sleep(0.005)
        sought = searching(pilot).sought
        await pilot.press("q")
        gate.set()
        await settle(pilot)
        assert len(read) == 2
        assert not sought.over
        show_result(app_of(pilot), Result(sought, 2, 0))
        while not sought.over:
            await asyncio.sleep(0.005)
        await settle(pilot)
        assert "3 passages in 3 articles" in rows(pilot)[0]


def searching(pilot: Pilot[None]) -> ResultsScreen:
    assert isinstance(pilot.app.screen, ResultsScreen)
    return pilot.app.screen


def app_of(pilot: Pilot[None]) -> ParallaxApp:
    assert isinstance(pilot.app, ParallaxApp)
    return pilot.app
