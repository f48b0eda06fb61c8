"""What a reader does everywhere: find an article, open it, jump to a counterpart and back."""

from __future__ import annotations

from tests.terminal.pty_session import PtySession


def read(session: PtySession, words: str) -> None:
    """Find an article by words of its title, and open it; its story is compared."""
    session.send(f"/{words}")
    session.wait_for(lambda display: f"/{words}" in "".join(display[-2:]))
    session.send("\r")
    session.wait_for(lambda display: "help" in display[-1])
    session.send("\r")
    session.wait_for(lambda display: "Library" not in display[0] and "▌" in "".join(display))
    session.wait_for("have it", 60)


def cursor(session: PtySession) -> str:
    """The words of the row the cursor begins at."""
    return next((row.partition("▌")[2].strip() for row in session.display if "▌" in row), "")


def jump_and_come_back(session: PtySession) -> None:
    """To the best counterpart of the passage, in another article, and back to the very passage."""
    before, stood = session.display[0], cursor(session)
    session.send("\r")
    session.wait_for(lambda display: display[0] != before and "▌" in "".join(display))
    session.send("H")
    session.wait_for(lambda display: display[0] == before and cursor(session) == stood)


def search(session: PtySession, words: str) -> str:
    """Search in the article; the words of the row the cursor is then at."""
    session.send(f"/{words}\r")
    session.wait_for(lambda display: words in cursor(session))
    return cursor(session)
