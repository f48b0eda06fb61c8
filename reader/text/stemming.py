"""Stems of English words: the English stemmer of the Snowball project ("Porter2"), of its release 3.1.

The algorithm is Martin Porter's (https://snowballstem.org/algorithms/english/stemmer.html, BSD licence), written for
Python strings: the generated program walks letter by letter and takes ten times as long. Endings are removed in steps;
where a rule asks for a region, the ending has to lie in it: ``r1`` begins after the first consonant that follows a
vowel, ``r2`` after the first such consonant in ``r1``. A "y" that is a consonant is written "Y" on the way.
"""

from __future__ import annotations

import re

_WHOLE = {
    "andes": "andes", "atlas": "atlas", "bias": "bias", "cosmos": "cosmos", "early": "earli", "gently": "gentl",
    "howe": "howe", "idly": "idl", "news": "news", "only": "onli", "singly": "singl", "skies": "sky", "skis": "ski",
    "sky": "sky", "ugly": "ugli",
}  # fmt: skip
"""Words with a stem of their own."""

_PREFIXES = ("arsen", "commun", "emerg", "gener", "inter", "later", "organ", "past", "univers")
"""Where a word begins so, ``r1`` is what follows."""

_NAMES_OF_DOINGS = frozenset(("even", "cann", "inn", "earr", "herr", "out"))
"""Before "-ing" no verbs: "evening", "herring"."""

_PARTICIPLES = ("eedly", "ingly", "edly", "eed", "ing", "ed")

_DERIVED = {
    "anci": "ance", "enci": "ence", "bli": "ble", "abli": "able", "alli": "al", "fulli": "ful", "lessli": "less",
    "ousli": "ous", "entli": "ent", "aliti": "al", "biliti": "ble", "iviti": "ive", "tional": "tion", "ational": "ate",
    "alism": "al", "ation": "ate", "ization": "ize", "izer": "ize", "ator": "ate", "iveness": "ive", "fulness": "ful",
    "ousness": "ous", "ogist": "og", "ogi": "og", "li": "",
}  # fmt: skip
_SHORTENED = {
    "icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "tional": "tion", "ational": "ate",
    "ful": "", "ness": "",
}  # fmt: skip
_REMOVED = dict.fromkeys(
    ("ic", "ance", "ence", "able", "ible", "ate", "ive", "ize", "iti", "al", "ism", "ion", "er", "ous", "ant", "ent",
     "ment", "ement"), ""
)  # fmt: skip

_VOWELS = frozenset("aeiouy")
_NO_SHORT_END = frozenset("aeiouywxY")
_LI = frozenset("cdeghkmnrt")
"""Letters that "-li" may follow as an ending."""

_CONSONANT_Y = re.compile("([aeiouy])y")
_REGION = re.compile("[aeiouy]+[^aeiouy]")
_VOWEL = re.compile("[aeiouy]")


def english(word: str) -> str:
    """The stem of a word in lower case; an ending 's is none of it."""
    if word in _WHOLE:
        return _WHOLE[word]
    if len(word) < 3:
        return word
    word = word.removeprefix("'")
    if "y" in word:
        if word[0] == "y":
            word = "Y" + word[1:]
        word = _CONSONANT_Y.sub(r"\1Y", word)
    r1, r2 = _regions(word)
    word = _without_participle(_without_plural(word), r1)
    if word[-1:] in ("y", "Y") and len(word) > 2 and word[-2] not in _VOWELS:
        word = word[:-1] + "i"
    word = _derived(word, r1)
    word = _shortened(word, r1, r2)
    word = _removed(word, r2)
    end = len(word) - 1
    if word.endswith("e"):
        if end >= r2 or (end >= r1 and not _ends_short(word[:-1])):
            word = word[:-1]
    elif end >= r2 and word.endswith("ll"):
        word = word[:-1]
    return word.replace("Y", "y")


def _regions(word: str) -> tuple[int, int]:
    """Where ``r1`` and ``r2`` begin."""
    if word.startswith(_PREFIXES):
        first = next(len(prefix) for prefix in _PREFIXES if word.startswith(prefix))
    elif found := _REGION.search(word):
        first = found.end()
    else:
        return len(word), len(word)
    second = _REGION.search(word, first)
    return first, second.end() if second else len(word)


def _ends_short(word: str) -> bool:
    """Whether the word ends in a short syllable: consonant, vowel, consonant, as in "hop"; or is "at", "up"."""
    if len(word) > 2 and word[-1] not in _NO_SHORT_END and word[-2] in _VOWELS and word[-3] not in _VOWELS:
        return True
    return (len(word) == 2 and word[1] not in _VOWELS and word[0] in _VOWELS) or word.endswith("past")


def _without_plural(word: str) -> str:
    if "'" in word:
        for ending in ("'s'", "'s", "'"):
            if word.endswith(ending):
                word = word[: -len(ending)]
                break
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith(("ied", "ies")):
        return word[:-2] if len(word) > 4 else word[:-1]
    if word.endswith("s") and not word.endswith(("ss", "us")) and _VOWEL.search(word, 0, len(word) - 2):
        return word[:-1]
    return word


def _without_participle(word: str, r1: int) -> str:
    """The word without -ed, -ing, -edly, -ingly, and as it is written then: "hoped" is "hope", "hopped" "hop"."""
    if not word.endswith(_PARTICIPLES):
        return word
    ending = next(ending for ending in _PARTICIPLES if word.endswith(ending))
    left = word[: -len(ending)]
    if ending.startswith("ee"):
        return left + "ee" if len(left) >= r1 and left not in ("succ", "proc", "exc") else word
    if ending == "ing":
        if left in _NAMES_OF_DOINGS:
            return word
        if len(left) == 2 and left[1] == "y" and left[0] not in _VOWELS:
            return left[0] + "ie"
    if not _VOWEL.search(left):
        return word
    if left.endswith(("at", "bl", "iz")):
        return left + "e"
    if left[-2:] in ("bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"):
        return left if len(left) == 3 and left[0] in "aeo" else left[:-1]
    return left + "e" if len(left) == r1 and _ends_short(left) else left


def _longest(word: str, endings: dict[str, str], longest: int) -> str:
    """The longest of the endings that the word has; empty: none."""
    for length in range(longest, 1, -1):
        ending = word[-length:]
        if ending in endings:
            return ending
    return ""


def _derived(word: str, r1: int) -> str:
    ending = _longest(word, _DERIVED, 7)
    at = len(word) - len(ending)
    if not ending or at < r1:
        return word
    before = word[at - 1 : at]
    if (ending == "ogi" and before != "l") or (ending == "li" and before not in _LI):
        return word
    return word[:at] + _DERIVED[ending]


def _shortened(word: str, r1: int, r2: int) -> str:
    ending = _longest(word, _SHORTENED, 7)
    at = len(word) - len(ending)
    return word[:at] + _SHORTENED[ending] if ending and at >= (r2 if ending == "ative" else r1) else word


def _removed(word: str, r2: int) -> str:
    ending = _longest(word, _REMOVED, 5)
    at = len(word) - len(ending)
    if not ending or at < r2 or (ending == "ion" and word[at - 1 : at] not in ("s", "t")):
        return word
    return word[:at]
