from __future__ import annotations

import io

import pytest
from rich.cells import cell_len
from rich.style import Style

from reader.tui import keymap, terminal
from reader.tui.desk import Desk
from reader.tui.history import History, Place
from reader.tui.keys import in_force
from reader.tui.palette import Palette
from reader.tui.themes import THEMES, VARIABLES
from tests.tui.stage import Memory, app, article, held, known, press, reading, rows, settle

HOSTILE = (
    "[up 3%] rose, [/b] said\x1b[2J \x9b31m the \u202eminister\u202c. 漢字"
    + "語" * 90
    + " e\u0301"
    + "\u0301" * 40
    + ". [bold]Fin."
)


class Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_dumb_terminal_is_refused_with_a_way_on() -> None:
    tty = Tty()
    assert terminal.refusal({"TERM": "xterm"}, tty, tty) is None
    for refused in ({"TERM": "dumb"}, {"TERM": ""}, {}):
        assert "parallax show" in (terminal.refusal(refused, tty, tty) or "")
    assert "`parallax show post.txt`" in (terminal.refusal({"TERM": "dumb"}, tty, tty, "post.txt") or "")
    assert "standard output is none; `parallax" in (terminal.refusal({"TERM": "xterm"}, tty, io.StringIO()) or "")
    assert "standard input is none; `parallax" in (terminal.refusal({"TERM": "xterm"}, io.StringIO(), tty) or "")


@pytest.mark.parametrize(("value", "theme"), [("15;0", "dark"), ("0;15", "light"), ("0;x;7", "light"), ("", "dark")])
def test_light_and_dark_are_told_by_the_terminal(value: str, theme: str) -> None:
    assert terminal.theme_for({"COLORFGBG": value}) == f"terminal-{theme}"


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 40), (160, 48)])
async def test_hostile_text_stays_text(size: tuple[int, int]) -> None:
    odd = article("odd", HOSTILE, title="[red]T[/]\x1b]0;x\x07", source="[@click=app.quit]S\u202e")
    async with app(Desk(held([odd]), Memory())).run_test(size=size) as pilot:
        await settle(pilot)
        for keys in ("enter", "c", "q", "/ [ enter", "G", "g", "e", "#", ".", "z", "z", "escape q ?"):
            await press(pilot, *keys.split())
            screen = "\n".join(rows(pilot))
            assert not {"\x1b", "\x9b", "\x07", "\u202e"} & set(screen)
            strips = pilot.app.screen._compositor.render_strips()
            assert all(cell_len("".join(s.text for s in strip)) == size[0] for strip in strips)


async def test_brackets_are_shown_as_they_stand() -> None:
    odd = article("odd", HOSTILE, title="[red]T[/]")
    async with app(Desk(held([odd]), Memory())).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        assert "[up 3%] rose, [/b] said" in rows(pilot)[1]
        assert "[red]T[/]" in rows(pilot)[0]


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_no_information_is_by_colour_alone(theme: str) -> None:
    async with app(known(), theme).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        palette = Palette(pilot.app.theme_variables, pilot.app.native_ansi_color)
        plain = palette.style("")

        def looks(roles: str) -> tuple[bool | None, ...]:
            style = palette.style(roles)
            return style.bold, style.italic, style.underline, style.reverse

        told = [looks(role) for role in ("", "person", "figure", "moment", "hit")]
        assert len(set(told)) == len(told)
        assert isinstance(plain, Style)
        assert all(looks(kind) == looks("person") for kind in ("place", "organisation", "group", "event", "other"))


def test_every_theme_sets_every_variable() -> None:
    for theme in THEMES:
        assert set(VARIABLES) | {"page"} <= set(theme.variables)
        if theme.ansi:
            assert all(value.startswith("ansi_") for name, value in theme.variables.items() if name in VARIABLES)
            assert not any("bright" in theme.variables[name] for name in VARIABLES)


async def test_no_colour_is_wanted_and_none_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with app(known(), "parallax-dark").run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "j")
        for strip in pilot.app.screen._compositor.render_strips():
            for filtered in pilot.app._filters:
                strip = (
                    strip.apply_filter(filtered, pilot.app.screen.background_colors[1]) if filtered.enabled else strip
                )
            for segment in strip:
                assert segment.style is None or segment.style.color is None or segment.style.color.is_default


async def test_themes_change_while_reading() -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "j")
        before = rows(pilot)[:-2]
        for _ in THEMES:
            await press(pilot, "T")
            assert rows(pilot)[:-2] == before


def test_ids_are_unique_and_no_key_does_two_things_on_one_screen() -> None:
    assert len({key.id for key in keymap.KEYS}) == len(keymap.KEYS)
    for where in keymap.SECTIONS:
        keys = [k for key in keymap.KEYS if where in key.where for k in key.keys.split(",")]
        assert len(keys) == len(set(keys)), where


async def test_every_bound_action_exists_and_the_help_tells_every_key() -> None:
    async with app(known()).run_test(size=(100, 160)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "?")
        told = "\n".join(rows(pilot))
        for key in keymap.KEYS:
            assert key.told in told
        await press(pilot, "/", *"jumps", "enter", "n")
        assert any(row.startswith("▌") and "jumps" in row for row in rows(pilot))
        await press(pilot, "q")
        assert reading(pilot)
        for screen in pilot.app.screen_stack[1:]:
            bound = [b for found in screen._bindings.key_to_bindings.values() for b in found if b.id]
            assert bound
            for binding in bound:
                assert hasattr(screen, f"action_{binding.action.partition('(')[0]}"), binding


async def test_keys_are_remapped_by_id() -> None:
    program = app(known())
    program.keys = in_force("vim", {"list.open": ("o",), "move.down": ("x",)})[0]
    async with program.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "x", "o")
        assert reading(pilot).article.id == "post"


def test_the_jump_list_forgets_what_was_ahead_after_a_new_jump() -> None:
    one, two, three = (Place(name, 0, 0) for name in "abc")
    history = History()
    assert history.back(one) is None
    history.leave(one)
    assert history.back(two) == one
    assert history.forward(one) == two
    assert history.back(two) == one
    history.leave(one)
    assert history.forward(three) is None
    assert history.back(three) == one
