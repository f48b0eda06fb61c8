"""What of a run is a name: titles, first words of sentences and ordinary words are taken off, joined names parted.

The words of the document decide in doubt: a first word that also stands in lower case is no name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.analysis.names.finding import runs
from reader.analysis.names.lexicon import common_word, demonyms, given_name, known, organisations, place
from reader.analysis.names.spelling import fold
from reader.analysis.names.tokens import Sentence, Token, Usage
from reader.text.patterns import expression

LONGEST = 16
"""Words of the longest name; a longer run of capitals is a table or a list, and gives none."""
_ABSTRACT = ("tion", "tions", "ment", "ments", "ness", "ism", "ity", "ities", "ship")
_CAPITALS = expression("[a-z][A-Z]|[A-Z][A-Z]")
"""Capitals that no beginning of a sentence gives: "eBay", "SAP-Arena"."""
_SMALL = frozenset(("of", "for", "and", "the", "to"))
_KEPT = frozenset(("us", "who", "it"))
"""Small words that are names when in capitals."""
_BEFORE_NAMES = frozenset(("former", "ex", "late", "ethnic", "then"))
"""Words that say something of what the name after them names, and are no part of it."""
_NAMESAKES = frozenset(
    ["king", "prince", "earl", "guard", "forward", "captain", "justice", "judge", "brother", "count", "baron"]
)
"""Titles that are surnames too: "Martin Luther King"."""


class Found(NamedTuple):
    """A name in a sentence: tokens ``first`` to ``last`` (exclusive), and whether a title stands before it."""

    sentence: Sentence
    first: int
    last: int
    titled: bool = False

    @property
    def tokens(self) -> Sequence[Token]:
        """Its words."""
        return self.sentence.tokens[self.first : self.last]

    @property
    def start(self) -> int:
        """Where it begins in the article's text."""
        return self.sentence.tokens[self.first].start

    @property
    def end(self) -> int:
        """Where it ends in the article's text, with the full stop of "Ltd." unless that ends the sentence, too."""
        token, passage = self.sentence.tokens[self.last - 1], self.sentence.passage
        if "organisation ends" in token.roles and passage.text[token.end - passage.start :].rstrip()[:1] == ".":
            return token.end + (len(passage.text.rstrip()) > token.end - passage.start + 1)
        return token.end


def find(sentence: Sentence, usage: Usage) -> Iterator[Found]:
    """The names of the sentence, in order, none inside another."""
    tokens = sentence.tokens
    for begin, last in runs(sentence, usage):
        first = _opening(sentence, begin, last, usage)
        if first >= last:
            continue
        title = _title(tokens, first, last)
        if title is None:
            yield from _parts(sentence, first, last, usage, _title_before(tokens, first))
            continue
        head, body = title
        governed = tokens[body - 1].lower in _SMALL  # "Prime Minister of | Tarnia"
        yield from _parts(sentence, first, head, usage, False)
        yield from _parts(sentence, body, last, usage, not governed)


def _spoken(token: Token) -> bool:
    """Whether a word of the "never" list is a name here, by its capitals: "US", "WHO"."""
    return token.lower in _KEPT and len(token.text) > 1 and token.text.isupper()


def _opening(sentence: Sentence, first: int, last: int, usage: Usage) -> int:
    """Past the words that owe their capital to standing first, and past articles."""
    tokens = sentence.tokens
    while first < last:
        token = tokens[first]
        opening = sentence.shape == "prose" and (first == 0 or token.opens)
        if (
            ("never" in token.roles and not _spoken(token))
            or (opening and last - first > 1 and _spare(tokens, first, last, usage))
            or (token.lower in _BEFORE_NAMES and last - first > 1)
            or not (token.capital or token.text[0].isdigit())
        ):
            first += 1
        else:
            break
    return first


def _spare(tokens: Sequence[Token], first: int, last: int, usage: Usage) -> bool:
    """Whether the first word of a sentence is an ordinary word before a name: "Protesters", "Police"."""
    token, follower = tokens[first], tokens[first + 1]
    pair = fold(f"{token.text} {follower.text}")
    if (
        known(fold(token.text))
        or known(pair)
        or not token.roles.isdisjoint(("titles", "title parts", "event heads"))
        or not follower.capital
    ):
        return False
    if "organisation heads" in tokens[last - 1].roles or "abbreviated" in token.roles or token.lower in usage.capital:
        return False
    if token.lower in usage.lower:
        return True
    named = follower.lower in usage.capital or known(fold(follower.text))
    return named and "portfolios" not in token.roles and common_word(token.lower)


# ---- titles


def _title(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """Where a title in the run begins and where the name after it does; ``None`` without a title.

    "Peruvian Foreign Minister Ann Bell" is "Peruvian", a title, "Ann Bell".
    """
    at = next((n for n in range(first, last) if "titles" in tokens[n].roles), None)
    if at is None:
        return None
    if at + 1 == last and last - first > 1 and not _portfolio(tokens[at - 1]):
        before = tokens[first:at]
        office = "state officers" in tokens[at].roles and known(fold(before[-1].text))
        further = any(t.capital and "titles" in t.roles for t in tokens[last : last + 1])  # "Acme Trustee | Dr Bell"
        parts = office or further or any("title parts" in t.roles for t in before)
        if tokens[at].lower in _NAMESAKES or not parts:
            return None
    end = _title_end(tokens, at, last)
    if any("organisation heads" in t.roles and "titles" not in t.roles for t in tokens[at:last]):
        return None
    begin = at
    while begin > first and _title_part(tokens[begin - 1]):
        begin -= 1
    return begin, end


def _portfolio(token: Token) -> bool:
    return "portfolios" in token.roles


def _title_part(token: Token) -> bool:
    return not token.capital or not token.roles.isdisjoint(("title parts", "titles", "portfolios"))


def _title_end(tokens: Sequence[Token], at: int, last: int) -> int:
    """Past further titles and what the office is for: "Minister for Trade and Industry"; a place after "of" is left."""
    end = at + 1
    while end < last:
        token, before = tokens[end], tokens[end - 1]
        linked = before.lower in _SMALL or (_portfolio(before) and end - 1 > at)
        further = "titles" in token.roles or token.lower in ("general", "elect") or token.lower in _SMALL
        field = _portfolio(token) or (common_word(token.lower) and not given_name(fold(token.text)))
        if before.lower in ("of", "for") and tokens[at].lower == "minister" and last - end > 2:
            field = field or not known(fold(token.text))
        if not (further or (linked and field)):
            break
        end += 1
    return end


def _title_before(tokens: Sequence[Token], first: int) -> bool:
    """Whether a title in lower case stands directly before: "spokesman Tom Bell"."""
    return first > 0 and "titles" in tokens[first - 1].roles and tokens[first].gap in (" ", ". ")


# ---- the parts of a run


def _parts(sentence: Sentence, first: int, last: int, usage: Usage, titled: bool) -> Iterator[Found]:
    """The run without its title: adjectives and places before another name stand alone, leftovers fall away."""
    tokens = sentence.tokens
    while last > first and not tokens[last - 1].capital:
        last -= 1
    while first < last and (
        not (tokens[first].capital or tokens[first].text[0].isdigit())
        or ("never" in tokens[first].roles and not _spoken(tokens[first]))
    ):
        first += 1
    if first >= last:
        return
    if cut := _land(sentence, first, last):
        yield Found(sentence, first, cut)
        first, titled = cut, True
    for begin, end in _split(tokens, first, last):
        found = Found(sentence, begin, end, titled)
        if (titled and tokens[begin].capital and len(tokens[begin].text) > 1) or _is_name(found, usage):
            yield found


def _land(sentence: Sentence, first: int, last: int) -> int:
    """Where the person begins after an office's country: "President of the United States | Ann Bell"; 0: nowhere."""
    of = first - 2 if sentence.token(first - 1).lower == "the" else first - 1
    if sentence.token(of).lower != "of" or "titles" not in sentence.token(of - 1).roles:
        return 0
    for cut in range(first + 1, last - 1):
        land = place(fold(" ".join(t.text for t in sentence.tokens[first:cut])))
        if land is not None and land.scale == "country":
            return cut
    return 0


def _split(tokens: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, int]]:
    """A people after a place is a name of its own ("Tarn | Peruvians"), and so is one before a person or a place."""
    if last - first > LONGEST:
        return
    peoples = demonyms()
    whole = fold(" ".join(t.text for t in tokens[first:last]))
    if last - first > 1 and whole not in peoples and place(whole) is None:
        if (
            last - first > 2
            and fold(f"{tokens[first].text} {tokens[first + 1].text}") in peoples
            and given_name(fold(tokens[first + 2].text))
        ):
            yield first, first + 2
            yield first + 2, last
            return
        if last - first > 2 and fold(f"{tokens[last - 2].text} {tokens[last - 1].text}") in peoples:
            yield from _split(tokens, first, last - 2)
            yield last - 2, last
            return
        team = "team ends" in tokens[last - 1].roles
        if fold(tokens[last - 1].text) in peoples and not team:
            yield from _split(tokens, first, last - 1)
            yield last - 1, last
            return
        if fold(tokens[first].text) in peoples and tokens[first + 1].capital:
            rest = [fold(t.text) for t in tokens[first + 1 : last]]
            person = given_name(rest[0]) and len(rest) > 1 and "organisation heads" not in tokens[last - 1].roles
            spot = place(" ".join(rest))
            letters = len(rest) == 1 and rest[0].isupper() and len(rest[0]) > 2  # "Tarnian | TBC"
            if person or letters or (spot is not None and spot.scale not in ("town", "city")):
                yield first, first + 1
                yield first + 1, last
                return
        cut = _second(tokens, first, last)
        if cut:
            yield first, cut
            yield cut, last
            return
    yield first, last


def _second(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where a person's name begins after a place or a company without a stop between; 0: nowhere.

    "President of the United States Ann Bell", "Acme Ltd Ann Bell".
    """
    for cut in (last - 2, last - 3):
        if cut > first and given_name(fold(tokens[cut].text)) and not common_word(tokens[cut].lower):
            before = fold(" ".join(t.text for t in tokens[first:cut]))
            ending = tokens[cut - 1].roles
            if not ending.isdisjoint(("organisation ends", "team ends")) or (
                place(before) is not None and cut - first > 1
            ):
                return cut
    return 0


def _is_name(found: Found, usage: Usage) -> bool:
    """Whether what is left is a name at all."""
    tokens, prose = found.tokens, found.sentence.shape == "prose"
    if len(tokens) == 1:
        return _is_word_name(found, tokens[0], usage)
    words = [t.lower for t in tokens]
    if known(fold(" ".join(t.text for t in tokens))):
        return True
    if all(_title_part(t) for t in tokens):
        return any("organisation heads" in t.roles for t in tokens) and "titles" not in tokens[-1].roles
    return prose or not all(usage.common(w) for w in words) or any(w in usage.capital for w in words)


def _is_word_name(found: Found, token: Token, usage: Usage) -> bool:
    """Whether a single word is a name."""
    word, plain, prose = token.lower, fold(token.text), found.sentence.shape == "prose"
    opening = found.first == 0 or token.opens
    follower = found.sentence.token(found.last)
    if len(token.text) == 1 and not (token.text == "X" and follower.gap.strip()):
        return False
    if not any(c.isalpha() for c in plain) or follower.gap == "$" or follower.gap.startswith(("$", " $")):
        return False
    if plain in demonyms() or (
        token.text.isupper() and prose and (plain in organisations() or place(plain) is not None)
    ):
        return True
    if not token.roles.isdisjoint(("titles", "title parts", "portfolios")) and not (opening is False and known(plain)):
        return False
    if known(plain) and not (given_name(plain) and usage.common(word) and place(plain) is None):
        return not opening or word not in usage.lower
    if token.text.isupper() and prose:
        return not opening or word not in usage.lower
    if prose and _CAPITALS.search(token.text) and word not in usage.lower:
        return True
    if word in usage.lower or word.endswith(("isation", "ization")) or (word.endswith(_ABSTRACT) and common_word(word)):
        return False
    return not opening or word in usage.capital or not common_word(word)
