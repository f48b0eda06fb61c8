"""Different nouns for one thing, by the role they play in passages that report the same.

=========  ===================================================  ==========================
evidence   example                                              nouns
=========  ===================================================  ==========================
number     12 fire doors were blocked / a dozen exits           fire doors, exits
subject    the ferry sank / the vessel had sunk                 ferry, vessel
object     rescuers raised the ferry / the vessel was raised    ferry, vessel
=========  ===================================================  ==========================

One number of ten or more is enough; verbs have to bear witness twice. Nouns that stand side by side in a passage are
two things. Otherwise nothing is told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

from reader.analysis.counted import ends_noun, happenings
from reader.analysis.speech_words import verbs
from reader.model import Analysis, Figure, Link, Passage, Phrase, Span
from reader.text.patterns import expression
from reader.text.wordlists import words_of
from reader.text.words import stem, words

LEAST = 10
"""Smaller numbers are too common to tell that one thing is meant."""

ENOUGH = 2
"""So much evidence makes two nouns one thing."""

MOST = 4
"""Nouns of one thing, at most: more are a chain of errors."""

_NOUN = r"(?P<noun>(?:[a-z][a-z'’-]*\s+){0,2}?[a-z][a-z-]+)"
_BEFORE = expression(
    rf"(?i:\b(?:the|an?|its|their|this)\s+){_NOUN}\s+"
    r"(?P<aux>(?:(?:has|had|have|was|were|is|are|been|be|being|will|would|could|may|might|also|later|already|then)\s+)*)$"
)
_AFTER = expression(rf"\s+(?i:the|an?|its|their|this)\s+{_NOUN}(?=\s+(?P<next>[a-z]+)|\s*[.,;:!?)”\"]|$)")
_NAMED = expression(r"\s+(?P<noun>(?:[a-z][a-z-]*\s+)?[a-z][a-z-]+)(?=\s+(?P<next>[a-z]+)|\s*[.,;:!?)”\"]|$)")
_DEFINITE = expression(r"\b[Tt]he\s+(?P<noun>[a-z][a-z-]+)\b")
_BE = frozenset("was were is are been be being".split())
_GENERAL = frozenset("people person persons lives others times things".split())
_REACH = 90
"""Characters around a verb that are looked at."""


class Called(NamedTuple):
    """A noun for a thing where it stands; ``head`` is its last word, in small letters."""

    head: str
    phrase: Phrase


class Pair(NamedTuple):
    """Two nouns that play one role, what bears witness to it, and how much that tells."""

    one: Called
    two: Called
    witness: str
    weight: int


Role = tuple[tuple[str, str], Called]
"""A verb and the role that a noun plays beside it, and the noun."""


class Played(NamedTuple):
    """What the nouns of an article do, and where they stand: all that it takes of it to compare it with others.

    ``roles`` leads from a passage (its id) and the place of a verb (where it starts) to where that ends and the nouns
    beside it; ``definite`` holds the nouns that are taken up again, ``words`` the words of each passage.
    """

    roles: Mapping[str, Mapping[int, tuple[int, tuple[Role, ...]]]]
    definite: Sequence[Phrase]
    words: Sequence[frozenset[str]]


def played(analysis: Analysis) -> Played:
    """What the nouns of an article do."""
    roles: dict[str, dict[int, tuple[int, tuple[Role, ...]]]] = {}
    definite: list[Phrase] = []
    held = []
    for passage in analysis.passages:
        told = [(passage.start + word.start(), word.group().lower()) for word in words(passage.text)]
        held.append(frozenset(word for _, word in told))
        verbs = [Span(start, start + len(word)) for start, word in told if _is_verb(word)]
        roles[passage.id] = {
            verb.start: (verb.end, found) for verb in verbs if (found := tuple(_roles(analysis, passage, verb)))
        }
        definite += _definite(analysis, passage)
    return Played(roles, definite, held)


def one_thing(
    analyses: Sequence[Analysis], links: Sequence[Link], find: Callable[[Analysis], Played] = played
) -> dict[str, list[Phrase]]:
    """The phrases for each thing that the sources give different nouns, by the noun that is used most.

    ``find`` may remember what :func:`played` gives.
    """
    nouns = {analysis.article.id: find(analysis) for analysis in analyses}
    witnesses: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    said: dict[str, list[Phrase]] = defaultdict(list)
    for one, two, witness, weight in pairs(analyses, links, nouns):
        witnesses[min(one.head, two.head), max(one.head, two.head)][witness] = weight
        for called in (one, two):
            if called.phrase not in said[called.head]:
                said[called.head].append(called.phrase)
    found: dict[str, list[Phrase]] = {}
    for heads in _groups([pair for pair, told in witnesses.items() if sum(told.values()) >= ENOUGH]):
        phrases = [phrase for head in heads for phrase in said[head]]
        phrases += [phrase for one in nouns.values() for phrase in one.definite if phrase.text in heads]
        forms = Counter(phrase.text.lower() for phrase in phrases)
        found[forms.most_common(1)[0][0]] = phrases
    return found


def _groups(alike: Sequence[tuple[str, str]]) -> Iterator[list[str]]:
    """The nouns that are one thing, together; what would be too many is none."""
    group: dict[str, list[str]] = {}
    for one, two in alike:
        joined = group.get(one, [one]) + [head for head in group.get(two, [two]) if head not in group.get(one, [one])]
        for head in joined:
            group[head] = joined
    told: list[list[str]] = []
    for heads in group.values():
        if heads not in told and len(heads) <= MOST:
            told.append(heads)
            yield heads


def pairs(analyses: Sequence[Analysis], links: Sequence[Link], nouns: Mapping[str, Played]) -> Iterator[Pair]:
    """The nouns that play one role in passages which report the same, two by two."""
    home = {p.id: (analysis, p) for analysis in analyses for p in analysis.passages}
    roles = {passage: found for one in nouns.values() for passage, found in one.roles.items() if found}
    figures: dict[str, list[Figure]] = defaultdict(list)
    for analysis in analyses:
        for figure in analysis.figures:
            figures[figure.passage].append(figure)
    for link in links:
        if link.grade == "weak":
            continue
        if link.a in figures and link.b in figures:
            here, there = home[link.a], home[link.b]
            both = nouns[here[0].article.id], nouns[there[0].article.id]
            for one, two in product(figures[link.a], figures[link.b]):
                if one.counted != two.counted and _same_number(one, two, figures):
                    pair = _different(_counted(one, *here), _counted(two, *there), str(one.value), ENOUGH)
                    yield from (p for p in pair if not any(_side_by_side(p, said) for said in both))
        if link.a in roles and link.b in roles:
            mine, theirs = dict(_shared(roles[link.a], link.shared_a)), dict(_shared(roles[link.b], link.shared_b))
            for role in mine.keys() & theirs.keys():
                yield from _different(mine[role], theirs[role], " ".join(role), 1)


def _different(one: Called | None, two: Called | None, witness: str, weight: int) -> Iterator[Pair]:
    """The two nouns as a pair, if both are there and tell more than that somebody is meant."""
    if one and two and stem(one.head) != stem(two.head) and _GENERAL.isdisjoint((one.head, two.head)):
        yield Pair(one, two, witness, weight)


def _side_by_side(pair: Pair, nouns: Played) -> bool:
    """Whether an article has both nouns in one sentence: 26 points and 11 rebounds."""
    return any(pair.one.head in held and pair.two.head in held for held in nouns.words)


def _shared(roles: Mapping[int, tuple[int, tuple[Role, ...]]], spans: Sequence[Span]) -> Iterator[Role]:
    """The nouns beside those verbs of a passage that it shares with another."""
    for span in spans:
        if span.start in roles and roles[span.start][0] == span.end:
            yield from roles[span.start][1]


def _same_number(one: Figure, two: Figure, figures: Mapping[str, Sequence[Figure]]) -> bool:
    """Whether both are one number, which stands but once in either passage, of things with no other fate."""
    if one.value is None or one.value != two.value or one.value < LEAST or one.unit or two.unit:
        return False
    if any(sum(other.value == one.value for other in figures[figure.passage]) > 1 for figure in (one, two)):
        return False
    return not one.happened or not two.happened or one.happened == two.happened


def _counted(figure: Figure, analysis: Analysis, passage: Passage) -> Called | None:
    """The noun that a figure counts, where it stands behind it."""
    text = analysis.article.text
    start = text.find(figure.counted, figure.end, passage.end) if figure.counted else -1
    return None if start < 0 else _called(analysis, start, start + len(figure.counted))


def _called(analysis: Analysis, start: int, end: int) -> Called:
    said = analysis.article.text[start:end]
    return Called(said.lower().split()[-1], Phrase(start, end, analysis.article.id, said))


def _roles(analysis: Analysis, passage: Passage, span: Span) -> Iterator[Role]:
    """The nouns beside a verb of a passage, by verb and role."""
    text = analysis.article.text
    verb = stem(span.of(text).lower())
    before = _BEFORE.search(text, max(passage.start, span.start - _REACH), span.start)
    passive = before is not None and not _BE.isdisjoint(before["aux"].split())
    if before and _is_noun(before["noun"]):
        yield (verb, "object" if passive else "subject"), _called(analysis, *before.span("noun"))
    after = None if passive else _AFTER.match(text, span.end, passage.end)
    if after and _is_noun(after["noun"]) and (after["next"] is None or ends_noun(after["next"])):
        yield (verb, "object"), _called(analysis, *after.span("noun"))


@cache
def _pasts() -> frozenset[str]:
    return words_of("reader.analysis", "tense", "past") - _BE - frozenset("have has had did said told".split())


def _is_verb(word: str) -> bool:
    """Whether a word is a finite verb that says more than that somebody spoke."""
    told = word in _pasts() or (word.endswith("ed") and len(word) > 4) or word in happenings()
    return told and word not in verbs()


def _is_noun(phrase: str) -> bool:
    return not any(ends_noun(word) or word in _pasts() or word.endswith(("ly", "-")) for word in phrase.lower().split())


def _definite(analysis: Analysis, passage: Passage) -> Iterator[Phrase]:
    """Where a passage takes a noun up again: "the ferry"."""
    for found in _DEFINITE.finditer(analysis.article.text, passage.start, passage.end):
        yield Phrase(*found.span("noun"), analysis.article.id, found["noun"])
