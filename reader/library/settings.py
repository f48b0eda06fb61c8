"""The user's configuration: ``config.yaml`` in the configuration folder, every key optional.

========== ============== ==========================================================
library    path           the folder opened when no path is given (``~`` is the home)
mouse      true or false  whether the mouse is listened to
theme      name           the theme of the screens
keys       id: keys       keys by the id of what they do
========== ============== ==========================================================

``PARALLAX_LIBRARY`` names another library for one run.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reader.library.errors import LibraryError
from reader.library.loading import read_bytes
from reader.library.plain_yaml import Entries, YamlError, parse
from reader.model import Problem
from reader.text.decode import decode
from reader.text.sanitise import one_line, sanitise

KEYS = ("library", "mouse", "theme", "keys")


@dataclass(frozen=True, slots=True)
class Settings:
    """The configuration as read; ``problems`` tells what of it was ignored, with the line."""

    library: Path
    mouse: bool = True
    theme: str | None = None
    keys: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def configuration_file() -> Path:
    """Where the configuration stands, whether there is one or not."""
    from platformdirs import user_config_path

    return user_config_path("parallax", appauthor=False) / "config.yaml"


def sample_library() -> Path:
    """The library that comes with the program: inside the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    packaged = package / "articles"
    return packaged if packaged.is_dir() else package.parent / "articles"


def read_settings(path: Path | None = None) -> Settings:
    """The settings in force. A missing file is no problem, a bad one is told and ignored; nothing raises."""
    path = path or configuration_file()
    problems: list[Problem] = []
    entries = _entries(path, problems)

    def tell(key: str, message: str) -> None:
        problems.append(Problem(str(path), f"{one_line(key)} {message}; ignored", entries[key].line, fatal=False))

    def text(key: str) -> str | None:
        value = entries[key].value if key in entries else None
        if value is None or isinstance(value, str):
            return value
        return tell(key, "is not a text")

    for key in entries:
        if key not in KEYS:
            tell(key, f"is not a setting (known: {', '.join(KEYS)})")
    mouse = text("mouse")
    if mouse is not None and mouse.lower() not in ("true", "false", "yes", "no", "on", "off"):
        mouse = tell("mouse", "is neither true nor false")
    keys = entries["keys"].value if "keys" in entries else None
    if keys is not None and not isinstance(keys, Entries):
        keys = tell("keys", "is not a list of ids, each with its keys")
    chosen = {}
    for name, entry in (keys or {}).items():
        if isinstance(entry.value, str):
            chosen[name] = entry.value
        else:
            problems.append(Problem(str(path), f"keys: {one_line(name)} has no key; ignored", entry.line, fatal=False))
    given = os.environ.get("PARALLAX_LIBRARY")
    library = Path(given).expanduser() if given else None
    if not library and (named := text("library")):
        library = path.parent / Path(named).expanduser()
    return Settings(
        library=library or sample_library(),
        mouse=mouse is None or mouse.lower() in ("true", "yes", "on"),
        theme=text("theme"),
        keys=chosen,
        problems=tuple(problems),
    )


def _entries(path: Path, problems: list[Problem]) -> Entries:
    """The entries of the file, none where it cannot be read."""
    if not path.exists():
        return Entries()
    try:
        found = parse(sanitise(decode(read_bytes(str(path)))[0]))
    except LibraryError as error:
        problems.append(error.problem)
    except YamlError as error:
        problems.append(Problem(str(path), f"configuration {error}; ignored", error.line, fatal=False))
    else:
        if isinstance(found, Entries):
            return found
        if found is not None:
            problems.append(Problem(str(path), "configuration is no list of keys and values; ignored", 1, fatal=False))
    return Entries()
