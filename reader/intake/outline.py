"""The outline of a text: what kind of character stands where, its letters forgotten.

"By Ada, 4 March" is ``Aa Aaa, 0 Aaaaa``: counts over an outline answer most questions about the shape of a line, in any
script, at the speed of C. A page is outlined at once.
"""

from __future__ import annotations

import unicodedata

_SIGNS = {
    ".": ".।۔።",
    "S": "。！？",  # stops of scripts that write no blank after them
    "!": "!?؟",
    "_": "…",
    ":": "::",
    ",": ",،、，",
    ";": ";؛；",
    '"': '"“”„‟«»「」『』',
    "'": "'’‘‚‹`´",
    "(": "([（【",
    ")": ")]）】",
    "-": "-–—‐‑−",
    "|": "|¦",
    "@": "@",
    "#": "#",
    "/": "/",
    "C": "©",
    ">": ">›→•·▶▸●■◆",
    "&": "&+=*_~^<{}\\",
}
"""Each kind of sign, by the letter that stands for it, and the signs of that kind."""
_KIND = {sign: kind for kind, signs in _SIGNS.items() for sign in signs}

_UNSPACED = ((0x0E00, 0x0E7F), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3040, 0x30FF), (0x3400, 0x9FFF), (0xF900, 0xFAFF))
"""Scripts that write no blanks between words: Thai, Burmese, Khmer, kana, Han."""


def kind(sign: str) -> str:
    """What stands for a character in an outline.

    Besides the signs: ``a`` a small letter, ``A`` a capital, ``x`` a letter of a script that knows no capitals, ``z``
    one of a script that writes no blanks, ``0`` a digit, a blank, ``~`` anything else.
    """
    if found := _KIND.get(sign):
        return found
    if sign.isspace():
        return "\n" if sign == "\n" else " "
    if sign.islower():
        return "a"
    if sign.isupper() or sign.istitle():
        return "A"
    if sign.isdigit():
        return "0"
    if sign.isalpha() or unicodedata.category(sign)[0] == "M":
        return "z" if any(first <= ord(sign) <= last for first, last in _UNSPACED) else "x"
    return "~"


class _Kinds(dict[int, str]):
    """The kind of each character, asked for when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = found = kind(chr(code))
        return found


_KINDS = _Kinds()
_ELLIPSIS = "\x85"  # a control character stands for it meanwhile
_COMMON = tuple(zip("’‘“”„–—…•", '\'\'"""--' + _ELLIPSIS + ">", strict=True))
_LATIN = "".join(["_" if chr(code) == _ELLIPSIS else kind(chr(code)) for code in range(256)]).encode("ascii")
_LETTERS = bytes(code if code >= 128 or chr(code).isalnum() or code == 10 else 32 for code in range(256))
_BEYOND = "¿¡°·€£»«‹›№‐‑\u2060\u200b。、，！？：；「」『』（）【】・،؛؟।"  # marks outside ASCII that touch words


def outline(text: str) -> tuple[bytes, str]:
    r"""The outline of a text, of its length, and its words in small letters, with blanks for marks.

    ``\n`` stays what it is in both.
    """
    if text.isascii():
        data = text.encode("ascii")
        return data.translate(_LATIN), text.lower().encode("ascii").translate(_LETTERS).decode("ascii")
    plain = text
    for sign, common in _COMMON:
        plain = plain.replace(sign, common)
    small = plain.lower()
    for mark in _BEYOND:
        if mark in small:
            small = small.replace(mark, " ")
    letters = small.encode("utf-8", "replace").translate(_LETTERS).decode("utf-8")
    try:
        return plain.encode("latin-1").translate(_LATIN), letters
    except UnicodeEncodeError:
        return b"\n".join(map(_kinds, plain.split("\n"))), letters


def _kinds(line: str) -> bytes:
    try:
        return line.encode("latin-1").translate(_LATIN)
    except UnicodeEncodeError:
        return line.translate(_KINDS).encode("ascii")
