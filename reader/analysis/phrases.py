"""Noun phrases beside a verb: where the words for the one who speaks begin and end, found without a parser.

The walk goes word by word from the verb and stops at what no such phrase contains: a conjunction, a finite verb, a
comma that opens no apposition. What it cannot bound within a few words it does not guess.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from reader.analysis.speech_words import PERSONS, PRONOUNS, is_speaker, verbs
from reader.text.patterns import expression
from reader.text.wordlists import words_of

_PACKAGE = "reader.analysis"

_TOKEN = expression(r"(\s*)(\w+(?:['’.&-]\w+)*|[^\w\s])")
_ARTICLES = words_of(_PACKAGE, "function_words", "opens a noun phrase")
_LINKS = words_of(_PACKAGE, "function_words", "joins nouns")
_FINITE = words_of(_PACKAGE, "function_words", "belongs to a verb")
_BE = words_of(_PACKAGE, "function_words", "forms of to be")
_BREAKS = words_of(_PACKAGE, "function_words", "opens a clause")
_ADVERBS = words_of(_PACKAGE, "function_words", "stands between subject and verb")
_DAYS = words_of(_PACKAGE, "function_words", "says when")
_LEADS = words_of(_PACKAGE, "function_words", "opens an adverbial")
_OWNED = words_of(_PACKAGE, "function_words", "never ends a noun phrase")
_CLAIMED = words_of(_PACKAGE, "function_words", "what is claimed")
_STARTS = words_of(_PACKAGE, "function_words", "opens the next phrase")
_OBJECTS = words_of(_PACKAGE, "function_words", "object pronouns")
_ADVERBIAL = words_of(_PACKAGE, "function_words", "opens an adverbial before the subject")
_SAID = frozenset(
    form for form, verb in verbs().items() if verb.strength == "states" and (verb.plain or form.endswith("ed"))
)

# Unions made once: made anew for each word, they would take most of the time of the walk.
_CLAUSAL = _BREAKS | _FINITE
_NO_END = _CLAUSAL | _LINKS | _OWNED
_NO_START = _CLAUSAL | _LINKS | _DAYS
_NO_BEGIN = _LINKS | _DAYS
_NO_SUBJECT = _FINITE | _OBJECTS
_NO_ROLE = _LEADS | _BREAKS | _ADVERBIAL
_ROLES = _ARTICLES | PERSONS
_BEFORE_NOUN = _ARTICLES | _LINKS
_GOING_ON = _LINKS | _OWNED
_NEXT = _OWNED | _STARTS
_TRAILING = _LEADS | _OWNED | _ADVERBS
_WHEN_OR_HOW = _ADVERBS | _DAYS
_SPEAKING = PRONOUNS | {"adding", "saying", "citing", "quoting"}

_LONGEST = 22
"""Words in a phrase, at most; beyond it the walk has lost its way."""


class Token(NamedTuple):
    """A word or a mark of a sentence, where it stands in the article.

    ``lower`` is its text in lower case, but that of an acronym as it stands.
    """

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number rather than a mark."""
        return self.text[0].isalnum()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital or a digit, as names do."""
        return self.text[0].isupper() or self.text[0].isdecimal()


def tokens(text: str, offset: int) -> list[Token]:
    """The words and marks of a sentence that stands at ``offset`` of the article."""
    lower = str.lower if text.isupper() else _lower
    at = offset
    return [
        Token(at := at + len(blank), at := at + len(word), word, lower(word)) for blank, word in _TOKEN.findall(text)
    ]


@lru_cache(maxsize=8192)
def _lower(word: str) -> str:
    return word if len(word) > 1 and word.isupper() else word.lower()  # the US is not "us", the WHO not "who"


def before(words: Sequence[Token], verb: int, closed: Set[int]) -> range | None:
    """Which words before the verb at that place are its subject, an apposition included; ``None``: unclear.

    ``closed`` holds the places of words inside quotation marks: the phrase does not reach into them.
    """
    at, passive = _skip(words, verb - 1)
    stop = at > 0 and words[at].text == "."  # of an abbreviation: no sentence goes on after another
    at -= stop
    if passive or at < 0:
        return None
    end = at + stop
    if words[at].text in ",)—–":
        opened = _opening(words, at)
        if opened is None or opened in closed or words[opened + 1].lower in _FINITE:
            return None
        role = words[opened + 1] if words[at].text == "," else None
        at = opened - 1
        if at > 1 and words[at].text.isdecimal() and words[at - 1].text == ",":
            at -= 2  # an age: "Ada Lind, 38, a teacher, said"
        if role is None or not _is_role(role):
            end = at
        else:
            end -= 1
    if at >= 0 and words[at].lower in ("who", "which", "that"):
        at -= 1
        if at >= 0 and words[at].text == ",":
            at -= 1
        end = at
    if at < 0 or at in closed:
        return None
    if words[at].lower in PRONOUNS:
        return range(at, at + 1)
    begin = _begin(words, at, closed)
    if begin is None:
        return None
    relative = next((place for place in range(begin - 1, max(0, begin - 8), -1) if not _inside_clause(words[place])), 0)
    if relative and words[relative].lower == "who":  # "the officer who fired the shot said": the officer
        begin, end = _begin(words, relative - 1, closed), relative - 1
    return None if begin is None else range(begin, end + 1)


def _inside_clause(word: Token) -> bool:
    return word.is_word and word.lower not in _BREAKS


def _skip(words: Sequence[Token], at: int) -> tuple[int, bool]:
    """Back over auxiliaries, adverbs and days; and whether a passive or a denial was met on the way."""
    passive = False
    bound = at - _LONGEST
    while at > max(0, bound) or (at == 0 and words[0].lower in _ADVERBS):
        word = words[at].lower
        if word in _BE or word in ("not", "never") or word.endswith(("n't", "n’t")):
            passive = True
        elif word in _DAYS or words[at].text.isdecimal():
            if words[at - 1].lower in ("on", "in", "at", "late", "early"):
                at -= 1
        elif not (word in _ADVERBS or word in _FINITE or (word.endswith("ly") and not words[at].capital)):
            break
        at -= 1
    return at, passive


def _opening(words: Sequence[Token], close: int) -> int | None:
    """The comma, bracket or dash that opens the parenthesis closed at that place."""
    mark = {")": "("}.get(words[close].text, words[close].text)
    for place in range(close - 1, max(0, close - _LONGEST), -1):
        if words[place].text == mark:
            return place
        if words[place].text in ";:" or words[place].text in '"“”':
            return None
    return None


def _is_role(word: Token) -> bool:
    return (
        word.is_word and not word.text[0].isdecimal() and word.lower not in _NO_ROLE and not word.lower.endswith("ing")
    )


def _begin(words: Sequence[Token], last: int, closed: Set[int]) -> int | None:
    """Where the noun phrase that ends with the word at ``last`` begins."""
    if not words[last].is_word or words[last].lower in _NO_END:
        return None
    at = begin = last
    while at >= 0 and last - at < _LONGEST:
        word = words[at]
        mark = not word.is_word and word.text not in "'’.&"
        mark = mark or (at < last and word.text in _CLAIMED and words[at + 1].capital)  # "a claim Oslo denies"
        if at in closed or mark or word.lower in _BREAKS or (at < last and word.text in _SAID):
            break
        if word.lower in _NO_SUBJECT:
            return None
        if word.lower == "and" and not _named(words, at):
            break
        if word.lower in PRONOUNS and at < last:
            return None
        begin = at
        at -= 1
        if word.lower in _ARTICLES and not (at >= 0 and words[at].lower in _LINKS):
            break
    else:
        if at >= 0:
            return None
    trimmed = _past_lead(words, begin, last)
    if trimmed is None:
        return None
    begin = trimmed
    if begin > 1 and words[begin - 1].text == "," and words[begin - 2].lower in PERSONS and words[begin].capital:
        begin = _begin(words, begin - 2, closed) or begin
    return begin if words[begin].is_word and words[begin].lower not in _NO_BEGIN else None


def _past_lead(words: Sequence[Token], begin: int, last: int) -> int | None:
    """Where the subject begins after "Late on Monday", "In the ninth hour" or "In Oslo": where the capitals change."""
    while begin < last:
        word, following = words[begin], words[begin + 1]
        dated = begin and word.text.isdecimal() and words[begin - 1].lower in _DAYS
        if word.lower in _WHEN_OR_HOW or not word.is_word or dated:
            begin += 1
        elif word.lower not in _LINKS:
            break
        elif following.lower in _DAYS:
            begin += 2
        else:
            at = last
            while at > begin + 1 and words[at - 1].is_word and words[at - 1].capital == words[last].capital:
                at -= 1
            return at if at > begin + 1 else None
    return min(begin, last)


def _named(words: Sequence[Token], conjunction: int) -> bool:
    """Whether what stands before the "and" is a name and no clause."""
    for at in range(conjunction - 1, max(-1, conjunction - 8), -1):
        word = words[at]
        if not word.is_word:
            return word.text in ",;:" and at < conjunction - 1
        if not (word.capital or word.lower in ("the", "of", "for")):
            return False
    return conjunction > 0


def after(words: Sequence[Token], start: int, closed: Set[int], lead: bool = False) -> range | None:
    """Which words from that place on are one phrase: a name with its role, or a noun and what belongs to it.

    ``lead`` allows prepositions within it from the start, as after "according to".
    """
    if start >= len(words) or start in closed or not words[start].is_word:
        return None
    if words[start].lower in PRONOUNS:
        return range(start, start + 1)
    if words[start].lower in _NO_START:
        return None
    end = _end(words, start, closed, lead)
    if end is None:
        return None
    comma = end + 1
    if comma + 1 < len(words) and words[comma].text == "," and words[end].capital and not lead:
        role = words[comma + 1]
        if _is_role(role) and (role.lower in _ROLES or role.capital or _role_soon(words, comma + 1)):
            end = _end(words, comma + 1, closed, True) or end
    return range(start, end + 1)


def opening(words: Sequence[Token], stop: int, closed: Set[int]) -> range | None:
    """Which words are the subject of the sentence: the phrase it opens with, a leading adverbial left out."""
    start = 0
    if words[0].lower in _ADVERBIAL:
        start = next((at + 1 for at in range(min(stop, 2 * _LONGEST)) if words[at].text == ","), 0)
    return after(words, start, closed)


def _is_verbal(words: Sequence[Token], at: int) -> bool:
    """Whether a form in -ed or -ing belongs to what follows the phrase: "officials gathered", "data released"."""
    word, previous = words[at], words[at - 1]
    if word.capital or not word.lower.endswith(("ed", "ing")):
        return False
    if previous.capital or is_speaker(previous.lower):
        return True
    return word.lower.endswith("ed") and not previous.lower.endswith("ly") and previous.lower not in _BEFORE_NOUN


def _role_soon(words: Sequence[Token], start: int) -> bool:
    return any(word.lower.rpartition("-")[2] in PERSONS for word in words[start : start + 5])


def _end(words: Sequence[Token], start: int, closed: Set[int], lead: bool) -> int | None:
    end = None
    noun = lead
    for at in range(start, min(len(words), start + _LONGEST)):
        word = words[at]
        adverb = word.lower in _ADVERBS and not (at > start and words[at - 1].lower in _OWNED)
        if at in closed or adverb or word.lower in _CLAUSAL:
            break
        if not word.is_word:
            if (word.text == "." and at + 1 < len(words) and words[at + 1].is_word) or word.text in "'’&":
                continue
            break
        if at > start and word.lower in _DAYS and not (word.capital and at + 1 < len(words) and words[at + 1].capital):
            break  # but "the Sunday Times", "the Norland Morning Post"
        if at > start and word.lower in _LINKS:
            following = words[at + 1] if at + 1 < len(words) else None
            if following is None or following.lower in _DAYS or following.text.isdecimal():
                break
            if word.lower == "and":
                roles = is_speaker(following.lower) and is_speaker(words[at - 1].lower)
                names = words[at - 1].capital and (following.capital or following.lower in _ARTICLES)
                if not (roles or names):
                    break
            elif (
                word.lower in ("on", "with")
                or (word.lower == "by" and not lead)
                or (not noun and word.lower not in ("of", "for"))
            ):
                break
            continue
        if at > start and (_is_verbal(words, at) or (word.capital and words[at - 1].text in _CLAIMED)):
            break
        if at > start and word.lower in _NEXT and words[at - 1].lower not in _GOING_ON and words[at - 1].is_word:
            break
        if at > start and word.lower in _SPEAKING:
            break
        noun = noun or (not word.capital and word.lower not in _ARTICLES)
        end = at
    while end is not None and end >= start and words[end].lower in _TRAILING:
        end = end - 1 if end > start else None
    return end
