"""A library's index brought up to date by a process of its own.

Reading and cleaning a thousand articles takes seconds of computing, which a thread would take from the keys. The
process works on the index as any other program would; only how far it is comes back, through a pipe.
"""

from __future__ import annotations

import contextlib
import gc
import os
import select
import struct
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.library.catalogue import Catalogue

_TOLD = struct.Struct("<QQ???")
_LESS_URGENT = 5  # on top of the reader's own niceness


Then = Callable[["Catalogue", Callable[[int, int], object]], object]


class News(NamedTuple):
    """So many files of those to be read were read; whether the list changed since, and whether all is done.

    ``then``: what is told is of what comes after the reading.
    """

    done: int
    total: int
    changed: bool
    over: bool
    then: bool = False


class Upkeep:
    """Begins when it is made; to be made before any thread is started and any index opened."""

    def __init__(self, paths: Sequence[str], folder: str | Path | None = None, then: Then = lambda *_: False) -> None:
        """Fork. ``then`` is what the process does with the catalogue when that is up to date.

        It is given the catalogue and whom to tell now and then how much is done of how much, lest it work on when
        nobody listens any more; it answers whether it changed anything.

        Raises:
            OSError: the system has no forks, or none left.

        """
        if not hasattr(os, "fork"):
            raise OSError("no processes of our own here")
        self._pipe, there = os.pipe()
        os.set_blocking(self._pipe, False)
        child = os.fork()
        if not child:
            _work(paths, folder, then, there)
        self._child = child
        os.close(there)

    def fileno(self) -> int:
        """What to wait on for news."""
        return self._pipe

    def wait(self, seconds: float) -> bool:
        """Whether there is news, after so many seconds at most."""
        return bool(select.select([self._pipe], [], [], seconds)[0])

    def news(self) -> News | None:
        """What is known since the last time; ``None`` where there is nothing more to come and the work is not over."""
        try:
            data = os.read(self._pipe, _TOLD.size * 1000)
        except BlockingIOError:
            return News(0, 0, False, False)
        told = [News(*values) for values in _TOLD.iter_unpack(data)]
        if not told:
            return None
        return told[-1]._replace(changed=any(news.changed for news in told))

    def close(self) -> None:
        """Hear no more; the process ends by itself at the next thing it has to tell."""
        os.close(self._pipe)
        with contextlib.suppress(OSError):
            os.waitpid(self._child, os.WNOHANG)


def _work(paths: Sequence[str], folder: str | Path | None, then: Then, pipe: int) -> None:
    """What the process does; it neither returns nor touches the terminal."""
    status = 1
    try:
        os.nice(_LESS_URGENT)
        gc.enable()  # switched off until the first paint, which is none of ours
        from reader.library.catalogue import Catalogue

        catalogue = Catalogue(paths, folder)

        def tell(done: int, total: int, changed: bool) -> bool:
            os.write(pipe, _TOLD.pack(done, total, changed, False, False))
            return True

        if catalogue.on_disk:
            catalogue.refresh(tell)
            changed = then(catalogue, lambda *done: os.write(pipe, _TOLD.pack(*done, False, False, True)))
            if catalogue.on_disk:
                os.write(pipe, _TOLD.pack(0, 0, bool(changed), True, True))
                status = 0
    except BrokenPipeError:
        status = 0  # nobody listens any more; what was written stays
    finally:
        os._exit(status)
