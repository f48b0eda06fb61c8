"""The library: every article, by source, story or date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.widget import Widget

from reader.library.listing import Order
from reader.tui import keymap
from reader.tui.content import Row
from reader.tui.content.listing import ORDERS, arranged, empty_rows, no_match, title_row
from reader.tui.content.pieces import Piece
from reader.tui.screens.moving import MovingScreen
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.line import Line
from reader.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from reader.library.listing import Listing
    from reader.model import Article, Problem


class LibraryScreen(MovingScreen):
    """Lists, filters, opens."""

    WHERE = keymap.LIST
    BINDINGS = keymap.bindings(keymap.LIST)

    def __init__(self) -> None:
        super().__init__()
        self.order: Order = "source"
        self.filter = ""
        self._looked_at: frozenset[Problem] = frozenset()

    def view(self) -> Sequence[Widget]:
        """Title, list, status, hints."""
        return (
            Line(id="card"),
            ArticleList(self.desk.is_read, self.desk.story_size, id="list"),
            Line(id="status"),
            Prompt(id="prompt"),
            Line(id="hints"),
        )

    @property
    def shelf(self) -> ArticleList:
        """The list."""
        return self.query_one("#list", ArticleList)

    def on_mount(self) -> None:
        """Show what there is."""
        super().on_mount()
        self.shelf.tell(self._nothing)
        self.show()

    def _nothing(self, width: int) -> list[Row]:
        """What stands there in place of a list."""
        if self.filter and self.desk.catalogue.count():
            return no_match(self.filter, width, self.key("search.library"))
        return empty_rows(self.desk.paths, width, self.parallax.reading is not None)

    def on_screen_resume(self) -> None:
        """Show what changed while another screen was in front."""
        if self.is_mounted:
            self.show()

    def on_base_screen_compared(self) -> None:
        """Show the stories."""
        self.show()

    def on_base_screen_added(self) -> None:
        """Show what was added."""
        self.show()

    def show(self, keep: str | None = None) -> None:
        """Bring the list up to date, the cursor on the same article."""
        desk = self.desk
        at = self.shelf.article
        found = arranged(self.order, desk.arranged(self.order, self.filter), desk.row, desk.catalogue.key_of)
        self.shelf.show(found, self.order, keep or (at.id if at and self.shelf.touched else None))
        stories = None if desk.stories is None else sum(len(s.articles) > 1 for s in desk.stories)
        count, reading, grouping = desk.catalogue.count(), self.parallax.reading, self.parallax.grouping
        self.query_one("#card", Line).tell(
            lambda width: title_row(count, stories, self.order, width, reading, grouping)
        )
        self.query_one("#prompt", Prompt).say(self.place())
        self.tell_status()

    def status(self) -> list[Piece]:
        """The filter, or that there are problems which were not looked at yet."""
        problems = sum(problem not in self._looked_at for problem in self.desk.problems)
        if self.filter:
            return [(f"/{self.filter}", "label"), (f"  {self.key('list.all')} shows all", "quiet")]
        if problems:
            key = self.key("list.problems")
            told = f"1 problem · {key} shows it" if problems == 1 else f"{problems} problems · {key} shows them"
            return [(told, "differs")]
        return []

    def place(self) -> str:
        """How many articles the filter leaves."""
        return f"{self.shelf.entries.articles:,} of {self.desk.catalogue.count():,}" if self.filter else ""

    # ---- what was clicked or typed

    def on_article_list_opened(self, message: ArticleList.Opened) -> None:
        """Read it."""
        self.parallax.read(message.article)

    def on_article_list_moved(self, message: ArticleList.Moved) -> None:
        """Compare ahead of time the story the reader looks at."""
        self.parallax.look_ahead(message.article)

    def prompt_typed(self, typed: str) -> None:
        """Filter as it is typed."""
        self.filter = typed
        self.show()

    def prompt_closed(self, typed: str, entered: bool) -> None:
        """Keep the filter, or drop it."""
        self.filter = typed if entered else ""
        self.show_hints()
        self.show()

    # ---- actions

    def action_move(self, count: int) -> None:
        """Move by articles."""
        self.shelf.step(count * self.count())

    def action_paragraph(self, count: int) -> None:
        """Move by headings."""
        self.shelf.step_heading(count * self.count())

    def action_unread(self, count: int) -> None:
        """The next article not read yet, or the one before."""
        if not self.shelf.step_unread(count * self.count()):
            near = self.shelf.entries.articles > self.shelf.LOOKED
            self.say(
                (f"none of the next {self.shelf.LOOKED:,} is unread" if near else "all of these are read", "quiet")
            )

    def action_page(self, pages: float) -> None:
        """Move by pages."""
        self.shelf.turn(pages * self.count())

    def action_end(self, last: bool) -> None:
        """The first or last article, or that of the number typed before."""
        if self.counted:
            return self.shelf.go_number(self.count())
        self.shelf.go_end(last)

    def action_open(self) -> None:
        """Read the article at the cursor."""
        if (article := self.shelf.article) is not None:
            self.parallax.read(article)

    def action_regroup(self) -> None:
        """The next order."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self.show()
        if self.order == "story" and self.desk.stories is None:
            self.say(("grouping …", "quiet"))

    def action_search(self) -> None:
        """Filter the list."""
        self.show_hints(False)
        self.query_one("#prompt", Prompt).open(earlier=[self.filter] if self.filter else ())

    def action_unfilter(self) -> None:
        """Show all articles again."""
        self.filter = ""
        self.show()

    def action_toggle_read(self) -> None:
        """Mark as read or unread."""
        if (article := self.shelf.article) is not None:
            self.desk.set_read(article, not self.desk.is_read(article))
            self.shelf.redraw()

    def action_edit(self) -> None:
        """Describe the article at the cursor."""
        listed = self.shelf.article
        article = self.parallax.loaded(listed.id) if listed else None
        if article is None:
            return
        from reader.tui.screens.edit import EditScreen

        self.shelf.touched = True
        self.app.push_screen(EditScreen(article), self._edited)

    def _edited(self, article: Article | None) -> None:
        if article is not None:
            self.parallax.changed(article)
            self.show(article.id)
            self.say(("written to ", "quiet"), (article.path, ""))

    def listed(self) -> Article | Listing | None:
        """The article at the cursor."""
        return self.shelf.article

    def moved(self, article: str) -> None:
        """Keep the cursor on it while the stories are found anew."""
        self.shelf.touched = True
        super().moved(article)
        self.show(article)

    def action_problems(self) -> None:
        """What could not be read."""
        from reader.tui.screens.problems import ProblemsScreen

        self._looked_at = frozenset(self.desk.problems)
        self.app.push_screen(ProblemsScreen())

    def action_quit(self) -> None:
        """Leave the program."""
        self.parallax.leave()
