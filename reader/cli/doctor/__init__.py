"""``parallax doctor``: what the program found around itself, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Literal

import click

from reader.cli.output import write_text, write_utf8

if TYPE_CHECKING:
    from reader.cli.doctor.finding import Finding

_WIDTH = 78


@click.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def doctor(form: Literal["text", "json"]) -> None:
    """Look at terminal, configuration, library; say what to do.

    Exit status 1 if something fails; what is only less than it could be is a warning.
    """
    from reader.cli.doctor.belongings import belongings
    from reader.cli.doctor.surroundings import surroundings

    findings = [*surroundings(), *belongings()]
    if form == "json":
        from json import dumps

        told = {"schema": 1, "findings": [asdict(finding) for finding in findings]}
        write_utf8(dumps(told, ensure_ascii=False, indent=1) + "\n")
    else:
        write_text("".join(f"{row}\n" for row in report(findings)))
    raise SystemExit(1 if any(finding.grade == "fail" for finding in findings) else 0)


def report(findings: Sequence[Finding]) -> list[str]:
    """The findings in lines, what to do below each."""
    from textwrap import TextWrapper

    from reader.text.sanitise import one_line

    wrapper = TextWrapper(_WIDTH, break_long_words=False, break_on_hyphens=False)
    rows = []
    rest = " " * 20
    for finding in findings:
        for head, text in ((f"{finding.grade:<4}  {finding.about:<13} ", finding.found), (f"{rest}→ ", finding.advice)):
            wrapper.initial_indent, wrapper.subsequent_indent = head, " " * len(head)
            rows += wrapper.wrap(one_line(text))
    return rows
