"""``parallax config``: where the configuration is, what is in force, what is wrong with it, and one to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from reader.cli.input import UNUSABLE, tell
from reader.cli.output import write_text

if TYPE_CHECKING:
    from reader.library.settings import Settings
    from reader.model import Problem


@click.command()
@click.option("--init", is_flag=True, help="Write a configuration that explains every option, and two sample themes.")
@click.option(
    "--check", is_flag=True, help="Tell everything that is wrong, with line and column; exit 1 if anything is."
)
@click.option("--theme-sample", "base", type=click.Choice(["dark", "light"]), help="Print a theme to begin with.")
def config(init: bool, check: bool, base: Literal["dark", "light"] | None) -> None:
    """Show the configuration in force, and where it stands.

    The configuration is a file config.yaml; themes of your own stand in the folder themes beside it. What cannot be
    used in them is ignored and told; it never keeps the program from starting.
    """
    from reader.library.settings import read_settings

    if base is not None:
        from reader.tui.own_themes import theme_sample

        return write_text(theme_sample(base))
    if init:
        return _write_samples()
    settings = read_settings()
    if check:
        problems = wrong(settings)
        write_text("".join(f"{problem}\n" for problem in problems) or f"{settings.path}: {_nothing_wrong(settings)}\n")
        raise SystemExit(1 if problems else 0)
    write_text("\n".join(_in_force(settings)) + "\n")


def wrong(settings: Settings) -> list[Problem]:
    """Everything that is wrong with the configuration and the themes beside it."""
    from reader.tui.configured import Configured
    from reader.tui.own_themes import read_theme, theme_files

    problems = Configured(settings).problems
    for path in theme_files(Path(settings.path).parent).values():
        read_theme(path, problems)
    return sorted(problems, key=lambda problem: (problem.path, problem.line or 0, problem.column or 0))


def _nothing_wrong(settings: Settings) -> str:
    return "nothing is wrong" if Path(settings.path).exists() else "is not there; everything is as by default"


def _in_force(settings: Settings) -> list[str]:
    """The path, and each option with its value and the line that says so."""
    from reader.library.options import OPTIONS
    from reader.text.sanitise import one_line

    there = "" if Path(settings.path).exists() else "  (is not there: `parallax config --init` writes one)"
    rows = [f"{settings.path}{there}"]
    for option in OPTIONS:
        value = getattr(settings, option.name)
        if option.name == "keys":
            said = "; ".join(f"{name}: {keys}" for name, keys in value.items()) or "as the preset has them"
        elif isinstance(value, bool):
            said = str(value).lower()
        elif isinstance(value, tuple):
            said = ", ".join(value) or {"themes": "all there are"}.get(option.name, "none")
        else:
            said = str(value or "as the terminal asks for")
        given = settings.places.get(option.name)
        rows.append(f"{option.name:<10} {one_line(said)}" + (f"  (line {given[0]})" if given else ""))
    if count := len(wrong(settings)):
        rows.append(f"{count} {'problem' if count == 1 else 'problems'}: `parallax config --check` tells")
    return rows


def _write_samples() -> None:
    """Write what is not there yet; what is there is left as it is."""
    from reader.library.options import sample
    from reader.library.settings import configuration_file
    from reader.tui.own_themes import theme_sample

    path = configuration_file()
    files = {path: sample()}
    for base in ("dark", "light"):
        files[path.parent / "themes" / f"sample-{base}.yaml"] = theme_sample(base)
    refused = False
    for file, text in files.items():
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with open(file, "x", encoding="utf-8") as stream:
                stream.write(text)
            tell(f"{file}: written")
        except FileExistsError:
            tell(f"{file}: is there already; left as it is")
            refused = True
        except OSError as error:
            tell(f"{file}: could not be written: {error.strerror or error}")
            raise SystemExit(UNUSABLE) from error
    raise SystemExit(1 if refused else 0)
