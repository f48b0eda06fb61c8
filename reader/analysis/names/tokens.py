"""Words of a sentence as the search for names sees them: where they stand, whether capitalised, what is between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reader.analysis.names.lexicon import NO_ROLES, all_roles, common_word, demonyms, organisations, place
from reader.analysis.names.spelling import fold
from reader.model import Passage
from reader.text.patterns import expression

_WORD = expression(
    r"""
    ([a-z]+(?:[ ][a-z]+)*)(?![\w'’&-])                 # a stretch of plain words, taken at once
  | (?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?             # U.S.  J.R.R.
  | [^\W_]\w*(?:[-‐‑'’&]\w+)*                         # Smith-Jones  O'Neill  AT&T  2nd
    (?:\.(?:com|org|net|co\.uk|[A-Z][a-z])\b)?        # Amazon.com  Tarn.Az
    (?:(?<=s)['’](?!\w))?                             # the separatists'
    """,
    re.VERBOSE,
)
_LETTERS = expression(r"[^\W\d_]+")
_LOWER = expression(r"(?<![\w'’-])[a-z]{2,}(?![\w'’-]*[A-Z])")
_SKIPPED = " … "
"""The gap before a token where the inner words of a long lower-case stretch were left out: no name looks that far."""
_JOINED = frozenset(
    ["based", "born", "backed", "led", "held", "controlled", "run", "owned", "brokered", "listed", "elect"]
)
"""Words that a hyphen joins with any name: "Upper Tarn-based"."""
_OWNED = ("'s", "’s", "'", "’")
_ARTICLES = frozenset(
    [
        "al",
        "el",
        "ul",
        "ur",
        "as",
        "ad",
        "ash",
        "an",
        "ar",
        "at",
        "az",
        "ez",
        "es",
        "esh",
        "ed",
        "er",
        "d",
        "l",
        "b",
        "t",
    ]
)


@dataclass(slots=True)
class Token:
    """A word: its place in the text, its letters without a possessive ending, and the characters before it.

    ``roles`` are the sections of the cue list that hold it; ``owner`` tells that a possessive ending follows.
    """

    start: int
    end: int
    text: str
    lower: str
    gap: str
    capital: bool
    owner: bool
    roles: frozenset[str]

    @property
    def opens(self) -> bool:
        """Whether it stands first in a quotation or after a colon, where any word has a capital."""
        gap = self.gap
        return gap not in (" ", "", ", ", "-") and any(c in '"“„«:•…!?*' or (c == "." and " " in gap) for c in gap)


NO_TOKEN = Token(0, 0, "", "", "", False, False, NO_ROLES)
"""What stands before the first and after the last word of a sentence."""


@dataclass(slots=True)
class Sentence:
    """The tokens of a passage and how its capitals are to be read.

    ``shape`` is ``prose``, ``title`` (most words are capitalised) or ``capitals`` (most letters are).
    """

    passage: Passage
    tokens: list[Token]
    shape: str

    def token(self, at: int) -> Token:
        """The token at the index, or an empty one outside the sentence."""
        return self.tokens[at] if 0 <= at < len(self.tokens) else NO_TOKEN


def sentence_of(passage: Passage) -> Sentence:
    """The passage cut into words."""
    text, start = passage.text, passage.start
    tokens: list[Token] = []
    known_roles, last, count = all_roles(), 0, 0
    for match in _WORD.finditer(text):
        begin, end = match.span()
        gap, plain = text[last:begin], match.group(1)
        last = end
        if plain is None:
            tokens.extend(_split(match.group(), start + begin, gap))
            count += 1
            continue
        words, at = plain.split(" "), start + begin
        count += len(words)
        for number, word in enumerate(words):
            if 2 <= number < len(words) - 2:
                gap = _SKIPPED
            else:
                roles = known_roles.get(word, NO_ROLES)
                tokens.append(Token(at, at + len(word), word, word, gap, False, False, roles))
                gap = " "
            at += len(word) + 1
    return Sentence(passage, tokens, _shape(tokens, count, text))


def _split(word: str, start: int, gap: str) -> Iterator[Token]:
    """One token, or several where a hyphen joins a name with other words ("pro-Russian", "Turkish-made")."""
    owner = word.endswith(_OWNED) and fold(word) not in organisations()  # "Moody's"
    text = word
    if owner:
        text = word[:-1] if word[-1] in "'’" else word[:-2]
    head, hyphen, tail = text.partition("-")
    if hyphen and tail and not text.isupper():
        below = head.islower() and head not in _ARTICLES and tail[0].isupper()
        if below or _compound(head, tail, text):
            yield _token(head, start, gap, False)
            yield _token(tail, start + len(head) + 1, hyphen, owner)
            return
    yield _token(text, start, gap, owner)


def _compound(head: str, tail: str, text: str) -> bool:
    """Whether a name is joined with an ordinary word ("Turkish-made") or with a second place ("Tarn-Upwell road")."""
    if not head[:1].isupper():
        return False
    plain = fold(head)
    if tail.islower():
        if tail in _JOINED:
            return True
        return plain in demonyms() or plain in organisations() or (place(plain) is not None and len(head) > 3)
    if not tail[0].isupper() or place(fold(text)) is not None:
        return False
    first, second = place(plain), place(fold(tail))
    return first is not None and second is not None and not common_word(head.lower())


def _token(text: str, start: int, gap: str, owner: bool) -> Token:
    first = text[0]
    capital = first.isupper() or (first.islower() and not text.islower() and any(c.isupper() for c in text[1:]))
    lower = text.lower()
    return Token(start, start + len(text), text, lower, gap, capital, owner, all_roles().get(lower, NO_ROLES))


def _shape(tokens: Sequence[Token], count: int, text: str) -> str:
    if sum([t.capital for t in tokens]) < 0.35 * count:
        return "prose"
    words = _LETTERS.findall(text)  # of the tokens, those inside a plain stretch are missing
    if len(words) > 2 and sum(word.isupper() and len(word) > 1 for word in words) > 0.6 * len(words):
        return "capitals"
    long = [word for word in words if len(word) > 3]
    least = {".": 1.0, "?": 0.99, "!": 0.99}.get(text.rstrip()[-1:], 0.7)
    if len(long) > 3 and sum(not word[0].islower() for word in long) > least * len(long):
        return "title"
    return "prose"


# ---- what the document itself shows


class Usage(NamedTuple):
    """How the document writes its words, all in lower case here.

    ``lower`` stand in lower case somewhere; ``capital`` stand capitalised where nothing but being a name asks for it.
    """

    lower: frozenset[str]
    capital: frozenset[str]

    def common(self, word: str) -> bool:
        """Whether the word, lower case, is more likely a word of the language than a name."""
        return word in self.lower or (word not in self.capital and common_word(word))


def usage(sentences: Sequence[Sentence]) -> Usage:
    """Count the evidence of running text: headlines and first words prove nothing."""
    lower: set[str] = set()
    capital: set[str] = set()
    for sentence in sentences:
        if sentence.shape != "prose":
            continue
        lower.update(_LOWER.findall(sentence.passage.text))
        for token in sentence.tokens[1:]:
            if token.capital and not token.opens and "never" not in token.roles:
                capital.add(token.lower)
    return Usage(frozenset(lower), frozenset(capital))
