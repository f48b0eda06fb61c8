"""The keys in force: the table of keys, changed by a preset, changed by what the reader chose for single actions."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.tui.keymap import ALWAYS, KEYS, PICK, READ, SECTIONS, Key
from reader.tui.presets import PRESETS

if TYPE_CHECKING:
    from textual.binding import Binding

NONE = "none"
"""Chosen in the place of keys: the action shall have none."""

_SIGNS = {
    "exclamation_mark": "!", "quotation_mark": '"', "number_sign": "#", "dollar_sign": "$", "percent_sign": "%",
    "ampersand": "&", "apostrophe": "'", "left_parenthesis": "(", "right_parenthesis": ")", "asterisk": "*",
    "plus": "+", "comma": ",", "minus": "-", "full_stop": ".", "slash": "/", "colon": ":", "semicolon": ";",
    "less_than_sign": "<", "equals_sign": "=", "greater_than_sign": ">", "question_mark": "?", "at": "@",
    "left_square_bracket": "[", "backslash": "\\", "right_square_bracket": "]", "circumflex_accent": "^",
    "underscore": "_", "grave_accent": "`", "left_curly_bracket": "{", "vertical_line": "|",
    "right_curly_bracket": "}", "tilde": "~",
}  # fmt: skip
"""The signs of a keyboard by the names that Textual gives their keys."""

_NAMED = {sign: name for name, sign in _SIGNS.items()}

_PRINTED = {"enter": "⏎", "pagedown": "PgDn", "pageup": "PgUp", "down": "↓", "up": "↑", "left": "←", "right": "→",
            "escape": "Esc", "home": "Home", "end": "End", "tab": "Tab"}  # fmt: skip

_WORDS = frozenset(
    "enter escape tab space backspace delete insert up down left right home end pageup pagedown".split()
) | {f"f{n}" for n in range(1, 25)}

_OTHERWISE = {"esc": "escape", "return": "enter", "pgup": "pageup", "pgdn": "pagedown", "del": "delete"}
"""Other words for keys, as people write them."""

_HELD = ("ctrl", "shift", "alt")

TAKEN = ("ctrl+c", "ctrl+z")
"""Keys that belong to the program whatever is chosen."""


class Clash(NamedTuple):
    """A key of ``loser`` that ``winner`` has on the screen ``where``; ``left``: the keys that ``loser`` keeps there.

    ``chosen`` tells whether the loser's key was chosen too, and not just its own by default.
    """

    key: str
    winner: str
    loser: str
    where: str
    left: tuple[str, ...]
    chosen: bool

    def __str__(self) -> str:
        has = f"{self.loser} has " + (" ".join(map(shown_key, self.left)) if self.left else "no key") + " left"
        return f"{shown_key(self.key)} is the key of {self.winner} ({SECTIONS[self.where]}); {has}"


class Told(NamedTuple):
    """A line of the help: keys or a sign as they are printed, what they do or mean, and the id by which keys change.

    No id: they cannot be changed. ``role`` is what they are drawn as.
    """

    keys: str
    told: str
    id: str = ""
    role: str = "key"


class Keys:
    """Which keys do what on each screen, found out when a screen is first asked for."""

    def __init__(self, preset: str, chosen: Mapping[str, Sequence[str]]) -> None:
        self._ranks = chosen, PRESETS[preset]
        self._found: dict[str, tuple[dict[str, tuple[str, ...]], list[Clash]]] = {}

    def _on(self, where: str) -> tuple[dict[str, tuple[str, ...]], list[Clash]]:
        if where not in self._found:
            self._found[where] = _shared_out(where, *self._ranks)
        return self._found[where]

    def of(self, name: str, where: str = "") -> tuple[str, ...]:
        """The keys of an action on a screen, or on the first it is for; none where it has none."""
        return self._on(where or _BY_ID[name].where[0])[0].get(name, ())

    def clashes(self) -> list[Clash]:
        """What clashed, on all screens."""
        chosen, _ = self._ranks
        return [clash for where in SECTIONS for clash in self._on(where)[1]] if chosen else []

    def first(self, name: str, where: str = "") -> str:
        """The first of its keys as it is printed, or a command that does the same."""
        keys = self.of(name, where)
        return shown_key(keys[0]) if keys else f":{name}"

    def bindings(self, where: str) -> list[Binding]:
        """The bindings of one screen."""
        from textual.binding import Binding

        return [
            Binding(name, key.action, key.told, show=False, id=key.id)
            for key in here(where)
            for name in self.of(key.id, where)
        ]

    def hints(self, where: str, without: Collection[str] = ()) -> list[tuple[str, str]]:
        """The first key of each action with a hint but those without, and the hint; the help last."""
        hinted = [key for key in here(where) if key.hint and key.id not in without and self.of(key.id, where)]
        return [(self.first(key.id, where), key.hint) for key in sorted(hinted, key=lambda key: key.id == "app.help")]

    def told(self, first: str = "") -> Iterator[tuple[str, list[Told]]]:
        """The help: each section with its keys; before all others that of a screen, with every key that works there.

        Keys that work alike on several screens come once.
        """
        for where in sorted(SECTIONS, key=lambda where: where != first):
            keys = [key for key in KEYS if where == (first if first in key.where else key.where[0])]
            rows = [Told(shown_keys(self.of(key.id, where)), key.told, key.id) for key in keys]
            if where == READ:
                rows.insert(1, Told(*PICK))
            if rows:
                yield SECTIONS[where], rows
        yield "Anywhere", [Told(*row) for row in ALWAYS]


def here(where: str) -> list[Key]:
    """The actions of a screen."""
    return [key for key in KEYS if where in key.where]


def in_force(preset: str = "vim", chosen: Mapping[str, Sequence[str]] | None = None) -> tuple[Keys, list[Clash]]:
    """The keys that a preset and choices by id make, and what clashed.

    On each screen a key has one action: that for which it was chosen, else that to which the preset gives it, else that
    of the table. Of two for which it was chosen the first has it. Keys are given by the names ``named`` returns; ids
    that do not exist are passed over. A clash is what a choice took from another choice, or from an action that has no
    key left and for which none was chosen.
    """
    keys = Keys(preset, chosen or {})
    return keys, keys.clashes()


def _shared_out(
    where: str, chosen: Mapping[str, Sequence[str]], preset: Mapping[str, str]
) -> tuple[dict[str, tuple[str, ...]], list[Clash]]:
    """The keys of each action of a screen, and what clashed there."""
    table = {key.id: key.keys for key in here(where)}
    owner: dict[str, str] = {}
    keys: dict[str, list[str]] = {}
    lost: list[tuple[str, str]] = []
    for choices in (chosen, preset, table):
        for name, wanted in choices.items():
            if name not in table or name in keys:
                continue
            keys[name] = []
            for key in named(wanted) if isinstance(wanted, str) else wanted:
                if owner.setdefault(key, name) == name:
                    keys[name].append(key)
                elif owner[key] in chosen:
                    lost.append((key, name))
    found = {name: tuple(dict.fromkeys(names)) for name, names in keys.items()}
    clashes = [
        Clash(key, owner[key], name, where, found[name], name in chosen)
        for key, name in lost
        if name in chosen or not found[name]
    ]
    return found, clashes


def named(keys: str | Sequence[str]) -> tuple[str, ...]:
    """Keys as Textual names them, of what is written with commas or blanks between: "?,pgdn" is two keys.

    Raises:
        ValueError: no key has such a name; the message says which.

    """
    words = keys.replace(",", " ").split() or ([","] if "," in keys else []) if isinstance(keys, str) else keys
    return () if list(words) == [NONE] else tuple(map(_named, words))


def _named(word: str) -> str:
    if word in _NAMED or len(word) == 1:
        if word.isdigit():
            raise ValueError(f"{word} is a count or the number of a source, and no key of its own")
        if not word.isprintable():
            raise ValueError("a character that cannot be typed is no key")
        return _NAMED.get(word, word)
    *held, last = word.split("+") if not word.endswith("++") else [*word[:-2].split("+"), "+"]
    held = [name.lower() for name in held]
    last = last if len(last) == 1 and "ctrl" not in held else _OTHERWISE.get(last.lower(), last.lower())
    if not set(held) <= set(_HELD) or not (len(last) == 1 or last in _WORDS or last in _SIGNS):
        raise ValueError(f"{word} is no key (as j, ?, ctrl+d, pagedown, f5)")
    name = "+".join([*(h for h in _HELD if h in held), _NAMED.get(last, last)])
    if name in TAKEN:
        raise ValueError(f"{name} belongs to the program")
    return name


def in_words(draws: Callable[[str], bool]) -> None:
    """Print by their names the keys whose signs the terminal cannot draw: "<" would be no word for Enter."""
    _PRINTED.update({key: key.capitalize() for key, sign in _PRINTED.items() if not all(map(draws, sign))})


def shown_key(key: str) -> str:
    """A key as it is printed."""
    *held, last = key.split("+") if key != "+" else ["+"]
    return "+".join([*held, _SIGNS.get(last, _PRINTED.get(last, last))])


def shown_keys(keys: Sequence[str]) -> str:
    """Keys as they are printed: "j ↓"."""
    return " ".join(map(shown_key, keys))


_BY_ID = {key.id: key for key in KEYS}
