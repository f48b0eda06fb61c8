"""What every screen has in common: counts before keys, a status line, help, a word in a window too small."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingsMap, BindingType
from textual.containers import Container
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from reader.tui.content import Row
from reader.tui.content.heads import first_steps, hints, status, too_small
from reader.tui.content.listing import adding_told
from reader.tui.content.pieces import Piece, reason, shown
from reader.tui.desk import Desk
from reader.tui.screens.painting import PaintingScreen
from reader.tui.terminal import CLEAN
from reader.tui.widgets.line import Line
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from reader.model import Problem
    from reader.tui.app import ParallaxApp


class Small(Rows):
    """Stands in for a screen that does not fit."""

    def rows(self, width: int, height: int) -> Sequence[Row]:
        """What is needed, and what there is."""
        return too_small(self.app.size.width, self.app.size.height)


class BaseScreen(PaintingScreen[None]):
    """A view above a status line and a line of hints. ``WHERE`` names its keys in the table."""

    WHERE: ClassVar[str] = ""
    BINDINGS: ClassVar[list[BindingType]] = []
    AUTO_FOCUS = ""
    ESCAPE_TO_MINIMIZE = False
    PAUSE: ClassVar[float] = 0.35
    """Seconds in which a digit waits for the move it may count."""

    class Compared(Message):
        """The story of an article was compared, or the library grouped."""

    class Added(Message):
        """Articles were added, or adding is further on."""

    def __init__(self) -> None:
        super().__init__()
        self._digits = ""
        self._digit_timer: Timer | None = None
        self._told: list[Piece] = []

    @property
    def parallax(self) -> ParallaxApp:
        """The app."""
        return cast("ParallaxApp", self.app)

    @property
    def desk(self) -> Desk:
        """What is open."""
        return self.parallax.desk

    def compose(self) -> ComposeResult:
        """The view, and what stands in for it in a window too small."""
        # By itself Textual would lay it out for no size first, and once more when it hears of the size.
        self.update_classes(dict.fromkeys(self.parallax.layout_for(self.app.size), True), update=False)
        with Container(id="view"):
            yield from self.view()
            if self.parallax.welcome is not None:
                yield Line(id="welcome")
        yield Small(id="small")

    def view(self) -> Sequence[Widget]:
        """The widgets of the screen, from the top."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Take the keys in force, and show the hints."""
        self.rebind()

    def rebind(self) -> None:
        """Let the keys do what they are to do now."""
        self._bindings = BindingsMap(self.parallax.keys.bindings(self.WHERE))
        self.tell_hints()
        self.show_steps()

    def tell_hints(self, without: Collection[str] = ()) -> None:
        """Show the hints but those of some actions, by their ids, that would do nothing now."""
        told = self.parallax.keys.hints(self.WHERE, without)
        for line in self.query("#hints").results(Line):
            line.tell(partial(hints, told))

    def show_steps(self) -> None:
        """Show the first steps that are left; with the last of them their line goes."""
        welcome = self.parallax.welcome
        for line in self.query("#welcome").results(Line):
            if welcome is None:
                line.remove()
            else:
                line.tell(partial(first_steps, welcome.pairs(self.parallax.keys, self.WHERE)))

    def show_hints(self, shown: bool = True) -> None:
        """Show the hints where the window has room for them; or leave their row to the prompt."""
        hints = self.query_one("#hints")
        if shown:
            hints.styles.clear_rule("display")
            hints.refresh(layout=True)
        else:
            hints.display = False

    def key(self, name: str) -> str:
        """The key that does what has this id, as it is printed."""
        return self.parallax.keys.first(name, self.WHERE)

    # ---- counts

    async def on_key(self, event: events.Key) -> None:
        """Do what the key is bound to, at once: of keys that come together each finds what the one before it did.

        By itself Textual would send them all here before the first is acted upon, so that what is typed after ``/``
        would be taken for keys of its own.
        """
        event.prevent_default()
        event.stop()  # the app would look for a binding later, on a screen that may not be composed yet
        if self.app.screen is not self:
            self.app.screen._forward_event(events.Key(event.key, event.character))
            return
        for prompt in self.query(Prompt):
            if prompt.display and event.key not in prompt.left:
                return prompt.on_key(event)
        told, self._told = bool(self._told), []
        if event.key == "escape" and self.parallax.adding is not None:
            self.parallax.adding.stop()
            self.tell_status()
        elif event.character and event.character.isdecimal() and event.character.isascii():
            if event.character != "0" or self._digits:
                self._digits = (self._digits + event.character)[:4]
                self._wait()
        elif self._digits and event.key in ("enter", "escape"):
            self._spend(event.key == "enter")
        else:
            done = self._bindings.key_to_bindings.get(event.key, [])
            await self.app._check_bindings(event.key)
            if not done and event.is_printable:
                self._tell_unbound(event.character or "")
            if done and self.parallax.welcome is not None:
                self.parallax.took_step(done[0].id or "")
            self.count()  # what this key had no use for is not meant for the next
            if told and not self._told and self.is_attached:
                self.tell_status()
            self.paint()

    def _tell_unbound(self, key: str) -> None:
        helps = self.parallax.keys.of("app.help", self.WHERE)
        told = f"  {self.key('app.help')} lists the keys" if helps else ""
        self.say((f"{shown(key)} does nothing here{told}", "quiet"))

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted goes where what is typed goes."""
        event.stop()
        for prompt in self.query(Prompt):
            if prompt.display:
                prompt.on_paste(event)

    def _wait(self) -> None:
        if self._digit_timer is not None:
            self._digit_timer.stop()
        self._digit_timer = self.set_timer(self.PAUSE, lambda: self._spend(True)) if len(self._digits) == 1 else None

    def _spend(self, picked: bool) -> None:
        digits, self._digits = self._digits, ""
        if self._digit_timer is not None:
            self._digit_timer.stop()
        if digits and picked:
            self.pick(int(digits))

    def count(self) -> int:
        """The count typed before this key, 1 if none; it is used up."""
        digits, self._digits = self._digits, ""
        if self._digit_timer is not None:
            self._digit_timer.stop()
        return int(digits) if digits else 1

    def take_count(self, count: int) -> None:
        """Let the next action have a count."""
        self._digits = str(count)

    @property
    def counted(self) -> bool:
        """Whether a count was typed before this key."""
        return bool(self._digits)

    def pick(self, number: int) -> None:
        """Go to the source of that number, where there are such."""

    def prompt_typed(self, typed: str) -> None:
        """Something was typed on the line."""

    def prompt_closed(self, typed: str, entered: bool) -> None:
        """The line was entered, or left."""

    def remember(self) -> None:
        """Keep what is to be kept when the program ends."""

    # ---- common actions

    def say(self, *pieces: Piece) -> None:
        """Tell something in the status line until the next key."""
        self._told = list(pieces)
        self.tell_status()

    def fail(self, doing: str, error: Exception) -> None:
        """Tell what was not done, and why."""
        self.say((f"{doing}: {reason(error)}", "differs"))

    def status(self) -> list[Piece]:
        """What the status line says when there is nothing to tell."""
        return []

    def place(self) -> str:
        """What stands at the left end of the status line."""
        return ""

    def tell_status(self) -> None:
        """Bring the status line up to date."""
        told, place, adding = self._told or self.status(), self.place(), self.parallax.adding
        beside = adding_told(adding) if adding is not None else []
        self.query_one("#status", Line).tell(lambda width: status(told, width, place, beside))

    def on_base_screen_added(self) -> None:
        """Tell how far adding is."""
        self.tell_status()

    def action_add(self) -> None:
        """Ask for an address or a path, and add what it leads to."""
        if self.parallax.adding is not None:
            return self.say(("still adding: Esc stops it", "quiet"))
        self.show_hints(False)
        self.query_one("#prompt", Prompt).open("", "add an address or a path: ", self._add)

    def _add(self, source: str) -> None:
        self.show_hints()
        if source:
            self.parallax.add(source)
            self.tell_status()

    async def action_command(self) -> None:
        """Ask for a command."""
        from reader.tui.screens.commanding import open_command_line  # when first asked for: it knows every screen

        await open_command_line(self)

    def action_notebook(self) -> None:
        """Show the notebook."""
        from reader.tui.screens.notebook import show_notebook

        show_notebook(self.parallax)

    def action_help(self) -> None:
        """Show the help."""
        from reader.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.WHERE))

    def action_redraw(self) -> None:
        """Draw all of it anew."""
        if (driver := self.app._driver) is not None:
            driver.write(CLEAN)
        self.refresh(layout=True)

    def action_next_theme(self) -> None:
        """Change the theme."""
        self.told_theme(self.parallax.next_theme())

    def told_theme(self, problems: Sequence[Problem]) -> None:
        """Say which theme it is now, and what is wrong in its file."""
        wrong = [
            (f"  {problem.line}:{problem.column}: {shown(problem.message)}", "differs") for problem in problems[:1]
        ]
        self.say((self.parallax.theme, "label"), *wrong)
