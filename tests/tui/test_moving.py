"""An article put into another story from the library list, and the board opened from there."""

from __future__ import annotations

from pathlib import Path

import reader
from reader.library.held import Held
from reader.tui.desk import Desk
from tests.tui.stage import Memory, app, press, rows, settle

FIRE = "A fire destroyed the fish market in Ostrava Bay on Tuesday night, officials of the harbour said."
BURNT = "The fish market in Ostrava Bay burnt down on Tuesday night, rescuers at the harbour said, in a fire."
CHESS = "The chess club of Kelm won the final round against Tolm by four boards to two on Sunday afternoon."


def library(folder: Path) -> Desk:
    for name, title, text in (("gate", "Market burns", FIRE), ("post", "Fish market gone", BURNT),
                              ("week", "Kelm wins", CHESS)):  # fmt: skip
        if not (folder / f"{name}.md").exists():
            (folder / f"{name}.md").write_text(f"---\nsource: {name}\ntitle: {title}\n---\n{text}\n", encoding="utf-8")
    return Desk(Held([reader.load(path) for path in sorted(folder.glob("*.md"))], (), [str(folder)]), Memory())


def stories(desk: Desk) -> list[tuple[str, ...]]:
    return [story.articles for story in desk.group()]


async def test_an_article_moved_to_another_story_is_told_stays_and_comes_back(tmp_path: Path) -> None:
    desk = library(tmp_path)
    assert stories(desk) == [("gate", "post"), ("week",)]
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "m")
        assert "To which story? Fish market gone" in rows(pilot)[0]
        assert any("Kelm wins" in row for row in rows(pilot))
        await press(pilot, *"kelm", "enter")
        assert "moved to Kelm wins" in rows(pilot)[-2]
        assert "story: Kelm wins\n" in (tmp_path / "post.md").read_text("utf-8")
        await settle(pilot)
        assert stories(desk) == [("gate",), ("post", "week")]
        assert stories(library(tmp_path)) == [("gate",), ("post", "week")]
        await press(pilot, "u")
        assert "undone: moved to Kelm wins" in rows(pilot)[-2]
        assert "story:" not in (tmp_path / "post.md").read_text("utf-8")
        await settle(pilot)
        assert stories(desk) == [("gate", "post"), ("week",)]


async def test_a_name_typed_that_no_story_has_is_a_new_story(tmp_path: Path) -> None:
    desk = library(tmp_path)
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "m", *"Insurers", "enter")
        assert "moved to Insurers" in rows(pilot)[-2]
        assert "story: Insurers\n" in (tmp_path / "gate.md").read_text("utf-8")
        await settle(pilot)
        assert [story.id for story in desk.group()] == ["Insurers", "s2", "s3"]


async def test_the_board_of_a_story_opens_from_the_list_and_closes_to_it(tmp_path: Path) -> None:
    async with app(library(tmp_path)).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j")
        before = rows(pilot)
        await press(pilot, "B")
        assert "[Figures]" in rows(pilot)[0]
        await press(pilot, "q")
        assert rows(pilot)[:-2] == before[:-2]
