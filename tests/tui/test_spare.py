"""One article after the other on the screen that stands already: nothing of the first is seen with the second."""

from __future__ import annotations

from reader.tui.screens.library import LibraryScreen
from tests.tui.stage import app, known, press, reading, rows, settle


async def test_the_next_article_comes_into_the_place_of_the_last() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *"j enter".split())
        fresh, screen = rows(pilot), reading(pilot)
        await press(pilot, *"q k enter".split())
        other = rows(pilot)
        assert reading(pilot) is screen
        assert fresh[0] != other[0]
        await press(pilot, *"/ r i v e r enter n e . escape g q j enter".split())
        assert reading(pilot) is screen
        assert rows(pilot) == fresh
        assert not screen.found.words
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_what_a_screen_is_made_for_changes_and_another_is_made() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *"j enter".split())
        before = reading(pilot)
        await press(pilot, *"q T enter".split())
        themed = reading(pilot)
        assert themed is not before
        await press(pilot, "q")
        await pilot.resize_terminal(160, 48)
        await press(pilot, "enter")
        assert reading(pilot) is not themed
        assert reading(pilot).elsewhere.size.height > 30
        wide = reading(pilot)
        await press(pilot, *"z q enter".split())
        assert reading(pilot) is not wide
        assert not reading(pilot).text.full_width


async def test_an_article_opened_from_a_board_leads_back_to_the_first() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *"j enter".split())
        below = reading(pilot)
        await press(pilot, *"B enter".split())
        assert reading(pilot) is not below
        await press(pilot, *"q q q".split())
        await press(pilot, *"j enter".split())
        assert reading(pilot).text.page is not None
