"""What a measure is the measure of, where that stands before it: "turnout was 67 percent", "shares fell 7 percent".

==========  ====================================================  =================  =========
the words   example                                               what is measured   its fate
==========  ====================================================  =================  =========
of          a turnout of 67 percent                               turnout
expected    analysts expected a profit of 3 billion crowns        profit             expected
level       Turnout in the capital stood at 67 percent            Turnout
change      Shares in the port fell by 7 percent                  Shares             fallen
changed to  Net profit rose to 3 billion crowns                   Net profit
==========  ====================================================  =================  =========
"""

from __future__ import annotations

from functools import cache

from reader.analysis.counted import ends_noun, is_plural
from reader.analysis.speech_words import PRONOUNS, is_speaker
from reader.text.patterns import expression
from reader.text.wordlists import sections, words_of

_OF = expression(
    r"\b(?:an?|the|its|their|his|her|posted|reported|made|recorded|booked)\s+((?:[a-z-]+ ){0,2}[a-z-]+) of $"
)
_NO_MEASURE = frozenset(
    "total average maximum minimum mean median rate record rise increase fall drop decline gain growth part majority "
    "minority third half quarter mixture combination range series lot number couple end beginning start speed".split()
)
"""Nouns that say nothing of what is measured: "an average of 67 percent"."""

_LEVEL = expression(
    r"\s(?:(?:has|had|have|would|could|may|might|will|now|then|also|later|since|already|only|just|been|be)\s)*"
    r"(?:was|were|is|are|stood|stands|reached|reaches|hit|came|amounted|amounts|totalled|totaled|totals|remained|"
    r"(?:was |were )?(?:put|estimated|set|given|fixed))(?: (?:at|to|in at))? $"
)
_CHANGE = expression(
    r"\s(?:(?:has|had|have|would|could|may|might|will|now|then|also|later|since|already|only|just|been|be|were|was)\s)*"
    r"(?P<verb>[a-z]+)(?: (?:sharply|slightly|further|again|back))?"
    r"(?: by)?(?P<share> \d[\d.,]* ?(?:%|percent|per cent))?(?P<to> to| by)? $"
)
_LAST = frozenset(
    "of at to by was were is are stood stands reached reaches hit remained put estimated set given fixed sharply "
    "slightly further again back totalled totaled totals came amounted amounts".split()
)
"""The word before a measure of which something stands before it, if no verb of change does."""
_EXPECTED = expression(
    r"\b(?:expect|forecast|predict|project|estimat|anticipat|target|budget)(?:s|ed|ing)?\b[^.;:]*$|\bbeating\b[^.;:,]*$"
)
"""What a measure was to be and not what it was: "analysts had expected a profit of 3 billion"."""
EXPECTED = "expected"
_CLAUSE = expression(r"[.,;:!?()\"“”—–]\s+|\b(?:and|but|which|who|that|when|while|as|after|before|because|said)\s")
_APPOSED = expression(r",\s[^,]{1,60},\s*$")
_LEAD = frozenset("the a an its his her their this that meanwhile overall however".split())
_WORD = expression(r"[^\W\d_][\w'’-]*")
_REACH = 120
"""Characters before the measure that are looked at."""
LONGEST = 3
"""Words of what is measured, at most."""


@cache
def _changes() -> dict[str, str]:
    """The forms of verbs that tell of a change, each with the participle that stands for it."""
    rows = (line.partition(" = ") for line in sections(__package__, "happenings")["changes"])
    return {form: name for name, _, forms in rows for form in (name, *forms.split(" | "))}


def subject(text: str, low: str, at: int) -> tuple[str, str]:
    """What is measured by a number (with its hedge) at a place of a sentence, and how it changed; empty: not said."""
    first = max(0, at - _REACH)
    named, fate = _measured(text, low, first, at)
    if named and _EXPECTED.search(low, first, at):
        return named, EXPECTED
    return named, fate


def _measured(text: str, low: str, first: int, at: int) -> tuple[str, str]:
    before = low[first:at]
    last = before.split()[-1:]
    if not last or (last[0] not in _LAST and last[0] not in _changes()):
        return "", ""
    if before.endswith(" of "):
        found = _OF.search(before)
        words = found[1].split() if found else []
        while words and (ends_noun(words[0]) or words[0].endswith("ly")):
            del words[0]
        return ("", "") if not words or words[-1] in _NO_MEASURE else (" ".join(words), "")
    if found := _LEVEL.search(before):
        return _named(text[first : first + found.start()]), ""
    found = _CHANGE.search(before)
    fate = _changes().get(found["verb"], "") if found else ""
    if found is None or not fate:
        return "", ""
    if found["verb"].endswith("ing"):
        return "", "" if found["to"] == " to" else fate
    named = _named(text[first : first + found.start()])
    return named, "" if found["to"] == " to" or not named else fate


def _named(before: str) -> str:
    """The subject that ends a clause's beginning: its first noun, without what goes on after a preposition.

    Who has a share or makes a profit is not what is measured.
    """
    before = _APPOSED.sub("", before)
    cuts = [found.end() for found in _CLAUSE.finditer(before)]
    begins = not before[: cuts[-1] if cuts else 0].strip()
    words: list[str] = []
    for found in _WORD.finditer(before, cuts[-1] if cuts else 0):
        word = found.group()
        low = word.lower()
        if low in _LEAD or (low.endswith("ly") and not words):
            continue
        if ends_noun(low):
            break
        words = [] if low.endswith(("'s", "’s")) else [*words, word]
    if not 0 < len(words) <= LONGEST or words[-1].lower() in PRONOUNS or is_speaker(words[-1].lower()):
        return ""
    if words[-1].endswith("ed"):
        return ""  # "has slipped and fallen 700 metres"
    if len(words) == 1 and (words[0].lower() in _measures() or (begins and is_plural(words[0].lower()))):
        return words[0].lower()
    return " ".join(words) if words[-1].islower() else ""


@cache
def _measures() -> frozenset[str]:
    """Nouns that are measured: known even where they begin a sentence."""
    return words_of(__package__, "nouns", "measured")
