"""Where names stand: runs of capitalised words, joined by particles, cut at titles, owners and borders.

A run is first as long as its words allow; then what is no part of the name is taken off its ends. The words of the
document decide in doubt: a first word that also stands in lower case is no name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.analysis.names.lexicon import cue, demonyms, given_names, organisations, place
from reader.analysis.names.spelling import fold
from reader.analysis.names.tokens import Sentence, Token, Usage, opens

PARTICLES = frozenset(
    "de la las los del della di da do dos das du des le van von der den ter ten zu af bin ibn bint abu al el ul ur ben y".split()
)
_ABBREVIATED = frozenset("st mt ft jr sr inc corp co ltd bros gov sen rep gen col lt maj capt sgt mr mrs ms dr prof rev hon no".split())
_INNER_OWNERS = frozenset("people children women men workers farmers king queen veterans teachers world st mother".split())
_ORDINALS = frozenset("first second third fourth fifth 1st 2nd 3rd".split())


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a sentence: tokens ``first`` to ``last`` (exclusive) and whether a title stood before it."""

    sentence: Sentence
    first: int
    last: int
    titled: bool = False

    @property
    def tokens(self) -> Sequence[Token]:
        return self.sentence.tokens[self.first : self.last]

    @property
    def start(self) -> int:
        return self.sentence.tokens[self.first].start

    @property
    def end(self) -> int:
        return self.sentence.tokens[self.last - 1].end


def find(sentence: Sentence, usage: Usage) -> Iterator[Found]:
    """The names of the sentence, in order, none inside another."""
    for first, last in _runs(sentence, usage):
        yield from _trim(sentence, first, last, usage)


# ---- runs


def _runs(sentence: Sentence, usage: Usage) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words with what may join them."""
    tokens = sentence.tokens
    at, size = 0, len(tokens)
    while at < size:
        if not _nameable(sentence, at, usage):
            at += 1
            continue
        end = at + 1
        while end < size:
            step = _joined(sentence, at, end, usage)
            if not step:
                break
            end += step
        yield at, end
        at = end


def _nameable(sentence: Sentence, at: int, usage: Usage) -> bool:
    """Whether the word may be part of a name, by its capital and, in headlines, by what else is known of it."""
    token = sentence.tokens[at]
    if not token.capital or token.lower in cue("calendar"):
        return False
    if sentence.shape == "prose":
        return True
    word = token.lower
    if word in cue("never"):
        return False
    if word in usage.capital:
        return True
    plain = fold(token.text if sentence.shape == "title" else token.text.capitalize())
    if known(plain):
        return True
    if sentence.shape == "title" and len(token.text) > 1 and token.text.isupper():
        return True
    return not usage.common(word) and len(word) > 2


def known(word: str) -> bool:
    """Whether the word by itself is a place, an organisation, a people or a first name; folded."""
    return (
        word in demonyms().places
        or word in organisations()
        or (word in given_names() and not word.lower() in cue("never"))
        or place(word) is not None
    )


def _joined(sentence: Sentence, first: int, end: int, usage: Usage) -> int:
    """How many tokens from ``end`` on continue the run begun at ``first``: 0 ends it."""
    tokens = sentence.tokens
    before, token = tokens[end - 1], tokens[end]
    if before.owner and not (before.lower in _INNER_OWNERS and _is_head(tokens, end)):
        return 0
    if not _adjacent(before, token):
        return 0
    if _nameable(sentence, end, usage):
        return 1 if token.lower not in cue("never") or token.lower in ("god",) else 0
    if token.capital or before.owner:
        return 0
    return _connected(sentence, first, end, usage)


def _adjacent(before: Token, token: Token) -> bool:
    gap = token.gap
    if gap in (" ", "\u00a0"):
        return True
    if gap in (". ", ".", ".\u00a0"):
        return before.lower in _ABBREVIATED or (len(before.text) == 1 and before.capital)
    return gap in (", ",) and token.lower in cue("organisation ends") | {"jr", "sr"}


def _is_head(tokens: Sequence[Token], at: int) -> bool:
    """Whether an organisation's head word is among the next capitalised words."""
    heads = cue("organisation heads")
    for token in tokens[at : at + 4]:
        if not token.capital:
            return False
        if token.lower in heads:
            return True
    return False


def _connected(sentence: Sentence, first: int, end: int, usage: Usage) -> int:
    """Tokens of a lower-case link ("of", "for the", "de la") and the capitalised word after it, or 0."""
    tokens = sentence.tokens
    link = end
    while link < len(tokens) and link < end + 3 and not tokens[link].capital:
        if tokens[link].gap not in (" ", "\u00a0"):
            return 0
        link += 1
    if link == end or link >= len(tokens) or not _nameable(sentence, link, usage) or tokens[link].gap not in (" ", "\u00a0"):
        return 0
    words = tuple(t.lower for t in tokens[end:link])
    after, run = tokens[link], tokens[first:end]
    if all(word in PARTICLES for word in words):
        return link - end + 1
    if words in (("of",), ("of", "the"), ("for",), ("for", "the"), ("on",), ("to", "the")):
        governed = _governs(run, words[0])
        return link - end + 1 if governed and after.lower not in cue("never") else 0
    if words in (("and",), ("and", "the"), ("&",)) and len(run) > 0:
        return link - end + 1 if _coordinates(run, tokens, link) else 0
    return 0


def _governs(run: Sequence[Token], link: str) -> bool:
    """Whether the run holds a head that takes the link: "Ministry of", "Gulf of", "Council on"."""
    heads = {t.lower for t in run}
    last = run[-1].lower
    if link == "of" and (last in cue("place heads") or last in cue("event heads")):
        return True
    if link == "of" and last in ("secretary", "minister", "chiefs", "speaker", "house", "duke", "prince", "lord", "knights", "bishop"):
        return True
    if last in cue("organisation heads"):
        return True
    return link == "of" and bool(heads & cue("organisation heads")) and any(t.lower == "of" for t in run)


def _coordinates(run: Sequence[Token], tokens: Sequence[Token], after: int) -> bool:
    """Whether "and" joins two matters of one body: "Ministry of Culture and Sports"."""
    fields = cue("portfolios")
    if run[-1].lower not in fields or tokens[after].lower not in fields:
        return False
    return any(t.lower in cue("organisation heads") or t.lower == "minister" for t in run) or _is_head(tokens, after)


# ---- what is no part of the name


def _trim(sentence: Sentence, first: int, last: int, usage: Usage) -> Iterator[Found]:
    tokens = sentence.tokens
    first = _skip_opening(sentence, first, last, usage)
    if first >= last:
        return
    cut = _title_end(tokens, first, last)
    if cut is not None:
        head, body = cut
        if head > first:
            yield from _plain(sentence, first, head, usage, titled=False)
        if body < last:
            yield from _plain(sentence, body, last, usage, titled=True)
        return
    yield from _plain(sentence, first, last, usage, titled=_title_before(tokens, first))


def _skip_opening(sentence: Sentence, first: int, last: int, usage: Usage) -> int:
    """Past the words that owe their capital to standing first, and past articles."""
    tokens = sentence.tokens
    while first < last:
        token = tokens[first]
        opening = sentence.shape == "prose" and (first == 0 or opens(token))
        if token.lower in cue("never") and not (len(token.text) > 1 and token.text.isupper() and token.lower in ("us", "who", "it")):
            first += 1
        elif opening and last - first > 1 and _spare(tokens, first, last, usage):
            first += 1
        elif not token.capital:
            first += 1
        else:
            break
    return first


def _spare(tokens: Sequence[Token], first: int, last: int, usage: Usage) -> bool:
    """Whether the first word of a sentence is an ordinary word before a name: "Protesters", "Police"."""
    token, follower = tokens[first], tokens[first + 1]
    word = token.lower
    if known(fold(token.text)) or word in cue("titles") or word in cue("title parts") or not follower.capital:
        return False
    if tokens[last - 1].lower in cue("organisation heads"):
        return False
    return word in usage.lower or (usage.common(word) and known(fold(follower.text)))


def _title_end(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """Where a title in the run begins and where the name after it does; ``None`` without a title.

    "Azerbaijani Foreign Minister Jeyhun Bayramov" is "Azerbaijani", a title, "Jeyhun Bayramov".
    """
    titles, parts = cue("titles"), cue("title parts")
    heads = cue("organisation heads")
    for at in range(first, last):
        if tokens[at].lower not in titles:
            continue
        if at + 1 == last and last - first > 1 and tokens[first].lower not in parts | titles and not _portfolio(tokens[at - 1]):
            if tokens[at].lower in ("king", "prince", "earl", "guard", "forward", "captain", "justice", "judge", "brother", "count"):
                return None
            if all(not t.lower in parts and not known(fold(t.text)) for t in tokens[first:at]):
                return None
        end = at + 1
        while end < last and (tokens[end].lower in titles or tokens[end].lower in ("of", "for", "and", "the", "to")
                              or (end > at and tokens[end - 1].lower in ("of", "for", "and", "the", "to"))
                              or (tokens[end].lower == "general")):
            if tokens[end].lower in heads and tokens[end].lower not in titles:
                return None
            end += 1
        begin = at
        while begin > first and (tokens[begin - 1].lower in parts or _portfolio(tokens[begin - 1])
                                 or tokens[begin - 1].lower in titles or not tokens[begin - 1].capital):
            begin -= 1
        if end < last and any(t.lower in heads and t.lower not in titles for t in tokens[end:last]):
            return None
        return begin, end
    return None


def _portfolio(token: Token) -> bool:
    return token.lower in cue("portfolios")


def _title_before(tokens: Sequence[Token], first: int) -> bool:
    """Whether a title in lower case stands directly before: "spokesman Dmitry Peskov"."""
    return first > 0 and tokens[first - 1].lower in cue("titles") and tokens[first].gap in (" ", ". ")


def _plain(sentence: Sentence, first: int, last: int, usage: Usage, *, titled: bool) -> Iterator[Found]:
    """The run without its title: adjectives and places before another name stand alone, leftovers fall away."""
    tokens = sentence.tokens
    while last > first and not tokens[last - 1].capital:
        last -= 1
    while first < last and (not tokens[first].capital or tokens[first].lower in cue("never") and tokens[first].lower not in ("us", "who")):
        first += 1
    if first >= last:
        return
    for begin, end in _split_demonyms(tokens, first, last):
        found = Found(sentence, begin, end, titled)
        if titled or _is_name(found, usage):
            yield found


def _split_demonyms(tokens: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, int]]:
    """A people after a place is a name of its own ("Karabakh | Armenians"), and so is a people before a person."""
    peoples = demonyms().places
    if last - first < 2:
        yield first, last
        return
    end = tokens[last - 1]
    if end.text in peoples and place(fold(" ".join(t.text for t in tokens[first:last]))) is None:
        yield first, last - 1
        yield last - 1, last
        return
    if tokens[first].text in peoples and tokens[first + 1].capital:
        rest = [t.text for t in tokens[first + 1 : last]]
        person = fold(rest[0]) in given_names() and len(rest) > 1 and rest[-1].lower() not in cue("organisation heads")
        if person:
            yield first, first + 1
            yield first + 1, last
            return
    yield first, last


def _is_name(found: Found, usage: Usage) -> bool:
    """Whether what is left is a name at all."""
    tokens, sentence = found.tokens, found.sentence
    words = [t.lower for t in tokens]
    first = tokens[0]
    whole = fold(" ".join(t.text for t in tokens))
    if known(whole) and not (len(words) == 1 and whole in given_names() and usage.common(words[0]) and place(whole) is None):
        if len(words) > 1 or sentence.shape != "prose" or found.first > 0:
            return True
        return words[0] not in usage.lower or whole in demonyms().places
    titles = cue("titles") | cue("title parts") | cue("portfolios")
    if all(w in titles or w in ("of", "for", "the", "and") for w in words):
        return len(words) > 1 and any(w in cue("organisation heads") for w in words) and words[-1] not in cue("titles")
    if len(words) > 1:
        return sentence.shape == "prose" or not all(usage.common(w) for w in words) or any(w in usage.capital for w in words)
    if not any(c.isalpha() for c in first.text) or (len(first.text) == 1 and first.text not in "X"):
        return False
    if len(first.text) == 1:
        return False
    opening = found.first == 0 or opens(first)
    if first.text.isupper() and len(first.text) > 1 and sentence.shape == "prose":
        return words[0] not in usage.lower or not opening
    if opening:
        return words[0] in usage.capital and words[0] not in usage.lower or not usage.common(words[0])
    return words[0] not in usage.lower
