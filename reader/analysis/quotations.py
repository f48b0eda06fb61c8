"""Words in quotation marks and who speaks them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from reader.analysis.marks import Quoted, quoted
from reader.analysis.phrases import after, tokens
from reader.analysis.speakers import Said, said
from reader.analysis.speech_words import is_speaker
from reader.model import Article, Mention, Passage, Quotation, Span
from reader.text.patterns import expression

_WORD = expression(r"\w+(?:(?:['.]|’(?=\w))\w+)*")
_GLUE = expression(r"[\s,;:.—–-]*(?:that\s+)?")
_CITED = expression(r"[,:]\s*\Z")
_DETERMINER = expression(r"\b(?:an?|the|its|his|her|their|our|so-called|this|these|of)\s+\Z", re.IGNORECASE)

SPEECH = 4
"""Fewer words than this are a fragment: words picked out, or a term held at a distance."""
_WINDOW = 600
"""Characters before and after a quotation in which its speaker is looked for."""
_NEAR, _FAR = 60, 240
"""Characters between a verb of saying and a fragment, or a longer quotation, of its sentence, at most."""


def quotations(article: Article, passages: Sequence[Passage], mentions: Sequence[Mention]) -> tuple[Quotation, ...]:
    """The quotations of the article, speech and scare quotes alike; only speech has a speaker.

    A quotation over several paragraphs that each open anew is one for each paragraph, all in one voice.
    """
    text = article.text
    marked = quoted(text, paragraphs(passages), article.language)
    voices = said(text, passages, mentions, marked)
    every = [one for voice in voices for one in voice]
    starts = [one.saying.start for one in every]
    found: list[Quotation] = []
    at = 0
    for number, words in enumerate(marked):
        while at + 1 < len(passages) and passages[at].end <= words.start:
            at += 1
        last = at
        while last + 1 < len(passages) and passages[last + 1].start < words.end:
            last += 1
        first, end = passages[at].start, passages[last].end
        near = every[
            bisect_left(starts, max(first, words.start - _WINDOW)) : bisect_left(starts, min(end, words.end + _WINDOW))
        ]
        fragment = is_fragment(text, words)
        speaker, voice = _speaker(text, words, fragment, first, near)
        if number and marked[number - 1].goes_on:
            if voice is None:
                speaker, voice = found[-1].speaker, found[-1].voice
            else:
                _hand_back(found, marked, speaker, voice)
        alone = voice is None and not fragment and words.start == first
        if alone and not _WORD.search(text, words.end, end):
            speaker, voice = _continued(passages, at, voices, found[-1] if found else None)
        found.append(Quotation(words.start, words.end, speaker, voice, fragment))
    return tuple(found)


def _hand_back(found: list[Quotation], marked: Sequence[Quoted], speaker: str | None, voice: Span) -> None:
    """Give the speaker to the paragraphs before, which went on to the one that names him."""
    at = len(found) - 1
    while at >= 0 and marked[at].goes_on and found[at].voice is None:
        found[at] = replace(found[at], speaker=speaker, voice=voice)
        at -= 1


def is_fragment(text: str, words: Span) -> bool:
    """Whether the quotation is too short to be a statement."""
    return sum(1 for _ in islice(_WORD.finditer(text, words.start, words.end), SPEECH)) < SPEECH


def paragraphs(passages: Sequence[Passage]) -> list[Span]:
    """The paragraphs that the passages make up, in order."""
    found: list[Span] = []
    last = -1
    for passage in passages:
        if passage.paragraph == last:
            found[-1] = Span(found[-1].start, passage.end)
        else:
            found.append(Span(passage.start, passage.end))
        last = passage.paragraph
    return found


def _speaker(
    text: str, words: Quoted, fragment: bool, start: int, near: Sequence[Said]
) -> tuple[str | None, Span | None]:
    """The speaker that the quotation's own sentences name, and where; the first of them begins at ``start``."""
    best: tuple[int, Said] | None = None
    for one in near:
        rank = _rank(text, words, fragment, one)
        if rank is not None and (best is None or rank < best[0]):
            best = rank, one
    if best:
        return best[1].speaker, best[1].saying.subject
    if fragment or words.start - start > _FAR or not _CITED.search(text, max(start, words.start - 4), words.start):
        return None, None
    introduced = tokens(text[start : words.start], start)
    phrase = after(introduced, 0, frozenset())
    if phrase is None or not introduced[0].capital:
        return None, None
    voice = Span(introduced[phrase.start].start, introduced[phrase.stop - 1].end)
    return (voice.of(text) if is_speaker(introduced[phrase.stop - 1].lower) else None), voice


def _rank(text: str, words: Quoted, fragment: bool, one: Said) -> int | None:
    """How far the quotation is from the saying, the less the better; ``None``: too far, or no speaker is told."""
    saying = one.saying
    if saying.subject is None or saying.verb.of(text).lower() in ("citing", "quoting"):
        return None
    if saying.start >= words.end:
        gap = saying.start - words.end
        glued = _GLUE.fullmatch(text, words.end, saying.start) is not None
        return gap if glued else None if fragment or gap > _FAR else gap + _FAR
    if saying.verb.end > words.start:
        return None
    gap = words.start - saying.end if saying.end <= words.start else words.start - saying.verb.end
    if _GLUE.fullmatch(text, words.start - gap, words.start):
        return gap
    if fragment and (gap > _NEAR or (gap > _NEAR // 2 and _DETERMINER.search(text, words.start - 12, words.start))):
        return None
    return gap + _NEAR if gap <= _FAR else None


def _continued(
    passages: Sequence[Passage], at: int, voices: Sequence[Sequence[Said]], before: Quotation | None
) -> tuple[str | None, Span | None]:
    """The speaker of a sentence that is nothing but quotation: whoever was speaking just before."""
    if at == 0:
        return None, None
    previous = passages[at - 1]
    if previous.paragraph < passages[at].paragraph - 1 or previous.heading:
        return None, None
    if before and before.end > previous.start and before.voice and not before.fragment:
        return before.speaker, before.voice
    last = next((one for one in reversed(voices[at - 1]) if one.saying.subject and one.speaker), None)
    return (last.speaker, last.saying.subject) if last else (None, None)
