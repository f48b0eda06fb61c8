"""Where names may stand: runs of capitalised words, with the particles and small words that join them.

A run is as long as its words allow; what is no part of a name is taken off it by :mod:`reader.analysis.names.trimming`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.analysis.names.lexicon import common_word, given_name, organisations, place, surely_known
from reader.analysis.names.spelling import fold
from reader.analysis.names.tokens import Sentence, Token, Usage

_BLANKS = frozenset((" ", "\u00a0"))
_LINKS = frozenset(
    (("of",), ("of", "the"), ("for",), ("for", "the"), ("on",), ("on", "the"), ("to", "the"), ("against",))
)
_ANDS = frozenset((("and",), ("and", "the")))
_NICKNAMES = {' "': '" ', " “": "” ", " '": "' ", " ‘": "’ ", " (": ") "}
_RULED = frozenset(
    ("secretary", "minister", "chiefs", "speaker", "house", "duke", "prince", "lord", "knights", "bishop", "ministers")
)
"""Words that are no body's or place's head and yet take "of" inside a name or a title."""


def runs(sentence: Sentence, usage: Usage) -> Iterator[tuple[int, int]]:
    """First and last (exclusive) token of each stretch of capitalised words with what may join them."""
    tokens = sentence.tokens
    prose = sentence.shape == "prose"
    at, size = 0, len(tokens)
    while at < size:
        if (prose and not tokens[at].capital) or not _nameable(sentence, at, usage):
            at += 1
            continue
        end = at + 1
        while end < size and (step := _joined(sentence, at, end, usage)):
            end += step
        yield (at - 1 if _ordinal(sentence, at) else at), end
        at = end


def _ordinal(sentence: Sentence, at: int) -> bool:
    """Whether a number before the run belongs to it: "2nd Army Corps"."""
    before = sentence.token(at - 1)
    return (
        before.text[:1].isdigit()
        and before.lower.endswith(("st", "nd", "rd", "th"))
        and heads_follow(sentence.tokens, at)
    )


def _nameable(sentence: Sentence, at: int, usage: Usage) -> bool:
    """Whether the word may be part of a name, by its capital and, in headlines, by what else is known of it."""
    token = sentence.tokens[at]
    if not token.capital or "calendar" in token.roles:
        return False
    if sentence.shape == "prose":
        return True
    if "never" in token.roles:
        return False
    if token.lower in usage.capital or surely_known(
        fold(token.text if sentence.shape == "title" else token.text.capitalize())
    ):
        return True
    if sentence.shape == "title":
        after = sentence.token(at + 1)
        if len(token.text) > 1 and token.text.isupper():
            return True
        if given_name(fold(token.text)) and after.capital and after.gap == " " and not common_word(after.lower):
            return True
    return len(token.text) > 2 and not usage.common(token.lower)


def _joined(sentence: Sentence, first: int, end: int, usage: Usage) -> int:
    """How many tokens from ``end`` on continue the run begun at ``first``; 0 ends it."""
    tokens = sentence.tokens
    before, token = tokens[end - 1], tokens[end]
    if before.owner and not (_inner(before) and heads_follow(tokens, end)):
        return int(token.capital and fold(f"{before.text}'s {token.text}") in organisations())
    if not _adjacent(before, token):
        return _nickname(tokens, end)
    if _nameable(sentence, end, usage):
        return 0 if "never" in token.roles and place(fold(f"{before.text} {token.text}")) is None else 1
    if token.capital or before.owner:
        return 0
    return _connected(sentence, first, end, usage)


def _inner(owner: Token) -> bool:
    """Whether a possessive may stand inside a body's name: "People's Party", "Magistrates' Court"."""
    return "inner owners" in owner.roles or (owner.lower.endswith("s") and common_word(owner.lower))


def _adjacent(before: Token, token: Token) -> bool:
    gap = token.gap
    if gap in _BLANKS or gap in (" & ", "& "):
        return True
    if gap in (". ", ".", ".\u00a0"):
        return "abbreviated" in before.roles or (len(before.text) == 1 and before.capital)
    return gap == ", " and ("organisation ends" in token.roles or token.lower in ("jr", "sr"))


def _nickname(tokens: Sequence[Token], at: int) -> int:
    """Tokens of a nickname inside a person's name and the surname after it: 'Ann "The Owl" Bell', 'Ann (Owl) Bell'."""
    closing = _NICKNAMES.get(tokens[at].gap)
    if closing is None or (tokens[at].gap == " (" and not given_name(fold(tokens[at - 1].text))):
        return 0
    for end in range(at + 1, min(at + 4, len(tokens))):
        token = tokens[end]
        if not tokens[end - 1].capital:
            return 0
        if token.gap == closing:
            return end - at + 1 if token.capital and "never" not in token.roles else 0
        if token.gap != " ":
            return 0
    return 0


def heads_follow(tokens: Sequence[Token], at: int) -> bool:
    """Whether the head of a body is among the next capitalised words."""
    for token in tokens[at : at + 4]:
        if not token.capital:
            return False
        if "organisation heads" in token.roles or token.lower == "republic":
            return True
    return False


def _connected(sentence: Sentence, first: int, end: int, usage: Usage) -> int:
    """Tokens of a lower-case link ("of", "for the", "de la") and the capitalised word after it, or 0."""
    tokens = sentence.tokens
    link = end
    while link < len(tokens) and link < end + 3 and not tokens[link].capital:
        if tokens[link].gap not in _BLANKS:
            return 0
        link += 1
    if link == end or link >= len(tokens) or tokens[link].gap not in _BLANKS or not _nameable(sentence, link, usage):
        return 0
    if "never" in tokens[link].roles:
        return 0
    words = tuple(t.lower for t in tokens[end:link])
    run = tokens[first:end]
    if all("particles" in t.roles for t in tokens[end:link]):
        return link - end + 1
    if (words in _LINKS and _governs(run, words[0])) or (words in _ANDS and _coordinates(run, tokens, link)):
        return link - end + 1
    return 0


def _governs(run: Sequence[Token], link: str) -> bool:
    """Whether the run holds a head that takes the link: "Ministry of", "Gulf of", "Council on"."""
    last = run[-1]
    if "organisation heads" in last.roles:
        return True
    if link != "of":
        return "titles" in last.roles and link == "for"
    if not last.roles.isdisjoint(("place heads", "event heads")) or last.lower in _RULED:
        return True
    within = any(t.lower == "of" for t in run) and any("organisation heads" in t.roles for t in run)
    return within and place(fold(last.text)) is None


def _coordinates(run: Sequence[Token], tokens: Sequence[Token], after: int) -> bool:
    """Whether "and" joins two matters of one body: "Ministry of Culture and Sports"."""
    if "portfolios" not in run[-1].roles or "portfolios" not in tokens[after].roles:
        return False
    return any("organisation heads" in t.roles or t.lower == "minister" for t in run) or heads_follow(tokens, after)
