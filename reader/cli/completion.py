"""``parallax completion``: what a shell needs to complete commands, options and paths."""

from __future__ import annotations

import click

from reader.cli.output import write_text

SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print what makes a shell complete the commands.

    \b
    bash: eval "$(parallax completion bash)"              in ~/.bashrc
    zsh:  eval "$(parallax completion zsh)"               in ~/.zshrc
    fish: parallax completion fish > ~/.config/fish/completions/parallax.fish
    """  # noqa: D301 (click asks for the character)
    from click.shell_completion import get_completion_class

    from reader.cli.group import main

    made = get_completion_class(shell)
    assert made is not None
    write_text(made(main, {}, "parallax", "_PARALLAX_COMPLETE").source() + "\n")
