"""Bare numbers that are ages: "aged 55", "died at 71", "she was 71", "Ada Lind, 38, said"."""

from __future__ import annotations

from reader.text.patterns import expression

OLDEST = 120
"""Years; a larger number is no age."""

_AGED = ("aged ", "age ", "age of ")
_AT = expression(r"\b(?:dies|died|(?<!the )dead|retired|married) at $")
_BEING = (" is ", " was ", " turned ")
_WAS = expression(r"\b(?:he|she) (?:is|was|turned) $")
_NAME = expression(r"[A-Z][\w’'-]+(?:, | \()$")
_FULL_NAME = expression(r"(?<=[a-z] )[A-Z][\w’'-]+ [A-Z][\w’'-]+, $")


def is_age(text: str, low: str, start: int, end: int) -> bool:
    """Whether the words before and after a bare number at ``text[start:end]`` make it an age in years."""
    following = low[end : end + 1]
    if low.endswith(_AGED, 0, start):
        return following not in ("-", "–", " ") or low.startswith((" and", " or", " who"), end)
    if low.endswith(" at ", 0, start) and _AT.search(low, max(0, start - 16), start):
        return following in ("", ".", ",", ";", "\n", ")") or low.startswith((" —", " –", " in ", " on "), end)
    if following not in ("", ".", ",", ")"):
        return False
    if following != ")" and low.endswith(_BEING, 0, start) and _WAS.search(low, max(0, start - 12), start):
        return True
    if following in (",", ")"):
        return bool(_NAME.search(text, max(0, start - 24), start))
    ends = not low[end + 1 : end + 2].strip()
    return ends and bool(_FULL_NAME.search(text, max(0, start - 40), start))
