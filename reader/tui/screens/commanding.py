"""The commands of a screen: its actions by their ids, and words for what no key can say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING

from reader.tui.commands import Command, Meant, nearest
from reader.tui.content.listing import ORDERS
from reader.tui.content.pieces import shown
from reader.tui.keymap import BOARD, LIST, PAGER, READ, SECTIONS, SIDE
from reader.tui.keys import here, shown_keys
from reader.tui.presets import PRESETS
from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.reading import ReadingScreen
from reader.tui.screens.side import SideScreen
from reader.tui.widgets.command_line import CommandLine

if TYPE_CHECKING:
    from reader.tui.desk import Desk
    from reader.tui.screens.base import BaseScreen

ITSELF = "app.command"
"""The action that opens the line; it is not listed in it."""

CLOSES = ("leave", "quit")
"""Actions that close a screen."""


@dataclass(frozen=True, slots=True)
class Word:
    """A command that is no action: what follows it, on which screens (empty: on all), and what it does with that."""

    name: str
    takes: str
    told: str
    where: tuple[str, ...]
    run: Callable[[BaseScreen, str], object]
    choices: Callable[[BaseScreen], Sequence[str]] = lambda screen: ()
    others: tuple[str, ...] = ()


async def open_command_line(screen: BaseScreen) -> None:
    """Let the reader type a command."""
    found = screen.query(CommandLine)
    line = found.first() if found else CommandLine()
    if not found:
        await screen.mount(line)
    screen.show_hints(False)
    line.ask(commands(screen), screen.desk.bookmarks.searches("command"), partial(_answered, screen))


def commands(screen: BaseScreen) -> list[Command]:
    """All that can be done on the screen, the words first."""
    keys, idle = screen.parallax.keys, _idle(screen)
    words = [
        Command(word.name, word.told, takes=word.takes, choices=word.choices(screen), others=word.others)
        for word in WORDS
        if not word.where or screen.WHERE in word.where
    ]
    actions = [
        Command(key.id, key.told, shown_keys(keys.of(key.id, screen.WHERE)[:2]), key.action)
        for key in here(screen.WHERE)
        if key.id != ITSELF and key.id not in idle
    ]
    return [*words, *actions]


def _idle(screen: BaseScreen) -> set[str]:
    """Actions that would do nothing now."""
    idle: set[str] = set()
    if isinstance(screen, LibraryScreen):
        idle |= {"list.problems"} if not screen.desk.problems else set()
        idle |= {"list.all"} if not screen.filter else set()
    if isinstance(screen, ReadingScreen):
        idle |= {"search.next", "search.previous"} if not screen.found.words else set()
        others = screen.sources()
        if not any(other.leads for other in others):
            idle |= {"read.jump", "read.next_source", "read.previous_source"}
        if not any(other.links for other in others):
            idle |= {"read.confirm", "read.reject"}
    return idle


def _answered(screen: BaseScreen, meant: Meant | str) -> None:
    screen.show_hints()
    screen.tell_status()
    if not meant:
        return
    screen.desk.bookmarks.searched("command", meant if isinstance(meant, str) else meant.line)
    if isinstance(meant, str):
        if not meant.isdecimal():
            return _unknown(screen, meant)
        screen.take_count(int(meant[:6]))
        screen.call_next(_act, screen, "end(True)")
    elif meant.command.action:
        screen.call_next(_act, screen, meant.command.action)
    else:
        word = next(word for word in WORDS if word.name == meant.command.name)
        screen.call_next(word.run, screen, meant.follows)


async def _act(screen: BaseScreen, action: str) -> None:
    """Do what a key would."""
    await screen.app.run_action(action, screen)
    screen.count()  # which the action may have had no use for


def _unknown(screen: BaseScreen, line: str) -> None:
    near = nearest(line, commands(screen))
    hint = [("  did you mean ", "quiet"), (near, "label")] if near else [("  ? lists what there is", "quiet")]
    screen.say((f"no command {shown(line)}", "differs"), *hint)


# ---- what the words do


async def _close(screen: BaseScreen, _: str) -> None:
    action = next(key.action for key in here(screen.WHERE) if key.action in CLOSES)
    await _act(screen, action)


def _leave(screen: BaseScreen, _: str) -> None:
    screen.parallax.leave()


def _help(screen: BaseScreen, words: str) -> None:
    from reader.tui.screens.help import HelpScreen

    screen.app.push_screen(HelpScreen(screen.WHERE, words))


def _theme(screen: BaseScreen, name: str) -> None:
    known = screen.parallax.configured.theme_names()
    if name not in known:
        return screen.say((f"no theme {shown(name)}: {', '.join(map(shown, known))}", "differs"))
    screen.told_theme(screen.parallax.wear(name))


def _preset(screen: BaseScreen, name: str) -> None:
    if name not in PRESETS:
        return screen.say((f"no preset {shown(name)}: {', '.join(PRESETS)}", "differs"))
    screen.parallax.use_preset(name)
    screen.say((f"keys of {name}", "label"), ("  `preset:` in the configuration keeps them", "quiet"))


def _sort(screen: BaseScreen, order: str) -> None:
    found = next((known for known in ORDERS if known == order), None)
    if found is None or not isinstance(screen, LibraryScreen):
        return screen.say((f"no order {shown(order)}: {', '.join(ORDERS)}", "differs"))
    screen.order = found
    screen.show()


def _add(screen: BaseScreen, source: str) -> None:
    if screen.parallax.adding is not None:
        return screen.say(("still adding: Esc stops it", "quiet"))
    screen.parallax.add(source)
    screen.tell_status()


def _source(screen: BaseScreen, name: str) -> None:
    number = next((n for n, known in enumerate(_sources(screen), 1) if known.casefold() == name.casefold()), 0)
    if not number:
        return screen.say((f"no source {shown(name)} here", "differs"))
    if isinstance(screen, LibraryScreen):
        screen.order, screen.filter = "source", ""
        screen.show()
        screen.shelf.go_end(False)
        screen.shelf.step_heading(number - 1)
    elif isinstance(screen, ReadingScreen) and not (found := screen.sources()[number - 1]).leads:
        screen.parallax.history.leave(screen.here)
        screen.go_to(found.article.id, 0)
        screen.say(("it has nothing that corresponds", "quiet"))
    elif isinstance(screen, ReadingScreen):
        screen.jump_to(screen.sources()[number - 1])
    else:
        screen.pick(number)


def _sources(screen: BaseScreen) -> list[str]:
    """The outlets that can be gone to."""
    if isinstance(screen, LibraryScreen):
        return _outlets(screen.desk)
    if isinstance(screen, ReadingScreen):
        return _numbered([shown(other.article.outlet) for other in screen.sources()])
    if isinstance(screen, SideScreen):
        return _numbered([shown(analysis.article.outlet) for analysis in screen.comparison.analyses])
    return []


def _numbered(names: Sequence[str]) -> list[str]:
    """Names told apart: of one that comes again the second is "NAME (2)"."""
    return [name if (n := names[: at + 1].count(name)) == 1 else f"{name} ({n})" for at, name in enumerate(names)]


def _outlets(desk: Desk) -> list[str]:
    """The sources of the library as they are written, in the order of the list; the articles without one are left out.

    The list itself has them folded.
    """
    arranged = desk.arranged("source")
    starts = accumulate((group.size for group in arranged.groups), initial=0)
    first = [desk.row(arranged.keys[start]) for start, _ in zip(starts, arranged.groups, strict=False)]
    return [shown(row.source) for row in first if row is not None and row.source]


def _page(screen: BaseScreen, name: str) -> None:
    names = _pages(screen)
    found = next((n for n, known in enumerate(names, 1) if known.casefold() == name.casefold()), 0)
    if not found:
        return screen.say((f"no page {shown(name)}: {', '.join(names)}", "differs"))
    screen.pick(found)


def _pages(screen: BaseScreen) -> Sequence[str]:
    from reader.tui.screens.pages import NAMES

    return NAMES


WORDS: tuple[Word, ...] = (
    Word("quit", "", "close this; in the library, quit", (), _close, others=("q", "q!", "x", "wq", "close")),
    Word("qall", "", "quit from anywhere; the place in every text is kept", (), _leave, others=("qa", "qa!", "exit")),
    Word("source", "NAME", "go to that source", (READ, LIST, SIDE), _source, _sources),
    Word("sort", "ORDER", "order the list", (LIST,), _sort, lambda screen: ORDERS),
    Word("page", "NAME", "show that page of the board", (BOARD,), _page, _pages),
    Word("add", "WHAT", "add from an address or a path", (LIST, READ), _add),
    Word(
        "theme",
        "NAME",
        "change to that theme",
        (),
        _theme,
        lambda screen: screen.parallax.configured.theme_names(),
        ("colorscheme", "colo"),
    ),
    Word("preset", "NAME", "change all keys, for now", (), _preset, lambda screen: list(PRESETS)),
    Word(
        "help", "WORDS", "search the help", tuple(where for where in SECTIONS if where != PAGER), _help, others=("h",)
    ),
)
"""The words in the order in which they are listed."""
