"""Imports point down only, and nothing heavy is loaded before it is needed."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "reader"

BELOW: dict[str, set[str]] = {
    "model": set(),
    "text": {"model"},
    "intake": {"text", "model"},
    "library": {"intake", "text", "model"},
    "analysis": {"library", "intake", "text", "model"},
    "comparison": {"analysis", "library", "intake", "text", "model"},
    "export": {"comparison", "analysis", "library", "intake", "text", "model"},
    "tui": {"export", "comparison", "analysis", "library", "intake", "text", "model"},
    "cli": {"tui", "export", "comparison", "analysis", "library", "intake", "text", "model"},
}
"""What each layer may import besides itself."""

FACES = {"textual": {"tui"}, "rich": {"tui", "cli"}, "click": {"cli"}}
"""Libraries that draw or talk, and the layers they belong to."""

HEAVY = {
    "textual",
    "rich",
    "numpy",
    "http.client",
    "urllib.request",
    "html.parser",
    "lxml",
    "trafilatura",
    "feedparser",
}


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """The modules that a file imports, anywhere in it, as far as they are looked at."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import"
            if node.module == "reader":
                yield from ((f"reader.{alias.name}", node.lineno) for alias in node.names)
            else:
                yield node.module or "", node.lineno


def layered() -> list[tuple[Path, str]]:
    """Every file with its layer; what stands above all layers is left out."""
    files = [(path, path.relative_to(PACKAGE).parts[0].removesuffix(".py")) for path in PACKAGE.rglob("*.py")]
    return [(path, layer) for path, layer in files if layer not in ("__init__", "__main__")]


def test_every_folder_is_a_layer() -> None:
    assert {layer for _, layer in layered()} == set(BELOW)


def test_imports_point_down() -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)}:{line}: {layer} imports {module}"
        for path, layer in layered()
        for module, line in imports(path)
        if module.startswith("reader.") and (target := module.split(".")[1]) in BELOW
        if target != layer and target not in BELOW[layer]
    ]
    assert not wrong


def test_faces_are_drawn_in_their_layers_alone() -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)}:{line}: {module}"
        for path, layer in layered()
        for module, line in imports(path)
        if layer not in FACES.get(module.split(".")[0], {layer})
    ]
    assert not wrong


def loaded(program: str) -> set[str]:
    """The heavy modules that a program has loaded when it ends."""
    tail = "\nimport sys; print('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program + tail], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()) & (HEAVY | {"yaml", "sqlite3", "reader.tui", "reader.analysis", "asyncio"})


def test_importing_the_package_loads_nothing() -> None:
    assert not loaded("import reader")


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_nothing(option: str) -> None:
    assert not loaded(f"from reader.cli import main\ntry: main(['{option}'])\nexcept SystemExit: pass")


def test_comparing_loads_nothing_heavy(tmp_path: Path) -> None:
    path = tmp_path / "one.md"
    path.write_text("---\ntitle: A bridge\n---\nThe bridge at Oldham was closed on Monday 3 May 2021.\n")
    program = f"import reader\na = reader.load({str(path)!r})\nreader.compare([reader.analyse(a)])\nreader.group([a])"
    assert not loaded(program) & HEAVY
