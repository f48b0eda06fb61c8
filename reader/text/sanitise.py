"""Text from strangers, made safe to show without moving a single offset.

A terminal obeys control characters wherever they come from, and bidirectional controls make text read otherwise than
it stands (CVE-2021-42574). Each of them is replaced by U+FFFD, one for one.
"""

from __future__ import annotations

from reader.text.patterns import expression

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_HOSTILE = expression(
    "["
    "\x00-\x08\x0b-\x0c\x0e-\x1f\x7f"  # C0 but tab, line feed and carriage return; DEL
    "\x80-\x9f"  # C1: 0x9b alone opens a control sequence
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides and isolates
    "\u2028\u2029"  # line and paragraph separator: a terminal's line is not theirs to break
    "\ud800-\udfff"  # lone surrogates cannot be written out
    "\ufff9-\ufffb"  # interlinear annotation
    "\U000e0000-\U000e007f"  # tags: text that no one sees
    "]"
)


def sanitise(text: str) -> str:
    """The text with every control character as U+FFFD; as long as before. Tabs and line breaks stay."""
    return _HOSTILE.sub(REPLACEMENT, text)


def one_line(text: str) -> str:
    """A title, a name or a path on one line: sanitised, with every run of white space as one blank."""
    return " ".join(sanitise(text).split())
