"""Which figures count the same thing, and what their intervals say of each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from reader.analysis.counted import happenings
from reader.analysis.placing import Placed
from reader.analysis.spells import FATE as IN_A_ROW
from reader.comparison.periods import Period, day_of_report, moments_of, one_period, past
from reader.model import Analysis, Figure, Passage, Verdict
from reader.text.patterns import expression
from reader.text.wordlists import sections, words_of
from reader.text.words import stem, words

LOOSE = 0.1
"""A hedge such as "about" or "nearly" stands for so large a share of the number."""

TELLING = 100
"""Numbers from here on are seldom of two things of one noun in reports of one event."""

MANY = 4
"""Fewer persons than these are too often as many: "two men" and "two officers" may be four."""

PEOPLE = "people"
_TIME = "second"
_LIVING = "living"
_PART = expression(r"\s+of (?:the|its|their|his|her|those|these|them|whom)\b")
"""What a number is a part of: twenty of those rescued are not the rescued."""
_SHARE = "percent"
_EMPLOYS = expression(r"\bemploy(?:s|ed|ing)?\s+(?:[a-z]+\s+){0,2}$")

_LIVE = expression(
    r"\b(?:lived?|living) (?:in|on|at|by|there|here|near|within|inside|outside|under|among)\b"
    r"|\bhome (?:to|of)\b|\bpopulat(?:ion|ed)\b|\binhabited\b"
)
_WHERE = expression(
    r"\b(?:town|city|village|region|district|island|country|enclave|suburb|port|state|province) of "
    r"(?:(?:some|about|nearly|around|almost|over|more than|under|fewer than|roughly|only|just) )?$"
)
"""Before a figure of people: "a town of some 3,000 people"."""
_OWN = expression(r"['’]s (?:[a-z]+ ){0,3}$")
_DWELLERS = frozenset(("residents", "inhabitants"))
"""And people who live where is told by whose they are: "the island's 3,000 residents"."""

_NEXT_CLAUSE = expression(r"[;:—–(]|\s(?:to|who|which|but|while|before|after)\s")
_FAR = 80
"""Characters behind a figure of people, in its clause, that may tell what became of them."""

_NEAR = 45
"""Characters around a figure that may say that people live somewhere."""


class Count(NamedTuple):
    """A figure with what it takes to compare it.

    ``thing`` is the class or the stem of what is counted (empty: not said), ``also`` the stems of its other words,
    ``fate`` what became of it, ``base`` the unit in which ``low`` and ``high`` are given (empty: a count). ``past`` is
    the time of an event before the one reported; ``dated`` tells whether the text says at all when, ``among`` whether
    others of the same thing are counted beside it: in its passage, with the same fate, or by shares of a whole.
    ``number`` is the number as stated, in the base unit.
    """

    figure: Figure
    article: str
    thing: str
    also: frozenset[str]
    fate: str
    base: str
    low: float | None
    high: float | None
    past: Period | None
    dated: bool
    among: bool = False
    number: float = 0.0

    def meets(self, other: Count) -> bool:
        """Whether one number could satisfy both, be it rounded."""
        return rounded(self, other) or not (
            (self.high is not None and other.low is not None and self.high < other.low)
            or (other.high is not None and self.low is not None and other.high < self.low)
        )

    @property
    def level(self) -> float:
        """The number to compare sizes by."""
        return next((x for x in (self.low, self.high) if x is not None), 0.0)


def equal_counts(one: Count, two: Count) -> bool:
    """Whether both state one number of one thing, if their passages report the same."""
    return one.number == two.number and same_thing(one, two, linked=True)


@cache
def _things() -> dict[str, str]:
    """Stem of a noun → the class it counts with."""
    table = {}
    for line in sections(__package__, "counted")["things"]:
        name, _, others = line.partition(" = ")
        table.update({stem(word): name for word in (name, *others.split(" | "))})
    return table


def class_name(thing: str) -> str:
    """What the things of a class are called in a label ("peacekeepers", "war"); empty: it is no class."""
    rows = (line.partition(" = ") for line in sections(__package__, "counted")["labels"])
    return next((said for name, _, said in rows if name == thing), "")


def persons(one: Count) -> bool:
    """Whether persons are counted, by whatever noun."""
    return one.thing in words_of(__package__, "counted", "persons")


@cache
def _measures() -> dict[str, tuple[float, str]]:
    """Unit → how many of its base unit, and that unit."""
    rows = (line.partition(" = ") for line in sections(__package__, "counted")["measures"])
    return {unit: (float(size.partition(" ")[0]), size.partition(" ")[2]) for unit, _, size in rows}


def counts(
    analyses: Sequence[Analysis], find: Callable[[Analysis, date | None], list[Count]] | None = None
) -> list[Count]:
    """Every figure that can be compared, in order of the texts; what somebody is said to deny is told by nobody.

    ``find`` may remember what :func:`counts_of` gives.
    """
    latest = max((a.article.published for a in analyses if a.article.published), default=None)
    return [one for analysis in analyses for one in (find or counts_of)(analysis, day_of_report(analysis, latest))]


def counts_of(analysis: Analysis, reported: date | None) -> list[Count]:
    """Every figure of an article that can be compared, in order of the text; ``reported`` is the day of the report."""
    found = []
    text, dated = analysis.article.text, Placed(analysis.moments)
    at = {p.id: n for n, p in enumerate(analysis.passages)}
    groups = {m.of(text).lower() for m in analysis.mentions if m.kind in ("group", "place")}
    for figure in analysis.figures:
        known = figure.low is not None or figure.high is not None
        if figure.passage in at and known and not figure.denied:
            number = at[figure.passage]
            moments = moments_of(figure, analysis.passages, number, dated, text)
            one = count(figure, analysis, analysis.passages[number], groups)
            found.append(one._replace(past=past(moments, reported), dated=bool(moments)))
    told = Counter(map(_stand, found))
    return [one._replace(among=True) if one.thing and told[_stand(one)] > 1 else one for one in found]


def _stand(one: Count) -> tuple[str, ...]:
    return one.figure.passage, one.thing, one.base, one.fate


def count(figure: Figure, analysis: Analysis, passage: Passage, groups: Iterable[str]) -> Count:
    """A figure with what it counts, and nothing of when."""
    noun = [stem(word.group()) for word in words(figure.counted)]
    known = _things()
    thing = next((known[term] for term in reversed(noun) if term in known), noun[-1] if noun else "")
    if figure.counted.lower() in groups:
        thing = PEOPLE
    text = analysis.article.text
    if thing == PEOPLE and _EMPLOYS.search(text, max(passage.start, figure.start - _NEAR), figure.start):
        thing = "worker"
    part = None if figure.unit else _PART.match(text, figure.end, passage.end)
    return bare(figure)._replace(
        article=analysis.article.id,
        thing=thing,
        also=frozenset(noun),
        fate="" if part else figure.happened or fate_around(figure, analysis, passage, thing),
        among=figure.unit == _SHARE and text.find(figure.counted, figure.end, passage.end) >= 0,
    )


def bare(figure: Figure) -> Count:
    """The bounds of a figure in its base unit, loosened by its hedge, and nothing of what it counts."""
    scale, base = _measures().get(figure.unit, (1.0, figure.unit))
    low, high = figure.low, figure.high
    if figure.happened == IN_A_ROW:
        high = None  # the third day of a strike does not say that it ended
    elif low is not None and low == high and figure.hedge:
        low, high = low * (1 - LOOSE), high * (1 + LOOSE)
    low, high = (None if bound is None else bound * scale for bound in (low, high))
    number = next((x for x in (low, high) if x is not None), 0.0) if figure.value is None else figure.value * scale
    return Count(figure, "", "", frozenset(), "", base, low, high, None, False, number=number)


def fate_around(figure: Figure, analysis: Analysis, passage: Passage, thing: str) -> str:
    """What becomes of people counted in a passage that tells but one fate; whether they live there."""
    if thing not in (PEOPLE, "child"):
        return ""
    text = analysis.article.text[figure.end : passage.end].lower()
    clause = _NEXT_CLAUSE.split(text[:_FAR], maxsplit=1)[0]
    fates = {happenings()[w.group()] for w in words(clause) if w.group() in happenings()}
    if len(fates) == 1 and fates <= words_of(__package__, "counted", "fates of people"):
        return fates.pop()
    before = analysis.article.text[max(passage.start, figure.start - _NEAR) : figure.start].lower()
    after = text[:_NEAR]
    lives = _LIVE.search(before) or _LIVE.search(after) or _WHERE.search(before)
    return _LIVING if lives or (figure.counted in _DWELLERS and _OWN.search(before)) else ""


def same_thing(one: Count, two: Count, linked: bool) -> bool:
    """Whether two figures count the same thing of the same event; ``linked``: their passages report the same."""
    if one.base != two.base or not same_time(one, two):
        return False
    if one.thing and two.thing and one.thing != two.thing and not (linked and _may_be_one(one, two)):
        return False
    if one.fate and two.fate:
        return one.fate == two.fate and bool((one.thing and two.thing) or (linked and one.base))
    if linked:
        if one.thing and two.thing and (one.fate or two.fate or one.among or two.among):
            return near(one, two)  # other numbers may be of another part, or of what became of others
        return bool(one.thing and two.thing) or bool(one.base)
    if not one.thing or one.thing != two.thing:
        return False
    if one.past or one.base == _TIME:
        return bool(one.past) or stated(one) == stated(two)
    return telling(one) and telling(two) and near(one, two) and not (one.among or two.among)


def telling(one: Count) -> bool:
    """Whether a number tells by itself which things are meant: no small one, and of more than just people."""
    return one.thing not in ("", PEOPLE) and stated(one) >= TELLING


def _may_be_one(one: Count, two: Count) -> bool:
    """Whether things of two names, in passages that report the same, may be one: "the crew of 19", "19 men"."""
    if one.also & two.also:
        return True
    if not (persons(one) and persons(two) and one.fate == two.fate):
        return False
    if stated(one) == stated(two) >= MANY:
        return True
    if not one.fate or PEOPLE not in (one.thing, two.thing) or _apart(one) or _apart(two):
        return False
    small, large = sorted((stated(one), stated(two)))
    return large <= 2 * small


def _apart(one: Count) -> bool:
    """Whether those counted are told apart from people at large, and may be as many again: soldiers, children."""
    return one.thing in words_of(__package__, "counted", "counted apart")


def same_time(one: Count, two: Count) -> bool:
    """Whether both speak of the event reported, or of one before it; equal numbers, if one is not said to be of any."""
    if one.past is not None and two.past is not None:
        return one_period(one.past, two.past)
    if one.past is None and two.past is None:
        return True
    undated = one if one.past is None else two
    return not undated.dated and stated(one) == stated(two)


def verdict(row: Sequence[Count]) -> Verdict:
    """What the intervals of different articles or speakers say: the same, able to be the same, or not."""
    pairs = [
        (a, b)
        for n, a in enumerate(row)
        for b in row[n + 1 :]
        if a.article != b.article or a.figure.speaker != b.figure.speaker
    ]
    if not all(a.meets(b) for a, b in pairs):
        return "differ"
    return "agree" if all(a.figure.value is not None and near(a, b) for a, b in pairs) else "compatible"


def between(one: Figure, two: Figure) -> Verdict:
    """What two figures of one row say of each other, whatever the rest of the row says."""
    a, b = bare(one), bare(two)
    if not a.meets(b):
        return "differ"
    return "agree" if one.value is not None and two.value is not None and near(a, b) else "compatible"


def near(one: Count, two: Count) -> bool:
    """Whether two figures are the same but for rounding: the smaller is no more than a tenth below."""
    small, large = sorted((stated(one), stated(two)))
    if one.figure.hedge or two.figure.hedge:
        return small >= large * (1 - LOOSE)
    return small == large or rounded(one, two)


def rounded(one: Count, two: Count) -> bool:
    """Whether one of two plain numbers may be the other, rounded: 1.3 billion and 1.32 billion, 67 and 67.3 percent."""
    if one.base != two.base or one.figure.value is None or two.figure.value is None:
        return False
    if one.figure.hedge or two.figure.hedge or one.figure.unit != two.figure.unit:
        return False
    return abs(one.figure.value - two.figure.value) <= max(one.figure.rounding, two.figure.rounding)


def stated(one: Count) -> float:
    """The number as stated, in the base unit."""
    return one.number
