"""The grammar of time: a table of named patterns, an example each, over lower-case text.

A pattern's groups say what was read: ``wd`` weekday, ``d`` day, ``m`` month, ``y`` year, ``n`` number, ``u`` unit,
``w`` which (last, next …), ``part`` early or late. What they mean stands in ``absolute`` and ``relative``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from reader.analysis.moments.vocabulary import (
    ANCHOR,
    COUNT,
    COUNTS,
    DAY,
    EDGE,
    FEAST,
    MONTH,
    MONTHS,
    OPENINGS,
    ORDINAL,
    ORDINALS,
    PART,
    PART_OF_DAY,
    SEASON,
    SMALL,
    SPELLED_YEAR,
    TO,
    UNIT,
    VAGUE,
    WEEKDAY,
    WEEKDAYS,
    WHICH,
    YEAR,
)

PATTERNS: Final[tuple[tuple[str, str, str, str], ...]] = (
    ("iso", "2020-07-01", "D", rf"(?P<y>{YEAR})[-/](?P<mn>\d{{1,2}})[-/](?P<dn>\d{{1,2}})(?!\d)"),
    ("iso month", "2015-12", "D", r"(?P<y>(?:19|20)\d\d)-(?P<mn>0[1-9]|1[0-2])(?![\d-])"),
    ("slashed", "23/08/2039", "D", r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})(?![\d/-])"),
    ("named slashed", "23/sep/2020", "D", rf"(?P<d>\d{{1,2}})[/-](?P<m>{MONTH})[/-](?P<y>{YEAR})"),
    ("named reversed", "2020/sep/23", "D", rf"(?P<y>{YEAR})[/-](?P<m>{MONTH})[/-](?P<d>\d{{1,2}})(?!\d)"),
    (
        "month day range",
        "november 19-20, 2015",
        "M-",
        rf"(?:(?:between|from) )?(?P<m>{MONTH}) ?(?P<d>{DAY}|{ORDINAL}){TO}"
        rf"(?P<d2>{DAY}|{ORDINAL})(?:,? ?(?:of )?(?P<y>{YEAR}))?",
    ),
    (
        "day range month",
        "4 to 7 may 2019",
        "DO-",
        rf"(?:(?:between|from) )?(?:the )?(?P<d>{DAY}|{ORDINAL}){TO}"
        rf"(?P<d2>{DAY}|{ORDINAL})(?: of)?[ -](?P<m>{MONTH})(?:,? ?(?:of )?(?P<y>{YEAR}))?",
    ),
    (
        "month day",
        "monday, may 18, 2015",
        "MW",
        rf"(?:(?P<wd>{WEEKDAY}),? (?:the )?)?(?P<m>{MONTH})[ ,/-]{{0,2}}(?:the )?(?P<d>{DAY}|{ORDINAL})"
        rf"(?:(?:\s?,\s?|\s?-\s?| (?:of |in )?)(?:(?P<y>{YEAR})|(?P<sy>{SPELLED_YEAR})))?",
    ),
    (
        "day month",
        "the 4th of july of 1995",
        "WDO-",
        rf"(?:(?P<wd>{WEEKDAY}),? )?(?:the )?(?P<d>{DAY}|{ORDINAL})(?: day)?(?: of)?[ /-]?(?P<m>{MONTH})"
        rf"(?:(?:[ ,./-]{{1,2}}(?:of |in )?|’|')(?P<y>{YEAR}|(?<=of )\d\d\b))?",
    ),
    (
        "part of a month",
        "late september 2020",
        "-",
        rf"(?P<part>{PART})(?:[ -]|-to-late |-to-early )(?:in )?(?P<m>{MONTH})(?:,? (?:of )?(?P<y>{YEAR}))?",
    ),
    (
        "month year",
        "july 2003",
        "M",
        rf"(?P<m>{MONTH})[ ,/-]{{1,2}}(?:of |in )?(?:(?P<y>{YEAR}|(?<=of )\d\d\b)|(?P<sy>{SPELLED_YEAR}))",
    ),
    ("year month", "2017 april", "D", rf"(?P<y>{YEAR})[ /-](?P<m>{MONTH})(?! ?\d)"),
    ("month of which year", "september last year", "M", rf"(?P<m>{MONTH}) (?:of )?(?P<w>this|last|next|that) year"),
    ("which month", "last september", "-", rf"(?P<w>{WHICH}) (?P<m>{MONTH})(?! ?\d)"),
    ("month", "september", "M", rf"(?P<m>{MONTH})(?! ?\d)"),
    (
        "part of a year",
        "late 2020",
        "-",
        rf"(?:the )?(?P<part>{PART})[ -](?P<y>{YEAR})(?!['’]?s\b)",
    ),
    (
        "part of a decade",
        "the early 1990s",
        "D-",
        rf"(?:the )?(?:(?P<part>{PART})[ -](?:the )?)?(?P<decade>(?:1[5-9]|20)\d0|['’]\d0)\s?['’]?s\b",
    ),
    (
        "century",
        "the 21st century",
        "DO-",
        rf"(?:the )?(?:(?P<part>{PART})[ -])?(?P<century>\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL})[ -]century",
    ),
    ("season year", "the fall of 2020", "-", rf"(?:the )?(?:{PART}[ -])?(?P<season>{SEASON})(?: of|,)? (?P<y>{YEAR})"),
    ("which season", "last summer", "-", rf"(?P<w>this|last|next|this past|this coming) (?P<season>{SEASON})(?![a-z])"),
    (
        "quarter year",
        "the first quarter of 2019",
        "DO-",
        rf"(?:the )?(?P<q>{ORDINAL}|[1-4](?:st|nd|rd|th))[ -](?P<qu>quarter|half)(?: of(?: the)?| in)? (?P<y>{YEAR})",
    ),
    (
        "year quarter",
        "the 1988 third quarter",
        "D-",
        rf"(?:the )?(?P<y>{YEAR})(?:['’]s)? (?P<q>{ORDINAL}) (?P<qu>quarter|half)",
    ),
    ("q1", "2019-q1", "D", rf"(?P<y>{YEAR})[ -]?(?P<qu>q|h)(?P<q>[1-4])(?!\w)"),
    ("1q", "q1 2019", "-", rf"(?P<qu>q|h)(?P<q>[1-4])(?:[ -](?:of )?(?P<y>{YEAR}))?(?!\w)"),
    (
        "quarter",
        "the third quarter",
        "O-",
        r"(?:the )?(?:(?P<w>this year['’]s|last year['’]s|next year['’]s) )?"
        r"(?P<q>first|second|third|fourth|final)[ -](?P<qu>quarter)(?: of (?P<w2>this|last|next) year)?(?![a-z])",
    ),
    (
        "nth week of",
        "the second week of 2021",
        "DO-",
        rf"(?:the )?(?P<n>{ORDINAL}|last|final|\d(?:st|nd|rd|th)) (?P<u>week|weekend) (?:of|in) (?:(?P<m>{MONTH})"
        rf"(?:,? (?P<y>{YEAR}))?|(?P<y2>{YEAR})|(?P<w>this|last|next) (?P<u2>month|year))",
    ),
    (
        "week number",
        "week 3 of 2027",
        "-",
        rf"week (?P<n>\d{{1,2}})(?: of (?:(?P<y>{YEAR})|(?P<w>this|last|next) year))?(?!\d)",
    ),
    (
        "last so many of",
        "the last four months of 2021",
        "O-",
        rf"(?:the )?(?P<w>last|first) (?P<n>{COUNT}) (?P<u>{UNIT})s? of (?:(?P<y>{YEAR})"
        rf"|(?P<m>{MONTH})(?: (?P<y2>{YEAR}))?|(?P<w2>this|last|next) (?P<u2>year|month))",
    ),
    (
        "edge",
        "the end of the year",
        "-",
        rf"{EDGE} (?:(?P<m>{MONTH})(?:,? (?P<y>{YEAR}))?|(?P<y2>{YEAR})|(?:(?P<w>this|last|next|that) )?"
        rf"(?P<u>week|month|quarter|year|decade|century|day))(?![a-z])",
    ),
    ("year-end", "year-end", "-", rf"(?P<yearend>year-end)(?: (?P<y>{YEAR}))?"),
    (
        "weekday of week",
        "tuesday of last week",
        "W",
        rf"(?P<wd>{WEEKDAY}),? (?:{PART_OF_DAY} )?(?:of |in )?(?:the )?(?P<w>{WHICH}) week(?![a-z])",
    ),
    ("week weekday", "next week wednesday", "-", rf"(?P<w>this|last|next) week(?: on|['’]s)? (?P<wd>{WEEKDAY})"),
    (
        "weekday the nth",
        "monday the 24th",
        "W",
        rf"(?P<wd>{WEEKDAY}),? (?:the )?(?P<d>{ORDINAL}|\d{{1,2}}(?:st|nd|rd|th)?)"
        rf"(?= ?[.,;!?)]| ?$| (?:at|from|between|with|{COUNT})(?![a-z]))",
    ),
    ("a week on weekday", "a week on thursday", "DN", rf"(?P<n>{COUNT}) weeks? (?:from|on|after) (?P<wd>{WEEKDAY})"),
    ("which weekday", "last monday", "-", rf"(?:on )?(?P<w>{WHICH}) (?P<wd>{WEEKDAY})(?:['’]s|s)?(?![a-z])"),
    (
        "weekday ago",
        "monday two weeks ago",
        "W",
        rf"(?P<wd>{WEEKDAY}) (?P<n>{COUNT}) weeks? (?P<dir>ago|from (?:now|today))",
    ),
    ("weekday", "wednesday", "W", rf"(?P<wd>{WEEKDAY})"),
    (
        "the day before yesterday",
        "the day before yesterday",
        "-",
        r"(?:the )?day (?P<beyond>before yesterday|after tomorrow)",
    ),
    (
        "this date last year",
        "a year ago today",
        "DN",
        rf"(?P<n>{COUNT}) (?P<u>{UNIT})s? ago (?P<today>today|this week|this month)",
    ),
    ("today", "yesterday", "-", r"(?P<today>today|yesterday|tomorrow|tonight|tonite|now)(?![a-z])"),
    (
        "this morning",
        "this morning",
        "-",
        rf"(?P<w>this|last|that|tomorrow|yesterday|the (?:same|previous|next|following)) {PART_OF_DAY}(?![a-z])",
    ),
    (
        "ago",
        "three years ago",
        "DN-",
        rf"(?:(?:about|around|nearly|almost|more than|over|some|just|roughly) )?(?P<n>{COUNT}|half a|{VAGUE}|a few)"
        rf"(?: and a half)?[ -](?P<u>{UNIT}|{SMALL})s?(?: and (?P<n2>{COUNT}) (?P<u2>{UNIT})s?)? (?:ago|back)(?![a-z])",
    ),
    (
        "before or after",
        "two days later",
        "DN-",
        rf"(?P<n>{COUNT}|a few|several) (?P<u>{UNIT})s? (?P<dir>earlier|later|beforehand|previously|afterwards?|"
        rf"(?:before|after)(?= ?[.,;:!?)]|$| {ANCHOR}))(?: (?P<anchor>{ANCHOR}))?(?![a-z])",
    ),
    (
        "from",
        "three weeks from tomorrow",
        "DN-",
        rf"(?P<n>{COUNT}|half an) (?P<u>{UNIT}|{SMALL})s? (?P<dir>from|after|before) (?P<anchor>now|{ANCHOR})(?![a-z])",
    ),
    (
        "in",
        "in two years",
        "-",
        rf"(?P<dir>in) (?P<n>{COUNT}|half an) (?P<u>{UNIT}|{SMALL})s?(?:['’] time|['’]s time)?(?![a-z'’])",
    ),
    (
        "so long",
        "last three months",
        "-",
        rf"(?P<w>last|past|next|coming|previous|following|preceding|recent) (?P<n>{COUNT}|{VAGUE}|couple)"
        rf" (?P<u>{UNIT}|{SMALL})s?(?![a-z])",
    ),
    (
        "so long, turned",
        "five past years",
        "DN",
        rf"(?P<n>{COUNT}) (?P<w>last|past|next|coming|previous|upcoming) (?P<u>{UNIT}|{SMALL})s(?![a-z])",
    ),
    ("recent", "recent weeks", "-", rf"(?:the )?(?P<w>recent|past|last|coming) (?P<u>{UNIT})s(?![a-z])"),
    (
        "which period",
        "earlier this year",
        "-",
        rf"(?:(?P<part>{PART}|(?:the )?(?:end|start|beginning|rest|remainder|remaining) of)(?: in)? )?"
        rf"(?P<w>{WHICH}) (?P<u>{UNIT}|weekend|workweek)(?:['’]s|s)?(?: before last)?(?![a-z])",
    ),
    (
        "the year before",
        "the year before",
        "-",
        r"the (?P<u>day|night|week|month|year) (?P<dir>before|after)(?P<last> last| next)?(?![a-z])",
    ),
    ("the weekend", "the weekend", "-", r"the (?P<u>weekend)(?![a-z])"),
    (
        "the day",
        "the rest of the week",
        "-",
        r"(?:the )?(?:rest|remainder|remaining) of the (?P<u>week|month|year|day)(?P<rest>)",
    ),
    ("eve", "the eve of the talks", "-", r"(?P<eve>the eve of)(?: (?:the|an?|its|his|her|their))? [a-z]+"),
    (
        "feast",
        "christmas day",
        "-",
        rf"(?P<feast>{FEAST})(?:,? (?P<y>{YEAR}))?(?![a-z])",
    ),
    ("years", "1991-1994", "D", rf"(?P<y>{YEAR})[-–](?P<y2>{YEAR}|\d\d)(?![\d-])"),
    (
        "the nth",
        "the 18th",
        "-",
        r"the (?P<d>\d{1,2}(?:st|nd|rd|th))(?: day)?(?:(?= ?[.,;:!?)]| ?$)| of (?P<w>this|next|last) month)",
    ),
    ("fiscal year", "fiscal 2019", "-", rf"(?:fiscal|financial) (?:year )?(?P<y>{YEAR})"),
    ("year", "2008", "D-", rf"(?:(?:the )?year )?(?P<y>{YEAR})(?![-–/]?\w)"),
    ("spelled year", "nineteen ninety six", "N", rf"(?P<sy>{SPELLED_YEAR})"),
)
"""Name, example, openings and pattern, in the order they are tried: the first that matches is taken.

The openings tell which words a pattern may begin with: M a month, W a weekday, D digits, O an ordinal, N a number in
words, - any other word that moments begin with.
"""

TOKEN = re.compile(r"[a-z]+|\d+|['’](?=\d0s)")
Pattern = tuple[str, re.Pattern[str]]


@cache
def _tables() -> dict[str, tuple[Pattern, ...]]:
    compiled = [(name, re.compile(pattern), opens) for name, _, opens, pattern in PATTERNS]
    return {kind: tuple((n, p) for n, p, opens in compiled if kind in opens) for kind in "MWDON-"}


@cache
def _openings() -> dict[str, tuple[Pattern, ...]]:
    """The patterns that may begin with a word, each in the order of the table."""
    tables, found = _tables(), dict[str, set[str]]()
    for kind, words in (("M", MONTHS), ("W", WEEKDAYS), ("O", ORDINALS), ("N", COUNTS), ("-", OPENINGS)):
        for word in words:
            found.setdefault(word.split()[0], set()).add(kind)
    order = [name for name, *_ in PATTERNS]
    return {
        word: tuple(sorted({p for kind in kinds for p in tables[kind]}, key=lambda p: order.index(p[0])))
        for word, kinds in found.items()
    }


def opening(token: str) -> tuple[Pattern, ...]:
    """The patterns that may begin with this word or number, compiled once, when first needed."""
    if token[0].isdigit():
        return _tables()["D"]
    return _openings().get(token, ()) if token[0].isalpha() else _tables()["-"]
