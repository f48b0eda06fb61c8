"""Pins outlive the program, the article's edits and each other's writers; what cannot be kept is told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library import LibraryError
from reader.library.notebook import FILE, Notebook, Pin, find
from reader.model import Span
from reader.text.quoting import places
from reader.text.sanitise import one_line

TEXT = "The mill burned down on Monday.\nNobody was hurt, the owner said. It had stood for a century.\n"
WORDS = "Nobody was hurt, the owner said."
START = TEXT.index(WORDS)
PIN = Pin(
    None, "2031-05-04T10:00:00+00:00", "mill", "/news/mill.txt", "f" * 64, "a" * 64, "Dorn Post", "Mill burns",
    "2031-05-03", "", START, START + len(WORDS), WORDS, "ask the owner",
)  # fmt: skip

WRITER = """
import sys
from dataclasses import replace
from reader.library.notebook import Notebook
from tests.library.test_notebook import PIN
notebook = Notebook(sys.argv[1])
for number in range(int(sys.argv[3])):
    notebook.put(replace(PIN, note=f"{sys.argv[2]} {number}"))
    print(number, flush=True)
"""


def test_what_is_pinned_is_there_in_the_next_program(tmp_path: Path) -> None:
    notebook = Notebook(tmp_path / "new")
    assert notebook.pins() == ()
    assert not (tmp_path / "new").exists()  # to look makes no file
    first = notebook.put(PIN)
    second = notebook.put(replace(PIN, made="2031-05-04T11:00:00+00:00", note=""))
    notebook.close()
    again = Notebook(tmp_path / "new")
    assert again.pins() == (second, first)
    changed = again.put(replace(first, note="asked"))
    assert again.pins() == (second, changed)
    again.remove(first)
    assert again.pins() == (second,)
    again.put(changed)  # taken back
    assert again.pins() == (second, changed)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (TEXT, START),
        (f"Corrected on Tuesday.\n{TEXT}", START + 22),
        (TEXT.replace("hurt, the", "hurt,\n  the"), START),
        (f"{TEXT}\n{WORDS}", START),  # of two places the nearer one
        (TEXT.replace(WORDS, "Nobody died."), None),
        ("", None),
    ],
)
def test_a_pin_is_found_again_by_its_words(text: str, start: int | None) -> None:
    found = find(PIN, text)
    assert (found.start if found else None) == start
    assert found is None or one_line(found.of(text)) == WORDS


@given(st.text(max_size=60), st.text("a b\n.*", max_size=12), st.text(max_size=60))
def test_places_hold_the_words(before: str, words: str, after: str) -> None:
    text = before + words + after
    found = list(places(words, text))
    assert all(text[start:end].split() == words.split() for start, end in found)
    assert bool(found) == bool(words.split())


def test_a_hostile_pattern_is_only_words() -> None:
    assert list(places("(a+)+$ .*", "x (a+)+$  .* y")) == [(2, 12)]
    assert find(replace(PIN, words="a|b"), "a b") is None
    assert Span(0, 3) == find(replace(PIN, words="a|b", start=90, end=93), "a|b")


def test_several_programs_write_at_once(tmp_path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), name, "20"], stdout=subprocess.DEVNULL)
        for name in "ab"
    ]
    own = Notebook(tmp_path)
    for number in range(20):
        own.put(replace(PIN, note=f"c {number}"))
    assert [writer.wait() for writer in writers] == [0, 0]
    assert {pin.note for pin in own.pins()} == {f"{name} {n}" for name in "abc" for n in range(20)}
    assert len({pin.id for pin in own.pins()}) == 60


def test_a_killed_program_loses_no_note_that_it_kept(tmp_path: Path) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path), "a", "1000000"], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout
    done = -1
    while done < 20:
        done = int(writer.stdout.readline())
    os.kill(writer.pid, signal.SIGKILL)
    writer.communicate()
    assert {f"a {n}" for n in range(done + 1)} <= {pin.note for pin in Notebook(tmp_path).pins()}


@pytest.mark.parametrize("damage", ["a folder", "a file", "noise"])
def test_a_notebook_that_cannot_be_used_says_so(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "data"
    if damage == "a file":
        folder.write_text("in the way")
    elif damage == "a folder":
        (folder / FILE).mkdir(parents=True)
    else:
        folder.mkdir()
        (folder / FILE).write_bytes(b"no database at all" * 100)
    notebook = Notebook(folder)
    with pytest.raises(LibraryError, match=FILE):
        notebook.put(PIN)
    if damage == "noise":
        (folder / FILE).unlink()
        assert notebook.put(PIN).id == 1  # put right meanwhile
