"""Word lists kept as data: plain text, the origin in the comment at the top, sections in square brackets."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_ROOT = Path(__file__).parents[2]


@cache
def sections(package: str, name: str) -> dict[str, tuple[str, ...]]:
    """The lines of ``data/<name>.txt`` in that package by section, comments and empty lines left out.

    Lines above the first section stand under ``""``. ``FileNotFoundError`` where there is no such list.
    """
    found: dict[str, list[str]] = {}
    lines = found.setdefault("", [])
    path = _ROOT.joinpath(*package.split("."), "data", f"{name}.txt")
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if line.startswith("[") and line.endswith("]"):
            lines = found.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return {section: tuple(lines) for section, lines in found.items()}


@cache
def words_of(package: str, name: str, section: str = "") -> frozenset[str]:
    """The words of one section of a list whose words stand apart by blanks."""
    return frozenset(word for line in sections(package, name)[section] for word in line.split())
