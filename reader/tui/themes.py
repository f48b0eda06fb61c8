"""The themes, and the only place where a colour stands.

Every variable is our own and says what is coloured, not how. The two ``terminal`` themes use nothing but the
terminal's sixteen colours and never its bright black, which is the background of some palettes.
"""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES, Theme

VARIABLES = (
    *("ink", "quiet", "person", "place", "organisation", "group", "event", "figure", "moment", "differs", "alone"),
    *("count", "bar", "key", "label", "title", "source", "rule", "strong", "likely", "weak", "shared", "hit-ink"),
    *("hit", "removed", "doubtful", "reason", "unread", "section", "aside"),
)
"""The names of the variables a theme of ours has to set."""


def make_theme(name: str, dark: bool, page: str, colours: dict[str, str], ansi: bool = False) -> Theme:
    """A theme of these colours by our variables; ``ansi``: they are the terminal's own."""
    ink = colours["ink"]
    # Textual's own stylesheet asks for variables that only its ansi themes have.
    theirs = BUILTIN_THEMES["ansi-dark" if dark else "ansi-light"].variables if ansi else {}
    return Theme(
        name=name,
        dark=dark,
        ansi=ansi,
        primary=colours["key"],
        foreground=ink,
        background=page,
        surface=page,
        panel=page,
        boost=page,
        variables=theirs | {"page": page} | colours,
    )


def _filled(chosen: dict[str, str]) -> dict[str, str]:
    """Every variable, those not chosen in the ink of the theme or in the quiet one."""
    quiet = {"alone", "rule", "weak", "removed", "doubtful", "reason", "aside"}
    return {v: chosen.get(v, chosen["quiet"] if v in quiet else chosen["ink"]) for v in VARIABLES}


DARK = make_theme(
    "parallax-dark",
    True,
    "#16181c",
    _filled(
        {
            "ink": "#d6d3cb", "quiet": "#8a8d93", "person": "#e3bd82", "place": "#96c3a6", "organisation": "#92b8dc",
            "group": "#c3abdb", "event": "#d9a5b3", "figure": "#f2eee6", "moment": "#b9b48e", "differs": "#f08a72",
            "count": "#92b8dc", "bar": "#e3bd82", "key": "#e3bd82", "label": "#f2eee6", "title": "#f2eee6",
            "source": "#d6d3cb", "rule": "#3d4148", "strong": "#96c3a6", "likely": "#b9b48e", "shared": "#f2eee6",
            "hit": "#e3bd82", "hit-ink": "#16181c", "unread": "#f2eee6", "section": "#92b8dc", "removed": "#6d7077",
        }
    ),
)  # fmt: skip

LIGHT = make_theme(
    "parallax-light",
    False,
    "#faf8f3",
    _filled(
        {
            "ink": "#2b2a27", "quiet": "#6f6c66", "person": "#8a4b08", "place": "#1f6b3a", "organisation": "#1d4f8c",
            "group": "#6a3d91", "event": "#97304d", "figure": "#000000", "moment": "#655a10", "differs": "#b3261e",
            "count": "#1d4f8c", "bar": "#8a4b08", "key": "#8a4b08", "label": "#000000", "title": "#000000",
            "source": "#2b2a27", "rule": "#cfcabf", "strong": "#1f6b3a", "likely": "#655a10", "shared": "#000000",
            "hit": "#f0c674", "hit-ink": "#2b2a27", "unread": "#000000", "section": "#1d4f8c", "removed": "#8d8a84",
        }
    ),
)  # fmt: skip

_TERMINAL = {
    "ink": "ansi_default", "quiet": "ansi_default", "person": "ansi_yellow", "place": "ansi_green",
    "organisation": "ansi_cyan", "group": "ansi_magenta", "event": "ansi_magenta", "differs": "ansi_red",
    "count": "ansi_cyan", "bar": "ansi_yellow", "key": "ansi_default", "strong": "ansi_green",
}  # fmt: skip

TERMINAL_DARK = make_theme("terminal-dark", True, "ansi_default", _filled(_TERMINAL), ansi=True)
TERMINAL_LIGHT = make_theme(
    "terminal-light",
    False,
    "ansi_default",
    _filled(_TERMINAL | {"person": "ansi_blue", "organisation": "ansi_blue", "bar": "ansi_blue", "count": "ansi_blue"}),
    ansi=True,
)

THEMES = (DARK, LIGHT, TERMINAL_DARK, TERMINAL_LIGHT)
