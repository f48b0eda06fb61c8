"""What a figure counts or measures, in the words of its text, for the label of a row.

A count is told by its noun and what became of it ("people killed", "people on board"). A measure that names no thing is
told by the words before it, with an ellipsis where the number stands: "sank within … minutes", "making … knots".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reader.analysis.counted import ends_noun, happenings
from reader.analysis.spells import FATE as IN_A_ROW
from reader.comparison.comparable import PEOPLE, Count, class_name
from reader.comparison.weighting import expected
from reader.model import Analysis, Figure, Passage
from reader.text.patterns import expression
from reader.text.sanitise import one_line
from reader.text.words import stem, words

BEFORE = 4
"""Words before a bare measure that tell what it measures, at most."""

COMMON = 1e-4
"""A word that so large a share of passages of general English hold is no name."""

AFTER = 3
"""Words after a noun, or after a measure with nothing before it, at most."""

_CLAUSE = expression(r"[.,](?!\d)\s*|[;:!?()“”\"—–\n]\s*|\b(?:and|but|which|who|that|when|after which)\s+")
_LEAD = expression(
    r"(?i:^(?:(?:the|an?|its|his|her|their|was|were|is|are|had|has|have|been|which|who|that|he|she|it|they|to|of)\s+)+)"
)
_CONVERTED = expression(r"[^\s(]*\d[^\s(]*(?: [^\W\d_]+){0,2} \((?:[^()]{0,16}\s)?$")
"""A number whose other unit follows in brackets is no name for it: "repairs at 9 million crowns ($1 million)"."""
_PEOPLE = {"lives": "people", "souls": "people", "others": "people"}
_ANYBODY = frozenset({"people", "children", "men", "women", "persons"})
"""Nouns that do not say who is counted."""
_EMPTY = frozenset({"times", "occasions"})
"""Nouns that tell as little as a unit does."""
_UNITS = {"foot": "feet", "year of age": "years of age", "inch": "inches", "century": "centuries"} | {
    "celsius": "degrees Celsius", "fahrenheit": "degrees Fahrenheit"
}  # fmt: skip
_SAME_IN_PLURAL = frozenset({"percent", "hertz", "kelvin", "yuan", "yen", "krona"})


def measured(figure: Figure, analysis: Analysis, passage: Passage | None) -> str:
    """What one figure counts or measures."""
    thing = _PEOPLE.get(figure.counted, figure.counted)
    if figure.happened and not _says(thing, figure.happened):
        thing = f"{thing} {figure.happened}".strip()  # but arrests are not "arrests arrested"
    if figure.unit and figure.counted:
        thing = _inside(thing)
        told = "age" if figure.unit == "year of age" else many(figure.unit)
        return f"{thing} ({told})" if stands_before(figure, analysis, passage) else f"{told} of {thing}"
    if thing and not figure.unit and figure.counted not in _EMPTY:
        return thing
    around = beside(figure, analysis, passage) if passage and figure.happened != IN_A_ROW else ""
    return around or " ".join(filter(None, (many(figure.unit) or figure.counted, figure.happened))) or "number"


def _says(thing: str, fate: str) -> bool:
    """Whether a noun tells the fate itself."""
    return stem(fate) in {stem(word) for word in thing.split()}


def _inside(noun: str) -> str:
    """A noun as it stands inside a line: a common word that began its sentence is small."""
    first = noun.split(" ", 1)[0]
    return noun[0].lower() + noun[1:] if first.istitle() and expected(stem(first)) > COMMON else noun


def stands_before(figure: Figure, analysis: Analysis, passage: Passage | None) -> bool:
    """Whether what is measured is told before the figure: "turnout was 67 percent"."""
    text = analysis.article.text
    return passage is not None and text.find(figure.counted, figure.end, passage.end) < 0


def many(unit: str) -> str:
    """A unit in the plural."""
    if unit in _SAME_IN_PLURAL or not unit.isalpha() or len(unit) < 3:
        return _UNITS.get(unit, unit)
    return _UNITS.get(unit, unit + "s")


def beside(figure: Figure, analysis: Analysis, passage: Passage) -> str:
    """A bare measure by the words of its clause before it, or else after it; empty where there are none."""
    text = analysis.article.text
    before = _CONVERTED.sub("", one_line(text[passage.start : figure.start]))
    if figure.hedge:
        before = before[: -len(figure.hedge)].rstrip() if before.lower().endswith(figure.hedge) else before
    unit = many(figure.unit) or figure.counted
    lead = _LEAD.sub("", _last_clause(before).strip())
    kept = " ".join(lead.split()[-BEFORE:])
    kept = _LEAD.sub("", kept)
    if any(not ends_noun(word.group().lower()) for word in words(kept)):
        return f"{kept} …" if kept.lower().endswith("aged") else f"{kept} … {unit}".rstrip()
    after = _CLAUSE.split(one_line(text[figure.end : passage.end]).lstrip("-"), maxsplit=1)[0].split()[:AFTER]
    while after and ends_noun(after[-1].lower()):
        after.pop()
    return f"… {unit} {' '.join(after)}" if after else ""


def _last_clause(before: str) -> str:
    """The end of a sentence's beginning, back to a comma or a conjunction that leaves two words or more."""
    cuts = [0, *(found.end() for found in _CLAUSE.finditer(before))]
    ends = (before[cut:] for cut in reversed(cuts))
    return next((end for end in ends if sum(1 for _ in words(end)) > 1), before)


def label(row: Sequence[Count], analyses: Mapping[str, Analysis]) -> str:
    """What the row counts: in the words that most of its sources use, or else in those that have most in common."""
    said = _thing(row, analyses)
    periods = [one.past for one in row if one.past]
    if len(periods) < len(row):
        return said
    first, last = max(p[0] for p in periods).year, min(p[1] for p in periods).year
    return f"{said} ({first})" if first == last else f"{said} ({first}–{last})"


def _thing(row: Sequence[Count], analyses: Mapping[str, Analysis]) -> str:
    """What the row counts, whenever."""
    told = {one.figure.id: _told(one, analyses) for one in row}
    used = Counter(told[one.figure.id] for one in row if one.figure.counted or one.thing)
    if not used:
        return _shared([told[one.figure.id] for one in row])
    things = {one.thing for one in row if one.thing}
    if PEOPLE in things and len(things) > 1:  # workers, and people: people
        used = Counter(told[one.figure.id] for one in row if one.thing == PEOPLE)
    first = {text: -n for n, text in enumerate(used)}
    best = max(used, key=lambda text: (used[text], first[text]))
    if used[best] == 1 < len(used) and (together := _class_of(row, analyses)):
        best = together
    elif used[best] > 1 and (common := _going_on(best, row, analyses)):
        return f"{best} {common}"
    if best in _ANYBODY and (shared := _said_of(row, analyses)):
        return f"{best} ({shared})"
    return best


def _class_of(row: Sequence[Count], analyses: Mapping[str, Analysis]) -> str:
    """The word for what all figures of a row count in words of their own, with its unit and fate; empty: none."""
    named = {one.thing for one in row if one.thing}
    units = Counter(one.figure.unit for one in row if one.figure.unit)
    fates = {one.fate for one in row}
    if len(named) != 1 or len(fates) > 1 or not (thing := class_name(*named)):
        return ""
    fate = next(iter(fates))
    told = " ".join(filter(None, (thing, fate)))
    if not units:
        return told
    unit = many(units.most_common(1)[0][0])
    before = all(stands_before(one.figure, analyses[one.article], _passage(one, analyses)) for one in row if one.thing)
    return f"{told} ({unit})" if before else f"{unit} of {told}"


def _told(one: Count, analyses: Mapping[str, Analysis]) -> str:
    """What one figure of a row counts."""
    told = measured(one.figure, analyses[one.article], _passage(one, analyses))
    return f"{told} {one.fate}" if one.fate and one.fate not in told and not _says(told, one.fate) else told


def _passage(one: Count, analyses: Mapping[str, Analysis]) -> Passage | None:
    """The passage of a figure."""
    return next((p for p in analyses[one.article].passages if p.id == one.figure.passage), None)


def _shared(told: Sequence[str]) -> str:
    """Of the ways to tell one measure the one whose words most of the others have too; of equals the shortest."""
    stems = [{stem(word.group()) for word in words(text)} for text in told]
    common = Counter(word for one in stems for word in one)

    def worth(n: int) -> tuple[bool, float, int]:
        says = len(stems[n]) > 1
        return says, sum(common[word] - 1 for word in stems[n]) / max(1, len(stems[n])), -len(told[n])

    return told[max(range(len(told)), key=worth)]


def _going_on(noun: str, row: Sequence[Count], analyses: Mapping[str, Analysis]) -> str:
    """The words after the noun that two sources have alike ("on board"), where nothing else says what became of it."""
    if any(one.fate for one in row) or any(one.base for one in row):
        return ""
    found: Counter[str] = Counter()
    for article in {one.article for one in row}:
        found.update({tail for one in row if one.article == article for tail in _tails(noun, one, analyses[article])})
    alike = [tail for tail, sources in found.items() if sources > 1]
    return max(alike, key=lambda tail: (len(tail.split()), tail), default="")


def _said_of(row: Sequence[Count], analyses: Mapping[str, Analysis]) -> str:
    """The word that stands nearest after the figures of most sources, two at least; empty: they have none alike."""
    places: dict[str, dict[str, int]] = {}
    first: dict[str, str] = {}
    for one in row:
        passage = _passage(one, analyses)
        after = analyses[one.article].article.text[one.figure.end : passage.end] if passage else ""
        for n, found in enumerate(words(after)):
            word = found.group()
            if word.islower() and len(word) > 3 and not ends_noun(word) and word not in _ANYBODY:
                first.setdefault(stem(word), word)
                places.setdefault(stem(word), {}).setdefault(one.article, n)
    alike = [term for term, where in places.items() if len(where) > 1]
    if not alike:
        return ""
    return first[max(alike, key=lambda term: (len(places[term]), -sum(places[term].values()) / len(places[term])))]


def _tails(noun: str, one: Count, analysis: Analysis) -> Iterator[str]:
    """What follows the noun of a figure, a word longer each time, as long as it ends with a word of its own."""
    passage = _passage(one, {one.article: analysis})
    after = one_line(analysis.article.text[one.figure.end : passage.end]) if passage else ""
    head, found, tail = after.partition(noun)
    if not found or head.strip(" -"):
        return
    following = _CLAUSE.split(tail, maxsplit=1)[0].split()[:AFTER]
    for size in range(1, len(following) + 1):
        if not ends_noun(following[size - 1].lower()) and following[size - 1].lower() not in happenings():
            yield " ".join(following[:size])
