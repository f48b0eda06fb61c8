"""The times that a passage tells of: not each time that it names is one.

A year within a name ("the 2015 treaty", "pre-2015 prices") tells which treaty or prices are meant, and not when
anything happened; two years that bound a span ("between 1988 and 1994") are one time.
"""

from __future__ import annotations

from reader.analysis.counted import ends_noun
from reader.analysis.dating import compared, leads_to
from reader.analysis.placing import Placed
from reader.model import Analysis, Moment, Passage, Span
from reader.text.patterns import expression

_YEAR = expression(r"(?:the )?(?:(?:early|mid|late)[ -])?(?:(?:spring|summer|autumn|fall|winter)(?: of)? )?\d{4}")
_PART_OF_A_WORD = expression(r"\b(?:post|pre)[-–‑]$")
_DETERMINED = expression(r"(?:^|(\w+)\s+)(?:the|an?|its|his|her|their|our|this|that|\w+['’]s)\s+$")
_OF_A_BOUND = expression(r"\b(?:since|after|before|until|following)\s+(?:[\w’'-]+\s+){1,7}(?:in|of)\s+$")
"""What another time is counted from: "peace has held since the end of the war in 2015"."""
_TEMPORAL = frozenset("in during throughout amid at over".split())
"""What tells when something happened by a thing that has a year in its name: "during the 2015 war"."""

_WORD = expression(r"\s+([a-z][\w’'-]*)")
_SPAN = expression(r"(?i:\b(?:between (?:the years )?(?P<and>)|from (?P<to>)))$")
_REACH = 24
"""Characters before the first of two years that are looked at."""

_TO = expression(r"\s*(?:to|until|till|through|and|[-–—])\s*")


def times(analysis: Analysis, placed: Placed[Moment], passage: Passage) -> list[Moment]:
    """The resolved times that the passage tells of, in order; those that bound a span as one.

    What was told of is not told of by being set against: "up from 58 percent four years ago".
    """
    text = analysis.article.text
    found: list[Moment] = []
    for moment in placed.within(passage):
        if not (moment.earliest and moment.latest) or within_a_name(text, passage, moment):
            continue
        if compared(text, passage, moment):
            continue
        if found and (joined := _span(text, passage, found[-1], moment)):
            found[-1] = joined
        else:
            found.append(moment)
    return found


def within_a_name(text: str, passage: Passage, moment: Moment) -> bool:
    """Whether a time only tells which thing is meant. What a sentence opens with is what it is about."""
    said = moment.of(text).lower()
    if not _YEAR.fullmatch(said):
        return False
    before = text[passage.start : moment.start].lower()
    if _PART_OF_A_WORD.search(before):
        return True
    if _OF_A_BOUND.search(before) and not leads_to(text, moment, Span(passage.end, passage.end)):
        return True
    after = _WORD.match(text, moment.end, passage.end)
    if after is None or ends_noun(after[1]):
        return False
    determined = _DETERMINED.search(before + ("the " if said.startswith("the ") else ""))
    return bool(determined and determined[1] and determined[1] not in _TEMPORAL)


def _span(text: str, passage: Passage, one: Moment, two: Moment) -> Moment | None:
    """Two times as the ends of one, if the words say so: "between 1988 and 1994", "from 1988 to 1994"."""
    joint = _TO.fullmatch(text, one.end, two.start)
    opened = _SPAN.search(text, max(passage.start, one.start - _REACH), one.start) if joint else None
    if joint is None or opened is None or (opened["and"] is None) == ("and" in joint.group()):
        return None
    if one.earliest is None or two.latest is None or two.latest < one.earliest:
        return None
    return Moment(one.start, two.end, one.earliest, two.latest)
