"""Signs of a machine's hand: lines in which an article says itself that a program wrote, rewrote or translated it.

Observations only, each a line of a text; an article without one may have been written by a program all the same.

===========  ======================================================
the line     example
===========  ======================================================
a credit     Author: ChatGPT
a notice     This article was translated automatically.
a notice     Written with the help of artificial intelligence
===========  ======================================================
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reader.model import Analysis, Line, Phrase
from reader.text.wordlists import sections

LONGEST = 240
"""Characters of a notice, at most: what is longer is an article about such programs."""

_CREDITS = frozenset(("byline", "credit", "source"))
_DONE = r"(?:translated|generated|written|produced|created|rewritten|summari[sz]ed|edited|drafted|compiled)"
_OPENS = (
    r"[\W_]*(?i:(?:(?:note|disclaimer|notice)\W+)?"
    r"(?:(?:this|the) (?:article|story|text|report|translation|content|page|post)\b[^.]{0,60}?)?)"
)
_HELP = r"(?:by|with|using)(?: the (?:help|aid|assistance) of| help from)?(?: an?)?"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A program's name, and a notice that a program was at work."""
    programs = "|".join(re.escape(name) for name in sections(__package__, "machines")["programs"])
    named = rf"(?<![\w-])(?:{programs})(?![\w-])"
    alone = rf"(?i:(?:automatically |machine[- ]|ai[- ]|auto-)(?:{_DONE}|translation)\b|{_DONE} automatically\b)"
    return re.compile(named), re.compile(rf"{_OPENS}(?:{alone}|(?i:{_DONE} {_HELP}) {named})")


def machine_signs(analyses: Sequence[Analysis]) -> tuple[Phrase, ...]:
    """The lines that say so, article by article, in order of the texts."""
    return tuple(
        Phrase(line.start, line.end, analysis.article.id, line.of(analysis.article.text))
        for analysis in analyses
        for line in analysis.article.lines
        if _says_so(line, analysis.article.text)
    )


def _says_so(line: Line, text: str) -> bool:
    words = line.of(text)
    if not words.strip() or len(words) > LONGEST:
        return False
    named, notice = _patterns()
    return (line.role in _CREDITS and named.search(words) is not None) or notice.match(words) is not None
