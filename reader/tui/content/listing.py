"""The library as rows: headings and articles, in one of three orders."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias, overload

from reader.library.listing import Arrangement, Listing, Order
from reader.tui.content.pieces import Piece, Row, clip, ends, fit, pad, shown
from reader.tui.content.understood import day

if TYPE_CHECKING:
    from reader.model import Article
    from reader.tui.adding import Adding

ORDERS: tuple[Order, ...] = ("source", "story", "date")

UNKNOWN = "no source given"

Listed: TypeAlias = "Article | Listing"
"""An article in a list, its text read or not."""


class Entry:
    """One row of the list: a heading with the count under it, or an article; a ``copy`` has the text of one above."""

    __slots__ = ("article", "copy", "count", "heading")

    def __init__(self, heading: str = "", count: int = 0, article: Listed | None = None, copy: bool = False) -> None:
        self.heading = heading
        self.count = count
        self.article = article
        self.copy = copy


class Entries(Sequence[Entry]):
    """The rows of a list, made when they are looked at: as fast with a hundred thousand as with five."""

    def __init__(
        self,
        sizes: Sequence[int] = (),
        heading: Callable[[int], str] = lambda group: "",
        article: Callable[[int], Listed | None] = lambda number: None,
        find: Callable[[str], int | None] = lambda name: None,
        copy: Callable[[int], bool] = lambda number: False,
    ) -> None:
        """Groups of these sizes; what heads a group, the article of a number, the number of an id, which are copies."""
        self._sizes = sizes
        self._heading = heading
        self._article = article
        self._find = find
        self._copy = copy
        self.articles = sum(sizes)
        # Where each heading stands: after all groups before it and their headings.
        self.headings = [n + before for n, before in enumerate(accumulate(sizes, initial=0))][: len(sizes)]

    def __len__(self) -> int:
        return self.articles + len(self._sizes)

    @overload
    def __getitem__(self, n: int) -> Entry: ...
    @overload
    def __getitem__(self, n: slice) -> Sequence[Entry]: ...
    def __getitem__(self, n: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(n, slice):
            return [self[each] for each in range(*n.indices(len(self)))]
        if not -len(self) <= n < len(self):
            raise IndexError(n)
        n %= len(self)
        group = bisect_right(self.headings, n) - 1
        if self.headings[group] == n:
            return Entry(self._heading(group), self._sizes[group])
        number = n - group - 1
        return Entry(article=self._article(number), copy=self._copy(number))

    def is_heading(self, n: int) -> bool:
        """Whether a heading stands there."""
        return self.headings[bisect_right(self.headings, n) - 1] == n

    def place(self, article: str) -> int | None:
        """Where the article of that id stands."""
        number = self._find(article)
        return None if number is None else self.row_of(number)

    def row_of(self, number: int) -> int:
        """Where the article of that number (from 0) stands."""
        return number + bisect_right([start - n for n, start in enumerate(self.headings)], number)


def headline_of(article: Listed) -> str:
    """The title, or the first words of the text where there is none."""
    if article.title:
        return shown(article.title)
    if isinstance(article, Listing):
        return clip(shown(article.opening), 90) or "(empty)"
    first = next((line for line in article.kept() if line.role == "body"), None)
    return clip(shown(first.of(article.text)).strip(), 90) if first else "(empty)"


def arranged(
    order: Order,
    arrangement: Arrangement,
    row: Callable[[int], Listing | None],
    key: Callable[[str], int | None],
) -> Entries:
    """A list as it was arranged; ``row`` gives the article of a key, ``key`` that of an id."""
    groups, keys, copies = arrangement

    def find(article: str) -> int | None:
        try:
            return keys.index(key(article) or 0)
        except ValueError:
            return None

    sizes = [group.size for group in groups]
    firsts = [0, *accumulate(sizes)]

    def heading(group: int) -> str:
        if order == "source":  # groups are by the folded name
            first = row(keys[firsts[group]])
            return shown((first.source if first else "") or UNKNOWN)
        label = groups[group].label
        if order == "date":
            return day(date.fromisoformat(label), True) if label else "no date given"
        return shown(label) or "on their own"

    return Entries(sizes, heading, lambda number: row(keys[number]), find, lambda number: keys[number] in copies)


def of_one_story(articles: Sequence[Listed]) -> Entries:
    """The articles of one story by their sources."""
    members = sorted(articles, key=lambda a: (not a.source, (a.source or "").casefold(), *_newest_first(a)))
    groups: dict[str, list[Listed]] = {}
    for article in members:
        groups.setdefault((article.source or "").casefold(), []).append(article)
    names = [shown(own[0].source or UNKNOWN) for own in groups.values()]
    ids = [article.id for article in members]
    return Entries(
        [len(own) for own in groups.values()],
        names.__getitem__,
        members.__getitem__,
        lambda name: ids.index(name) if name in ids else None,
    )


def _newest_first(article: Listed) -> tuple[int, str, str]:
    return (-article.published.toordinal() if article.published else 0, shown(article.title or ""), article.path)


def entry_row(
    entry: Entry, width: int, here: bool, order: Order, read: Callable[[Listed], bool], size: Callable[[Listed], int]
) -> Row:
    """A row of the list; ``size`` is the number of sources in the article's story (0: not known yet)."""
    if entry.article is None:
        return ends([(" ", ""), (entry.heading, "section")], [(f"{entry.count} ", "quiet")], width)
    article = entry.article
    unread = not read(article)
    tail: list[Piece] = []
    if width >= 44:
        dated = pad(day(article.published) if article.published else "no date", 8)
        tail = [(dated, "quiet"), (f"{article.words:>6,}", "quiet"), (f"{size(article) or '':>4} ", "count")]
    title: list[Piece] = [
        ("▌" if here else " ", "bar"),
        (" ", ""),
        ("● " if unread else "○ ", "unread" if unread else "quiet"),
    ]
    if order != "source":
        title += [(pad(shown(article.source or UNKNOWN), min(18, width // 4)), "source"), ("  ", "")]
    title += [("= ", "count")] * entry.copy
    title.append((headline_of(article), "unread" if unread else ""))
    return ends(title, tail, width)


def title_row(
    articles: int,
    stories: int | None,
    order: Order,
    width: int,
    reading: tuple[int, int] | None = None,
    grouping: bool = False,
) -> Row:
    """The line above the list: what there is and in which order; ``reading`` is how many are read, of how many.

    ``grouping``: they are read, and so many of them have their stories.
    """
    told = "…" if stories is None else f"{stories} stor{'y' if stories == 1 else 'ies'}"
    counts = f" · {told} · {articles:,} article{'' if articles == 1 else 's'}"
    if reading and reading[1]:
        counts += f" · {'grouping' if grouping else 'reading'} {reading[0]:,} of {reading[1]:,}"
    choice: list[Piece] = [("by ", "quiet")]
    for name in ORDERS:
        choice.append((name, "label" if name == order else "quiet"))
        choice.append((" ", ""))
    return ends([(" Library", "title"), (counts, "quiet")], choice, width)


def no_match(words: str, width: int, search: str) -> list[Row]:
    """What a list says that the filter leaves nothing of, and the ways on; the key ``search`` looks in the texts."""
    told = ["", f"No title, source or date matches “{shown(words)}”.", ""]
    told.append(f"Esc shows all articles; / filters for other words; {search} searches the texts.")
    return [fit((("   ", ""), (line, "quiet")), width) for line in told]


def empty_rows(paths: Sequence[str], width: int, opening: bool = False) -> list[Row]:
    """What an empty library says, and what to do about it; or that it is being opened."""
    if opening:
        return [fit((("   ", ""), (line, "quiet")), width) for line in ("", "Opening …")]
    told = ["", "Nothing to read here yet.", ""]
    told += [f"Looked in {shown(path)}" for path in paths[:5]]
    told += ["", "Give files or folders of articles:  parallax PATH…"]
    return [fit((("   ", ""), (line, "quiet")), width) for line in told]


def adding_told(adding: Adding) -> list[Piece]:
    """How far adding is, and how to stop it."""
    if adding.stopped:
        return [("stopping …", "quiet")]
    count = f"{adding.done} of {adding.total}" if adding.total > 1 or adding.done else "…"
    return [(f"adding {count}", "label"), (" · Esc stops ", "quiet")]


def told_added(adding: Adding) -> list[Piece]:
    """What became of it, in one line: of a single failure, its reason."""
    line: list[Piece] = [("stopped; " if adding.stopped else "", "label"), (shown(adding.told), "label")]
    if len(adding.problems) == 1:
        line.append((f" · {shown(str(adding.problems[0]))}", "differs"))
    elif adding.problems:
        line.append((f" · {shown(str(adding.problems[0]))} · ! in the library shows all", "differs"))
    return line
