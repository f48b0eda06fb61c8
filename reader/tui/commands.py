"""What may be typed after ``:`` — which commands a line may mean, and which is the nearest to one that means none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done on the screen in front.

    ``name`` is what is typed: the id of an action, or a word of its own. ``choices`` are what may follow the word;
    ``takes`` says in a word what that is ("NAME"; empty: nothing follows). ``action`` is what Textual runs for it.
    """

    name: str
    told: str
    keys: str = ""
    action: str = ""
    takes: str = ""
    choices: Sequence[str] = field(default=(), compare=False)
    others: tuple[str, ...] = ()
    """Other names, which are not listed."""


@dataclass(frozen=True, slots=True)
class Meant:
    """A command with what follows it."""

    command: Command
    follows: str = ""

    @property
    def line(self) -> str:
        """What would be typed for it."""
        return f"{self.command.name} {self.follows}".rstrip()

    @property
    def unfinished(self) -> bool:
        """Whether something has to follow yet."""
        return bool(self.command.takes) and not self.follows


def exactly(line: str, commands: Sequence[Command]) -> Meant | None:
    """The command that the line names in full, with what follows it."""
    name, _, follows = line.strip().partition(" ")
    for command in commands:
        if name == command.name or name in command.others:
            return Meant(command, follows.strip()) if command.takes or not follows else None
    return None


def candidates(line: str, commands: Sequence[Command]) -> list[Meant]:
    """What the line may mean, the likeliest first: by its name, by part of it, by the words that explain it."""
    line = line.lstrip()
    found = exactly(line, commands) if " " in line else None
    if found is not None:
        wanted = found.follows.casefold()
        ranked = sorted((_rank(wanted, [choice]), n, choice) for n, choice in enumerate(found.command.choices))
        return [Meant(found.command, choice) for rank, _, choice in ranked if rank < _NOT] or [found]
    wanted = line.casefold().strip()
    ranks = [(_rank(wanted, [c.name, *c.name.split(".")], c.others, c.told), c) for c in commands]
    return [Meant(command) for rank, command in sorted(ranks, key=lambda one: one[0]) if rank < _NOT]


def nearest(line: str, commands: Sequence[Command]) -> str:
    """The name, or part of a name, most like the first word of the line; empty where none is."""
    from difflib import get_close_matches

    whole = {part: command.name for command in reversed(commands) for part in (command.name, *_parts(command.name))}
    found = get_close_matches(line.split(" ")[0].casefold(), list(whole), 1, 0.65)
    return whole[found[0]] if found else ""


BRIEF = 2
"""Letters of a word that is taken for the beginning of a name and nothing else: ``:w`` is not ``:wq``, to quit."""

_NOT = 9
"""The rank of what a line does not mean."""


def _parts(name: str) -> list[str]:
    return [part for whole in name.split(".") for part in (whole, *whole.split("_"))]


def _rank(wanted: str, names: Sequence[str], others: Sequence[str] = (), told: str = "") -> int:
    """How well words name something: 0 its name, 1 its beginning, 2 that of a part, 3 and 4 what explains it."""
    folded = [name.casefold() for name in names]
    words = wanted.split()
    if wanted == folded[0]:
        return 0
    if folded[0].startswith(wanted):
        return 1
    if any(name.startswith(wanted) for name in folded[1:]):
        return 2
    if not words or min(map(len, words)) <= BRIEF:
        return _NOT
    if any(name.startswith(wanted) for name in others):
        return 2
    text = " ".join([*folded, *others, told.casefold()]).replace(".", " ").replace("_", " ")
    if all(any(part.startswith(word) for part in text.split()) for word in words):
        return 3
    return 4 if all(word in text for word in words) else _NOT
