"""Invented reports for the tests of comparison."""

from __future__ import annotations

from datetime import date

from reader.analysis import analyse
from reader.comparison import compare
from reader.model import Article, Comparison, Line

HARBOUR = """\
A fire destroyed the fish market in Ostrava Bay on Tuesday night, killing at least 12 people, officials said.
About 400 people were evacuated from nearby houses by the coast guard.
Governor Lena Marsh promised a full inquiry into the blaze.
Talks on rebuilding the market will be held in Kelm on September 14.
The town band had played at a wedding there the week before."""

COURIER = """\
At least 30 people were killed when the fish market in Ostrava Bay burnt down, rescuers said on Wednesday.
The coast guard evacuated 650 people from their houses near the harbour.
Marsh, the governor, said there would be an inquiry.
Officials and traders meet in Kelm on Thursday for a dialogue about rebuilding.
Ticket prices for the ferry rise by 4 percent next year."""

DISPATCH = """\
The blaze at the fish market of Ostrava Bay injured 400 people, a hospital said.
Governor Lena Marsh announced an inquiry into the fire.
Discussions about rebuilding the market are planned in the city of Kelm on Thursday."""


def article(name: str, text: str, published: date | None = date(2023, 9, 13), title: str | None = None) -> Article:
    """A report that is all body."""
    lines, start = [], 0
    for number, content in enumerate(text.split("\n"), 1):
        role = "body" if content.strip() else "blank"
        lines.append(Line(start, start + len(content), number, "kept", role))
        start += len(content) + 1
    return Article(name, text, tuple(lines), source=name.title(), title=title, published=published)


def compared(**texts: str) -> Comparison:
    """The comparison of reports given by name."""
    return compare([analyse(article(name, text)) for name, text in texts.items()])


def market() -> Comparison:
    """Three reports of one fire."""
    return compared(harbour=HARBOUR, courier=COURIER, dispatch=DISPATCH)


_GIVEN = "Amina Ilya Lena Abbe Vera Juno Milo Ada Otto Ida Piet Nora Hugo Mara Emil Rosa".split()
_FAMILY = "Roy Brandt Marsh Kell Osk Tarr Senn Quill Fenn Morrow Lasker Wick Stahl Dunn Voss Thiel".split()
_OTHERS = "Abel Corin Drace Egger Fust Gorm Hale Ister Jarl Krone Lund Mott Nagel Orth Pell Quist".split()
_PLACES = ["Ostrava Bay", "Kelm", "Port Selm", "Lunn", "Varrow", "Tillen", "Brae", "Neme"]
_THINGS = ["ferry", "bridge", "market", "school", "tower", "library", "orchard", "quarry"]
_HAPPENED = ["burnt down", "was flooded", "was sold", "collapsed", "was robbed", "reopened", "was closed", "was moved"]


def event_report(event: int, number: int, sister: bool = False) -> Article:
    """One of five reports of an invented event, of which there are eight: each leaves another sentence out.

    A ``sister`` is of the same thing in the same place years later, with other people and figures.
    """
    thing, place, happened = _THINGS[event], _PLACES[event], _HAPPENED[event]
    person = event + 8 * sister
    first, second = f"{_GIVEN[person]} {_FAMILY[person]}", f"{_GIVEN[15 - person]} {_OTHERS[person]}"
    count = 17 + 13 * event + 400 * sister
    told = [
        f"The {thing} of {place} {happened} on Tuesday, {first} said.",
        f"{count} people were there when the {thing} {happened}, according to {second}.",
        f"{first}, who has known the {thing} in {place} since childhood, spoke of {count} neighbours.",
        f"In {place} {second} promised an inquiry within {count % 9 + 2} weeks.",
        f"Nobody could tell {first} or {second} how the {thing} {happened}.",
    ]
    chosen = [told[(number + n) % len(told)] for n in range(4)]
    return article(f"event{event}{'b' * sister}-{number}", "\n".join(chosen), published=None)
