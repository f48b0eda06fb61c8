"""What the words around a name tell of its kind: a table of named cues, each with an example.

A cue looks at one word beside the name and says where: ``before`` or ``after`` it with only a blank between, after a
``comma``, after a comma and an ``article``, after its possessive ending (``owner``), or before "of" and the name
(``of``). The words are given, or are a section of ``name_cues.txt`` ("@titles").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal, NamedTuple

from reader.analysis.counted import ends_noun
from reader.analysis.names.lexicon import demonyms, section
from reader.analysis.names.spelling import fold
from reader.analysis.names.trimming import Found
from reader.model import Kind

Where = Literal["before", "after", "comma", "article", "owner", "of"]
Weights = dict[Kind, float]

_AGE = "an age"
"""Stands in the table for any number a person may be years old."""
_PEOPLE = "a people"
"""Stands in the table for any adjective or noun of a people."""


class Cue(NamedTuple):
    """One cue: its name, an example with the name in brackets, where it looks, for which words, and what it weighs."""

    name: str
    example: str
    where: Where
    words: str
    weights: Weights


CUES: tuple[Cue, ...] = (
    Cue("in", "in [Tarn]", "before", "in near across outside inside throughout around toward towards", {"place": 2.2}),
    Cue("to", "flew to [Tarn]", "before", "from to into between leave left visit visited visiting", {"place": 0.7}),
    Cue("the", "the [Herald]", "before", "the", {"organisation": 1, "other": 0.5, "person": -3}),
    Cue("a", "a [Cadillac]", "before", "a an", {"other": 1, "person": -1, "place": -1}),
    Cue("says", "[Bell] said", "after", "@saying", {"person": 1.5, "organisation": 0.7}),
    Cue("said by", "said [Bell]", "before", "said says", {"person": 2}),
    Cue("told", "told [Reuters]", "before", "told", {"organisation": 1.5, "person": 0.5}),
    Cue("acts", "[Bell] resigned", "after", "@person verbs", {"person": 1.5}),
    Cue("firm acts", "[Acme] unveiled", "after", "@firm actions", {"organisation": 1.2}),
    Cue("who", "[Bell] who", "after", "who whose", {"person": 3}),
    Cue("comma who", "[Bell], who", "comma", "who whose", {"person": 3}),
    Cue("where", "[Tarn], where", "comma", "where", {"place": 3}),
    Cue("age", "[Bell], 41,", "comma", _AGE, {"person": 3}),
    Cue("role", "[Bell], spokesman for", "comma", "@titles", {"person": 2}),
    Cue("apposition", "[Bell], a teacher", "article", "@role words", {"person": 2.5}),
    Cue("office", "[Bell], the minister", "article", "@titles", {"person": 2.5}),
    Cue("spot", "[Tarn], a town in", "article", "@place words", {"place": 2.5}),
    Cue("firm", "[Acme], a company", "article", "@organisation words", {"organisation": 2}),
    Cue("kin", "her husband [Tom]", "before", "@role words", {"person": 2}),
    Cue("people of", "[Acme] executives", "after", "@organisation words", {"organisation": 1.5}),
    Cue("officer", "[Acme] CEO Bell", "after", "@firm officers", {"organisation": 1.5}),
    Cue("state officer", "[Tarn] mayor Bell", "after", "@state officers", {"place": 1.2}),
    Cue("body", "the agency [Acme]", "before", "@organisation words", {"organisation": 1.2}),
    Cue("make", "[Falcon] rifles", "after", "@products", {"other": 1.5}),
    Cue("region", "[Tarn] province", "after", "@place words", {"place": 2.5}),
    Cue("city of", "the city of [Tarn]", "of", "@place words", {"place": 4}),
    Cue("people of", "people of [Tarn]", "of", "@parts of places", {"place": 2}),
    Cue("head of", "chairman of [Acme]", "of", "@members", {"organisation": 1.2, "place": 0.4}),
    Cue("seat", "[Tarn]'s capital", "owner", "@seats", {"place": 2}),
    Cue("kin of", "[Bell]'s wife", "owner", "@role words", {"person": 1.5}),
    Cue("office of", "[Tarn]'s president", "owner", "@titles", {"place": 0.7, "organisation": 0.7}),
    Cue("its people", "[Tarn] Peruvians", "after", _PEOPLE, {"place": 2}),
    Cue("their place", "[Tarn]'s Peruvian minority", "owner", _PEOPLE, {"place": 2}),
    Cue("peoples", "ethnic [Tarnians]", "before", "ethnic", {"group": 4}),
)

TITLED: Weights = {"person": 5}
"""What a title before the name weighs: "President [Ann Bell]"."""

APPOSITION = 5
"""Words after an article among which its noun is looked for."""
_ENDS = frozenset(["of", "for", "in", "at", "on", "from", "to", "with", "and", "or", "who", "whose", "which", "that"])
_AUXILIARIES = frozenset("is was were are has had have will would can could may might should must did does".split())
_ARTICLES = frozenset(["a", "an", "the", "former", "his", "her"])


@cache
def _table() -> dict[Where, dict[str, list[tuple[Kind, float]]]]:
    """The cues by place and word."""
    table: dict[Where, dict[str, list[tuple[Kind, float]]]] = defaultdict(lambda: defaultdict(list))
    for cue in CUES:
        words = (
            section(cue.words[1:])
            if cue.words[0] == "@"
            else [cue.words]
            if cue.words in (_AGE, _PEOPLE)
            else cue.words.split()
        )
        for word in words:
            table[cue.where][word].extend(cue.weights.items())
    return {where: dict(words) for where, words in table.items()}


def of_context(found: Found) -> Iterator[tuple[Kind, float]]:
    """What the surroundings of one mention tell: kinds and weights, to be added up."""
    if found.titled:
        yield from TITLED.items()
    table, sentence = _table(), found.sentence
    before, after = sentence.token(found.first - 1), sentence.token(found.last)
    if sentence.tokens[found.first].gap == " ":
        if not (before.lower in ("said", "says") and after.lower in _AUXILIARIES):  # "he said | Tarn | was closed"
            yield from table["before"].get(before.lower, ())
        if before.lower == "of":
            yield from table["of"].get(sentence.token(found.first - 2).lower, ())
    if after.gap == " ":
        where = table["owner" if sentence.tokens[found.last - 1].owner else "after"]
        yield from where.get(_PEOPLE if fold(after.text) in demonyms() else after.lower, ())
    elif after.gap == "-" and after.lower == "based":
        yield "place", 3
    elif after.gap == ", ":
        if after.lower in _ARTICLES:
            yield from table["article"].get(_head(found, table["article"]), ())
        yield from table["comma"].get(_AGE if _is_age(found) else after.lower, ())


def _head(found: Found, known: Mapping[str, object]) -> str:
    """The noun of the apposition after a name: "Bell, the | State Department spokeswoman | who"."""
    head = ""
    for at in range(found.last + 1, found.last + 1 + APPOSITION):
        token = found.sentence.token(at)
        if token.gap != " " or token.lower in _ENDS:
            break
        if token.lower in known:
            head = token.lower
    return head


def _is_age(found: Found) -> bool:
    """Whether a number after a name is an age: "Bell, 41, said", and not a distance, "Tarn, 20 kilometres away"."""
    word, following = found.sentence.token(found.last).lower, found.sentence.token(found.last + 1)
    if following.gap == " " and not (ends_noun(following.lower) or following.lower in ("year", "years")):
        return False
    return word.isascii() and word.isdigit() and len(word) < 4 and 4 < int(word) < 110
