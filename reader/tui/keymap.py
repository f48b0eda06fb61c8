"""Every key of the program in one table: the bindings, the hints, the help and the commands are made from it."""

from __future__ import annotations

from typing import NamedTuple

from textual.binding import Binding, BindingType

READ, LIST, LINES, PAGER, BOARD, SIDE = "reading", "library", "cleaning", "pager", "board", "side"
CHOOSE = "choosing"
FOUND, MARKED, NOTES = "found", "marked", "notebook"
"""Where a key works; the help and the list of problems are pagers."""

SECTIONS = {
    READ: "Reading",
    BOARD: "Board",
    SIDE: "Side by side",
    LIST: "Library",
    FOUND: "What a search of the library found",
    MARKED: "Marks",
    NOTES: "Notebook",
    LINES: "Original and cleaning",
    PAGER: "Help and problems",
    CHOOSE: "Choosing a name (letters filter)",
}


class Key(NamedTuple):
    """One action: its id (by which it is remapped), its keys, what it does, where, and its word among the hints.

    The keys are those by default; which are in force, ``reader.tui.keys`` knows.
    """

    id: str
    keys: str
    action: str
    told: str
    where: tuple[str, ...]
    hint: str = ""


_ALL = (READ, LIST, LINES, PAGER, BOARD, SIDE, FOUND, MARKED, NOTES)
_SEARCHED = (READ, LIST, LINES, PAGER, BOARD, FOUND, MARKED, NOTES)
_LISTS = (LIST, LINES, PAGER)
_TEXTS = (READ, BOARD)
_REACHING = (LIST, READ, LINES, BOARD, SIDE, FOUND, NOTES)
_ALONG = (READ, BOARD, SIDE)
_JUMPED = (READ, BOARD, FOUND)
_PARTED = (READ, LIST, BOARD, SIDE, FOUND)
_FOUND = (READ, LINES, PAGER, BOARD, FOUND, MARKED)
_QUOTED = (READ, BOARD, SIDE, FOUND)
_HELPED = (READ, LIST, LINES, BOARD, SIDE, FOUND, MARKED, NOTES)

KEYS: tuple[Key, ...] = (
    Key("side.open", "enter", "open", "go on reading there", (SIDE,), "read"),
    Key("side.next", "tab,l,right", "side(1)", "the next source (1 – 9: that source)", (SIDE,), "source"),
    Key("side.previous", "shift+tab,h,left", "side(-1)", "the source before", (SIDE,)),
    Key("board.open", "enter", "open", "to the sentence of the cell; open or close a fold", (BOARD,), "sentence"),
    Key("board.next_page", "tab,]", "turn_to(1)", "the next page of the board (1 – 7: that page)", (BOARD,), "page"),
    Key("board.previous_page", "shift+tab,[", "turn_to(-1)", "the page before", (BOARD,)),
    Key("board.right", "l,right", "side(1)", "the next cell of the row", (BOARD,), "cell"),
    Key("board.left", "h,left", "side(-1)", "the cell before", (BOARD,)),
    Key("board.next_place", "e", "next_place", "the next place of the words in the cell", (BOARD,)),
    Key("board.source", "s,greater_than_sign", "source(1)", "coverage of the next source", (BOARD,)),
    Key("board.previous_source", "less_than_sign", "source(-1)", "coverage of the source before", (BOARD,)),
    Key("board.speaker", "f", "speaker", "quotations of this speaker alone; again: of all", (BOARD,)),
    Key("found.open", "enter", "open", "read the article there", (FOUND,), "read"),
    Key("marked.open", "enter", "open", "go there", (MARKED,), "go there"),
    Key("marked.remove", "d,delete", "remove", "remove the mark", (MARKED,), "remove"),
    Key("read.jump", "enter", "jump", "jump to the best counterpart", (READ,), "jump"),
    Key("read.next_source", "]", "cycle(1)", "the counterpart in the next source that has it", (READ,), "source"),
    Key("read.previous_source", "[", "cycle(-1)", "the counterpart in the source before", (READ,)),
    Key("read.back", "H,ctrl+o,backspace", "back", "back along the jumps, to the very row", _JUMPED, "back"),
    Key("read.forward", "L", "forward", "forward along the jumps", _JUMPED),
    Key("read.next_difference", "full_stop", "difference", "next figure others contradict", _ALONG, "difference"),
    Key("read.next_figure", "number_sign", "figure", "next passage with a figure", (READ,), "figure"),
    Key("read.next_mention", "e", "mention(1)", "next mention of the name at the cursor", (READ,), "name"),
    Key("read.previous_mention", "E", "mention(-1)", "the mention before", (READ,)),
    Key("read.follow", "f", "follow", "follow the name: e E walk it through the story; the rest is dimmed", (READ,)),
    Key("read.name", "tab", "name(1)", "the next name of this passage: what was understood of it", (READ,)),
    Key("read.previous_name", "shift+tab", "name(-1)", "the name before it", (READ,)),
    Key("move.down", "j,down", "move(1)", "next passage, article or line (5j: five on)", _ALL),
    Key("move.up", "k,up", "move(-1)", "the one before", _ALL),
    Key("move.paragraph_down", "right_curly_bracket", "paragraph(1)", "next paragraph or heading", _PARTED),
    Key("move.paragraph_up", "left_curly_bracket", "paragraph(-1)", "the paragraph or heading before", _PARTED),
    Key("move.page_down", "space,pagedown,ctrl+f", "page(1)", "a page on", _ALL),
    Key("move.page_up", "b,pageup,ctrl+b", "page(-1)", "a page back", _ALL),
    Key("move.half_down", "ctrl+d", "page(0.5)", "half a page on", _ALL),
    Key("move.half_up", "ctrl+u", "page(-0.5)", "half a page back", _ALL),
    Key("move.top", "g,home", "end(False)", "to the top", _ALL),
    Key("move.bottom", "G,end", "end(True)", "to the end", _ALL),
    Key("search.open", "slash", "search", "search: in the text, in the list, in the help", _SEARCHED, "search"),
    Key("search.backwards", "backslash", "search(-1)", "search backwards in the text", (READ,)),
    Key("search.next", "n", "found(1)", "next place found, after S across articles", _FOUND),
    Key("search.previous", "N", "found(-1)", "the place found before", _FOUND),
    Key("search.library", "S", "search_library", "search the library: words, name: source: date: -not", _REACHING),
    Key("mark.set", "m", "set_mark", "mark this passage: a letter a – z follows", (READ,)),
    Key("mark.go", "apostrophe", "go_mark", "go to a mark: its letter; ' back, ? lists them", _REACHING),
    Key("list.open", "enter", "open", "read the article", (LIST,), "read"),
    Key("list.regroup", "s", "regroup", "by source, by story, by date", (LIST,), "by source, story, date"),
    Key("app.add", "a", "add", "add from an address or a path, while reading goes on", (LIST, READ), "add"),
    Key("list.edit", "e", "edit", "give the source, title or date of the article", (LIST,), "edit"),
    Key("list.board", "B", "board", "the board of the article's story", (LIST,)),
    Key("list.move", "m", "move_story", "move the article to another story: choose it, or type a new name", (LIST,)),
    Key("list.undo", "u", "undo", "undo the last decision", (LIST,)),
    Key("list.read", "r", "toggle_read", "mark as read or unread", (LIST,)),
    Key("list.next_unread", "n", "unread(1)", "next article not read yet", (LIST,)),
    Key("list.previous_unread", "N", "unread(-1)", "the one not read yet before", (LIST,)),
    Key("list.problems", "exclamation_mark", "problems", "what could not be read, and why", (LIST,)),
    Key("list.all", "escape", "unfilter", "show all articles again", (LIST,)),
    Key("read.confirm", "plus", "decide('confirmed')", "the best link is right (2+: that to source 2)", (READ,)),
    Key("read.reject", "minus", "decide('rejected')", "the best link is wrong (2-: that to source 2)", (READ,)),
    Key("board.confirm", "plus", "decide('confirmed')", "the figure belongs in this row", (BOARD,)),
    Key("board.reject", "minus", "decide('rejected')", "the figure does not belong in this row", (BOARD,), "wrong"),
    Key("names.join", "J", "join", "this name and another are one: choose which", _TEXTS),
    Key("names.split", "X", "split", "this name is not another that it was merged with", _TEXTS),
    Key("read.undo", "u", "undo", "undo the last decision", _TEXTS),
    Key("quote.copy", "y", "copy", "copy the passage with its source (3y: three passages)", (*_QUOTED, NOTES)),
    Key("note.pin", "p", "pin", "pin the passage to the notebook, with a note (3p: three)", _QUOTED),
    Key("note.book", "P", "notebook", "the notebook: pinned passages with your notes", (LIST, *_QUOTED)),
    Key("note.open", "enter", "open", "to the passage in its article", (NOTES,), "read"),
    Key("note.edit", "e", "edit", "change the note", (NOTES,), "note"),
    Key("note.editor", "E", "edit_in_editor", "change the note in your editor", (NOTES,)),
    Key("note.remove", "d,delete", "remove", "take it out of the notebook", (NOTES,), "remove"),
    Key("note.undo", "u", "undo", "undo the last change of the notebook", (NOTES,), "undo"),
    Key("note.order", "s", "regroup", "the newest first, or by story", (NOTES,), "by story"),
    Key("note.export", "x", "export", "write all of it, or what is filtered, as Markdown", (NOTES,), "export"),
    Key("quote.copy_article", "Y", "copy_article", "copy the whole article", _QUOTED),
    Key("quote.write", "w", "write", "write the passage, or the article, to a file", _QUOTED),
    Key("quote.pipe", "vertical_line", "pipe", "give it to a command (!command: the terminal too)", _QUOTED),
    Key("quote.address", "o", "address", "show and copy the address of the article", _QUOTED),
    Key("read.marks", "M", "marks", "marks on and off: then n names, f figures, d dates", (READ,)),
    Key("read.side", "v", "side", "two to four sources side by side", (READ,), "side"),
    Key("read.board", "B", "board", "the board: figures, coverage, wording … of all sources", (READ,), "board"),
    Key("read.original", "c", "original", "the original, with what was removed and why", (READ,), "original"),
    Key("read.full_width", "z", "full_width", "use the whole width, or 72 columns", (READ,)),
    Key("lines.keep", "u", "keep", "put the line back", (LINES,), "put back"),
    Key("lines.drop", "d", "drop", "drop the line", (LINES,), "drop"),
    Key("lines.drop_always", "D", "drop_always", "always drop this line from this source", (LINES,), "always drop"),
    Key("lines.undo", "U", "undo", "undo the last change", (LINES,), "undo"),
    Key("lines.next_change", "full_stop", "next_removed", "next line removed or in doubt", (LINES,), "next removed"),
    Key("lines.open", "enter", "open", "the whole line, and what became of it", (LINES,), "whole line"),
    Key("choose.take", "enter", "choose", "take it", (CHOOSE,), "take it"),
    Key("choose.down", "down,ctrl+n", "move(1)", "the next one", (CHOOSE,)),
    Key("choose.up", "up,ctrl+p", "move(-1)", "the one before", (CHOOSE,)),
    Key("choose.page_down", "pagedown", "page(1)", "a page on", (CHOOSE,)),
    Key("choose.page_up", "pageup", "page(-1)", "a page back", (CHOOSE,)),
    Key("choose.leave", "escape", "leave", "leave it as it is", (CHOOSE,), "leave it as it is"),
    Key("app.command", "colon,ctrl+p", "command", "commands: ids, words, :12, :q, :theme NAME, :help WORDS", _ALL),
    Key("app.theme", "T", "next_theme", "another theme: dark, light, the terminal's own", _ALL),
    Key("app.redraw", "ctrl+l", "redraw", "draw the screen anew, where something else wrote on it", _ALL),
    Key("app.help", "question_mark,f1", "help", "this help", _HELPED, "help"),
    Key("note.close", "q,P,escape", "leave", "back to where you were", (NOTES,), "back"),
    Key("lines.close", "q,c,escape", "leave", "back to the text", (LINES,), "close"),
    Key("pager.close", "q,escape,question_mark", "leave", "close", (PAGER,), "close"),
    Key("found.close", "q,escape", "leave", "back to where you searched", (FOUND,), "back"),
    Key("marked.close", "q,escape", "leave", "close", (MARKED,), "close"),
    Key("side.close", "q,v,escape", "leave", "back to where you read", (SIDE,), "back"),
    Key("board.export", "x", "export", "write this page to a file, as Markdown", (BOARD,), "export"),
    Key("board.close", "q,B,escape", "leave", "back to where you read", (BOARD,), "close"),
    Key("read.leave", "q", "leave", "back to the library, or to the board", (READ,), "library"),
    Key("read.out", "escape", "out", "out of a search, or of a name followed; else as q", (READ,)),
    Key("app.quit", "q", "quit", "quit; the place in every text is kept", (LIST,), "quit"),
)  # fmt: skip

PICK = ("1 – 9", "the counterpart in that source, whatever its grade (a count if a move follows at once)")
"""The digits, which no binding can hold because a count may follow."""

ALWAYS = (("ctrl+c ctrl+q", "quit from anywhere"), ("ctrl+z", "suspend; fg in the shell comes back"))


def bindings(where: str) -> list[BindingType]:
    """The bindings of one screen by default."""
    return [Binding(key.keys, key.action, key.told, show=False, id=key.id) for key in KEYS if where in key.where]
