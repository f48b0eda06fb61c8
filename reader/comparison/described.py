"""How each source describes whom and what it names.

=============  ====================================  ==================================
what           example                               described by
=============  ====================================  ==================================
a person       Harbour Minister Ada Lind             the office before the name
a person       the harbour minister, Ada Lind, said  the apposition before it
a person       Ada Lind, the harbour minister        the apposition after it
a body         the far-right Harbour Front           the adjectives before the name
a body         Oster, the largest brewer in Tolm,    the apposition after it
=============  ====================================  ==================================
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.analysis.counted import ends_noun
from reader.analysis.names.lexicon import demonyms
from reader.analysis.placing import Placed
from reader.analysis.speech_words import PERSONS, verbs
from reader.comparison.noun_phrases import is_adjective
from reader.model import Analysis, Mention, Passage, Phrase, Span
from reader.text.patterns import expression
from reader.text.wordlists import words_of

BEFORE = 7
"""Words before a name that describe it, at most."""

AFTER = 10
"""Words of an apposition, at most."""

LONGEST = 90
"""Characters of an apposition, at most."""

ADJECTIVES = 2
"""Adjectives before a name, at most."""

_TITLES = words_of("reader.analysis", "name_cues", "titles")
_PARTS = words_of("reader.analysis", "name_cues", "title parts")
_FINITE = words_of("reader.analysis", "function_words", "belongs to a verb")
_HONORIFICS = frozenset("mr mrs ms miss madam mister dr sir".split())
_DETERMINERS = frozenset("the a an its his her their this that".split())

_WORD = expression(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_OPENS = expression(r"(?:(?<![^\s(“\"—–-])|^)(?i:an?|the|its|their|his|her|one|[\w.-]+['’]s)\s(?=[\w’'. -]{2,90},\s$)")
_ROLE = expression(r",\s+(?P<phrase>(?:an?|the|one of the|part of the)\s[a-z][^,.;:()\[\]“”\"—–\n]{3,90})(?=[,.;)])")
_LISTED = expression(r",?\s+(?:and|or|as well as)\b")
_ENDING = (",", ".", ";", ")")
_APPOSED = expression(r",\s+(?P<phrase>[^,.;:()\[\]“”\"—–\n]{3,90})(?=[,.;)])")


def described(analysis: Analysis) -> Iterator[tuple[str, Phrase]]:
    """The things (ids) with the words that name and describe them, in order of the text."""
    text = analysis.article.text
    placed = Placed([mention for mention in analysis.mentions if mention.kind in ("person", "organisation")])
    for passage in analysis.passages:
        here = placed.within(passage)
        persons = [mention for mention in here if mention.kind == "person"]
        for mention in here:
            if mention.kind == "person":
                start = apposing(text, passage, mention, here)
                end = mention.end if start < mention.start else after(text, passage, mention, persons)
                start = start if start < mention.start else before(text, passage, mention)
            else:
                start, end = adjectives(text, passage, mention), role_of_body(text, passage, mention)
            if (start, end) != (mention.start, mention.end):
                yield mention.entity, Phrase(start, end, analysis.article.id, text[start:end])


def apposing(text: str, passage: Passage, name: Mention, others: list[Mention]) -> int:
    """Where the apposition before a name begins ("the harbour minister, Ada Lind, said"); else where the name does."""
    if text[name.end : name.end + 1] not in _ENDING or text[name.start - 2 : name.start] != ", ":
        return name.start
    office = _TITLES.union(PERSONS)
    for opened in reversed(list(_OPENS.finditer(text, max(passage.start, name.start - LONGEST), name.start))):
        place = Span(opened.start(), name.start)
        words = [word.group().lower() for word in _WORD.finditer(place.of(text))]
        if office.isdisjoint(words):
            continue
        named = any(other.kind == "person" and other.start < place.end and place.start < other.end for other in others)
        return place.start if _told(words) and not named and len(words) <= AFTER else name.start
    return name.start


def adjectives(text: str, passage: Passage, name: Mention) -> int:
    """Where the adjectives between an article and a name begin: "the far-right Harbour Front"; else where it does."""
    begin = name.start
    for token in reversed(list(_WORD.finditer(text, passage.start, name.start))[-ADJECTIVES - 1 :]):
        if text[token.end() : begin] != " ":
            return name.start
        word = token.group().lower()
        if word in _DETERMINERS:
            return begin
        if not is_adjective(token.group()):
            return name.start
        begin = token.start()
    return name.start


def role_of_body(text: str, passage: Passage, name: Mention) -> int:
    """Where the apposition after a body's name ends; where the name does, without one, or where a list may go on."""
    found = _ROLE.match(text, name.end, passage.end)
    words = [word.group().lower() for word in _WORD.finditer(found["phrase"])] if found else []
    if found is None or not 1 < len(words) <= AFTER or not _told(words) or _LISTED.match(text, found.end("phrase")):
        return name.end
    return found.end("phrase")


def before(text: str, passage: Passage, name: Span) -> int:
    """Where the office before a name begins ("Harbour Minister Ada Lind"); where the name does, if there is none.

    The word beside the name is a title; before it go on capitalised words, parts of titles and possessives.
    """
    tokens = list(_WORD.finditer(text, passage.start, name.start))[-BEFORE:]
    begin = name.start
    first = True
    for token in reversed(tokens):
        word, low = token.group(), token.group().lower().removesuffix("'s").removesuffix("’s")
        if text[token.end() : begin] != " " or low in _HONORIFICS or low in _DETERMINERS:
            break
        known = low in _TITLES or low in _PARTS
        if first and low not in _TITLES:
            break
        named = word[0].isupper() and (token.start() > passage.start or _of_a_people(word))
        if not known and not named and word.lower() == low:  # neither a possessive
            break
        begin, first = token.start(), False
    return begin if first else _compound(text, passage, begin)


def _compound(text: str, passage: Passage, title: int) -> int:
    """Where the noun before a title begins, if nothing but it stands there: "said fire chief Ada Lind"."""
    tokens = list(_WORD.finditer(text, passage.start, title))[-2:]
    if not tokens or text[tokens[-1].end() : title] != " ":
        return title
    noun = tokens[-1]
    word, low = noun.group(), noun.group().lower()
    if ends_noun(low) or low in _DETERMINERS or low in verbs() or low.endswith(("ed", "ing", "ly", "'s", "’s")):
        return title
    if noun.start() == passage.start or not text[: noun.start()].endswith(" "):
        return noun.start()
    if not word.islower():
        return title
    previous = text[passage.start : noun.start()].rstrip()
    last = tokens[0].group().lower() if len(tokens) > 1 else ""
    closed = previous.endswith((",", ";", ":", "—", "–", "-", '"', "”"))
    return noun.start() if closed or ends_noun(last) or last in _DETERMINERS or last in verbs() else title


def _of_a_people(word: str) -> bool:
    """Whether a word that begins a sentence would have its capital anywhere."""
    return word in demonyms() or word.endswith(("ian", "ese"))


def after(text: str, passage: Passage, name: Mention, others: list[Mention]) -> int:
    """Where the apposition after a name ends ("Ada Lind, the harbour minister"); where the name does, without one."""
    found = _APPOSED.match(text, name.end, passage.end)
    if found is None:
        return name.end
    words = [word.group().lower() for word in _WORD.finditer(found["phrase"])]
    place = Span(*found.span("phrase"))
    told = (
        0 < len(words) <= AFTER
        and not _TITLES.isdisjoint(words[:6])
        and _told(words)
        and not any(other.start < place.end and place.start < other.end for other in others)
    )
    return place.end if told else name.end


def _told(words: list[str]) -> bool:
    """Whether words are no clause: no verb stands among them."""
    return _FINITE.isdisjoint(words) and not any((verb := verbs().get(word)) and not verb.base for word in words)
