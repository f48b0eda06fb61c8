"""Who is said to say what, as a sentence words it: the verb of saying, its subject, and to whom or through whom.

=============  ==========================================================  ============================
pattern        example                                                     source, verb, via
=============  ==========================================================  ============================
states         The harbour office said that the quay was shut              the harbour office, said
told           Ilse Marand, harbour minister, told Reuters that ...        Ilse Marand ..., told, Reuters
inverted       "It is shut," said Ilse Marand, harbour minister            Ilse Marand ..., said
according to   The quay is shut, according to the harbour office           the harbour office
as reported    according to what the daily Kyst reported                   the daily Kyst, reported
quoted as      Marand was quoted by Tass as saying that ...                Marand, quoted ..., Tass
participle     Marand left early, adding that the quay was shut            Marand, adding
by             The closure was confirmed by the harbour office             the harbour office, confirmed
=============  ==========================================================  ============================
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Literal

from reader.analysis.phrases import Token, after, before, opening, tokens
from reader.analysis.speech_words import CITES, PRONOUNS, READERS, Strength, Verb, is_speaker, triggers, verbs
from reader.model import Span
from reader.text.patterns import expression
from reader.text.wordlists import words_of

_PACKAGE = "reader.analysis"
_CLAUSE = words_of(_PACKAGE, "function_words", "opens what was said")
_BETWEEN = words_of(_PACKAGE, "function_words", "stands between a verb of saying and that")
_NETWORKS = words_of(_PACKAGE, "function_words", "where statements are posted")
_OTHERS = frozenset(("but", "while", "whereas"))
"""After one of these another may be speaking."""
_BE = words_of(_PACKAGE, "function_words", "forms of to be")
_NOBODY = words_of(_PACKAGE, "function_words", "denies its subject")
_ARTICLES = frozenset(("a", "an", "the", "no", "some", "all"))
_JOINS = frozenset(("of", "for", "in", "at", "from", "on", "to", ","))
_TELLS = frozenset(("tell", "tells", "told", "telling"))
_QUOTED = frozenset(("quoted", "cited"))
_LONGEST = 10_000
"""Characters; what is longer is no sentence, whatever it is."""
_PLURAL = frozenset(("they", "we", "i", "and", "police", "people", "media", "clergy", "many", "some"))
_NEAR = 14
"""A quotation belongs to a verb of calling or describing that stands at most so many words before it."""
_LETTERS = expression(r"[a-z]+")

Pattern = Literal["states", "inverted", "according to", "participle", "by"]


@dataclass(frozen=True, slots=True)
class Saying(Span):
    """One attribution as worded; the span holds subject, verb and addressee. ``subject`` may be wanting."""

    pattern: Pattern
    strength: Strength
    verb: Span
    subject: Span | None
    via: Span | None = None


def sayings(text: str, offset: int, quoted: Sequence[Span] = ()) -> tuple[Saying, ...]:
    """The attributions that a sentence at ``offset`` of the article words, outside the quotations given, in order."""
    known = verbs()
    if len(text) > _LONGEST or triggers().isdisjoint(_LETTERS.findall(text.lower())):
        return ()
    words = tokens(text, offset)
    sentence = _Sentence(words, _inside(words, quoted))
    for at, word in enumerate(words):
        if word.lower not in triggers() or at in sentence.closed or (at and word.capital):
            continue
        if word.lower in known:
            sentence.read(at, known[word.lower])
        elif word.lower in CITES:
            sentence.read_citation(at)
        elif sentence.lower(at + 1) == "out":
            sentence.read(at, Verb("states", word.lower.endswith("ing")))
    return tuple(sentence.found)


def _inside(words: Sequence[Token], quoted: Sequence[Span]) -> Set[int]:
    """The places of the words that stand in the quotations, which are in the order of the text."""
    found: set[int] = set()
    at = 0
    for quotation in quoted:
        while at < len(words) and words[at].start < quotation.end:
            if words[at].start >= quotation.start:
                found.add(at)
            at += 1
    return found


class _Sentence:
    """The words of a sentence, which of them are quoted (``closed``), and what was found so far."""

    def __init__(self, words: Sequence[Token], closed: Set[int]) -> None:
        self.closed = closed
        self.found: list[Saying] = []
        self._words = words
        self._main: Span | None = None

    def lower(self, at: int) -> str:
        """The word at that place in lower case; a full stop outside the sentence."""
        return self._words[at].lower if 0 <= at < len(self._words) else "."

    def read(self, at: int, verb: Verb) -> None:
        """Take the verb of saying at that place for what it is."""
        if verb.participle:
            self._participle(at, verb)
        elif self.lower(at + 1) == "by" or (at and self.lower(at - 1) in _BE):
            self._passive(at, verb)
        elif self._beside(at, verb) or not (verb.quotes or (self.lower(at + 1) == "of" and not verb.plain)):
            self._statement(at, verb)

    def read_citation(self, at: int) -> None:
        """Take "according to", "citing" and "quoting" with whoever follows."""
        start = at + 1 + (self.lower(at) == "according")
        if self.lower(at) == "according" and self.lower(at + 1) != "to":
            return
        phrase = after(self._words, start, self.closed, True) if self.lower(start) != "what" else None
        if phrase:
            self._add("according to", "states", range(at, start), phrase)

    def _participle(self, at: int, verb: Verb) -> None:
        if "as" in (self.lower(at - 1), self.lower(at - 2)):
            self._quoted_as(at, verb)
            return
        following = self.lower(at + 1)
        clause = following == "that" or (verb.strength == "states" and following in _CLAUSE)
        if not clause and not self._beside(at, verb):
            return
        main = self._main
        if main is None and (phrase := opening(self._words, at, self.closed)):
            other = any(self.lower(place) in _OTHERS for place in range(phrase.stop, at))
            main = None if other else self._span(phrase)
        place = self._span(range(at, at + 1))
        self.found.append(Saying(place.start, place.end, "participle", verb.strength, place, main))

    def _quoted_as(self, at: int, verb: Verb) -> None:
        """Take "was quoted by Tass as saying" and "was cited as saying by the BBC"."""
        cited = next((place for place in range(at - 1, max(0, at - 12), -1) if self.lower(place) in _QUOTED), 0)
        subject = before(self._words, cited - 1, self.closed) if cited and self.lower(cited - 1) in _BE else None
        if subject is None:
            return
        by = next((place for place in (at + 1, cited + 1) if self.lower(place) == "by"), None)
        via = after(self._words, by + 1, self.closed) if by else None
        self._add("states", verb.strength, range(cited, at + 1), subject, via)

    def _passive(self, at: int, verb: Verb) -> None:
        if self.lower(at + 1) != "by" or verb.quotes:
            return
        agent = after(self._words, at + 2, self.closed, True)
        if agent and self._may_speak(agent, verb):
            self._add("by", verb.strength, range(at, at + 1), agent)

    def _statement(self, at: int, verb: Verb) -> None:
        words, closed = self._words, self.closed
        place = range(at, at + 1)
        beside = self._beside(at, verb)
        tags = not closed.isdisjoint((at - 1, at - 2, at - 3)) and (at - 1 in closed or not words[at - 1].is_word)
        subject = self._after(at) if tags else None
        pattern: Pattern = "inverted" if subject else "states"
        joined = False
        if subject is None and (subject := self._closing_subject(at, verb)):
            pattern, beside = "inverted", True
        if subject is None:
            subject = before(words, at, closed)
            if subject is None and self.lower(at - 1) in ("and", "but", "also"):
                subject, joined = opening(words, at, closed), True
            elif subject is None and self.lower(at - 1) == "," and (subject := self._after(at)):
                pattern = "inverted"
                beside = verb.plain or subject.stop >= len(words) - 1
                subject = subject if beside else None
            first = subject.start if subject else at
            if subject and self.lower(first - 1) in ("what", "as"):
                if self.lower(first) in PRONOUNS:
                    return
                lead = first - 3 if self.lower(first - 3) == "according" else first - 1
                self._add("according to", "states", place, subject, self._via(at), from_=lead)
                return
            touches = not closed.isdisjoint((first - 1, first - 2))
            tags = touches and any(self.lower(place) in ",.?!…—" for place in (first - 1, first - 2))
            beside = beside or touches
        anybody = tags or at + 1 in closed or (at + 2 in closed and not words[at + 1].is_word)
        aside = self.lower(at + 1) == "," == self.lower(first - 1) if subject and pattern == "states" else False
        ends = aside or (self.lower(at + 1) in ".!?:," and at + 2 >= len(words))
        if verb.strength == "states that" and not (beside or ends or self._takes_clause(at)):
            return
        if self._may_speak(subject, verb, anybody) if subject else beside:
            via = self._via(at)
            ordered = via is not None and self.lower(via.stop) == "to" and self.lower(at).startswith("t")
            self._add(pattern, "quotes" if ordered else verb.strength, place, subject, via, apart=joined)

    def _closing_subject(self, at: int, verb: Verb) -> range | None:
        """The name that ends a sentence after the verb: "It will rise, said Ilse Marand, the mayor"."""
        subject = self._after(at) if self.lower(at - 1) == "," else None
        if subject is None or subject.stop < len(self._words) - 1 or not self._may_speak(subject, verb):
            return None
        return subject if any(self._words[place].capital for place in subject) else None

    def _after(self, at: int) -> range | None:
        """Who stands behind the verb as its subject; behind "told" stands whom it was told."""
        return None if self.lower(at) in _TELLS else after(self._words, at + 1, self.closed)

    def _add(
        self,
        pattern: Pattern,
        strength: Strength,
        verb: range,
        subject: range | None,
        via: range | None = None,
        from_: int | None = None,
        apart: bool = False,
    ) -> None:
        """Keep a saying; its wording leaves out a subject that stands ``apart`` from the verb."""
        parts = [part for part in (verb, None if apart else subject, via) if part]
        first = min(part.start for part in parts) if from_ is None else from_
        wording = self._span(range(first, max(part.stop for part in parts)))
        speaker = self._span(subject) if subject else None
        self._main = speaker or self._main
        addressee = self._span(via) if via else None
        self.found.append(Saying(wording.start, wording.end, pattern, strength, self._span(verb), speaker, addressee))

    def _span(self, places: range) -> Span:
        return Span(self._words[places.start].start, self._words[places.stop - 1].end)

    def _beside(self, at: int, verb: Verb) -> bool:
        """Whether a quotation stands where the verb can introduce or tag it."""
        if not self.closed.isdisjoint((at - 2, at - 1, at + 1)):
            return True
        if verb.strength == "quotes":
            return at + 2 in self.closed and not self._words[at + 1].is_word
        return not self.closed.isdisjoint(range(at + 2, at + (_NEAR if verb.strength == "characterises" else 3)))

    def _may_speak(self, subject: range, verb: Verb, anybody: bool = False) -> bool:
        """Whether the phrase names somebody, or its head is a noun for those who speak.

        "Say" takes ``anybody``, and so does each verb that a quotation touches.
        """
        inside = self._words[subject.start : subject.stop]
        if self.lower(subject.start - 1) in _NOBODY or inside[0].lower in _NOBODY:
            return False
        if inside[0].lower in PRONOUNS:
            return not verb.base or inside[0].lower in _PLURAL
        if verb.base and not any(word.lower in _PLURAL or word.lower.endswith("s") for word in inside):
            return False
        if not any(word.text[0].isalpha() for word in inside):
            return False
        joint = next((at for at, word in enumerate(inside) if at and word.lower in _JOINS), len(inside))
        head = inside[joint - 1]
        return anybody or verb.plain or head.text[0].isupper() or is_speaker(head.lower)

    def _takes_clause(self, verb: int) -> bool:
        """Whether "that" or a clause follows, few words off: "reported on Friday that", "believes the sea"."""
        if self.lower(verb + 1) == "," and self.lower(verb + 2) in CITES:
            return True
        if self.lower(verb).startswith("add") and self.lower(verb + 1)[:1].isdecimal():
            return False  # "added 101 yards"
        for place, word in enumerate(self._words[verb + 1 : verb + 8]):
            if word.lower == "that" or (place == 0 and (word.lower in _CLAUSE - _ARTICLES or word.capital)):
                return True
            if (
                word.lower == "of"
                or (not place and word.lower not in _BETWEEN)
                or (not word.is_word and word.text != ",")
            ):
                return False
        return False

    def _via(self, verb: int) -> range | None:
        """To whom or through whom: "told Reuters", "said in an interview with the BBC", "wrote on Telegram"."""
        words = self._words
        start = verb + 1
        if self.lower(verb) not in _TELLS:
            channel = self._channel(start)
            if channel is None or self.lower(channel - 1) == "on":
                return range(channel, channel + 1) if channel else None
            start = channel
        phrase = after(words, start, self.closed)
        if phrase is None:
            return None
        bodies = self.lower(phrase.start) in _ARTICLES
        inside = words[phrase.start : phrase.stop]
        if any(word.capital or word.lower in READERS or (bodies and is_speaker(word.lower)) for word in inside):
            return phrase
        return None

    def _channel(self, start: int) -> int | None:
        """The place of whoever carried the words: after "in an interview with", "in remarks to", "on" a network."""
        meeting = False
        for at in range(start, min(start + 9, len(self._words) - 1)):
            word = self.lower(at)
            if word == "that" or not self._words[at].is_word:
                return None
            if word == "on" and self.lower(at + 1) in _NETWORKS:
                return at + 1
            if meeting and word in ("with", "to"):
                return at + 1
            meeting = meeting or word in ("interview", "remarks")
        return None
