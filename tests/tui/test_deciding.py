from __future__ import annotations

from pathlib import Path

from reader.library.catalogue import Catalogue
from reader.tui.desk import Desk
from tests.tui.stage import Memory, app, press, reading, rows, settle

ONE = """---
source: Ostrel Post
story: bridge
---
The footbridge at Ostrel fell on Sunday morning and 12 people were pulled from the river Neme by divers.
A fair was being held on both banks, with bands from every village of the valley.
"""
TWO = """---
source: Hill Radio
story: bridge
---
Divers pulled 12 people from the river Neme on Sunday after the footbridge at Ostrel fell.
Rain is expected in the hills until the end of the week.
"""


def bridge(folder: Path) -> Desk:
    for name, text in (("post", ONE), ("radio", TWO)):
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    catalogue = Catalogue([folder], folder / ".cache")
    catalogue.refresh()
    return Desk(catalogue, Memory())


async def test_a_link_is_rejected_confirmed_and_undone_and_the_gutter_follows(tmp_path: Path) -> None:
    desk = bridge(tmp_path)
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter")
        assert reading(pilot).article.id == "post"
        assert reading(pilot).text.page is not None
        before = rows(pilot)
        assert "1 of 1 have it" in "\n".join(before)
        await press(pilot, "minus")
        told = "\n".join(rows(pilot))
        assert "rejected: Hill Radio" in told
        assert "no counterpart in the other report" in told
        assert rows(pilot)[1].startswith(" · ")
        assert "rejected" in (tmp_path / "decisions.yaml").read_text(encoding="utf-8")
        await press(pilot, "minus")
        assert "no counterpart to decide on" in rows(pilot)[-2]
        await press(pilot, "u", "j", "k")
        assert rows(pilot) == before
        await press(pilot, "2", "plus")
        told = "\n".join(rows(pilot))
        assert "✓yours both: " in told
        await press(pilot, "u", "u")
        assert "nothing to undo" in rows(pilot)[-2]
        await press(pilot, "j", "k")
        assert rows(pilot) == before


async def test_a_decision_that_cannot_be_written_is_told_and_none_is_kept(tmp_path: Path) -> None:
    desk = bridge(tmp_path)
    (tmp_path / "decisions.yaml").mkdir()
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "plus")
        assert "not written" in rows(pilot)[-2]
        await press(pilot, "u")
        assert "nothing to undo" in rows(pilot)[-2]
