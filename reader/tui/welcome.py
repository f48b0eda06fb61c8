"""The first steps: five keys shown at the very first start, each until it was used."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.tui.keys import Keys


class Step(NamedTuple):
    """Actions of which a screen has one or none, and what its key does."""

    ids: tuple[str, ...]
    told: str


STEPS = (
    Step(("move.down",), "down"),
    Step(("list.open",), "read"),
    Step(("read.jump",), "same in another source"),
    Step(("read.back",), "back"),
    Step(("read.board", "list.board"), "compare"),
    Step(("app.help",), "help"),
)


class Welcome:
    """Which of the first steps the reader has still to take."""

    def __init__(self) -> None:
        self.left = list(STEPS)

    def took(self, name: str) -> bool:
        """An action was done; whether it was one of the steps left."""
        before = len(self.left)
        self.left = [step for step in self.left if name not in step.ids]
        return len(self.left) < before

    def pairs(self, keys: Keys, where: str) -> list[tuple[str, str]]:
        """The keys of the steps left that can be taken on a screen, and what they do there."""
        here = ((name, step.told) for step in self.left for name in step.ids if keys.of(name, where))
        return [(keys.first(name, where), told) for name, told in here]


def first_start(folder: Path) -> bool:
    """Whether the program was never started before, by what it kept in the user's data folder; then it was."""
    if (folder / "marks.sqlite").exists():
        return False
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "started").touch(exist_ok=False)
    except OSError:  # it was, or nothing can be kept
        return False
    return True
