"""What a number counts, and what became of it: the noun after it, and the verb around that."""

from __future__ import annotations

import re
from functools import cache

from reader.text.wordlists import sections, words_of

LONGEST = 6
"""So many words after the number may belong to the noun."""

_WORD = re.compile(r"[\s\-]*([^\W\d_][\w’'.\-]*[^\W_]|[^\W\d_])")
_OF = re.compile(r"\s+of\s+(?=\w)")
_BE = r"(?:were|was|are|is|be|been|being|got|feared|believed|reported|remain|remained|remains|lay|left|went|gone)"
_PASSIVE = re.compile(
    rf"(?:,[^,;.]{{1,60}},)?(?:\s+(?:who|that|which|have|has|had|will|would|could|may|might|also|reportedly|{_BE}|to))"
    rf"{{0,5}}(?:\s+\w+ly)?\s+([a-z]+(?:\s(?:off|for|lives|over))?)"
)
_PASSIVE_HINT = re.compile(rf"\s{_BE}\s")
_BACK_WORD = re.compile(r"[^\s(“\"]+")
_TRANSPARENT = frozenset(
    [
        "at",
        "least",
        "most",
        "about",
        "around",
        "nearly",
        "almost",
        "some",
        "more",
        "than",
        "over",
        "of",
        "a",
        "an",
        "the",
        "total",
        "another",
        "other",
        "include",
        "includes",
        "included",
        "including",
        "and",
        "by",
        "as",
        "many",
        "up",
        "to",
        "further",
        "estimated",
        "approximately",
        "roughly",
        "only",
        "these",
        "all",
        "were",
        "was",
        "had",
        "has",
        "have",
        "been",
        "also",
        "fewer",
        "less",
        "close",
        "between",
        "from",
        "reportedly",
    ]
)


@cache
def _stops() -> frozenset[str]:
    return words_of(__package__, "nouns", "stop")


@cache
def _skips() -> frozenset[str]:
    return words_of(__package__, "nouns", "skip")


@cache
def _plurals() -> tuple[frozenset[str], frozenset[str]]:
    return words_of(__package__, "nouns", "plural"), words_of(__package__, "nouns", "no plural")


@cache
def happenings() -> dict[str, str]:
    """Word form → the participle that stands for it ("wounding" → "injured")."""
    table: dict[str, str] = {}
    for line in sections(__package__, "happenings")[""]:
        name, _, others = line.partition(" = ")
        for form in [name, *others.split(" | ")]:
            table.setdefault(form, name)
    return table


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun."""
    plurals, exceptions = _plurals()
    if word in plurals:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "’s", "'s"))
        and word not in exceptions
    )


def noun(text: str, low: str, at: int, single: bool) -> tuple[str, int]:
    """The noun counted by a number that ends at a place, with its decisive modifiers, and where it ends.

    ``single`` allows a noun without a plural form: after "one", a share, a measure. Nothing found: an empty string.
    """
    begin = found.end() - 1 if (found := _OF.match(low, at)) else at
    run: list[tuple[int, int]] = []
    place = begin
    for _ in range(LONGEST):
        found = _WORD.match(low, place)
        if found is None or (low[place : found.start(1)].strip(" \u00a0-\n") or "\n" in low[place : found.start(1)]):
            break
        word = found[1].rstrip(".’'")
        end = found.start(1) + len(word)
        skippable = not run and word in _skips()
        if not skippable:
            if word in _stops() or word in ("percent",):
                break
            run.append((found.start(1), end))
        place = end
        if low[place : place + 1] in (".", "'", "’"):
            break
    while run and (low[slice(*run[0])] in happenings() or low[slice(*run[0])].endswith("ly")) and len(run) > 1:
        if not any(is_plural(low[a:b]) for a, b in run[1:]) and not single:
            return "", at
        del run[0]
    head = next((i for i, (a, b) in enumerate(run) if is_plural(low[a:b])), None)
    if head is None:
        head = _single_head(low, run, single)
        if head is None:
            return "", at
    else:
        while head + 1 < len(run) and is_plural(low[slice(*run[head + 1])]):
            head += 1
    if low[slice(*run[head])] in happenings() and head == 0:
        return ("", at) if low[slice(*run[0])] not in _NOMINAL else (text[slice(*run[0])], run[0][1])
    return re.sub(r"\s+", " ", text[run[0][0] : run[head][1]]), run[head][1]


_NOMINAL = frozenset("deaths injuries arrests detentions casualties fatalities evacuees killings convictions".split())  # noqa: SIM905


def _single_head(low: str, run: list[tuple[int, int]], single: bool) -> int | None:
    """The last word of a run that has no plural, unless it can be no noun."""
    words = [low[a:b] for a, b in run]
    end = len(words)
    for i, word in enumerate(words):
        if word.endswith("ed") or (word.endswith("ing") and i) or word.endswith("ly") or word in happenings():
            end = i
            break
    if not end or (not single and end > 2):
        return None
    return min(end, 3) - 1


def happened(low: str, number: tuple[int, int], noun_end: int) -> str:
    """What became of the things counted by a number at a span, whose noun ends at a place; empty: not said."""
    table = happenings()
    window = low[noun_end : noun_end + 140]
    if found := _PASSIVE.match(window):
        for words in (found[1], found[1].split()[0]):
            if words in table and not (words.endswith("ing") and words != "missing"):
                return table[words]
        word = found[1].split()[0]
        if word.endswith("ed") and _PASSIVE_HINT.search(found.group()):
            return word
    counted_words = low[number[1] : noun_end].split()
    if counted_words and (counted_words[-1] == "lives" or counted_words[-1] in _NOMINAL):
        return table.get(counted_words[-1], "killed" if counted_words[-1] == "lives" else "")
    for word in counted_words[:-1]:
        if word in table:
            return table[word]
    steps = 0
    for found in reversed(list(_BACK_WORD.finditer(low, max(0, number[0] - 70), number[0]))):
        word = found.group()
        if word in table:
            return table[word]
        if word not in _TRANSPARENT or steps > 7:
            return ""
        steps += 1
    return ""
