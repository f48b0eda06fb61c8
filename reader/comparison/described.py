"""How each source describes a person: the office before the name, and the apposition after it."""

from __future__ import annotations

from collections.abc import Iterator

from reader.analysis.names.lexicon import demonyms
from reader.analysis.placing import Placed
from reader.analysis.speech_words import verbs
from reader.model import Analysis, Mention, Passage, Phrase, Span
from reader.text.patterns import expression
from reader.text.wordlists import words_of

BEFORE = 7
"""Words before a name that describe it, at most."""

AFTER = 10
"""Words of an apposition, at most."""

_TITLES = words_of("reader.analysis", "name_cues", "titles")
_PARTS = words_of("reader.analysis", "name_cues", "title parts")
_FINITE = words_of("reader.analysis", "function_words", "belongs to a verb")
_HONORIFICS = frozenset("mr mrs ms miss madam mister dr sir".split())
_DETERMINERS = frozenset("the a an its his her their this that".split())

_WORD = expression(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_APPOSED = expression(r",\s+(?P<phrase>[^,.;:()\[\]“”\"—–\n]{3,90})(?=[,.;)])")


def described(analysis: Analysis) -> Iterator[tuple[str, Phrase]]:
    """The persons (ids of things) with the words that name and describe them, in order of the text."""
    persons = [mention for mention in analysis.mentions if mention.kind == "person"]
    placed = Placed(persons)
    for passage in analysis.passages:
        here = placed.within(passage)
        for mention in here:
            start = before(analysis.article.text, passage, mention)
            end = after(analysis.article.text, passage, mention, here)
            if (start, end) != (mention.start, mention.end):
                text = analysis.article.text[start:end]
                yield mention.entity, Phrase(start, end, analysis.article.id, text)


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
    return begin


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
        and _FINITE.isdisjoint(words)
        and not any((verb := verbs().get(word)) and not verb.base for word in words)
        and not any(other.start < place.end and place.start < other.end for other in others)
    )
    return place.end if told else name.end
