"""Signs for terminals that cannot draw all: what their encoding or font lacks is drawn by something as wide.

Textual would write an escape of several characters, and every column after it would shift.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from rich.cells import get_character_cell_size

from reader.tui.repertoire import Draws

_SIGNS = {
    "▌": "|", "▐": "|", "▸": ">",
    "≠": "#", "≈": "~", "·": ".", "…": "~", "⏎": "<", "●": "*", "○": "o", "─": "-", "│": "|",
    "→": ">", "←": "<", "↑": "^", "↓": "v", "–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "„": '"',
    "«": '"', "»": '"', "×": "x", "•": "*", "−": "-", "≥": "^", "≤": "_", "‹": "<", "›": ">",
    "\u00a0": " ", "Ł": "L", "ł": "l", "▾": "v", "✓": "+", "ß": "s", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i",
}  # fmt: skip
"""Signs of the screens, and what news is printed with, that ASCII has something like."""


def stand_in(text: str, draws: Draws) -> str:
    """The text with every character that the terminal cannot draw replaced by as many cells."""
    return text if text.isascii() else "".join(c if c.isascii() else _sign(c, draws) for c in text)


@lru_cache(4096)
def _sign(character: str, draws: Draws) -> str:
    width = get_character_cell_size(character)
    if not width:
        return ""
    if draws(character):
        return character
    found = _SIGNS.get(character) or unicodedata.normalize("NFKD", character)
    plain, alone = found[0], all(map(unicodedata.combining, found[1:]))  # of ½ the 1 would be another figure
    return plain if width == 1 and alone and plain.isascii() else "?" * width
