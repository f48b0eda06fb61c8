"""Which key does what: presets, choices by id, clashes; hints and help say what is in force."""

from __future__ import annotations

import pytest
from textual.keys import _character_to_key

from reader.tui.keymap import KEYS, LIST, READ, SECTIONS
from reader.tui.keys import NONE, Keys, here, in_force, named, shown_key
from reader.tui.presets import PRESETS
from tests.tui.stage import app, known, press, reading, rows, settle


def owners(keys: Keys, where: str) -> list[str]:
    return [name for key in here(where) for name in keys.of(key.id, where)]


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_leaves_no_action_without_a_key_and_no_key_with_two(preset: str) -> None:
    assert set(PRESETS[preset]) <= {key.id for key in KEYS}
    keys, clashes = in_force(preset)
    assert not clashes, [str(clash) for clash in clashes]
    for where in SECTIONS:
        assert len(owners(keys, where)) == len(set(owners(keys, where)))
        assert not [key.id for key in here(where) if not keys.of(key.id, where)], where


def test_a_choice_outranks_the_preset_and_the_preset_the_table() -> None:
    keys, clashes = in_force("newsboat", {"move.top": ("t",)})
    assert (keys.of("move.top"), keys.of("list.regroup"), keys.of("move.bottom")) == (("t",), ("g",), ("end",))
    assert not clashes


def test_a_key_that_is_taken_from_another_action_is_told_where_that_has_none_left() -> None:
    keys, clashes = in_force("vim", {"read.full_width": ("j", "v")})
    assert keys.of("read.full_width") == ("j", "v")
    assert keys.of("move.down", READ) == ("down",)
    assert keys.of("move.down", LIST) == ("j", "down")
    assert [(clash.key, clash.winner, clash.loser) for clash in clashes] == [("v", "read.full_width", "read.side")]
    assert "read.side has no key left" in str(clashes[0])
    assert not in_force("vim", {"read.full_width": ("j", "v"), "read.side": ()})[1]


def test_of_two_choices_of_one_key_the_first_has_it() -> None:
    keys, clashes = in_force("vim", {"read.side": ("f5",), "read.board": ("f5", "f6")})
    assert (keys.of("read.side"), keys.of("read.board")) == (("f5",), ("f6",))
    assert [clash.chosen for clash in clashes] == [True]


def test_keys_are_read_as_people_write_them() -> None:
    assert named("?, PgDn ctrl+D shift+tab esc") == ("question_mark", "pagedown", "ctrl+d", "shift+tab", "escape")
    assert named(",") == ("comma",)
    assert named(["+", "ctrl++"]) == ("plus", "ctrl+plus")
    assert named(NONE) == ()
    assert [named(c) for c in "éЖ"] == [("é",), ("Ж",)]
    for wrong in ("5", "ctrl+c", "jj", "hyper+x", "\x1b"):
        with pytest.raises(ValueError, match=r"key|count|program"):
            named([wrong])


@pytest.mark.parametrize("sign", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
def test_signs_have_the_names_that_textual_gives_their_keys(sign: str) -> None:
    assert named([sign]) == (_character_to_key(sign),)
    assert shown_key(named([sign])[0]) == sign


async def test_hints_and_help_say_the_keys_in_force() -> None:
    program = app(known())
    program.keys = in_force("newsboat", {"app.help": ("f1",)})[0]
    async with program.run_test(size=(120, 120)) as pilot:
        await settle(pilot)
        assert "g by source" in rows(pilot)[-1]
        assert "F1 help" in rows(pilot)[-1] or "f1 help" in rows(pilot)[-1]
        await press(pilot, "s", "enter")
        assert reading(pilot).article.id == "radio"
        await press(pilot, "J", "f1")
        told = "\n".join(rows(pilot))
        assert "J ]" in next(row for row in rows(pilot) if "read.next_source" in row)
        assert "by source, by story, by date" in told
        await press(pilot, "q")
        assert reading(pilot).article.id == "post"
