"""What is copied, the bytes that carry it through tmux and screen, and what the reader is told of it."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.tui import copying
from reader.tui.copying import CHUNK, LARGEST, between, sequence
from reader.tui.desk import Desk
from tests.tui.stage import Memory, app, article, held, known, press, rows, settle
from tests.tui.test_results import searched

PLAIN = "\x1b]52;c;bmluZQ==\a"


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was sent to the terminal's clipboard, decoded."""
    found: list[str] = []

    def remember(text: str, environment: object) -> str:
        told = sequence(text, {"TERM": "xterm"})
        found.append(text)
        return told

    monkeypatch.setattr(copying, "sequence", remember)
    return found


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"TERM": "xterm-256color"}, PLAIN),
        ({"TERM": "linux"}, PLAIN),
        ({"TERM": "screen-256color", "TMUX": "/tmp/t,1,0"}, f"\x1bPtmux;\x1b{PLAIN}\x1b\\{PLAIN}"),
        ({"TERM": "tmux-256color"}, f"\x1bPtmux;\x1b{PLAIN}\x1b\\{PLAIN}"),
        ({"TERM": "screen", "STY": "1.tty"}, f"\x1bP{PLAIN}\x1b\\"),
        ({"TERM": "screen-256color"}, f"\x1bP{PLAIN}\x1b\\{PLAIN}"),  # ssh from either: nobody knows
    ],
)
def test_the_bytes_are_those_that_each_terminal_passes_on(environment: dict[str, str], expected: str) -> None:
    assert sequence("nine", environment) == expected


@given(st.text(max_size=3000))
def test_what_screen_is_sent_in_pieces_arrives_whole(text: str) -> None:
    told = sequence(text, {"TERM": "screen", "STY": "1.tty"})
    pieces = told.removesuffix("\x1b\\").split("\x1b\\")
    assert all(piece.startswith("\x1bP") and len(piece) <= CHUNK + 2 for piece in pieces)
    whole = "".join(piece[2:] for piece in pieces)
    assert whole.startswith("\x1b]52;c;")
    assert whole.endswith("\a")
    assert base64.b64decode(whole[7:-1]) == text.encode("utf-8", "replace")


def test_a_long_text_is_not_sent_unwrapped_where_screen_would_print_it() -> None:
    assert sequence("long " * 200, {"TERM": "screen"}).count("]52;c;") == 1
    assert between({"TERM": "screen"}) == "screen"


def test_more_than_terminals_take_is_refused() -> None:
    assert len(sequence("a" * LARGEST, {})) == 100_000
    with pytest.raises(ValueError, match=r"74,995 bytes, of at most 74,994"):
        sequence("a" * (LARGEST + 1), {})


async def test_a_passage_is_copied_with_its_source_and_the_reader_told_what_was_done(sent: list[str]) -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "j", "y")
        start = "The footbridge at Ostrel gave way on Sunday morning. "
        words = "About 12 people fell into the river Neme, the mayor said."
        place = f"characters {len(start)}–{len(start + words)} of post.txt"
        assert sent == [f"“{words}”\n— Ostrel Post, “Footbridge falls at fair”, 2031-05-04, {place}\n"]
        assert "sent to the terminal's clipboard  nothing there? w writes a file" in rows(pilot)[-2]
        await press(pilot, "2", "y")
        assert sent[1].startswith(f"“{words}\nDivers brought 9 of them")
        assert "2 sent to the terminal's clipboard" in rows(pilot)[-2]
        await press(pilot, "G", "9", "y")
        assert sent[2].startswith("“The band that had been playing")


async def test_tmux_is_told_what_to_set(sent: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMUX", "/tmp/t,1,0")
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "y")
        assert "sent to the terminal's clipboard  if not: set-clipboard on, or w" in rows(pilot)[-2]


async def test_the_article_is_copied_whole_unless_it_is_too_long(
    sent: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "Y")
        assert sent[0].startswith("Footbridge falls at fair\nOstrel Post · 2031-05-04\n\nThe footbridge at Ostrel")
        assert sent[0].endswith("nobody would run.\n")
        assert "article sent to the terminal's clipboard" in rows(pilot)[-2]
        monkeypatch.setattr(copying, "LARGEST", 500)
        await press(pilot, "Y")
        assert len(sent) == 1
        assert "not copied: too long, " in rows(pilot)[-2]
        assert "bytes, of at most 500 · w writes a file" in rows(pilot)[-2]


async def test_side_by_side_the_active_source_is_copied(sent: list[str]) -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "j", "j", "v", "tab", "y")
        assert sent[0].startswith("“Nine people were pulled")


async def test_the_board_copies_the_sentence_of_the_cell(sent: list[str]) -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "B", "y")
        assert sent[0].startswith("“About 12 people fell into the river Neme, the mayor said.”\n— Ostrel Post")


async def test_what_a_search_of_the_library_found_is_copied(sent: list[str]) -> None:
    async with app(known()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await searched(pilot, "bridge")
        await press(pilot, "j", "y")
        assert sent[0].startswith("“The bridge was built in 1961.”\n— Ostrel Post, “Footbridge falls at fair”")


@pytest.mark.parametrize(
    ("url", "told", "copied"),
    [
        ("https://ostrel.example/fair?a=1", "https://ostrel.example/fair?a=1 · sent to the clipboard", True),
        ("javascript:alert(1)", "no address of a web page, not copied: javascript:alert(1)", False),
        ("https://a.example/\x9b31m", "no address of a web page, not copied: https://a.example/\ufffd31m", False),
        ("https://a.example/ rm -rf", "no address of a web page, not copied", False),
        (None, "this article has no address", False),
    ],
)
async def test_an_address_is_shown_and_copied_if_it_is_one(
    sent: list[str], url: str | None, told: str, copied: bool
) -> None:
    desk = Desk(held([article("one", "The fair was held.", source="Post", title="Fair", url=url)]), Memory())
    async with app(desk).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "o")
        assert told in rows(pilot)[-2]
        assert sent == ([url] if copied else [])
