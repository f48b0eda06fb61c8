"""Whose word a figure is: what part of its sentence a verb of saying covers.

Nobody is named for a figure where the sentence leaves it open, and so it may be the outlet's own.

==============  ==========================================================  ===============================
a saying that   example                                                     covers
==============  ==========================================================  ===============================
leads           The harbour office said that 12 boats sank                  what follows, up to a new clause
tags            12 boats sank, the harbour office said                      what stands before it
stands between  The toll, the harbour office said, rose to 12               both sides
is cited        According to the harbour office, 12 boats sank              what follows, or stands before
==============  ==========================================================  ===============================

Not covered: the one who speaks ("two officials said"), an adverbial before him ("for a third day, the crews told …"),
a relative or other clause behind a comma ("said the quay was shut, which had happened two times before").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.model import Attribution, Passage, Quotation, Span
from reader.text.patterns import expression
from reader.text.wordlists import words_of

_DENIALS = words_of("reader.analysis", "saying", "denials")
_CITES = ("according", "citing", "quoting")

_WHEN = r"(?:\s+(?:on|in|at|late|early|this|last|earlier|later|yesterday|today|to|by|via)\b[^,.;:]{0,50})?"
_ENDS = expression(rf"(?i:{_WHEN}\s*(?:,(?!\s*[\"“‘])|[.;!?)—–”\"]|$))")
"""What follows a saying that introduces nothing: at most the time of it, and a mark, but no quotation."""

_PARTED = expression(r"[,”\"'’—–(]\s*$")
"""What stands before a tag."""

_NEW_CLAUSE = expression(
    r";|[,—–]\s+(?:in |of |for |to |with |at |most of )?(?:which|who|whom|whose)\b"
    r"|[,—–]\s+(?:where|when|while|whereas|as|after|before|since|although|though|but|yet|because|despite|following|amid|"
    r"even)\b"
)
"""Where what was said has ended, or may have."""

_CONTRAST = expression(r";|[,—–]\s+(?:while|whereas|but|yet|although|though)\b")
"""What a tag behind it does not reach over."""

_DESCRIBES = expression(r"\s*,?\s+(?:who|whom|whose|which|where)\b")
"""A clause that tells of the one who speaks, right behind his name."""

_GOES_ON = expression(r",\s+(?:and|but|with|\w+ing)\b")
"""How the outlet takes the word again after a tag."""

_MEANWHILE = expression(r"\s+(?:after|before|during|following|when|while|as)\b[^,]*$")
"""When it was said: "the mayor said after three hours of talks"."""

_RELATIVE = expression(r"\b(?:who|which|that)\b")
_THAT = expression(r"\s*(?:,[^,]*,)?\s*(?:(?:on|in|late|early)\s+\w+\s+)?(?:that|he|she|it|they|we|there)\b")
_ANOTHER_VERB = expression(
    r"\band\s+(?:\w+ly\s+)?(?:\w+ed|\w+ought|took|sent|threw|made|went|met|held|gave|began|left)\b"
)
"""What the speaker did besides: "accused the office of neglect and threw 20 stones"."""


_ESTIMATED = expression(r"\b(?:estimate|forecast|figure|toll|count|tally|total)\s+of\s+$")
_BY_ANOTHER = expression(r"\s+(?:[a-z]+\s+){0,2}?(?:by|from)\s+(?:(?:the|an?|its|his|her|their)\s|[A-Z])")
"""A number that somebody else is told to have given: "corrected an estimate of 30 by the port office"."""


def speaker(
    text: str, passage: Passage, place: Span, said: Sequence[Attribution], quoted: Iterable[Quotation] = ()
) -> str | None:
    """Who says what stands at a place of the passage; ``None``: the outlet itself, or nobody knows.

    ``said`` are the attributions of the passage, ``quoted`` the quotations that touch it.
    """
    for quotation in quoted:
        if place in quotation and quotation.speaker:
            return quotation.speaker
    if _BY_ANOTHER.match(text, place.end, passage.end) and _ESTIMATED.search(text, passage.start, place.start):
        return None
    covering = _nearest(text, passage, place, said)
    return covering.source if covering and not _denies(covering) else None


def denied(text: str, passage: Passage, place: Span, said: Sequence[Attribution]) -> bool:
    """Whether what stands at a place is told as what somebody denies."""
    covering = _nearest(text, passage, place, said)
    return covering is not None and _denies(covering) and covering.end <= place.start


def _denies(said: Attribution) -> bool:
    return said.verb.lower() in _DENIALS


def _nearest(text: str, passage: Passage, place: Span, said: Sequence[Attribution]) -> Attribution | None:
    covering = [one for one in said if covers(text, passage, one, place)]
    return min(covering, key=lambda one: min(abs(one.start - place.end), abs(one.end - place.start)), default=None)


def covers(text: str, passage: Passage, said: Attribution, place: Span) -> bool:
    """Whether what stands at a place of the passage is surely what was said."""
    if said.end <= passage.start or said.start >= passage.end:
        return True  # the passage only goes on with the speech
    if said.start < place.end and place.start < said.end:
        return False
    cites = said.verb.lower().startswith(_CITES)
    tags = (
        said.start > passage.start
        and _PARTED.search(text, max(passage.start, said.start - 4), said.start) is not None
        and _ENDS.match(text, said.end, passage.end) is not None
    )
    if place.start >= said.end:
        return _follows(text, said, text[said.end : place.start], tags)
    by = f"{said.verb.lower()} by " in said.of(text).lower()
    return (tags or cites or by) and not _CONTRAST.search(text, place.end, said.start)


def _follows(text: str, said: Attribution, between: str, tags: bool) -> bool:
    """Whether a saying still covers what follows it with those words between."""
    low = between.lower()
    if _NEW_CLAUSE.search(low) or _DESCRIBES.match(low) or (tags and _GOES_ON.match(low)):
        return False
    if "," in low and (_denies(said) or _RELATIVE.search(said.of(text).lower())):
        return False  # "the mayor, who said 12 had died, left after three days"
    if " that " not in low and (_MEANWHILE.match(low) or _addresses(said, low)):
        return False
    return bool(_THAT.match(low)) or not _ANOTHER_VERB.search(low)


def _addresses(said: Attribution, between: str) -> bool:
    """Whether words right after "told" are still those for whom it was told: "told a crowd of 5,000"."""
    return not said.via and said.verb.lower() in ("told", "tells", "tell", "telling") and "," not in between
