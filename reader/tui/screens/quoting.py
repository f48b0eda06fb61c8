"""Screens that show passages: each can be taken along, with the line that says where it stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import events

from reader.tui.aside import aside
from reader.tui.content.pieces import clip, shown
from reader.tui.screens.asking import AskingScreen
from reader.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from reader.export.quotation import Excerpt
    from reader.model import Article
    from reader.tui.piping import Outcome

QUOTATIONS = "quotations.txt"
"""The file that quotations are written to if no other is named."""


class QuotingScreen(AskingScreen):
    """Copies, writes and pipes what is at the cursor, or its article; what that is, is for each screen to say."""

    _taken: Excerpt | None = None
    """What the open prompt is about."""
    _whole = False
    """Whether the whole article is meant."""
    _doing = ""

    def quoted(self, count: int = 1) -> Excerpt | None:
        """The passage at the cursor and those after it, so many in all; ``None`` where there is none."""
        raise NotImplementedError

    def article_text(self, article: Article) -> str:
        """All of an article that is read, its title and its source above it."""
        from reader.export.prose import page

        return "\n".join(page(self.desk.analysis(article.id), 0)) + "\n"

    # ---- to the clipboard

    def action_copy(self) -> None:
        """Copy the passage at the cursor, or as many as were counted, with their source."""
        from reader.export.quotation import quotation

        if (found := self.quoted(self.count())) is None:
            return self.say(("no passage here to copy", "quiet"))
        self.send(quotation(found), "sent" if len(found.places) == 1 else f"{len(found.places)} sent")

    def action_copy_article(self) -> None:
        """Copy the whole article."""
        if (found := self.quoted()) is None:
            return self.say(("no article here to copy", "quiet"))
        self.send(self.article_text(found.article), "article sent")

    def action_address(self) -> None:
        """Show the address of the article and copy it. Nothing is opened: that would be at the far end of the line."""
        from reader.export.quotation import web_address

        found = self.quoted()
        address = found.article.url if found is not None else None
        if not address:
            return self.say(("this article has no address", "quiet"))
        if not (safe := web_address(address)):
            return self.say(("no address of a web page, not copied: ", "differs"), (shown(address), "quiet"))
        if self.send(safe):
            room = self.app.size.width - 9 - len(" · sent to the clipboard ")
            self.say((clip(shown(safe), room), "label"), (" · sent to the clipboard", "quiet"))

    # ---- where to

    async def on_key(self, event: events.Key) -> None:
        """While it is asked where the passage goes, Tab changes between it and the whole article."""
        if event.key == "tab" and self._taken is not None and self.app.screen is self:
            event.stop()
            event.prevent_default()
            self._whole = not self._whole
            self._ask_where(self.query_one("#prompt", Prompt).value)

    def _take_along(self, doing: str) -> None:
        self._taken, self._doing, self._whole = self.quoted(self.count()), doing, False
        if self._taken is None:
            return self.say(("no passage here", "quiet"))
        self._ask_where(None)

    def _ask_where(self, typed: str | None) -> None:
        """Ask for a file or a command; what was typed stays, a name that was only offered changes."""
        assert self._taken is not None
        several = len(self._taken.places)
        passages = "the passage" if several == 1 else f"{several} passages"
        what, other = ("the article", passages) if self._whole else (passages, "the article")
        sign = f"{self._doing} {what} to (Tab: {other}): "
        taken = self.parallax.taken
        if self._doing == "pipe":
            return self.ask(sign, self._pipe, typed or "", left=("tab",), earlier=taken.commands)
        offers = (taken.file or QUOTATIONS, f"{self._taken.article.id}.txt")
        if typed is None or typed == offers[not self._whole]:
            typed = offers[self._whole]
        self.ask(sign, self._write, typed, left=("tab",))

    def _text(self) -> str:
        """What is meant: the passage with its source, or the article."""
        from reader.export.quotation import quotation

        assert self._taken is not None
        return self.article_text(self._taken.article) if self._whole else quotation(self._taken)

    # ---- to a file

    def action_write(self) -> None:
        """Write the passage, or the article, to a file."""
        self._take_along("write")

    def _write(self, name: str) -> None:
        text = self._text() if name else ""
        self._taken = None
        if name and self.save(name, text) and not self._whole:
            self.parallax.taken.file = name

    # ---- to a command

    def action_pipe(self) -> None:
        """Give the passage, or the article, to a command of the shell, on its standard input."""
        self._take_along("pipe")

    def _pipe(self, command: str) -> None:
        text = self._text() if command else ""
        self._taken = None
        if not command:
            return
        self.parallax.taken.used(command)
        if command.startswith("!"):
            self._in_terminal(command[1:].strip(), text)
        else:
            self.say((f"{shown(command)} runs …", "quiet"))
            self.run_worker(self._run(command, text))

    def _in_terminal(self, command: str, text: str) -> None:
        from textual.app import SuspendNotSupported

        from reader.tui import piping

        try:
            status = piping.run_in_terminal(self.app, command, text)
        except (OSError, SuspendNotSupported) as error:
            return self.fail("not run", error)
        ended = piping.Outcome(command, status).ended
        self.say((shown(command), "label"), (f"  {ended or 'done'}", "differs" if ended else "quiet"))

    async def _run(self, command: str, text: str) -> None:
        from reader.tui.piping import run

        try:
            outcome = await aside(partial(run, command, text))
        except OSError as error:
            return self.fail("not run", error)
        self._tell_outcome(outcome)

    def _tell_outcome(self, outcome: Outcome) -> None:
        """One line in the status line; more on a screen of their own, unless the reader does something else by now."""
        free = self.app.screen is self and not self.query_one("#prompt", Prompt).display
        if len(outcome.lines) > 1 and free:
            from reader.tui.screens.output import OutputScreen

            self.app.push_screen(OutputScreen(outcome))
        wrote = f"{len(outcome.lines)} lines" if len(outcome.lines) > 1 else "".join(outcome.lines) or "done"
        ended = f"  {outcome.ended}" if outcome.ended else ""
        self.say((f"{shown(outcome.command)}", "label"), (ended, "differs"), (f"  {shown(wrote)}", "quiet"))
