"""``parallax man``: the manual page, made from the commands, the table of keys and the options of the configuration."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

from reader.cli.output import write_utf8

_VARIABLES = {
    "PARALLAX_LIBRARY": "The library for one run.",
    "NO_COLOR": "No colours: names are underlined, figures bold, places found reversed.",
    "COLORTERM, TERM": "How many colours the terminal has; with TERM=dumb the reader does not start.",
    "COLORFGBG": "Whether the terminal is light or dark, where it says so.",
    "EDITOR": "What notes are written with.",
}

_STATUSES = {
    "0": "All was well.",
    "1": "Some of the input could not be used, the rest was; or an examination found something wrong.",
    "2": "None of the input could be used, or the command was wrong.",
    "130": "Interrupted by ctrl+c.",
}


@click.command()
def man() -> None:
    """Print the manual page.

    \b
    parallax man | man -l -                                                       shows it
    parallax man > ~/.local/share/man/man1/parallax.1                             installs it
    """  # noqa: D301 (click asks for the character)
    from reader.cli.group import main

    write_utf8("\n".join(page(main)) + "\n")


def page(main: click.Group) -> Iterator[str]:
    """The manual page, in the language of man(7)."""
    import reader

    yield f'.TH PARALLAX 1 "" "parallax {reader.__version__}" "User Commands"'
    yield from (".SH NAME", r"parallax \- several outlets' reports of one event side by side, in a terminal")
    yield from (".SH SYNOPSIS", r".B parallax", r"[\-\-no\-mouse] [\fIPATH\fR]...", ".br")
    yield from (r".B parallax", r"\fICOMMAND\fR [\fIARGS\fR]...")
    yield ".SH DESCRIPTION"
    yield from _prose(main.help or "")
    yield ".SH COMMANDS"
    ctx = click.Context(main, info_name="parallax")
    for name in main.list_commands(ctx):
        command = main.get_command(ctx, name)
        if command is not None and not command.hidden:
            yield from _command(name, command, ctx)
    yield from _keys()
    yield from _configuration()
    yield ".SH ENVIRONMENT"
    for variable, told in _VARIABLES.items():
        yield from _item(variable, told)
    yield ".SH EXIT STATUS"
    for status, told in _STATUSES.items():
        yield from _item(status, told)
    yield from (".SH SEE ALSO", ".BR newsboat (1),", ".BR less (1)")


def _command(name: str, command: click.Command, above: click.Context) -> Iterator[str]:
    ctx = click.Context(command, info_name=name, parent=above)
    yield f'.SS "{quoted(" ".join(["parallax", name, *command.collect_usage_pieces(ctx)]))}"'
    yield from _prose(command.help or "")
    for param in command.get_params(ctx):
        record = param.get_help_record(ctx) if isinstance(param, click.Option) else None
        if record is not None and "--help" not in param.opts:
            yield from _item(*record)


def _keys() -> Iterator[str]:
    from reader.tui.keys import in_force

    yield ".SH KEYS"
    yield from _prose("By default; presets and single keys can be chosen in the configuration, by the ids in brackets.")
    for section, rows in in_force()[0].told():
        yield f'.SS "{quoted(section)}"'
        for row in rows:
            yield from _item(row.keys, f"{row.told}" + (f" [{row.id}]" if row.id else ""))


def _configuration() -> Iterator[str]:
    from reader.library.options import OPTIONS

    yield ".SH CONFIGURATION"
    yield from _prose(
        "A file config.yaml in the configuration folder; parallax config says where, and --init writes one."
    )
    for option in OPTIONS:
        yield from _item(f"{option.name}: {option.sample}", option.told)


def _item(head: str, told: str) -> Iterator[str]:
    yield from (".TP", f".B {quoted(head)}")
    yield from _lines(told)


def _prose(text: str) -> Iterator[str]:
    """Paragraphs; those marked by a backspace are set line by line."""
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        yield ".PP"
        if paragraph.startswith("\b"):
            yield from (".nf", *(_line(row.strip()) for row in paragraph.lstrip("\b\n").splitlines()), ".fi")
        else:
            yield from _lines(" ".join(paragraph.split()))


def _lines(text: str) -> Iterator[str]:
    """A sentence a line, as roff likes them."""
    yield from map(_line, re.split(r"(?<=[.;:]) (?=\S)", text))


def _line(text: str) -> str:
    """A line of text; what begins like a request is kept from being one."""
    text = quoted(text)
    return rf"\&{text}" if text.startswith((".", "'")) else text


def quoted(text: str) -> str:
    """Text that roff prints as it stands."""
    return (
        text.replace("\\", r"\e").replace("-", r"\-").replace('"', r"\(dq").replace("`", r"\(ga").replace("^", r"\(ha")
    )
