"""Bytes from anywhere to text, telling what was guessed."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like UTF-16-LE, so it comes first
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_MAGIC = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"RIFF", "a picture or a recording"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x7fELF", "a program"),
)

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b\x08"))
_SAMPLE = 1 << 16
_CONTROLS_IN_TEXT = 16  # what even a short text may hold of them

_COMMON = {
    "windows-1251": "оеаинтсрвлкмдпу",
    "koi8-r": "оеаинтсрвлкмдпу",
    "windows-1256": "اليمونرتبةعدسف",
    "windows-1253": "αοιετσνηυρπκμλ",
    "windows-1255": "יוהלארתבמשנעם",
    "gb18030": "的一是不了在人有我他这中大来上国和地到说年",
    "shift_jis": "のにるたをはしがとでてなれいかっら",
    "euc-jp": "のにるたをはしがとでてなれいかっら",
    "euc-kr": "이다는의에을가고를한은로하지도사기",
    "big5": "的一是不了在人有我他這中大來上國和地到說年",
}
"""Letters that every long text in a language of that encoding is full of."""


def binary(data: bytes) -> str | None:
    """What the bytes are, if they are no text ("a PNG picture"); ``None`` for text in any encoding."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    if any(data.startswith(mark) for mark, _ in _MARKS) or _unmarked_utf16(data):
        return None
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return "data of no known kind" if controls > max(_CONTROLS_IN_TEXT, len(sample) // 50) else None


def decode(data: bytes) -> tuple[str, str | None]:
    """The text of the bytes, without a byte-order mark, and the encoding if it had to be guessed.

    A byte that means nothing becomes U+FFFD. Never raises.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), None
    if utf16 := _unmarked_utf16(data):
        return data.decode(utf16, "replace"), utf16
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        name = _guess(data)
        return data.decode(name, "replace"), name


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: Latin text in it has a zero in every second place."""
    sample = data[: _SAMPLE & ~1]
    for name, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if len(sample) > 3 and zeros.count(0) * 10 > len(zeros) * 7 and sample.count(0) < len(zeros) * 1.1:
            return name
    return None


def _guess(data: bytes) -> str:
    """The encoding of bytes that are not UTF-8 throughout."""
    sample = data[:_SAMPLE]
    lenient = sample.decode("utf-8", "replace")
    foreign = sum(char > "\x7f" for char in lenient)
    if lenient.count("�") * 4 < foreign:
        return "utf-8"  # with a broken byte here and there, as a cut in the middle of a letter leaves
    high = sum(byte > 0x7F for byte in sample)
    best, name = 0.0, "windows-1252"
    if high * 4 > len(sample.translate(None, b" \t\r\n")):  # accents are rarer than that in Latin script
        for candidate, letters in _COMMON.items():
            text = sample.decode(candidate, "replace")
            foreign = sum(char > "\x7f" for char in text)
            broken = text.count("�")
            share = (sum(text.count(letter) for letter in letters) - 4 * broken) / max(foreign, 1)
            if share > max(best, 0.1):
                best, name = share, candidate
    return name
