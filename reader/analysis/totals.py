"""What a number counts that stands behind its noun: "the death toll reached 34", "the number of survivors at 118"."""

from __future__ import annotations

from reader.analysis.counted import ends_noun, happenings
from reader.text.patterns import expression

_TAIL = (
    r"(?: (?:has|had|have|would|could|may|might|will|is|was|were|be|been|now|then|also|later|since|already))*"
    r"(?: (?:stood|stands|standing|rose|rises|risen|reached|reaches|climbed|grew|grown|fell|dropped|put|set|given"
    r"|estimated|corrected|revised|raised|passed|exceeded))?(?: (?:at|to|as|by))?\s*$"
)
"""What may stand between the noun and its number."""

_TOLL = expression(r"\bdeath toll\b[^.;:!?\d]{0,24}?" + _TAIL)  # the death toll in the town rose to 34
_NUMBER = expression(r"(?<!\ba )\bnumber of (?P<what>[a-z' -]{2,40}?)" + _TAIL)  # put the number of the dead at 34
_NUMBER_THERE = expression(  # the number of people hurt in Monday's crash at Tolm rose to 34
    r"(?<!\ba )\bnumber of (?P<what>[a-z' -]{2,40}?) (?:in|at|on|by|during|after|since)\b[^.,;:!?\d]{1,60}"
    r"(?= (?:has|had|have|stood|stands|rose|rises|reached|climbed|grew|fell|dropped|was|is) )" + _TAIL
)
_BODY = expression(
    r"\b(?P<what>crew|staff|team|crowd|garrison|audience|workforce|squad|delegation) of\s*$"
)  # a crew of 19

_REACH = 150
"""Characters before the number that are looked at."""

_ARTICLES = frozenset({"the", "those", "these", "all", "its", "their", "who", "were", "being"})


def total(low: str, at: int) -> tuple[str, str]:
    """The noun and what became of it, for a number (with its hedge) at a place of a lower-case text; empty: none."""
    before = low[max(0, at - _REACH) : at]
    if "death toll" in before and _TOLL.search(before):
        return "people", "killed"
    if found := _BODY.search(before) if before.rstrip().endswith(" of") else None:
        return found["what"], ""
    if found := _NUMBER.search(before) or _NUMBER_THERE.search(before) if "number of" in before else None:
        words = [word for word in found["what"].split() if word not in _ARTICLES]
        words = words[: next((n for n, word in enumerate(words) if ends_noun(word)), None)]
        fate = next((happenings()[word] for word in words if word in happenings()), "")
        noun = " ".join(word for word in words if word not in happenings())
        return noun or ("people" if fate else ""), fate
    return "", ""
