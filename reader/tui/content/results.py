"""What a search of the library found, as rows: sources, their articles, the sentences in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reader.tui.content.listing import UNKNOWN, headline_of
from reader.tui.content.pieces import Piece, Row, clip, ends, fit, marked, shown
from reader.tui.content.understood import day

if TYPE_CHECKING:
    from reader.analysis.searching import Found, Place
    from reader.library.bookmarks import Bookmark
    from reader.model import Span
    from reader.tui.sought import Sought

_INDENT = 6
_BEFORE = 3  # a third of the row at most stands before the first place found


def results_title(sought: Sought, width: int) -> Row:
    """What is searched for, how much was found, and how far it is."""
    return ends(
        [(" Search", "title"), (f" · {shown(sought.query.text)}", "")], [(f"{counts(sought)} ", "quiet")], width
    )


def counts(sought: Sought) -> str:
    """How much was found: "12 passages in 5 articles", of how many where that is not all."""
    articles = len(sought.found)
    told = f"{articles:,} article{'' if articles == 1 else 's'}"
    if sought.places:
        told = f"{sought.places:,} passage{'' if sought.places == 1 else 's'} in {told}"
    if not sought.over:
        return f"{told} · {sought.read:,} of {sought.to_read:,} read …" if sought.to_read else "searching …"
    return f"{told} · the first {sought.to_read:,} of {sought.total:,}" if sought.to_read < sought.total else told


def source_row(source: str | None, articles: int, width: int) -> Row:
    """A source, and how many of its articles were found."""
    return ends([(" ", ""), (shown(source or UNKNOWN), "section")], [(f"{articles:,} ", "quiet")], width)


def article_row(found: Found, here: bool, read: bool, width: int) -> Row:
    """An article that was found, the words in its title marked."""
    listing = found.listing
    sign: list[Piece] = [
        ("▌" if here else " ", "bar"),
        (" ", ""),
        ("○ " if read else "● ", "quiet" if read else "unread"),
    ]
    role = "" if read else "unread"
    title = _marked(listing.title, 0, found.title_hits, role) if listing.title else ((headline_of(listing), role),)
    return ends(
        [*sign, *title], [(f"{day(listing.published, True) if listing.published else 'no date'} ", "quiet")], width
    )


def place_row(place: Place, here: bool, width: int) -> Row:
    """A sentence with the words in it marked, cut so that the first of them is in sight."""
    room = max(width - _INDENT - 1, 8)
    text, start = place.passage.text, place.passage.start
    first = place.hits[0].start - start
    begin = 0
    if len(text) > room and first > room // _BEFORE:
        begin = min(first - room // _BEFORE, len(text) - room)
        begin = text.find(" ", begin, first) + 1 or begin
    words = _marked(text, start, place.hits, "", begin)
    lead: list[Piece] = [("▌" if here else " ", "bar"), (" " * (_INDENT - 2), ""), ("…" if begin else " ", "quiet")]
    return fit((*lead, *words), width)


def _marked(text: str, start: int, hits: Iterable[Span], role: str, begin: int = 0) -> Row:
    return marked(shown(text), begin, len(text), [(hit.start - start, hit.end - start, "hit") for hit in hits], role)


def nothing_found(sought: Sought, width: int) -> list[Row]:
    """What is shown in place of results."""
    if not sought.over:
        return [fit((("   ", ""), ("Searching …", "quiet")), width)]
    told = [f"Nothing answers “{shown(sought.query.text)}”.", "", "All words must stand in one article. Fewer words, a",
            "beginning (kara*), or name: for a name under all its spellings may find more."]  # fmt: skip
    return [(), *(fit((("   ", ""), (line, "quiet")), width) for line in told)]


def bookmark_row(mark: Bookmark, here: bool, width: int) -> Row:
    """A letter, and the passage it stands for."""
    left: list[Piece] = [("▌" if here else " ", "bar"), (" ", ""), (mark.letter, "key"), ("  ", "")]
    return fit(
        (*left, (clip(shown(mark.outlet), max(width // 4, 8)), "source"), ("  ", ""), (shown(mark.words), "")), width
    )


def letters_told(
    told: str, letters: Sequence[str], more: Sequence[tuple[str, str]], none: str = "a – z"
) -> list[Piece]:
    """What a letter is waited for, which letters have a place (``none``: what is told if none has), other keys."""
    line: list[Piece] = [(f"{told} ", "label")]
    line.append((" ".join(letters) if letters else none, "key" if letters else "quiet"))
    for key, does in more:
        line += [("  ", ""), (key, "key"), (f" {does}", "quiet")]
    return line
