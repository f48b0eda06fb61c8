"""The options of the configuration in one table: reading, checking and the explained sample are made from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from reader.library.plain_yaml import Entries, Value

Read: TypeAlias = Callable[[Value], Any]
"""What a value means; ``ValueError`` says what it is not."""

FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


@dataclass(frozen=True, slots=True)
class Option:
    """One key of the file: ``sample`` is its value as the sample writes it, ``told`` explains it there."""

    name: str
    read: Read
    sample: str
    told: str


def word(what: str) -> Read:
    """One value, no list."""

    def read(value: Value) -> str:
        if not isinstance(value, str):
            raise ValueError(f"is not {what}")
        return value

    return read


def flag(value: Value) -> bool:
    """True or false, yes or no, on or off."""
    if not isinstance(value, str) or value.lower() not in FLAGS:
        raise ValueError("is neither true nor false")
    return FLAGS[value.lower()]


def choice(*words: str) -> Read:
    """One of some words."""

    def read(value: Value) -> str:
        if not isinstance(value, str) or value.lower() not in words:
            raise ValueError(f"is none of {', '.join(words)}{nearest(value, words)}")
        return value.lower()

    return read


def number(least: int, most: int) -> Read:
    """A whole number in a range."""

    def read(value: Value) -> int:
        if not isinstance(value, str) or not value.isascii() or not value.isdecimal() or len(value) > 9:
            raise ValueError(f"is not a number from {least} to {most}")
        if not least <= int(value) <= most:
            raise ValueError(f"is not between {least} and {most}")
        return int(value)

    return read


def words(value: Value) -> tuple[str, ...]:
    """A list of words, or words with blanks between."""
    found = value.replace(",", " ").split() if isinstance(value, str) else value
    if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
        raise ValueError("is not a list of names")
    return tuple(str(item) for item in found)


def networks(value: Value) -> tuple[str, ...]:
    """Networks, each by its first address and the length of its prefix."""
    import ipaddress  # for the few who set one

    try:
        found = words(value)
    except ValueError:
        raise ValueError("is not a list of networks (as 192.168.1.0/24)") from None
    for network in found:
        try:
            ipaddress.ip_network(network, strict=False)
        except ValueError:
            raise ValueError(f"holds {network}, which is not a network (as 192.168.1.0/24)") from None
    return found


def by_id(value: Value) -> Entries:
    """Keys by the ids of actions; what they are worth, those who know the keys say."""
    if not isinstance(value, Entries):
        raise ValueError("is not a list of ids, each with its keys")
    return value


def nearest(given: object, known: tuple[str, ...] | list[str]) -> str:
    """A word on the known name that is most like the one given, if any is."""
    from difflib import get_close_matches

    found = get_close_matches(str(given).lower(), known, 1)
    return f"; did you mean {found[0]}?" if found else ""


OPTIONS: tuple[Option, ...] = (
    Option(
        "library",
        word("the path of a folder"),
        "~/news",
        "The folder that is opened when no path is given, and to which articles are added (~ is the home; a relative "
        "path counts from the folder of this file). By default the sample that comes with the program, until you add "
        "something; then a folder of your own. PARALLAX_LIBRARY in the environment names another for one run.",
    ),
    Option(
        "theme",
        word("the name of a theme"),
        "terminal-dark",
        "The theme: terminal-dark, terminal-light (the terminal's own sixteen colours), parallax-dark, parallax-light, "
        "or the NAME of a file themes/NAME.yaml beside this one. By default the terminal's own colours, light or dark "
        "as COLORFGBG says.",
    ),
    Option(
        "themes",
        words,
        "[terminal-dark, terminal-light, parallax-dark, parallax-light]",
        "The themes that the key T goes through, in this order. By default all there are.",
    ),
    Option(
        "preset",
        choice("vim", "newsboat", "arrows"),
        "vim",
        "The keys to begin with: vim, newsboat or arrows.",
    ),
    Option(
        "keys",
        by_id,
        "{move.half_down: ctrl+d, read.side: [v, f5]}",
        "Keys for single actions, by the ids that the help (?) shows: one key, or several with commas or in a list; "
        "none takes the action's keys away. They outrank the preset. A key is written j, G, ?, ctrl+d, pagedown, f5.",
    ),
    Option("mouse", flag, "true", "Whether the mouse is listened to; false leaves selecting to the terminal."),
    Option(
        "width",
        number(40, 200),
        "72",
        "How wide prose is set, in columns, where there is room: 65 to 75 is read best. The key z uses all there is.",
    ),
    Option(
        "slow_link",
        choice("auto", "on", "off"),
        "auto",
        "How the line to the terminal is spared. auto: only what changes on the screen is sent, but inside tmux and "
        "screen, which see to that; and where the terminal is asked over SSH and answers late or not at all, what "
        "Elsewhere quotes follows when the cursor rests (`parallax doctor` tells what is measured). on: both, always. "
        "off: rows are sent whole and at once.",
    ),
    Option(
        "networks",
        networks,
        "[192.168.1.0/24]",
        "Private networks that `parallax add` may ask; none by default.",
    ),
)

BY_NAME = {option.name: option for option in OPTIONS}

_HEAD = """\
The configuration of parallax. Everything in it is optional: take the # away from an option to set it.
`parallax config --check` tells what is wrong with this file."""

_WIDTH = 104


def sample() -> str:
    """A configuration file that explains every option and sets none."""
    from textwrap import wrap

    parts = ["".join(f"# {line}\n" for line in _HEAD.splitlines())]
    for option in OPTIONS:
        told = "".join(f"# {line}\n" for line in wrap(option.told, _WIDTH - 2))
        parts.append(f"{told}#{option.name}: {option.sample}\n")
    return "\n".join(parts)
