"""What a reader types to search a whole library.

=================== ====================================================================================
``ferry fog``       articles that have all of the words, in any order, in title or text
``"struck a rock"`` words that follow each other
``kara*``           words that begin so
``name:marsh``      a name, with a capital letter; under all spellings that are known to be one name
``title:ferry``     in the title
``source:courier``  in the name of the source
``date:2023-09``    published in that year, month or on that day; ``2023-09-19..2023-09-21``, ``>2023-09``, ``<=2023``
``-fog``            not; of any of these
=================== ====================================================================================

A field's value may be quoted: ``source:"Hill Radio"``. ``parse`` raises nothing but ``QueryError``, which says what is
wrong and where.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, cast

from reader.text.folding import tokens
from reader.text.sanitise import one_line

Field = Literal["text", "name", "title", "source", "date"]

FIELDS: tuple[Field, ...] = ("source", "date", "name", "title")
"""Fields that can be named; what names none is looked for in title and text."""

MOST_TERMS = 32
"""Terms of one query: more than anybody types, and few enough for any SQLite."""

Days = tuple[date | None, date | None]
"""The first and the last day; ``None``: open on that side."""


@dataclass(frozen=True, slots=True)
class Term:
    """One condition. ``without``: it may not hold. ``begins``: the last word may go on.

    ``words`` are folded (see ``tokens``); of a source, its letters in small. ``forms`` are other spellings of a name,
    ``short`` forms of it that count only in an article that has the name itself or one of the ``forms``.
    """

    field: Field
    words: tuple[str, ...] = ()
    without: bool = False
    begins: bool = False
    days: Days = (None, None)
    forms: tuple[tuple[str, ...], ...] = ()
    short: tuple[tuple[str, ...], ...] = ()

    @property
    def all_forms(self) -> tuple[tuple[str, ...], ...]:
        """The words, and what stands for them anywhere."""
        return (self.words, *self.forms)


@dataclass(frozen=True, slots=True)
class Query:
    """All terms must hold; there is at least one. ``text`` is the query as typed, on one line."""

    text: str
    terms: tuple[Term, ...]

    @property
    def worded(self) -> tuple[Term, ...]:
        """The terms that an article has to have in its words."""
        return tuple(term for term in self.terms if term.field in ("text", "name", "title") and not term.without)


class QueryError(ValueError):
    """What is wrong with a query, in words; ``at`` is the column, from 1."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(f"{message} (column {at})")
        self.at = at


_TERM = re.compile(
    r"""(?P<without>-?)
        (?:(?P<field>[^\W\d_]+):(?!//))?           # source:   but no address (https://…)
        (?: ["“„«](?P<quoted>[^"“”»]*)(?P<closed>["“”»]?)
          | (?P<plain>\S*) )""",
    re.VERBOSE,
)


def parse(text: str) -> Query:
    """The query that was typed.

    Raises:
        QueryError: it cannot be understood, or asks for nothing.

    """
    terms: list[Term] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        found = _TERM.match(text, at)
        assert found is not None  # every part of the pattern may be empty
        terms.append(_term(found))
        at = max(found.end(), at + 1)
        if len(terms) > MOST_TERMS:
            raise QueryError(f"more than {MOST_TERMS} words and conditions", found.start() + 1)
    if not terms:
        raise QueryError("nothing to search for", 1)
    return Query(one_line(text), tuple(terms))


def spelled(query: Query, groups: Iterable[Iterable[str]]) -> Query:
    """The query, each name in it under all spellings of the groups of names that are one.

    A form that shares a word with the name and has fewer, as a surname by itself, may be somebody else's elsewhere: it
    counts only where the name stands in full.
    """
    known = [{tuple(token.word for token in tokens(name)) for name in group} - {()} for group in groups]
    terms = []
    for term in query.terms:
        if term.field == "name":
            others = set().union(*(group for group in known if term.words in group)) - {term.words}
            short = {form for form in others if len(form) < len(term.words) and set(form) & set(term.words)}
            term = replace(term, forms=tuple(sorted(others - short)), short=tuple(sorted(short)))
        terms.append(term)
    return replace(query, terms=tuple(terms))


def _term(found: re.Match[str]) -> Term:
    at = found.start() + 1
    field, without = (found["field"] or "").lower(), bool(found["without"])
    quoted = found["plain"] is None
    value = found["quoted"] if quoted else found["plain"]
    if field and field not in FIELDS:
        known = ", ".join(f"{name}:" for name in FIELDS)
        raise QueryError(f"there is no “{one_line(field)}:”; there are {known}; or quote it", at)
    if quoted and not found["closed"]:
        raise QueryError("the quotation is not closed", found.start("quoted"))
    if field == "date":
        return Term("date", without=without, days=_days(value.strip(), at))
    if field == "source":
        if not (source := one_line(value).casefold()):
            raise QueryError("source: is to be followed by the name of a source", at)
        return Term("source", (source,), without)
    if not (field or without or quoted) and value in ("AND", "OR", "NOT"):
        told = "-word leaves out" if value == "NOT" else "all words must stand in an article"
        raise QueryError(f"{value} has no meaning here: {told}; in quotation marks it is a word", at)
    words = tuple(token.word for token in tokens(value))
    if not words:
        told = (
            f"{field}: is to be followed by words"
            if field
            else f"“{one_line(found.group())}” has no letter and no number"
        )
        raise QueryError(told, at)
    return Term(cast("Field", field or "text"), words, without, begins=value.endswith("*"))


# ---- days

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def _days(value: str, at: int) -> Days:
    """The days that a date, a range or a bound means."""
    if not value:
        raise QueryError("date: is to be followed by a year, a month or a day (2023, 2023-09, 2023-09-20)", at)
    first, dots, last = value.partition("..")
    if dots and (first or last):
        begin = _day(first, at)[0] if first else None
        end = _day(last, at)[1] if last else None
        if begin and end and end < begin:
            raise QueryError(f"{one_line(value)} ends before it begins", at)
        return begin, end
    sign = value[: 2 if value[1:2] == "=" else 1] if value[0] in "<>" else ""
    begin, end = _day(value[len(sign) :], at)
    try:
        if sign == ">":
            return end + timedelta(1), None
        if sign == "<":
            return None, begin - timedelta(1)
    except OverflowError:
        raise QueryError(f"there are no days {one_line(value)}", at) from None
    return (None if sign == "<=" else begin), (None if sign == ">=" else end)


def _day(value: str, at: int) -> tuple[date, date]:
    """The first and the last day of a year, a month, or the day itself."""
    found = _DATE.fullmatch(value)
    try:
        if found is None:
            raise ValueError
        year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
        if found[3]:
            return date(year, month, day), date(year, month, day)
        if found[2]:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        told = f"“{one_line(value)}” is no date; write 2023, 2023-09 or 2023-09-20"
        raise QueryError(f"{told}, two of them with .. between, or one after < or >", at) from None
