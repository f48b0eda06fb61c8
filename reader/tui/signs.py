"""Signs for terminals that show no UTF-8: what their encoding lacks is drawn by something as wide.

Textual would write an escape of several characters, and every column after it would shift.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from rich.cells import get_character_cell_size

_SIGNS = {
    "▌": "|", "▸": ">", "≠": "!", "≈": "~", "·": ".", "…": "~", "⏎": "<", "●": "*", "○": "o", "─": "-", "│": "|",
    "→": ">", "←": "<", "↑": "^", "↓": "v", "–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "„": '"',
    "«": '"', "»": '"', "×": "x", "•": "*", "−": "-", "≥": ">", "≤": "<", "\u00a0": " ", "Ł": "L", "ł": "l",
    "▾": "v", "✓": "+", "ß": "s", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i",
}  # fmt: skip
"""Signs of the screens, and what news is printed with, that ASCII has something like."""


def stand_in(text: str, encoding: str) -> str:
    """The text with every character that the encoding lacks replaced by as many cells."""
    return text if text.isascii() else "".join(c if c.isascii() else _sign(c, encoding) for c in text)


@lru_cache(4096)
def _sign(character: str, encoding: str) -> str:
    width = get_character_cell_size(character)
    if not width:
        return ""
    if _can(character, encoding) and (width == 2 or _narrow(character, encoding)):
        return character
    plain = _SIGNS.get(character) or unicodedata.normalize("NFKD", character)[0]
    return plain if width == 1 and plain.isascii() else "?" * width


def _can(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


@lru_cache(4096)
def _narrow(character: str, encoding: str) -> bool:
    """Whether a terminal of the encoding gives it one cell: those of East Asia give two to what two bytes encode."""
    return len(character.encode(encoding)) == 1
