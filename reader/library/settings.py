"""The user's configuration: ``config.yaml`` in the configuration folder, every key optional.

========== ============== ==================================================================================
library    path           the folder opened when no path is given (``~`` is the home)
mouse      true or false  whether the mouse is listened to
theme      name           the theme of the screens
keys       id: keys       keys by the id of what they do
networks   networks       private networks that `parallax add` may ask, with blanks between (as 192.168.1.0/24)
========== ============== ==================================================================================

``PARALLAX_LIBRARY`` names another library for one run.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.library.errors import LibraryError
from reader.library.marks import data_folder
from reader.library.plain_yaml import Entries, YamlError, parse
from reader.text.sanitise import one_line, sanitise

if TYPE_CHECKING:
    from reader.model import Problem

_SHAPES: Mapping[str, tuple[type, str]] = {
    "library": (str, "the path of a folder"),
    "theme": (str, "the name of a theme"),
    "mouse": (str, "true or false"),
    "keys": (Entries, "a list of ids, each with its keys"),
    "networks": (str, "networks as 192.168.1.0/24, with blanks between"),
}
_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False, "none": True}


@dataclass(frozen=True, slots=True)
class Settings:
    """The configuration as read; ``problems`` tells what of it was ignored, with the line."""

    library: Path
    theme: str | None = None
    mouse: bool = True
    keys: Mapping[str, str] = field(default_factory=dict)
    networks: tuple[str, ...] = ()
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
    problems: list[Problem] = []
    entries = _entries(path, problems)

    def tell(key: str, line: int, message: str) -> None:
        from reader.model import Problem

        problems.append(Problem(str(path), f"{one_line(key)} {message}; ignored", line, fatal=False))

    for key, entry in entries.items():
        if key not in _SHAPES:
            tell(key, entry.line, f"is not a setting (known: {', '.join(_SHAPES)})")
        elif entry.value is not None and not isinstance(entry.value, _SHAPES[key][0]):
            tell(key, entry.line, f"is not {_SHAPES[key][1]}")
        elif key == "mouse" and str(entry.value).lower() not in _FLAGS:
            tell(key, entry.line, "is neither true nor false")
        elif key == "networks" and not all(map(_is_network, str(entry.value or "").split())):
            tell(key, entry.line, f"is not {_SHAPES[key][1]}")
    named, theme, mouse, keys, networks = (_value(entries, key) for key in _SHAPES)
    chosen = {}
    for name, entry in (keys if isinstance(keys, Entries) else Entries()).items():
        if isinstance(entry.value, str):
            chosen[name] = entry.value
        else:
            tell(name, entry.line, "has no key")
    library = os.environ.get("PARALLAX_LIBRARY") or (named and os.path.join(path.parent, os.path.expanduser(named)))
    return Settings(
        library=Path(os.path.expanduser(library)) if library else _default_library(),
        theme=theme,
        mouse=_FLAGS.get(str(mouse).lower(), True),
        keys=chosen,
        networks=tuple(filter(_is_network, (networks or "").split())),
        problems=tuple(problems),
    )


def _is_network(words: str) -> bool:
    import ipaddress  # for the few who set one

    try:
        return bool(ipaddress.ip_network(words, strict=False))
    except ValueError:
        return False


def _value(entries: Entries, key: str) -> Any:
    """The value of a key, if it has the shape it should have."""
    value = entries[key].value if key in entries else None
    return value if isinstance(value, _SHAPES[key][0]) else None


def _entries(path: Path, problems: list[Problem]) -> Entries:
    """The entries of the file, none where it cannot be read."""
    if not os.path.exists(path):
        return Entries()
    from reader.library.loading import read_bytes  # whoever has no configuration does not wait for this
    from reader.model import Problem
    from reader.text.decode import decode

    try:
        found = parse(sanitise(decode(read_bytes(str(path)))[0]))
    except LibraryError as error:
        problems.append(replace(error.problem, fatal=False))
    except YamlError as error:
        problems.append(Problem(str(path), f"configuration {error}; ignored", error.line, fatal=False))
    else:
        if isinstance(found, Entries):
            return found
        if found is not None:
            problems.append(Problem(str(path), "configuration is no list of keys and values; ignored", 1, fatal=False))
    return Entries()
