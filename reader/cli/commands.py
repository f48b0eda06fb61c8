"""The commands, each imported when it is called for; what is no command is a path to read."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from reader.cli import COMMANDS, READ
from reader.cli.input import INTERRUPTED

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_HOME = dict.fromkeys(("figures", "coverage", "wording", "timeline"), "pages")


class PathsOrCommand(click.Group):
    """A group whose first word is a command or else the first of the paths to open."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the reading command before arguments that name no command."""
        own = ("--help", "-h", "--version")
        if ctx.resilient_parsing and not args:
            return super().parse_args(ctx, args)  # a shell asks what the first word may be
        if not args or args[0] not in (*COMMANDS, READ, *own):
            args = [READ, *args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; ctrl+c ends it without a word."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo(err=True)
            raise SystemExit(INTERRUPTED) from None

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the help."""
        return [READ, *COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS and cmd_name != READ:
            return None
        command = getattr(import_module(f"reader.cli.{_HOME.get(cmd_name, cmd_name)}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """What the first word may be: a path, a command, an option."""
        from click.shell_completion import CompletionItem

        # The path first: bash forgets what it was told before it.
        return [CompletionItem(incomplete, type="file"), *super().shell_complete(ctx, incomplete)]

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The usage line says both ways."""
        return ["[--no-mouse] [PATH]...", "| COMMAND [ARGS]..."]
