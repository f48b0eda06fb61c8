"""Who is said to say what, as a sentence words it: the verb of saying, its subject, and to whom or through whom.

=============  ==========================================================  ============================
pattern        example                                                     source, verb, via
=============  ==========================================================  ============================
states         The harbour office said that the quay was shut              the harbour office, said
told           Ilse Marand, harbour minister, told Reuters that ...        Ilse Marand ..., told, Reuters
inverted       "It is shut," said Ilse Marand, harbour minister            Ilse Marand ..., said
according to   The quay is shut, according to the harbour office           the harbour office
as reported    according to what the daily Kyst reported                   the daily Kyst, reported
participle     Marand left early, adding that the quay was shut            Marand, adding
by             The closure was confirmed by the harbour office             the harbour office, confirmed
=============  ==========================================================  ============================
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from reader.analysis.phrases import PRONOUNS, Token, after, before, is_speaker, tokens
from reader.model import Span
from reader.text.wordlists import sections, words_of

_PACKAGE = "reader.analysis"
_READERS = words_of(_PACKAGE, "speakers", "readers")
_CLAUSE = words_of(_PACKAGE, "function_words", "opens what was said")
_BE = frozenset("is are was were be been being".split())  # noqa: SIM905
_OUT = words_of(_PACKAGE, "saying", "before out")
_NEAR = 14
"""A quotation belongs to a verb of calling or describing that stands at most so many words before it."""

Strength = Literal["states", "states that", "quotes", "characterises"]
Pattern = Literal["states", "inverted", "according to", "participle", "by"]


@dataclass(frozen=True, slots=True)
class Saying(Span):
    """One attribution as worded; the span holds subject, verb and addressee. ``subject`` may be wanting."""

    pattern: Pattern
    strength: Strength
    verb: Span
    subject: Span | None
    via: Span | None = None


@dataclass(frozen=True, slots=True)
class _Verb:
    """A form of a verb of saying; ``plain`` ones take any subject, as "say" does."""

    strength: Strength
    participle: bool
    plain: bool = False

    @property
    def quotes(self) -> bool:
        """Whether it attributes nothing without a quotation."""
        return self.strength in ("quotes", "characterises")


@cache
def verbs() -> dict[str, _Verb]:
    """The forms of the verbs of saying."""
    found: dict[str, _Verb] = {}
    for strength in get_args(Strength):
        for line in sections(_PACKAGE, "saying")[strength]:
            for form in line.split():
                found.setdefault(form, _Verb(strength, form.endswith("ing"), line.split()[0] in ("say", "tell")))
    return found


def sayings(text: str, offset: int, quoted: Sequence[Span] = ()) -> tuple[Saying, ...]:
    """The attributions that a sentence at ``offset`` of the article words, outside the quotations given."""
    known = verbs()
    words = tokens(text, offset)
    closed = {at for at, word in enumerate(words) if any(q.start <= word.start < q.end for q in quoted)}
    found: list[Saying] = []
    for at, word in enumerate(words):
        if at in closed or (at and word.capital):
            continue
        if word.lower in known:
            found += _of_verb(words, at, known[word.lower], closed, found)
        elif word.lower in _OUT and at + 1 < len(words) and words[at + 1].lower == "out":
            found += _of_verb(words, at, _Verb("states", word.lower.endswith("ing")), closed, found)
        elif word.lower in ("according", "citing", "quoting"):
            found += _according(words, at, closed)
    return tuple(found)


def _of_verb(
    words: Sequence[Token], at: int, known: _Verb, closed: Collection[int], found: Sequence[Saying]
) -> Iterator[Saying]:
    verb = Span(words[at].start, words[at].end)
    following = words[at + 1].lower if at + 1 < len(words) else "."
    beside = _beside(words, at, known, closed)
    if known.participle:
        if following == "that" or (beside or (known.strength == "states" and following in _CLAUSE)):
            main = next((one.subject for one in reversed(found) if one.subject), None) or opening(words, at, closed)
            yield Saying(verb.start, verb.end, "participle", known.strength, verb, main)
        return
    if following in ("by", "of") or (at and words[at - 1].lower in _BE):
        agent = after(words, at + 2, closed, True) if following == "by" and not known.quotes else None
        if agent and _may_speak(words, agent, known):
            yield Saying(verb.start, agent.end, "by", known.strength, verb, agent)
        return
    if known.quotes and not beside:
        return
    pattern: Pattern = "states"
    subject, apart = None, False
    quote_before = not closed.isdisjoint((at - 1, at - 2, at - 3))
    if quote_before and not (words[at - 1].is_word and at - 1 not in closed):
        subject, pattern = after(words, at + 1, closed), "inverted"
    if subject is None:
        subject, pattern = before(words, at, closed), "states"
        if subject is None and at and words[at - 1].lower in ("and", "but", "also"):
            subject, apart = opening(words, at, closed), True
        first = next((place for place, word in enumerate(words) if subject and word.start == subject.start), 0)
        if subject and first and words[first - 1].lower in ("what", "as") and words[first].lower not in PRONOUNS:
            start = words[first - 3].start if words[first - 2].lower == "to" and first > 2 else words[first - 1].start
            yield Saying(start, verb.end, "according to", "states", verb, subject, _told(words, at, closed))
            return
        beside = beside or (subject is not None and not closed.isdisjoint((first - 1, first - 2)))
    ends = following in ".!?:," and at + 2 >= len(words)
    if known.strength == "states that" and not (beside or ends or _takes_clause(words, at)):
        return
    if (subject is None and not beside) or (subject and not _may_speak(words, subject, known)):
        return
    via = _told(words, at, closed)
    parts = [verb, *(part for part in (subject, via) if part and not (apart and part is subject))]
    yield Saying(min(p.start for p in parts), max(p.end for p in parts), pattern, known.strength, verb, subject, via)


def _beside(words: Sequence[Token], at: int, known: _Verb, closed: Collection[int]) -> bool:
    """Whether a quotation stands where the verb can introduce or tag it."""
    if not closed.isdisjoint((at - 2, at - 1, at + 1)):
        return True
    if known.strength == "quotes":
        return at + 2 in closed and not words[at + 1].is_word
    return not closed.isdisjoint(range(at + 2, at + (_NEAR if known.strength == "characterises" else 3)))


def _may_speak(words: Sequence[Token], subject: Span, known: _Verb) -> bool:
    """Whether the phrase names somebody, or its head is a noun for those who speak; "say" and "tell" take anybody."""
    inside = [word for word in words if subject.start <= word.start < subject.end]
    if inside[0].lower in PRONOUNS:
        return True
    if not any(word.text[0].isalpha() for word in inside):
        return False
    if known.plain:
        return True
    links = (
        at
        for at, word in enumerate(inside)
        if at and (word.lower in ("of", "for", "in", "at", "from", "on", "to") or word.text == ",")
    )
    head = inside[next(links, len(inside)) - 1]
    return head.capital or is_speaker(head.lower)


def _takes_clause(words: Sequence[Token], verb: int) -> bool:
    """Whether "that" or a clause follows, a few words off at most: "reported on Friday that", "believes the sea"."""
    for place, word in enumerate(words[verb + 1 : verb + 8]):
        if word.lower == "that":
            return True
        if place == 0 and (word.lower in _CLAUSE - {"a", "an", "the", "no", "some", "all"} or word.capital):
            return True
        if word.lower == "of" or (not place and word.lower not in _BETWEEN) or (not word.is_word and word.text != ","):
            return False
    return False


def _told(words: Sequence[Token], verb: int, closed: Collection[int]) -> Span | None:
    """To whom or through whom it was said: "told Reuters", "said in an interview with the BBC", "wrote on Telegram"."""
    start = verb + 1
    if not words[verb].lower.startswith(("told", "tell")):
        lead = [word.lower for word in words[start : start + 9]]
        for place, word in enumerate(lead):
            if word in ("that", ",", ".", ":", '"', "“"):
                return None
            if (word in ("with", "to") and place and "interview" in lead[:place]) or (
                word in ("to",) and "remarks" in lead[:place]
            ):
                start += place + 1
                break
            if word == "on" and start + place + 1 < len(words) and words[start + place + 1].capital:
                name = words[start + place + 1]
                return Span(name.start, name.end) if name.lower in _NETWORKS else None
        else:
            return None
    phrase = after(words, start, closed)
    if phrase is None:
        return None
    inside = [word for word in words[start:] if word.end <= phrase.end]
    if any(word.capital for word in inside) or any(word.lower in _READERS for word in inside):
        return phrase
    return None


_BETWEEN = words_of(_PACKAGE, "function_words", "stands between a verb of saying and that")
_NETWORKS = words_of(_PACKAGE, "function_words", "where statements are posted")


def _according(words: Sequence[Token], at: int, closed: Collection[int]) -> Iterator[Saying]:
    start = at + 1
    if words[at].lower == "according":
        if start >= len(words) or words[start].lower != "to":
            return
        start += 1
    if start < len(words) and words[start].lower == "what":
        return
    phrase = after(words, start, closed, True)
    if phrase:
        verb = Span(words[at].start, words[start - 1].end)
        yield Saying(words[at].start, phrase.end, "according to", "states", verb, phrase)


def opening(words: Sequence[Token], stop: int, closed: Collection[int]) -> Span | None:
    """The subject of the sentence: the phrase it opens with, a leading adverbial left out."""
    start = 0
    comma = next((at for at, word in enumerate(words[:stop]) if word.text == ","), None)
    if comma is not None and words[0].lower in _ADVERBIAL:
        start = comma + 1
    return after(words, start, closed)


_ADVERBIAL = words_of(_PACKAGE, "function_words", "opens an adverbial before the subject")
