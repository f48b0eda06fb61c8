"""The lines above and below a page: titles, source card, hints, the original's lines, help."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.tui.content.listing import headline_of
from reader.tui.content.pieces import BLANK, Piece, Row, clip, ends, fit, row_width, shown, wrap
from reader.tui.content.understood import published

if TYPE_CHECKING:
    from reader.model import Article, Line, Problem
    from reader.tui.keys import Told

IDS_FROM = 110
"""The columns from which the help shows the ids of the actions."""


def outlet_of(article: Article, width: int) -> str:
    """The source, or that there is none, where the title or the text stands beside it; a third of the line at most."""
    return clip(shown(article.source or "no source"), width // 3)


def card(article: Article, place: str, width: int) -> Row:
    """Source, title, byline and agencies, day of publication in one line; ``place`` is where it stands in its story."""
    left: list[Piece] = [(" ", ""), (outlet_of(article, width), "title"), (" · ", "quiet"), (headline_of(article), "")]
    right: list[Piece] = []
    credit = " ".join(filter(None, (shown(article.byline or ""), *(f"via {shown(v)}" for v in article.via))))
    if credit and width >= 110:
        right += [(clip(credit, 36), "quiet"), (" · ", "quiet")]
    right.append((published(article) or "no date", "quiet"))
    if place:
        right += [(" · ", "quiet"), (place, "quiet")]
    right.append((" ", ""))
    return ends(left, right, width)


def column_title(article: Article, active: bool, grade: Piece | None, width: int) -> Row:
    """The title of one source among several: the active one marked; of another, how well its passage corresponds."""
    sign: Piece = ("▸ ", "bar") if active else ("  ", "")
    left: list[Piece] = [(" ", ""), sign, (shown(article.outlet), "title" if active else "quiet")]
    return ends(left, [grade, (" ", "")] if grade else [], width)


def hints(pairs: Sequence[tuple[str, str]], width: int, right: str = "") -> Row:
    """Keys and what they do, the last of them always, of the others as many as fit."""
    kept = list(pairs)
    while len(kept) > 1 and sum(cell_len(key) + cell_len(told) + 3 for key, told in kept) > width - len(right) - 1:
        del kept[-2]
    line: list[Piece] = []
    for key, told in kept:
        line += [("  " if line else " ", ""), (key, "key"), (f" {told}", "quiet")]
    return ends(line, [(right + " ", "quiet")] if right else [], width)


def first_steps(pairs: Sequence[tuple[str, str]], width: int) -> Row:
    """The keys that a new reader has not used yet; each goes once it was used. Where there is none, nothing is told."""
    if not pairs:
        return BLANK
    line: list[Piece] = [(" First steps ", "label")]
    for key, told in pairs:
        line += [("  ", ""), (key, "key"), (f" {told}", "")]
    return fit(line, width)


def status(pieces: Sequence[Piece], width: int, place: str = "", beside: Sequence[Piece] = ()) -> Row:
    """One line: the place first, so that a move that changes nothing else sends no more, then what is told.

    ``beside`` is what goes on meanwhile, at the right end.
    """
    return ends([(" ", ""), (f"{place:<7} " if place else "", "quiet"), *pieces], beside, width)


def original_row(line: Line, article: Article, here: bool, width: int) -> Row:
    """A line of the original with its number; a removed line is dimmed and says why."""
    sign = {"kept": " ", "doubtful": "?", "removed": "-"}[line.state]
    role = {"kept": "", "doubtful": "doubtful", "removed": "removed"}[line.state]
    told = line.reason or (line.role if line.role not in ("body", "blank", "subhead") else "")
    left: list[Piece] = [
        ("▌" if here else " ", "bar"),
        (sign, "differs" if sign == "?" else "quiet"),
        (f"{line.number:>5}  ", "quiet"),
        (shown(line.of(article.text)), role),
    ]
    return ends(left, [(clip(shown(told), max(width // 3, 12)) + " ", "reason")] if told else [], width)


def original_title(article: Article, width: int) -> Row:
    """How many lines the original has, and what became of them."""
    counts = {state: sum(line.state == state for line in article.lines) for state in ("kept", "doubtful", "removed")}
    kept = sum(line.state == "kept" and line.role != "blank" for line in article.lines)
    told = f" · original, {len(article.lines)} lines · {kept} kept · {counts['doubtful']} doubtful"
    return fit(
        ((" ", ""), (outlet_of(article, width), "title"), (f"{told} · {counts['removed']} removed", "quiet")), width
    )


def problem_row(problem: Problem, here: bool, width: int) -> Row:
    """An input that could not be used, or was used with a guess."""
    sign = ("!", "differs") if problem.fatal else ("·", "quiet")
    told = shown(str(problem))
    if cell_len(told) > width - 3:  # what is wrong says more than where the folder is
        told = f"…{told.removeprefix(shown(os.path.dirname(problem.path)))}"
    return fit((("▌" if here else " ", "bar"), sign, (" ", ""), (told, "")), width)


def choice_title(question: Sequence[Piece], width: int) -> Row:
    """What is asked."""
    return fit(((" ", ""), *question), width)


def choice_row(name: str, role: str, told: str, here: bool, width: int) -> Row:
    """Something that can be chosen, and what is known of it."""
    left: list[Piece] = [("▌" if here else " ", "bar"), ("  ", ""), (name, role)]
    return ends(left, [(f"{clip(told, width // 2)} ", "quiet")], width)


def help_rows(told: Told, width: int) -> list[Row]:
    """Keys or a sign, what they do in as many rows as it needs, and where there is room the id that changes them."""
    width = min(width, IDS_FROM)  # the eye has to go from one end to the other
    keys = min(22, width // 4 + 1)
    name: list[Piece] = [(f"{told.id} ", "quiet")] if width >= IDS_FROM else []
    room = width - 3 - keys - row_width(tuple(name)) - 1
    parts = [(told.told[a:b], "") for a, b in wrap(told.told, room)]
    head = ("   ", ""), (told.keys, told.role), (" " * max(keys - cell_len(told.keys), 0), "")
    below = [(("   " + " " * keys, ""), part) for part in parts]
    if cell_len(told.keys) >= keys:  # they need a row of their own
        return [ends(head, name, width), *below]
    return [ends((*head, parts[0]), name, width), *below[1:]]


def section_row(told: str, width: int) -> Row:
    """A heading in the help."""
    return fit(((" ", ""), (told, "section")), width)


def too_small(width: int, height: int) -> list[Row]:
    """What the program says in a window it cannot work in."""
    return [fit(((line, ""),), width) for line in ("parallax needs", "40×10 at least;", f"this is {width}×{height}.")]


MARKS = (
    ("n", "names", frozenset({"person", "place", "organisation", "group", "event", "other"})),
    ("f", "figures", frozenset({"figure"})),
    ("d", "dates", frozenset({"moment"})),
)
"""The marks that can be switched off: key, name, roles."""


def marks_menu(hidden: frozenset[str]) -> list[Piece]:
    """Which marks are on, and the keys that switch them."""
    line: list[Piece] = [("marks  ", "label")]
    for key, name, roles in MARKS:
        line += [(key, "key"), (f" {name} {'off' if roles <= hidden else 'on'}  ", "quiet")]
    return [*line, (" any other key closes", "quiet")]
