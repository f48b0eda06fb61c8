"""``parallax read --plain``: reading by lines typed and lines printed, for screen readers and any terminal or pipe.

Nothing but text is written: no control sequence, nothing that moves. Each passage is one line with its number.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from textwrap import shorten
from typing import TYPE_CHECKING

from reader.text.sanitise import one_line

if TYPE_CHECKING:
    from reader.model import Analysis, Comparison, Figure, Passage
    from reader.tui.desk import Desk

HELP = (
    ("next, n, or an empty line", "the next passage"),
    ("previous, p", "the one before"),
    ("a number", "the passage of that number"),
    ("all, a", "all that follows"),
    ("counterparts, c", "what the other sources have of this passage"),
    ("jump N, j N", "go on in source N, where it has this passage"),
    ("back, b", "back to where you jumped from"),
    ("figures, f", "the figures of this passage, and what others give"),
    ("/words", "the next passage with these words"),
    ("list, l", "the articles"),
    ("open N, o N", "article N of the list"),
    ("where, w", "which article this is"),
    ("help, ?", "this"),
    ("quit, q", "the end"),
)
"""What can be typed, and what it does. A word may be cut short as long as it is the only one that begins so."""


class PlainReader:
    """One reading: ``do`` takes what was typed and writes what it asks for, line by line, through ``write``."""

    def __init__(self, desk: Desk, articles: Sequence[str], write: Callable[[str], object]) -> None:
        """Read some articles (their ids) of those on the desk; the first is opened if it is the only one."""
        self._desk = desk
        self._articles = list(articles)
        self._write = write
        self._analysis: Analysis | None = None
        self._comparison: Comparison | None = None
        self._differing: frozenset[str] = frozenset()
        self._at = 0
        self._behind: list[tuple[str, int]] = []
        if len(self._articles) == 1:
            self._open(self._articles[0], None)
        else:
            self._list("")
            self.tell("open N reads one of them. help tells what can be typed.")

    def tell(self, line: str) -> None:
        """Write one line."""
        self._write(one_line(line) + "\n")

    def do(self, typed: str) -> bool:
        """Do what was typed; whether reading goes on."""
        typed = typed.strip()
        word, _, rest = typed.partition(" ")
        if typed.startswith("/"):
            self._search(typed[1:].strip())
        elif typed.isdecimal():
            self._go(int(typed) - 1)
        elif word and "quit".startswith(word.lower()):
            return False
        else:
            named = _ACTIONS["next"] if not typed else _action(word.lower())
            if named is None:
                self.tell(f"{typed}: not understood. help tells what can be typed.")
            else:
                named(self, rest.strip())
        return True

    def remember(self) -> None:
        """Keep where the reader stands."""
        if (passage := self._passage) is not None and self._analysis is not None:
            self._desk.marks.set_position(self._analysis.article, passage.start)

    @property
    def _passage(self) -> Passage | None:
        passages = self._analysis.passages if self._analysis else ()
        return passages[self._at] if passages else None

    # ---- articles

    def _open(self, article: str, passage: int | None) -> None:
        from reader.comparison.figure_rows import differing_passages
        from reader.library import LibraryError

        self.remember()
        try:
            found = self._desk.articles[article]
            family = len(self._desk.family(article)) if self._desk.group() else 1
            if family > 1 and self._desk.comparison(article) is None:
                self.tell(f"Comparing {family} reports.")
            self._comparison = self._desk.prepare(article)
        except (KeyError, LibraryError) as error:
            return self.tell(f"not read: {error}")
        self._analysis = self._desk.analysis(article)
        self._differing = differing_passages(self._comparison, self._analysis)
        self._desk.set_read(found)
        position = self._desk.marks.position(found) or 0
        starts = [p.start for p in self._analysis.passages]
        self._at = max(sum(start <= position for start in starts) - 1, 0) if passage is None else passage
        self._where("")
        self._show()

    def _list(self, rest: str) -> None:
        for number, article in enumerate(self._articles, 1):
            key = self._desk.catalogue.key_of(article)
            listing = self._desk.row(key) if key is not None else None
            if listing is not None:
                day = f", {listing.published.isoformat()}" if listing.published else ""
                title = listing.title or shorten(listing.opening, 90, placeholder=" …")
                self.tell(f"{number}. {listing.source or 'no source'}: {title}{day}")

    def _choose(self, rest: str) -> None:
        if not rest.isdecimal() or not 0 < int(rest) <= len(self._articles):
            return self.tell(f"open a number from 1 to {len(self._articles)}")
        if self._analysis is not None:
            self._behind.append((self._analysis.article.id, self._at))
        self._open(self._articles[int(rest) - 1], None)

    def _where(self, rest: str) -> None:
        from reader.export.prose import card

        if self._analysis is None:
            return self.tell("No article is open. list tells the articles, open N opens one.")
        self.tell(self._analysis.article.title or "Without a title")
        self.tell(f"{card(self._analysis.article)}. {len(self._analysis.passages)} passages.")

    # ---- passages

    def _show(self) -> None:
        if self._analysis is None or (passage := self._passage) is None:
            return self.tell("Nothing to read here. list tells the articles, open N opens one.")
        self.tell(f"{self._at + 1}. {passage.text}{self._news(passage)}")

    def _news(self, passage: Passage) -> str:
        """What the gutter of the full screen says: how many others have it, and whether a figure differs."""
        if self._comparison is None or len(self._comparison.analyses) < 2 or passage.heading:
            return ""
        others = len(self._comparison.coverage.get(passage.id, ()))
        alone = "perhaps elsewhere" if self._comparison.linked(passage.id) else "only here"
        told = alone if not others else "1 other has it" if others == 1 else f"{others} others have it"
        return f" ({told}{', a figure differs' if passage.id in self._differing else ''})"

    def _go(self, at: int) -> None:
        passages = self._analysis.passages if self._analysis else ()
        if passages and not 0 <= at < len(passages):
            return self.tell("That is the end." if at >= len(passages) else "That is the beginning.")
        self._at = at if passages else 0
        self._show()

    def _next(self, rest: str) -> None:
        self._go(self._at + 1)

    def _previous(self, rest: str) -> None:
        self._go(self._at - 1)

    def _all(self, rest: str) -> None:
        for _ in range(self._at + 1, len(self._analysis.passages) if self._analysis else 0):
            self._at += 1
            self._show()
        self.tell("That is the end.")

    def _search(self, words: str) -> None:
        wanted = words.casefold()
        passages = self._analysis.passages if self._analysis else ()
        order = [*range(self._at + 1, len(passages)), *range(self._at + 1)] if passages else []
        found = next((n for n in order if wanted and wanted in one_line(passages[n].text).casefold()), None)
        if found is None:
            return self.tell(f"not found: {words}")
        self._go(found)

    # ---- other sources

    def _others(self) -> list[tuple[int, str, str, Passage]]:
        """Each source that has the passage: its number, its name, how far that is sure, its best counterpart."""
        passage, comparison = self._passage, self._comparison
        if passage is None or comparison is None:
            return []
        links = comparison.counterparts(passage.id)
        return [
            (number, other.article.outlet, link.grade, comparison.passage(link.other(passage.id)))
            for number, other in enumerate(comparison.analyses, 1)
            for link in links.get(other.article.id, ())[:1]
        ]

    def _counterparts(self, rest: str) -> None:
        found = self._others()
        for number, outlet, grade, passage in found:
            self.tell(f"Source {number}, {outlet}, {grade}: {passage.text}")
        sources = len(self._comparison.analyses) - 1 if self._comparison else 0
        if not found:
            self.tell("No counterpart in the other sources." if sources else "No other source of this story here.")
        elif len(found) < sources:
            self.tell(f"None in {sources - len(found)} more.")

    def _jump(self, rest: str) -> None:
        found = self._others()
        chosen = [one for one in found if not rest or str(one[0]) == rest]
        if not chosen or self._comparison is None or self._analysis is None:
            return self.tell(f"No counterpart in source {rest}." if rest else "No counterpart to jump to.")
        there = chosen[0][3]
        analysis = self._comparison.analysis_of(there.id)
        self._behind.append((self._analysis.article.id, self._at))
        self._open(analysis.article.id, analysis.passages.index(there))

    def _back(self, rest: str) -> None:
        if not self._behind:
            return self.tell("No jump to take back.")
        self._open(*self._behind.pop())

    def _figures(self, rest: str) -> None:
        if self._analysis is None or (passage := self._passage) is None:
            return self._show()
        figures = [f for f in self._analysis.figures if f.passage == passage.id]
        if not figures:
            return self.tell("No figure in this passage.")
        for figure in figures:
            self.tell(f"{_told(self._analysis, figure)}.")
            for row in self._comparison.figure_rows if self._comparison else ():
                if figure.id in row.figures:
                    others = [self._given(other) for other in row.figures if other != figure.id]
                    self.tell(f"{row.label}, {row.verdict}: {'; '.join(filter(None, others))}.")

    def _given(self, figure_id: str) -> str:
        analyses = self._comparison.analyses if self._comparison else ()
        found = ((a, f) for a in analyses for f in a.figures if f.id == figure_id)
        return next((f"{a.article.outlet} {_told(a, f)}" for a, f in found), "")

    def _help(self, rest: str) -> None:
        for typed, told in HELP:
            self.tell(f"{typed}: {told}")


def _told(analysis: Analysis, figure: Figure) -> str:
    from reader.export.sections import told_of

    return ", ".join(told_of(figure, analysis.article))


_ACTIONS: dict[str, Callable[[PlainReader, str], None]] = {
    "next": PlainReader._next,
    "previous": PlainReader._previous,
    "all": PlainReader._all,
    "counterparts": PlainReader._counterparts,
    "jump": PlainReader._jump,
    "back": PlainReader._back,
    "figures": PlainReader._figures,
    "list": PlainReader._list,
    "open": PlainReader._choose,
    "where": PlainReader._where,
    "help": PlainReader._help,
    "?": PlainReader._help,
}


def _action(word: str) -> Callable[[PlainReader, str], None] | None:
    found = [action for name, action in _ACTIONS.items() if name.startswith(word)]
    return found[0] if len(found) == 1 else None
