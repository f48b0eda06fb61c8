"""Terminals that cannot draw all: every sign stays one cell wide, and keeps its meaning."""

from __future__ import annotations

import ast
from functools import partial
from pathlib import Path

import pytest
from rich.cells import cell_len

import reader.tui
from reader.tui.repertoire import OURS, Draws, encoded, lacking, on_console, plain
from reader.tui.signs import stand_in
from tests.terminal.pty_session import PARALLAX, PtySession, home

SHOWN = "▌ ≠ · “Kolb” — café … ⏎ Łódź 漢字 e\u0301 ● ○ ─ ½"


@pytest.mark.parametrize("encoding", ["ascii", "iso-8859-1", "iso-8859-15", "koi8-r", "cp437", "euc-jp", "gb18030"])
def test_what_cannot_be_sent_is_replaced_cell_by_cell(encoding: str) -> None:
    told = stand_in(f"\x1b[1;1H\x1b[1m{SHOWN}\x1b[m", partial(encoded, encoding))
    told.encode(encoding)
    assert told.startswith("\x1b[1;1H\x1b[1m")
    assert told.endswith("\x1b[m")
    assert cell_len(told[len("\x1b[1;1H\x1b[1m") : -len("\x1b[m")]) == cell_len(SHOWN)


def test_signs_keep_their_meaning() -> None:
    ascii, latin, cyrillic = (partial(encoded, name) for name in ("ascii", "iso-8859-1", "koi8-r"))
    assert stand_in("▌≠·…⏎●○─", ascii) == "|#.~<*o-"
    assert stand_in("“café” — Łódź 漢", ascii) == '"cafe" - Lodz ??'
    assert stand_in("café · ½", latin) == "café · ½"
    assert stand_in("дом é", cyrillic) == "дом e"


LATIN_15 = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("éØß·─│≠≈…●▸→←↑↓–—‘’“”„")
"""Of what the fonts have that Debian gives the console of the west of Europe: no bar for the cursor, no Enter."""


@pytest.mark.parametrize(
    ("draws", "told"),
    [
        (on_console(LATIN_15), "| ≠ · “Kolb” — cafe … < Lodz ???? e ● o ─ ?".replace("cafe", "café")),
        (on_console(None), '| # · "Kolb" - café ~ < Łódź ???? e * o - ½'),
    ],
)
def test_the_linux_console_gets_what_its_font_has(draws: Draws, told: str) -> None:
    assert stand_in(SHOWN, draws) == told
    assert cell_len(told) == cell_len(SHOWN)


def test_every_sign_of_the_screens_is_known_to_be_lacking_somewhere() -> None:
    drawn: set[str] = set()
    for file in Path(reader.tui.__path__[0]).rglob("*.py"):
        if file.stem not in ("signs", "repertoire"):
            code = ast.parse(file.read_text(encoding="utf-8"))
            drawn.update(*(n.value for n in ast.walk(code) if isinstance(n, ast.Constant) and isinstance(n.value, str)))
    assert {sign for sign in drawn if ord(sign) > 0xFF and not sign.isspace()} <= OURS


def test_no_two_signs_that_mean_something_look_alike() -> None:
    meant = "▌≠≈=!·●○▸?->"
    ascii = partial(encoded, "ascii")
    assert len(set(stand_in("▌≠≈=!·●○", ascii))) == 8
    assert len(set(stand_in("≥>≤<~", ascii))) == 5, "at least is not more than"
    assert all(stand_in(sign, ascii).isascii() and stand_in(sign, ascii) != "?" for sign in {*meant, *OURS} - {"?"})


@pytest.mark.parametrize(
    ("environment", "found"),
    [
        ({"LC_ALL": "C", "LANG": "de_DE.UTF-8"}, True),
        ({"LANG": "POSIX"}, True),
        ({"LC_CTYPE": "C.UTF-8", "LANG": "C"}, False),
        ({"LANG": "C.UTF-8"}, False),
        ({}, False),
        ({"LC_ALL": "C", "PYTHONIOENCODING": "utf-8"}, False),
    ],
)
def test_a_locale_named_c_shows_no_more_than_ascii(environment: dict[str, str], found: bool) -> None:
    assert plain(environment) is found


def test_an_encoding_is_lacking_unless_it_is_utf_8() -> None:
    assert lacking("UTF8") is None
    assert lacking("latin-1") == "iso8859-1"
    assert lacking(None) == lacking("no such") == "ascii"


@pytest.mark.parametrize(
    "locale", [{"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}, {"LC_ALL": "C"}, {"LC_ALL": "", "LANG": "C"}]
)
def test_the_program_draws_in_ascii_where_the_terminal_has_no_more(locale: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "one.txt").write_text("The mayor called it “a café of Łódź”.\n", encoding="utf-8")
    with PtySession([*PARALLAX, str(tmp_path / "news")], env=home(tmp_path) | locale) as session:
        session.wait_for("Enter read")
        session.send("\r")
        session.wait_for('| The mayor called it "a cafe of Lodz".')
        assert bytes(session.received).isascii()


def test_on_a_console_whose_font_is_not_known_no_sign_of_ours_is_sent(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "one.txt").write_text("The mayor called it “a café of Łódź”.\n", encoding="utf-8")
    with PtySession([*PARALLAX, str(tmp_path / "news")], env=home(tmp_path) | {"TERM": "linux"}) as session:
        session.wait_for("Enter read")
        session.send("\r")
        session.wait_for('| The mayor called it "a café of Łódź".')
        assert not OURS & set(session.received.decode())
