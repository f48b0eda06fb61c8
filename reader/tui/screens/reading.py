"""Reading: what the keys and the mouse do with an article in front."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual import events

from reader.library.decisions import Word
from reader.model import Article
from reader.tui import keymap
from reader.tui.content.heads import MARKS, marks_menu
from reader.tui.content.pieces import shown
from reader.tui.history import Leaf, Left, Place, Result, Spot
from reader.tui.screens.following import FollowingScreen
from reader.tui.searching import Search, along
from reader.tui.sought import Sought
from reader.tui.widgets.article_list import ArticleList
from reader.tui.widgets.elsewhere_pane import ElsewherePane
from reader.tui.widgets.text_pane import TextPane


class ReadingScreen(FollowingScreen):
    """Moves, jumps, decides. The jump list outlives the screen (the app has it)."""

    WHERE = keymap.READ
    BINDINGS = keymap.bindings(keymap.READ)

    def __init__(
        self, article: Article, passage: int | None = None, top: int | None = None, sought: Sought | None = None
    ) -> None:
        super().__init__(article, passage, top, sought)
        self._menu = False
        self._again = False

    # ---- one article after the other

    @property
    def plain(self) -> bool:
        """Whether the screen is laid out as a new one is."""
        return not self.text.full_width

    def read_next(self, article: Article) -> None:
        """Be the screen of another article as if made for it, at once."""
        self._again = True
        self._menu, self.following, self.followed, self.sought, self.found = False, False, "", None, Search()
        self._told = []
        self.enter(article)
        self.paint_whole()

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        """Nothing of what Textual does when a screen comes to the front: it is drawn already."""
        if self._again:
            self._again = False
            event.prevent_default()

    # ---- messages

    def on_text_pane_moved(self, message: TextPane.Moved) -> None:
        """A click in the text, or the wheel."""
        self._go(message.cursor)

    def _go(self, passage: int) -> None:
        self.text.go(passage)
        self.follow()

    def on_elsewhere_pane_chosen(self, message: ElsewherePane.Chosen) -> None:
        """A click on a counterpart."""
        self.jump_to(message.counterpart)

    def on_article_list_moved(self, message: ArticleList.Moved) -> None:
        """A click in the library beside the text."""
        if message.article.id == self.article.id:
            return
        if (article := self.parallax.loaded(message.article.id)) is not None:
            self.parallax.history.leave(self.here)
            self.remember()
            self.enter(article)

    async def on_key(self, event: events.Key) -> None:
        """In the menu of marks, a letter switches some; every other key but Esc closes it and does what it does."""
        if self._menu:
            roles = next((roles for key, _, roles in MARKS if key == event.character), None)
            self._menu = roles is not None
            if roles is not None:
                event.stop()
                event.prevent_default()
                self.parallax.hidden ^= roles
                self.text.hidden = self.parallax.hidden
                self.text.redraw()
                self.say(*marks_menu(self.text.hidden))
            else:
                self.say()
                if event.key == "escape":
                    event.stop()
                    event.prevent_default()

    # ---- actions

    def pick(self, number: int) -> None:
        """The counterpart in the source of that number."""
        if (found := next((c for c in self.sources() if c.number == number), None)) is None:
            self.say((f"no other source {number} in this story", "quiet"))
        elif not found.leads:
            self.say((f"no counterpart in {shown(found.article.outlet)}", "quiet"))
        else:
            self.jump_to(found)

    def action_jump(self) -> None:
        """The best counterpart, or else the figure that a figure of the passage excludes."""
        found = [c for c in self.sources() if c.leads]
        if found:
            self.jump_to(found[0])
        else:
            self.say(("comparing …" if self.comparison is None else "no counterpart to go to", "quiet"))

    def action_cycle(self, way: int) -> None:
        """The next source, in the order of the story, that has the passage."""
        have = sorted((c for c in self.sources() if c.links), key=lambda c: c.number)
        if self.comparison is None or not have:
            return self.action_jump()
        ids = [a.article.id for a in self.comparison.analyses]
        own = ids.index(self.article.id) + 1
        before = sum(c.number < own for c in have)
        steps = self.count()
        self.jump_to(have[(before + steps - 1 if way > 0 else before - steps) % len(have)])

    def action_back(self) -> None:
        """Back along the jumps."""
        if (place := self.parallax.history.back(self.here, self.count())) is not None:
            self._visit(place)
        else:
            self.say(("no jump to take back", "quiet"))

    def action_forward(self) -> None:
        """Forward along the jumps."""
        if (place := self.parallax.history.forward(self.here, self.count())) is not None:
            self._visit(place)
        else:
            self.say(("no jump ahead", "quiet"))

    def _visit(self, place: Left) -> None:
        if isinstance(place, Leaf):
            return self._to_notebook(place)
        if isinstance(place, Spot):
            return self._to_board(place)
        if isinstance(place, Result):
            from reader.tui.screens.results import show_result

            self.remember()
            return show_result(self.parallax, place)
        self.go_to(place.article, place.passage, top=place.top)

    def action_decide(self, word: Word) -> None:
        """Confirm or reject the best link of the passage, or that to the source whose number was typed before."""
        from reader.comparison.decided import on_link

        number = self.count() if self._digits else 0
        linked = [c for c in self.sources() if c.links and number in (0, c.number)]
        if self.comparison is None or not linked:
            return self.say(("comparing …" if self.comparison is None else "no counterpart to decide on", "quiet"))
        other = linked[0]
        decision = on_link(self.comparison, other.links[0], word)
        decide = partial(self.parallax.deciding.decide, self.article, [decision])
        self.write(decide, (f"{word}: {shown(other.article.outlet)}", "label"))

    def action_side(self) -> None:
        """The story side by side, this article first, then those that have the passage at the cursor."""
        from reader.tui.screens.side import SideScreen

        if self.comparison is None:
            return self.say(("comparing …", "quiet"))
        others = self.sources()
        if not others:
            return self.say(("no other source of this story here", "quiet"))
        self.remember()
        names = [self.article.id, *(other.article.id for other in others)]
        side = SideScreen(self.comparison, names, self.text.cursor, max(self.text.cursor_row, 0))
        self.app.push_screen(side, lambda _: self._from_side(side.chosen))

    def _from_side(self, place: Place | None) -> None:
        """Go on reading where the reader chose to."""
        if place is not None and (place.article, place.passage) != (self.article.id, self.text.cursor):
            self.parallax.history.leave(self.here)
            self.go_to(place.article, place.passage, top=place.top)

    def action_board(self) -> None:
        """The board of the story."""
        self._to_board()

    def _to_board(self, spot: Spot | None = None) -> None:
        from reader.tui.screens.board import show_board

        self.remember()
        show_board(self.parallax, self.article.id, spot)

    def _to_notebook(self, leaf: Leaf) -> None:
        from reader.tui.screens.notebook import show_notebook

        self.remember()
        show_notebook(self.parallax, leaf)

    def action_move(self, count: int) -> None:
        """Move by passages."""
        self.text.step(count * self.count())
        self.follow()

    def action_paragraph(self, count: int) -> None:
        """Move by paragraphs."""
        self.text.step_paragraph(count * self.count())
        self.follow()

    def action_page(self, pages: float) -> None:
        """Move by pages."""
        self.text.turn(pages * self.count())
        self.follow()

    def action_end(self, last: bool) -> None:
        """The first or last passage, or that of the number typed before."""
        page = self.text.page
        if self.counted:
            return self._go(self.count() - 1)
        self._go(len(page.passages) - 1 if last and page else 0)

    def _next(self, wanted: Sequence[int], what: str) -> None:
        steps = self.count()
        if not wanted or list(wanted) == [self.text.cursor]:
            return self.say((f"no other {what}" if wanted else f"no {what} in this article", "quiet"))
        passage, past = along(wanted, self.text.cursor, steps=steps)
        self._go(passage)
        if past:
            self.say((f"the first {what} again", "quiet"))

    def action_difference(self) -> None:
        """The next passage with a figure that another source gives otherwise."""
        page = self.text.page
        self._next(sorted(page.differing) if page else [], "passage with a difference")

    def action_figure(self) -> None:
        """The next passage with a figure."""
        self._next(self.text.page.with_figures if self.text.page else [], "figure")

    def action_name(self, way: int) -> None:
        """The next name of this passage, or the one before; it is the one followed then."""
        names = self.text.page.names_in(self.text.cursor) if self.text.page else []
        if not names:
            return self.say(("no name in this passage", "quiet"))
        here = self.named()
        if here is None or here[1].entity != self.followed:
            name = names[0 if way > 0 else -1]
        else:
            name = names[(names.index(here[1]) + way) % len(names)]
        self.followed, self.name_at = name.entity, name.start
        self.follow()

    def action_marks(self) -> None:
        """Show which marks are on, to switch them."""
        self._menu = True
        self.say(*marks_menu(self.text.hidden))

    def action_full_width(self) -> None:
        """Use the whole width, or the column."""
        self.text.full_width = not self.text.full_width
        self.set_class(self.text.full_width, "-stretched")
        self.follow(self.text.cursor_row)

    def action_original(self) -> None:
        """The original of this article."""
        from reader.tui.screens.cleaning import CleaningScreen

        self.remember()
        at = self.passage.start if self.passage else 0
        self.app.push_screen(CleaningScreen(self.article, at), self._cleaned)

    def _cleaned(self, changed: object) -> None:
        """Show the text as it now is, at the same words."""
        offset = self.passage.start if self.passage else 0
        self.article = self.desk.articles[self.article.id]
        page = self.page_of(self.article)
        self.text.put(page, page.at(offset))
        self.mark_pins(self.text)
        self.parallax.prepare(self.article.id)
        self.follow()

    def action_out(self) -> None:
        """Out of a name followed, and of a search; where there is none, back to where the article was opened."""
        if not (self.drop_name() or self.drop_search()):
            self.action_leave()

    def action_leave(self) -> None:
        """Back to where the article was opened."""
        self.remember()
        self.dismiss()
