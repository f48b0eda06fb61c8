"""From roles to styles: attributes that carry the meaning, colours of the theme on top."""

from __future__ import annotations

from collections.abc import Mapping

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from reader.tui.content import Row

_ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "person": ("underline",),
    "place": ("underline",),
    "organisation": ("underline",),
    "group": ("underline",),
    "event": ("underline",),
    "other": ("underline",),
    "figure": ("bold",),
    "moment": ("italic",),
    "hit": ("reverse",),
    "shared": ("bold",),
    "differs": ("bold",),
    "heading": ("bold",),
    "title": ("bold",),
    "label": ("bold",),
    "section": ("bold",),
    "unread": ("bold",),
    "key": ("bold",),
    "reason": ("italic",),
}
"""What a role looks like where there is no colour at all."""

_FAINT = frozenset({"quiet", "removed", "doubtful", "aside", "weak", "rule", "reason", "alone"})
"""Roles drawn dim in the terminal's own colours, where there is no second grey to choose."""


_KEPT = 512
"""Rows that are kept drawn: some screens full."""


class Palette:
    """The styles of one theme, each made once.

    Args:
        variables: The theme's variables, as ``App.theme_variables`` has them.
        ansi: Whether the terminal's own colours are used.

    """

    def __init__(self, variables: Mapping[str, str], ansi: bool) -> None:
        self._variables = variables
        self._ansi = ansi
        self._styles: dict[str, Style] = {}
        self._strips: dict[tuple[Row, int], Strip] = {}
        page = variables.get("page", "ansi_default")
        self._page = Style() if page == "ansi_default" else Style(bgcolor=Color.parse(page).rich_color)

    def style(self, roles: str) -> Style:
        """The style of some roles, separated by blanks; of two colours the later wins, attributes add up."""
        if roles not in self._styles:
            style = self._page + self._one("ink")
            for role in roles.split():
                style += self._one(role)
            self._styles[roles] = style
        return self._styles[roles]

    def _one(self, role: str) -> Style:
        value = self._variables.get("hit" if role == "hit" else role)
        attributes = list(_ATTRIBUTES.get(role, ()))
        if self._ansi and role in _FAINT:
            attributes.append("dim")
        colour = None
        if value is not None and value != "ansi_default":
            colour = Color.parse(value).rich_color
        return Style(color=colour) + Style.parse(" ".join(attributes) or "none")

    def strip(self, row: Row, width: int) -> Strip:
        """The row drawn, exactly that wide; pieces of one style are one run. The last ones are kept."""
        if (found := self._strips.get((row, width))) is None:
            if len(self._strips) >= _KEPT:
                self._strips.clear()
            found = self._strips[row, width] = self._drawn(row, width)
        return found

    def _drawn(self, row: Row, width: int) -> Strip:
        segments: list[Segment] = []
        for text, roles in row:
            style = self.style(roles)
            if segments and segments[-1].style == style:
                segments[-1] = Segment(segments[-1].text + text, style)
            else:
                segments.append(Segment(text, style))
        plain = self.style("")
        strip = Strip(segments)
        gap = width - strip.cell_length
        if gap > 0 and segments and segments[-1].style == plain:
            segments[-1] = Segment(segments[-1].text + " " * gap, plain)
            return Strip(segments, width)
        return strip.adjust_cell_length(width, plain)
