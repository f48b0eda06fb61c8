"""The configuration from the command line: written once, checked as a whole, shown as it is in force."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reader.cli.group import main
from reader.library.settings import configuration_file


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for kind in ("CONFIG", "CACHE", "DATA"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    monkeypatch.delenv("PARALLAX_LIBRARY", raising=False)
    return configuration_file().parent


def run(*args: str) -> Result:
    return CliRunner().invoke(main, ["config", *args])


def configure(folder: Path, text: str, **themes: str) -> None:
    (folder / "themes").mkdir(parents=True)
    (folder / "config.yaml").write_text(text)
    for name, theme in themes.items():
        (folder / "themes" / f"{name}.yaml").write_text(theme)


def test_what_is_written_is_right_and_is_never_written_over(folder: Path) -> None:
    assert run("--init").exit_code == 0
    assert run("--check").exit_code == 0
    (folder / "config.yaml").write_text("width: 66\n")
    again = run("--init")
    assert again.exit_code == 1
    assert "left as it is" in again.output
    assert (folder / "config.yaml").read_text() == "width: 66\n"
    assert sorted(file.name for file in (folder / "themes").iterdir()) == ["sample-dark.yaml", "sample-light.yaml"]


def test_where_nothing_can_be_written_that_is_told(folder: Path) -> None:
    folder.parent.mkdir(parents=True)
    folder.write_text("a file stands where the folder should")
    done = run("--init")
    assert done.exit_code == 2
    assert "could not be written" in done.output


def test_everything_wrong_is_told_at_once_with_line_and_column(folder: Path) -> None:
    configure(
        folder,
        "them: x\nwidth: wide\ntheme: mine\nkeys:\n  read.side: f5\n  read.board: f5\n  read.bord: x\n",
        mine="person: '#12'\nplace: red\n",
    )
    done = run("--check")
    assert done.exit_code == 1
    path = folder / "config.yaml"
    told = [row.removeprefix(f"{folder}/") for row in done.output.splitlines()]
    assert [row.split(" ")[0] for row in told] == [
        "config.yaml:1:1:", "config.yaml:2:8:", "config.yaml:6:15:", "config.yaml:7:14:", "themes/mine.yaml:1:9:",
    ]  # fmt: skip
    assert "did you mean read.board?" in told[3]
    assert path.exists()


def test_what_is_in_force_is_shown_with_the_line_that_says_so(folder: Path) -> None:
    configure(folder, "\nwidth: 66\nkeys: {read.side: f5}\nmous: no\n")
    rows = run().output.splitlines()
    assert rows[0] == str(folder / "config.yaml")
    assert "width      66  (line 2)" in rows
    assert "keys       read.side: f5  (line 3)" in rows
    assert "preset     vim" in rows
    assert rows[-1].startswith("1 problem")


@pytest.mark.parametrize("base", ["dark", "light"])
def test_a_theme_to_begin_with_is_printed(base: str, folder: Path) -> None:
    configure(folder, "theme: mine\n", mine=run("--theme-sample", base).output)
    assert run("--check").exit_code == 0
