"""The grammar of time: a table of named patterns, an example each.

The notation is that of regular expressions over words: small letters are the word itself, whole and in any case;
capitals are a kind of word (``KINDS``), a number of some shape (``NUMBERS``) or a piece with a name (``PIECES``).
``WORD`` is any word or number, ``DASH`` a hyphen or a dash. A blank is any white space, ' any apostrophe.

A pattern's groups say what was read: ``wd`` weekday, ``d`` day, ``m`` month, ``y`` year, ``n`` number, ``u`` unit,
``w`` which (last, next …), ``part`` early or late. What they mean stands in ``absolute``, ``parts`` and ``relative``.
"""

from __future__ import annotations

from typing import Final

PATTERNS: Final[tuple[tuple[str, str, str, str], ...]] = (
    ("iso", "2020-07-01", "YEAR …1-2 - / …2-3 DD", r"(?P<y>YEAR)[-/](?P<mn>DD)[-/](?P<dn>DD)"),
    ("iso month", "2015-12", "YEAR …1-2 - …2-3 YY", r"(?P<y>YEAR)-(?P<mn>YY)(?!-)"),
    ("slashed", "23/08/2039", "DD …1-2 / - …2-3 DD", r"(?P<a>DD)(?P<sep>[/-])(?P<b>DD)(?P=sep)(?P<y>YEAR|YY)(?![/-])"),
    ("dotted", "23.08.2039", "DOTTED", r"(?P<dotted>DOTTED)"),
    ("named slashed", "23/sep/2020", "DD …1-2 / - …2-3 MONTH", r"(?P<d>DD)[/-](?P<m>MONTH)[/-](?P<y>YEAR)"),
    ("named reversed", "2020/sep/23", "YEAR …1-2 - / …2-3 MONTH", r"(?P<y>YEAR)[/-](?P<m>MONTH)[/-](?P<d>DD)"),
    (
        "month day range",
        "november 19-20, 2015",
        "FULLMONTH SHORTMONTH between from …3-10 - – to UNTIL through and …4-14 DAY NTH",
        r"(?:(?:between|from) )?(?P<m>MONTH) ?(?P<d>DAY|NTH)TO(?P<d2>DAY|NTH)(?:,? ?(?:of )?(?P<y>YEAR))?",
    ),
    (
        "day range month",
        "4 to 7 may 2019",
        "DAY NTH between from the …10 - – to UNTIL through and …8 DAY NTH …22 MONTH",
        r"(?:(?:between|from) )?(?:the )?(?P<d>DAY|NTH)TO"
        r"(?P<d2>DAY|NTH)(?: of)?[ -](?P<m>MONTH)(?:,? ?(?:of )?(?P<y>YEAR))?",
    ),
    (
        "month day",
        "monday, may 18, 2015",
        "FULLMONTH SHORTMONTH FULLDAY SHORTDAY …12 DAY NTH",
        r"(?:(?P<wd>WEEKDAY),? (?:the )?)?(?P<m>MONTH)[ ,/-]{0,2}(?:the )?(?P<d>DAY|NTH)"
        r"(?:(?: ?, ?| ?- ?| (?:of |in )?)(?:(?P<y>YEAR)|(?P<sy>SPELLEDYEAR)))?",
    ),
    (
        "day month",
        "the 4th of july of 1995",
        "FULLDAY SHORTDAY DAY NTH the …8 DAY NTH …13 MONTH",
        r"(?:(?P<wd>WEEKDAY),? )?(?:the )?(?P<d>DAY|NTH)(?: day)?(?: of)?[ /-]?(?P<m>MONTH)"
        r"(?:(?:[ ,./-]{1,2}(?:of |in )?|')(?P<y>YEAR|(?<=of )YY))?",
    ),
    (
        "part of a month",
        "late september 2020",
        "very early MIDDLE late later earlier …9 MONTH",
        r"(?P<part>PART)(?:[ -]|-to-late |-to-early )(?:in )?(?P<m>MONTH)(?:,? (?:of )?(?P<y>YEAR))?",
    ),
    (
        "month year",
        "july 2003",
        "FULLMONTH SHORTMONTH …6 YEAR YY two HUNDREDS",
        r"(?P<m>MONTH)[ ,/-]{1,2}(?:of |in )?(?:(?P<y>YEAR|(?<=of )YY)|(?P<sy>SPELLEDYEAR))",
    ),
    ("year month", "2017 april", "YEAR …3 MONTH", r"(?P<y>YEAR)[ /-](?P<m>MONTH)(?! ?FIGURE)"),
    (
        "month of which year",
        "september last year",
        "FULLMONTH SHORTMONTH …8 year",
        r"(?P<m>MONTH) (?:of )?(?P<w>this|last|next|that) year",
    ),
    (
        "which month",
        "last september",
        "this the that last next past previous coming following current upcoming preceding …2-5 MONTH",
        r"(?P<w>WHICH) (?P<m>MONTH)(?! ?FIGURE)",
    ),
    ("month", "september", "FULLMONTH SHORTMONTH", r"(?P<m>MONTH)(?! ?FIGURE)"),
    (
        "part of a year",
        "late 2020",
        "the very early MIDDLE late later earlier …7 YEAR",
        r"(?:the )?(?P<part>PART)[ -](?P<y>YEAR)(?!'?s)",
    ),
    (
        "part of a decade",
        "the early 1990s",
        "the very early MIDDLE late later earlier YEAR ' …9 s",
        r"(?:the )?(?:(?P<part>PART)[ -](?:the )?)?(?P<decade>YEAR|'YY) ?'?s",
    ),
    (
        "century",
        "the 21st century",
        "the very early MIDDLE late later earlier FIGURETH NTH …9 century",
        r"(?:the )?(?:(?P<part>PART)[ -])?(?P<century>FIGURETH|NTH)[ -]century",
    ),
    (
        "season year",
        "the fall of 2020",
        "the very early MIDDLE late later earlier SEASON …11 YEAR",
        r"(?:the )?(?:PART[ -])?(?P<season>SEASON)(?: of|,)? (?P<y>YEAR)",
    ),
    (
        "which season",
        "last summer",
        "this last next …5 SEASON",
        r"(?P<w>(?:this (?:past|coming)|this|last|next)) (?P<season>SEASON)",
    ),
    (
        "quarter year",
        "the first quarter of 2019",
        "the QTH NTH …8 quarter half",
        r"(?:the )?(?P<q>NTH|QTH)[ -](?P<qu>quarter|half)(?: of(?: the)?| in)? (?P<y>YEAR)",
    ),
    (
        "year quarter",
        "the 1988 third quarter",
        "the YEAR …12 quarter half",
        r"(?:the )?(?P<y>YEAR)(?:'s)? (?P<q>NTH) (?P<qu>quarter|half)",
    ),
    ("q1", "2019-q1", "YEAR …3 q h", r"(?P<y>YEAR)[ -]?(?P<qu>q|h)(?P<q>Q)(?!WORD)"),
    ("1q", "q1 2019", "q h", r"(?P<qu>q|h)(?P<q>Q)(?:[ -](?:of )?(?P<y>YEAR))?(?!WORD)"),
    (
        "quarter",
        "the third quarter",
        "the this last next first second third fourth final …11 quarter",
        r"(?:the )?(?:(?P<w>(?:this|last|next) year's) )?(?P<q>first|second|third|fourth|final)[ -](?P<qu>quarter)"
        r"(?: of (?P<w2>this|last|next) year)?",
    ),
    (
        "nth week of",
        "the second week of 2021",
        "the FEWTH NTH last final …8 week WEEKEND",
        r"(?:the )?(?P<n>NTH|last|final|FEWTH) (?P<u>week|WEEKEND) (?:of|in) (?:(?P<m>MONTH)"
        r"(?:,? (?P<y>YEAR))?|(?P<y2>YEAR)|(?P<w>this|last|next) (?P<u2>month|year))",
    ),
    (
        "week number",
        "week 3 of 2027",
        "week",
        r"week (?P<n>DD)(?: of (?:(?P<y>YEAR)|(?P<w>this|last|next) year))?",
    ),
    (
        "last so many of",
        "the last four months of 2021",
        "the last first …3 last first …5 NNN NUMERAL couple …11 UNIT …14 of",
        r"(?:the )?(?P<w>last|first) (?P<n>COUNT) (?P<u>UNIT) of (?:(?P<y>YEAR)"
        r"|(?P<m>MONTH)(?: (?P<y2>YEAR))?|(?P<w2>this|last|next) (?P<u2>year|month))",
    ),
    (
        "edge",
        "the end of the year",
        "the very START MIDDLE end CLOSE …5 START MIDDLE end CLOSE …8 of",
        r"EDGE (?:(?P<m>MONTH)(?:,? (?P<y>YEAR))?|(?P<y2>YEAR)|(?:(?P<w>this|last|next|that) )?"
        r"(?P<u>week|month|quarter|year|decade|century|day))(?!WORD)",
    ),
    ("year-end", "year-end", "year", r"(?P<yearend>year-end)(?: (?P<y>YEAR))?"),
    (
        "weekday of week",
        "tuesday of last week",
        "FULLDAY SHORTDAY …14 week",
        r"(?P<wd>WEEKDAY),? (?:DAYTIME )?(?:of |in )?(?:the )?(?P<w>WHICH) week",
    ),
    (
        "week weekday",
        "next week wednesday",
        "this last next …8 WEEKDAY",
        r"(?P<w>this|last|next) week(?: on|'s)? (?P<wd>WEEKDAY)",
    ),
    (
        "weekday the nth",
        "monday the 24th",
        "FULLDAY SHORTDAY …2-7 DD FIGURETH NTH",
        r"(?P<wd>WEEKDAY),? (?:the )?(?P<d>NTH|DD|FIGURETH)(?= ?[.,;!?)]| ?$| (?:at|from|between|with|COUNT))",
    ),
    (
        "a week on weekday",
        "a week on thursday",
        "NNN NUMERAL …11 week weeks …13 WEEKDAY",
        r"(?P<n>COUNT) (?:week|weeks) (?:from|on|after) (?P<wd>WEEKDAY)",
    ),
    (
        "which weekday",
        "last monday",
        "this the that last next past previous coming following current upcoming preceding …2-5 WEEKDAY",
        r"(?P<w>WHICH) (?P<wd>WEEKDAY)(?:'s)?",
    ),
    (
        "weekday ago",
        "monday two weeks ago",
        "FULLDAY SHORTDAY …11 week weeks",
        r"(?P<wd>WEEKDAY) (?P<n>COUNT) (?:week|weeks) (?P<dir>ago|from (?:now|today))",
    ),
    ("weekday", "wednesday", "FULLDAY SHORTDAY", r"(?P<wd>WEEKDAY)"),
    (
        "the day before yesterday",
        "the day before yesterday",
        "the day …7 yesterday tomorrow",
        r"(?:the )?day (?P<beyond>before yesterday|after tomorrow)",
    ),
    (
        "this date last year",
        "a year ago today",
        "NNN NUMERAL couple …11 ago …14 today this",
        r"(?P<n>COUNT) (?P<u>UNIT) ago (?P<today>today|this (?:week|month))",
    ),
    (
        "today",
        "yesterday",
        "today yesterday tomorrow TONIGHT now",
        r"(?P<today>today|yesterday|tomorrow|TONIGHT|now)",
    ),
    (
        "this morning",
        "this morning",
        "this last that tomorrow yesterday the …2-5 DAYTIME",
        r"(?P<w>(?:this|last|that|tomorrow|yesterday|the (?:same|previous|next|following))) DAYTIME",
    ),
    (
        "ago",
        "three years ago",
        "NNN NUMERAL VAGUE couple around more over LOOSE half … ago back",
        r"(?:(?:around|more than|over|some|LOOSE) )?(?P<n>COUNT|half a|VAGUE|a few)"
        r"(?: and a half)?[ -](?P<u>UNIT|SMALL)(?: and (?P<n2>COUNT) (?P<u2>UNIT))? (?:ago|back)",
    ),
    (
        "before or after",
        "two days later",
        "NNN NUMERAL several couple …9 UNIT …11 earlier later LATER before after",
        r"(?P<n>COUNT|a few|several) (?P<u>UNIT) (?:(?P<dir>earlier|later|LATER)"
        r"|(?P<side>before|after)(?: (?P<anchor>ANCHOR)|(?= ?[.,;:!?)]|$)))",
    ),
    (
        "from",
        "three weeks from tomorrow",
        "NNN NUMERAL half couple …9 UNIT SMALL …11 from after before"
        " …14 now today tomorrow yesterday christmas new MONTH WEEKDAY",
        r"(?P<n>COUNT|half an) (?P<u>UNIT|SMALL) (?P<dir>from|after|before) (?P<anchor>now|ANCHOR)",
    ),
    (
        "in",
        "in two years",
        "in …2-5 NNN NUMERAL couple half …9 UNIT SMALL",
        r"(?P<dir>in) (?P<n>COUNT|half an) (?P<u>UNIT|SMALL)(?:'s? time)?(?!')",
    ),
    (
        "so long",
        "last three months",
        "last past next coming previous following preceding recent …2-5 NNN NUMERAL VAGUE couple …9 UNIT SMALL",
        r"(?P<w>last|past|next|coming|previous|following|preceding|recent) (?P<n>COUNT|VAGUE|couple)"
        r" (?P<u>UNIT|SMALL)",
    ),
    (
        "so long, turned",
        "five past years",
        "NNN NUMERAL …7 last past next coming previous upcoming",
        r"(?P<n>COUNT) (?P<w>last|past|next|coming|previous|upcoming) (?P<u>PLURALUNIT|PLURALSMALL)",
    ),
    (
        "recent",
        "recent weeks",
        "the recent past last coming …5 PLURALUNIT",
        r"(?:the )?(?P<w>recent|past|last|coming) (?P<u>PLURALUNIT)",
    ),
    (
        "which period",
        "earlier this year",
        "the very early MIDDLE late later earlier end START REST"
        " this that last next past previous coming following current upcoming preceding"
        " …13 UNIT WEEKEND",
        r"(?:(?P<part>PART|(?:the )?(?:end|START|REST) of)(?: in)? )?"
        r"(?P<w>WHICH) (?P<u>UNIT|WEEKEND)(?:'s)?(?: before last)?",
    ),
    (
        "the year before",
        "the year before",
        "the …5 before after",
        r"the (?P<u>day|night|week|month|year) (?P<dir>before|after)(?P<last> last| next)?",
    ),
    ("the weekend", "the weekend", "the …3 WEEKEND", r"the (?P<u>WEEKEND)"),
    (
        "the day",
        "the rest of the week",
        "the REST …3 REST",
        r"(?:the )?(?:REST) of the (?P<u>week|month|year|day)(?P<rest>)",
    ),
    ("eve", "the eve of the talks", "the …3 eve", r"(?P<eve>the eve of)(?: (?:the|a|an|POSSESSIVE))? WORD"),
    (
        "feast",
        "christmas day",
        "christmas new halloween valentine boxing may international women fourth armistice remembrance veterans good"
        " easter labor memorial thanksgiving black",
        r"(?P<feast>FEAST)(?:,? (?P<y>YEAR))?",
    ),
    ("years", "1991-1994", "YEAR …1-2 - –", r"(?P<y>YEAR)DASH(?P<y2>YEAR|YY)(?!-)"),
    (
        "the nth",
        "the 18th",
        "the …4 FIGURETH",
        r"the (?P<d>FIGURETH)(?: day)?(?:(?= ?[.,;:!?)]| ?$)| of (?P<w>this|next|last) month)",
    ),
    ("fiscal year", "fiscal 2019", "FISCAL …5 YEAR", r"FISCAL (?:year )?(?P<y>YEAR)"),
    ("year", "2008", "YEAR year the …5 YEAR", r"(?:(?:the )?year )?(?P<y>YEAR)(?!(?:DASH|/)?WORD)"),
    ("spelled year", "nineteen ninety six", "two HUNDREDS …5 TENS thousand", r"(?P<sy>SPELLEDYEAR)"),
)
"""Name, example, openings and pattern, in the order they are tried: the first that matches is taken.

The openings are the words that the pattern may begin with, in the same notation. After each … come words and marks of
which it needs one: "…9" says within nine words, blanks and marks from the opening on, "…2-5" within the third to the
fifth, and a bare one within ``REACH``.
"""

AROUND: Final[dict[str, str]] = {
    "hint": (
        r"FULLMONTH|SHORTMONTH|FULLDAY|SHORTDAY|UNIT|SMALL|DAYTIME|SEASON|YEAR|DOTTED|FIGURETH|HUNDREDS|thousand|today"
        r"|yesterday|tomorrow|TONIGHT|now|christmas|easter|thanksgiving|halloween|eve|WEEKEND|q|h|[/']"
    ),
    "time before": (r"(?:(?:from|between) )?CLOCK(?: ?(?:DASH|to|and|UNTIL) ?CLOCK)?(?: \(CLOCK\))?,? (?:on )?$"),
    "time after": (
        r"(?: DAYTIME)?(?:(?:,| at| from| around| between| before| after){0,2} CLOCK"
        r"(?: ?(?:DASH|to|and|UNTIL) ?CLOCK)?)?"
    ),
    "joint": r" ?(?:DASH|to|UNTIL|through|and) ?(?:the )?",
    "from": r"(?:from|between) (?:the )?$",
    "and": r"and",
    "by": r"(?:by|UNTIL|before|to|through|and) $",
    "figure": r"FIGURE",
    "year": r"YEAR",
}
"""What stands around expressions of time: something of ``hint`` within ``REACH`` of the opening of each; the time of
day; what joins two."""

REACH: Final = 24
"""Words, blanks and marks."""
