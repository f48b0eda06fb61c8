"""The clauses of a sentence, and which of them another passage answers: a sentence may hold two facts.

===========  =======================================================
cut before   example
===========  =======================================================
semicolon    The bridge fell;| nobody was hurt.
and, but …   The bridge fell,| and the road was shut.
while …      The bridge fell,| while the road above it held.
who, which   The bridge fell on a barge,| which sank.
participle   The bridge fell,| killing two.
===========  =======================================================

What has no verb of its own goes with what stands before it. Nothing is cut inside a quotation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from reader.analysis.speech_words import verbs
from reader.model import Passage, Span
from reader.text.patterns import expression
from reader.text.wordlists import words_of
from reader.text.words import words

LEAST = 2
"""Words in common from which a clause may be said to answer; one may stand there by chance."""

_OPENS = (
    r"and|but|or|so|yet|while|whereas|although|though|as|after|before|because|since|when|where|until|unless|if"
    r"|who|whom|whose|which"
)
_NOT_DOING = r"(?:includ|exclud|dur|follow|accord|regard|concern|be|hav)ing|morning|evening|spring|[a-z]*thing"
_DOING = rf"(?!(?:{_NOT_DOING})\b)[a-z]{{2,}}ing"
"""A participle that tells of one more thing done: "pledging help". Some are no more than prepositions."""

_CUT = expression(rf"[;—–]\s+|,\s+(?=(?:{_OPENS}|{_DOING})\s)")
_LED = expression(rf"(?:and\s+)?{_DOING}\s")
_QUOTED = expression(r"“[^”]*”|\"[^\"]*\"")
_FINITE = frozenset("is are was were has have had does did will would can could may might must shall should".split())


def clauses(text: str) -> list[Span]:
    """The clauses of a sentence one after the other, each with what parts it from the next."""
    found: list[Span] = []
    start = 0
    for end in (*_cuts(text), len(text)):
        if found and not (_has_verb(text[start:end]) and _has_verb(found[-1].of(text))):
            found[-1] = Span(found[-1].start, end)
        elif end > start:
            found.append(Span(start, end))
        start = end
    return found


def answered(passage: Passage, shared: Sequence[Span]) -> Span | None:
    """Where in the article the part of a passage stands that holds all words it shares with another passage.

    ``None`` where that is the whole of it, or where too little is shared to tell.
    """
    own = [Span(word.start - passage.start, word.end - passage.start) for word in shared if word in passage]
    parts = clauses(passage.text)
    held = [part for part in parts if any(word.start < part.end and part.start < word.end for word in own)]
    if len(own) < LEAST or not held or (held[0].start, held[-1].end) == (0, len(passage.text)):
        return None
    return Span(passage.start + held[0].start, passage.start + held[-1].end)


def _cuts(text: str) -> Iterator[int]:
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    for found in _CUT.finditer(text):
        if not any(start < found.end() < end for start, end in quoted):
            yield found.end()


def _has_verb(text: str) -> bool:
    """Whether a finite verb seems to stand there, or a participle leads it."""
    return _LED.match(text) is not None or any(
        word in _pasts() or word in _FINITE or word in verbs() or (word.endswith("ed") and len(word) > 4)
        for word in (found.group().lower() for found in words(text))
    )


@cache
def _pasts() -> frozenset[str]:
    return words_of("reader.analysis", "tense", "past")
