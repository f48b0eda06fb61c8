"""Words of a sentence as the search for names sees them: where they stand, whether capitalised, what is between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.names.lexicon import common_words, cue
from reader.model import Passage

_WORD = re.compile(
    r"""
    (?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?             # U.S.  J.R.R.
  | [^\W_]\w*(?:[-‐‑'’&]\w+)*                         # Smith-Jones  O'Neill  AT&T  2nd
    (?:\.(?:com|org|net|az|ru|co\.uk)\b)?             # Amazon.com
    """,
    re.VERBOSE,
)
_LOWER = re.compile(r"(?<![\w'’-])[a-z]{2,}(?![\w'’-]*[A-Z])")
_OWNED = ("'s", "’s")
_ARTICLES = ("al", "el", "ul", "ur", "as", "ad", "ash", "an", "ar", "at", "az", "d", "l", "b", "t")


@dataclass(slots=True)
class Token:
    """A word: its place in the text, its letters without a possessive ending, and the characters before it."""

    start: int
    end: int
    text: str
    lower: str
    gap: str
    capital: bool
    owner: bool
    """A possessive ending follows ("Armenia's", "the separatists'")."""


@dataclass(slots=True)
class Sentence:
    """The tokens of a passage and how its capitals are to be read."""

    passage: Passage
    tokens: list[Token]
    shape: str
    """``prose``, ``title`` (most words are capitalised) or ``capitals`` (most letters are)."""


def sentence_of(passage: Passage) -> Sentence:
    """The passage cut into words."""
    text, start = passage.text, passage.start
    tokens: list[Token] = []
    last = 0
    for match in _WORD.finditer(text):
        begin, end = match.span()
        for token in _split(match.group(), start + begin, text[last:begin]):
            tokens.append(token)
        if text.startswith(("'", "’"), end) and tokens[-1].lower.endswith("s") and not text[end + 1 : end + 2].isalnum():
            tokens[-1].owner = True
        last = end
    return Sentence(passage, tokens, _shape(tokens, text))


def _split(word: str, start: int, gap: str) -> list[Token]:
    """One token, or several where a hyphen joins a name with other words ("pro-Russian", "Turkish-made")."""
    owner = word.endswith(_OWNED)
    text = word[:-2] if owner else word
    if "-" in text and not text.isupper():
        head, _, tail = text.partition("-")
        if head.islower() and head not in _ARTICLES and tail[:1].isupper():
            cut = start + len(head) + 1
            return [_token(head, start, gap, False), _token(tail, cut, "-", owner)]
    return [_token(text, start, gap, owner)]


def _token(text: str, start: int, gap: str, owner: bool) -> Token:
    first = text[0]
    capital = first.isupper() or (first.islower() and any(c.isupper() for c in text[1:]))
    return Token(start, start + len(text), text, text.lower(), gap, capital, owner)


def _shape(tokens: Sequence[Token], text: str) -> str:
    letters = [t for t in tokens if t.text.isalpha()]
    if len(letters) > 2 and sum(t.text.isupper() and len(t.text) > 1 for t in letters) > 0.6 * len(letters):
        return "capitals"
    long = [t for t in letters if len(t.text) > 3]
    if len(long) > 3 and sum(t.capital for t in long) > 0.7 * len(long) and not text.rstrip().endswith("."):
        return "title"
    return "prose"


@dataclass(frozen=True, slots=True)
class Usage:
    """How the document itself writes its words."""

    lower: frozenset[str]
    """Words that stand in lower case somewhere."""
    capital: frozenset[str]
    """Words (lower-cased here) that stand capitalised where nothing but being a name asks for it."""

    def common(self, word: str) -> bool:
        """Whether the word, lower case, is more likely a word of the language than a name."""
        if word in self.lower:
            return True
        return word in common_words() and word not in self.capital


def usage(sentences: Sequence[Sentence]) -> Usage:
    """Count the evidence of running text: headlines and first words prove nothing."""
    lower: set[str] = set()
    capital: set[str] = set()
    for sentence in sentences:
        if sentence.shape != "prose":
            continue
        lower.update(_LOWER.findall(sentence.passage.text))
        for token in sentence.tokens[1:]:
            if token.capital and not opens(token):
                capital.add(token.lower)
    return Usage(frozenset(lower), frozenset(capital - cue("never")))


def opens(token: Token) -> bool:
    """Whether the word stands first in a quotation or after a colon, where any word has a capital."""
    return not token.gap.strip().isalnum() and any(c in '"“„«:•…!?*' or c == "." and " " in token.gap for c in token.gap)
