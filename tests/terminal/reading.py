"""What a reader does first: find an article, open it, see where the cursor is."""

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
