"""The grammar of time: a table of named patterns, an example each, over lower-case text.

A pattern's groups say what was read: ``wd`` weekday, ``d`` day, ``m`` month, ``y`` year, ``n`` number, ``u`` unit,
``w`` which (last, next …), ``part`` early or late. What they mean stands in ``absolute`` and ``relative``.
"""

from __future__ import annotations

from typing import Final

from reader.analysis.moments.vocabulary import (
    ANCHOR,
    COUNT,
    DAY,
    EDGE,
    FEAST,
    MONTH,
    ORDINAL,
    PART,
    PART_OF_DAY,
    SEASON,
    SMALL,
    SPELLED_YEAR,
    TO,
    UNIT,
    VAGUE,
    WEEKDAY,
    WHICH,
    YEAR,
)
from reader.text.patterns import expression

PATTERNS: Final[tuple[tuple[str, str, str, str], ...]] = (
    ("iso", "2020-07-01", "D", rf"(?P<y>{YEAR})[-/](?P<mn>\d{{1,2}})[-/](?P<dn>\d{{1,2}})(?!\d)"),
    ("iso month", "2015-12", "D", r"(?P<y>(?:19|20)\d\d)-(?P<mn>0[1-9]|1[0-2])(?![\d-])"),
    ("slashed", "23/08/2039", "D", r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})(?![\d/-])"),
    ("named slashed", "23/sep/2020", "D", rf"(?P<d>\d{{1,2}})[/-](?P<m>{MONTH})[/-](?P<y>{YEAR})"),
    ("named reversed", "2020/sep/23", "D", rf"(?P<y>{YEAR})[/-](?P<m>{MONTH})[/-](?P<d>\d{{1,2}})(?!\d)"),
    (
        "month day range",
        "november 19-20, 2015",
        "Mb",
        rf"(?:(?:between|from) )?(?P<m>{MONTH}) ?(?P<d>{DAY}|{ORDINAL}){TO}"
        rf"(?P<d2>{DAY}|{ORDINAL})(?:,? ?(?:of )?(?P<y>{YEAR}))?",
    ),
    (
        "day range month",
        "4 to 7 may 2019",
        "DObt",
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
        "WDOt",
        rf"(?:(?P<wd>{WEEKDAY}),? )?(?:the )?(?P<d>{DAY}|{ORDINAL})(?: day)?(?: of)?[ /-]?(?P<m>{MONTH})"
        rf"(?:(?:[ ,./-]{{1,2}}(?:of |in )?|’|')(?P<y>{YEAR}|(?<=of )\d\d\b))?",
    ),
    (
        "part of a month",
        "late september 2020",
        "p",
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
    ("which month", "last september", "wt", rf"(?P<w>{WHICH}) (?P<m>{MONTH})(?! ?\d)"),
    ("month", "september", "M", rf"(?P<m>{MONTH})(?! ?\d)"),
    (
        "part of a year",
        "late 2020",
        "pt",
        rf"(?:the )?(?P<part>{PART})[ -](?P<y>{YEAR})(?!['’]?s\b)",
    ),
    (
        "part of a decade",
        "the early 1990s",
        "tpD'",
        rf"(?:the )?(?:(?P<part>{PART})[ -](?:the )?)?(?P<decade>(?:1[5-9]|20)\d0|['’]\d0)\s?['’]?s\b",
    ),
    (
        "century",
        "the 21st century",
        "tpDO",
        rf"(?:the )?(?:(?P<part>{PART})[ -])?(?P<century>\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL})[ -]century",
    ),
    (
        "season year",
        "the fall of 2020",
        "tps",
        rf"(?:the )?(?:{PART}[ -])?(?P<season>{SEASON})(?: of|,)? (?P<y>{YEAR})",
    ),
    (
        "which season",
        "last summer",
        "wt",
        rf"(?P<w>this|last|next|this past|this coming) (?P<season>{SEASON})(?![a-z])",
    ),
    (
        "quarter year",
        "the first quarter of 2019",
        "tDO",
        rf"(?:the )?(?P<q>{ORDINAL}|[1-4](?:st|nd|rd|th))[ -](?P<qu>quarter|half)(?: of(?: the)?| in)? (?P<y>{YEAR})",
    ),
    (
        "year quarter",
        "the 1988 third quarter",
        "tD",
        rf"(?:the )?(?P<y>{YEAR})(?:['’]s)? (?P<q>{ORDINAL}) (?P<qu>quarter|half)",
    ),
    ("q1", "2019-q1", "D", rf"(?P<y>{YEAR})[ -]?(?P<qu>q|h)(?P<q>[1-4])(?!\w)"),
    ("1q", "q1 2019", "u", rf"(?P<qu>q|h)(?P<q>[1-4])(?:[ -](?:of )?(?P<y>{YEAR}))?(?!\w)"),
    (
        "quarter",
        "the third quarter",
        "tOw",
        r"(?:the )?(?:(?P<w>this year['’]s|last year['’]s|next year['’]s) )?"
        r"(?P<q>first|second|third|fourth|final)[ -](?P<qu>quarter)(?: of (?P<w2>this|last|next) year)?(?![a-z])",
    ),
    (
        "nth week of",
        "the second week of 2021",
        "tDOw",
        rf"(?:the )?(?P<n>{ORDINAL}|last|final|\d(?:st|nd|rd|th)) (?P<u>week|weekend) (?:of|in) (?:(?P<m>{MONTH})"
        rf"(?:,? (?P<y>{YEAR}))?|(?P<y2>{YEAR})|(?P<w>this|last|next) (?P<u2>month|year))",
    ),
    (
        "week number",
        "week 3 of 2027",
        "u",
        rf"week (?P<n>\d{{1,2}})(?: of (?:(?P<y>{YEAR})|(?P<w>this|last|next) year))?(?!\d)",
    ),
    (
        "last so many of",
        "the last four months of 2021",
        "twO",
        rf"(?:the )?(?P<w>last|first) (?P<n>{COUNT}) (?P<u>{UNIT})s? of (?:(?P<y>{YEAR})"
        rf"|(?P<m>{MONTH})(?: (?P<y2>{YEAR}))?|(?P<w2>this|last|next) (?P<u2>year|month))",
    ),
    (
        "edge",
        "the end of the year",
        "tp",
        rf"{EDGE} (?:(?P<m>{MONTH})(?:,? (?P<y>{YEAR}))?|(?P<y2>{YEAR})|(?:(?P<w>this|last|next|that) )?"
        rf"(?P<u>week|month|quarter|year|decade|century|day))(?![a-z])",
    ),
    ("year-end", "year-end", "u", rf"(?P<yearend>year-end)(?: (?P<y>{YEAR}))?"),
    (
        "weekday of week",
        "tuesday of last week",
        "W",
        rf"(?P<wd>{WEEKDAY}),? (?:{PART_OF_DAY} )?(?:of |in )?(?:the )?(?P<w>{WHICH}) week(?![a-z])",
    ),
    ("week weekday", "next week wednesday", "w", rf"(?P<w>this|last|next) week(?: on|['’]s)? (?P<wd>{WEEKDAY})"),
    (
        "weekday the nth",
        "monday the 24th",
        "W",
        rf"(?P<wd>{WEEKDAY}),? (?:the )?(?P<d>{ORDINAL}|\d{{1,2}}(?:st|nd|rd|th)?)"
        rf"(?= ?[.,;!?)]| ?$| (?:at|from|between|with|{COUNT})(?![a-z]))",
    ),
    ("a week on weekday", "a week on thursday", "DN", rf"(?P<n>{COUNT}) weeks? (?:from|on|after) (?P<wd>{WEEKDAY})"),
    ("which weekday", "last monday", "wt", rf"(?P<w>{WHICH}) (?P<wd>{WEEKDAY})(?:['’]s|s)?(?![a-z])"),
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
        "tu",
        r"(?:the )?day (?P<beyond>before yesterday|after tomorrow)",
    ),
    (
        "this date last year",
        "a year ago today",
        "DN",
        rf"(?P<n>{COUNT}) (?P<u>{UNIT})s? ago (?P<today>today|this week|this month)",
    ),
    ("today", "yesterday", "d", r"(?P<today>today|yesterday|tomorrow|tonight|tonite|now)(?![a-z])"),
    (
        "this morning",
        "this morning",
        "wtd",
        rf"(?P<w>this|last|that|tomorrow|yesterday|the (?:same|previous|next|following)) {PART_OF_DAY}(?![a-z])",
    ),
    (
        "ago",
        "three years ago",
        "DNv",
        rf"(?:(?:about|around|nearly|almost|more than|over|some|just|roughly) )?(?P<n>{COUNT}|half a|{VAGUE}|a few)"
        rf"(?: and a half)?[ -](?P<u>{UNIT}|{SMALL})s?(?: and (?P<n2>{COUNT}) (?P<u2>{UNIT})s?)? (?:ago|back)(?![a-z])",
    ),
    (
        "before or after",
        "two days later",
        "DNv",
        rf"(?P<n>{COUNT}|a few|several) (?P<u>{UNIT})s? (?P<dir>earlier|later|beforehand|previously|afterwards?|"
        rf"(?:before|after)(?= ?[.,;:!?)]|$| {ANCHOR}))(?: (?P<anchor>{ANCHOR}))?(?![a-z])",
    ),
    (
        "from",
        "three weeks from tomorrow",
        "DNv",
        rf"(?P<n>{COUNT}|half an) (?P<u>{UNIT}|{SMALL})s? (?P<dir>from|after|before) (?P<anchor>now|{ANCHOR})(?![a-z])",
    ),
    (
        "in",
        "in two years",
        "i",
        rf"(?P<dir>in) (?P<n>{COUNT}|half an) (?P<u>{UNIT}|{SMALL})s?(?:['’] time|['’]s time)?(?![a-z'’])",
    ),
    (
        "so long",
        "last three months",
        "w",
        rf"(?P<w>last|past|next|coming|previous|following|preceding|recent) (?P<n>{COUNT}|{VAGUE}|couple)"
        rf" (?P<u>{UNIT}|{SMALL})s?(?![a-z])",
    ),
    (
        "so long, turned",
        "five past years",
        "DN",
        rf"(?P<n>{COUNT}) (?P<w>last|past|next|coming|previous|upcoming) (?P<u>{UNIT}|{SMALL})s(?![a-z])",
    ),
    ("recent", "recent weeks", "wt", rf"(?:the )?(?P<w>recent|past|last|coming) (?P<u>{UNIT})s(?![a-z])"),
    (
        "which period",
        "earlier this year",
        "wtp",
        rf"(?:(?P<part>{PART}|(?:the )?(?:end|start|beginning|rest|remainder|remaining) of)(?: in)? )?"
        rf"(?P<w>{WHICH}) (?P<u>{UNIT}|weekend|workweek)(?:['’]s|s)?(?: before last)?(?![a-z])",
    ),
    (
        "the year before",
        "the year before",
        "t",
        r"the (?P<u>day|night|week|month|year) (?P<dir>before|after)(?P<last> last| next)?(?![a-z])",
    ),
    ("the weekend", "the weekend", "t", r"the (?P<u>weekend)(?![a-z])"),
    (
        "the day",
        "the rest of the week",
        "tp",
        r"(?:the )?(?:rest|remainder|remaining) of the (?P<u>week|month|year|day)(?P<rest>)",
    ),
    ("eve", "the eve of the talks", "t", r"(?P<eve>the eve of)(?: (?:the|an?|its|his|her|their))? [a-z]+"),
    (
        "feast",
        "christmas day",
        "f",
        rf"(?P<feast>{FEAST})(?:,? (?P<y>{YEAR}))?(?![a-z])",
    ),
    ("years", "1991-1994", "D", rf"(?P<y>{YEAR})[-–](?P<y2>{YEAR}|\d\d)(?![\d-])"),
    (
        "the nth",
        "the 18th",
        "t",
        r"the (?P<d>\d{1,2}(?:st|nd|rd|th))(?: day)?(?:(?= ?[.,;:!?)]| ?$)| of (?P<w>this|next|last) month)",
    ),
    ("fiscal year", "fiscal 2019", "u", rf"(?:fiscal|financial) (?:year )?(?P<y>{YEAR})"),
    ("year", "2008", "Dut", rf"(?:(?:the )?year )?(?P<y>{YEAR})(?![-–/]?\w)"),
    ("spelled year", "nineteen ninety six", "N", rf"(?P<sy>{SPELLED_YEAR})"),
)
"""Name, example, openings and pattern, in the order they are tried: the first that matches is taken.

The openings tell which words a pattern may begin with, by the kinds of ``OPENINGS``; D is digits, ' a mark.
"""

HINT: Final = expression(
    r"day|ni(?:ght|te)|week|fortnight|mon|quarter|year|decade|centur|hour|hr|min|second|noon|evening|spring|summer|autumn"
    r"|fall|winter|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|tue|wed|thu|fri|sat|sun|christmas|easter|thanksgiving"
    r"|halloween|eve|tomorrow|now|teen|thousand|q[1-4]|h[12]|\d{4}|\d0\W?s|\d[/.-]\d|\d(?:st|nd|rd|th)"
)
"""Something of this stands within ``REACH`` of the opening of every expression of time."""

REACH: Final = 60
TOKEN = expression(r"[a-z]+|\d+|['’](?=\d0s)")
