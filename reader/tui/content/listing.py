"""The library as rows: headings and articles, in one of three orders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from reader.model import Article, Story
from reader.tui.adding import Adding
from reader.tui.content.pieces import Piece, Row, clip, ends, fit, pad, shown
from reader.tui.content.understood import day, published

Order = Literal["source", "story", "date"]
ORDERS: tuple[Order, ...] = ("source", "story", "date")

UNKNOWN = "no source given"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the list: a heading with the count under it, or an article."""

    heading: str = ""
    count: int = 0
    article: Article | None = None


def headline_of(article: Article) -> str:
    """The title, or the first words of the text where there is none."""
    if article.title:
        return shown(article.title)
    first = next((line for line in article.kept() if line.role == "body"), None)
    return clip(shown(first.of(article.text)).strip(), 90) if first else "(empty)"


def entries(articles: Sequence[Article], order: Order, stories: Sequence[Story] = ()) -> tuple[Entry, ...]:
    """The list in that order; within a heading by date, newest first, then by title."""
    groups: dict[tuple[Any, ...], list[Article]] = {}
    if order == "source":
        for article in articles:
            groups.setdefault((not article.source, (article.source or "").casefold()), []).append(article)
    elif order == "date":
        for article in articles:
            when = article.published
            groups.setdefault((when is None, -when.toordinal() if when else 0), []).append(article)
    else:
        story_of = {name: n for n, story in enumerate(stories) if len(story.articles) > 1 for name in story.articles}
        for article in articles:
            n = story_of.get(article.id, -1)
            groups.setdefault((n < 0, -len(stories[n].articles) if n >= 0 else 0, n), []).append(article)
    found: list[Entry] = []
    for key in sorted(groups):
        members = sorted(groups[key], key=_newest_first)
        story = stories[key[-1]] if order == "story" and key[-1] >= 0 else None
        found.append(Entry(_heading(members[0], order, story), len(members)))
        found += [Entry(article=article) for article in members]
    return tuple(found)


def _heading(article: Article, order: Order, story: Story | None) -> str:
    if order == "source":
        return shown(article.source or UNKNOWN)
    if order == "date":
        return published(article) or "no date given"
    return (shown(story.title) or "untitled story") if story else "on their own"


def _newest_first(article: Article) -> tuple[int, str, str]:
    return (-article.published.toordinal() if article.published else 0, article.title or "", article.path)


def told(article: Article) -> str:
    """What a filter looks in: the title or first words, the source, the date; letters folded."""
    return " ".join((headline_of(article), article.source or "", published(article))).casefold()


def entry_row(
    entry: Entry, width: int, here: bool, order: Order, read: Callable[[Article], bool], size: Callable[[Article], int]
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
    title.append((headline_of(article), "unread" if unread else ""))
    return ends(title, tail, width)


def title_row(articles: int, stories: int | None, order: Order, width: int) -> Row:
    """The line above the list: what there is, and in which order it stands."""
    told = "…" if stories is None else f"{stories} stor{'y' if stories == 1 else 'ies'}"
    counts = f" · {told} · {articles:,} article{'' if articles == 1 else 's'}"
    choice: list[Piece] = [("by ", "quiet")]
    for name in ORDERS:
        choice.append((name, "label" if name == order else "quiet"))
        choice.append((" ", ""))
    return ends([(" Library", "title"), (counts, "quiet")], choice, width)


def no_match(words: str, width: int) -> list[Row]:
    """What a list says that the filter leaves nothing of, and the way back."""
    told = ["", f"Nothing matches “{shown(words)}”.", "", "Esc shows all articles; / filters for other words."]
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
