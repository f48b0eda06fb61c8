from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from textual import events
from textual.widgets import Input

from reader.library import open_library
from reader.library.catalogue import Catalogue
from reader.library.furniture import DROPPED, LEARNED
from reader.library.held import Held
from reader.model import Article, Problem
from reader.tui.desk import Desk
from reader.tui.screens.library import LibraryScreen
from reader.tui.widgets.article_list import ArticleList
from tests.tui.stage import CLUTTER, Memory, app, held, known, press, reading, rows, settle, where


def on_disk(folder: Path, **texts: str) -> Desk:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    catalogue = Catalogue([folder], folder / ".cache")
    catalogue.refresh()
    return Desk(catalogue, Memory())


async def test_regrouping_by_source_story_and_date() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert [r.split()[0] for r in rows(pilot)[1:6:2]] == ["Hill", "Ostrel", "no"]
        await press(pilot, "s")
        assert rows(pilot)[1].startswith(" Footbridge falls at fair")
        assert rows(pilot)[1].endswith("3")
        await press(pilot, "s")
        assert [r[1:14].strip() for r in rows(pilot)[1:6:2]] == ["5 May 2031", "4 May 2031", "no date given"]
        await press(pilot, "s")
        assert rows(pilot)[1].startswith(" Hill Radio")


async def test_unread_is_told_by_sign_and_not_by_colour_alone() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "● Nine saved" in rows(pilot)[2]
        await press(pilot, "r")
        assert "○ Nine saved" in rows(pilot)[2]
        await press(pilot, "r")
        assert "● Nine saved" in rows(pilot)[2]


async def test_filter_as_it_is_typed() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "/", *"FALLS")
        assert "1 of 3" in rows(pilot)[-1]
        assert rows(pilot)[2].startswith("▌ ● Footbridge falls")
        await press(pilot, "enter", "enter")
        assert where(pilot)[0] == "post"
        await press(pilot, "q")
        assert rows(pilot)[3] == ""
        await press(pilot, "escape")
        assert "Bridge was checked" in rows(pilot)[6]
        await press(pilot, "/", *"nothing like it")
        assert "0 of 3" in rows(pilot)[-1]
        await press(pilot, "enter", "j", "k", "enter", "space", "G", "e", "}")
        assert isinstance(pilot.app.screen, LibraryScreen)
        await press(pilot, "escape", "/", "x", "backspace", "backspace")
        assert "Bridge was checked" in rows(pilot)[6]


async def test_a_click_selects_and_a_second_opens() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.click("#list", offset=(10, 3))
        await settle(pilot)
        assert rows(pilot)[4].startswith("▌ ● Footbridge")
        await pilot.click("#list", offset=(10, 3))
        await settle(pilot)
        assert where(pilot)[0] == "post"


async def test_a_long_list_scrolls_with_the_cursor_in_sight() -> None:
    many = [Article(f"a{n}", "x", (), source=f"Paper {n // 7:03}", title=f"Report {n:04}") for n in range(3000)]
    desk = Desk(held(many), Memory())
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for key, there in (("G", "Report 2999"), ("g", "Report 0000"), ("}", "Report 0007"), ("j", "Report 0008")):
            await press(pilot, key)
            assert any(row.startswith("▌") and there in row for row in rows(pilot)), key
        for _ in range(5):
            await press(pilot, "space")
            assert any(row.startswith("▌") for row in rows(pilot))


async def test_problems_are_told_and_the_rest_is_read() -> None:
    told = [Problem("lost.txt", "is not there"), Problem("odd.txt", "read as windows-1252", 3, fatal=False)]
    async with app(known(told)).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "2 problems" in rows(pilot)[-2]
        await press(pilot, "!")
        assert "lost.txt: is not there" in rows(pilot)[1]
        assert "odd.txt:3: read as windows-1252" in rows(pilot)[2]
        await press(pilot, "q")
        assert "problem" not in rows(pilot)[-2]
        await press(pilot, "enter")
        assert where(pilot)[0] == "radio"


async def test_an_empty_library_says_where_it_looked() -> None:
    async with app(Desk(Held((), (), ["/no/where"]), Memory())).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert any("/no/where" in row for row in rows(pilot))
        await press(pilot, "j", "k", "g", "G", "space", "b", "enter", "e", "r", "s", "}", "{")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_a_bare_file_is_given_a_source_and_is_not_touched(tmp_path: Path) -> None:
    desk = on_disk(tmp_path, bare=CLUTTER)
    before = (tmp_path / "bare.txt").read_bytes()
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert rows(pilot)[1].startswith(" no source given")
        await press(pilot, "e", *"Lunn Post", "tab", "tab", *"2031-13-01", "enter")
        assert "a date is written" in "".join(rows(pilot))
        pilot.app.screen.query_one("#published", Input).value = "2031-05-04"
        await press(pilot, "enter")
        assert rows(pilot)[1].startswith(" Lunn Post")
        assert "4 May" in rows(pilot)[2]
    assert (tmp_path / "bare.txt").read_bytes() == before
    assert open_library([tmp_path]).articles[0].source == "Lunn Post"


async def test_an_edit_left_with_escape_writes_nothing(tmp_path: Path) -> None:
    desk = on_disk(tmp_path, bare=CLUTTER)
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "e", *"Lunn Post", "escape")
        assert rows(pilot)[1].startswith(" no source given")
    assert [file.name for file in tmp_path.glob("*.*") if file.is_file()] == ["bare.txt"]


async def test_a_line_is_dropped_put_back_and_the_text_follows(tmp_path: Path) -> None:
    desk = on_disk(tmp_path, lunn=CLUTTER)
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "G")
        here = reading(pilot).passage
        assert here is not None
        await press(pilot, "c")
        assert any(row.startswith("▌") and "Boats came back" in row for row in rows(pilot))
        removed = next(row for row in rows(pilot) if "Share this page" in row)
        assert removed.strip("▌ ").startswith("-")
        await press(pilot, "g", "u")
        assert "put back" in rows(pilot)[-2]
        await press(pilot, "q")
        assert any("Share this page" in row for row in rows(pilot))
        assert any("▌ Boats came back" in row for row in rows(pilot))
        await press(pilot, "c", "g", "d", "q")
        assert not any("Share this page" in row for row in rows(pilot))
        await press(pilot, "c", "g", "u", "U", "u", "d", "U", "q")
        assert any("Share this page" in row for row in rows(pilot))


async def test_a_line_of_the_original_is_shown_in_full(tmp_path: Path) -> None:
    long = "The harbour at Lunn was closed for a day, " + "and for another day, " * 12 + "and then it opened."
    desk = on_disk(tmp_path, lunn=f"Share this page\n{long}\n\nNobody was hurt, said the harbour master on Friday.")
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "c", "g", "enter")
        assert rows(pilot)[0].startswith(" Line 1 · removed · ")
        await press(pilot, "q", "j")
        assert "and then it opened." not in "\n".join(rows(pilot))
        await press(pilot, "enter")
        assert rows(pilot)[0].strip() == "Line 2 · kept"
        assert "and then it opened." in " ".join(row.strip() for row in rows(pilot))
        await press(pilot, "q", "j", "enter")
        assert "an empty line" in rows(pilot)[-2]


async def test_a_read_only_folder_is_told_and_nothing_changes(tmp_path: Path) -> None:
    desk = on_disk(tmp_path, lunn=CLUTTER)
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "c", "g")
        (tmp_path / "lunn.txt").unlink()
        await press(pilot, "u")
        assert "not changed" in rows(pilot)[-2]
        await press(pilot, "q", "q", "e", *"X", "enter")
        assert "not written" in "".join(rows(pilot))


async def test_a_filter_that_matches_nothing_says_so_and_how_to_go_back() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "/", *"[zebra]", "enter")
        told = "\n".join(rows(pilot))
        assert "No title, source or date matches “[zebra]”" in told
        assert "Esc shows all" in told
        assert "Looked in" not in told
        shelf = pilot.app.screen.query_one("#list", ArticleList)
        shelf.post_message(events.MouseScrollDown(shelf, 5, 5, 0, 0, 0, False, False, False))
        await press(pilot, "space", "b", "ctrl+d", "{", "G")
        await press(pilot, "escape")
        assert "Bridge was checked" in rows(pilot)[6]


MENU = "Letters to the paper are read on Mondays."
REPORTS = {
    f"{n}": f"---\nsource: Lunn Post\n---\n{words}\n{MENU}\n{more}\n"
    for n, (words, more) in enumerate(
        (
            (
                "The harbour at Lunn was closed for a day after a crane fell on the outer mole, the master said.",
                "Boats came back in the evening and the fish was sold on the quay at half of its price.",
            ),
            (
                "Two schools in the valley will share one bus from autumn on, the council decided on Monday night.",
                "Parents had asked for two, and a driver who knows the road in winter, at a meeting in June.",
            ),
            (
                "The price of herring has doubled since the spring, and the canneries say they may close by winter.",
                "Their owners will meet the fishermen in the hall of the old customs house next Thursday.",
            ),
        )
    )
}


def on_shelf(folder: Path, **texts: str) -> Desk:
    """The articles as the app opens them, with what it learned of their sources."""
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    catalogue = Catalogue([folder], folder / ".cache")
    catalogue.refresh()
    return Desk(catalogue, Memory())


async def test_learned_furniture_stays_removed_after_an_edit(tmp_path: Path) -> None:
    desk = on_shelf(tmp_path, **REPORTS)
    assert desk.articles["0"].lines[1].reason == LEARNED
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "c", "G", "d", "U", "q", "q", "e", "tab", *"New", "enter")
        changed = next(article for article in desk.articles.values() if article.title == "New")
        assert changed.lines[1].reason == LEARNED


async def test_a_line_is_always_dropped_from_its_source_and_undone_with_the_same_key(tmp_path: Path) -> None:
    texts = {str(n): f"---\nsource: Lunn Post\n---\nTides today at the quay.\nReport {n} ended.\n" for n in range(2)}
    desk = on_shelf(tmp_path, **texts, other="---\nsource: Hill Radio\n---\nTides today at the quay.\nIt rained.\n")

    def dropped() -> list[str]:
        return [name for name, a in desk.articles.items() if a.lines[0].reason == DROPPED]

    async with app(desk).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "c", "g", "D")
        assert "always dropped from Lunn Post, 1 more article changed" in rows(pilot)[-2]
        assert sorted(dropped()) == ["0", "1"]
        assert open_library([tmp_path]).articles[0].lines[0].state == "removed"
        await press(pilot, "D")
        assert "already" in rows(pilot)[-2]
        await press(pilot, "j", "d", "U", "U")
        assert dropped() == []
        assert "undone" in rows(pilot)[-2]
        assert open_library([tmp_path]).articles[0].lines[0].state != "removed"
        await press(pilot, "g", "D", "q")
        assert not any("Tides today" in row for row in rows(pilot))


async def test_what_cannot_be_dropped_for_good_is_told(tmp_path: Path) -> None:
    desk = on_shelf(tmp_path, bare="Tides today at the quay.\nReport 1 ended.\n")
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "c", "g", "D")
        assert "has no source" in rows(pilot)[-2]
        desk.replace("bare", replace(desk.articles["bare"], source="Lunn Post"))
        (tmp_path / "sources.yaml").mkdir()
        await press(pilot, "q", "q", "enter", "c", "g", "D")
        assert "not changed" in rows(pilot)[-2]
        assert desk.articles["bare"].lines[0].reason != DROPPED


async def test_keys_that_come_together_each_find_what_the_one_before_did() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for key in ("slash", *"radio", "enter", "enter"):
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await settle(pilot)
        assert "Hill Radio" in rows(pilot)[0]


async def test_what_is_pasted_goes_into_the_prompt_and_nowhere_else() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        pilot.app.post_message(events.Paste("qq"))
        await press(pilot, "slash")
        pilot.app.post_message(events.Paste("radio\n"))
        await settle(pilot)
        assert "/radio" in rows(pilot)[-2]
        assert "Hill Radio" in "".join(rows(pilot))


async def test_the_next_article_not_read_yet_is_found_round_the_ends() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "r", "g", "n")  # the second of three is read
        assert any("▌" in row and "Bridge was checked" in row for row in rows(pilot))
        await press(pilot, "n")
        assert any("▌" in row and "Nine saved" in row for row in rows(pilot))
        await press(pilot, "N", "r", "k", "k", "r", "n")
        assert "all of these are read" in rows(pilot)[-2]
        await press(pilot, "r", "2", "n")
        assert any("▌" in row and "Nine saved" in row for row in rows(pilot))
