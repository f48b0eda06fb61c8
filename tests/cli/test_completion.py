"""What shells are told, and the manual page: both made from the commands there are."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from reader.cli import COMMANDS, READ
from reader.cli.group import main
from reader.cli.man import page, quoted
from reader.library.options import OPTIONS
from reader.tui.keymap import KEYS


def completed(words: str, at: int, **environment: str) -> list[list[str]]:
    """What the program answers bash that asks for the word of that number: kinds and values."""
    asked = {"_PARALLAX_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(at)}
    program = "import sys; sys.argv[0] = 'parallax'; from reader.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env=os.environ | asked | environment,
        timeout=60,
    )
    return [row.split(",") for row in done.stdout.splitlines()]


def test_the_first_word_may_be_a_path_or_a_command() -> None:
    assert completed("parallax com", 1) == [["file", "com"], ["plain", "compare"], ["plain", "completion"]]


def test_options_and_their_values_are_completed() -> None:
    assert ["plain", "--format"] in completed("parallax compare --f", 2)
    assert completed("parallax compare --format h", 3) == [["plain", "html"]]
    assert completed("parallax completion z", 2) == [["plain", "zsh"]]
    assert completed("parallax compare news", 2) == [["file", "news"]]
    assert completed("parallax news more", 2) == [["file", "more"]]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_a_script_that_it_can_read(shell: str, tmp_path: Path) -> None:
    script = CliRunner().invoke(main, ["completion", shell]).output
    assert "_PARALLAX_COMPLETE" in script
    if (there := shutil.which(shell)) is not None:
        (tmp_path / "script").write_text(script)
        checked = subprocess.run([there, "-n", tmp_path / "script"], capture_output=True, text=True, timeout=60)
        assert (checked.returncode, checked.stderr) == (0, "")


def test_the_manual_tells_every_command_option_and_key() -> None:
    text = "\n".join(page(main))
    ctx = click.Context(main, info_name="parallax")
    for name in (READ, *COMMANDS):
        command = main.get_command(ctx, name)
        assert command is not None
        assert f'.SS "parallax {quoted(name)}' in text
        for param in command.params:
            for option in param.opts if isinstance(param, click.Option) else ():
                assert quoted(option) in text
    assert all(f"[{quoted(key.id)}]" in text for key in KEYS)
    assert all(f".B {option.name}:" in text for option in OPTIONS)


def test_no_line_of_the_manual_is_a_request_by_accident() -> None:
    known = {".TH", ".SH", ".SS", ".TP", ".B", ".PP", ".nf", ".fi", ".br", ".BR"}
    assert {row.split(" ")[0] for row in page(main) if row.startswith((".", "'"))} <= known
    assert all(row for row in page(main))


@pytest.mark.skipif(shutil.which("groff") is None, reason="needs groff")
def test_the_manual_is_set_without_a_warning() -> None:
    done = subprocess.run(
        ["groff", "-man", "-K", "utf8", "-T", "utf8", "-ww"],
        input="\n".join(page(main)) + "\n",
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
