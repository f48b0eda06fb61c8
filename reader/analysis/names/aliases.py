"""Other names that a text itself gives a thing: letters in brackets after it, "formerly", a nickname, a storm's name.

| form | example |
|---|---|
| letters | the Union of Quarry Workers (UQW); PLN (the Party of the Lower Neme) |
| formerly | Ostrelbank, formerly the Neme Savings Bank, |
| known as | the Dorn militia, also known as the Grey Hats |
| nickname | Tom "Owl" Bell, afterwards Owl Bell |
| storm | Hurricane Irma, afterwards Irma |
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reader.analysis.names.lexicon import organisations, place
from reader.analysis.names.spelling import fold
from reader.analysis.names.trimming import Found
from reader.model import Kind
from reader.text.patterns import expression

STORMS = frozenset(("hurricane", "typhoon", "cyclone", "storm"))
"""What stands before the name of a storm, which may stand without it afterwards."""

_KNOWN = frozenset(
    [*(f"{when} known as" for when in ("also", "formerly", "previously", "once", "now", "better", "otherwise")),
     *(f"{when} called" for when in ("also", "formerly", "previously", "once", "now")), "known as", "aka"]
)  # fmt: skip
_FORMERLY = frozenset(("formerly", "previously", "now", "or"))
"""Words that give another name only where a comma or a bracket closes it."""
_LETTERS = expression(r"[A-Z][A-Z0-9]{1,6}")
_NICKNAME = expression(r"""\s["“'‘(]([^"”'’()]{2,24})["”'’)]\s""")


def aliases(names: Sequence[str], found: Sequence[Found], kinds: Mapping[str, Kind]) -> Iterator[tuple[str, int]]:
    """Names that stand for another from then on: the name, and the number of the mention of the other."""
    for number, (name, item) in enumerate(zip(names, found, strict=True)):
        yield from ((alias, number) for alias in _own(name, kinds[name]))
        if number and item.sentence is found[number - 1].sentence:
            yield from _beside(number, names, found, kinds)


def nicknames(name: str) -> tuple[str, ...]:
    """What a person's full name with a nickname in it may be shortened to: 'Ann "Owl" Bell' to "Owl Bell"."""
    found = _NICKNAME.search(name)
    return (f"{found.group(1)} {name.split()[-1]}",) if found else ()


def _own(name: str, kind: Kind) -> Iterator[str]:
    """What the full name holds: the nickname with the surname, a storm's name alone."""
    if kind == "person":
        yield from nicknames(name)
    head, _, rest = name.partition(" ")
    if rest and head.lower() in STORMS:
        yield rest


def _beside(
    number: int, names: Sequence[str], found: Sequence[Found], kinds: Mapping[str, Kind]
) -> Iterator[tuple[str, int]]:
    """The name before it and this one, where the words between make one the other's name."""
    (one, two), item, follower = names[number - 1 : number + 1], found[number - 1], found[number]
    tokens = item.sentence.tokens[item.last : follower.last]
    between = " ".join(t.lower for t in tokens[: follower.first - item.last]).removesuffix(" the").removeprefix("the ")
    gap, closed = tokens[0].gap, _closed(follower)
    if between in ("", "the"):
        if gap == " (" and closed:
            if _letters(two, one, kinds):
                yield two, number - 1
            elif _letters(one, two, kinds):
                yield one, number
        return
    said = between in _KNOWN or (between in _FORMERLY and closed and gap != " " and kinds[one] != "person")
    if said and kinds[one] == kinds[two] != "group" and gap in (" ", ", ", " ("):
        yield two, number - 1


def _closed(item: Found) -> bool:
    """Whether a comma, a bracket or the end of the sentence follows the name."""
    passage = item.sentence.passage
    after = passage.text[item.end - passage.start :].lstrip(" ")[:1]
    return after in ("", ",", ")", ".", ";")


def _letters(short: str, full: str, kinds: Mapping[str, Kind]) -> bool:
    """Whether the first is made of letters that could stand for the second: of its words in any order, or in order."""
    if not _LETTERS.fullmatch(short) or kinds[full] in ("person", "group") or place(fold(short)) is not None:
        return False
    plain, letters = fold(full).lower(), re.sub(r"\d", "", short.lower())
    if short in organisations() and " " not in plain:  # "SEOUL (AP)"
        return False
    heads = Counter(word[0] for word in re.split(r"[\s-]+", plain) if word)
    shared = sum((Counter(letters) & heads).values())
    rest = iter(plain)
    in_order = plain[0] == letters[0] and all(letter in rest for letter in letters)
    return in_order or (shared > 1 and 2 * shared >= len(letters))
