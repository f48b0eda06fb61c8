"""The user's configuration: ``config.yaml`` in the configuration folder, every key optional.

What may stand in it is said by the table of ``reader.library.options``. ``PARALLAX_LIBRARY`` names another library for
one run.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.library.marks import data_folder

if TYPE_CHECKING:
    from reader.library.plain_yaml import Entries, Entry
    from reader.model import Problem

# Whoever has no configuration waits for none of what reads one.


class Settings(NamedTuple):
    """The configuration as read; ``problems`` tells what of it was ignored, with line and column.

    Where the file says nothing, ``theme`` is ``None`` and ``themes`` empty: what the terminal asks for, and all there
    are. ``width`` counts columns. ``places`` has the line and column of what was given, from 1: of the value of an
    option by its name, of a choice of keys as ``keys.ID``.
    """

    library: Path
    theme: str | None = None
    themes: tuple[str, ...] = ()
    preset: str = "vim"
    keys: Mapping[str, str] = MappingProxyType({})
    mouse: bool = True
    width: int = 72
    slow_link: str = "auto"
    networks: tuple[str, ...] = ()
    path: str = ""
    places: Mapping[str, tuple[int, int]] = MappingProxyType({})
    problems: tuple[Problem, ...] = ()

    def problem(self, name: str, message: str) -> Problem:
        """A problem with an option, or with a choice of keys (``keys.ID``), at its place."""
        from reader.model import Problem
        from reader.text.sanitise import one_line

        line, column = self.places.get(name, (None, None))
        return Problem(self.path, f"{one_line(name)} {one_line(message)}", line, False, column)


def configuration_file() -> Path:
    """Where the configuration stands, whether there is one or not."""
    from platformdirs import user_config_path

    return user_config_path("parallax", appauthor=False) / "config.yaml"


def sample_library() -> Path:
    """The library that comes with the program: inside the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    packaged = package / "articles"
    return packaged if packaged.is_dir() else package.parent / "articles"


def own_library() -> Path:
    """Where articles are added: the library that is configured, else one in the user's data folder."""
    configured = read_settings().library
    return data_folder() / "library" if configured == sample_library() else configured


def _default_library() -> Path:
    """The reader's own library once something was added to it; the sample before."""
    own = data_folder() / "library"
    return own if own.is_dir() and any(own.iterdir()) else sample_library()


def read_settings(path: Path | None = None) -> Settings:
    """The settings in force. A missing file is no problem, a bad one is told and ignored; nothing raises."""
    path = path or configuration_file()
    given = _given(path) if os.path.exists(path) else {}
    named = given.pop("library", None)
    library = os.environ.get("PARALLAX_LIBRARY") or (named and os.path.join(path.parent, os.path.expanduser(named)))
    return Settings(
        library=Path(os.path.expanduser(library)) if library else _default_library(), path=str(path), **given
    )


def _given(path: Path) -> dict[str, Any]:
    """What a file gives of the settings, its ``places`` and ``problems`` with it."""
    from reader.library.options import BY_NAME, nearest
    from reader.library.plain_yaml import Entries
    from reader.model import Problem
    from reader.text.sanitise import one_line

    problems: list[Problem] = []
    entries = entries_of(path, problems)
    given: dict[str, Any] = {}
    places: dict[str, tuple[int, int]] = {}

    def tell(name: str, message: str, place: tuple[int, int]) -> None:
        problems.append(Problem(str(path), f"{one_line(name)} {one_line(message)}; ignored", place[0], False, place[1]))

    for name, entry in entries.items():
        if name not in BY_NAME:
            known = ", ".join(BY_NAME)
            told = nearest(name, list(BY_NAME)) or f" (known: {known})"
            tell(name, f"is not a setting{told}", (entry.line, entry.column))
        elif entry.value is not None:
            try:
                given[name] = BY_NAME[name].read(entry.value)
                places[name] = entry.place
            except ValueError as error:
                tell(name, str(error), entry.place)
    keys = given.pop("keys", Entries())
    for repeated in (entries, keys):
        for name, line in repeated.repeated:
            tell(name, "is given before", (line, 1))
    chosen = {}
    for name, entry in keys.items():
        if (words := _keys(entry)) is None:
            tell(f"keys.{name}", "has no key (none takes its keys away)", entry.place)
        else:
            chosen[name], places[f"keys.{name}"] = words, entry.place
    return {**given, "keys": chosen, "places": places, "problems": tuple(problems)}


def _keys(entry: Entry) -> str | None:
    """The keys chosen for an action, with blanks between."""
    value = entry.value
    if isinstance(value, list) and value and all(isinstance(key, str) for key in value):
        return " ".join(map(str, value))
    return value if isinstance(value, str) and value else None


def entries_of(path: Path, problems: list[Problem]) -> Entries:
    """The entries of a file of the configuration folder, none where it cannot be read; why is added to ``problems``."""
    from reader.library.errors import LibraryError
    from reader.library.plain_yaml import Entries, YamlError, parse

    if not os.path.exists(path):
        return Entries()
    from reader.library.loading import read_bytes
    from reader.model import Problem
    from reader.text.decode import decode
    from reader.text.sanitise import sanitise

    try:
        found = parse(sanitise(decode(read_bytes(str(path)))[0]))
    except LibraryError as error:
        problems.append(replace(error.problem, fatal=False))
    except YamlError as error:
        problems.append(Problem(str(path), f"{error}; ignored", error.line, False, error.column))
    else:
        if isinstance(found, Entries):
            return found
        if found is not None:
            problems.append(Problem(str(path), "is no list of keys and values; ignored", 1, False, 1))
    return Entries()
