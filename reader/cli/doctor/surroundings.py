"""The terminal and what stands between it and the program: colours, encoding, size, multiplexers, SSH, extras."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec

from reader.cli.doctor.finding import Finding
from reader.library.settings import read_settings
from reader.tui.pace import asked_once, told
from reader.tui.repertoire import OURS, console_font, given, lacking, plain

Ask = Callable[[str], "str | None"]
"""The value of an option of tmux; ``None``: it does not tell."""

LEAST, MEANT = (40, 10), (80, 24)
"""Columns and rows below which nothing is shown, and those that the screens are made for."""

_PATIENCE = 2.0  # seconds for tmux to answer

EXTRAS = {"trafilatura": "pages", "feedparser": "feeds"}
"""What the extra ``web`` installs, and what it is for."""


def surroundings(environment: Mapping[str, str] = os.environ) -> Iterator[Finding]:
    """Everything about the terminal, and the extra that may be missing."""
    yield terminal(environment, sys.stdin.isatty() and sys.stdout.isatty())
    yield colours(environment)
    yield encoding(sys.stdout.encoding or "ascii", environment)
    if environment.get("TERM", "").startswith("linux"):
        yield signs(console_font())
    if sys.stdout.isatty():
        yield size(*os.get_terminal_size(sys.stdout.fileno()))
    yield clipboard(environment, tmux_option)
    yield line(environment, answer_of_terminal)
    yield extra()


def terminal(environment: Mapping[str, str], interactive: bool) -> Finding:
    """Whether there is one that can place its cursor."""
    term = environment.get("TERM", "")
    if term in ("", "dumb", "unknown"):
        said = f"TERM is {term}" if term else "TERM is not set"
        advice = "set TERM to what your terminal is; `parallax show` and `parallax compare` work without"
        return Finding("terminal", "fail", f"{said}: the cursor cannot be placed", advice)
    if not interactive:
        advice = "run this in the terminal you read in; `parallax show` and `parallax compare` work without one"
        return Finding("terminal", "warn", f"TERM is {term}, but this is not run in a terminal", advice)
    return Finding("terminal", "ok", f"TERM is {term}")


def colours(environment: Mapping[str, str]) -> Finding:
    """How many colours are taken to be there, and what says so."""
    term, deep = environment.get("TERM", ""), environment.get("COLORTERM", "").strip().lower()
    if environment.get("NO_COLOR"):
        return Finding("colours", "ok", "none, for NO_COLOR is set: names are underlined, figures bold")
    if deep in ("truecolor", "24bit"):
        return Finding("colours", "ok", f"16 million, for COLORTERM is {deep}")
    advice = "the themes of the terminal's own colours look right; if it has more, set COLORTERM=truecolor"
    if term.endswith(("-256color", "-kitty")):
        return Finding("colours", "ok", f"256, for TERM is {term}", advice)
    return Finding("colours", "ok", f"16, for neither COLORTERM nor TERM ({term or 'not set'}) tells of more", advice)


def encoding(name: str, environment: Mapping[str, str]) -> Finding:
    """Whether signs beyond ASCII arrive as they are."""
    told = given(environment)
    said = next((f"{key}={told[key]}" for key in ("LC_ALL", "LC_CTYPE", "LANG") if told.get(key)), "")
    because = f" ({said})" if said else " (neither LC_ALL nor LANG is set)"
    if lacking(name) is None and not plain(environment):
        return Finding("encoding", "ok", f"UTF-8{because}")
    advice = "set LANG to a locale of UTF-8, as C.UTF-8; until then signs that are lacking are drawn in ASCII"
    return Finding("encoding", "warn", f"{'ASCII' if lacking(name) is None else name}{because}", advice)


def signs(font: frozenset[str] | None) -> Finding:
    """Which signs of the screens the font of the Linux console has."""
    if font is None:
        told = "those of ASCII, for TERM is linux and the font of the console cannot be asked from here"
        return Finding("signs", "ok", told)
    missing = "".join(sorted(OURS - font))
    if not missing:
        return Finding("signs", "ok", "the font of the console has all of them")
    names = " ".join(f"U+{ord(sign):04X}" for sign in missing)
    return Finding("signs", "ok", f"the font of the console lacks {len(missing)}, drawn in ASCII: {names}")


def size(columns: int, rows: int) -> Finding:
    """Whether there is room."""
    told = f"{columns}×{rows}"
    if columns < LEAST[0] or rows < LEAST[1]:
        return Finding("size", "fail", told, f"make the window {LEAST[0]}×{LEAST[1]} at least")
    if columns < MEANT[0] or rows < MEANT[1]:
        return Finding("size", "warn", told, f"from {MEANT[0]}×{MEANT[1]} on everything is shown")
    return Finding("size", "ok", told)


def clipboard(environment: Mapping[str, str], ask: Ask) -> Finding:
    """Whether what is copied (OSC 52) gets through to the clipboard of the terminal."""
    if "TMUX" in environment:
        own, through = ask("set-clipboard"), ask("allow-passthrough")
        told = f"tmux, set-clipboard {own or 'not known'}, allow-passthrough {through or 'not known'}"
        if own == "on" or through in ("on", "all"):
            return Finding("clipboard", "ok", told, "the terminal around tmux must take OSC 52 too")
        advice = "in ~/.tmux.conf: set -g set-clipboard on; until then write passages to files (key w)"
        return Finding("clipboard", "warn", told, advice)
    if "STY" in environment:
        told = "screen: what is copied goes through wrapped, as far as the terminal around it takes OSC 52"
        return Finding("clipboard", "ok", told)
    return Finding("clipboard", "ok", "no tmux or screen in between; what is copied is sent to the terminal (OSC 52)")


def tmux_option(name: str) -> str | None:
    """What the tmux around the program has set."""
    try:
        done = subprocess.run(
            ["tmux", "show-options", "-gv", name], capture_output=True, text=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip() or None if done.returncode == 0 else None


def line(environment: Mapping[str, str], answer: Callable[[], float | None]) -> Finding:
    """Whether the terminal is at the far end of a line, how fast that is, and what it means."""
    client = environment.get("SSH_CONNECTION", "").split(" ")[0]
    where = f"over SSH, from {client}" if client else "no SSH"
    advice = "addresses are shown and copied, nothing is opened on this side" if client else ""
    try:
        took = answer()
    except OSError:
        return Finding("line", "ok", where, advice)
    return Finding("line", "ok", f"{where}; {told(read_settings().slow_link, environment, took)}", advice)


def answer_of_terminal() -> float | None:
    """Seconds until the terminal says where its cursor is."""
    return asked_once(sys.stdin.fileno(), sys.stdout.fileno())


def extra() -> Finding:
    """Whether pages and feeds can be read."""
    missing = [f"{name} ({what})" for name, what in EXTRAS.items() if find_spec(name) is None]
    if missing:
        advice = "pip install 'parallax-reader[web]', to add pages and feeds"
        return Finding("extra web", "warn", f"not there: {', '.join(missing)}", advice)
    return Finding("extra web", "ok", "there: pages and feeds can be added")
