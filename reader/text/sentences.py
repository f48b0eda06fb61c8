"""Sentences of news prose, by rule.

Every full stop, question mark, exclamation mark or ellipsis with white space after it is a candidate; what stands
before it and after it decides. Quoted speech is split after each of its sentences, but never before the words that
tag it (``"Why now?" she asked``). One pass, constant work for each candidate: linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.text.patterns import expression
from reader.text.wordlists import words_of

_PACKAGE = "reader.text"
_BEFORE_NAME = words_of(_PACKAGE, "abbreviations", "before a name")
_BEFORE_NUMBER = words_of(_PACKAGE, "abbreviations", "before a number")
_COMPANY = words_of(_PACKAGE, "abbreviations", "of a company")
_MAY_END = words_of(_PACKAGE, "abbreviations", "may end a sentence") | _COMPANY
_MOSTLY_ENDS = words_of(_PACKAGE, "abbreviations", "mostly ends a sentence")
_OPENERS = words_of(_PACKAGE, "openers", "opens a sentence")
_OPENERS_AFTER_PAUSE = _OPENERS - {"I", "I'm", "I've"}
_OPENERS_AFTER_COMPANY = words_of(_PACKAGE, "openers", "opens a sentence after a company")
_AFTER_TIME = words_of(_PACKAGE, "openers", "follows a time of day")
_TAGS = words_of(_PACKAGE, "openers", "follows words quoted as they were spoken")

_PLAIN = str.maketrans("“”„‘’…–—•⁃▪‣。！？।॥」』", "\"\"«''¦¯¯····¶¶¶¶¶»»")
"""Marks beyond Latin-1 → a mark within it of the same use: ``re`` takes long to compile a set of characters beyond."""

_ELLIPSIS = "…".translate(_PLAIN)
_NEVER_FIRST = ".,;:!?…%)]}–—".translate(_PLAIN)
"""No sentence of running text begins with one of these: "[...]", ":)", "The end. — A. Reader"."""

_REACH = 40
"""How many characters before a mark are looked at: longer than any abbreviation, short enough to be no cost."""

# Possessive quantifiers, the look-behind and the bounds keep a run of a million dots, blanks or quotation marks linear.
# No group is possessive: Python before 3.11.4 matches those wrongly.
_CANDIDATE = expression(
    r"""
      (?P<mark> [.!?¦] (?<![.!?¦].) [.!?¦]*+ (?:\ [.¦]++){0,8} )      # "." "?!" "...." ". . ."
      (?P<close> ["'»)\]]*+ )                             # ."  .)  ?')
      (?: \s?\[\d{1,3}\] ){0,8}                           # footnotes: "in 1812.[3] [4]"
      (?P<gap> \s++ )
      (?P<open> ["'«(\[¿¡]*+ \s? )
      (?= (?P<next> \S ) )
    | (?P<tight> \. (?<= [a-z0-9"]\. ) (?= [A-Z][a-z']*[\s.] ) )      # the blank was lost: "came.The next"
    | (?P<full> ¶++ ["'»)\]]*+ \s*+ )                     # scripts that need no blank after the stop
    """,
    re.VERBOSE,
)
_ITEM = expression(r"(?<!\S)(?:(?P<left>·[ ]?|\(?)(?P<number>[0-9]{1,3}|[a-z])(?P<right>[.)]{1,2})|·)(?=\s)")
_LEAD = expression(r"(?:At|By|Around|About|From|Until|Before|After|Since)\s\S+(?:\s\S+)?")
_LAST_WORD = expression(r"[^\s\"'«»()\[\]/¯-]+\Z")
_NEXT_WORD = expression(r"\w+(?:['.-]\w+)*")
_DOTTED = expression(r"(?:[^\W\d_]\.)+[^\W\d_]")
_LIST_MARK = expression(r"[(·\s]*(?:[0-9]{1,3}(?:\.[0-9]{1,3})*|[A-Za-z]|[ivxIVX]{1,4})[.)]*\s*")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of one paragraph starts and ends; the white space between them belongs to none."""
    plain = text if text.isascii() else text.translate(_PLAIN)
    for start, end in _items(plain):
        yield from _sentences(plain, start, end)


def _items(text: str) -> Iterator[tuple[int, int]]:
    """The items of a list run together on one line; any other paragraph is one item."""
    start = len(text) - len(text.lstrip())
    first = _ITEM.match(text, start)
    if first:
        style, number = first.group("left", "right"), _number(first, 0)
        for mark in _ITEM.finditer(text, first.end()):
            if mark.group("left", "right") == style and _number(mark, number + 1) == number + 1:
                yield start, mark.start()
                start, number = mark.start(), number + 1
    yield start, len(text)


def _number(mark: re.Match[str], default: int) -> int:
    """The number of a list mark, or that of its letter."""
    number = mark["number"]
    return default if number is None else int(number) if number.isdecimal() else ord(number)


def _sentences(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    for found in _CANDIDATE.finditer(text, start, stop):
        if found["full"] or (found["tight"] and _lost_blank(text, start, found.start())):
            end = next_start = found.end()
        elif found["tight"]:
            continue
        elif _ends(text, start, found):
            end, next_start = found.start("gap"), found.start("open")
        else:
            continue
        yield start, start + len(text[start:end].rstrip())
        start = next_start
    end = start + len(text[start:stop].rstrip())
    if start < end:
        yield start, end


def _ends(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether a sentence that began at ``start`` ends at the candidate."""
    if found["next"].islower() or found["next"] in _NEVER_FIRST:
        return False
    mark, at = found["mark"], found.start()
    if found["close"] and "]" in found["close"] and found["open"].startswith("("):
        return False
    if found["close"] and mark != "." and _tagged(text, found):
        return False
    if mark == ".":
        word = _LAST_WORD.search(text, max(start, at - _REACH), at)
        if word is None:
            return True
        if word.start() - start <= 4 and len(word.group()) <= 8 and _LIST_MARK.fullmatch(text, start, at):
            return False
        return _ends_after(word.group(), text, found, _LEAD.fullmatch(text, start, at) is not None)
    if mark == "!" and _next_word(text, found) in _MAY_END:
        return False
    if _spaced(text, at, mark):
        return _next_word(text, found) in _OPENERS_AFTER_PAUSE
    return True


def _lost_blank(text: str, start: int, at: int) -> bool:
    """Whether a full stop between two words ends a sentence: not in an address, a file or a name."""
    word = text[max(start, at - _REACH) : at].split()[-1]
    following = _NEXT_WORD.match(text, at + 1, at + _REACH)
    return not set(word) & set(".@/:\\_") and following is not None and following.group() in _OPENERS


def _ends_after(word: str, text: str, found: re.Match[str], lead: bool) -> bool:
    """Whether a full stop after this word ends a sentence, rather than belonging to the word.

    ``lead`` tells that nothing but a time stands before it: "At 5 p.m." is no sentence.
    """
    if word.isupper() and word.capitalize() in _BEFORE_NAME:
        word = word.capitalize()
    if word in _BEFORE_NAME:
        return False
    following = _next_word(text, found)
    if word in _BEFORE_NUMBER:
        if any(letter.isdecimal() for letter in following) or found["next"].isdecimal():
            return False
        if len(word) == 1:
            return following in _OPENERS
    if word[0] in "$£€¥" and found["next"].isdecimal():
        return False  # "$2. 6 million": a blank too many
    if word in _MOSTLY_ENDS:
        return not lead and following not in _AFTER_TIME
    if word in _MAY_END or (len(word) == 1 and word.isupper()) or _DOTTED.fullmatch(word):
        quoted = found["close"] or (found["open"].strip() and not found["open"].startswith(("(", "[")))
        known = following in _OPENERS or (word in _COMPANY and following in _OPENERS_AFTER_COMPANY)
        return bool(quoted) or known
    return True


def _next_word(text: str, found: re.Match[str]) -> str:
    word = _NEXT_WORD.match(text, found.end(), found.end() + _REACH)
    return word.group() if word else ""


def _tagged(text: str, found: re.Match[str]) -> bool:
    """Whether a name and a verb of saying follow closed quotation marks: ``"Why now?" Ms. Oyelaran asked``."""
    if found["close"][-1] in ")]" or found["open"]:
        return False
    following = text[found.end() : found.end() + 2 * _REACH].split()[:5]
    if following[0] in _OPENERS and following[0] != "I":
        return False
    for place, word in enumerate(following):
        if word.rstrip(",.") in _TAGS:
            return place > 0
        if not word[0].isupper():
            return False
    return False


def _spaced(text: str, at: int, mark: str) -> bool:
    """Whether the mark is an ellipsis with a blank before it: a pause more often than an end."""
    return (mark == _ELLIPSIS or mark.replace(" ", "") == "...") and text[at - 1 : at].isspace()
