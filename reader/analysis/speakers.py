"""Who the words for a speaker mean: a full name for a surname, and a pronoun or "the ministry" followed back.

A pronoun goes back to the nearest speaker, or subject of a sentence, that it can stand for; "the minister" to the
nearest minister with a name. What goes back to nothing stays without a name rather than with a wrong one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, takewhile
from typing import Literal, NamedTuple

from reader.analysis.saying import Saying, sayings
from reader.analysis.speech_words import BODIES, PERSONS, is_speaker
from reader.model import Mention, Passage, Span
from reader.text.patterns import expression
from reader.text.wordlists import words_of

Sort = Literal["person", "body", "several"]
"""What a pronoun tells apart: he or she, it, they."""

_PRONOUNS: dict[str, tuple[Sort, ...]] = {"it": ("body",), "they": ("several", "body")}
_GENDERED = {word: one for one in ("he", "she") for word in (one, *words_of("reader.analysis", "speakers", one))}
_WORD = expression(r"[^\W_]+(?:['’.-][^\W_]+)*")
_OWN_PRONOUN = expression(r"(?:\s+that)?\s+(he|she)\b")
_LONGEST = 90
"""Characters of a speaker's name and role that are shown, at most."""
_PEOPLE = 4
"""Persons that a pronoun may choose among, at most."""
_BACK = 6
"""Passages that a pronoun may lie behind the one it stands for, at most."""


class Said(NamedTuple):
    """A saying and the name of its speaker: ``None`` where nobody is named or a pronoun leads nowhere."""

    saying: Saying
    speaker: str | None


def said(
    text: str, passages: Sequence[Passage], mentions: Sequence[Mention], quoted: Sequence[Span]
) -> tuple[tuple[Said, ...], ...]:
    """What each passage says of who says it, in the order of the passages; ``quoted`` in the order of the text."""
    return _said(text, tuple(passages), tuple(mentions), tuple(Span(one.start, one.end) for one in quoted))


@lru_cache(maxsize=1)  # quotations and attributions of one article ask one after the other
def _said(
    text: str, passages: tuple[Passage, ...], mentions: tuple[Mention, ...], quoted: tuple[Span, ...]
) -> tuple[tuple[Said, ...], ...]:
    speakers = _Speakers(text, mentions)
    found = []
    first = 0
    for number, passage in enumerate(passages):
        while first < len(quoted) and quoted[first].end <= passage.start:
            first += 1
        last = first
        while last < len(quoted) and quoted[last].start < passage.end:
            last += 1
        worded = () if passage.heading else sayings(passage.text, passage.start, quoted[first:last])
        inside = [Said(one, speakers.name(one.subject, number) if one.subject else None) for one in worded]
        for one in inside:
            if one.speaker:
                speakers.heed(one.saying, one.speaker)
        found.append(tuple(inside))
        speakers.read(passage, number)
    return tuple(found)


class _Speakers:
    """Those who spoke or acted so far."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._mentions = sorted(mentions, key=lambda mention: mention.start)
        self._starts = [mention.start for mention in self._mentions]
        self._last: dict[Sort, tuple[str, int]] = {}
        self._people: dict[str, int] = {}
        self._gender: dict[str, str] = {}
        self._by_noun: dict[str, str] = {}
        self._full: dict[str, str] = {}
        for mention in self._mentions:
            name = mention.of(text)
            if mention.kind == "person" and len(name) > len(self._full.get(mention.entity, "")):
                self._full[mention.entity] = name

    def name(self, subject: Span, number: int) -> str | None:
        """Whom the phrase means, as shown; remembered for the pronouns to come."""
        phrase = " ".join(subject.of(self._text).split())
        words = _WORD.findall(phrase)
        if not words:
            return None
        first = words[0] if len(words[0]) > 1 and words[0].isupper() else words[0].lower()
        if len(words) == 1 and first in ("he", "she"):
            return self._person(first, number)
        if len(words) == 1 and first in _PRONOUNS:
            known = [self._last[sort] for sort in _PRONOUNS[first] if sort in self._last]
            found, where = max(known, key=lambda one: one[1], default=(None, 0))
            if found is None or number - where > _BACK:
                return None
            for sort in _PRONOUNS[first]:
                if self._last.get(sort, ("", 0))[0] == found:
                    self._last[sort] = found, number
            return found
        if first in ("we", "i", "you", "who", "that", "this", "these", "those", "one") and len(words) == 1:
            return None
        if first == "the" and len(words) == 2 and words[1].islower() and words[1] in self._by_noun:
            phrase = self._by_noun[words[1]]
        inside = self._inside(subject)
        if len(inside) == 1 and inside[0].kind == "person" and inside[0].of(self._text) == phrase:
            phrase = self._full[inside[0].entity]
        phrase = _shortened(phrase)
        sort = self._sort(phrase, inside)
        self._last[sort] = phrase, number
        if sort == "person":
            self._meet(phrase, number, words)
        return phrase

    def _meet(self, person: str, number: int, words: Sequence[str]) -> None:
        """Remember the person as the last one, and what the words tell of being a man or a woman."""
        self._people.pop(person, None)
        self._people[person] = number
        for word in words:
            if word.lower().rstrip(".") in _GENDERED:
                self._gender[person] = _GENDERED[word.lower().rstrip(".")]

    def _person(self, pronoun: str, number: int) -> str | None:
        """The last person that may be meant: nobody who is known to be the other."""
        near = takewhile(lambda who: number - self._people[who] <= _BACK, reversed(self._people))
        other = {"he": "she", "she": "he"}[pronoun]
        found = next((who for who in islice(near, _PEOPLE) if self._gender.get(who) != other), None)
        if found is not None:
            self._meet(found, number, (pronoun,))
        return found

    def heed(self, saying: Saying, speaker: str) -> None:
        """Learn from "Marand said she" whether the speaker is a man or a woman."""
        told = _OWN_PRONOUN.match(self._text, saying.end)
        if told and speaker in self._people:
            self._gender.setdefault(speaker, told.group(1))

    def read(self, passage: Passage, number: int) -> None:
        """Remember the names of a passage: its subject for pronouns, each name's noun for "the ministry"."""
        for at, mention in enumerate(self._inside(passage)):
            if mention.kind != "person":
                name = mention.of(self._text)
                words = name.lower().split()
                for noun in {words[0], words[-1]} & BODIES if words else ():
                    self._by_noun[noun] = name
                continue
            titles = self._titles(passage, mention)
            name = self._full[mention.entity]
            opens = at == 0 and mention.start - passage.start == sum(len(title) + 1 for title in titles)
            if titles and titles[-1].lower() in PERSONS:
                noun = titles[-1].lower()
                while not (titles[0][0].isupper() or titles[0].lower() in PERSONS):
                    titles.pop(0)
                self._by_noun[noun] = " ".join([*titles, name])
            spoke = self._people.get(next(reversed(self._people), ""), -1) == number
            if opens and not spoke and all(title[0].isupper() or title.lower() in PERSONS for title in titles):
                self._meet(name, number, titles)

    def _titles(self, passage: Passage, mention: Mention) -> list[str]:
        """The words before a name that can belong to its title: "Deputy Foreign Minister", "the mayor of Oslo"."""
        found: list[str] = []
        before = self._text[max(passage.start, mention.start - 60) : mention.start].split()
        for word in reversed(before[-6:]):
            if not word.replace("’", "").replace("'", "").replace("-", "").removesuffix(".").isalpha():
                break
            found.insert(0, word)
        return found

    def _inside(self, span: Span) -> list[Mention]:
        at = bisect_left(self._starts, span.start)
        found = []
        while at < len(self._mentions) and self._starts[at] < span.end:
            found.append(self._mentions[at])
            at += 1
        return found

    def _sort(self, phrase: str, inside: Sequence[Mention]) -> Sort:
        words = [word.lower() for word in _WORD.findall(phrase.split(",")[0])]
        head = next(
            (words[at - 1] for at in range(1, len(words)) if words[at] in ("of", "for", "in", "at", "from")), words[-1]
        )
        if any(mention.kind == "person" for mention in inside) and head not in BODIES:
            return "several" if " and " in phrase.split(",")[0] else "person"
        if head in PERSONS:
            return "person"
        if head in BODIES and not head.endswith("s"):
            return "body"
        plural = head.endswith("s") and (is_speaker(head) or not inside)
        if plural or " and " in phrase.split(",")[0] or any(mention.kind == "group" for mention in inside):
            return "several"
        if any(mention.kind in ("organisation", "place") for mention in inside):
            return "body"
        capitals = [word for word in phrase.split(",")[0].split() if word[:1].isupper()]
        return "person" if len(capitals) > 1 and not BODIES & set(words) else "body"


def _shortened(phrase: str) -> str:
    """The phrase without what makes it too long: its apposition first, then its last words."""
    if len(phrase) <= _LONGEST:
        return phrase
    head = phrase.split(",")[0]
    return head if len(head) <= _LONGEST else head[:_LONGEST].rsplit(" ", 1)[0]
