"""Keys by id for people who come from other programs; what a preset does not name stays as the table of keys has it."""

from __future__ import annotations

from collections.abc import Mapping

PRESETS: Mapping[str, Mapping[str, str]] = {
    "vim": {},
    # As newsboat's own keymap has them: g sorts, J and K are the next entry and the one before, N the read mark.
    "newsboat": {
        "move.top": "home",
        "move.bottom": "end",
        "move.page_down": "space,pagedown",
        "move.half_up": "ctrl+y",
        "list.regroup": "g",
        "list.read": "N",
        "list.previous_unread": "p",
        "list.all": "ctrl+f,escape",
        "list.edit": "ctrl+e,e",
        "read.next_source": "J,]",
        "read.previous_source": "K,[",
        "board.source": "s",
        "quote.write": "s,w",
        "names.join": "=",
        "read.original": "ctrl+u,c",
        "app.quit": "q,Q",
    },
    # For hands that never left the arrows: no letter is needed to read, jump, come back and search.
    "arrows": {
        "move.down": "down",
        "move.up": "up",
        "move.page_down": "pagedown,space",
        "move.page_up": "pageup",
        "move.half_down": "ctrl+pagedown",
        "move.half_up": "ctrl+pageup",
        "move.paragraph_down": "ctrl+down,}",
        "move.paragraph_up": "ctrl+up,{",
        "move.top": "home",
        "move.bottom": "end",
        "search.open": "ctrl+f,/",
        "search.next": "f3,n",
        "search.previous": "shift+f3,N",
        "list.open": "enter,right",
        "read.jump": "enter,right",
        "board.right": "right",
        "board.left": "left",
        "read.back": "left,backspace",
        "read.forward": "shift+right,L",
        "read.next_source": "ctrl+right,]",
        "read.previous_source": "ctrl+left,[",
        "side.next": "right,tab",
        "side.previous": "left,shift+tab",
        "app.help": "f1,?",
    },
}
"""The presets by name; the first is the table itself. Of two actions of one screen the first named has the key."""
