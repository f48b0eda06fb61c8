"""What the signs and marks of each screen mean: they stand in the help as they are drawn on the screen."""

from __future__ import annotations

from reader.tui.keymap import BOARD, LINES, LIST, READ, SIDE
from reader.tui.keys import Told

_TEXT = (
    Told("2", "left of a passage: so many other sources report it", role="count"),
    Told("·", "no other source does", role="alone"),
    Told("?", "others do perhaps: there are weak links alone, and those never count", role="alone"),
    Told("≠2", "a figure in it is given otherwise elsewhere; two other sources report the passage", role="differs"),
    Told("*", "a passage that you pinned to the notebook", role="bar"),
    Told(">", "while a name is followed: a passage that has it", role="bar"),
    Told("strong", "how far a counterpart may be trusted: it reports the same", role="strong"),
    Told("likely", "it most likely does", role="likely"),
    Told("weak", "it may do: read both", role="weak"),
    Told("✓yours", "you confirmed it", role="strong"),
    Told("≠ 31  ≈ 31  = 31", "what the counterpart has for a figure: another; one that bounds allow; the same"),
    Told("Ada Lind", "a name: a person, place, organisation, group or event", role="person"),
    Told("31", "a figure", role="figure"),
    Told("Tuesday", "a day or a time whose date is understood", role="moment"),
    Told("words", "in a counterpart: what both passages have", role="shared"),
    Told("words", "in a counterpart: a part of the sentence that has no words of the passage", role="aside"),
    Told("words", "what a search found", role="hit"),
)

_BOARD = (
    Told("≠", "the sources differ", role="differs"),
    Told("≈", "figures far apart that the bounds allow; words cut or changed", role="count"),
    Told("=", "the same", role="count"),
    Told("!", "look-alikes: equal or close numbers of different things", role="differs"),
    Told("~", "another spelling or form of the name above", role="count"),
    Told("≥ > ≤ < ~", "before a figure: at least, more than, at most, fewer than, about", role="figure"),
    Told("3→2", "three sources that have two origins, by their wording", role="count"),
    Told("▸ ▾", "a fold, closed and open", role="bar"),
)

LEGEND: dict[str, tuple[str, tuple[Told, ...]]] = {
    READ: ("Signs in a text", _TEXT),
    BOARD: ("Signs on the board", _BOARD),
    SIDE: ("Signs side by side", (Told("▸", "the source that the keys move in", role="bar"), *_TEXT[:5])),
    LIST: (
        "Signs in the list",
        (
            Told("●", "not read yet", role="unread"),
            Told("○", "read", role="quiet"),
            Told("=", "by story: the same text as that above it, here by another source or once more", role="count"),
            Told("4 May  640  5", "its day, its number of words, and how many sources its story has", role="count"),
        ),
    ),
    LINES: (
        "Signs of the original",
        (
            Told("-", "a line that was removed; why stands at its end", role="removed"),
            Told("?", "a line in doubt, which is kept", role="doubtful"),
        ),
    ),
}
"""For each screen that has some: the heading, and each sign with what it means."""
