"""What a number counts, and what became of it: the noun after it, and the verb around that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reader.analysis.numbers import NUMBERS, word_at
from reader.analysis.quantities import Quantity
from reader.text.patterns import expression
from reader.text.wordlists import sections, words_of

LONGEST = 8
"""So many words after the number are looked at, articles and the like counted in."""
SPAN = 6
"""So many of them may belong to the noun."""

_MODEL = expression(r"[ \u00a0]\d[\w.-]*(?= [^\W\d_])")
"""The number in a product's name: "22 Boeing 787 airliners"."""
_OF_THEM = expression(r"\s+of\s+(?:them|these|those|whom)(?=\s+[^\W\d_])")
_CLOSED = expression(r"\s*(?:[.,;:!?)\"]|$|\n|(?:and|or|including|among)\b)")
_WORD = expression(r"[ \u00a0-]*([^\W\d_][\w'.-]*[^\W_]|[^\W\d_])")
_OF = expression(r"\s+of\s+(?=\w)")
_IS = "were was are is be been being got feared believed reported remain remained remains lay left went gone".split()
_BE = rf"(?:{'|'.join(_IS)})"
_PASSIVES = frozenset(_IS)
_HAVE = r"(?:who|that|which|have|has|had|will|would|could|may|might|also|reportedly|to|now|already|later|still|since)"
_BESIDE = r"(?:,(?:[^,;.]|,\d{3}){1,60})?(?:\s(?:of|from|in|on|at|with|aged)\s[^,;.()]{1,40}?)?,?"
"""What may stand between a noun and its verb: "2,000 villagers, including 300 children, were …"."""

_PASSIVE = expression(rf"({_BESIDE})((?:\s+(?:{_HAVE}|{_BE}))+)(?:\s+\w+ly)?\s+([a-z]+)")
_AMONG = expression(r"\s+(?:is|are|was|were) among (?:the|those) (?:\w+ )?([a-z]+)")
_LOST = expression(rf"{_BESIDE}(?:\s+(?:{_HAVE}))?\s+(?:lost|lose|losing) their lives\b")
_REDUCED = expression(
    r"\s+(?:\w+ly\s+)?([a-z]+)(?=\s*(?:[.,;:!?)\"]|$|(?:in|by|on|when|at|after|during|and|or|since|from|as|while|near"
    r"|across|last|this|yesterday|so|with|out|off|to|under|inside|outside|along|following|amid)\b))"
)
"""A participle that no object follows."""

_PULLED = frozenset(("pulled", "plucked", "lifted", "dragged", "winched", "hauled", "dug"))
_OUT = expression(
    r"(?: alive)? (?:from|out of) (?:the |a |its )?(?:\w+ )?"
    r"(?:water|sea|waves|river|lake|rubble|debris|ruins|wreck\w*|flames|mud|snow|floods?|cave)\b"
)
"""People who are pulled from such places are rescued: "pulled 118 people from the water"."""

_BACK_WORD = expression(r"[^\s(\"]+")


@cache
def _list(name: str) -> frozenset[str]:
    return words_of(__package__, "nouns", name)


@cache
def happenings() -> dict[str, str]:
    """Word form → the participle that stands for it ("wounding" → "injured")."""
    table: dict[str, str] = {}
    for line in sections(__package__, "happenings")[""]:
        name, _, others = line.partition(" = ")
        for form in [name, *others.split(" | ")]:
            table.setdefault(form, name)
    return table


@cache
def befalling() -> frozenset[str]:
    """The participles of ``happenings`` that are told of people."""
    return frozenset(name for name in happenings().values() if name in _list("befalls people"))


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun."""
    if word in _list("plural"):
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s"))
        and word not in _list("no plural")
    )


def ends_noun(word: str) -> bool:
    """Whether no noun goes on over a lower-case word: a preposition, an auxiliary, a conjunction."""
    return word in _list("stop")


def noun(text: str, low: str, quantity: Quantity) -> tuple[str, int]:
    """The noun that a quantity counts, with its decisive modifiers, and where it ends; "" where there is none.

    The first plural after the number is the noun, with the plurals that follow it. Without a plural it is the last word
    before the phrase ends, if the number allows for a singular or nothing but a stop follows.
    """
    at = quantity.after
    run, closed = _run(text, low, at)
    words = [low[a:b] for a, b in run]
    if quantity.unit and words and words[0] in NUMBERS:
        return "", at  # "58 percent four years ago"
    while len(words) > 1 and (words[0] in happenings() or words[0].endswith("ly")):
        if not quantity.single and not any(map(is_plural, words[1:])):
            return "", at
        del words[0], run[0]
    head = None if quantity.value == 1 and not quantity.unit else _plural_head(words)
    if head is None:
        head = _single_head(words) if quantity.single or closed else None
    if head is None or (words[head] in happenings() and words[head] not in _list("nominal")):
        return "", at
    return re.sub(r"\s+", " ", text[run[0][0] : run[head][1]]), run[head][1]


def _run(text: str, low: str, at: int) -> tuple[list[tuple[int, int]], bool]:
    """The words after a number that may belong to its noun, and whether the phrase is closed right after them."""
    place = at
    if low[at : at + 4].lstrip().startswith("of"):
        found = _OF_THEM.match(low, at)
        place = found.end() if found else found.end() - 1 if (found := _OF.match(low, at)) else at
    run: list[tuple[int, int]] = []
    for _ in range(LONGEST):
        found = _WORD.match(low, place)
        if found is None:
            named = run and text[run[-1][0]].isupper() and not low.endswith("'s", *run[-1])
            model = _MODEL.match(low, place) if named else None
            if model is None:
                break
            place = model.end()
            continue
        start = found.start(1)
        word = found[1].rstrip(".'")
        if not run and word in _list("skip"):
            place = start + len(word)
            continue
        if word in _list("stop") and not text[start : start + len(word)].isupper():
            break
        place = start + len(word)
        run.append((start, place))
        if low[place : place + 1] in (".", "'"):
            break
    return run[:SPAN], _CLOSED.match(low, place) is not None


def _plural_head(words: Sequence[str]) -> int | None:
    head = next((i for i, word in enumerate(words) if is_plural(word)), None)
    while head is not None and head + 1 < len(words) and is_plural(words[head + 1]):
        if words[head + 1] in happenings() and words[head + 1] not in _list("nominal"):
            break  # "two guards wounded"
        head += 1
    return head


def _single_head(words: Sequence[str]) -> int | None:
    """The last word before one that can be no noun."""
    end = len(words)
    for i, word in enumerate(words):
        if word.endswith(("ed", "ly")) or (word.endswith("ing") and i) or word in happenings():
            end = i
            break
    if not end or words[end - 1].endswith("'s"):
        return None
    return min(end, 4) - 1


def happened(low: str, number: tuple[int, int], noun_end: int) -> str:
    """What became of the things counted by a number at a span, whose noun ends at a place; empty: not said."""
    if low.startswith(" of", noun_end) and (found := _OF_THEM.match(low, noun_end)):
        fate = _said_after(low, found.end())
        return fate if fate in happenings() else ""
    return (
        _said_after(low, noun_end)
        or _said_within(low, number[1], noun_end)
        or _said_before(low, number[0])
        or ("rescued" if _is_pulled(low, number[0]) and _OUT.match(low, noun_end) else "")
    )


def _is_pulled(low: str, at: int) -> bool:
    """Whether one of the three words before a place is "pulled" or its like."""
    return not _PULLED.isdisjoint(low[max(0, at - 30) : at].split()[-3:])


def _said_after(low: str, at: int) -> str:
    """The verb after the noun: "12 men were killed", "12 men killed in", "12 men died"."""
    table = happenings()
    if " their lives" in low[at : at + 120] and _LOST.match(low, at):
        return "killed"
    if " among " in low[at : at + 14] and (found := _AMONG.match(low, at)):
        return table.get(found[1], "") if _is_done(found[1]) else ""
    if found := _PASSIVE.match(low, at):
        beside, verbs, word = found.groups()
        passive = not _PASSIVES.isdisjoint(verbs.split())
        if word in table and (word in _list("of themselves") or passive) and _is_done(word):
            return table[word]
        return word if passive and not beside and word.endswith("ed") and word not in _list("no fate") else ""
    found = _REDUCED.match(low, at)
    word = found[1] if found else word_at(low, at + 1)
    if word in table and (found or word in _list("of themselves")) and _is_done(word):
        return table[word]
    return ""


def _is_done(word: str) -> bool:
    """Whether a word for a happening tells that it has happened: "killing" does not."""
    return word == "missing" or not word.endswith("ing")


def _said_within(low: str, start: int, end: int) -> str:
    """The verb in the noun itself: "12 deaths", "300 lives", "12 wounded men"."""
    *before, last = low[start:end].split() or [""]
    if last == "lives":
        return "killed"
    if last in _list("nominal"):
        return happenings().get(last, "")
    return next((happenings()[word] for word in before if word in happenings()), "")


def _said_before(low: str, at: int) -> str:
    """The verb before the number: "killed at least 12 men", "the evacuation of 12 men"."""
    for word in reversed(_BACK_WORD.findall(low, max(0, at - 70), at)[-8:]):
        if word in happenings():
            return happenings()[word]
        if word not in _list("transparent"):
            break
    return ""
