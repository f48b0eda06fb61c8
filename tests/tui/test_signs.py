"""Terminals that show no UTF-8: every sign stays one cell wide."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from reader.tui.signs import stand_in
from reader.tui.terminal import lacking
from tests.terminal.pty_session import PARALLAX, PtySession, home

SHOWN = "▌ ≠ · “Kolb” — café … ⏎ Łódź 漢字 e\u0301 ● ○ ─ ½"


@pytest.mark.parametrize("encoding", ["ascii", "iso-8859-1", "iso-8859-15", "koi8-r", "cp437", "euc-jp", "gb18030"])
def test_what_cannot_be_sent_is_replaced_cell_by_cell(encoding: str) -> None:
    told = stand_in(f"\x1b[1;1H\x1b[1m{SHOWN}\x1b[m", encoding)
    told.encode(encoding)
    assert told.startswith("\x1b[1;1H\x1b[1m")
    assert told.endswith("\x1b[m")
    assert cell_len(told[len("\x1b[1;1H\x1b[1m") : -len("\x1b[m")]) == cell_len(SHOWN)


def test_signs_keep_their_meaning() -> None:
    assert stand_in("▌≠·…⏎●○─", "ascii") == "|!.~<*o-"
    assert stand_in("“café” — Łódź 漢", "ascii") == '"cafe" - Lodz ??'
    assert stand_in("café · ½", "iso-8859-1") == "café · ½"
    assert stand_in("дом é", "koi8-r") == "дом e"


def test_an_encoding_is_lacking_unless_it_is_utf_8() -> None:
    assert lacking("UTF8") is None
    assert lacking("latin-1") == "iso8859-1"
    assert lacking(None) == lacking("no such") == "ascii"


def test_the_program_draws_in_ascii_where_the_terminal_has_no_more(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "one.txt").write_text("The mayor called it “a café of Łódź”.\n", encoding="utf-8")
    environment = home(tmp_path) | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    with PtySession([*PARALLAX, str(tmp_path / "news")], env=environment) as session:
        session.wait_for("Library")
        session.send("\r")
        session.wait_for('| The mayor called it "a cafe of Lodz".')
        assert bytes(session.received).isascii()
